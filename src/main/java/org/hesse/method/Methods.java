package org.hesse.method;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hesse.io.Phrase;
import org.hesse.method.conjugate.CgDescent;
import org.hesse.method.conjugate.PolakRibiere;
import org.hesse.method.firstorder.AcceleratedGradient;
import org.hesse.method.firstorder.AdaBelief;
import org.hesse.method.firstorder.AdaDelta;
import org.hesse.method.firstorder.AdaGrad;
import org.hesse.method.firstorder.Adam;
import org.hesse.method.firstorder.AdamW;
import org.hesse.method.firstorder.AmsGrad;
import org.hesse.method.firstorder.BarzilaiBorwein;
import org.hesse.method.firstorder.GradientDescent;
import org.hesse.method.firstorder.Lion;
import org.hesse.method.firstorder.Momentum;
import org.hesse.method.firstorder.NAdam;
import org.hesse.method.firstorder.Nesterov;
import org.hesse.method.firstorder.ProjectedGradient;
import org.hesse.method.firstorder.RAdam;
import org.hesse.method.firstorder.RMSProp;
import org.hesse.method.newton.CubicRegularization;
import org.hesse.method.newton.GaussNewton;
import org.hesse.method.newton.LevenbergMarquardt;
import org.hesse.method.newton.LineSearchNewton;
import org.hesse.method.newton.Newton;
import org.hesse.method.newton.NewtonCg;
import org.hesse.method.newton.SaddleFree;
import org.hesse.method.newton.Tron;
import org.hesse.method.newton.TrustRegion;
import org.hesse.method.quasinewton.Bfgs;
import org.hesse.method.quasinewton.Broyden;
import org.hesse.method.quasinewton.Dfp;
import org.hesse.method.quasinewton.Lbfgs;
import org.hesse.method.quasinewton.LbfgsB;
import org.hesse.method.quasinewton.OwlQn;
import org.hesse.method.quasinewton.Sr1;
import org.hesse.method.stochastic.AdaHessian;
import org.hesse.method.stochastic.GnLbfgs;
import org.hesse.method.stochastic.Kfac;
import org.hesse.method.stochastic.MultiBatchLbfgs;
import org.hesse.method.stochastic.NaturalGradient;
import org.hesse.method.stochastic.OnlineLbfgs;
import org.hesse.method.stochastic.ProgressiveLbfgs;
import org.hesse.method.stochastic.Saga;
import org.hesse.method.stochastic.Sarah;
import org.hesse.method.stochastic.SdLbfgs;
import org.hesse.method.stochastic.Shampoo;
import org.hesse.method.stochastic.Sophia;
import org.hesse.method.stochastic.Sqn;
import org.hesse.method.stochastic.SubsampledNewton;
import org.hesse.method.stochastic.SvrgLbfgs;
import org.hesse.method.wrapper.Clipping;
import org.hesse.method.wrapper.DecoupledDecay;
import org.hesse.method.wrapper.Escape;
import org.hesse.method.wrapper.Lookahead;
import org.hesse.method.wrapper.MovingAverage;
import org.hesse.method.wrapper.PolyakRuppert;
import org.hesse.method.wrapper.Svrg;
import org.hesse.method.wrapper.WeightDecay;
import org.hesse.objective.Domain;
import org.hesse.search.Gltr;
import org.hesse.search.Schedule;
import org.hesse.search.Schedules;
import org.hesse.search.Steihaug;

/**
 * The methods by name, as the command line, experiment files and reports write them: {@code adam}, with options {@code
 * momentum:rate=0.1,mu=0.8,form=gradient}, around another method {@code lookahead(adam:rate=1e-3):k=5}, with a schedule
 * {@code sgd:rate=cosine(0.1,warmup=5epochs)}, with a line search {@code lbfgs:memory=20,search=more-thuente(c2=0.5)} or
 * without {@code lbfgs:rate=0.1,pairs=naive}. {@link Phrase} has the grammar, {@link Schedules} the schedules; {@link
 * MethodText} writes it.
 *
 * <p>Options are the components of the method's record. Your own method is named by its class: {@code
 * com.example.MyMethod:rate=0.1}, a public record that implements {@link Algorithm}, with defaults if it has a public
 * constructor without arguments; or a public class with such a constructor and without options.
 *
 * <p>A new method of this package is one line in the table, with numbers that are safe rather than fast on a problem never seen before.
 */
