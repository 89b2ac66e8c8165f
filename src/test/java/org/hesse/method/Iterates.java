package org.hesse.method;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.hesse.objective.Batch;
import org.hesse.objective.Batches;
import org.hesse.objective.Domain;
import org.hesse.objective.Evaluation;
import org.hesse.objective.FiniteSum;
import org.hesse.objective.Objective;
import org.hesse.run.Budget;
import org.hesse.run.Minimization;
import org.hesse.run.Observer;
import org.hesse.run.Progress;
import org.hesse.run.StoppingRule;

/** The first iterates of methods, by the real loop, and two objectives small enough for closed forms. */
public final class Iterates {
    private Iterates() {}

    /** x after each of so many steps. */
    public static double[][] of(Objective f, Batches batches, Method<?> method, int steps, double... x0) {
        List<double[]> path = new ArrayList<>();
        run(f, batches, method, steps, x0)
                .observe(watching(p -> path.add(p.x().clone())))
                .run();
        return path.subList(1, path.size()).toArray(new double[0][]);
    }

    /** x after each of so many steps on the full batch. */
    public static double[][] of(Objective f, Method<?> method, int steps, double... x0) {
        return of(f, Batches.full(), method, steps, x0);
    }

    /** What the states after each step say was evaluated last; null where nothing was. */
    public static List<Evaluation> evaluations(
            Objective f, Batches batches, Method<?> method, int steps, double... x0) {
        List<Evaluation> all = new ArrayList<>();
        run(f, batches, method, steps, x0)
                .observe(watching(p -> all.add(p.state().last().orElse(null))))
                .run();
        return all.subList(1, all.size());
    }

    /** A run of so many steps, whatever it measures. */
    public static Minimization run(Objective f, Batches batches, Method<?> method, int steps, double... x0) {
        return Minimization.of(f)
                .from(x0)
                .with(method)
                .batches(batches)
                .until(StoppingRule.NEVER)
                .budget(Budget.UNLIMITED.withSteps(steps))
                .verdict(false);
    }

    private static Observer watching(Consumer<Progress> watch) {
        return new Observer() {
            @Override
            public void onStep(Progress p) {
                watch.accept(p);
            }
        };
    }

    /** f(x) = ½ Σ dᵢxᵢ² in a domain. */
    public record Bowl(Domain domain, double... d) implements Objective {
        public Bowl(double... d) {
            this(Domain.unbounded(d.length), d);
        }

        @Override
        public int dimension() {
            return d.length;
        }

        @Override
        public double value(double[] x) {
            return valueAndGradient(x, new double[x.length]);
        }

        @Override
        public double valueAndGradient(double[] x, double[] g) {
            double f = 0;
            for (int i = 0; i < d.length; i++) {
                g[i] = d[i] * x[i];
                f += 0.5 * d[i] * x[i] * x[i];
            }
            return f;
        }
    }

    /** The mean over terms of ½hᵢ(x − cᵢ)², x a number: the minimum is at Σhᵢcᵢ/Σhᵢ. */
    public record Springs(double[] h, double[] c) implements FiniteSum {
        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public long terms() {
            return h.length;
        }

        @Override
        public Objective on(Batch batch) {
            if (!(batch instanceof Batch.Rows rows)) {
                return this;
            }
            int size = rows.to() - rows.from();
            double[] someH = new double[size];
            double[] someC = new double[size];
            for (int i = 0; i < size; i++) {
                someH[i] = h[rows.order()[rows.from() + i]];
                someC[i] = c[rows.order()[rows.from() + i]];
            }
            return new Springs(someH, someC);
        }

        @Override
        public double value(double[] x) {
            return valueAndGradient(x, new double[1]);
        }

        @Override
        public double valueAndGradient(double[] x, double[] g) {
            double f = 0;
            g[0] = 0;
            for (int i = 0; i < h.length; i++) {
                g[0] += h[i] * (x[0] - c[i]) / h.length;
                f += 0.5 * h[i] * (x[0] - c[i]) * (x[0] - c[i]) / h.length;
            }
            return f;
        }
    }
}
