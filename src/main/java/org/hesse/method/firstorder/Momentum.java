package org.hesse.method.firstorder;

import static org.hesse.method.Hyperparameters.fraction;

import org.hesse.method.Method;
import org.hesse.method.Step;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;
import org.hesse.search.Schedule;

/**
 * Momentum (the heavy ball): the step remembers the steps before it.
 *
 * <p>Velocity form v ← μv − ηg, x ← x + v; gradient form b ← μb + g, x ← x − ηb. With a constant rate they are the same
 * (v = −ηb). When the rate changes they are not: the velocity form keeps the speed gained at the old rate, the gradient
 * form rescales all of it at once. The average form b ← μb + (1 − μ)g, x ← x − ηb is the gradient form at the rate η(1 − μ).
 *
 * <p>Source: Polyak (1964); the velocity form as in Sutskever et al. (2013), equations (1) and (2).
 *
 * @param rate η, at least 0
 * @param mu μ, the share of the velocity that is kept, in [0, 1)
 * @param form which of the three forms
 */
public record Momentum(Schedule rate, double mu, Form form) implements Method<Momentum.State> {
    /** What is remembered between steps. */
    public enum Form {
        /** The velocity v, which has the rates in it. */
        VELOCITY,
        /** The sum of gradients b, multiplied by the present rate. */
        GRADIENT,
        /** The running average of gradients b, multiplied by the present rate: Adam's first moment. */
        AVERAGE
    }

    /** Checks the range. */
    public Momentum {
        fraction("momentum", "mu", mu);
    }

    /**
     * The velocity form with μ = 0.9.
     *
     * @param rate η, constant, at least 0
     */
    public Momentum(double rate) {
        this(Schedule.constant(rate), 0.9, Form.VELOCITY);
    }

    /**
     * What momentum remembers.
     *
     * @param x the iterate, length n
     * @param step the last step
     * @param evaluation the evaluation the last step started from; null before the first
     * @param v the velocity v, or the sum or the average of gradients b, length n
     */
    public record State(double[] x, Step step, Evaluation evaluation, double[] v) implements org.hesse.method.State {}

    @Override
    public State init(Oracle f, double[] x0) {
        return new State(x0.clone(), Step.START, null, new double[x0.length]);
    }

    @Override
    public State step(Oracle f, State s) {
        double eta = rate.at(f.clock());
        Evaluation e = f.at(s.x);
        boolean velocity = form == Form.VELOCITY;
        double weight = form == Form.AVERAGE ? 1 - mu : 1;
        double in = velocity ? -eta : weight; // the rate goes in with the gradient,
        double out = velocity ? 1 : -eta; // or out with the step
        double[] g = e.gradient();
        double[] v = s.v;
        double[] next = new double[v.length];
        for (int i = 0; i < next.length; i++) {
            v[i] = mu * v[i] + in * g[i];
            next[i] = s.x[i] + out * v[i];
        }
        return new State(next, Step.accepted(eta), e, v);
    }

    @Override
    public State moveTo(State s, double[] x) {
        return new State(x, s.step, null, s.v);
    }
}
