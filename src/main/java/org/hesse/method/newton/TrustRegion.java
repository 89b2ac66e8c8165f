package org.hesse.method.newton;

import static org.hesse.linear.Vectors.dot;
import static org.hesse.linear.Vectors.norm;
import static org.hesse.linear.Vectors.plus;
import static org.hesse.linear.Vectors.scale;
import static org.hesse.method.Hyperparameters.check;
import static org.hesse.method.Hyperparameters.positive;

import java.util.Arrays;
import java.util.Set;
import org.hesse.method.Method;
import org.hesse.method.Outcome;
import org.hesse.method.Step;
import org.hesse.objective.Curved;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Hessian;
import org.hesse.objective.Oracle;
import org.hesse.objective.Structure;
import org.hesse.search.Gltr;
import org.hesse.search.MoreSorensen;
import org.hesse.search.Steihaug;
import org.hesse.search.Subproblem;
import org.hesse.search.Subproblem.Solution;
import org.hesse.search.Trial;

/**
 * Newton's method in a trust region: p minimises m(p) = ∇fᵀp + ½pᵀ∇²f p within ‖Dp‖ ≤ Δ; x ← x + p if f falls by more than a
 * part of −m(p). The Hessian may be indefinite, and is not looked at again where a step was rejected.
 *
 * <p>Dᵢᵢ = √|∇²fᵢᵢ|, the largest so far (1 if not scaled). Below a ratio of actual to predicted decrease of ¼, Δ ← shrink·‖Dp‖;
 * above 0.9 at the boundary Δ ← max(Δ, grow·‖Dp‖); a trial that is not finite makes it 0.1·‖Dp‖. At first Δ is the radius times
 * ‖Dx₀‖ (or 1 at 0), and a tenth of that where the model curves down along its step, for then nothing but Δ bounds it.
 *
 * <p>Where two Newton steps in a row point the same way, the later one q times as long with ½ ≤ q &lt; 0.95, the Hessian is
 * singular at the minimum, and Newton converges by the factor q only (⅔ on x⁴): then the trial is x + p/(1 − q), and x + p only
 * if that is not accepted.
 *
 * <p>Source: Conn, Gould and Toint (2000), Trust-Region Methods, Algorithm 6.1.1; D by Moré (1978), LNM 630, 105–116; the longer
 * step by Kelley and Suresh (1983), SIAM J. Numerical Analysis 20, 1001–1009. {@link Gain} guards the ratio against round-off.
 *
 * <p>Each trial takes value and gradient, for nearly all are accepted. Where x + p is x, or Δ &lt; 1e-100, the method is
 * stuck, and predicts what the whole Newton step would take off, ½gᵀH⁻¹g if H is positive definite. On a minibatch all is on
 * the batch.
 *
 * @param subproblem finds p
 * @param radius Δ at first, relative to ‖Dx₀‖, positive
 * @param largest the largest Δ, positive
 * @param accept the least ratio of a step that is accepted, from 0 to below ¼
 * @param shrink of Δ, between 0 and 1
 * @param grow of Δ, at least 1
 * @param scaled whether D is that of the Hessian, which takes a dense one, or I
 */
