package org.hesse.method.wrapper;

import static org.hesse.method.Hyperparameters.fraction;

import org.hesse.method.Method;
import org.hesse.method.State;
import org.hesse.objective.Clock;

/**
 * An exponential moving average (EMA) of the iterates, about the last 1/(1 − β) of them.
 *
 * <p>x̄ ← βx̄ + (1 − β)x. With bias correction x̄ starts at 0 and is divided by 1 − βᵏ, so that the start of the run is not
 * in it; without, x̄ starts at the start of the run, which keeps the weight βᵏ.
 *
 * <p>Source: the average of Polyak and Juditsky (1992) with weights that forget; the correction is that of Kingma and Ba
 * (2015), arXiv:1412.6980, section 7.2, temporal averaging.
 *
 * @param <S> the state of the inner method
 * @param inner the method inside
 * @param beta β, in [0, 1)
 * @param biasCorrection whether the start is taken out
 */
public record MovingAverage<S extends State>(Method<S> inner, double beta, boolean biasCorrection)
        implements Averaging<S> {
    /** Checks β. */
    public MovingAverage {
        fraction("moving-average", "beta", beta);
    }

    /**
     * The corrected average with β = 0.999.
     *
     * @param inner the method inside
     */
    public MovingAverage(Method<S> inner) {
        this(inner, 0.999, true);
    }

    @Override
    public String name() {
        return "moving-average(" + inner.name() + ")";
    }

    @Override
    public boolean isDue(Clock t) {
        return true;
    }

    /** (1 − β)/(1 − βᵏ), for which the average needs no division at the end; without correction 1 − β. */
    @Override
    public double weight(long k) {
        return biasCorrection ? (1 - beta) / (1 - Math.pow(beta, k)) : 1 - beta;
    }
}
