package org.hesse.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.hesse.data.Dataset;
import org.hesse.objective.Kind;
import org.hesse.objective.Layout;
import org.hesse.objective.Seeds;
import org.hesse.problem.catalog.TestProblem;

/**
 * A linear autoencoder: f(B, A) = (1/N) Σᵢ ½‖A B xᵢ − xᵢ‖² + ½λ(‖A‖² + ‖B‖²), B of shape p × d, then A of shape d × p, both
 * stored row by row. Targets are not looked at; the features should be centred.
 *
 * <p>For λ = 0 all critical points are known. With eigenvectors uᵢ and distinct eigenvalues μ₁ &gt; … &gt; μ_d &gt; 0 of
 * (1/N) Σᵢ xᵢxᵢᵀ, those of rank p are A = U C, B = C⁻¹Uᵀ with p of the eigenvectors in U and any invertible C; the value is
 * half the sum of the other eigenvalues. Those of the p largest are the minima, a continuum; all others are saddles with
 * directions down, one for each pair of an eigenvector inside U and one outside with a larger eigenvalue.
 *
 * <p>Source: Baldi and Hornik (1989), Neural Networks 2, 53–58.
 */
public final class LinearAutoencoder extends DataModel {
    private static final long START_SEED = 1;

    final int hidden;

    /**
     * Makes the function.
     *
     * @param data the features
     * @param lambda λ, at least 0
     * @param hidden p, from 1 to the number of features
     * @throws IllegalArgumentException if a number is out of range
     */
    public LinearAutoencoder(Dataset data, double lambda, int hidden) {
        super(data, layout(data.features().size(), hidden), lambda, 1);
        this.hidden = hidden;
    }

    private static Layout layout(int d, int p) {
        if (p < 1 || p > d) {
            throw new IllegalArgumentException("hidden = " + p + ", expected from 1 to " + d + ", the features");
        }
        return new Layout(List.of(new Layout.Block("B", p, d), new Layout.Block("A", d, p)));
    }

    /**
     * A random start near the saddle at 0: uniform in ±1/√d.
     *
     * @param seed of the random numbers
     * @return length 2dp
     */
    public double[] initial(long seed) {
        RandomGenerator random = Seeds.random(seed);
        double scale = 1 / Math.sqrt(data.features().size());
        return random.doubles(dimension()).map(u -> scale * (2 * u - 1)).toArray();
    }

    /** With samples √(dμᵢ)·eᵢ and μ = d, d − 1, …, 1, so that the eigenvectors are the unit vectors. */
    static TestProblem problem(int d, int p) {
        double[][] rows = new double[d][d];
        for (int i = 0; i < d; i++) {
            rows[i][i] = Math.sqrt((double) d * (d - i));
        }
        List<String> names = IntStream.range(0, d).mapToObj(j -> "x" + j).toList();
        LinearAutoencoder f =
                new LinearAutoencoder(Dataset.regression("unit vectors", names, rows, new double[d]), 0, p);
        List<TestProblem.Point> points = new ArrayList<>();
        points.add(new TestProblem.Point(
                new double[f.dimension()], Kind.SADDLE, d * p, d * (d + 1) / 4.0)); // nothing goes through
        choose(new int[p], 0, 0, d, points);
        TestProblem.Point least = points.remove(1); // its kind is DEGENERATE, as that of all of its continuum
        return new TestProblem(
                "linear-autoencoder:features=" + d + ",hidden=" + p,
                f,
                f.initial(START_SEED),
                points,
                false, // each is one of a continuum, and there are those of smaller rank
                new double[] {least.value()},
                "Baldi and Hornik (1989)");
    }

    /** The points with C = I of all choices of eigenvectors. */
    private static void choose(int[] chosen, int count, int from, int d, List<TestProblem.Point> points) {
        if (count == chosen.length) {
            points.add(point(chosen, d));
            return;
        }
        for (int i = from; i < d; i++) {
            chosen[count] = i;
            choose(chosen, count + 1, i + 1, d, points);
        }
    }

