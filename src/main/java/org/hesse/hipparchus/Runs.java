package org.hesse.hipparchus;

import java.util.Arrays;
import java.util.function.Function;
import org.hesse.critical.CriticalPoint;
import org.hesse.method.Algorithm;
import org.hesse.method.Methods;
import org.hesse.method.newton.LineSearchNewton;
import org.hesse.objective.Curved;
import org.hesse.objective.Domain;
import org.hesse.objective.Objective;
import org.hesse.run.Budget;
import org.hesse.run.Minimization;
import org.hesse.run.Result;
import org.hesse.run.Status;
import org.hesse.run.StoppingRule;
import org.hipparchus.analysis.MultivariateFunction;
import org.hipparchus.analysis.MultivariateMatrixFunction;
import org.hipparchus.analysis.MultivariateVectorFunction;
import org.hipparchus.optim.ConvergenceChecker;
import org.hipparchus.optim.OptimizationData;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.MultivariateOptimizer;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.hipparchus.optim.nonlinear.vector.constrained.TwiceDifferentiableFunction;
import org.hipparchus.util.Incrementor;

/** The runs of one optimizer: the newest, the best on the newest objective function, and the verdicts on their points. */
public final class Runs {
    static final double GRADIENT = 1e-8;

    private MultivariateFunction function;
    private MultivariateVectorFunction gradient;
    private boolean ownGradient; // brought by the function
    private MultivariateMatrixFunction hessian;
    private Objective asked; // in the signs of the user
    private int goal = 1; // -1 to maximise
    private Result newest;
    private Result best;

    Runs() {}

    /** The methods to try first: Newton's where there is a Hessian, L-BFGS, and within bounds L-BFGS-B. */
    static Algorithm usual(Objective f) {
        boolean newton = f.as(Curved.class).isPresent() && !f.domain().isBounded();
        return newton ? new LineSearchNewton() : Methods.usual(f.domain());
    }

    /**
     * The newest run.
     *
     * @return its result. To maximise f is to minimise −f: values, gradients and trace are then those of −f. It has no
     *     verdict, for that takes evaluations which nobody asked for: {@link #verdict()}
     * @throws IllegalStateException if nothing was run yet
     */
    public Result newest() {
        return known(newest);
    }

    /**
     * The best run since the objective function was last changed: of several starts the winner, even where its budget was
     * spent, which {@code MultiStartMultivariateOptimizer} drops.
     *
     * @return its result, as by {@link #newest()}
     * @throws IllegalStateException if nothing was run yet
     */
    public Result best() {
        return known(best);
    }

    /**
     * What kind of point of f itself, not of −f, the best run ended at.
     *
     * @return the verdict; computed at every call, by evaluations that are not counted
     * @throws IllegalStateException if nothing was run yet
     */
    public CriticalPoint verdict() {
        return CriticalPoint.of(asked, best().x());
    }

    private static Result known(Result result) {
        if (result == null) {
            throw new IllegalStateException("no result: optimize was not called yet, or was given nothing to run");
        }
        return result;
    }

    /** Keeps what this optimizer needs of the data; as in Hipparchus, what is not given stays as it was. */
    void read(OptimizationData... data) {
        for (OptimizationData item : data) {
            if (item instanceof ObjectiveFunction f && f.getObjectiveFunction() != function) {
                take(f.getObjectiveFunction());
            }
        }
        for (OptimizationData item : data) { // whatever their order, given derivatives come before the function's own
            if (item instanceof ObjectiveFunctionGradient g) {
                gradient = g.getObjectiveFunctionGradient();
                ownGradient = false;
            } else if (item instanceof ObjectiveFunctionHessian h) {
                hessian = h.hessian();
            }
        }
    }

    /** Another function: derivatives that the one before brought, and a Hessian, are not its. */
    private void take(MultivariateFunction f) {
        best = null;
        function = f;
        hessian = null;
        gradient = ownGradient ? null : gradient;
        ownGradient = f instanceof TwiceDifferentiableFunction;
        if (f instanceof TwiceDifferentiableFunction smooth) {
            gradient = x -> smooth.gradient(x).toArray();
            hessian = x -> smooth.hessian(x).getData();
        }
    }

