package org.hesse.method.wrapper;

import static org.hesse.method.Hyperparameters.atLeastOne;

import java.util.Arrays;
import java.util.Set;
import org.hesse.linear.Vectors;
import org.hesse.method.Method;
import org.hesse.method.Step;
import org.hesse.objective.Batch;
import org.hesse.objective.Change;
import org.hesse.objective.Domain;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;
import org.hesse.objective.Structure;

/**
 * SVRG, stochastic variance reduced gradient: a full gradient now and then takes the noise out of those of the batches.
 *
 * <p>With a snapshot x̃, taken at the iterate every m steps: g ← ∇f_B(x) + c with c = ∇F(x̃) − ∇f_B(x̃), and for the value
 * f_B(x) − f_B(x̃) + F(x̃) + cᵀ(x − x̃), whose gradient g is, so that line searches work inside. The snapshot is charged
 * as a full gradient, each step as two gradients on its batch (one where x = x̃). On the full batch nothing is changed.
 *
 * <p>Source: Johnson and Zhang (2013), Figure 1, option I (the snapshot is the last iterate). Departs from it: any method
 * may take the place of gradient descent inside, and a batch that of a single term.
 *
 * @param <S> the state of the inner method
 * @param inner the method inside, not one of residuals, whose gradients this would not reach
 * @param m steps between snapshots, at least 1
 */
public record Svrg<S extends org.hesse.method.State>(Method<S> inner, int m) implements Method<Svrg.State<S>> {
    /** Checks m. */
    public Svrg {
        atLeastOne("svrg", "m", m);
        Seen.refuseResiduals("svrg", inner);
    }

    /**
     * What SVRG remembers.
     *
     * @param <S> the state of the inner method
     * @param inner what the inner method remembers; its evaluations are reduced ones
     * @param evaluation what the objective itself gave in the last step, in a step with a snapshot the snapshot; or null
     * @param snapshot x̃, F(x̃) and ∇F(x̃)
     * @param age steps made with this snapshot
     */
    public record State<S extends org.hesse.method.State>(S inner, Evaluation evaluation, Evaluation snapshot, int age)
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
        return "svrg(" + inner.name() + ")";
    }

    @Override
    public State<S> init(Oracle f, double[] x0) {
        Evaluation snapshot = f.on(Batch.ALL).at(x0.clone());
        S first = inner.init(f.map(new Reduction(snapshot)), x0);
        return new State<>(first, snapshot, snapshot, 0);
    }

    @Override
    public State<S> step(Oracle f, State<S> s) {
        boolean due = s.age == m; // evaluated before the inner step, which commits
        Evaluation snapshot = due ? f.on(Batch.ALL).at(s.inner.x()) : s.snapshot;
        int age = due ? 0 : s.age;
        Seen seen = new Seen(new Reduction(snapshot));
        Evaluation before = s.inner.last().orElse(null);
        S next = inner.step(f.map(seen), s.inner);
        boolean same = before != null && next.last().orElse(null) == before;
        Evaluation e = age == 0 ? snapshot : same ? s.evaluation : seen.original(next);
        return new State<>(next, e, snapshot, age + 1);
    }

    @Override
    public State<S> moveTo(State<S> s, double[] x) {
        return new State<>(inner.moveTo(s.inner, x), null, s.snapshot, s.age);
    }

    @Override
    public boolean fits(Domain domain) {
        return inner.fits(domain);
    }

    @Override
    public Set<Class<? extends Structure>> needs() {
        return inner.needs();
    }

    /** What one step does to evaluations; f_B(x̃) is evaluated once, when first needed. */
    private static final class Reduction implements Change {
        private final Evaluation snapshot;
        private Evaluation there; // f_B(x̃), of the batch seen last
        private double[] c;

        Reduction(Evaluation snapshot) {
            this.snapshot = snapshot;
        }

        @Override
        public Evaluation apply(Oracle f, Evaluation e) {
            if (e.batch() == Batch.ALL.id()) {
                return e; // no noise to take out
            }
            correct(f, e.batch(), Arrays.equals(e.x(), snapshot.x()) ? e : null);
            return new Evaluation(e.x(), corrected(e.x(), e.value()), Vectors.plus(e.gradient(), 1, c), e.batch());
        }

        @Override
        public double value(Oracle f, double[] x, double value) {
            long batch = f.batch(0).id();
            if (batch == Batch.ALL.id()) {
                return value;
            }
            correct(f, batch, null);
            return corrected(x, value);
        }

        private void correct(Oracle f, long batch, Evaluation known) {
            if (there == null || there.batch() != batch) {
                there = known != null ? known : f.at(snapshot.x());
                c = Vectors.minus(snapshot.gradient(), there.gradient());
            }
        }

        private double corrected(double[] x, double value) {
            return value - there.value() + snapshot.value() + Vectors.dot(c, Vectors.minus(x, snapshot.x()));
        }
    }
}
