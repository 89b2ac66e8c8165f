package org.hesse.report;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hesse.io.Csv;

/**
 * What has changed from one report to another, read from their {@code summary.csv}.
 *
 * @param lines what both have, in the order of the new one
 * @param onlyOld what the new one has no more
 * @param onlyNew what the old one had not
 */
public record ReportDiff(List<Line> lines, List<Key> onlyOld, List<Key> onlyNew) {
    private static final String SUMMARY = "summary.csv";

    /**
     * Of which runs.
     *
     * @param experiment title of the experiment
     * @param label the method
     * @param batch {@code full} or the batch size
     */
    public record Key(String experiment, String label, String batch) {
        @Override
        public String toString() {
            return experiment + ": " + label + ", " + batch;
        }
    }

    /**
     * Medians over the seeds.
     *
     * @param finalExcess the last value less F*; +∞ if not finite
     * @param passesToGoal data passes; +∞ if the goal was missed
     * @param secondsToGoal wall time; +∞ if the goal was missed
     */
    public record Numbers(double finalExcess, double passesToGoal, double secondsToGoal) {}

    /**
     * A method and regime in both reports.
     *
     * @param key of which runs
     * @param old in the old one
     * @param now in the new one
     */
    public record Line(Key key, Numbers old, Numbers now) {}

    /**
     * Compares.
     *
     * @param old the numbers of the old report
     * @param now those of the new one
     * @return what has changed
     */
    public static ReportDiff of(Map<Key, Numbers> old, Map<Key, Numbers> now) {
        List<Line> lines = new ArrayList<>();
        List<Key> onlyNew = new ArrayList<>();
        now.forEach((key, numbers) -> {
            if (old.containsKey(key)) {
                lines.add(new Line(key, old.get(key), numbers));
            } else {
                onlyNew.add(key);
            }
        });
        List<Key> onlyOld =
                old.keySet().stream().filter(key -> !now.containsKey(key)).toList();
        return new ReportDiff(lines, onlyOld, onlyNew);
    }

    /**
     * Reads the medians of a report.
     *
     * @param directory of a finished report
     * @return its numbers, in the order of its table
     * @throws IllegalArgumentException if there is no finished report, or its summary cannot be read
     */
    public static Map<Key, Numbers> read(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException("report directory " + directory
                    + ": there is no such directory, expected one with a finished report");
        }
        for (String file : List.of(ReportDirectory.PAGE, SUMMARY)) {
            if (!Files.exists(directory.resolve(file))) {
                throw new IllegalArgumentException(
                        "report directory " + directory + " has no " + file + ": expected a finished report");
            }
        }
        try {
            return numbers(Csv.read(directory.resolve(SUMMARY)), directory);
        } catch (UncheckedIOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static Map<Key, Numbers> numbers(Csv csv, Path directory) {
        List<String> header = csv.rows().get(0).cells();
        Map<Key, Numbers> numbers = new LinkedHashMap<>();
        for (Csv.Row row : csv.rows().subList(1, csv.rows().size())) {
            Row cells = new Row(directory, header, row);
            numbers.put(
                    new Key(cells.text("experiment"), cells.text("label"), cells.text("batch")),
                    new Numbers(
                            cells.number("final_excess_median"),
                            cells.number("passes_to_goal_median"),
                            cells.number("seconds_to_goal_median")));
        }
        return numbers;
    }

    private record Row(Path directory, List<String> header, Csv.Row row) {
        String text(String column) {
            int j = header.indexOf(column);
            if (j < 0 || j >= row.cells().size()) {
                throw wrong(column, "is missing");
            }
            return row.cells().get(j);
        }

        double number(String column) {
            try {
                return Double.parseDouble(text(column)); // Infinity is a goal missed
            } catch (NumberFormatException e) {
                throw wrong(column, "is \"" + text(column) + "\", expected a number");
            }
        }

        private IllegalArgumentException wrong(String column, String what) {
            return new IllegalArgumentException("report directory " + directory + ": " + SUMMARY + ", row " + row.line()
                    + ": column " + column + " " + what);
        }
    }
}