public final class Methods {
    private static final Vocabulary<Algorithm> TABLE = new Vocabulary<>("method", Algorithm.class);
    private static final Map<String, String> SUMMARIES = new TreeMap<>();

    static {
        add("adabelief", new AdaBelief(0.01), "Adam with long steps where the gradient is as expected");
        add("adadelta", new AdaDelta(1), "steps of the size of those before them; no rate to choose");
        add("adagrad", new AdaGrad(0.1), "steps divided by the root of all squared gradients so far");
        add("adahessian", new AdaHessian(0.1), "Adam with a sampled diagonal of the Hessian in place of the gradient");
        add("adam", new Adam(0.01), "steps scaled by running moments of the gradient");
        add("adamw", new AdamW(0.01), "Adam with decoupled weight decay");
        add("amsgrad", new AmsGrad(0.01), "Adam whose second moment never falls");
        add(
                "accelerated-gradient",
                new AcceleratedGradient(),
                "Nesterov's gradient method with a searched step length and restarts");
        add("arc", new CubicRegularization(), "Newton with an adaptive cubic term, for Hessians of any sign");
        add("barzilai-borwein", new BarzilaiBorwein(), "gradient steps as long as the last one says; n numbers");
        add("bfgs", new Bfgs(), "quasi-Newton with a dense inverse Hessian; line search; n^2 numbers");
        add("broyden", new Broyden(0.5), "between bfgs (phi = 0) and dfp (phi = 1)");
        add("cg-descent", new CgDescent(), "conjugate gradients that always descend (Hager and Zhang); 4n numbers");
        add("dfp", new Dfp(), "the first quasi-Newton method, for comparison: bfgs is better");
        add("gauss-newton", new GaussNewton(), "Gauss-Newton with line search, for least squares of small residuals");
        add("gd", new GradientDescent(1e-3), "gradient descent");
        add("gn-lbfgs", new GnLbfgs(0.03), "momentum with an H of Gauss-Newton products, for networks on minibatches");
        add(
                "kfac",
                new Kfac(0.3),
                "natural gradient by Kronecker factors of each layer: for classifiers on minibatches");
        add("lbfgs", new Lbfgs(), "quasi-Newton from the newest curvature pairs; line search; the first to try");
        add("lbfgsb", new LbfgsB(), "L-BFGS within bounds; line search; the first to try with bounds");
        add("levenberg-marquardt", new LevenbergMarquardt(), "Gauss-Newton in a trust region, for least squares only");
        add(
                "multi-batch-lbfgs",
                new MultiBatchLbfgs(0.1),
                "L-BFGS on minibatches that overlap, pairs of the terms in common");
        add("lion", new Lion(1e-3), "steps of one length in all variables, by signs");
        add("momentum", new Momentum(1e-3), "gradient descent with a velocity (heavy ball)");
        add("nadam", new NAdam(2e-3), "Adam with Nesterov's momentum");
        add("nesterov", new Nesterov(1e-3), "momentum with the gradient at the look-ahead point");
        add(
                "natural-gradient",
                new NaturalGradient(),
                "Gauss-Newton by conjugate gradients with adaptive damping: for perceptrons, larger batches");
        add("newton", new Newton(), "the pure Newton step: to the next critical point, of whatever kind");
        add("newton-cg", new NewtonCg(), "Newton by conjugate gradients and line search: for many variables");
        add(
                "newton-ls",
                new LineSearchNewton(),
                "Newton with a modified Hessian and line search: descends; sparse where known");
        add("olbfgs", new OnlineLbfgs(0.1), "L-BFGS on minibatches, both gradients of a pair of the same one");
        add("owl-qn", new OwlQn(), "L-BFGS with an L1 penalty, orthant by orthant");
        add("polak-ribiere", new PolakRibiere(), "conjugate gradients with beta of Polak and Ribiere, if positive");
        add(
                "progressive-lbfgs",
                new ProgressiveLbfgs(),
                "L-BFGS on samples that grow when their noise hides the direction");
        add("projected-gradient", new ProjectedGradient(1e-3), "gradient descent within bounds");
        add("radam", new RAdam(0.01), "Adam that scales its steps only once it can trust the scale");
        add("rmsprop", new RMSProp(1e-3), "steps divided by a running root mean square of the gradient");
        add("saga", new Saga(1e-3), "gradient descent on minibatches without their noise, by a table of all gradients");
        add("sarah", new Sarah(1e-3, 100), "gradient descent on minibatches with a recursive estimate of the gradient");
        add("saddle-free", new SaddleFree(), "Newton with the absolute values of the curvatures; line search");
        add("sdlbfgs", new SdLbfgs(0.1), "L-BFGS on minibatches with damped pairs, for functions that are not convex");
        add("sgd", new GradientDescent(1e-3), "another name of gd: the same rule on minibatches");
        add("shampoo", new Shampoo(0.1), "AdaGrad with full matrices for rows and columns of each block of variables");
        add("sophia", new Sophia(1e-3), "momentum over a sampled diagonal of the Hessian, each component clipped");
        add("sqn", new Sqn(0.05), "L-BFGS on minibatches with pairs of products on a larger batch, now and then");
        add("sr1", new Sr1(), "quasi-Newton in a trust region, with a dense Hessian that may be indefinite");
        add(
                "subsampled-newton",
                new SubsampledNewton(),
                "Newton-CG with full gradients, and products on the minibatch");
        add("svrg-lbfgs", new SvrgLbfgs(0.05), "sqn with the gradients of svrg: linear convergence on sums");
        add("tron", new Tron(), "Newton within bounds in a trust region, by products");
        add(
                "trust-region",
                new TrustRegion(),
                "Newton in a trust region, for Hessians of any sign; fewest evaluations");
        add("trust-krylov", new TrustRegion(new Gltr(), false), "trust-region by products, with Lanczos vectors");
        add("trust-ncg", new TrustRegion(new Steihaug(), false), "trust-region by products, with conjugate gradients");
        Method<?> inside = new GradientDescent(1e-3);
        add("clipping", new Clipping<>(inside, 1), "clips the gradients that the method inside sees");
        add(
                "decoupled-decay",
                new DecoupledDecay<>(inside, 0.01),
                "shrinks the iterate after each step of the method inside");
        add("escape", new Escape<>(inside), "leaves saddles and maxima along the most negative curvature");
        add("lookahead", new Lookahead<>(inside), "keeps a part of the way that the method inside makes in k steps");
        add(
                "moving-average",
                new MovingAverage<>(inside),
                "at the moving average of the iterates of the method inside");
        add("polyak-ruppert", new PolyakRuppert<>(inside), "at the mean of the iterates of the method inside");
        add(
                "svrg",
                new Svrg<>(inside, 100),
                "takes the noise of the batch out of the method inside; m steps a snapshot");
        add("weightdecay", new WeightDecay<>(inside, 1e-4), "adds lambda/2 |x|^2 to what the method inside minimises");
        for (Catalogue others : ServiceLoader.load(Catalogue.class, Methods.class.getClassLoader())) {
            others.entries().forEach(e -> add(e.name(), e.template(), e.summary()));
        }
    }

