package org.hesse.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hesse.io.Numbers;

/**
 * The measurements of a run: scalars, and where n is small the points. A long run is thinned: whenever {@value #CAPACITY} rows are kept, every second
 * one is dropped and from then on half as many are taken; the first, the previous and the current row are always there.
 */
public final class Trace {
    static final int CAPACITY = 8192;

    private final List<String> columns;
    private final List<Row> kept;
    private long stride;
    private long seen;
    private Row previous;
    private Row current;

    /**
     * What a checkpoint keeps of a trace.
     *
     * @param columns the user's own columns
     * @param kept the rows kept
     * @param stride every how many measurements a row is kept
     * @param seen measurements so far
     * @param previous the row before the newest, or null
     * @param current the newest row, or null
     */
    public record Saved(List<String> columns, List<Row> kept, long stride, long seen, Row previous, Row current) {}

    Trace(List<String> columns) {
        this(new Saved(List.copyOf(columns), List.of(), 1, 0, null, null));
    }

    Trace(Saved saved) {
        columns = saved.columns;
        kept = new ArrayList<>(saved.kept);
        stride = saved.stride;
        seen = saved.seen;
        previous = saved.previous;
        current = saved.current;
    }

    Saved saved() {
        return new Saved(columns, List.copyOf(kept), stride, seen, previous, current);
    }

    void add(Row row) {
        previous = current;
        current = row;
        if (seen++ % stride == 0) {
            kept.add(row);
            if (kept.size() == CAPACITY) {
                for (int i = 1; i < CAPACITY / 2; i++) {
                    kept.set(i, kept.get(2 * i));
                }
                kept.subList(CAPACITY / 2, CAPACITY).clear();
                stride *= 2;
            }
        }
    }

    /**
     * The names of the user's own columns.
     *
     * @return the names
     */
    public List<String> columns() {
        return columns;
    }

    /**
     * The rows as text: steps, value, norm of the gradient and the user's own columns. Rows in which all of those are NaN
     * are left out.
     *
     * @return a line of names, and one for each row
     */
    public String table() {
        StringBuilder text = new StringBuilder(String.format("%9s %20s %10s", "steps", "value", "gradient"));
        columns.forEach(name -> text.append(String.format(" %12s", name)));
        for (Row row : rows()) {
            if (columns.isEmpty() || !Arrays.stream(row.columns()).allMatch(Double::isNaN)) {
                String first =
                        String.format(Locale.ROOT, "%9d %20.12g %10.3g", row.steps(), row.value(), row.gradientNorm());
                text.append('\n').append(first);
                for (double c : row.columns()) {
                    text.append(String.format(Locale.ROOT, " %12s", Numbers.rounded(c, 6)));
                }
            }
        }
        return text.append('\n').toString();
    }

    /**
     * The rows kept, the current one always last.
     *
     * @return the rows, in order
     */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>(kept);
        if (current != null && (rows.isEmpty() || rows.get(rows.size() - 1) != current)) {
            rows.add(current);
        }
        return rows;
    }

    /**
     * How many rows were measured, those thinned out included.
     *
     * @return the number of measurements
     */
    public long measurements() {
        return seen;
    }

    /**
     * The newest row.
     *
     * @return the row, or null before the first
     */
    public Row current() {
        return current;
    }

    /**
     * The row before the newest.
     *
     * @return the row, or null
     */
    public Row previous() {
        return previous;
    }

    @Override
    public String toString() {
        return "Trace[" + seen + " measurements" + (current == null ? "" : ", last " + current) + "]";
    }
}
