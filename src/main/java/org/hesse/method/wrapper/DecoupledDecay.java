package org.hesse.method.wrapper;

import static org.hesse.method.Hyperparameters.nonNegative;

import java.util.Set;
import org.hesse.method.Method;
import org.hesse.method.Outcome;
import org.hesse.objective.Domain;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;
import org.hesse.objective.Structure;

/**
 * Decoupled weight decay: after each step of the inner method the iterate shrinks, and the method knows nothing of it.
 *
 * <p>x⁺ ← inner(x) − ηλx, η the length of the inner step: its rate, or what its line search found. Around Adam this is
 * {@code AdamW}, around momentum SGDW. Only around gradient descent it is the same as {@link WeightDecay}, the coupled form.
 *
 * <p>Source: Loshchilov and Hutter (2019), arXiv:1711.05101, Algorithms 1 and 2. Departs from it: the decay is multiplied
 * by all of the rate, as in libraries.
 *
 * @param <S> the state of the inner method
 * @param inner the method inside; one that keeps its evaluation at the iterate has to evaluate again after each decay
 * @param lambda λ, at least 0
 */
public record DecoupledDecay<S extends org.hesse.method.State>(Method<S> inner, double lambda)
        implements Method<DecoupledDecay.State<S>> {
    /** Checks λ. */
    public DecoupledDecay {
        nonNegative("decoupled-decay", "lambda", lambda);
    }

    /**
     * What decoupled decay remembers.
     *
     * @param <S> the state of the inner method
     * @param inner what the inner method remembers; its x is the iterate
     * @param evaluation the inner method's where its last step started; or null
     */
    public record State<S extends org.hesse.method.State>(S inner, Evaluation evaluation) implements Inside<S> {}

    @Override
    public String name() {
        return "decoupled-decay(" + inner.name() + ")";
    }

    @Override
    public State<S> init(Oracle f, double[] x0) {
        S first = inner.init(f, x0);
        return new State<>(first, first.evaluation());
    }

    @Override
    public State<S> step(Oracle f, State<S> s) {
        double[] before = s.x().clone(); // the step may reuse the buffers of the state
        S next = inner.step(f, s.inner);
        Evaluation e = next.evaluation();
        double share =
                next.step().outcome() == Outcome.ACCEPTED ? lambda * next.step().length() : 0;
        if (share == 0) {
            return new State<>(next, e);
        }
        double[] x = next.x().clone();
        for (int i = 0; i < x.length; i++) {
            x[i] -= share * before[i];
        }
        boolean left = e != null && e.x() == next.x(); // made where the inner method ended, which is given up
        return new State<>(inner.moveTo(next, x), left ? null : e); // evaluates nothing, so it cannot be cut off
    }

    @Override
    public State<S> moveTo(State<S> s, double[] x) {
        return new State<>(inner.moveTo(s.inner, x), null);
    }

    @Override
    public boolean fits(Domain domain) {
        return !domain.isBounded() && inner.fits(domain);
    }

    @Override
    public Set<Class<? extends Structure>> needs() {
        return inner.needs();
    }
}
