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
     * @param inner what the inner method remembers; its x is the iterate
     * @param evaluation that of the inner method; null while the curvature there is not known yet
     * @param step the last step
     * @param due whether the next step is to look at the curvature
     * @param looked the norm of the gradient where it was last looked at and found not negative; ∞ if nowhere near
     * @param escapes how often it got away
     */
    public record State<S extends org.hesse.method.State>(
            S inner, Evaluation evaluation, Step step, boolean due, double looked, long escapes)
            implements org.hesse.method.State {
        @Override
        public double[] x() {
            return inner.x();
        }

        @Override
        public double edge() {
            return inner.edge();
        }

        @Override
        public String remark() {
            return escapes == 0 ? "" : escapes + (escapes == 1 ? " escape" : " escapes") + " along negative curvature";
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
        return seen(f, first, first.step(), Double.POSITIVE_INFINITY, 0);
    }

    @Override
    public State<S> step(Oracle f, State<S> s) {
        if (s.due) {
            return look(f, s);
        }
        S next = inner.step(f, s.inner);
        return seen(f, next, next.step(), s.looked, s.escapes);
    }

    /** Hides what has to be looked at first. Nothing is evaluated, for the inner method has committed its step. */
    private State<S> seen(Oracle f, S next, Step step, double looked, long escapes) {
        Evaluation e = next.evaluation();
        double norm = e == null || e.batch() != Batch.ALL.id() ? Double.NaN : Held.optimality(f.domain(), e);
        boolean stuck = step.outcome() == Outcome.STUCK;
        boolean due = stuck || norm <= tolerance && norm <= AGAIN * looked;
        double near = norm > tolerance ? Double.POSITIVE_INFINITY : looked;
        return new State<>(next, due ? null : e, stuck ? Step.rejected(step.why()) : step, due, near, escapes);
    }

    private State<S> look(Oracle f, State<S> s) {
        Oracle whole = f.on(Batch.ALL);
        Evaluation known = s.inner.evaluation();
        Evaluation e = known != null && known.batch() == Batch.ALL.id() ? known : whole.at(s.inner.x());
        Curvature c = Curvature.of(
                Held.reduced(f.domain(), e, whole.need(Curved.class).hessianAt(e.x())), f.random(17));
        Optional<Way> way = c.isNegative() ? Way.along(whole, e, c.direction(), c.lowest()) : Optional.empty();
        if (way.isPresent()) {
            Way w = way.get();
            S anew = inner.init(f, w.x());
            f.note(new Escaped(e.x(), c.lowest(), w.length(), w.value() - e.value()));
            Step away = new Step(Outcome.ACCEPTED, w.length(), w.length() * w.length() * c.lowest() / 2, "");
            return seen(f, anew, away, Double.POSITIVE_INFINITY, s.escapes + 1);
        }
        Step old = s.inner.step();
        String why = String.format(Locale.ROOT, "lowest curvature %.3g +- %.2g", c.lowest(), c.error());
        Step step = old.outcome() == Outcome.STUCK ? old.because(old.why() + "; " + why) : Step.rejected(why);
        return new State<>(s.inner, e, step, false, Held.optimality(f.domain(), e), s.escapes);
    }

    @Override
    public State<S> moveTo(State<S> s, double[] x) {
        return new State<>(inner.moveTo(s.inner, x), null, s.step, false, Double.POSITIVE_INFINITY, s.escapes);
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
