package org.hesse.data;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hesse.io.Packed;
import org.hesse.io.Phrase;

/**
 * How a LIBSVM file holds a data set: {@code label index:value index:value …}, a sample a line, what is not written 0.
 * Indices ascend within a line and begin at 1, or at 0 if index 0 occurs anywhere. What follows a {@code #} is a comment.
 * The rows are stored sparsely, unless more than a quarter of their numbers are written.
 *
 * <p>Source: the README of Chang and Lin's LIBSVM; indices from 0 as scikit-learn writes them.
 *
 * @param features d, the number of features; 0 for as many as the largest index says. A test part may not show them all
 * @param classes whether the label is a class or a real number
 */
public record LibsvmFormat(int features, boolean classes) {
    private static final int MOST = 1 << 23; // features, each of which has a name
    private static final long MOST_ENTRIES = 1L << 28; // 3 GB
    private static final long DENSE = 4;

    private record Sample(String label, int[] index, double[] value) {}

    /** Checks the number. */
    public LibsvmFormat {
        if (features < 0) {
            throw new IllegalArgumentException("features = " + features + ", expected at least 0");
        }
    }

    /**
     * The label is a class.
     *
     * @return the format
     */
    public static LibsvmFormat classification() {
        return new LibsvmFormat(0, true);
    }

    /**
     * The label is a real number.
     *
     * @return the format
     */
    public static LibsvmFormat regression() {
        return new LibsvmFormat(0, false);
    }

    /**
     * With a known number of features.
     *
     * @param d at least the largest index
     * @return the new format
     */
    public LibsvmFormat withFeatures(int d) {
        return new LibsvmFormat(d, classes);
    }

    /**
     * Reads a file, which may be gzipped.
     *
     * @param file the file; its name becomes the name of the data set
     * @return the data set
     * @throws IllegalArgumentException naming file and row (from 1), if it is empty or a row is not as it should be
     * @throws UncheckedIOException if it cannot be read
     */
    public Dataset read(Path file) {
        try (BufferedInputStream in = Packed.open(file)) {
            return parse(file.getFileName().toString(), in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
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
        return parse(name, Packed.unpacked(in));
    }

    private Dataset parse(String source, InputStream in) throws IOException {
        List<Sample> samples = new ArrayList<>();
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        String line = lines.readLine();
        for (long row = 1; line != null; row++, line = lines.readLine()) {
            String text = line.replaceFirst("#.*", "").strip();
            if (!text.isEmpty()) {
                samples.add(sample(source + ", row " + row, text.split("\\s+")));
            }
        }
        if (samples.isEmpty()) {
            throw new IllegalArgumentException(source + ": the file is empty");
        }
        return dataset(source, samples);
    }

    private Sample sample(String where, String[] parts) {
        int[] index = new int[parts.length - 1];
        double[] value = new double[parts.length - 1];
        for (int k = 0; k < index.length; k++) {
            String part = parts[k + 1];
            int colon = part.indexOf(':');
            String before = colon < 0 ? "" : part.substring(0, colon);
            double number = colon < 0 ? Double.NaN : number(part.substring(colon + 1));
            if (!before.matches("\\d{1,9}") || Double.isNaN(number)) {
                throw new IllegalArgumentException(
                        where + ": \"" + part + "\", expected index:value with a whole and a finite number");
            }
            index[k] = Integer.parseInt(before);
            value[k] = number;
            if (k > 0 && index[k] <= index[k - 1]) {
                throw new IllegalArgumentException(
                        where + ": index " + index[k] + " after " + index[k - 1] + ", expected ascending indices");
            }
        }
        if (!classes && Double.isNaN(number(parts[0]))) {
            throw new IllegalArgumentException(where + ": label \"" + parts[0] + "\", expected a finite number");
        }
        return new Sample(parts[0].startsWith("+") ? parts[0].substring(1) : parts[0], index, value);
    }

    private static double number(String text) {
        double number = Phrase.number(text).orElse(Double.NaN);
        return Double.isFinite(number) ? number : Double.NaN;
    }

    private Dataset dataset(String source, List<Sample> samples) {
        boolean fromZero = samples.stream().anyMatch(s -> s.index.length > 0 && s.index[0] == 0);
        int base = fromZero ? 0 : 1;
        int seen = samples.stream()
                .mapToInt(s -> s.index.length == 0 ? 0 : s.index[s.index.length - 1] - base + 1)
                .max()
                .orElse(0);
        int d = features == 0 ? seen : features;
        if (seen > d || d == 0 || d > MOST) {
            throw new IllegalArgumentException(source + ": " + Math.max(seen, d) + " features, expected "
                    + (d == 0 ? "at least 1" : "at most " + (seen > d ? d : MOST)));
        }
        SparseRows sparse = sparse(source, samples, base, d);
        List<String> names =
                IntStream.range(0, d).mapToObj(j -> "feature " + (j + base)).toList();
        List<String> labels = samples.stream().map(Sample::label).toList();
        if (!classes) {
            return stored(Dataset.regression(
                    source,
                    names,
                    sparse,
                    labels.stream().mapToDouble(LibsvmFormat::number).toArray()));
        }
        List<String> distinct = Labels.distinct(labels);
        Map<String, Integer> index = new TreeMap<>();
        distinct.forEach(label -> index.put(label, index.size()));
        return stored(Dataset.classification(
                source,
                names,
                distinct,
                sparse,
                labels.stream().mapToInt(index::get).toArray()));
    }

    /** Densely, where that is as fast and not much larger. */
    private static Dataset stored(Dataset data) {
        SparseRows rows = data.sparse().orElseThrow();
        return DENSE * rows.value().length > (long) rows.rows() * rows.columns()
                ? data.map(data.features(), row -> row)
                : data;
    }

    private static SparseRows sparse(String source, List<Sample> samples, int base, int d) {
        long entries = samples.stream().mapToLong(s -> s.index.length).sum();
        if (entries > MOST_ENTRIES) {
            throw new IllegalArgumentException(source + ": " + entries + " numbers, expected at most " + MOST_ENTRIES);
        }
        int[] start = new int[samples.size() + 1];
        int[] index = new int[(int) entries];
        double[] value = new double[index.length];
        for (int i = 0; i < samples.size(); i++) {
            Sample s = samples.get(i);
            for (int k = 0; k < s.index.length; k++) {
                index[start[i] + k] = s.index[k] - base;
                value[start[i] + k] = s.value[k];
            }
            start[i + 1] = start[i] + s.index.length;
        }
        return new SparseRows(d, start, index, value);
    }
}
