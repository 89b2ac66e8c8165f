package org.hesse.problem;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hesse.linear.Products;
import org.hesse.linear.Vectors;
import org.hesse.objective.Batch;
import org.hesse.objective.Curved;
import org.hesse.objective.FiniteSum;
import org.hesse.objective.Hessian;
import org.hesse.objective.Layout;
import org.hesse.objective.Objective;
import org.hesse.objective.PerSample;
import org.hesse.objective.Structure;
import org.hesse.problem.catalog.TestProblem;

/**
 * A quadratic seen through noise: f(θ) = (1/N) Σᵢ ½(θ − xᵢ)ᵀQ(θ − xᵢ), the same matrix for each sample. On a batch with mean
 * m it is ½(θ − m)ᵀQ(θ − m) + c, so the minimum is m, and an evaluation costs one product with Q whatever the batch.
 *
 * <p>Source: {@code quadratic_deep} of Schneider, Balles and Hennig (2019), ICLR, DeepOBS: {@link #deep}.
 */
public final class NoisyQuadratic implements FiniteSum {
    private static final int DEEP_DIMENSION = 100;
    private static final int DEEP_SAMPLES = 1000;

    private final String name;
    private final double[][] q;
    private final double[][] samples;
    private final double[] halves; // ½xᵢᵀQxᵢ
    private final Mean all;

    /**
     * Makes the function.
     *
     * @param name its name, for reports
     * @param q Q, symmetric, n rows of length n, copied
     * @param samples N ≥ 1 rows of length n, copied
     * @throws IllegalArgumentException if the shapes do not agree
     */
    public NoisyQuadratic(String name, double[][] q, double[][] samples) {
        this.name = name;
        this.q = rows("row of Q", q, q.length);
        this.samples = rows("sample", samples, q.length);
        this.halves = new double[samples.length];
        double[] qx = new double[q.length];
        for (int i = 0; i < halves.length; i++) {
            halves[i] = half(samples[i], qx);
        }
        this.all = new Mean(IntStream.range(0, samples.length).toArray());
    }

    private static double[][] rows(String what, double[][] rows, int n) {
        if (rows.length == 0) {
            throw new IllegalArgumentException("no " + what + ": expected at least 1");
        }
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != n) {
                throw new IllegalArgumentException(
                        what + " " + i + " has length " + rows[i].length + ": expected " + n + ", the rows of Q");
            }
        }
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    /**
     * DeepOBS's {@code quadratic_deep}: n = 100, N = 1000, 90 eigenvalues in (0, 1) and 10 in (30, 60), condition number 9621;
     * the lowest value is 84.769653. A run starts from ones.
     *
     * @return the function
     */
    public static NoisyQuadratic deep() {
        double[][] q = new double[DEEP_DIMENSION][DEEP_DIMENSION];
        double[][] samples = new double[DEEP_SAMPLES][DEEP_DIMENSION];
        try (DataInputStream in = new DataInputStream(
                new BufferedInputStream(NoisyQuadratic.class.getResourceAsStream("quadratic_deep.bin")))) {
            for (int i = 0; i < q.length; i++) {
                for (int j = i; j < q.length; j++) {
                    q[i][j] = in.readDouble();
                    q[j][i] = q[i][j];
                }
            }
            for (double[] sample : samples) {
                for (int j = 0; j < sample.length; j++) {
                    sample[j] = in.readFloat();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the bundled numbers of quadratic-deep", e);
        }
        return new NoisyQuadratic("quadratic-deep", q, samples);
    }

    TestProblem problem() {
        double[] start = new double[dimension()];
        Arrays.fill(start, 1);
        TestProblem.Point minimum = TestProblem.Point.minimum(all.least, all.mean.clone());
        return new TestProblem(name, this, start, List.of(minimum), true, "Schneider, Balles and Hennig (2019)");
    }

    /**
     * The minimiser, if Q is positive definite: the mean of the samples.
     *
     * @return length n, owned by the caller
     */
    public double[] minimiser() {
        return all.mean.clone();
    }

    /**
     * The value at {@link #minimiser}.
     *
     * @return the lowest value, if Q is positive definite
     */
    public double least() {
        return all.least;
    }

    @Override
    public long terms() {
        return samples.length;
    }

    @Override
    public Objective on(Batch batch) {
        if (batch instanceof Batch.All) {
            return all;
        }
        if (batch instanceof Batch.Rows rows) {
            int[] places = Arrays.copyOfRange(rows.order(), rows.from(), rows.to());
            for (int row : places) {
                if (row < 0 || row >= samples.length) {
                    throw new IllegalArgumentException("batch row " + row + ": expected from 0 to "
                            + (samples.length - 1) + ", the samples of " + name);
                }
            }
            return new Mean(places);
        }
        throw new IllegalArgumentException("batch " + batch + ": expected all terms, or rows of " + name);
    }

    @Override
    public int dimension() {
        return q.length;
    }

    @Override
    public Layout layout() {
        return Layout.vector("theta", q.length);
    }

    @Override
    public double value(double[] x) {
        return all.value(x);
    }

    @Override
    public double valueAndGradient(double[] x, double[] g) {
        return all.valueAndGradient(x, g);
    }

    @Override
    public <T extends Structure> Optional<T> as(Class<T> type) {
        return all.as(type);
    }

    @Override
    public String toString() {
        return "f(" + layout().shown() + "): " + name;
    }

    /** ½dᵀQd; leaves Qd in {@code qd}. */
    private double half(double[] d, double[] qd) {
        Products.times(q, q.length, d, q.length, qd);
        return Vectors.dot(d, qd) / 2;
    }

    /** The mean over some samples. */
    private final class Mean implements Objective, PerSample {
        private final int[] rows;
        private final double[] mean;
        private final double least;

        Mean(int[] rows) {
            this.rows = rows;
            this.mean = new double[q.length];
            double sum = 0;
            for (int row : rows) {
                Vectors.axpy(1, samples[row], mean);
                sum += halves[row];
            }
            Vectors.scale(1.0 / rows.length, mean);
            this.least = sum / rows.length - half(mean, new double[q.length]);
        }

        @Override
        public int dimension() {
            return q.length;
        }

        @Override
        public Layout layout() {
            return NoisyQuadratic.this.layout();
        }

        @Override
        public double value(double[] x) {
            return valueAndGradient(x, new double[q.length]);
        }

        @Override
        public double valueAndGradient(double[] x, double[] g) {
            return half(Vectors.minus(x, mean), g) + least;
        }

        @Override
        public <T extends Structure> Optional<T> as(Class<T> type) {
            Curved curved = x -> new Matrix();
            return type == Curved.class ? Optional.of(type.cast(curved)) : Objective.super.as(type);
        }

        @Override
        public int size() {
            return rows.length;
        }

        @Override
        public void gradients(double[] x, int from, int to, double[] gradients) {
            check(q.length, from, to, gradients);
            double[] g = new double[q.length];
            for (int i = from; i < to; i++) {
                half(Vectors.minus(x, samples[rows[i]]), g);
                System.arraycopy(g, 0, gradients, (i - from) * g.length, g.length);
            }
        }

        @Override
        public String toString() {
            return NoisyQuadratic.this.toString();
        }
    }

    private final class Matrix implements Hessian {
        @Override
        public int dimension() {
            return q.length;
        }

        @Override
        public void times(double[] v, double[] hv) {
            Products.times(q, q.length, v, q.length, hv);
        }

        @Override
        public double[][] dense() {
            return Arrays.stream(q).map(double[]::clone).toArray(double[][]::new);
        }
    }
}
