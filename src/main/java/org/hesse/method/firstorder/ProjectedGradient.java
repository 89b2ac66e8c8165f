package org.hesse.method.firstorder;

import org.hesse.method.Method;
import org.hesse.method.Step;
import org.hesse.objective.Domain;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;
import org.hesse.search.Schedule;

/**
 * Gradient descent within the bounds of the objective.
 *
 * <p>x ← P(x − ηg), P the projection onto {@link Oracle#domain}. Every iterate, the first included, lies within the
 * bounds; without bounds this is gradient descent.
 *
 * <p>Source: Goldstein (1964); Levitin and Polyak (1966). Departs from them: the rate is a schedule, not searched for.
 *
 * @param rate η, at least 0
 */
public record ProjectedGradient(Schedule rate) implements Method<ProjectedGradient.State> {
    /**
     * Projected gradient at a constant rate.
     *
     * @param rate η, at least 0
     */
    public ProjectedGradient(double rate) {
        this(Schedule.constant(rate));
    }

    /**
     * What projected gradient remembers.
     *
     * @param x the iterate, length n, within the bounds
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
        return "projected-gradient";
    }

    @Override
    public boolean fits(Domain domain) {
        return !domain.isPenalised();
    }

    @Override
    public State init(Oracle f, double[] x0) {
        double[] x = x0.clone();
        f.domain().project(x);
        return new State(x, Step.START, null);
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
        f.domain().project(next);
        return new State(next, Step.accepted(eta), e);
    }

    @Override
    public State moveTo(State s, double[] x) {
        return new State(x, s.step, null);
    }
}
