package org.hesse.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hesse.data.Dataset;
import org.hesse.linear.Vectors;
import org.hesse.objective.Batch;
import org.hesse.objective.Curved;
import org.hesse.objective.FiniteSum;
import org.hesse.objective.Hessian;
import org.hesse.objective.LeastSquares;
import org.hesse.objective.Objective;
import org.hesse.objective.Seeds;
import org.hesse.objective.Structure;

/** Small objectives for the tests of the loop. */
final class TinyProblems {
    private TinyProblems() {}

    /** f(x) = ½ Σ dᵢ(xᵢ − 1)², with its Hessian and residuals. */
    static Objective bowl(double... d) {
        return new Bowl(d);
    }

    /** The mean over N terms of ½(aᵢᵀx − bᵢ)² + ½·0.1‖x‖², with its Hessian. */
    static Regression regression(int terms, int n, long seed) {
        var random = Seeds.random(seed);
        double[][] a = new double[terms][n];
        double[] b = new double[terms];
        for (int i = 0; i < terms; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = random.nextDouble() * 2 - 1;
            }
            b[i] = random.nextDouble() * 2 - 1;
        }
        return new Regression(a, b, Batch.ALL);
    }

    /** Uniform numbers in [−1, 1] as rows and targets. */
    static Dataset data(int rows, int n, long seed) {
        Regression r = regression(rows, n, seed);
        List<String> names = IntStream.range(0, n).mapToObj(j -> "x" + j).toList();
        return Dataset.regression("random", names, r.a, r.b);
    }

    private record Bowl(double[] d) implements Objective {
        @Override
        public int dimension() {
            return d.length;
        }

        @Override
        public double value(double[] x) {
            double f = 0;
            for (int i = 0; i < d.length; i++) {
                f += 0.5 * d[i] * (x[i] - 1) * (x[i] - 1);
            }
            return f;
        }

        @Override
        public double valueAndGradient(double[] x, double[] g) {
            for (int i = 0; i < d.length; i++) {
                g[i] = d[i] * (x[i] - 1);
            }
            return value(x);
        }

        @Override
        public <T extends Structure> Optional<T> as(Class<T> type) {
            Structure structure = type == Curved.class
                    ? (Curved) x -> new Diagonal(d)
                    : type == LeastSquares.class ? new BowlResiduals(d) : null;
            return Optional.ofNullable(type.cast(structure));
        }
    }

    private record Diagonal(double[] d) implements Hessian {
        @Override
        public int dimension() {
            return d.length;
        }

        @Override
        public void times(double[] v, double[] hv) {
            for (int i = 0; i < d.length; i++) {
                hv[i] = d[i] * v[i];
            }
        }
    }

    private record BowlResiduals(double[] d) implements LeastSquares {
        @Override
        public int dimension() {
            return d.length;
        }

        @Override
        public int residualCount() {
            return d.length;
        }

        @Override
        public void residuals(double[] x, double[] r) {
            for (int i = 0; i < d.length; i++) {
                r[i] = Math.sqrt(d[i]) * (x[i] - 1);
            }
        }

        @Override
        public void residualsAndJacobian(double[] x, double[] r, double[][] jacobian) {
            residuals(x, r);
            for (int i = 0; i < d.length; i++) {
                Arrays.fill(jacobian[i], 0);
                jacobian[i][i] = Math.sqrt(d[i]);
            }
        }
    }

    private static final double L2 = 0.1;

    /** Rows, targets, and which rows. */
    record Regression(double[][] a, double[] b, Batch batch) implements FiniteSum, Curved {
        @Override
        public int dimension() {
            return a[0].length;
        }

        @Override
        public long terms() {
            return a.length;
        }

        @Override
        public Objective on(Batch other) {
            return new Regression(a, b, other);
        }

        private int size() {
            return (int) batch.size(a.length);
        }

        private int row(int i) {
            return batch instanceof Batch.Rows rows ? rows.order()[rows.from() + i] : i;
        }

        @Override
        public double value(double[] x) {
            return valueAndGradient(x, new double[x.length]);
        }

        @Override
        public double valueAndGradient(double[] x, double[] g) {
            Arrays.fill(g, 0);
            double f = 0;
            for (int i = 0; i < size(); i++) {
                double[] ai = a[row(i)];
                double r = Vectors.dot(ai, x) - b[row(i)];
                f += 0.5 * r * r;
                Vectors.axpy(r / size(), ai, g);
            }
            Vectors.axpy(L2, x, g);
            return f / size() + 0.5 * L2 * Vectors.dot(x, x);
        }

        @Override
        public Hessian hessianAt(double[] x) {
            return new Hessian() {
                @Override
                public int dimension() {
                    return a[0].length;
                }

                @Override
                public void times(double[] v, double[] hv) {
                    Arrays.fill(hv, 0);
                    for (int i = 0; i < size(); i++) {
                        Vectors.axpy(Vectors.dot(a[row(i)], v) / size(), a[row(i)], hv);
                    }
                    Vectors.axpy(L2, v, hv);
                }
            };
        }
    }
}
