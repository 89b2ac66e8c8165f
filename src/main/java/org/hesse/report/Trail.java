package org.hesse.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hesse.io.Numbers;
import org.hesse.method.MethodText;
import org.hesse.run.Result;
import org.hesse.run.Row;

/**
 * The way of one run through the plane: the points at which the whole objective was measured.
 *
 * @param label a short name, no two alike in a picture
 * @param detail the method with all its options
 * @param end how it ended, in a line
 * @param steps the steps that led to each point
 * @param x the first coordinate of each point
 * @param y the second
 * @param f the value at each point
 */
record Trail(String label, String detail, String end, long[] steps, double[] x, double[] y, double[] f) {
    /** The trails of some runs in two variables; where two have the same method, numbers tell them apart. */
    static List<Trail> of(Result... results) {
        Map<String, Integer> uses = new HashMap<>();
        for (Result r : results) {
            uses.merge(MethodText.of(r.algorithm()), 1, Integer::sum);
        }
        Map<String, Integer> seen = new HashMap<>();
        List<Trail> trails = new ArrayList<>();
        for (Result r : results) {
            String name = MethodText.of(r.algorithm());
            int number = seen.merge(name, 1, Integer::sum);
            trails.add(of(uses.get(name) == 1 ? name : name + " " + number, r));
        }
        return trails;
    }

    static Trail of(String label, Result r) {
        List<Row> rows = r.trace().rows().stream()
                .filter(row -> row.x() != null
                        && row.x().length == 2
                        && Double.isFinite(row.x()[0])
                        && Double.isFinite(row.x()[1]))
                .toList();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("result " + r + ": its trace has no finite point in 2 variables");
        }
        String end = r.status().code() + r.verdict().map(v -> " " + v.kind()).orElse("") + ", f = "
                + Numbers.rounded(r.value(), 4);
        return new Trail(
                label,
                MethodText.full(r.algorithm()),
                end,
                rows.stream().mapToLong(Row::steps).toArray(),
                rows.stream().mapToDouble(row -> row.x()[0]).toArray(),
                rows.stream().mapToDouble(row -> row.x()[1]).toArray(),
                rows.stream().mapToDouble(Row::value).toArray());
    }

    long lastStep() {
        return steps[steps.length - 1];
    }

    /** The value at the last point that at most so many steps led to. */
    double valueAt(long step) {
        int i = Arrays.binarySearch(steps, step);
        return f[i >= 0 ? i : Math.max(0, -i - 2)];
    }
}