    private static TestProblem.Point point(int[] chosen, int d) {
        int p = chosen.length;
        double[] x = new double[2 * d * p];
        int index = 0;
        double value = d * (d + 1) / 4.0;
        for (int k = 0; k < p; k++) {
            x[k * d + chosen[k]] = 1;
            x[p * d + chosen[k] * p + k] = 1;
            value -= (d - chosen[k]) / 2.0;
            index += chosen[k] - k; // the larger ones that were not chosen
        }
        return new TestProblem.Point(x, index == 0 ? Kind.DEGENERATE : Kind.SADDLE, index, value);
    }

    @Override
    SampleSum over(Dataset samples, int[] order, int from, int size) {
        return new Sum(samples, order, from, size);
    }

    @Override
    public String toString() {
        return "LinearAutoencoder[" + hidden + ", " + data + ", lambda " + lambda + "]";
    }

    /** In the room: the features x, the code h = Bx, the residual e = Ah − x, and room for a code and a residual. */
    private final class Sum extends SampleSum {
        private final int d;
        private final int p = hidden;

        Sum(Dataset data, int[] order, int start, int size) {
            super(LinearAutoencoder.this, data, order, start, size);
            this.d = data.features().size();
        }

        @Override
        double[][] room() {
            return new double[][] {new double[d], new double[p], new double[d], new double[p], new double[d]};
        }

        @Override
        double loss(double[] x, int sample, double[][] room) {
            double[] features = data.row(sample, room[0]);
            room[0] = features; // of dense data their own row, which is never written to
            encode(x, features, room[1]);
            double[] e = room[2];
            double sum = 0;
            for (int i = 0; i < d; i++) {
                e[i] = dot(x, (d + i) * p, room[1]) - features[i];
                sum += e[i] * e[i];
            }
            return sum / 2;
        }

        /** A has its rows behind the p·d numbers of B: the i-th begins at (d + i)·p. */
        private static double dot(double[] x, int from, double[] y) {
            double sum = 0;
            for (int j = 0; j < y.length; j++) {
                sum += x[from + j] * y[j];
            }
            return sum;
        }

        private void encode(double[] x, double[] features, double[] h) {
            for (int k = 0; k < p; k++) {
                h[k] = dot(x, k * d, features);
            }
        }

        @Override
        void addGradient(double[] x, int sample, double[][] room, double[] g, int from) {
            double[] q = room[3];
            Arrays.fill(q, 0);
            sendBack(x, room[2], q);
            addOuter(q, room[0], g, from);
            addOuter(room[2], room[1], g, from + p * d);
        }

        /** q ← q + Aᵀe. */
        private void sendBack(double[] x, double[] e, double[] q) {
            for (int i = 0; i < d; i++) {
                for (int k = 0; k < p; k++) {
                    q[k] += x[(d + i) * p + k] * e[i];
                }
            }
        }

        /** g ← g + a·bᵀ from an index on. */
        private static void addOuter(double[] a, double[] b, double[] g, int from) {
            for (int i = 0; i < a.length; i++) {
                for (int j = 0; j < b.length; j++) {
                    g[from + i * b.length + j] += a[i] * b[j];
                }
            }
        }

        @Override
        void addProduct(double[] x, double[] v, int sample, double[][] room, double[] hv, boolean whole) {
            double[] features = room[0];
            double[] rh = new double[p];
            encode(v, features, rh);
            double[] re = room[4];
            for (int i = 0; i < d; i++) {
                re[i] = dot(v, (d + i) * p, room[1]) + dot(x, (d + i) * p, rh);
            }
            double[] q = room[3];
            Arrays.fill(q, 0);
            sendBack(x, re, q);
            if (whole) {
                sendBack(v, room[2], q);
                addOuter(room[2], rh, hv, p * d);
            }
            addOuter(q, features, hv, 0);
            addOuter(re, room[1], hv, p * d);
        }
    }
}
