package org.hesse.hipparchus;

import java.util.Optional;
import org.hesse.linear.Vectors;
import org.hesse.run.Minimization;
import org.hesse.run.Progress;
import org.hesse.run.Status;
import org.hesse.run.StoppingRule;
import org.hesse.run.Trace;

/**
 * Hipparchus's convergence checkers, which compare two points, as a stopping rule. The points come by a column of the trace,
 * for its rows keep those of few variables only.
 */
final class Change implements StoppingRule {
    /** Compares the points before and after a step. */
    interface Test {
        boolean holds(int iteration, double[] before, double valueBefore, double[] now, double value);
    }

    private final Test test;
    private final String name;
    private double[] before;
    private double[] now;

    Change(String name, Test test) {
        this.name = name;
        this.test = test;
    }

    Minimization watch(Minimization m) {
        return m.column("change", this::change);
    }

    private double change(Progress p) {
        before = now;
        now = p.x().clone();
        return before == null ? Double.NaN : Vectors.normInf(Vectors.minus(now, before));
    }

    @Override
    public Optional<Status> test(Trace trace) {
        return trace.previous() != null
                        && test.holds(
                                (int) Math.min(
                                        Integer.MAX_VALUE, trace.current().steps()),
                                before,
                                trace.previous().value(),
                                now,
                                trace.current().value())
                ? Optional.of(Status.converged(name))
                : Optional.empty();
    }
}
