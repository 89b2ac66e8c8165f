package org.hesse.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hesse.objective.Batch;
import org.hesse.objective.Batches;
import org.hesse.objective.Curved;
import org.hesse.objective.Domain;
import org.hesse.objective.FiniteSum;
import org.hesse.objective.GaussNewton;
import org.hesse.objective.Hessian;
import org.hesse.objective.LeastSquares;
import org.hesse.objective.Objective;
import org.hesse.objective.PerSample;
import org.hesse.objective.Structure;

/**
 * Iterates that something else than Hesse computed, and the same ones by Hesse. The file says how it was made; it holds
 * the data of the minibatch problem and the rows of each batch, and may hold bounds for either problem.
 */
final class ReferenceIterates {
    private final JsonNode file;

    /**
     * @param method the name of the method in the file
     * @param problem {@code rosenbrock} or {@code logistic}, perhaps {@code … in a box}
     * @param iterates x after each step
     */
    record Run(String method, String problem, double[][] iterates) {
        @Override
        public String toString() {
            return method + " on " + problem;
        }
    }

    ReferenceIterates(String resource) {
        try (InputStream in = ReferenceIterates.class.getResourceAsStream(resource)) {
            file = new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<Run> runs() {
        return StreamSupport.stream(file.get("runs").spliterator(), false)
                .map(r ->
                        new Run(r.get("method").textValue(), r.get("problem").textValue(), matrix(r.get("iterates"))));
    }

    /** The iterates that Hesse computes, as many as the reference has. */
    double[][] computed(Run reference, Method<?> method) {
        String name = reference.problem.replace(" in a box", "");
        boolean boxed = !name.equals(reference.problem);
        double[] start = vector(file.get(name).get("start"));
        Domain domain = boxed ? bounds(name) : Domain.unbounded(start.length);
        boolean logistic = name.equals("logistic");
        return Iterates.of(
                logistic ? logistic(domain) : new Rosenbrock(domain),
                logistic ? batches() : Batches.full(),
                method,
                reference.iterates.length,
                start);
    }

    /** The largest difference of two paths, relative to the largest number in the first. */
    static double distance(double[][] expected, double[][] actual) {
        if (expected.length != actual.length) {
            return Double.POSITIVE_INFINITY;
        }
        double scale = 0;
        double worst = 0;
        for (int k = 0; k < expected.length; k++) {
            for (int i = 0; i < expected[k].length; i++) {
                scale = Math.max(scale, Math.abs(expected[k][i]));
                worst = Math.max(worst, Math.abs(expected[k][i] - actual[k][i]));
            }
        }
        return worst / scale;
    }

    private Logistic logistic(Domain domain) {
        JsonNode data = file.get("logistic");
        return new Logistic(
                matrix(data.get("a")), vector(data.get("y")), data.get("lambda").doubleValue(), domain);
    }

    private Batches batches() {
        JsonNode rows = file.get("logistic").get("batches");
        int stepsPerEpoch = file.get("logistic").get("stepsPerEpoch").intValue();
        return new Batches() {
            @Override
            public Batch at(long k) {
                JsonNode batch = rows.get((int) k % rows.size());
                int[] order = StreamSupport.stream(batch.spliterator(), false)
                        .mapToInt(JsonNode::intValue)
                        .toArray();
                return new Batch.Rows(order, 0, order.length, k + 1);
            }

            @Override
            public long stepsPerEpoch() {
                return stepsPerEpoch;
            }
        };
    }

    private Domain bounds(String problem) {
        JsonNode bounds = file.get("bounds").get(problem);
        return new Domain(vector(bounds.get(0)), vector(bounds.get(1)));
    }

    private static double[] vector(JsonNode numbers) {
        Map<String, Double> words = Map.of("inf", Double.POSITIVE_INFINITY, "-inf", Double.NEGATIVE_INFINITY);
        return StreamSupport.stream(numbers.spliterator(), false)
                .mapToDouble(v -> v.isTextual() ? words.get(v.textValue()) : v.doubleValue())
                .toArray();
    }

    private static double[][] matrix(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(ReferenceIterates::vector)
                .toArray(double[][]::new);
    }

    /** (1 − x)² + 100(y − x²)², also as ½‖r‖². */
    private record Rosenbrock(Domain domain) implements Objective, Curved {
        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public double value(double[] x) {
            return valueAndGradient(x, new double[2]);
        }

        @Override
        public double valueAndGradient(double[] x, double[] g) {
            double a = 1 - x[0];
            double b = x[1] - x[0] * x[0];
            g[0] = -2 * a - 400 * x[0] * b;
            g[1] = 200 * b;
            return a * a + 100 * b * b;
        }

        @Override
        public <T extends Structure> Optional<T> as(Class<T> type) {
            return type == LeastSquares.class
                    ? Optional.of(type.cast(new RosenbrockResiduals()))
                    : Objective.super.as(type);
        }

        @Override
        public Hessian hessianAt(double[] x) {
            double x0 = x[0];
            double x1 = x[1];
            return new Dense(new double[][] {{2 + 1200 * x0 * x0 - 400 * x1, -400 * x0}, {-400 * x0, 200}});
        }
    }

    /** √2(1 − x) and √200(y − x²). */
    private record RosenbrockResiduals() implements LeastSquares {
        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public int residualCount() {
            return 2;
        }

        @Override
        public void residuals(double[] x, double[] r) {
            r[0] = Math.sqrt(2) * (1 - x[0]);
            r[1] = Math.sqrt(200) * (x[1] - x[0] * x[0]);
        }

        @Override
        public void residualsAndJacobian(double[] x, double[] r, double[][] jacobian) {
            residuals(x, r);
            jacobian[0][0] = -Math.sqrt(2);
            jacobian[0][1] = 0;
            jacobian[1][0] = -2 * Math.sqrt(200) * x[0];
            jacobian[1][1] = Math.sqrt(200);
        }
    }

    private record Dense(double[][] rows) implements Hessian {
        @Override
        public int dimension() {
            return rows.length;
        }

        @Override
        public void times(double[] v, double[] hv) {
            for (int i = 0; i < hv.length; i++) {
                hv[i] = 0;
                for (int j = 0; j < v.length; j++) {
                    hv[i] += rows[i][j] * v[j];
                }
            }
        }
    }

    /** Mean of log(1 + exp(−y·aᵀw)) plus ½λ‖w‖². */
    private record Logistic(double[][] a, double[] y, double lambda, Domain domain) implements FiniteSum, Curved {
        @Override
        public int dimension() {
            return a[0].length;
        }

        @Override
        public long terms() {
            return y.length;
        }

        @Override
        public Objective on(Batch batch) {
            if (!(batch instanceof Batch.Rows rows)) {
                return this;
            }
            int size = rows.to() - rows.from();
            double[][] some = new double[size][];
            double[] labels = new double[size];
            for (int i = 0; i < size; i++) {
                some[i] = a[rows.order()[rows.from() + i]];
                labels[i] = y[rows.order()[rows.from() + i]];
            }
            return new Logistic(some, labels, lambda, domain);
        }

        /** The loss is one of linear outputs: the Gauss–Newton matrix is the Hessian. */
        @Override
        public <T extends Structure> Optional<T> as(Class<T> type) {
            if (type == GaussNewton.class) {
                GaussNewton matrix = this::hessianAt;
                return Optional.of(type.cast(matrix));
            }
            return type == PerSample.class ? Optional.of(type.cast(new Singles(this))) : FiniteSum.super.as(type);
        }

        @Override
        public double value(double[] w) {
            return valueAndGradient(w, new double[w.length]);
        }

        @Override
        public double valueAndGradient(double[] w, double[] g) {
            double value = 0;
            for (int j = 0; j < w.length; j++) {
                value += 0.5 * lambda * w[j] * w[j];
                g[j] = lambda * w[j];
            }
            for (int i = 0; i < y.length; i++) {
                double margin = 0;
                for (int j = 0; j < w.length; j++) {
                    margin += y[i] * a[i][j] * w[j];
                }
                value += (Math.log1p(Math.exp(-Math.abs(margin))) + Math.max(-margin, 0)) / y.length;
                double pull = -y[i] / (1 + Math.exp(margin)) / y.length;
                for (int j = 0; j < w.length; j++) {
                    g[j] += pull * a[i][j];
                }
            }
            return value;
        }

        @Override
        public Hessian hessianAt(double[] w) {
            double[][] h = new double[w.length][w.length];
            for (int j = 0; j < w.length; j++) {
                h[j][j] = lambda;
            }
            for (int i = 0; i < y.length; i++) {
                double z = 0;
                for (int j = 0; j < w.length; j++) {
                    z += a[i][j] * w[j];
                }
                double weight = 1 / ((1 + Math.exp(z)) * (1 + Math.exp(-z)) * y.length);
                for (int j = 0; j < w.length; j++) {
                    for (int k = 0; k < w.length; k++) {
                        h[j][k] += weight * a[i][j] * a[i][k];
                    }
                }
            }
            return new Dense(h);
        }
    }

    /** The gradients of single samples. */
    private record Singles(Logistic sum) implements PerSample {
        @Override
        public int size() {
            return sum.y.length;
        }

        @Override
        public void gradients(double[] w, int from, int to, double[] rows) {
            double[] g = new double[w.length];
            for (int i = from; i < to; i++) {
                sum.on(new Batch.Rows(new int[] {i}, 0, 1, 1)).valueAndGradient(w, g);
                System.arraycopy(g, 0, rows, (i - from) * g.length, g.length);
            }
        }
    }
}
