package org.hesse.method.wrapper;

import java.util.Set;
import org.hesse.linear.Vectors;
import org.hesse.method.Method;
import org.hesse.method.Step;
import org.hesse.objective.Clock;
import org.hesse.objective.Domain;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;
import org.hesse.objective.Structure;

/**
 * A method around another one that is at the average of the inner method's iterates, which takes the noise out of them;
 * the inner method goes its own way and knows nothing of it.
 *
 * <p>x̄ ← x̄ + w(x − x̄) after each step of the inner method, to x. On minibatches the run measures at x̄ and ends there; on
 * the full batch it also measures, for nothing, the points where the inner method evaluated, as of any method.
 *
 * @param <S> the state of the inner method
 */
public interface Averaging<S extends org.hesse.method.State> extends Method<Averaging.State<S>> {
    /**
     * The method inside.
     *
     * @return the method
     */
    Method<S> inner();

    /**
     * Whether a step is averaged that begins now; before, x̄ is the inner iterate.
     *
     * @param t the clock before the step
     * @return true from some time on
     */
    boolean isDue(Clock t);

    /**
     * The weight w of an iterate.
     *
     * @param k the number of the iterate among those averaged, from 1
     * @return w, in (0, 1]
     */
    double weight(long k);

    /**
     * What an averaging method remembers.
     *
     * @param <S> the state of the inner method
     * @param x x̄, the iterate, length n
     * @param evaluation the inner method's; or null
     * @param inner what the inner method remembers
     * @param averaged how many iterates are in x̄
     */
    record State<S extends org.hesse.method.State>(double[] x, Evaluation evaluation, S inner, long averaged)
            implements org.hesse.method.State {
        @Override
        public Step step() {
            return inner.step();
        }

        @Override
        public String remark() {
            return inner.remark();
        }
    }

    @Override
    default State<S> init(Oracle f, double[] x0) {
        S first = inner().init(f, x0);
        return new State<>(first.x().clone(), first.evaluation(), first, 0);
    }

    @Override
    default State<S> step(Oracle f, State<S> s) {
        boolean due = isDue(f.clock()); // read before the step moves the clock
        S next = inner().step(f, s.inner);
        if (!due) {
            return new State<>(next.x().clone(), next.evaluation(), next, 0);
        }
        long k = s.averaged + 1;
        double[] x = Vectors.plus(s.x, weight(k), Vectors.minus(next.x(), s.x));
        return new State<>(x, next.evaluation(), next, k);
    }

    /** Moves both, and the average begins anew. */
    @Override
    default State<S> moveTo(State<S> s, double[] x) {
        return new State<>(x.clone(), null, inner().moveTo(s.inner, x), 0);
    }

    @Override
    default boolean fits(Domain domain) {
        return inner().fits(domain); // bounds are convex, the L1 penalty too
    }

    @Override
    default Set<Class<? extends Structure>> needs() {
        return inner().needs();
    }
}
