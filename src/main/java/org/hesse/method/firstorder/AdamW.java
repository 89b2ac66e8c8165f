package org.hesse.method.firstorder;

import static org.hesse.method.Hyperparameters.fraction;
import static org.hesse.method.Hyperparameters.nonNegative;
import static org.hesse.method.Hyperparameters.positive;

import org.hesse.method.Method;
import org.hesse.objective.Oracle;
import org.hesse.search.Schedule;

/**
 * AdamW: Adam with a weight decay that the moments do not scale.
 *
 * <p>x ← x − η(m̂/(√v̂ + ε) + λx), m̂ and v̂ as in {@link Adam}. With λx added to the gradient instead ({@code
 * WeightDecay} around Adam) a variable with large gradients would decay less than one with small ones.
 *
 * <p>Source: Loshchilov and Hutter (2019), arXiv:1711.05101, Algorithm 2, in the form of PyTorch: η multiplies both terms,
 * where the paper has the constant α in the first and the schedule's multiplier in both.
 *
 * @param rate η, at least 0
 * @param beta1 β₁, decay of the first moment, in [0, 1)
 * @param beta2 β₂, decay of the second moment, in [0, 1)
 * @param eps ε, positive
 * @param lambda λ, at least 0
 */
public record AdamW(Schedule rate, double beta1, double beta2, double eps, double lambda)
        implements Method<Adam.State> {
    /** Checks the ranges. */
    public AdamW {
        fraction("adamw", "beta1", beta1);
        fraction("adamw", "beta2", beta2);
        positive("adamw", "eps", eps);
        nonNegative("adamw", "lambda", lambda);
    }

    /**
     * AdamW with Adam's constants and λ = 0.01.
     *
     * @param rate η, constant, at least 0
     */
    public AdamW(double rate) {
        this(Schedule.constant(rate), 0.9, 0.999, 1e-8, 0.01);
    }

    @Override
    public Adam.State init(Oracle f, double[] x0) {
        return Adam.State.at(x0);
    }

    @Override
    public Adam.State step(Oracle f, Adam.State s) {
        double decay = rate.at(f.clock()) * lambda; // read before the gradient moves the clock, as Adam does
        double[] x = s.x();
        Adam.State next = new Adam(rate, beta1, beta2, eps, true).step(f, s);
        for (int i = 0; i < x.length; i++) {
            next.x()[i] -= decay * x[i];
        }
        return next;
    }

    @Override
    public Adam.State moveTo(Adam.State s, double[] x) {
        return s.movedTo(x);
    }
}
