package org.hesse.method.newton;

import static org.hesse.linear.Vectors.dot;
import static org.hesse.linear.Vectors.norm;
import static org.hesse.linear.Vectors.plus;
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
import org.hesse.search.CubicModel;
import org.hesse.search.MoreSorensen;
import org.hesse.search.Subproblem.Solution;
import org.hesse.search.Trial;

/**
 * Adaptive regularisation by cubics, ARC: p minimises m(p) = ∇fᵀp + ½pᵀ∇²f p + ⅓σ‖p‖³, exactly; x ← x + p if f falls by at least
 * the part η₁ of −m(p).
 *
 * <p>Above a ratio of actual to predicted decrease of η₂ = 0.9, σ ← max(min(σ, ‖∇f(x)‖), ε); below η₁, σ ← 2σ. The Hessian is
 * not looked at again where a step was rejected.
 *
 * <p>Source: Cartis, Gould and Toint (2011), Math. Programming 127, 245–295, Algorithm 2.1, and section 7 for the constants.
 *
 * <p>Departs from the source: {@link Gain} guards the ratio against round-off; a trial that is not finite makes σ tenfold; a
 * very good step divides σ at least by 3, so that it does not stay large where gradients are. Where x + p is x, or σ ≥ 1e100, the method
 * is stuck, and predicts what the whole Newton step would take off.
 *
 * @param sigma σ at first, positive
 * @param accept η₁, from 0 to below η₂
 * @param good η₂, below 1
 */
public record CubicRegularization(double sigma, double accept, double good)
        implements Method<CubicRegularization.State> {
    private static final CubicModel MODEL = new CubicModel();
    private static final double LEAST = Math.ulp(1.0);
    private static final double MOST = 1e100; // σ, beyond which no step is one: from 0 even the shortest is
    private static final double GROW = 2;
    private static final double SHRINK = 3;

    /** Checks the constants. */
    public CubicRegularization {
        positive("arc", "sigma", sigma);
        check(good > 0 && good < 1, "arc", "good", good, "0 < good < 1");
        check(accept >= 0 && accept < good, "arc", "accept", accept, "0 <= accept < good");
    }

    /** With σ = 1 at first, η₁ = 0.01 and η₂ = 0.9. */
    public CubicRegularization() {
        this(1, 0.01, 0.9);
    }

    /**
     * What the method remembers.
     *
     * @param x the iterate, length n
     * @param step the last step; it predicts the change of the model
     * @param evaluation the evaluation at x, on the batch of the last step; null if there is none
     * @param kept what is known of the Hessian at x; null if nothing
     * @param sigma σ
     */
    public record State(double[] x, Step step, Evaluation evaluation, double[][] kept, double sigma)
            implements org.hesse.method.State {
        private State rests(Evaluation now, double[][] known, double next, Step why) {
            return new State(x, why, now, known, next);
        }
    }

    @Override
    public String name() {
        return "arc";
    }

    @Override
    public State init(Oracle f, double[] x0) {
        Evaluation e = f.at(x0.clone());
        return new State(e.x(), Step.START, e, null, sigma);
    }

    @Override
    public State step(Oracle f, State s) {
        boolean known =
                s.evaluation != null && s.evaluation.batch() == f.batch(0).id();
        Evaluation now = known ? s.evaluation : f.at(s.x);
        double[] g = now.gradient();
        if (!now.isFinite()) {
            return s.rests(now, null, sigma, Step.stuck("value or gradient is not finite, f = " + now.value()));
        }
        Hessian h = f.need(Curved.class).hessianAt(now.x());
        Solution best = MODEL.solve(h, g, s.sigma, known ? s.kept : null);
        if (Double.isNaN(best.change())) {
            return s.rests(now, null, sigma, Step.stuck("the Hessian is not finite, f = " + now.value()));
        }
        double[] p = best.step();
        double length = norm(p);
        double predicted = -best.change() - s.sigma / 3 * length * length * length;
        double[] next = plus(now.x(), 1, p);
        if (Arrays.equals(next, now.x()) || !(predicted > 0) || s.sigma >= MOST) {
            Solution whole = new MoreSorensen().solve(h, g, 1e100, best.kept());
            String why = "step of norm " + length + " from x of norm " + norm(now.x()) + " at sigma = " + s.sigma;
            double change = whole.atBoundary() ? Double.NaN : whole.change();
            Step end = now.batch() == 0 ? new Step(Outcome.STUCK, 0, change, why) : Step.rejected(why);
            return s.rests(now, best.kept(), sigma, end);
        }
        Evaluation trial = f.at(next);
        f.note(new Trial(1, trial.value(), dot(trial.gradient(), p), trial));
        if (!trial.isFinite()) {
            String why = "the trial has f = " + trial.value() + ", or its gradient";
            return s.rests(now, best.kept(), 10 * s.sigma, Step.rejected(why));
        }
        double ratio = Gain.ratio(now, trial, p, predicted);
        if (!(ratio >= accept)) {
            String why = "actual over predicted decrease " + ratio + " at sigma = " + s.sigma;
            return s.rests(now, best.kept(), GROW * s.sigma, Step.rejected(why));
        }
        double less = Math.max(Math.min(s.sigma / SHRINK, norm(g)), LEAST);
        return new State(
                next, new Step(Outcome.ACCEPTED, 1, -predicted, ""), trial, null, ratio > good ? less : s.sigma);
    }

    @Override
    public State moveTo(State s, double[] x) {
        return new State(x, s.step, null, null, s.sigma);
    }

    @Override
    public Set<Class<? extends Structure>> needs() {
        return Set.of(Curved.class);
    }
}
