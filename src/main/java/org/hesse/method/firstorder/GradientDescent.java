package org.hesse.method.firstorder;

import org.hesse.method.Method;
import org.hesse.method.Step;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;
import org.hesse.search.Schedule;

/**
 * Gradient descent; on minibatches, stochastic gradient descent.
 *
 * <p>x ← x − ηg.
 *
 * <p>Source: Cauchy (1847); on minibatches Robbins and Monro (1951).
 *
 * @param rate η, at least 0
 */
public record GradientDescent(Schedule rate) implements Method<GradientDescent.State> {
    /**
     * Gradient descent at a constant rate.
     *
     * @param rate η, at least 0
     */
    public GradientDescent(double rate) {
        this(Schedule.constant(rate));
    }

    /**
     * What gradient descent remembers.
     *
     * @param x the iterate, length n
     * @param step the last step
     * @param evaluation the evaluation the last step started from; null before the first
     */
    public record State(double[] x, Step step, Evaluation evaluation) implements org.hesse.method.State {
        @Override
        public double edge() {
            return step.length() == 0 ? Double.NaN : 2 / step.length();
        }
    }

    @Override
    public String name() {
        return "gd";
    }

    @Override
    public State init(Oracle f, double[] x0) {
        return new State(x0.clone(), Step.START, null);
    }

    @Override
    public State step(Oracle f, State s) {
        double eta = rate.at(f.clock());
        Evaluation e = f.at(s.x);
        double[] g = e.gradient();
        double[] next = new double[s.x.length];
        for (int i = 0; i < next.length; i++) {
            next[i] = s.x[i] - eta * g[i];
        }
        return new State(next, Step.accepted(eta), e);
    }

    @Override
    public State moveTo(State s, double[] x) {
        return new State(x, s.step, null);
    }
}
