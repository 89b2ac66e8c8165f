package org.hesse.method.newton;

import static org.hesse.linear.Vectors.dot;
import static org.hesse.linear.Vectors.minus;
import static org.hesse.linear.Vectors.norm;
import static org.hesse.method.Hyperparameters.check;
import static org.hesse.method.Hyperparameters.positive;

import java.util.Set;
import org.hesse.method.Method;
import org.hesse.method.Outcome;
import org.hesse.method.Step;
import org.hesse.objective.Curved;
import org.hesse.objective.Domain;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Hessian;
import org.hesse.objective.Oracle;
import org.hesse.objective.Structure;
import org.hesse.search.MoreSorensen;
import org.hesse.search.Preconditioning;
import org.hesse.search.Steihaug;
import org.hesse.search.Subproblem;
import org.hesse.search.Trial;

/**
 * Newton's method in a trust region within bounds (TRON): the model m(z) = ∇fᵀs + ½sᵀ∇²f·s, s = z − x, is minimised in the box
 * as {@link BoxModel} does; x ← z if f falls by more than a part of −m(z). Nothing is evaluated outside the bounds.
 *
 * <p>The projected gradient finds the bounds that hold, so many at once; conjugate gradients on the free variables are
 * Newton's method on their face. Below a ratio of actual to predicted decrease of ¼, Δ ← shrink·min(‖s‖, Δ); above 0.9
 * where the region held the step back Δ ← max(Δ, grow·‖s‖); a trial that is not finite makes it 0.1·min(‖s‖, Δ). At first Δ
 * is the radius times ‖x₀‖ (or 1 at 0). {@link Gain} guards the ratio against round-off.
 *
 * <p>Source: Lin and Moré (1999), Newton's method for large bound-constrained optimization problems, SIAM J. Optimization 9(4),
 * 1100–1127, Algorithm 2.1, (3.1) and section 4. Departs from the source: a Cauchy step that meets no bound is only what the
 * step is compared with, so that without bounds the method is {@link TrustRegion}; Δ by its rules; α is the minimum of m
 * along −∇f, or smaller.
 *
 * <p>On a minibatch all is on the batch.
 *
 * @param subproblem finds the step on a face
 * @param radius Δ at first, relative to ‖x₀‖, positive
 * @param largest the largest Δ, positive
 * @param accept the least ratio of a step that is accepted, from 0 to below ¼
 * @param shrink of Δ, between 0 and 1
 * @param grow of Δ, at least 1
 */
public record Tron(Subproblem subproblem, double radius, double largest, double accept, double shrink, double grow)
        implements Method<Tron.State> {
    private static final double POOR = 0.25;
    private static final double GOOD = 0.9;
    private static final double WAY_DOWN = 0.1;

    /** Checks the constants. */
    public Tron {
        positive("tron", "radius", radius);
        positive("tron", "largest", largest);
        check(accept >= 0 && accept < POOR, "tron", "accept", accept, "0 <= accept < 0.25");
        check(shrink > 0 && shrink < 1, "tron", "shrink", shrink, "0 < shrink < 1");
        check(grow >= 1 && grow < Double.POSITIVE_INFINITY, "tron", "grow", grow, "a finite number >= 1");
    }

    /**
     * Another subproblem, with the constants of the default.
     *
     * @param subproblem finds the step on a face
     */
    public Tron(Subproblem subproblem) {
        this(subproblem, 1, 1e100, 1e-4, 0.25, 3);
    }

    /** By products, with conjugate gradients and, where the places of the Hessian's entries are known, its factors. */
    public Tron() {
        this(new Steihaug(Preconditioning.CHOLESKY, 0.1, 500));
    }

    /**
     * What the method remembers.
     *
     * @param x the iterate, length n, within the bounds
     * @param step the last step; it predicts the change of the model
     * @param evaluation the evaluation at x, on the batch of the last step; null if there is none
     * @param hessian ∇²f at x, n rows of length n; null if the subproblem takes products, or x is new
     * @param delta Δ
     */
    public record State(double[] x, Step step, Evaluation evaluation, double[][] hessian, double delta)
            implements org.hesse.method.State {
        private State rests(Evaluation now, double[][] kept, Step why, double radius) {
            return new State(x, why, now, kept, radius);
        }
    }

    @Override
    public boolean fits(Domain domain) {
        return !domain.isPenalised();
    }

    @Override
    public State init(Oracle f, double[] x0) {
        double[] x = x0.clone();
        f.domain().project(x);
        Evaluation e = f.at(x);
        return new State(x, Step.START, e, null, first(x));
    }

    @Override
    public State step(Oracle f, State s) {
        boolean known =
                s.evaluation != null && s.evaluation.batch() == f.batch(0).id();
        Evaluation now = known ? s.evaluation : f.at(s.x);
        if (!now.isFinite()) {
            String why = "value or gradient is not finite, f = " + now.value();
            return s.rests(now, null, Step.stuck(why), s.delta);
        }
        double[][] rows = known ? s.hessian : null;
        Hessian h = rows == null ? f.need(Curved.class).hessianAt(now.x()) : new Scaled.Matrix(rows);
        if (rows == null && subproblem instanceof MoreSorensen) { // it factorises, on one face after the other
            rows = h.dense();
            h = new Scaled.Matrix(rows);
        }
        BoxModel model = new BoxModel(h, now.x(), now.gradient(), f.domain());
        BoxModel.Point best = model.minimum(subproblem, s.delta);
        if (Double.isNaN(best.change())) {
            return s.rests(now, null, Step.stuck("the Hessian is not finite, f = " + now.value()), s.delta);
        }
        double[] p = minus(best.z(), now.x());
        double length = norm(p);
        if (length == 0 || !(best.change() < 0)) {
            BoxModel.Point whole = best.atBoundary() ? model.minimum(subproblem, Math.max(largest, 1e100)) : best;
            double promise = whole.atBoundary() ? Double.NaN : whole.change();
            String why = "step of norm " + length + " from x of norm " + norm(now.x()) + " at radius " + s.delta;
            Step end = now.batch() == 0 ? new Step(Outcome.STUCK, 0, promise, why) : Step.rejected(why);
            return s.rests(now, rows, end, first(now.x()));
        }
        Evaluation trial = f.at(best.z());
        f.note(new Trial(1, trial.value(), dot(trial.gradient(), p), trial));
        double ratio = trial.isFinite() ? Gain.ratio(now, trial, p, -best.change()) : Double.NaN;
        double reach = Math.min(length, s.delta);
        if (ratio > accept) {
            double grown = ratio > GOOD && best.atBoundary() ? Math.max(s.delta, grow * length) : s.delta;
            double delta = Math.min(largest, ratio < POOR ? shrink * reach : grown);
            return new State(best.z(), new Step(Outcome.ACCEPTED, 1, best.change(), ""), trial, null, delta);
        }
        String why = trial.isFinite()
                ? "actual over predicted decrease " + ratio + " at radius " + s.delta
                : "the trial has f = " + trial.value() + ", or its gradient";
        double delta = (trial.isFinite() ? shrink : WAY_DOWN) * reach;
        return s.rests(now, rows, Step.rejected(why), delta);
    }

    private double first(double[] x) {
        double size = norm(x);
        return Math.min(largest, radius * (size > 0 && size < Double.POSITIVE_INFINITY ? size : 1));
    }

    @Override
    public State moveTo(State s, double[] x) {
        return new State(x, s.step, null, null, s.delta);
    }

    @Override
    public Set<Class<? extends Structure>> needs() {
        return Set.of(Curved.class);
    }
}
