package org.hesse.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hesse.io.Csv;

/**
 * How a comma-separated file (or one with semicolons or tabs) holds a data set: one sample a row, one column the target,
 * the others features. A column of text becomes a feature for each of its categories, told by {@link Dataset#encoded}; a
 * column with both texts and numbers is refused. The first line may hold the names of the columns (it is taken for that if none of its cells is a number), or be the
 * {@code rows,columns,class names…} of scikit-learn (if its two numbers are those of the file); otherwise it is data.
 *
 * <p>Integer labels are classes in ascending order, other labels in alphabetical order. Class names given in the first
 * line belong to the labels 0, 1, ….
 *
 * @param target the name of the target column, or its number from 1 as text; empty for the last column
 * @param classes whether the target is a class or a real number
 */
public record CsvFormat(String target, boolean classes) {
    /**
     * The last column is a class, an integer or a text.
     *
     * @return the format
     */
    public static CsvFormat classification() {
        return new CsvFormat("", true);
    }

    /**
     * The last column is a real number.
     *
     * @return the format
     */
    public static CsvFormat regression() {
        return new CsvFormat("", false);
    }

    /**
     * With another target column.
     *
     * @param column its name, or its number from 1 as text
     * @return the new format
     */
    public CsvFormat withTarget(String column) {
        return new CsvFormat(column, classes);
    }

    /**
     * Reads a file, which may be gzipped.
     *
     * @param file the file; its name becomes the name of the data set
     * @return the data set
     * @throws IllegalArgumentException naming file, row (as in the file, from 1) and column, if the file is empty or
     *     ragged, or a cell is missing or not a number
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public Dataset read(Path file) {
        return parse(Csv.read(file));
    }

    /**
     * Reads a stream, which may be gzipped.
     *
     * @param name the name of the data set, also in messages
     * @param in the stream, not closed
     * @return the data set
     * @throws IllegalArgumentException as {@link #read(Path)}
     * @throws IOException if it cannot be read
     */
    public Dataset read(String name, InputStream in) throws IOException {
        return parse(Csv.read(name, in));
    }

    private Dataset parse(Csv csv) {
        List<String> first = csv.rows().get(0).cells();
        boolean sized = isSizes(csv);
        boolean named = first.stream().noneMatch(CsvFeatures::isNumber);
        List<Csv.Row> rows =
                csv.rows().subList(sized || named ? 1 : 0, csv.rows().size());
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(csv.source() + ": a header but no data");
        }
        int width = named ? first.size() : rows.get(0).cells().size();
        if (width < 2) {
            throw new IllegalArgumentException(csv.source() + ": 1 column, expected features and a target");
        }
        List<String> columns = named
                ? first.stream().map(String::strip).toList()
                : IntStream.rangeClosed(1, width).mapToObj(j -> "column " + j).toList();
        int at = targetColumn(csv.source(), columns);
        for (Csv.Row row : rows) {
            csv.requireWidth(row, width);
        }
        CsvFeatures x = new CsvFeatures(csv, rows, columns, named, at);
        String targetName = named ? columns.get(at) : null;
        if (!classes) {
            double[] y = rows.stream()
                    .mapToDouble(row -> csv.number(row, at, targetName))
                    .toArray();
            return Dataset.regression(csv.source(), x.names(), x.rows(), y).encoding(x.encoded());
        }
        List<String> labels =
                rows.stream().map(row -> csv.text(row, at, targetName)).toList();
        requireClasses(csv.source(), columns.get(at), labels);
        return classification(csv, x, labels, sized ? first.subList(2, first.size()) : List.of());
    }

    /** A number that hardly ever comes twice is no class. */
    private static void requireClasses(String source, String column, List<String> labels) {
        int different = Labels.distinct(labels).size();
        boolean numbers = labels.stream().allMatch(CsvFeatures::isNumber);
        if (numbers && labels.size() >= 20 && 2 * different > labels.size()) {
            throw new IllegalArgumentException(source + ": target column \"" + column + "\" has " + different
                    + " different numbers in " + labels.size()
                    + " rows, expected classes (a real target is for a model such as least-squares)");
        }
    }

    private static Dataset classification(Csv csv, CsvFeatures x, List<String> labels, List<String> given) {
        List<String> names = given.isEmpty() ? Labels.distinct(labels) : given;
        TreeMap<String, Integer> index = new TreeMap<>();
        for (int k = 0; k < names.size(); k++) {
            index.put(given.isEmpty() ? names.get(k) : Integer.toString(k), k);
        }
        int[] y = new int[labels.size()];
        for (int i = 0; i < y.length; i++) {
            Integer k = index.get(labels.get(i));
            if (k == null) {
                throw new IllegalArgumentException(
                        csv.source() + ", row " + csv.rows().get(i + 1).line() + ": label \"" + labels.get(i)
                                + "\", expected from 0 to " + (names.size() - 1) + " for the classes " + names);
            }
            y[i] = k;
        }
        return Dataset.classification(csv.source(), x.names(), names, x.rows(), y)
                .encoding(x.encoded());
    }

    private int targetColumn(String source, List<String> columns) {
        if (target.isEmpty()) {
            return columns.size() - 1;
        }
        int at = columns.indexOf(target);
        if (at < 0 && target.matches("\\d{1,9}")) {
            at = Integer.parseInt(target) - 1;
        }
        if (at < 0 || at >= columns.size()) {
            throw new IllegalArgumentException(source + ": target column \"" + target + "\", expected one of " + columns
                    + " or a number from 1 to " + columns.size());
        }
        return at;
    }

    private static boolean isSizes(Csv csv) {
        List<String> first = csv.rows().get(0).cells();
        return first.size() >= 2
                && csv.rows().size() > 1
                && first.get(0).strip().equals(Integer.toString(csv.rows().size() - 1))
                && first.get(1)
                        .strip()
                        .equals(Integer.toString(csv.rows().get(1).cells().size() - 1));
    }
}
