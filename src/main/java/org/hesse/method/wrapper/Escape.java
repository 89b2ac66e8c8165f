package org.hesse.method.wrapper;

import static org.hesse.method.Hyperparameters.positive;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hesse.critical.Curvature;
import org.hesse.method.Method;
import org.hesse.method.Outcome;
import org.hesse.method.Step;
import org.hesse.method.newton.Tron;
import org.hesse.objective.Batch;
import org.hesse.objective.Curved;
import org.hesse.objective.Domain;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Event;
import org.hesse.objective.Oracle;
import org.hesse.objective.Structure;

/**
 * Escape from saddles and maxima: where the method inside finds a tiny gradient on the whole objective, or is stuck, the
 * next step looks at the Hessian there. With curvature below 0, beyond its error, it goes along the most negative one, to
 * either side, and the method inside begins anew; otherwise the method goes on.
 *
 * <p>A method that knows no values may climb back. Where it comes to a flat point again, or is stuck, that is not lower than
 * the one last left, that does not count: {@link Tron} goes down from where the escape had led, to the end of the run, and
 * escapes in its turn. So values fall from one escape to the next, and there is no circle.
 *
 * <p>The point is not shown as evaluated before that step, so no stopping rule can end the run there unseen; its gradient
 * tolerance should be at most this one. A point is looked at again when the gradient has fallen to a tenth. On minibatches,
 * where no gradient says where the whole objective is flat, only a stuck method is helped on.
 *
 * <p>Source: directions of negative curvature as in Moré and Sorensen (1979), Math. Programming 16; taken by themselves,
 * for at such a point there is no other direction. Within bounds, the Hessian is that of the variables not held by one.
 *
 * @param <S> the state of the inner method
 * @param inner the method inside
 * @param tolerance the largest ‖∇f‖∞ (with bounds ‖P(x − ∇f) − x‖∞) at which the curvature is looked at, positive
 */
