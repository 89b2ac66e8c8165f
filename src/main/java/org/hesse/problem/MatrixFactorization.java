package org.hesse.problem;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hesse.data.Dataset;
import org.hesse.objective.Kind;
import org.hesse.objective.Layout;
import org.hesse.objective.LeastSquares;
import org.hesse.objective.Seeds;
import org.hesse.objective.Structure;
import org.hesse.problem.catalog.TestProblem;

/**
 * The factorization of a matrix of which some entries are known: f(U, V) = (1/N) Σ ½(uᵢ·vⱼ − rᵢⱼ)² + ½λ(‖U‖² + ‖V‖²), a sum
 * over the N known entries. U has a row of k numbers for each row of the matrix, V one for each column, all stored row by
 * row; it is ½‖r‖² of residuals too ({@link LeastSquares}).
 *
 * <p>The data have two features, the numbers of row and column from 0, and rᵢⱼ as their target. 0 is a critical point, and
 * a saddle where λ is less than the largest singular value of (rᵢⱼ)/N with 0 for the entries not known.
 *
 * <p>See Koren, Bell and Volinsky (2009), Computer 42, 30–37, equation 2.
 */
public final class MatrixFactorization extends DataModel {
    private static final long START_SEED = 1;

    private final int rank;
    private final int rows;

    /**
     * Makes the function.
     *
     * @param data two features, whole numbers from 0: row and column; the entry as the target
     * @param lambda λ, at least 0
     * @param rank k, at least 1
     * @throws IllegalArgumentException if the data are not of this form, or a number is out of range
     */
    public MatrixFactorization(Dataset data, double lambda, int rank) {
        super(checked(data), layout(count(data, 0), count(data, 1), rank), lambda, 1);
        this.rank = rank;
        this.rows = count(data, 0);
    }

    private static Dataset checked(Dataset data) {
        if (data.features().size() != 2) {
            throw new IllegalArgumentException(
                    "matrix factorization of " + data + ": expected 2 features, row and column");
        }
        for (double[] place : data.rows()) {
            for (double number : place) {
                if (!(number >= 0 && number == Math.rint(number) && number < Integer.MAX_VALUE)) {
                    throw new IllegalArgumentException("matrix factorization of " + data + ": place " + number
                            + ", expected whole numbers from 0");
                }
            }
        }
        return data;
    }

    private static int count(Dataset data, int feature) {
        return 1
                + (int) Arrays.stream(data.rows())
                        .mapToDouble(row -> row[feature])
                        .max()
                        .orElseThrow();
    }

    private static Layout layout(int rows, int columns, int rank) {
        if (rank < 1) {
            throw new IllegalArgumentException("rank = " + rank + ", expected at least 1");
        }
        return new Layout(List.of(new Layout.Block("U", rows, rank), new Layout.Block("V", columns, rank)));
    }

    /**
     * A random start near the saddle at 0: uniform in ±1/√k.
     *
     * @param seed of the random numbers
     * @return length n
     */
    public double[] initial(long seed) {
        RandomGenerator random = Seeds.random(seed);
        double scale = 1 / Math.sqrt(rank);
        return random.doubles(dimension()).map(u -> scale * (2 * u - 1)).toArray();
    }

    /** All entries of diag(d, d − 1, …, 1): the best of rank k keeps the k largest, and at 0 each of k·d pairs leads down. */
    static TestProblem problem(int d, int k) {
        double[][] places = new double[d * d][];
        double[] entries = new double[d * d];
        for (int i = 0; i < d * d; i++) {
            places[i] = new double[] {i / d, i % d};
            entries[i] = i / d == i % d ? d - i / d : 0;
        }
        MatrixFactorization f = new MatrixFactorization(
                Dataset.regression("diagonal", List.of("row", "column"), places, entries), 0, k);
        double[] best = new double[f.dimension()];
        double least = 0;
        double all = 0;
        for (int i = 0; i < d; i++) {
            double half = (d - i) * (d - i) / (2.0 * d * d);
            all += half;
            least += i < k ? 0 : half;
        }
        return new TestProblem(
                "matrix-factorization:size=" + d + ",rank=" + k,
                f,
                f.initial(START_SEED),
                List.of(new TestProblem.Point(new double[f.dimension()], Kind.SADDLE, k * d, all)),
                false, // the minima are a continuum
                new double[] {least},
                "Eckart and Young (1936)");
    }

