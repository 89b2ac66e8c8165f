package org.hesse.method.firstorder;

import static org.hesse.method.Hyperparameters.fraction;

import org.hesse.linear.Vectors;
import org.hesse.method.Method;
import org.hesse.method.Step;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;
import org.hesse.search.Schedule;

/**
 * Nesterov momentum: the gradient is taken where the velocity leads.
 *
 * <p>v ← μv − ηg(x + μv), x ← x + v. With y = x + μv, the same sequence can be written in the points y, at which f is
 * evaluated: v₋ ← v, v ← μv − ηg(y), y ← y − μv₋ + (1 + μ)v.
 *
 * <p>Source: Nesterov (1983), with a constant μ as in Sutskever et al. (2013), equations (3) and (4); the rewritten form
 * after Bengio, Boulanger-Lewandowski and Pascanu (2013), arXiv:1212.0901, section 3.5.
 *
 * @param rate η, at least 0
 * @param mu μ, the share of the velocity that is kept, in [0, 1)
 * @param form which sequence of points is the iterate
 */
public record Nesterov(Schedule rate, double mu, Form form) implements Method<Nesterov.State> {
    /** Which of the two sequences of points is the iterate. */
    public enum Form {
        /** The iterate is x; f is evaluated at x + μv, and {@code last()} is the evaluation there. */
        LOOK_AHEAD,
        /** The iterate is the look-ahead point y = x + μv itself, where f is evaluated. */
        REWRITTEN
    }

    /** Checks the range. */
    public Nesterov {
        fraction("nesterov", "mu", mu);
    }

    /**
     * The form that evaluates at x + μv, with μ = 0.9.
     *
     * @param rate η, constant, at least 0
     */
    public Nesterov(double rate) {
        this(Schedule.constant(rate), 0.9, Form.LOOK_AHEAD);
    }

    /**
     * What Nesterov momentum remembers.
     *
     * @param x the iterate, length n
     * @param step the last step
     * @param evaluation the evaluation of the last step, at the look-ahead point; null before the first
     * @param v the velocity, length n
     */
    public record State(double[] x, Step step, Evaluation evaluation, double[] v) implements org.hesse.method.State {}

    @Override
    public State init(Oracle f, double[] x0) {
        return new State(x0.clone(), Step.START, null, new double[x0.length]);
    }

    @Override
    public State step(Oracle f, State s) {
        boolean rewritten = form == Form.REWRITTEN;
        double eta = rate.at(f.clock());
        Evaluation e = f.at(rewritten ? s.x : Vectors.plus(s.x, mu, s.v));
        double back = rewritten ? -mu : 0;
        double ahead = rewritten ? 1 + mu : 1;
        double[] g = e.gradient();
        double[] v = s.v;
        double[] next = new double[v.length];
        for (int i = 0; i < next.length; i++) {
            double before = v[i];
            v[i] = mu * before - eta * g[i];
            next[i] = s.x[i] + back * before + ahead * v[i];
        }
        return new State(next, Step.accepted(eta), e, v);
    }

    @Override
    public State moveTo(State s, double[] x) {
        return new State(x, s.step, null, s.v);
    }
}
