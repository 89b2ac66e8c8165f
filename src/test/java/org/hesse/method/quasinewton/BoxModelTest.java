package org.hesse.method.quasinewton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.hesse.linear.Parallel;
import org.hesse.linear.Vectors;
import org.hesse.objective.Domain;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Seeds;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.junit.jupiter.api.Test;

/**
 * Cauchy points and subspace minima of L-BFGS-B against the same by a dense B, made from θI by the BFGS formula, and no
 * breakpoint's slope or curvature derived from the one before.
 */
class BoxModelTest {
    private static final int N = 7;
    private static final Parallel ONE = Parallel.of(1);

    private final RandomGenerator random = Seeds.random(6);

    /** A model at a point within bounds, some variables at them. */
    private record Model(CompactMemory pairs, double[][] b, double[] x, double[] g, Domain box) {
        double[] times(double[] v) {
            return Arrays.stream(b).mapToDouble(row -> Vectors.dot(row, v)).toArray();
        }

        /** Slope of the model at x + z along d. */
        double slope(double[] z, double[] d) {
            return Vectors.dot(g, d) + Vectors.dot(d, times(z));
        }

        /** P(x − tg) − x. */
        double[] path(double t) {
            double[] z = Vectors.plus(x, -t, g);
            box.project(z);
            return Vectors.minus(z, x);
        }

        double end(int i) {
            return (x[i] - (g[i] < 0 ? box.upper()[i] : box.lower()[i])) / g[i];
        }

        double[] cauchy() {
            double[] ends = IntStream.range(0, N)
                    .mapToDouble(this::end)
                    .filter(t -> t > 0)
                    .sorted()
                    .distinct()
                    .toArray();
            double from = 0;
            for (double to : ends) {
                double middle = from + (to < Double.POSITIVE_INFINITY ? 0.5 * (to - from) : 1);
                double[] d = IntStream.range(0, N)
                        .mapToDouble(i -> end(i) > middle ? -g[i] : 0)
                        .toArray();
                double[] z = path(from);
                double slope = slope(z, d);
                if (slope >= 0) {
                    return z;
                }
                double reach = -slope / Vectors.dot(d, times(d));
                if (from + reach <= to) {
                    return path(from + reach);
                }
                from = to;
            }
            return path(from);
        }
    }

    private double[] vector() {
        return random.doubles(N, -1, 1).toArray();
    }

    private Model model() {
        double[][] a = new double[N][N]; // of a quadratic with condition numbers of a few hundred
        for (int k = 0; k < N; k++) {
            double[] v = vector();
            for (int i = 0; i < N; i++) {
                Vectors.axpy(Math.pow(2.5, k) * v[i], v, a[i]);
                a[i][i] += 0.1;
            }
        }
        int k = 1 + random.nextInt(4);
        CompactMemory pairs = CompactMemory.empty(3); // the oldest of four is dropped
        double[][] points = new double[k + 1][];
        for (int j = 0; j <= k; j++) {
            points[j] = vector();
            if (j > 0) {
                pairs = pairs.with(at(points[j - 1], a), at(points[j], a), ONE);
            }
        }
        double[][] b = new double[N][N];
        for (int i = 0; i < N; i++) {
            b[i][i] = pairs.theta();
        }
        for (int j = Math.max(1, k - 2); j <= k; j++) {
            double[] s = Vectors.minus(points[j], points[j - 1]);
            double[] y = Vectors.minus(
                    at(points[j], a).gradient(), at(points[j - 1], a).gradient());
            double[] bs =
                    Arrays.stream(b).mapToDouble(row -> Vectors.dot(row, s)).toArray();
            double sbs = Vectors.dot(s, bs);
            double sy = Vectors.dot(s, y);
            for (int i = 0; i < N; i++) {
                Vectors.axpy(-bs[i] / sbs, bs, b[i]);
                Vectors.axpy(y[i] / sy, y, b[i]);
            }
        }
        double[] x = vector();
        double[] lower = new double[N];
        double[] upper = new double[N];
        double[] g = vector();
        double[] widths = {0, 0.01, 0.1, 1, Double.POSITIVE_INFINITY};
        for (int i = 0; i < N; i++) {
            g[i] *= 10;
            lower[i] = x[i] - widths[random.nextInt(5)] * random.nextDouble();
            upper[i] = x[i] + widths[random.nextInt(5)] * random.nextDouble();
        }
        return new Model(pairs, b, x, g, new Domain(lower, upper));
    }

    private static Evaluation at(double[] x, double[][] a) {
        return new Evaluation(
                x, 0, Arrays.stream(a).mapToDouble(row -> Vectors.dot(row, x)).toArray(), 0);
    }

    @Test
    void theCauchyPointAndWhatItSaysToThePairs() {
        for (int trial = 0; trial < 300; trial++) {
            Model m = model();
            CauchyPoint c = CauchyPoint.of(m.pairs, m.pairs.middle().orElseThrow(), m.x, m.g, m.box, ONE);
            double[] z = m.cauchy();
            assertThat(c.x()).as("" + trial).containsExactly(Vectors.plus(m.x, 1, z), within(1e-10));
            assertThat(c.c()).as("" + trial).containsExactly(m.pairs.dots(z, ONE), within(1e-8));
        }
    }

    @Test
    void theMinimumOverTheFreeVariablesWithinTheBounds() {
        int[] ways = new int[3]; // within the bounds, projected, cut off
        for (int trial = 0; trial < 3000; trial++) {
            Model m = model();
            SaddleSystem middle = m.pairs.middle().orElseThrow();
            CauchyPoint c = CauchyPoint.of(m.pairs, middle, m.x, m.g, m.box, ONE);
            double[] end =
                    SubspaceMinimum.of(m.pairs, middle, m.x, m.g, c, m.box, ONE).orElseThrow();
            int[] free = IntStream.range(0, N)
                    .filter(i -> c.x()[i] > m.box.lower()[i] && c.x()[i] < m.box.upper()[i])
                    .toArray();
            double[] d = newton(m, Vectors.minus(c.x(), m.x), free);
            double[] whole = Vectors.plus(c.x(), 1, d);
            double[] expected = whole.clone();
            m.box.project(expected);
            boolean descends = Vectors.dot(m.g, Vectors.minus(expected, m.x)) < 0;
            if (!descends) {
                double part = Arrays.stream(free)
                        .mapToDouble(i -> ((d[i] > 0 ? m.box.upper()[i] : m.box.lower()[i]) - c.x()[i]) / d[i])
                        .reduce(1, Math::min);
                expected = Vectors.plus(c.x(), part, d);
            }
            ways[!descends ? 2 : Arrays.equals(whole, expected) ? 0 : 1]++;
            assertThat(end).as("" + trial).containsExactly(expected, within(1e-8));
        }
        assertThat(ways).doesNotContain(0);
    }

    /** The minimum of the model over the free variables, from x + z. */
    private static double[] newton(Model m, double[] z, int[] free) {
        double[] d = new double[N];
        if (free.length > 0) {
            double[] r = Vectors.plus(m.times(z), 1, m.g);
            double[] step = new LUDecomposition(new Array2DRowRealMatrix(m.b).getSubMatrix(free, free))
                    .getSolver()
                    .solve(new ArrayRealVector(
                            Arrays.stream(free).mapToDouble(i -> -r[i]).toArray()))
                    .toArray();
            IntStream.range(0, free.length).forEach(k -> d[free[k]] = step[k]);
        }
        return d;
    }
}
