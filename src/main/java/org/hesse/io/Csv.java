package org.hesse.io;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rows of a comma-separated file (RFC 4180, UTF-8), each knowing where it stands, so that an error can say where it
 * is. Semicolons or tabs may take the place of the commas, if the first line has more of them. Empty lines are skipped; a ragged file is refused.
 *
 * @param source the name of the file, for messages
 * @param rows at least one, from the top of the file
 */
public record Csv(String source, List<Row> rows) {
    private static final Set<String> MISSING = Set.of("", "?", "NA", "N/A", "NaN", "nan", "null");
    private static final Pattern NUMBER = Pattern.compile("[+-]?((\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?|Infinity)");
    private static final String SEPARATORS = ",;\t";
    private static final int HEAD = 1 << 16; // of the first line, as much as is looked at

    /**
     * One row.
     *
     * @param line the line of the file it begins on, from 1
     * @param cells its cells, as text
     */
    public record Row(long line, List<String> cells) {}

    /**
     * Reads a file, unpacked if it is gzipped (whatever its name).
     *
     * @param file the file
     * @return its rows
     * @throws IllegalArgumentException if it is empty, or not valid CSV
     * @throws UncheckedIOException if it cannot be read
     */
    public static Csv read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(file.getFileName().toString(), in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads a stream, unpacked if it is gzipped.
     *
     * @param source its name, for messages
     * @param in the stream, read to its end but not closed
     * @return its rows
     * @throws IllegalArgumentException if it is empty, or not valid CSV
     * @throws IOException if it cannot be read
     */
    public static Csv read(String source, InputStream in) throws IOException {
        List<Row> rows = new ArrayList<>();
        try {
            BufferedInputStream text = Packed.unpacked(in);
            CsvReader<CsvRecord> reader = CsvReader.builder()
                    .fieldSeparator(separator(text))
                    .extraFieldStrategy(
                            FieldMismatchStrategy.IGNORE) // raggedness is reported by our own message, below
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .detectBomHeader(true)
                    .ofCsvRecord(text, StandardCharsets.UTF_8);
            for (CsvRecord row : reader) {
                rows.add(new Row(row.getStartingLineNumber(), row.getFields()));
            }
        } catch (CsvParseException e) {
            throw new IllegalArgumentException(source + ": not valid CSV: " + e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(source + ": the file is empty");
        }
        return new Csv(source, List.copyOf(rows));
    }

    /**
     * The separator that the first line has most of, outside of quotes: a comma, a semicolon or a tab.
     *
     * @param in at its beginning, where it stays
     */
    private static char separator(BufferedInputStream in) throws IOException {
        int[] count = new int[SEPARATORS.length()];
        boolean quoted = false;
        in.mark(HEAD);
        for (int k = 1; k < HEAD; k++) {
            int c = in.read();
            if (c < 0 || c == '\n' && !quoted) {
                break;
            }
            quoted ^= c == '"';
            int i = quoted ? -1 : SEPARATORS.indexOf(c);
            if (i >= 0) {
                count[i]++;
            }
        }
        in.reset();
        int most = 0;
        for (int i = 1; i < count.length; i++) {
            most = count[i] > count[most] ? i : most;
        }
        return SEPARATORS.charAt(most);
    }

    /**
     * The number in a cell.
     *
     * @param row one of the rows
     * @param column index of the cell, from 0
     * @param name the name of the column, or null if it has none
     * @return the number, finite
     * @throws IllegalArgumentException if the cell is missing or is not a finite number
     */
    public double number(Row row, int column, String name) {
        String cell = text(row, column, name);
        if (!NUMBER.matcher(cell).matches()) { // parseDouble would read 2d and 0x1p3, too
            throw new IllegalArgumentException(where(row, column, name) + ": \"" + cell + "\" is not a number");
        }
        double number = Double.parseDouble(cell);
        if (Double.isFinite(number)) {
            return number;
        }
        throw new IllegalArgumentException(where(row, column, name) + ": " + cell + " is not finite");
    }

    /**
     * The text in a cell.
     *
     * @param row one of the rows
     * @param column index of the cell, from 0
     * @param name the name of the column, or null if it has none
     * @return the text without surrounding white space, not empty
     * @throws IllegalArgumentException if the cell is missing
     */
    public String text(Row row, int column, String name) {
        String cell = row.cells.get(column).strip();
        if (MISSING.contains(cell)) {
            throw new IllegalArgumentException(
                    where(row, column, name) + ": the cell is missing" + (cell.isEmpty() ? "" : " (\"" + cell + "\")"));
        }
        return cell;
    }

    /**
     * Whether a cell has no value.
     *
     * @param row one of the rows
     * @param column index of the cell, from 0
     * @return true for an empty cell and the usual marks such as {@code NA} and {@code ?}
     */
    public boolean isMissing(Row row, int column) {
        return MISSING.contains(row.cells.get(column).strip());
    }

    /**
     * Refuses a row that has not the expected number of cells.
     *
     * @param row one of the rows
     * @param columns the number of cells expected
     * @throws IllegalArgumentException if it has another number
     */
    public void requireWidth(Row row, int columns) {
        if (row.cells.size() != columns) {
            throw new IllegalArgumentException(source + ", row " + row.line + ": " + row.cells.size()
                    + (row.cells.size() == 1 ? " cell" : " cells") + ", expected " + columns);
        }
    }

    private String where(Row row, int column, String name) {
        return source + ", row " + row.line + ", column " + (column + 1) + (name == null ? "" : " (" + name + ")");
    }
}
