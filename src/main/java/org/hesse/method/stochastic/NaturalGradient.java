package org.hesse.method.stochastic;

import java.util.Set;
import org.hesse.linear.Vectors;
import org.hesse.method.Hyperparameters;
import org.hesse.method.Method;
import org.hesse.method.Outcome;
import org.hesse.method.Step;
import org.hesse.objective.Evaluation;
import org.hesse.objective.GaussNewton;
import org.hesse.objective.Hessian;
import org.hesse.objective.Oracle;
import org.hesse.objective.Structure;

/**
 * Natural gradient by conjugate gradients, or Hessian-free optimization: (B + δI)d = −g with the Gauss–Newton matrix B, which is
 * the Fisher matrix where the loss is that of a softmax.
 *
 * <p>Conjugate gradients begin at c times the last solution and end when the model φ(d) = gᵀd + ½dᵀ(B + δI)d hardly falls
 * ({@link RelativeProgress}). Then x ← x + αd with the first α = 1, ½, ¼, … that lowers f by 0.01·α|gᵀd|, or x stays.
 *
 * <p>Levenberg's rule: with ϱ = (f(x + d) − f(x))/(gᵀd + ½dᵀBd), δ ← 3δ/2 where ϱ &lt; ¼ and δ ← 2δ/3 where ϱ &gt; ¾. All
 * on one batch.
 *
 * <p>Cost of a step: a gradient, a product for each iteration and one for a start that is not 0, a value for each α.
 *
 * <p>Source: Martens (2010), Deep learning via Hessian-free optimization, ICML, Algorithm 2 and sections 4.1 to 4.5. Departs from the
 * source: no preconditioner, and it is the last iterate that is taken, not the best of some.
 *
 * @param damping δ at first, positive
 * @param tolerance ε, the relative progress an iteration must average, in (0, 1)
 * @param carry c, in [0, 1]
 * @param limit the most iterations of a step, at least 1
 */
public record NaturalGradient(double damping, double tolerance, double carry, int limit)
        implements Method<NaturalGradient.State> {
    private static final double DECREASE = 1e-2;
    private static final int TRIALS = 12;

    /** Checks the ranges. */
    public NaturalGradient {
        Hyperparameters.positive("natural-gradient", "damping", damping);
        Hyperparameters.check(
                tolerance > 0 && tolerance < 1, "natural-gradient", "tolerance", tolerance, "0 < tolerance < 1");
        Hyperparameters.check(carry >= 0 && carry <= 1, "natural-gradient", "carry", carry, "0 <= carry <= 1");
        Hyperparameters.atLeastOne("natural-gradient", "limit", limit);
    }

    /** The source's constants but for the damping: δ = 1, ε = 5e-4, c = 0.95, at most 250 iterations. */
    public NaturalGradient() {
        this(1, 5e-4, 0.95, 250);
    }

    /**
     * What natural gradient remembers.
     *
     * @param x the iterate, length n
     * @param step the last step; it predicts the change of gᵀd + ½dᵀBd
     * @param evaluation the evaluation the last step started from; null before the first
     * @param d the last solution, length n; 0 before the first and after a step that was refused
     * @param delta δ
     */
    public record State(double[] x, Step step, Evaluation evaluation, double[] d, double delta)
            implements org.hesse.method.State {}

    @Override
    public String name() {
        return "natural-gradient";
    }

    @Override
    public State init(Oracle f, double[] x0) {
        return new State(x0.clone(), Step.START, null, new double[x0.length], damping);
    }

    @Override
    public State step(Oracle f, State s) {
        Evaluation e = f.at(s.x);
        if (!e.isFinite()) {
            return new State(s.x, Step.stuck("value or gradient is not finite, f = " + e.value()), e, s.d, s.delta);
        }
        Hessian b = f.need(GaussNewton.class).gaussNewtonAt(s.x);
        double[] d = s.d.clone();
        Vectors.scale(carry, d);
        double model = new RelativeProgress(tolerance, limit)
                .minimise(
                        (v, av) -> {
                            b.times(v, av);
                            Vectors.axpy(s.delta, v, av);
                        },
                        e.gradient(),
                        d);
        double predicted = model - 0.5 * s.delta * Vectors.dot(d, d);
        double slope = Vectors.dot(e.gradient(), d);
        double alpha = 1;
        double value = f.value(Vectors.plus(s.x, 1, d));
        double ratio = (value - e.value()) / predicted;
        for (int k = 1; k < TRIALS && !lowers(e, value, alpha * slope); k++) {
            alpha /= 2;
            value = f.value(Vectors.plus(s.x, alpha, d));
        }
        double delta = ratio > 0.75 ? s.delta / 1.5 : ratio >= 0.25 ? s.delta : s.delta * 1.5; // NaN: more, too
        if (!lowers(e, value, alpha * slope)) {
            Step refused = new Step(Outcome.REJECTED, 0, predicted, "no descent along the solution");
            return new State(s.x, refused, e, new double[d.length], delta);
        }
        Step step = new Step(Outcome.ACCEPTED, alpha, predicted, "");
        return new State(Vectors.plus(s.x, alpha, d), step, e, d, delta);
    }

    private static boolean lowers(Evaluation e, double value, double slope) {
        return slope < 0 && value <= e.value() + DECREASE * slope;
    }

    @Override
    public State moveTo(State s, double[] x) {
        return new State(x, s.step, null, s.d, s.delta);
    }

    @Override
    public Set<Class<? extends Structure>> needs() {
        return Set.of(GaussNewton.class);
    }
}
