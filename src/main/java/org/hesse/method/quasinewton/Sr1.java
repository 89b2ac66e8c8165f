package org.hesse.method.quasinewton;

import static org.hesse.linear.Vectors.axpy;
import static org.hesse.linear.Vectors.dot;
import static org.hesse.linear.Vectors.minus;
import static org.hesse.linear.Vectors.norm;
import static org.hesse.linear.Vectors.plus;

import org.hesse.method.Hyperparameters;
import org.hesse.method.Method;
import org.hesse.method.Outcome;
import org.hesse.method.Restart;
import org.hesse.method.Step;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;
import org.hesse.search.Preconditioning;
import org.hesse.search.Steihaug;
import org.hesse.search.Subproblem;
import org.hesse.search.Trial;

/**
 * SR1 in a trust region: a dense approximation B of the Hessian, not always positive definite, changed by one term of rank
 * one with each trial step, a rejected one too.
 *
 * <p>s is the {@link Steihaug} step of the model gᵀs + ½sᵀBs within ‖s‖ ≤ Δ; with r = y − Bs, B ← B + rrᵀ/rᵀs, left out where
 * |rᵀs| &lt; 1e-8‖r‖‖s‖. The step is accepted where the actual decrease is more than 1e-4 of the predicted one; Δ is
 * doubled above ¾ if s is as long as 0.8Δ, and halved below 0.1. B is I, scaled by yᵀy/sᵀy before its first change.
 *
 * <p>Source: Nocedal and Wright (2006), Numerical Optimization, 2nd edition, Algorithm 6.2, (6.24) and (6.26).
 *
 * <p>Departs from the source: both decreases get 1e3·ε·|f| added, so that near round-off their ratio is 1 and not chance
 * (as Manopt does; Conn, Gould and Toint (2000), Trust-Region Methods, 17.4.2); where values contradict slopes by ten
 * times what is predicted and less than 1e-6·|f|, they are noise, and slopes decide. A trial that is not finite makes Δ a tenth
 * of its length; one of a rise of 1e6 times the fall predicted does not give B its scale. A step below ε‖x‖ makes B be
 * forgotten; if it was forgotten at this x already, or on a step of no promise beyond the rounding of f, it is stuck. On a minibatch
 * the trial is on the batch; B goes on from one to the next.
 *
 * @param radius Δ at first, positive
 */
public record Sr1(double radius) implements Method<Sr1.State> {
    private static final double EPSILON = Math.ulp(1.0);
    private static final double REGULARISATION = 1e3 * EPSILON;
    private static final double LEAST_COSINE = 1e-8;
    private static final Steihaug STEIHAUG =
            new Steihaug(Preconditioning.NONE, 1e-10, Integer.MAX_VALUE); // superlinear
    private static final double ACCEPT = 1e-4;
    private static final double WILD = -1e6; // a rise of so many times the fall predicted
    private static final double CLEAR = 10; // so many times what is predicted is an error of values
    private static final double MOST_NOISE = 1e-6; // relative to f; more is taken for a step of f itself

    /** Checks the radius. */
    public Sr1 {
        Hyperparameters.positive("sr1", "radius", radius);
    }

    /** With Δ = 1 at first. */
    public Sr1() {
        this(1);
    }

    /**
     * What SR1 remembers.
     *
     * @param x the iterate, length n
     * @param step the last step; it predicts the change of the model
     * @param evaluation the evaluation at x for the next step; null if there is none
     * @param b B, n rows of length n
     * @param radius Δ
     * @param changes how many pairs B is made of; 0 if it is I
     * @param skipped how many pairs were left out
     * @param anew whether B was forgotten at this x
     */
    public record State(
            double[] x,
            Step step,
            Evaluation evaluation,
            double[][] b,
            double radius,
            long changes,
            long skipped,
            boolean anew)
            implements org.hesse.method.State {
        private State rests(Evaluation now, double nextRadius, Step why) {
            return new State(x, why, now, b, nextRadius, changes, skipped, anew);
        }

        @Override
        public String remark() {
            return CurvaturePair.remark(skipped, 0);
        }
    }

    @Override
    public State init(Oracle f, double[] x0) {
        double[][] b = Dense.identity(name(), x0.length);
        Evaluation e = f.at(x0.clone());
        return new State(e.x(), Step.START, e, b, radius, 0, 0, false);
    }