public record Escape<S extends org.hesse.method.State>(Method<S> inner, double tolerance)
        implements Method<Escape.State<S>> {
    private static final double AGAIN = 0.1;
    private static final double FAR = Double.POSITIVE_INFINITY;
    private static final Tron DOWN = new Tron();

    /** Checks the tolerance. */
    public Escape {
        positive("escape", "tolerance", tolerance);
    }

    /**
     * Escape at gradients of at most 1e-5.
     *
     * @param inner the method inside
     */
    public Escape(Method<S> inner) {
        this(inner, 1e-5);
    }

    /**
     * What Escape remembers.
     *
     * @param <S> the state of the inner method
     * @param inner what the inner method remembers; its x is the iterate, unless it climbed back
     * @param down what the method remembers that goes on where the inner one climbed back; null before
     * @param evaluation that at the iterate; null while the curvature there is not known yet
     * @param step the last step
     * @param due whether the next step is to look at the curvature
     * @param looked the norm of the gradient where it was last looked at and found not negative; ∞ if nowhere near
     * @param escapes how often it got away
     * @param left f at the point last left; ∞ before the first
     * @param below where the way from there led, length n; null before the first
     */
    public record State<S extends org.hesse.method.State>(
            S inner,
            Tron.State down,
            Evaluation evaluation,
            Step step,
            boolean due,
            double looked,
            long escapes,
            double left,
            double[] below)
            implements org.hesse.method.State {
        private org.hesse.method.State now() {
            return down == null ? inner : down;
        }

        @Override
        public double[] x() {
            return now().x();
        }

        @Override
        public double edge() {
            return now().edge();
        }

        @Override
        public String remark() {
            String away = escapes + (escapes == 1 ? " escape" : " escapes") + " along negative curvature";
            return escapes == 0 ? "" : down == null ? away : away + ", and " + DOWN.name() + " after a climb back";
        }
    }

    /**
     * It got away.
     *
     * @param x where from, length n
     * @param curvature the lowest eigenvalue of the Hessian there
     * @param length how far
     * @param change of the value, negative
     */
    public record Escaped(double[] x, double curvature, double length, double change) implements Event {}

    @Override
    public String name() {
        return "escape(" + inner.name() + ")";
    }

    @Override
    public State<S> init(Oracle f, double[] x0) {
        S first = inner.init(f, x0);
        return seen(f, new State<>(first, null, null, first.step(), false, FAR, 0, FAR, null));
    }

    @Override
    public State<S> step(Oracle f, State<S> s) {
        if (s.due) {
            return look(f, s);
        }
        S next = s.down == null ? inner.step(f, s.inner) : s.inner;
        Tron.State down = s.down == null ? null : DOWN.step(f.on(Batch.ALL), s.down);
        Step step = down == null ? next.step() : down.step();
        return seen(f, new State<>(next, down, null, step, false, s.looked, s.escapes, s.left, s.below));
    }

    /** Hides what has to be looked at first. Nothing is evaluated, for the method inside has committed its step. */
    private State<S> seen(Oracle f, State<S> s) {
        Evaluation e = s.now().evaluation();
        double norm = e == null || e.batch() != Batch.ALL.id() ? Double.NaN : Held.optimality(f.domain(), e);
        boolean stuck = s.step.outcome() == Outcome.STUCK;
        boolean due = stuck || norm <= tolerance && norm <= AGAIN * s.looked;
        double near = norm > tolerance ? FAR : s.looked;
        Step step = stuck ? Step.rejected(s.step.why()) : s.step;
        return new State<>(s.inner, s.down, due ? null : e, step, due, near, s.escapes, s.left, s.below);
    }

    private State<S> look(Oracle f, State<S> s) {
        Oracle whole = f.on(Batch.ALL);
        Evaluation known = s.now().evaluation();
        Evaluation e = known != null && known.batch() == Batch.ALL.id() ? known : whole.at(s.x());
        if (s.down == null
                && s.below != null
                && !(e.value() < s.left)
                && f.batch(0).id() == Batch.ALL.id()) {
            String why = "f = " + e.value() + " is not below " + s.left + " at the point left: " + inner.name()
                    + " climbed back";
            Tron.State down = DOWN.init(whole, s.below);
            return seen(
                    f, new State<>(s.inner, down, null, Step.rejected(why), false, FAR, s.escapes, s.left, s.below));
        }
        Curvature c = Curvature.of(
                Held.reduced(f.domain(), e, whole.need(Curved.class).hessianAt(e.x())), f.random(17));
        Optional<Way> way = c.isNegative() ? Way.along(whole, e, c.direction(), c.lowest()) : Optional.empty();
        if (way.isPresent()) {
            Way w = way.get();
            S anew = s.down == null ? inner.init(f, w.x()) : s.inner;
            Tron.State down = s.down == null ? null : DOWN.init(whole, w.x());
            f.note(new Escaped(e.x(), c.lowest(), w.length(), w.value() - e.value()));
            Step away = new Step(Outcome.ACCEPTED, w.length(), w.length() * w.length() * c.lowest() / 2, "");
            return seen(f, new State<>(anew, down, null, away, false, FAR, s.escapes + 1, e.value(), w.x()));
        }
        Step old = s.now().step();
        String why = String.format(Locale.ROOT, "lowest curvature %.3g +- %.2g", c.lowest(), c.error());
        Step step = old.outcome() == Outcome.STUCK ? old.because(old.why() + "; " + why) : Step.rejected(why);
        double norm = Held.optimality(f.domain(), e);
        return new State<>(s.inner, s.down, e, step, false, norm, s.escapes, s.left, s.below);
    }

    @Override
    public State<S> moveTo(State<S> s, double[] x) {
        Tron.State down = s.down == null ? null : DOWN.moveTo(s.down, x.clone());
        return new State<>(inner.moveTo(s.inner, x), down, null, s.step, false, FAR, s.escapes, s.left, s.below);
    }

    @Override
    public boolean fits(Domain domain) {
        return !domain.isPenalised() && inner.fits(domain);
    }

    @Override
    public Set<Class<? extends Structure>> needs() {
        Set<Class<? extends Structure>> needs = new HashSet<>(inner.needs());
        needs.add(Curved.class);
        return needs;
    }
}
