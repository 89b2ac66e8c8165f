package org.hesse.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.hesse.io.Csv;
import org.hesse.io.Phrase;

/**
 * The features in the columns of a CSV file. A column without any number is one of categories, and becomes a feature
 * {@code column=category} for each of them in alphabetical order (one-hot).
 */
final class CsvFeatures {
    private static final int MOST_CATEGORIES = 1000; // more are names or numbers of the samples, not categories

    private final List<String> names = new ArrayList<>();
    private final Map<String, List<String>> encoded = new LinkedHashMap<>();
    private final double[][] rows;

    /**
     * Reads all columns but the target's.
     *
     * @param csv the file
     * @param samples the rows that are samples, all as wide as there are columns
     * @param columns the names of the columns
     * @param named whether the file has these names
     * @param target the column of the target
     */
    CsvFeatures(Csv csv, List<Csv.Row> samples, List<String> columns, boolean named, int target) {
        List<Map<String, Integer>> places = new ArrayList<>(); // of categories; null for a column of numbers
        for (int j = 0; j < columns.size(); j++) {
            int column = j;
            boolean numeric = j == target
                    || samples.stream().anyMatch(row -> isNumber(row.cells().get(column)))
                    || samples.stream().allMatch(row -> csv.isMissing(row, column));
            places.add(numeric ? null : places(csv, samples, columns.get(j), j, named));
            if (numeric && j != target) {
                names.add(columns.get(j));
            } else if (!numeric) {
                places.get(j).replaceAll((category, i) -> names.size() + i);
                encoded.get(columns.get(j)).forEach(category -> names.add(columns.get(column) + "=" + category));
            }
        }
        rows = new double[samples.size()][names.size()];
        for (int i = 0; i < rows.length; i++) {
            int at = 0;
            for (int j = 0; j < columns.size(); j++) {
                String name = named ? columns.get(j) : null;
                if (places.get(j) != null) {
                    rows[i][places.get(j).get(csv.text(samples.get(i), j, name))] = 1;
                    at += places.get(j).size();
                } else if (j != target) {
                    rows[i][at++] = csv.number(samples.get(i), j, name);
                }
            }
        }
    }

    private Map<String, Integer> places(Csv csv, List<Csv.Row> samples, String column, int j, boolean named) {
        TreeSet<String> categories = new TreeSet<>();
        for (Csv.Row row : samples) {
            categories.add(csv.text(row, j, named ? column : null));
            if (categories.size() > MOST_CATEGORIES) {
                throw new IllegalArgumentException(csv.source() + ", row " + row.line() + ", column " + (j + 1) + " ("
                        + column + "): more than " + MOST_CATEGORIES
                        + " different texts, expected numbers or a few categories");
            }
        }
        encoded.put(column, List.copyOf(categories));
        Map<String, Integer> places = new HashMap<>();
        categories.forEach(category -> places.put(category, places.size()));
        return places;
    }

    static boolean isNumber(String cell) {
        return Phrase.number(cell.strip()).isPresent();
    }

    List<String> names() {
        return names;
    }

    Map<String, List<String>> encoded() {
        return encoded;
    }

    double[][] rows() {
        return rows;
    }
}
