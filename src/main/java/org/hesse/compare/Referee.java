package org.hesse.compare;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.hesse.method.Algorithm;
import org.hesse.objective.Domain;
import org.hesse.objective.Layout;
import org.hesse.objective.LeastSquares;
import org.hesse.objective.Meter;
import org.hesse.objective.Objective;
import org.hesse.objective.RobustLoss;
import org.hesse.objective.Structure;
import org.hesse.objective.Work;
import org.hesse.problem.catalog.TestProblem;
import org.hesse.run.Budget;
import org.hesse.run.Minimization;
import org.hesse.run.StoppingRule;

/**
 * The objective of a test problem that counts what a solver evaluates and stops it, by an exception, at the first
 * evaluated point that solves the problem: ‖∇f‖∞ ≤ 1e-6·max(1,|f|) <em>and</em> f within 1e-5·max(1,|f*|) of a known
 * local minimum. (On the gradient alone, plateaus and points that overflowed would count.) So every solver, of whatever
 * library, is counted by the same hand, and none by what it says of itself.
 *
 * <p>Solvers ask in different ways, and are not to be judged by that: the value and then the gradient at one point are
 * one evaluation, and so is the same question twice in a row.
 */
public final class Referee implements Objective {
    /** Enough for every gradient method that solves a problem of a hundred variables at all. */
    public static final long LIMIT = 20_000;

    private static final long QUESTIONS = 10 * LIMIT; // of a solver that asks for one point again and again
    private static final double GRADIENT = 1e-6;
    private static final double VALUE = 1e-5;

    /** Ends a solver: the problem is solved, or the evaluations are spent. */
    public static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Stopped(String why) {
            super(why, null, false, false);
        }
    }

    private final Objective f;
    private final double[] minima;
    private final boolean stops;
    private final double[] ground; // a gradient of our own, off the books
    private double[] last = {};
    private boolean withGradient;
    private long questions;
    private boolean solved;
    private final long[] counts = new long[Work.values().length];

    private Referee(TestProblem problem, boolean stops) {
        this.f = problem.objective();
        this.minima = problem.minima();
        this.stops = stops;
        this.ground = new double[f.dimension()];
        if (stops && minima.length == 0) {
            throw new IllegalArgumentException("referee of " + problem.name() + ": no minimum known, expected one");
        }
    }

    /**
     * A referee that stops the solver where the problem is solved.
     *
     * @param problem a problem with at least one known minimum
     * @return the objective to solve
     * @throws IllegalArgumentException if no minimum is known
     */
    public static Referee of(TestProblem problem) {
        return new Referee(problem, true);
    }

    /**
     * A referee that only counts, and keeps to the limit: for solvers with stopping tests of their own.
     *
     * @param problem a problem
     * @return the objective to solve
     */
    public static Referee counting(TestProblem problem) {
        return new Referee(problem, false);
    }

    /**
     * Lets a method of ours solve a problem, with no stopping test of its own.
     *
     * @param problem a problem with at least one known minimum
     * @param algorithm what solves it
     * @param start x₀, length n
     * @return what it took
     */
    public static Effort run(TestProblem problem, Algorithm algorithm, double... start) {
        Referee referee = of(problem);
        Minimization.of(referee)
                .from(start)
                .with(algorithm)
                .until(StoppingRule.NEVER)
                .budget(Budget.UNLIMITED.withSteps(LIMIT)) // a method may stand still without evaluating
                .verdict(false)
                .run();
        return referee.effort();
    }

    /**
     * What was evaluated until now.
     *
     * @return the counts
     */
    public Effort effort() {
        return new Effort(solved, count(Work.VALUE), count(Work.GRADIENT), count(Work.HESSIAN), count(Work.PRODUCT));
    }

    private long count(Work work) {
        return counts[work.ordinal()];
    }

    @Override
    public int dimension() {
        return f.dimension();
    }

    @Override
    public double value(double[] x) {
        visit(x, false);
        double value = f.value(x);
        judge(x, value);
        return value;
    }

    @Override
    public double valueAndGradient(double[] x, double[] g) {
        visit(x, true);
        double value = f.valueAndGradient(x, g);
        judge(x, value);
        return value;
    }

    private void visit(double[] x, boolean gradient) {
        if (++questions > QUESTIONS) {
            throw new Stopped(QUESTIONS + " questions are spent");
        }
        boolean same = Arrays.equals(x, last);
        if (same && (withGradient || !gradient)) {
            return;
        }
        if (same) {
            counts[Work.VALUE.ordinal()]--; // of the value asked before, and now the gradient there
        } else if (count(Work.VALUE) + count(Work.GRADIENT) == LIMIT) {
            throw new Stopped(LIMIT + " evaluations are spent");
        }
        counts[(gradient ? Work.GRADIENT : Work.VALUE).ordinal()]++;
        last = x.clone();
        withGradient = gradient;
    }

    private void judge(double[] x, double value) {
        if (!stops || Arrays.stream(minima).noneMatch(m -> Math.abs(value - m) <= VALUE * Math.max(1, Math.abs(m)))) {
            return;
        }
        f.valueAndGradient(x, ground);
        double norm = Arrays.stream(ground).map(Math::abs).reduce(0, Math::max); // NaN, if one is
        if (norm <= GRADIENT * Math.max(1, Math.abs(value))) {
            solved = true;
            throw new Stopped("solved");
        }
    }

    @Override
    public Domain domain() {
        return f.domain();
    }

    @Override
    public Layout layout() {
        return f.layout();
    }

    @Override
    public <T extends Structure> Optional<T> as(Class<T> type) {
        if (type == LeastSquares.class) {
            return f.as(LeastSquares.class).map(r -> type.cast(new Residuals(r)));
        }
        Meter meter = new Meter() {
            @Override
            public <R> R charge(Work work, long times, Supplier<R> call) {
                counts[work.ordinal()] += times;
                return call.get();
            }
        };
        return f.as(type).map(structure -> type.cast(structure.metered(meter)));
    }

    /** Residuals are values, Jacobians gradients, and the points are judged as any. */
    private final class Residuals implements LeastSquares {
        private final LeastSquares inner;

        Residuals(LeastSquares inner) {
            this.inner = inner;
        }

        @Override
        public int dimension() {
            return inner.dimension();
        }

        @Override
        public int residualCount() {
            return inner.residualCount();
        }

        @Override
        public void residuals(double[] x, double[] r) {
            visit(x, false);
            inner.residuals(x, r);
            judge(x, f.value(x));
        }

        @Override
        public void residualsAndJacobian(double[] x, double[] r, double[][] jacobian) {
            visit(x, true);
            inner.residualsAndJacobian(x, r, jacobian);
            judge(x, f.value(x));
        }

        @Override
        public RobustLoss loss() {
            return inner.loss();
        }
    }
}
