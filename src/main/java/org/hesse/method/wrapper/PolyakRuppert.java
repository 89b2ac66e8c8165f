package org.hesse.method.wrapper;

import static org.hesse.method.Hyperparameters.nonNegative;

import org.hesse.method.Method;
import org.hesse.method.State;
import org.hesse.objective.Clock;
import org.hesse.search.Unit;

/**
 * Polyak-Ruppert averaging: the mean of all iterates from a time on.
 *
 * <p>x̄ₖ = (x₁ + … + xₖ)/k over the iterates of the steps that begin at that time or later.
 *
 * <p>Source: Ruppert (1988); Polyak and Juditsky (1992), SIAM J. Control and Optimization 30, 838–855. Departs from
 * the source: it begins at a time of its own, so that the way from the start is not in the mean.
 *
 * @param <S> the state of the inner method
 * @param inner the method inside; its steps should stay long, of order k^(−a) with a &lt; 1 or constant
 * @param from when averaging begins, at least 0
 * @param unit what that is counted in
 */
public record PolyakRuppert<S extends State>(Method<S> inner, double from, Unit unit) implements Averaging<S> {
    private static final double SLACK = 1e-9; // a clock that divided may read a little less than the end of an epoch

    /** Checks the time. */
    public PolyakRuppert {
        nonNegative("polyak-ruppert", "from", from);
    }

    /**
     * The mean of all iterates but the start.
     *
     * @param inner the method inside
     */
    public PolyakRuppert(Method<S> inner) {
        this(inner, 0, Unit.STEPS);
    }

    @Override
    public String name() {
        return "polyak-ruppert(" + inner.name() + ")";
    }

    @Override
    public boolean isDue(Clock t) {
        return unit.of(t) + SLACK >= from;
    }

    @Override
    public double weight(long k) {
        return 1.0 / k;
    }
}
