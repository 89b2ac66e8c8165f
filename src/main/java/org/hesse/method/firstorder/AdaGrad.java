package org.hesse.method.firstorder;

import static org.hesse.method.Hyperparameters.positive;

import org.hesse.method.Method;
import org.hesse.method.Step;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Oracle;
import org.hesse.search.Schedule;

/**
 * AdaGrad: steps scaled by all squared gradients so far, so each variable's rate only falls.
 *
 * <p>G ← G + g², x ← x − ηg/(√G + ε), G = 0 at the start.
 *
 * <p>Source: Duchi, Hazan and Singer (2011), Figure 1, composite mirror descent with diagonal matrices and no regulariser
 * (their δ is our ε).
 *
 * @param rate η, at least 0
 * @param eps ε, positive
 * @param place where ε is added; there is no bias correction for it to come before
 */
public record AdaGrad(Schedule rate, double eps, Epsilon place) implements Method<AdaGrad.State> {
    /** Checks the range. */
    public AdaGrad {
        positive("adagrad", "eps", eps);
    }

    /**
     * AdaGrad with ε = 1e-10 outside the root.
     *
     * @param rate η, constant, at least 0
     */
    public AdaGrad(double rate) {
        this(Schedule.constant(rate), 1e-10, Epsilon.OUTSIDE_ROOT);
    }

    /**
     * What AdaGrad remembers.
     *
     * @param x the iterate, length n
     * @param step the last step
     * @param evaluation the evaluation the last step started from; null before the first
     * @param squares G, the sum of squared gradients, length n
     */
    public record State(double[] x, Step step, Evaluation evaluation, double[] squares)
            implements org.hesse.method.State {}

    @Override
    public State init(Oracle f, double[] x0) {
        return new State(x0.clone(), Step.START, null, new double[x0.length]);
    }

    @Override
    public State step(Oracle f, State s) {
        double eta = rate.at(f.clock());
        Evaluation e = f.at(s.x);
        double[] g = e.gradient();
        double[] squares = s.squares;
        double[] next = new double[g.length];
        for (int i = 0; i < next.length; i++) {
            squares[i] += g[i] * g[i];
            next[i] = s.x[i] - eta * g[i] / place.root(squares[i], 1, eps);
        }
        return new State(next, Step.accepted(eta), e, squares);
    }

    @Override
    public State moveTo(State s, double[] x) {
        return new State(x, s.step, null, s.squares);
    }
}
