package org.hesse.lecture;

import java.util.ArrayList;
import java.util.List;

/** A table in a terminal. */
final class Columns {
    private Columns() {}

    static String of(Measured table) {
        List<List<String>> all = new ArrayList<>(List.of(table.header()));
        all.addAll(table.rows());
        int[] widths = new int[table.header().size()];
        for (List<String> row : all) {
            for (int j = 0; j < widths.length; j++) {
                widths[j] = Math.max(widths[j], row.get(j).length());
            }
        }
        StringBuilder out = new StringBuilder();
        for (List<String> row : all) {
            for (int j = 0; j < widths.length; j++) {
                String gap = " ".repeat(widths[j] - row.get(j).length());
                out.append("  ").append(j == 0 ? row.get(j) + gap : gap + row.get(j));
            }
            out.append('\n');
        }
        return out.toString();
    }
}
