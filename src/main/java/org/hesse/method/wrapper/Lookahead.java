package org.hesse.method.wrapper;

import static org.hesse.method.Hyperparameters.atLeastOne;
import static org.hesse.method.Hyperparameters.check;

import java.util.Set;
import org.hesse.method.Method;
import org.hesse.method.Step;
import org.hesse.objective.Domain;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;
import org.hesse.objective.Structure;

/**
 * Lookahead: the inner method goes k steps ahead, then only a part of the way is kept.
 *
 * <p>Every k steps φ ← φ + α(x − φ), x ← φ, with slow weights φ = x at the start.
 *
 * <p>Source: Zhang, Lucas, Hinton and Ba (2019), arXiv:1907.08610, Algorithm 1. What the inner method remembers (momentum,
 * moments) is kept when it is moved back, the paper's first choice.
 *
 * @param <S> the state of the inner method
 * @param inner the method inside
 * @param k steps between synchronisations, at least 1
 * @param alpha α, the share of the way that is kept, in (0, 1]
 */
public record Lookahead<S extends org.hesse.method.State>(Method<S> inner, int k, double alpha)
        implements Method<Lookahead.State<S>> {
    /** Checks the ranges. */
    public Lookahead {
        atLeastOne("lookahead", "k", k);
        check(alpha > 0 && alpha <= 1, "lookahead", "alpha", alpha, "0 < alpha <= 1");
    }

    /**
     * Lookahead with k = 5 and α = 0.5.
     *
     * @param inner the method inside
     */
    public Lookahead(Method<S> inner) {
        this(inner, 5, 0.5);
    }

    /**
     * What Lookahead remembers.
     *
     * @param <S> the state of the inner method
     * @param inner what the inner method remembers; its x is the iterate
     * @param evaluation the evaluation at x or where the last step started; or null
     * @param slow φ, length n
     * @param ahead steps since φ moved, less than k
     */
    public record State<S extends org.hesse.method.State>(S inner, Evaluation evaluation, double[] slow, int ahead)
            implements org.hesse.method.State {
        @Override
        public double[] x() {
            return inner.x();
        }

        @Override
        public Step step() {
            return inner.step();
        }
    }

    @Override
    public String name() {
        return "lookahead(" + inner.name() + ")";
    }

    @Override
    public State<S> init(Oracle f, double[] x0) {
        S first = inner.init(f, x0);
        return new State<>(first, first.last().orElse(null), first.x().clone(), 0);
    }

    @Override
    public State<S> step(Oracle f, State<S> s) {
        S next = inner.step(f, s.inner);
        Evaluation e = next.last().orElse(null);
        if (s.ahead + 1 < k) {
            return new State<>(next, e, s.slow, s.ahead + 1);
        }
        double[] x = next.x();
        if (e != null && e.x() == x) {
            e = null; // made where the inner method ended, which is given up
        }
        double[] slow = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            slow[i] = s.slow[i] + alpha * (x[i] - s.slow[i]);
        }
        return new State<>(inner.moveTo(next, slow.clone()), e, slow, 0); // evaluates nothing, so it cannot be cut off
    }

    @Override
    public State<S> moveTo(State<S> s, double[] x) {
        return new State<>(inner.moveTo(s.inner, x), null, x.clone(), 0);
    }

    @Override
    public boolean fits(Domain domain) {
        return inner.fits(domain);
    }

    @Override
    public Set<Class<? extends Structure>> needs() {
        return inner.needs();
    }
}
