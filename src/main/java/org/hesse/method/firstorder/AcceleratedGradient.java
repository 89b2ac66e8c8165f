package org.hesse.method.firstorder;

import static org.hesse.linear.Vectors.dot;
import static org.hesse.linear.Vectors.plus;

import java.util.Arrays;
import org.hesse.linear.Vectors;
import org.hesse.method.Hyperparameters;
import org.hesse.method.Method;
import org.hesse.method.Move;
import org.hesse.method.Outcome;
import org.hesse.method.Step;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;

/**
 * Nesterov's accelerated gradient with a searched Lipschitz constant and adaptive restart.
 *
 * <p>z⁺ = y − ∇f(y)/L, L doubled until f(z⁺) ≤ f(y) − ‖∇f(y)‖²/2L; t⁺ = ½(1 + √(1 + 4t²)), y⁺ = z⁺ + (t − 1)/t⁺·(z⁺ − z).
 * The iterate is y, where gradients are taken. A restart sets t to 1.
 *
 * <p>Source: Nesterov (1983), Soviet Mathematics Doklady 27, 372–376; the form: Beck and Teboulle (2009), SIAM J. Imaging
 * Sciences 2, 183–202, FISTA with backtracking; O'Donoghue and Candès (2015), Foundations of Computational Mathematics 15,
 * 715–732, (11) to (13).
 *
 * <p>Departs from the source: L is ‖g‖∞ at first, and may fall to the share {@code relax} a step. A trial that is not
 * finite makes L tenfold; where y is not finite the method restarts from z; an excess within 1e-14·|f| is none.
 *
 * @param restart when to begin anew
 * @param relax the share of L that the next step begins with, in (0, 1]; 1 as in the source
 */
public record AcceleratedGradient(Scheme restart, double relax) implements Method<AcceleratedGradient.State> {
    private static final double NOISE = 1e-14;
    private static final int MOST_TRIALS = 60;

    /** When to begin anew. */
    public enum Scheme {
        /** Never. */
        NEVER,
        /** When the value rises, f(z⁺) &gt; f(z). On minibatches these are values on two batches. */
        FUNCTION,
        /** When the momentum leads uphill, ∇f(y)ᵀ(z⁺ − z) &gt; 0. */
        GRADIENT
    }

    /** Checks the share. */
    public AcceleratedGradient {
        Hyperparameters.check(relax > 0 && relax <= 1, "accelerated-gradient", "relax", relax, "0 < relax <= 1");
    }

    /** Restarts by the gradient, relax = 0.9. */
    public AcceleratedGradient() {
        this(Scheme.GRADIENT, 0.9);
    }

    /**
     * What the method remembers.
     *
     * @param x y, the iterate, length n
     * @param step the last step
     * @param evaluation the evaluation that the last step started from; null before the first
     * @param z z, the end of the last gradient step, length n
     * @param value f(z) on the batch of the last step; ∞ before the first
     * @param t t, at least 1
     * @param lipschitz L; NaN before the first step
     * @param restarts how often t was set back
     */
    public record State(
            double[] x,
            Step step,
            Evaluation evaluation,
            double[] z,
            double value,
            double t,
            double lipschitz,
            long restarts)
            implements org.hesse.method.State {
        @Override
        public String remark() {
            return restarts == 0 ? "" : restarts + (restarts == 1 ? " restart" : " restarts") + " of the momentum";
        }
    }

    @Override
    public String name() {
        return "accelerated-gradient";
    }

    @Override
    public State init(Oracle f, double[] x0) {
        double[] x = x0.clone();
        return new State(x, Step.START, null, x, Double.POSITIVE_INFINITY, 1, Double.NaN, 0);
    }

    @Override
    public State step(Oracle f, State s) {
        Evaluation e = f.at(s.x);
        if (!e.isFinite() && !Arrays.equals(s.x, s.z)) { // the momentum has left the domain, where z was
            return step(f, new State(s.z, s.step, null, s.z, s.value, 1, s.lipschitz, s.restarts + 1));
        }
        double[] g = e.gradient();
        double square = dot(g, g);
        if (!e.isFinite() || !(square > 0 && square < Double.POSITIVE_INFINITY)) {
            return stays(s, e, square == 0 ? 0 : Double.NaN, "f = " + e.value() + ", |g|^2 = " + square);
        }
        double first = Double.isNaN(s.lipschitz) ? 1 / Move.first(g) : s.lipschitz;
        double noise = NOISE * Math.abs(e.value());
        double lipschitz = first;
        for (int k = 1; k <= MOST_TRIALS; k++) {
            double[] z = plus(s.x, -1 / lipschitz, g);
            double value = f.value(z);
            if (value <= e.value() - square / (2 * lipschitz) + noise) {
                return moved(s, e, z, value, lipschitz);
            }
            lipschitz *= Double.isFinite(value) ? 2 : 10;
        }
        return stays(
                s,
                e,
                -square / (2 * first),
                "no decrease in " + MOST_TRIALS + " trials up to L = " + lipschitz + "; f = " + e.value() + ", |g|^2 = "
                        + square);
    }

    private State moved(State s, Evaluation e, double[] z, double value, double lipschitz) {
        double[] way = Vectors.minus(z, s.z);
        boolean anew = restart == Scheme.FUNCTION && value > s.value
                || restart == Scheme.GRADIENT && dot(e.gradient(), way) > 0;
        double t = anew ? 1 : s.t;
        double next = 0.5 * (1 + Math.sqrt(1 + 4 * t * t));
        double[] y = plus(z, (t - 1) / next, way);
        Step step = new Step(Outcome.ACCEPTED, 1 / lipschitz, -dot(e.gradient(), e.gradient()) / (2 * lipschitz), "");
        return new State(y, step, e, z, value, next, relax * lipschitz, s.restarts + (anew ? 1 : 0));
    }

    private static State stays(State s, Evaluation e, double promise, String why) {
        boolean last = e.batch() == 0 || !e.isFinite();
        Step step = last ? new Step(Outcome.STUCK, 0, promise, why) : Step.rejected(why);
        return new State(s.x, step, e, s.z, s.value, s.t, s.lipschitz, s.restarts);
    }

    @Override
    public State moveTo(State s, double[] x) {
        return new State(x, s.step, null, x, Double.POSITIVE_INFINITY, 1, s.lipschitz, s.restarts);
    }
}
