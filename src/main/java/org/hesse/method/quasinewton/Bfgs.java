package org.hesse.method.quasinewton;

import java.util.Arrays;
import java.util.Optional;
import org.hesse.linear.Vectors;
import org.hesse.method.Method;
import org.hesse.method.Step;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;
import org.hesse.search.Schedule;
import org.hesse.search.StepLength;
import org.hesse.search.StrongWolfe;

/**
 * BFGS: an approximation H of the inverse Hessian, changed by two terms of rank one with each curvature pair.
 *
 * <p>d = −Hg, x⁺ = x + αd, s = x⁺ − x, y = g(x⁺) − g(x), and H ← (I − ρsyᵀ)H(I − ρysᵀ) + ρssᵀ with ρ = 1/sᵀy, made as two
 * terms of rank one. H is I, scaled by sᵀy/yᵀy before its first change. Skipped pairs, first steps, failed searches and
 * minibatches are as in {@link Lbfgs}.
 *
 * <p>Source: Nocedal and Wright (2006), Numerical Optimization, 2nd edition, Algorithm 6.1, (6.17) and (6.20).
 *
 * <p>Departs from the source: the matrix is changed at the end of the step that first uses the pair, when no evaluation
 * can fail any more; the direction of that step is taken from the change, not from the changed matrix.
 *
 * @param length how far to go: a line search, first with α = 1, or a rate
 * @param pairs the gradients that make a pair
 */
public record Bfgs(StepLength length, Pairs pairs) implements Method<Bfgs.State> {
    /** A strong Wolfe search, pairs of one batch. */
    public Bfgs() {
        this(new StepLength.Search(new StrongWolfe()), Pairs.SAME_BATCH);
    }

    /**
     * The same method with other gradients for its pairs.
     *
     * @param pairs the gradients that make a pair
     * @return the changed method
     */
    public Bfgs withPairs(Pairs pairs) {
        return new Bfgs(length, pairs);
    }

    /**
     * The same method without a line search.
     *
     * @param rate the step length
     * @return the changed method
     */
    public Bfgs withRate(Schedule rate) {
        return new Bfgs(new StepLength.Rate(rate), pairs);
    }

    /**
     * What BFGS remembers.
     *
     * @param x the iterate, length n
     * @param step the last step
     * @param start the evaluation that the last step started from; null if no pair is to be made of it
     * @param end the evaluation at x on the batch of the last step; null if there is none
     * @param h H before the pair of the last step, n rows of length n
     * @param changes how many pairs H is made of; 0 if it is I
     * @param skipped how many pairs were skipped
     */
    public record State(
            double[] x, Step step, Evaluation start, Evaluation end, double[][] h, long changes, long skipped)
            implements org.hesse.method.State {
        @Override
        public Optional<Evaluation> last() {
            return Optional.ofNullable(end == null ? start : end);
        }
    }

    @Override
    public State init(Oracle f, double[] x0) {
        return new State(
                x0.clone(), Step.START, null, null, InverseUpdate.identity(new double[x0.length][x0.length]), 0, 0);
    }

    @Override
    public State step(Oracle f, State s) {
        boolean known = s.end != null && s.end.batch() == f.batch(0).id();
        Evaluation now = known ? s.end : f.at(s.x);
        double[] g = now.gradient();
        double[] d = new double[g.length];
        InverseUpdate.times(-1, s.h, g, d);
        InverseUpdate update = null;
        long skipped = s.skipped;
        if (s.start != null) {
            Evaluation next = pairs == Pairs.NAIVE ? now : s.end;
            InverseUpdate proposed = InverseUpdate.of(s.start, next, s.h, s.changes == 0);
            f.note(proposed.pair());
            update = proposed.pair().stored() ? proposed : null;
            skipped += proposed.pair().stored() ? 0 : 1;
        }
        if (update != null) {
            update.apply(g, d);
        }
        long changes = s.changes + (update == null ? 0 : 1);
        boolean evaluate = pairs == Pairs.SAME_BATCH;
        Move move = Move.along(f, now, d, length, changes == 0 ? Move.first(g) : 1, evaluate);
        if (move.failed() && changes > 0) {
            f.note(new Restart(move.why()));
            Arrays.fill(d, 0);
            Vectors.axpy(-1, g, d);
            move = Move.along(f, now, d, length, Move.first(g), evaluate);
            InverseUpdate.identity(s.h);
            changes = 0;
        } else if (update != null) {
            update.apply(s.h);
        }
        return move.failed()
                ? new State(s.x, Move.gaveUp(now, move.why()), null, now, s.h, changes, skipped)
                : new State(move.x(), Step.accepted(move.length()), now, move.evaluation(), s.h, changes, skipped);
    }

    @Override
    public State moveTo(State s, double[] x) {
        return new State(x, s.step, null, null, s.h, s.changes, s.skipped);
    }
}
