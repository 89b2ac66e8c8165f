package org.hesse.io;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;

/**
 * A comma-separated text (RFC 4180, lines end in LF). Numbers are written so that reading them gives the same bits;
 * {@code NaN}, {@code Infinity} and {@code -Infinity} stand for themselves, an empty cell for what there is not.
 */
public final class CsvText {
    private final StringWriter text = new StringWriter();
    private final CsvWriter writer = CsvWriter.builder()
            .bufferSize(0) // the text is the buffer; what stood in another would be missing from it
            .lineDelimiter(LineDelimiter.LF)
            .build(text);
    private final int width;

    /**
     * Begins with a header.
     *
     * @param header the names of the columns
     */
    public CsvText(List<String> header) {
        width = header.size();
        writer.writeRecord(header);
    }

    /**
     * Appends a row.
     *
     * @param cells numbers and texts, one for each column; null for an empty cell
     * @throws IllegalArgumentException if there are more or fewer cells than columns
     */
    public void row(Object... cells) {
        if (cells.length != width) {
            throw new IllegalArgumentException("row of " + cells.length + " cells, expected " + width);
        }
        writer.writeRecord(Arrays.stream(cells)
                .map(cell -> cell == null ? "" : cell.toString())
                .toList());
    }

    /** The text so far. */
    @Override
    public String toString() {
        return text.toString();
    }
}