    @Override
    void checkShape(Dataset other) {
        super.checkShape(checked(other));
        if (count(other, 0) > rows || (rows + count(other, 1)) * rank > dimension()) {
            throw new IllegalArgumentException("data set " + other + ": expected rows and columns of those of " + data);
        }
    }

    @Override
    SampleSum over(Dataset samples, int[] order, int from, int size) {
        return new Sum(samples, order, from, size);
    }

    @Override
    public String toString() {
        return "MatrixFactorization[rank " + rank + ", " + data + ", lambda " + lambda + "]";
    }

    /** In the room: the residual. */
    private final class Sum extends SampleSum {
        Sum(Dataset data, int[] order, int start, int size) {
            super(MatrixFactorization.this, data, order, start, size);
        }

        @Override
        double[][] room() {
            return new double[1][1];
        }

        /** Where uᵢ begins. */
        private int u(int sample) {
            return rank * (int) data.rows()[sample][0];
        }

        /** Where vⱼ begins. */
        private int v(int sample) {
            return rank * (rows + (int) data.rows()[sample][1]);
        }

        private double dot(double[] x, int u, double[] y, int v) {
            double sum = 0;
            for (int k = 0; k < rank; k++) {
                sum += x[u + k] * y[v + k];
            }
            return sum;
        }

        private void add(double alpha, double[] x, int from, double[] y, int to) {
            for (int k = 0; k < rank; k++) {
                y[to + k] += alpha * x[from + k];
            }
        }

        @Override
        double loss(double[] x, int sample, double[][] room) {
            double e = dot(x, u(sample), x, v(sample)) - data.targets()[sample];
            room[0][0] = e;
            return e * e / 2;
        }

        @Override
        void addGradient(double[] x, int sample, double[][] room, double[] g, int from) {
            int u = u(sample);
            int v = v(sample);
            add(room[0][0], x, v, g, from + u);
            add(room[0][0], x, u, g, from + v);
        }

        @Override
        void addProduct(double[] x, double[] d, int sample, double[][] room, double[] hv, boolean whole) {
            int u = u(sample);
            int v = v(sample);
            double re = dot(d, u, x, v) + dot(x, u, d, v);
            add(re, x, v, hv, u);
            add(re, x, u, hv, v);
            if (whole) {
                add(room[0][0], d, v, hv, u);
                add(room[0][0], d, u, hv, v);
            }
        }

        @Override
        public <T extends Structure> Optional<T> as(Class<T> type) {
            return type == LeastSquares.class ? Optional.of(type.cast(new Residuals(this))) : super.as(type);
        }
    }

    /** (uᵢ·vⱼ − rᵢⱼ)/√N and, for λ &gt; 0, √λ·x behind them. */
    private final class Residuals implements LeastSquares {
        private final Sum f;

        Residuals(Sum f) {
            this.f = f;
        }

        @Override
        public int dimension() {
            return MatrixFactorization.this.dimension();
        }

        @Override
        public int residualCount() {
            return f.size + (lambda > 0 ? dimension() : 0);
        }

        @Override
        public void residuals(double[] x, double[] r) {
            double[][] room = f.room();
            for (int i = 0; i < f.size; i++) {
                f.loss(x, f.sample(i), room);
                r[i] = room[0][0] / Math.sqrt(f.size);
            }
            for (int i = f.size; i < residualCount(); i++) {
                r[i] = Math.sqrt(lambda) * x[i - f.size];
            }
        }

        @Override
        public void residualsAndJacobian(double[] x, double[] r, double[][] jacobian) {
            residuals(x, r);
            double[][] one = {{1 / Math.sqrt(f.size)}};
            for (int i = 0; i < residualCount(); i++) {
                Arrays.fill(jacobian[i], 0);
                if (i < f.size) {
                    f.addGradient(x, f.sample(i), one, jacobian[i], 0);
                } else {
                    jacobian[i][i - f.size] = Math.sqrt(lambda);
                }
            }
        }
    }
}
