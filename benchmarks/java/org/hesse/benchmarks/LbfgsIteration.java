package org.hesse.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import org.hesse.compare.Jitter;
import org.hesse.linear.Parallel;
import org.hesse.method.quasinewton.Lbfgs;
import org.hesse.problem.Problems;
import org.hesse.problem.catalog.TestProblem;
import org.hesse.run.Budget;
import org.hesse.run.Minimization;
import org.hesse.run.Result;
import org.hesse.run.StoppingRule;

/**
 * A whole iteration of L-BFGS (m = 10) without the objective, run loop included, on the extended Rosenbrock function from a start
 * moved by 2 %: in STREAM triads over n doubles (24n bytes) measured before it in the same process, and of it the direction
 * alone, measured after it. The memory it takes is what {@code -Xmx} leaves it.
 *
 * <p>{@code java -cp target/benchmarks.jar org.hesse.benchmarks.LbfgsIteration [n] [threads] [steps] [repetitions]}
 */
public final class LbfgsIteration {
    private static final int LARGE = 1 << 24;

    private LbfgsIteration() {}

    /**
     * Measures and prints.
     *
     * @param arguments n, threads, steps, repetitions; defaults 1000000, 1, 100, 5
     */
    public static void main(String[] arguments) {
        int n = argument(arguments, 0, 1_000_000);
        int threads = argument(arguments, 1, 1);
        int steps = argument(arguments, 2, 100);
        int repetitions = argument(arguments, 3, 5);
        double triad = triad(n);
        for (int k = 0; k < repetitions; k++) {
            Result r = minimization(n)
                    .threads(threads)
                    .budget(Budget.UNLIMITED.withSteps(steps))
                    .run();
            double own = (r.seconds() - r.oracleSeconds()) / r.steps();
            System.out.printf(
                    Locale.ROOT,
                    "n %d, %d threads: %s, %d steps, %d gradients, f %.17g; an iteration %.2f ms = %.1f triads of %.3f ms,"
                            + " the objective %.2f ms a gradient%n",
                    n,
                    threads,
                    r.status().code(),
                    r.steps(),
                    r.counts().gradients(),
                    r.value(),
                    own * 1e3,
                    own / triad,
                    triad * 1e3,
                    r.oracleSeconds() / r.counts().gradients() * 1e3);
            direction(((Lbfgs.State) r.checkpoint().state()), Parallel.of(threads), triad);
        }
    }

    /** The direction at the last point: the median of many. */
    private static void direction(Lbfgs.State s, Parallel parallel, double triad) {
        double[] g = s.evaluation().gradient();
        double[] d = new double[g.length];
        double[] seconds = new double[41];
        for (int k = 0; k < seconds.length; k++) {
            long began = System.nanoTime();
            s.memory().at(g, true, parallel).direction(g, d, parallel);
            seconds[k] = (System.nanoTime() - began) * 1e-9;
        }
        Arrays.sort(seconds);
        double median = seconds[seconds.length / 2];
        System.out.printf(Locale.ROOT, "  the direction %.2f ms = %.1f triads%n", median * 1e3, median / triad);
    }

    /** The start is copied, and the arrays it came from are free again when the run begins. */
    private static Minimization minimization(int n) {
        TestProblem problem = Problems.named("extended-rosenbrock:n=" + n);
        return Minimization.of(problem.objective())
                .from(Jitter.of(problem.start(), 0.02, 1))
                .with(new Lbfgs())
                .until(StoppingRule.gradientNorm(1e-6))
                .verdict(false);
    }

    private static int argument(String[] arguments, int k, int usual) {
        return k < arguments.length ? Integer.parseInt(arguments[k]) : usual;
    }

    /** Seconds for n numbers: the median of many, over arrays that no cache holds, as STREAM demands, given back before the run. */
    private static double triad(int n) {
        int large = Math.max(n, LARGE);
        double[] a = new double[large];
        double[] b = new double[large];
        double[] c = new double[large];
        double[] seconds = new double[41];
        for (int k = 0; k < seconds.length; k++) {
            long began = System.nanoTime();
            triad(a, b, c);
            seconds[k] = (System.nanoTime() - began) * 1e-9;
        }
        Arrays.sort(seconds);
        return seconds[seconds.length / 2] * n / large;
    }

    private static void triad(double[] a, double[] b, double[] c) {
        for (int i = 0; i < a.length; i++) {
            a[i] = b[i] + 3.0 * c[i];
        }
    }
}
