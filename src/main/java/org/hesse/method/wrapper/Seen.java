package org.hesse.method.wrapper;

import java.util.IdentityHashMap;
import java.util.Map;
import org.hesse.method.Method;
import org.hesse.method.State;
import org.hesse.objective.Change;
import org.hesse.objective.Evaluation;
import org.hesse.objective.LeastSquares;
import org.hesse.objective.Oracle;

/**
 * A change that remembers, for one step, what the objective itself gave. The inner method keeps a changed evaluation,
 * whose value and gradient are not the objective's; the wrapper's {@code last()} has to be, for the loop measures by it
 * and stops by its gradient: every gradient clipped to 1e-9 would look converged.
 */
final class Seen implements Change {
    private final Change change;
    private final Map<Evaluation, Evaluation> originals = new IdentityHashMap<>();

    Seen(Change change) {
        this.change = change;
    }

    /** Refuses a method that makes its gradients of residuals, which no change of evaluations reaches. */
    static void refuseResiduals(String wrapper, Method<?> inner) {
        if (inner.needs().contains(LeastSquares.class)) {
            throw new IllegalArgumentException(wrapper + ": inner = " + inner.name()
                    + " makes its gradients of residuals, which " + wrapper
                    + " does not reach; expected a method of values and gradients");
        }
    }

    @Override
    public Evaluation apply(Oracle f, Evaluation e) {
        Evaluation changed = change.apply(f, e);
        originals.put(changed, e);
        return changed;
    }

    @Override
    public double value(Oracle f, double[] x, double value) {
        return change.value(f, x, value);
    }

    /** The original of what an inner method keeps; one that did not pass through here is the objective's own. */
    Evaluation original(State inner) {
        Evaluation kept = inner.last().orElse(null);
        return originals.getOrDefault(kept, kept);
    }
}
