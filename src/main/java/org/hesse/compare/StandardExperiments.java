package org.hesse.compare;

import java.util.List;
import org.hesse.data.Datasets;
import org.hesse.method.firstorder.AdaGrad;
import org.hesse.method.firstorder.Adam;
import org.hesse.method.firstorder.GradientDescent;
import org.hesse.method.firstorder.Momentum;
import org.hesse.method.firstorder.Nesterov;
import org.hesse.method.firstorder.RMSProp;
import org.hesse.method.newton.Newton;
import org.hesse.method.quasinewton.Bfgs;
import org.hesse.method.quasinewton.Lbfgs;
import org.hesse.method.quasinewton.Pairs;
import org.hesse.problem.NoisyQuadratic;
import org.hesse.problem.Problems;
import org.hesse.search.Schedule;

/** Experiments ready to run: every method of the core on the digits, full batch beside minibatches. */
public final class StandardExperiments {
    /** How the rates of {@link #methods} were chosen: to be said in every report that uses them. */
    public static final String RATES = "Learning rates were not tuned for each batch size: each method has one constant"
            + " rate for all, the best on this very problem of a 1-2-5 grid (0.001 to 0.5 for the adaptive methods, 0.02 to 5"
            + " for the others) by the geometric mean, over full batch, 32 and 256, of the excess after 30 data passes with seed 1. No schedule was tried; mu, rho,"
            + " beta1, beta2 are the usual constants. L-BFGS and BFGS have no rate.";

    /** The perceptron of {@link #digitsPerceptron}: one hidden layer of 32. */
    public static final Model PERCEPTRON = Model.parse("perceptron:hidden=32");

    /** The name of {@link #quadraticDeep}, for those who ask for data by name. */
    public static final String QUADRATIC_DEEP = "quadratic-deep";

    private static final double SLOPE = 1.0 / 16; // pixels are from 0 to 16
    private static final double LAMBDA = 1e-3;
    private static final int NEWTON_DIMENSION = 300;
    private static final int BFGS_DIMENSION = 2000;

    private StandardExperiments() {}

    /**
     * Softmax regression on the digits, as every report of ours has it.
     *
     * @return 65 × 10 weights, L2 on all of them, start 0, F* known
     */
    public static Problem digits() {
        return Model.parse("softmax")
                .on(Datasets.digits().scaled(SLOPE).withConstant(), LAMBDA)
                .with("Preparation", "pixels divided by 16, a constant feature appended")
                .withOptimum(0.2639258232950729, "polished by Newton's method to a gradient of 6e-18, in NumPy");
    }

    /**
     * A perceptron of one hidden layer on the digits.
     *
     * @return 64-32-10, n = 2410, L2 on all of them, a random start; not convex, so F* is not known
     */
    public static Problem digitsPerceptron() {
        return PERCEPTRON.on(Datasets.digits().scaled(SLOPE), LAMBDA).with("Preparation", "pixels divided by 16");
    }

    /**
     * DeepOBS's {@code quadratic_deep}: the objective about which minibatch methods have published figures.
     *
     * @return n = 100, 1000 terms, start of ones, F* known
     */
    public static Problem quadraticDeep() {
        NoisyQuadratic f = NoisyQuadratic.deep();
        return Problem.of(QUADRATIC_DEEP, f)
                .described(
                        "Noisy quadratic of DeepOBS: mean of ½(θ − x)ᵀQ(θ − x) over N = 1000 samples, condition 9621.")
                .with("Data", "1000 samples of deviation 0.6 in 100 dimensions, NumPy's RandomState(42)")
                .with("L2", "none")
                .with("Start", "1 everywhere")
                .from(Problems.named(QUADRATIC_DEEP).start())
                .withOptimum(f.least(), "the value at the mean of the samples");
    }

    /**
     * The methods of the core with rates for the digits softmax.
     *
     * @return eleven that run on the digits, L-BFGS with pairs of one batch as a twelfth on minibatches, and Newton's
     *     method, which small problems alone can afford
     */
    public static List<Entry> methods() {
        return methods(1, 0.2, 0.5, 0.2, 0.02, 0.05, 0.01);
    }