    @Override
    public State step(Oracle f, State s) {
        boolean known =
                s.evaluation != null && s.evaluation.batch() == f.batch(0).id();
        Evaluation now = known ? s.evaluation : f.at(s.x);
        double[] g = now.gradient();
        if (!now.isFinite()) {
            return s.rests(now, s.radius, Step.stuck("value or gradient is not finite, f = " + now.value()));
        }
        Subproblem.Solution best = STEIHAUG.solve(Dense.asHessian(s.b), g, s.radius);
        double[] p = best.step();
        double length = norm(p);
        double model = best.atBoundary() ? Double.NaN : best.change(); // of the whole step only
        if (!(length > EPSILON * norm(now.x()) && best.change() < 0)) {
            String why =
                    "step of norm " + length + " from x of norm " + norm(now.x()) + ", gradient of norm " + norm(g);
            if (s.changes > 0 && !s.anew && norm(g) > 0) {
                f.note(new Restart(why));
                Dense.reset(s.b);
                return new State(s.x, Step.rejected(why + ": B is forgotten"), now, s.b, radius, 0, s.skipped, true);
            }
            boolean last = now.batch() == 0;
            return s.rests(now, radius, last ? new Step(Outcome.STUCK, 0, model, why) : Step.rejected(why));
        }
        Evaluation trial = f.at(plus(now.x(), 1, p));
        f.note(new Trial(1, trial.value(), dot(trial.gradient(), p), trial));
        if (!trial.isFinite()) {
            return s.rests(
                    now, 0.1 * length, Step.rejected("the trial has f = " + trial.value() + ", or its gradient"));
        }
        double regular = REGULARISATION * Math.abs(now.value());
        double ratio = (decrease(now, trial, p, -best.change()) + regular) / (regular - best.change());
        boolean accepted = ratio > ACCEPT;
        boolean nothing = -best.change() <= EPSILON * Math.abs(now.value())
                && trial.value() >= now.value()
                && norm(trial.gradient()) >= norm(g);
        double[] y = minus(trial.gradient(), g);
        double[] r = minus(y, Dense.times(s.b, p));
        CurvaturePair pair = CurvaturePair.of(now, trial);
        double rs = dot(r, p);
        boolean wild = s.changes == 0 && ratio < WILD; // it would scale all directions
        boolean used = !wild && Math.abs(rs) >= LEAST_COSINE * length * norm(r) && Double.isFinite(1 / rs);
        f.note(
                used
                        ? pair.decided(CurvaturePair.Decision.STORED, "")
                        : pair.decided(
                                CurvaturePair.Decision.SKIPPED, wild ? "the first, wild step" : "s'(y - Bs) = " + rs));
        if (used) { // from here on nothing throws
            change(s, pair, p, y, r);
        }
        double next = ratio > 0.75 && length > 0.8 * s.radius ? 2 * s.radius : ratio < 0.1 ? 0.5 * length : s.radius;
        Step step = accepted
                ? new Step(Outcome.ACCEPTED, 1, best.change(), "")
                : Step.rejected("actual over predicted decrease " + ratio + " at radius " + s.radius);
        if (nothing && !best.atBoundary() && now.batch() == 0) {
            accepted = false;
            step = new Step(Outcome.STUCK, 0, model, "the last step changed f by " + (trial.value() - now.value()));
        }
        Evaluation e = accepted ? trial : now;
        return new State(
                e.x(), step, e, s.b, next, s.changes + (used ? 1 : 0), s.skipped + (used ? 0 : 1), s.anew && !accepted);
    }

    /** The actual decrease: by the trapezoid under the slopes where values differ from it by more than a model can. */
    private static double decrease(Evaluation now, Evaluation trial, double[] p, double predicted) {
        double byValues = now.value() - trial.value();
        double bySlopes = -0.5 * (dot(now.gradient(), p) + dot(trial.gradient(), p));
        double error = Math.abs(byValues - bySlopes);
        return error >= CLEAR * predicted && error <= MOST_NOISE * Math.abs(now.value()) ? bySlopes : byValues;
    }

    /** B ← B + rrᵀ/rᵀs; before the first time B is scaled if the pair has positive curvature. */
    private static void change(State s, CurvaturePair pair, double[] p, double[] y, double[] r) {
        double gamma = pair.yy() / pair.sy();
        double[] rest = r;
        if (s.changes == 0 && pair.cosine() > LEAST_COSINE && Double.isFinite(gamma)) {
            for (int i = 0; i < s.b.length; i++) {
                s.b[i][i] = gamma;
            }
            rest = minus(y, Dense.times(s.b, p));
        }
        double rs = dot(rest, p);
        if (Math.abs(rs) >= LEAST_COSINE * norm(rest) * norm(p) && Double.isFinite(1 / rs)) {
            for (int i = 0; i < s.b.length; i++) {
                axpy(rest[i] / rs, rest, s.b[i]);
            }
        }
    }

    @Override
    public State moveTo(State s, double[] x) {
        return new State(x, s.step, null, s.b, s.radius, s.changes, s.skipped, false);
    }
}