public record TrustRegion(
        Subproblem subproblem, double radius, double largest, double accept, double shrink, double grow, boolean scaled)
        implements Method<TrustRegion.State> {
    private static final double POOR = 0.25;
    private static final double GOOD = 0.9;
    private static final double WAY_DOWN = 0.1;
    private static final double SLOWEST = 0.95;
    private static final double SLOW = 0.5;
    private static final double SAME_WAY = 0.98; // the cosine
    private static final double LEAST = 1e-100; // Δ, below which no step is one: from 0 even the shortest is
    private static final double WORTH = 0.1; // the least ratio of a longer step

    /** Checks the constants. */
    public TrustRegion {
        positive("trust-region", "radius", radius);
        positive("trust-region", "largest", largest);
        check(accept >= 0 && accept < POOR, "trust-region", "accept", accept, "0 <= accept < 0.25");
        check(shrink > 0 && shrink < 1, "trust-region", "shrink", shrink, "0 < shrink < 1");
        check(grow >= 1 && grow < Double.POSITIVE_INFINITY, "trust-region", "grow", grow, "a finite number >= 1");
    }

    /**
     * Another subproblem, with the constants of the default: by products if it is not scaled.
     *
     * @param subproblem finds p
     * @param scaled whether D is that of the Hessian
     */
    public TrustRegion(Subproblem subproblem, boolean scaled) {
        this(subproblem, 1, 1e100, 1e-4, 0.25, 3, scaled);
    }

    /** With the exact subproblem, scaled. */
    public TrustRegion() {
        this(new MoreSorensen(), true);
    }

    /**
     * What the method remembers.
     *
     * @param x the iterate, length n
     * @param step the last step; it predicts the change of the model
     * @param evaluation the evaluation at x, on the batch of the last step; null if there is none
     * @param kept what the subproblem knows of the Hessian at x; null if nothing
     * @param delta Δ; NaN before the first step
     * @param d D, length n; null if it is I, or not known yet
     * @param newton the Newton step that led to x, length n; null if another one did
     */
    public record State(
            double[] x, Step step, Evaluation evaluation, double[][] kept, double delta, double[] d, double[] newton)
            implements org.hesse.method.State {
        private State rests(Evaluation now, Step why) {
            return new State(x, why, now, null, delta, d, null);
        }
    }

    @Override
    public String name() { // the names of SciPy, but for the exact one
        return subproblem instanceof Steihaug
                ? "trust-ncg"
                : subproblem instanceof Gltr ? "trust-krylov" : "trust-region";
    }

    @Override
    public State init(Oracle f, double[] x0) {
        Evaluation e = f.at(x0.clone());
        return new State(e.x(), Step.START, e, null, Double.NaN, null, null);
    }

    @Override
    public State step(Oracle f, State s) {
        boolean known =
                s.evaluation != null && s.evaluation.batch() == f.batch(0).id();
        Evaluation now = known ? s.evaluation : f.at(s.x);
        if (!now.isFinite()) {
            return s.rests(now, Step.stuck("value or gradient is not finite, f = " + now.value()));
        }
        double[][] kept = known ? s.kept : null;
        Hessian h = f.need(Curved.class).hessianAt(now.x());
        double[] d = s.d;
        if (scaled && kept == null) {
            Scaled.Matrix whole = new Scaled.Matrix(h.dense());
            d = whole.scale(s.d);
            h = whole;
        }
        Hessian model = d == null ? h : new Scaled(h, d);
        double[] g = Scaled.over(now.gradient(), d);
        double delta = Double.isNaN(s.delta) ? first(now.x(), d) : s.delta;
        Solution best = subproblem.solve(model, g, delta, kept);
        if (Double.isNaN(s.delta) && best.atBoundary() && -best.change() > -dot(g, best.step())) {
            delta *= WAY_DOWN;
            best = subproblem.solve(model, g, delta, best.kept());
        }
        if (Double.isNaN(best.change())) {
            return s.rests(now, Step.stuck("the Hessian is not finite, f = " + now.value()));
        }
        double[] p = Scaled.over(best.step(), d);
        double[] newton = best.atBoundary() ? null : p.clone();
        double alpha = newton == null || -best.change() <= Gain.rounding(now) ? 1 : longer(p, s.newton);
        scale(alpha, p);
        double[] next = plus(now.x(), 1, p);
        if (Arrays.equals(next, now.x()) || !(best.change() < 0) || delta < LEAST) {
            double whole = best.atBoundary() ? decrement(model, g, best) : best.change();
            String why = "step of norm " + norm(p) + " from x of norm " + norm(now.x()) + " at radius " + delta;
            Step end = now.batch() == 0 ? new Step(Outcome.STUCK, 0, whole, why) : Step.rejected(why);
            return new State(s.x, end, now, best.kept(), first(now.x(), d), d, null);
        }
        Evaluation trial = f.at(next);
        f.note(new Trial(1, trial.value(), dot(trial.gradient(), p), trial));
        double length = Scaled.norm(p, d);
        double ratio = trial.isFinite() ? Gain.ratio(now, trial, p, -best.change()) : Double.NaN;
        if (ratio > (alpha == 1 ? accept : WORTH)) {
            double changed = alpha == 1 ? changed(ratio, delta, length, best.atBoundary()) : Math.max(delta, length);
            Step step = new Step(Outcome.ACCEPTED, alpha, best.change(), "");
            return new State(next, step, trial, null, Math.min(changed, largest), d, alpha == 1 ? newton : null);
        }
        String why = trial.isFinite()
                ? "actual over predicted decrease " + ratio + " at radius " + delta
                : "the trial has f = " + trial.value() + ", or its gradient";
        double changed = alpha != 1 ? delta : trial.isFinite() ? shrink * length : WAY_DOWN * length;
        return new State(s.x, Step.rejected(why), now, best.kept(), changed, d, null);
    }

    private double first(double[] x, double[] d) {
        double size = Scaled.norm(x, d);
        return Math.min(largest, radius * (size > 0 && size < Double.POSITIVE_INFINITY ? size : 1));
    }

    private double changed(double ratio, double delta, double length, boolean atBoundary) {
        return ratio < POOR ? shrink * length : ratio > GOOD && atBoundary ? Math.max(delta, grow * length) : delta;
    }

    /** 1/(1 − q) for a step p that is q times the last one; 1 if they are not as near a singular minimum. */
    private static double longer(double[] p, double[] last) {
        if (last == null) {
            return 1;
        }
        double q = dot(last, p) / dot(last, last);
        boolean same = dot(last, p) > SAME_WAY * norm(last) * norm(p);
        return same && q >= SLOW && q < SLOWEST ? 1 / (1 - q) : 1;
    }

    /** The change by the whole Newton step; NaN if there is none. */
    private double decrement(Hessian model, double[] g, Solution best) {
        Solution whole = subproblem.solve(model, g, Math.max(largest, 1e100), best.kept());
        return whole.atBoundary() ? Double.NaN : whole.change();
    }

    @Override
    public State moveTo(State s, double[] x) {
        return new State(x, s.step, null, null, s.delta, s.d, null);
    }

    @Override
    public Set<Class<? extends Structure>> needs() {
        return Set.of(Curved.class);
    }
}
