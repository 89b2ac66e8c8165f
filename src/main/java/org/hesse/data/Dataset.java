package org.hesse.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hesse.objective.Seeds;

/**
 * A table of numbers with a target: for each sample a row of features and a class, or a real number. Immutable, so
 * threads may share it; the arrays it hands out are its own and are never to be written to.
 */
public final class Dataset {
    private static final long MOST = 1L << 28;

    private final String name;
    private final List<String> features;
    private final List<String> classes;
    private final SparseRows sparse; // null if the rows are stored densely
    private volatile double[][] rows; // of sparse rows made when first asked for: a race only makes them twice
    private final double[] targets;
    private final Map<String, List<String>> encoded;
    private String hash; // computed when first asked for: a race only computes it twice

    private Dataset(
            String name,
            List<String> features,
            List<String> classes,
            double[][] rows,
            SparseRows sparse,
            double[] targets,
            Map<String, List<String>> encoded) {
        this.name = name;
        this.sparse = sparse;
        this.features = features;
        this.classes = classes;
        this.rows = rows;
        this.targets = targets;
        this.encoded = encoded;
    }

    /**
     * A data set with classes as its target.
     *
     * @param name its name, for reports
     * @param features the names of the d features
     * @param classes the names of the classes, at least 2
     * @param rows N ≥ 1 rows of length d ≥ 1, copied
     * @param labels the class of each row, length N, from 0 to the number of classes − 1, copied
     * @return the data set
     * @throws IllegalArgumentException if the shapes do not agree, or a number is not finite or out of range
     */
    public static Dataset classification(
            String name, List<String> features, List<String> classes, double[][] rows, int[] labels) {
        return checked(name, features, checkedClasses(classes, labels), rows, numbers(labels));
    }

    /**
     * A data set with classes as its target and most of its features 0.
     *
     * @param name its name, for reports
     * @param features the names of the d features
     * @param classes the names of the classes, at least 2
     * @param rows N ≥ 1 rows of d ≥ 1 columns
     * @param labels the class of each row, length N, from 0 to the number of classes − 1, copied
     * @return the data set
     * @throws IllegalArgumentException if the shapes do not agree, or a label is out of range
     */
    public static Dataset classification(
            String name, List<String> features, List<String> classes, SparseRows rows, int[] labels) {
        return checked(name, features, checkedClasses(classes, labels), rows, numbers(labels));
    }

    private static double[] numbers(int[] labels) {
        return Arrays.stream(labels).asDoubleStream().toArray();
    }