    private static void add(String name, Algorithm method, String summary) {
        TABLE.add(name, method);
        if (SUMMARIES.put(name, summary) != null) {
            throw new IllegalStateException("methods: two are named " + name);
        }
    }

    private Methods() {}

    /**
     * The names of the methods that need no other method inside.
     *
     * @return the names in alphabetical order, aliases included
     */
    public static SortedSet<String> names() {
        return names(false);
    }

    /**
     * The names of the algorithms that own their loop ({@link Opaque}), which {@link #parse} reads and {@link #named} does
     * not: the optimizers of other libraries, from every {@link Catalogue} on the class path.
     *
     * @return the names in alphabetical order, perhaps none
     */
    public static SortedSet<String> opaqueNames() {
        return TABLE.names().stream()
                .filter(name -> TABLE.template(name) instanceof Opaque)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The names of the methods around another one: {@code lookahead(adam):k=5}.
     *
     * @return the names in alphabetical order
     */
    public static SortedSet<String> wrappers() {
        return names(true);
    }

    /**
     * The names of the methods that minimise on a domain and need no other method inside.
     *
     * @param domain bounds and a penalty
     * @return the names in alphabetical order, perhaps none
     */
    public static SortedSet<String> fitting(Domain domain) {
        return names().stream()
                .filter(name -> TABLE.template(name).fits(domain))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The first method to try on a domain.
     *
     * @param domain bounds and a penalty
     * @return {@code lbfgs}, with bounds {@code lbfgsb}, with a penalty {@code owl-qn}
     */
    public static Method<?> usual(Domain domain) {
        return named(domain.isPenalised() ? "owl-qn" : domain.isBounded() ? "lbfgsb" : "lbfgs");
    }

    private static SortedSet<String> names(boolean wrappers) {
        return TABLE.names().stream()
                .filter(name -> TABLE.template(name) instanceof Method<?>)
                .filter(name -> wrappers != Options.inner(TABLE.template(name)).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * A method by name, with some options changed.
     *
     * @param text a name, perhaps with a method in parentheses, perhaps followed by a colon and {@code option=value} pairs
     * @return the method
     * @throws IllegalArgumentException if there is no such name, option or value; the message says what there is
     */
    public static Method<?> named(String text) {
        if (parse(text) instanceof Method<?> method) {
            return method;
        }
        throw new IllegalArgumentException("method '" + text + "' owns its loop, expected one that makes steps");
    }

    /**
     * An algorithm by name, perhaps one that owns its loop.
     *
     * @param text as for {@link #named}
     * @return the algorithm
     * @throws IllegalArgumentException if there is no such name, option or value; the message says what there is
     */
    public static Algorithm parse(String text) {
        return parse(text, Schedules.PASSES);
    }

    /**
     * An algorithm by name, for a run of known length.
     *
     * @param text as for {@link #named}
     * @param passes the data passes of the run, positive: where schedules end that do not say it
     * @return the algorithm
     * @throws IllegalArgumentException if there is no such name, option or value; the message says what there is
     */
    public static Algorithm parse(String text, double passes) {
        return read(Phrase.parse(text), passes);
    }

    /**
     * Several algorithms: {@code lbfgs,adam:rate=0.01,beta2=0.99,gd}.
     *
     * @param text as for {@link #named}, separated by commas; a comma before {@code option=} does not separate
     * @param passes the data passes of the run, positive: where schedules end that do not say it
     * @return the algorithms in their order, at least one
     * @throws IllegalArgumentException if one of them is none; the message says what there is
     */
    public static List<Algorithm> list(String text, double passes) {
        return Phrase.list(text).stream().map(phrase -> read(phrase, passes)).toList();
    }

    static Algorithm read(Phrase phrase, double passes) {
        return TABLE.read(phrase, passes);
    }

    /**
     * The options of a method and their defaults.
     *
     * @param name one of the names
     * @return in the order of the record's components, perhaps none: numbers and booleans, all else as text
     * @throws IllegalArgumentException if there is no such name
     */
    public static Map<String, Object> options(String name) {
        Map<String, Object> options = Options.of(TABLE.template(name));
        options.replaceAll((option, value) -> value instanceof Number || value instanceof Boolean
                ? value
                : value instanceof Schedule.Constant constant ? constant.rate() : Component.text(value));
        return options;
    }

    /**
     * What a method is, in a few words.
     *
     * @param name one of the names
     * @return a phrase
     * @throws IllegalArgumentException if there is no such name
     */
    public static String summary(String name) {
        TABLE.template(name);
        return SUMMARIES.get(name);
    }

    /** The name by which a method is read. */
    static String name(Algorithm method) {
        return TABLE.name(method);
    }

    /** The values of the options that text does not give. */
    static Map<String, Object> defaults(Algorithm method) {
        return TABLE.defaults(method).map(Options::of).orElse(Map.of());
    }
}
