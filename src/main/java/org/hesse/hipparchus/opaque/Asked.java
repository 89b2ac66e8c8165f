package org.hesse.hipparchus.opaque;

import java.util.Arrays;
import org.hesse.linear.Vectors;
import org.hesse.objective.Domain;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.OptimizationData;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunctionGradient;

/**
 * An oracle as Hipparchus asks it. Its gradient methods ask for the gradient and then for the value of one point: the
 * second is known, and not charged again. It is so once: loops that ask the same for ever, as some do once a point is
 * infinite, have to meet the budget.
 */
final class Asked {
    private final Oracle f;
    private Evaluation known;
    private boolean valueIsFree;
    private boolean gradientIsFree;

    Asked(Oracle f) {
        this.f = f;
    }

    /** Whether f is finite at a start, where Hipparchus's loops begin with a value: they need not end where it is not. */
    boolean beginsByValue(double[] x0) {
        known = new Evaluation(x0.clone(), f.value(x0), null, 0);
        valueIsFree = true;
        return Double.isFinite(known.value());
    }

    /** The same, where they begin with a gradient. */
    boolean beginsByGradient(double[] x0) {
        gradient(x0);
        gradientIsFree = true;
        return Double.isFinite(known.value());
    }

    /** ‖∇f‖∞ where the newest gradient was. */
    double norm() {
        return Vectors.normInf(known.gradient());
    }

    double value(double[] x) {
        boolean free = valueIsFree && Arrays.equals(x, known.x());
        valueIsFree = false;
        return free ? known.value() : f.value(x);
    }

    /** A new array. */
    double[] gradient(double[] x) {
        if (!gradientIsFree || !Arrays.equals(x, known.x())) {
            known = f.at(x.clone());
            valueIsFree = true;
        }
        gradientIsFree = false;
        return known.gradient().clone();
    }

    /** What every optimizer of scalars is given: the limits on evaluations are the oracle's. */
    OptimizationData[] data(double[] x0, OptimizationData... more) {
        OptimizationData[] all = Arrays.copyOf(more, more.length + 5);
        all[more.length] = new ObjectiveFunction(this::value);
        all[more.length + 1] = new ObjectiveFunctionGradient(this::gradient);
        all[more.length + 2] = GoalType.MINIMIZE;
        all[more.length + 3] = new InitialGuess(x0);
        all[more.length + 4] = new MaxEval(Integer.MAX_VALUE);
        return all;
    }

    /** The bounds, ±∞ where there is none. */
    SimpleBounds bounds() {
        Domain domain = f.domain();
        return new SimpleBounds(domain.lower(), domain.upper());
    }

    /** A point moved into the bounds, as Hipparchus wants a start. */
    double[] start(double[] x0) {
        double[] x = x0.clone();
        f.domain().project(x);
        return x;
    }
}