    private static List<String> checkedClasses(List<String> classes, int[] labels) {
        if (classes.size() < 2) {
            throw new IllegalArgumentException("classes " + classes + ": expected at least 2");
        }
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes.size()) {
                throw new IllegalArgumentException(
                        "label " + labels[i] + " of sample " + i + ": expected from 0 to " + (classes.size() - 1));
            }
        }
        return List.copyOf(classes);
    }

    /**
     * A data set with real numbers as its target.
     *
     * @param name its name, for reports
     * @param features the names of the d features
     * @param rows N ≥ 1 rows of length d ≥ 1, copied
     * @param targets the target of each row, length N, copied
     * @return the data set
     * @throws IllegalArgumentException if the shapes do not agree, or a number is not finite
     */
    public static Dataset regression(String name, List<String> features, double[][] rows, double[] targets) {
        return checked(name, features, List.of(), rows, targets.clone());
    }

    /**
     * A data set with real numbers as its target and most of its features 0.
     *
     * @param name its name, for reports
     * @param features the names of the d features
     * @param rows N ≥ 1 rows of d ≥ 1 columns
     * @param targets the target of each row, length N, copied
     * @return the data set
     * @throws IllegalArgumentException if the shapes do not agree, or a target is not finite
     */
    public static Dataset regression(String name, List<String> features, SparseRows rows, double[] targets) {
        return checked(name, features, List.of(), rows, targets.clone());
    }

    private static void checkSizes(String name, int rows, double[] targets, int features) {
        if (rows == 0 || rows != targets.length || features == 0) {
            throw new IllegalArgumentException("data set " + name + ": " + rows + " rows, " + targets.length
                    + " targets, " + features + " features; expected as many rows as targets, all at least 1");
        }
        for (int i = 0; i < rows; i++) {
            if (!Double.isFinite(targets[i])) {
                throw new IllegalArgumentException("data set " + name + ": target of sample " + i + " is " + targets[i]
                        + ", expected a finite number");
            }
        }
    }

    private static Dataset checked(
            String name, List<String> features, List<String> classes, SparseRows rows, double[] targets) {
        checkSizes(name, rows.rows(), targets, features.size());
        if (rows.columns() != features.size()) {
            throw new IllegalArgumentException(
                    "data set " + name + ": rows of " + rows.columns() + " columns, expected " + features.size());
        }
        return new Dataset(name, List.copyOf(features), classes, null, rows, targets, Map.of());
    }

    private static Dataset checked(
            String name, List<String> features, List<String> classes, double[][] rows, double[] targets) {
        checkSizes(name, rows.length, targets, features.size());
        double[][] copy = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            copy[i] = rows[i].clone();
            if (copy[i].length != features.size()) {
                throw new IllegalArgumentException("data set " + name + ": sample " + i + " has " + copy[i].length
                        + " features, expected " + features.size());
            }
            for (int j = 0; j < copy[i].length; j++) {
                if (!Double.isFinite(copy[i][j])) {
                    throw new IllegalArgumentException("data set " + name + ": feature " + features.get(j)
                            + " of sample " + i + " is " + copy[i][j] + ", expected a finite number");
                }
            }
        }
        return new Dataset(name, List.copyOf(features), List.copyOf(classes), copy, null, targets, Map.of());
    }

    /**
     * The name.
     *
     * @return for reports
     */
    public String name() {
        return name;
    }

    /**
     * The number of samples.
     *
     * @return N, at least 1
     */
    public int size() {
        return targets.length;
    }

    /**
     * The names of the features.
     *
     * @return d names, at least 1
     */
    public List<String> features() {
        return features;
    }

    /**
     * The names of the classes.
     *
     * @return at least 2 names, or none if the target is a real number
     */
    public List<String> classes() {
        return classes;
    }

    /**
     * The features, densely. Sparse ones are made dense here and stay so besides: whoever can, asks for {@link #sparse} or
     * for single rows.
     *
     * @return N rows of length d, never to be written to
     * @throws IllegalArgumentException if sparse rows would have more than 2²⁸ numbers (2 GB)
     */
    public double[][] rows() {
        if (rows == null) {
            long numbers = (long) size() * features.size();
            if (numbers > MOST) {
                throw new IllegalArgumentException("data set " + this + ": " + numbers + " numbers, expected at most "
                        + MOST + " where the rows are needed densely");
            }
            double[][] dense = new double[size()][features.size()];
            for (int i = 0; i < dense.length; i++) {
                sparse.copy(i, dense[i]);
            }
            rows = dense;
        }
        return rows;
    }

    /**
     * The features without their zeros.
     *
     * @return the rows; empty if they are stored densely
     */
    public Optional<SparseRows> sparse() {
        return Optional.ofNullable(sparse);
    }

    /**
     * One sample's features.
     *
     * @param i its number
     * @param room length d, <em>modified</em> if the rows are sparse
     * @return the row, never to be written to: that of {@link #rows}, or {@code room}
     */
    public double[] row(int i, double[] room) {
        if (sparse == null) {
            return rows[i];
        }
        sparse.copy(i, room);
        return room;
    }

    /**
     * The same data set with its zeros left out.
     *
     * @return the data set itself if they are
     */
    public Dataset asSparse() {
        return sparse != null ? this : with(features, SparseRows.of(rows));
    }

    private Dataset with(List<String> names, SparseRows changed) {
        return new Dataset(name, names, classes, null, changed, targets, encoded);
    }

    /** Every feature multiplied by a factor of its own; what is sparse stays so. */
    Dataset scaledBy(double[] factors) {
        return sparse != null
                ? with(features, sparse.scaled(factors))
                : map(
                        features,
                        row -> IntStream.range(0, row.length)
                                .mapToDouble(j -> factors[j] * row[j])
                                .toArray());
    }

    /**
     * The target.
     *
     * @return for each sample its class as an index into {@link #classes}, or a real number; never to be written to
     */
    public double[] targets() {
        return targets;
    }

    /**
     * What text of a file became numbers: the columns of categories, each of which has one feature for each category, 1
     * where the sample is of the category and 0 elsewhere (one-hot). Changes of the rows leave it as it was read.
     *
     * @return for each such column, in the order of the file, its categories in the order of the features
     */
    public Map<String, List<String>> encoded() {
        return encoded;
    }

    /** The same data set, with what its reader has encoded. */
    Dataset encoding(Map<String, List<String>> columns) {
        return new Dataset(
                name,
                features,
                classes,
                rows,
                sparse,
                targets,
                Collections.unmodifiableMap(new LinkedHashMap<>(columns)));
    }

    /**
     * The same samples with every row changed; sparse rows become dense.
     *
     * @param names the names of the new features
     * @param change makes a new row of a row, which it must not modify
     * @return the new data set
     * @throws IllegalArgumentException if the new rows have not the length of {@code names}, or are not finite
     */
    public Dataset map(List<String> names, UnaryOperator<double[]> change) {
        return checked(name, names, classes, Arrays.stream(rows()).map(change).toArray(double[][]::new), targets)
                .encoding(encoded);
    }

    /**
     * Every feature multiplied by a factor.
     *
     * @param factor finite
     * @return the new data set
     */
    public Dataset scaled(double factor) {
        if (sparse != null) {
            double[] factors = new double[features.size()];
            Arrays.fill(factors, factor);
            return scaledBy(factors);
        }
        return map(features, row -> Arrays.stream(row).map(x -> factor * x).toArray());
    }

    /**
     * With one more feature, last, which is 1 everywhere: its weight is the intercept.
     *
     * @return the new data set
     */
    public Dataset withConstant() {
        List<String> names = new ArrayList<>(features);
        names.add("constant");
        if (sparse != null) {
            return with(List.copyOf(names), sparse.withConstant());
        }
        return map(names, row -> {
            double[] longer = Arrays.copyOf(row, row.length + 1);
            longer[row.length] = 1;
            return longer;
        });
    }

    /**
     * Some of the samples, in a given order.
     *
     * @param order the numbers of the samples, at least one
     * @return the new data set, which shares the rows with this one
     */
    public Dataset pick(int... order) {
        if (order.length == 0) {
            throw new IllegalArgumentException("data set " + name + ": no sample picked, expected at least 1");
        }
        return new Dataset(
                name,
                features,
                classes,
                sparse != null
                        ? null
                        : Arrays.stream(order).mapToObj(i -> rows[i]).toArray(double[][]::new),
                sparse == null ? null : sparse.pick(order),
                Arrays.stream(order).mapToDouble(i -> targets[i]).toArray(),
                encoded);
    }

    /**
     * Two parts of a data set without a sample in common.
     *
     * @param train to fit on
     * @param heldOut to measure on
     */
    public record Split(Dataset train, Dataset heldOut) {}

    /**
     * Splits at random.
     *
     * @param heldOut the share held out, in (0, 1), rounded to whole samples; both parts get at least one
     * @param seed of the permutation
     * @return the parts
     * @throws IllegalArgumentException if the share is out of range, or there is only one sample
     */
    public Split split(double heldOut, long seed) {
        if (!(heldOut > 0 && heldOut < 1)) {
            throw new IllegalArgumentException("held-out share " + heldOut + ": expected 0 < share < 1");
        }
        int n = size();
        if (n < 2) {
            throw new IllegalArgumentException("data set " + name + " has 1 sample: expected at least 2 to split");
        }
        int[] order = IntStream.range(0, n).toArray();
        RandomGenerator random = Seeds.random(seed);
        for (int i = n - 1; i > 0; i--) { // Fisher–Yates
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        int out = (int) Math.max(1, Math.min(n - 1, Math.round(heldOut * n)));
        return new Split(pick(Arrays.copyOfRange(order, out, n)), pick(Arrays.copyOf(order, out)));
    }

    /**
     * A fingerprint of the content, for provenance: the SHA-256 of the numbers of samples, features and classes, the
     * names of features and classes, then each row and its target; integers and doubles big-endian, −0 as 0, texts as
     * their UTF-8 length and bytes. The name of the data set is not in it.
     *
     * @return 64 hexadecimal digits
     */
    public String hash() {
        if (hash == null) {
            MessageDigest sha = sha256();
            ByteBuffer number = ByteBuffer.allocate(Integer.BYTES);
            for (int count : new int[] {size(), features.size(), classes.size()}) {
                sha.update(number.putInt(0, count).array());
            }
            for (String text :
                    Stream.concat(features.stream(), classes.stream()).toList()) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                sha.update(number.putInt(0, bytes.length).array());
                sha.update(bytes);
            }
            ByteBuffer sample = ByteBuffer.allocate((features.size() + 1) * Double.BYTES);
            double[] room = new double[sparse == null ? 0 : features.size()];
            for (int i = 0; i < size(); i++) {
                double[] row = row(i, room);
                for (int j = 0; j < row.length; j++) {
                    sample.putDouble(j * Double.BYTES, row[j] + 0.0); // −0 + 0 = 0
                }
                sample.putDouble(row.length * Double.BYTES, targets[i] + 0.0);
                sha.update(sample.array());
            }
            hash = HexFormat.of().formatHex(sha.digest());
        }
        return hash;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return name + ": " + size() + " x " + features.size()
                + (classes.isEmpty() ? ", real target" : ", " + classes.size() + " classes");
    }
}
