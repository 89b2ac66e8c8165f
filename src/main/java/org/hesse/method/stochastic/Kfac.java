package org.hesse.method.stochastic;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hesse.linear.Vectors;
import org.hesse.method.Hyperparameters;
import org.hesse.method.Method;
import org.hesse.method.Step;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Kronecker;
import org.hesse.objective.Oracle;
import org.hesse.objective.Structure;
import org.hesse.search.Schedule;

/**
 * K-FAC: natural gradient steps by a Fisher matrix that is a Kronecker product A⊗S in each layer, and nothing between layers.
 *
 * <p>Every few steps A ← εA + (1 − ε)Â and S ← εS + (1 − ε)Ŝ, ε = min(1 − 1/k, decay) at the k-th estimate; then
 * d = −η(S + √γ/π·I)⁻¹G(A + π√γ·I)⁻¹ layer by layer, G the gradient as a matrix with the biases as its last column,
 * γ = damping + λ of the penalty, and π² the mean of the diagonal of A over that of S. So that d moves the outputs no farther than it
 * should, d ← d·min(1, √(κ/dᵀFd)), dᵀFd with the damped factors; v ← μv + d, x ← x + v.
 *
 * <p>Cost: a gradient a step, and one on a fraction of the batch each time that factors are estimated ({@link Kronecker}).
 *
 * <p>Source: Martens and Grosse (2015), arXiv:1503.05671, sections 3, 5 and 6.3 (4.2 for the blocks); the clip is that of
 * Ba, Grosse and Martens (2017), Distributed second-order optimization using Kronecker-factored approximations, section 5.
 * Departs from the source: rate, momentum and damping are not adapted by products with the Fisher matrix, which cost two
 * gradients each.
 *
 * @param rate η
 * @param damping what the penalty of the objective lacks to make the matrix safe to solve with, positive
 * @param mu μ, momentum, in [0, 1)
 * @param decay the greatest ε, in [0, 1)
 * @param clip κ, positive, perhaps ∞
 * @param labels which labels the slopes in S are for
 * @param fraction the part of the batch that factors are estimated from, in (0, 1]; all terms are never divided
 * @param every steps from one estimate of the factors to the next, at least 1
 * @param invert steps from one inversion to the next, at least 1
 */
public record Kfac(
        Schedule rate,
        double damping,
        double mu,
        double decay,
        double clip,
        Kronecker.Labels labels,
        double fraction,
        int every,
        int invert)
        implements Method<Kfac.State> {
    /** Checks the ranges. */
    public Kfac {
        Hyperparameters.positive("kfac", "damping", damping);
        Hyperparameters.fraction("kfac", "mu", mu);
        Hyperparameters.fraction("kfac", "decay", decay);
        Hyperparameters.check(clip > 0, "kfac", "clip", clip, "a number > 0");
        Hyperparameters.check(fraction > 0 && fraction <= 1, "kfac", "fraction", fraction, "0 < fraction <= 1");
        Hyperparameters.atLeastOne("kfac", "every", every);
        Hyperparameters.atLeastOne("kfac", "invert", invert);
    }

    /**
     * K-FAC without momentum, with what did best on the perceptron 64-64-10 of the digits in batches of 64: damping 0.01,
     * clip 1, ε up to 0.9, a new estimate every 16 steps.
     *
     * @param rate η, constant; 0.3 there
     */
    public Kfac(double rate) {
        this(Schedule.constant(rate), 0.01, 0, 0.9, 1, Kronecker.Labels.SAMPLED, 1, 16, 16);
    }

    /**
     * What K-FAC remembers.
     *
     * @param x the iterate, length n
     * @param step the last step
     * @param evaluation the evaluation the last step started from; null before the first
     * @param v the velocity, length n
     * @param factors the averages A and S of each layer
     * @param inverses the inverses of the damped ones, in their places
     * @param estimates estimates averaged so far
     * @param k steps taken
     */
    public record State(
            double[] x,
            Step step,
            Evaluation evaluation,
            double[] v,
            List<Kronecker.Block> factors,
            List<Kronecker.Block> inverses,
            long estimates,
            long k)
            implements org.hesse.method.State {}

    @Override
    public State init(Oracle f, double[] x0) {
        return new State(x0.clone(), Step.START, null, new double[x0.length], List.of(), List.of(), 0, 0);
    }

    @Override
    public State step(Oracle f, State s) {
        double eta = rate.at(f.clock());
        Evaluation e = f.at(s.x);
        List<Kronecker.Block> factors = s.factors;
        long estimates = s.estimates;
        if (s.k % every == 0) {
            List<Kronecker.Block> now = f.on(Part.of(f.batch(0), fraction))
                    .need(Kronecker.class)
                    .factorsAt(s.x, labels, f.random(0).nextLong());
            estimates++;
            factors = Factors.average(factors, now, Math.min(1 - 1.0 / estimates, decay));
        }
        List<Kronecker.Block> inverses = s.inverses;
        if (s.k % invert == 0) {
            double gamma = damping + f.need(Kronecker.class).lambda();
            Optional<List<Kronecker.Block>> inverted = Factors.invert(factors, gamma);
            if (inverted.isEmpty()) {
                Step stuck = Step.stuck("the damped factors are not positive definite");
                return new State(s.x, stuck, e, s.v, factors, inverses, estimates, s.k);
            }
            inverses = inverted.get();
        }
        double[] d = Factors.times(inverses, e.gradient());
        double norm = eta * Math.sqrt(Vectors.dot(e.gradient(), d)); // of the step, by the damped factors
        double length = norm * norm > clip ? eta * Math.sqrt(clip) / norm : eta;
        double[] v = new double[d.length];
        for (int i = 0; i < v.length; i++) {
            v[i] = mu * s.v[i] - length * d[i];
        }
        return new State(Vectors.plus(s.x, 1, v), Step.accepted(length), e, v, factors, inverses, estimates, s.k + 1);
    }

    @Override
    public State moveTo(State s, double[] x) {
        return new State(x, s.step, null, s.v, s.factors, s.inverses, s.estimates, s.k);
    }

    @Override
    public Set<Class<? extends Structure>> needs() {
        return Set.of(Kronecker.class);
    }
}