    /**
     * The methods of the core with rates for {@link #digitsPerceptron}, chosen as {@link #RATES} says.
     *
     * @return as {@link #methods}; there BFGS is left out too
     */
    public static List<Entry> perceptronMethods() {
        return methods(1, 0.1, 0.2, 0.1, 0.01, 0.02, 0.005);
    }

    /**
     * The methods of the core with the rates that we know best for a model.
     *
     * @param model any model
     * @return {@link #perceptronMethods} for a perceptron, else {@link #methods}
     */
    public static List<Entry> methodsFor(Model model) {
        return model.name().equals(PERCEPTRON.name()) ? perceptronMethods() : methods();
    }

    private static List<Entry> methods(
            double gd, double momentum, double nesterov, double adagrad, double rmsprop, double adam, double raw) {
        double mu = 0.9;
        Lbfgs lbfgs = new Lbfgs(10);
        Limit square = Limit.dimension(BFGS_DIMENSION, "its matrix has n² numbers, all of them changed in every step");
        Limit same = Limit.minibatches("on the full batch it is L-BFGS");
        return List.of(
                Entry.of("Gradient descent", new GradientDescent(gd)),
                Entry.of("Momentum, velocity", new Momentum(rate(momentum), mu, Momentum.Form.VELOCITY)),
                Entry.of("Momentum, gradient", new Momentum(rate(momentum), mu, Momentum.Form.GRADIENT)),
                Entry.of("Nesterov, look-ahead", new Nesterov(rate(nesterov), mu, Nesterov.Form.LOOK_AHEAD)),
                Entry.of("Nesterov, rewritten", new Nesterov(rate(nesterov), mu, Nesterov.Form.REWRITTEN)),
                Entry.of("AdaGrad", new AdaGrad(adagrad)),
                Entry.of("RMSProp", new RMSProp(rmsprop)),
                Entry.of("Adam", new Adam(adam)),
                Entry.of("Adam, uncorrected", new Adam(rate(raw), 0.9, 0.999, 1e-8, false)),
                Entry.of("BFGS", new Bfgs().withPairs(Pairs.NAIVE)).unless(square),
                Entry.of("L-BFGS", lbfgs.withPairs(Pairs.NAIVE)),
                Entry.of("L-BFGS, same batch", lbfgs).unless(same),
                Entry.of("Newton", new Newton()).unless(Limit.hessian(NEWTON_DIMENSION)));
    }

    private static Schedule rate(double eta) {
        return Schedule.constant(eta);
    }

    /**
     * The main job: every method on the digits, full batch and minibatches of 32 and 256, 3 seeds, 30 data passes a run.
     *
     * @return the experiment, one run at a time
     */
    public static Experiment everyMethod() {
        return Experiment.of(digits())
                .titled("Every method, 30 data passes")
                .with(methods())
                .batches(Regime.FULL, Regime.minibatch(32), Regime.minibatch(256))
                .seeds(3);
    }

    /**
     * The main job on the perceptron. Its goal is wide, as runs end in different minima.
     *
     * @return the experiment, one run at a time
     */
    public static Experiment everyMethodOnThePerceptron() {
        return Experiment.of(digitsPerceptron())
                .titled("Every method on a perceptron, 30 data passes")
                .with(perceptronMethods())
                .batches(Regime.FULL, Regime.minibatch(32), Regime.minibatch(256))
                .seeds(3)
                .goal(Goal.relative(0.5));
    }

    /**
     * L-BFGS on the digits until it converges, beside the same code on minibatches with at least as many data passes.
     *
     * @return the experiment, one run at a time
     */
    public static Experiment toConvergence() {
        List<Entry> lbfgs = methods().stream()
                .filter(entry -> entry.algorithm() instanceof Lbfgs)
                .toList();
        return Experiment.of(digits())
                .titled("L-BFGS to convergence")
                .with(lbfgs)
                .batches(Regime.FULL, Regime.minibatch(32))
                .seeds(3)
                .passes(150);
    }
}