    /** Tells what the coming run is about. */
    void about(Objective f) {
        asked = f;
        best = null;
    }

    /** Runs as an optimizer was told to, and answers as Hipparchus would. */
    PointValuePair run(
            MultivariateOptimizer told,
            Function<Objective, Algorithm> choice,
            Incrementor evaluations,
            Incrementor iterations) {
        Minimization m = pose(told, choice, StoppingRule.gradientNorm(GRADIENT));
        return answer(run(m, told.getMaxEvaluations(), told.getMaxIterations(), evaluations, iterations));
    }

    /** The minimisation that an optimizer was told, from its start, until a rule holds or its checker says so. */
    Minimization pose(MultivariateOptimizer told, Function<Objective, Algorithm> choice, StoppingRule rule) {
        require(function != null, "objective function", "an ObjectiveFunction");
        require(told.getGoalType() != null, "goal", "GoalType.MINIMIZE or MAXIMIZE");
        double[] start = told.getStartPoint();
        require(start != null, "start", "an InitialGuess");
        int sign = sign(told);
        Domain free = Domain.unbounded(start.length);
        double[] lower = told.getLowerBound();
        double[] upper = told.getUpperBound();
        Domain domain = new Domain(lower == null ? free.lower() : lower, upper == null ? free.upper() : upper);
        Scalar f = new Scalar(function, gradient, hessian, domain, sign);
        best = sign == goal && best != null && contains(domain, best.x()) ? best : null;
        goal = sign;
        asked = f.withSign(1);
        return checked(Minimization.of(f).from(start).with(choice.apply(f)), rule, told.getConvergenceChecker(), sign);
    }

    static int sign(MultivariateOptimizer told) {
        return told.getGoalType() == GoalType.MAXIMIZE ? -1 : 1;
    }

    /** In the user's signs. */
    PointValuePair answer(Result result) {
        return new PointValuePair(result.x(), goal * result.value());
    }

    private static boolean contains(Domain domain, double[] x) {
        double[] moved = x.clone();
        domain.project(moved);
        return Arrays.equals(moved, x);
    }

    private static Minimization checked(
            Minimization m, StoppingRule rule, ConvergenceChecker<PointValuePair> checker, int sign) {
        if (checker == null) {
            return m.until(rule);
        }
        Change change = new Change(
                "the convergence checker says so",
                (k, before, valueBefore, now, value) -> checker.converged(
                        k, new PointValuePair(before, sign * valueBefore), new PointValuePair(now, sign * value)));
        return change.watch(m).until(change.or(rule));
    }

    /** Runs within Hipparchus's limits, counts in its counters, and throws what it would. */
    Result run(Minimization m, int maxEvaluations, int maxIterations, Incrementor evaluations, Incrementor iterations) {
        newest = null; // should the user's code throw, an older result is not this one's
        Budget budget = Budget.UNLIMITED.withEvaluations(maxEvaluations).withSteps(maxIterations);
        newest = m.verdict(false).budget(budget).run();
        evaluations.increment((int) newest.counts().evaluations());
        iterations.increment((int) newest.steps());
        if (best == null || newest.value() < best.value() || Double.isNaN(best.value())) {
            best = newest;
        }
        if (newest.status().code() == Status.Code.BUDGET) {
            boolean steps = newest.status().why().startsWith("steps");
            throw new BudgetSpentException(steps ? maxIterations : maxEvaluations, newest);
        }
        if (newest.status().code() == Status.Code.FAILED && newest.cause().orElse(null) instanceof RuntimeException e) {
            throw e; // the user's own, as Hipparchus passes it on
        }
        return newest;
    }

    private static void require(boolean given, String what, String expected) {
        if (!given) {
            throw new IllegalArgumentException(
                    what + ": missing, expected " + expected + " among the optimization data");
        }
    }
}
