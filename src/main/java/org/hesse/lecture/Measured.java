package org.hesse.lecture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hesse.io.Numbers;

/** A table of measured figures, filled row by row. */
public final class Measured {
    private static final int DIGITS = 4;

    private final String caption;
    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    Measured(String caption, List<String> header) {
        this.caption = caption;
        this.header = header;
    }

    /**
     * Adds a row.
     *
     * @param cells as many as there are columns; numbers with a fraction are shown with four digits
     * @throws IllegalArgumentException if there are more or fewer
     */
    public void row(Object... cells) {
        if (cells.length != header.size()) {
            throw new IllegalArgumentException("table \"" + caption + "\": a row of " + cells.length
                    + " cells, expected " + header.size() + ": " + header);
        }
        rows.add(Stream.of(cells).map(Measured::text).toList());
    }

    private static String text(Object cell) {
        if (!(cell instanceof Double x)) {
            return String.valueOf(cell);
        }
        return x == Double.POSITIVE_INFINITY ? "∞" : Numbers.rounded(x, DIGITS).replace('-', '−');
    }

    String caption() {
        return caption;
    }

    List<String> header() {
        return header;
    }

    List<List<String>> rows() {
        return rows;
    }
}
