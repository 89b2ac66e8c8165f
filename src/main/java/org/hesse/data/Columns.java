package org.hesse.data;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.hesse.io.Csv;
import org.hesse.io.Names;
import org.hesse.io.Terminal;

/**
 * Named columns of numbers, such as the measurements that a model is fitted to. A column is read when it is asked for, so a
 * file may have columns of text beside those in use. Immutable.
 */
public final class Columns {
    /** Where the columns come from. */
    private interface Source {
        double[] column(int j);

        String where(int i, int j);
    }

    private final String name;
    private final List<String> names;
    private final int rows;
    private final Source cells;

    private Columns(String name, List<String> names, int rows, Source cells) {
        this.name = name;
        this.names = List.copyOf(names);
        this.rows = rows;
        this.cells = cells;
        if (rows < 1) {
            throw new IllegalArgumentException(name + ": no rows, expected at least 1");
        }
    }

    /**
     * Reads a comma-separated file (or one with semicolons or tabs), perhaps gzipped, whose first line names the columns.
     *
     * @param file the file
     * @return its columns
     * @throws IllegalArgumentException if it is empty or ragged, or the names in the first line are missing or not distinct
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public static Columns read(Path file) {
        Csv csv = Csv.read(file);
        List<String> names =
                csv.rows().get(0).cells().stream().map(String::strip).toList();
        if (names.stream().anyMatch(cell -> cell.isEmpty() || cell.matches("[+-]?[.]?\\d.*"))) {
            throw new IllegalArgumentException(
                    csv.source() + ": the first line is '" + String.join(",", names) + "', expected names of columns");
        }
        Set<String> distinct = new LinkedHashSet<>();
        names.stream().filter(n -> !distinct.add(n)).findFirst().ifPresent(twice -> {
            throw new IllegalArgumentException(csv.source() + ": two columns are named '" + twice + "'");
        });
        List<Csv.Row> rows = csv.rows().subList(1, csv.rows().size());
        rows.forEach(row -> csv.requireWidth(row, names.size()));
        return new Columns(csv.source(), names, rows.size(), new Source() {
            @Override
            public double[] column(int j) {
                return rows.stream()
                        .mapToDouble(row -> csv.number(row, j, names.get(j)))
                        .toArray();
            }

            @Override
            public String where(int i, int j) {
                return csv.source() + ", row " + rows.get(i).line() + ", column " + (j + 1) + " (" + names.get(j) + ")";
            }
        });
    }

    /**
     * Columns that are there already.
     *
     * @param columns the numbers by their names, all of the same length, copied; in their order if the map has one
     * @return the columns
     * @throws IllegalArgumentException if there is none, or their lengths differ
     */
    public static Columns of(Map<String, double[]> columns) {
        Map<String, double[]> ordered = new LinkedHashMap<>();
        List<String> names =
                List.copyOf(columns instanceof LinkedHashMap ? columns.keySet() : new TreeSet<>(columns.keySet()));
        if (names.isEmpty()) {
            throw new IllegalArgumentException("columns: none, expected at least 1");
        }
        int rows = columns.get(names.get(0)).length;
        for (String name : names) {
            double[] column = columns.get(name).clone();
            if (column.length != rows) {
                throw new IllegalArgumentException("columns: " + column.length + " rows of " + name + " but " + rows
                        + " of " + names.get(0) + ", expected as many");
            }
            ordered.put(name, column);
        }
        return inMemory("data", ordered, rows);
    }

    /**
     * The features of a data set, and its target.
     *
     * @param data the data set
     * @param target the name for the column of targets, none of the features
     * @return its features in their order, then the target
     * @throws IllegalArgumentException if a feature has that name
     */
    public static Columns of(Dataset data, String target) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        double[][] rows = data.rows();
        IntStream.range(0, data.features().size())
                .forEach(j -> columns.put(
                        data.features().get(j),
                        Arrays.stream(rows).mapToDouble(row -> row[j]).toArray()));
        if (columns.put(target, data.targets().clone()) != null) {
            throw new IllegalArgumentException(
                    data.name() + ": target '" + target + "' is a feature, expected another name");
        }
        return inMemory(data.name(), columns, data.size());
    }

    private static Columns inMemory(String name, Map<String, double[]> columns, int rows) {
        List<String> names = List.copyOf(columns.keySet());
        return new Columns(name, names, rows, new Source() {
            @Override
            public double[] column(int j) {
                double[] column = columns.get(names.get(j)).clone();
                for (int i = 0; i < column.length; i++) {
                    if (!Double.isFinite(column[i])) {
                        throw new IllegalArgumentException(
                                where(i, j) + ": " + column[i] + ", expected a finite number");
                    }
                }
                return column;
            }

            @Override
            public String where(int i, int j) {
                return name + ", row " + (i + 1) + ", column " + (j + 1) + " (" + names.get(j) + ")";
            }
        });
    }

    /**
     * Where the columns come from.
     *
     * @return such as the name of a file
     */
    public String source() {
        return name;
    }

    /**
     * The same columns under another name.
     *
     * @param source where they come from, for messages
     * @return a changed copy
     */
    public Columns named(String source) {
        return new Columns(source, names, rows, this.cells);
    }

    /**
     * The names.
     *
     * @return at least one, all different
     */
    public List<String> names() {
        return names;
    }

    /**
     * The number of rows.
     *
     * @return m, at least 1
     */
    public int rows() {
        return rows;
    }

    /**
     * One column.
     *
     * @param column its name
     * @return its numbers, finite, length m, owned by the caller
     * @throws IllegalArgumentException if there is none of that name, or a cell is missing or not a finite number, with its
     *     row
     */
    public double[] get(String column) {
        return cells.column(index(column));
    }

    /**
     * Where a number stands, for messages.
     *
     * @param row from 0
     * @param column the name of its column
     * @return file, row and column as the file counts them
     */
    public String where(int row, String column) {
        return cells.where(row, index(column));
    }

    private int index(String column) {
        int j = names.indexOf(column);
        if (j < 0) {
            throw Names.unknown("column", column, Collections.unmodifiableList(names));
        }
        return j;
    }

    @Override
    public String toString() {
        return Terminal.line(name + ": " + rows + " rows of " + String.join(", ", names));
    }
}
