package org.hesse.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hesse.data.Dataset;
import org.hesse.method.Algorithm;
import org.hesse.method.CompassSearch;
import org.hesse.method.Method;
import org.hesse.method.Methods;
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
import org.hesse.method.firstorder.Epsilon;
import org.hesse.method.firstorder.GradientDescent;
import org.hesse.method.firstorder.Lion;
import org.hesse.method.firstorder.Momentum;
import org.hesse.method.firstorder.NAdam;
import org.hesse.method.firstorder.Nesterov;
import org.hesse.method.firstorder.ProjectedGradient;
import org.hesse.method.firstorder.RAdam;
import org.hesse.method.firstorder.RMSProp;
import org.hesse.method.newton.CubicRegularization;
import org.hesse.method.newton.Forcing;
import org.hesse.method.newton.GaussNewton;
import org.hesse.method.newton.LevenbergMarquardt;
import org.hesse.method.newton.LineSearchNewton;
import org.hesse.method.newton.Modification;
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
import org.hesse.method.quasinewton.Pairs;
import org.hesse.method.quasinewton.Safeguard;
import org.hesse.method.quasinewton.Scaling;
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
import org.hesse.objective.Batches;
import org.hesse.objective.FiniteSum;
import org.hesse.objective.Kronecker;
import org.hesse.objective.Objective;
import org.hesse.problem.Perceptron;
import org.hesse.problem.Problems;
import org.hesse.problem.SoftmaxRegression;
import org.hesse.problem.catalog.TestProblem;
import org.hesse.search.Armijo;
import org.hesse.search.Gltr;
import org.hesse.search.MoreSorensen;
import org.hesse.search.MoreThuente;
import org.hesse.search.Preconditioning;
import org.hesse.search.Schedule;
import org.hesse.search.Steihaug;
import org.hesse.search.Unit;

/** All methods × all problems: what the contract tests run over. */
final class ContractCases {
    private ContractCases() {}

    /** Every method of the library, by a label of its own; a new one is added here. */
    static Map<String, Algorithm> algorithms() {
        Map<String, Algorithm> all = new LinkedHashMap<>();
        all.put("gd", new GradientDescent(0.05));
        all.put("momentum-velocity", new Momentum(Schedule.constant(0.02), 0.9, Momentum.Form.VELOCITY));
        all.put("momentum-gradient", new Momentum(Schedule.constant(0.02), 0.9, Momentum.Form.GRADIENT));
        all.put("nesterov-look-ahead", new Nesterov(Schedule.constant(0.02), 0.9, Nesterov.Form.LOOK_AHEAD));
        all.put("nesterov-rewritten", new Nesterov(Schedule.constant(0.02), 0.9, Nesterov.Form.REWRITTEN));
        all.put("adagrad", new AdaGrad(0.3));
        all.put("rmsprop", new RMSProp(0.05));
        all.put("adam", new Adam(0.1));
        all.put("adam-uncorrected", new Adam(Schedule.constant(0.1), 0.9, 0.999, 1e-8, false));
        all.put(
                "adam-epsilon-hat",
                new Adam(Schedule.constant(0.1), 0.9, 0.999, 1e-3, true, Epsilon.BEFORE_CORRECTION));
        all.put("momentum-average", new Momentum(Schedule.restarts(0.2, 2, 2, Unit.STEPS), 0.9, Momentum.Form.AVERAGE));
        all.put("adabelief", new AdaBelief(0.1));
        all.put("adadelta", new AdaDelta(1));
        all.put("adamw", new AdamW(Schedule.oneCycle(0.1, 3, Unit.EPOCHS), 0.9, 0.999, 1e-8, 0.1));
        all.put("amsgrad", new AmsGrad(0.1));
        all.put("lion", new Lion(Schedule.constant(0.02), 0.9, 0.99, 0.1));
        all.put("nadam", new NAdam(0.1));
        all.put(
                "radam",
                new RAdam(
                        Schedule.constant(0.1).then(Schedule.polynomial(0.1, 2, 9, Unit.STEPS), 3, Unit.STEPS),
                        0.9,
                        0.999,
                        1e-8,
                        5,
                        Epsilon.OUTSIDE_ROOT));
        all.put("saga", new Saga(0.05));
        all.put("sarah", new Sarah(Schedule.constant(0.05), 3, 0.1));
        all.put("projected-gradient", new ProjectedGradient(0.05));
        all.put("clipped", new Clipping<>(new Momentum(0.02), 0.5));
        all.put("decayed", new WeightDecay<>(new Adam(0.1), 0.01));
        all.put("clipped-by-value", new Clipping<>(new Adam(0.1), 0.5, Clipping.By.VALUE));
        all.put("decoupled", new DecoupledDecay<>(new Momentum(0.02), 0.1));
        all.put("decoupled-lbfgs", new DecoupledDecay<>(new Lbfgs(3), 0.01));
        all.put("polyak-ruppert", new PolyakRuppert<>(new Adam(0.1), 3, Unit.STEPS));
        all.put("polyak-ruppert-lbfgs", new PolyakRuppert<>(new Lbfgs(3)));
        all.put("moving-average", new MovingAverage<>(new Svrg<>(new GradientDescent(0.05), 3), 0.8, true));
        all.put("lookahead", new Lookahead<>(new Adam(0.1), 3, 0.5));
        all.put("svrg", new Svrg<>(new GradientDescent(0.05), 3));
        all.put("escape", new Escape<>(new GradientDescent(0.05), 1));
        all.put("escape-bfgs", new Escape<>(new Bfgs()));
        all.put("bfgs", new Bfgs());
        all.put("bfgs-naive", new Bfgs().withPairs(Pairs.NAIVE));
        all.put("bfgs-damped", new Bfgs().withRate(Schedule.constant(0.5)).withSafeguard(Safeguard.DAMP));
        all.put("dfp", new Dfp().withScaling(Scaling.EACH).withSafeguard(Safeguard.CAUTIOUS));
        all.put("broyden", new Broyden(0.5).withPairs(Pairs.NAIVE).withScaling(Scaling.NONE));
        all.put("sr1", new Sr1());
        all.put("escape-sr1", new Escape<>(new Sr1()));
        all.put("cg-descent", new CgDescent());
        all.put("polak-ribiere", new PolakRibiere());
        all.put("polak-ribiere-no-parabola", new PolakRibiere(0.2, new MoreThuente(1e-4, 0.4), false));
        all.put("barzilai-borwein", new BarzilaiBorwein());
        all.put("barzilai-borwein-alternating", new BarzilaiBorwein(BarzilaiBorwein.Rule.ALTERNATING, 3));
        all.put("accelerated-gradient", new AcceleratedGradient());
        all.put("accelerated-function", new AcceleratedGradient(AcceleratedGradient.Scheme.FUNCTION, 1));
        all.put("lbfgs", new Lbfgs(3));
        all.put("lbfgs-damped", new Lbfgs(3).withRate(Schedule.constant(0.5)).withSafeguard(Safeguard.DAMP));
        all.put("lookahead-cg", new Lookahead<>(new CgDescent(), 2, 0.5));
        all.put("lbfgs-naive", new Lbfgs(3).withPairs(Pairs.NAIVE));
        all.put("lbfgs-rate", new Lbfgs(3).withRate(Schedule.constant(0.1)));
        all.put("svrg-around-lbfgs", new Svrg<>(new Lbfgs(3), 3));
        all.put("lookahead-bfgs", new Lookahead<>(new Bfgs(), 2, 0.5));
        all.put("lbfgsb", new LbfgsB(3, new MoreThuente()));
        all.put("owl-qn", new OwlQn());
        all.put("newton", new Newton());
        all.put("newton-ls", new LineSearchNewton());
        all.put("newton-ls-schnabel", new LineSearchNewton(new MoreThuente(), Modification.SCHNABEL_ESKOW));
        all.put("saddle-free", new SaddleFree());
        all.put("saddle-free-lanczos", new SaddleFree(new Armijo(), 3));
        all.put("trust-region", new TrustRegion());
        all.put("trust-region-ball", new TrustRegion(new MoreSorensen(), false));
        all.put("trust-ncg", new TrustRegion(new Steihaug(), false));
        all.put("trust-krylov", new TrustRegion(new Gltr(Preconditioning.DIAGONAL, 0.1, 3), false));
        all.put("tron", new Tron());
        all.put("tron-dense", new Tron(new MoreSorensen()));
        all.put("arc", new CubicRegularization());
        all.put("newton-cg", new NewtonCg());
        all.put("newton-cg-cholesky", new NewtonCg(Preconditioning.CHOLESKY));
        all.put("newton-cg-plain", new NewtonCg(new Armijo(), Forcing.SQUARE_ROOT, Preconditioning.DIAGONAL, 0, 7));
        all.put("escape-newton-cg", new Escape<>(new NewtonCg()));
        all.put("levenberg-marquardt", new LevenbergMarquardt());
        all.put("levenberg-marquardt-bent", new LevenbergMarquardt(1, LevenbergMarquardt.Scaling.NONE, true));
        all.put("gauss-newton", new GaussNewton());
        all.put("adahessian", new AdaHessian(0.1));
        all.put("olbfgs", new OnlineLbfgs(Schedule.constant(0.1), 3, 0.01, 0.01));
        all.put("sdlbfgs", new SdLbfgs(Schedule.constant(0.1), 3, 1, SdLbfgs.Initial.DAMPED));
        all.put("multi-batch-lbfgs", new MultiBatchLbfgs(Schedule.constant(0.1), 3, 0.25, 1e-4));
        all.put("progressive-lbfgs", new ProgressiveLbfgs(3, 0.9, 4, 1e-4));
        all.put("gn-lbfgs", new GnLbfgs(Schedule.constant(0.01), 0.9, 3, 2, 2, 0.01, 0.3, 5));
        all.put("sqn", new Sqn(Schedule.constant(0.01), 3, 2, 2, 1e-4));
        all.put("svrg-lbfgs", new SvrgLbfgs(Schedule.constant(0.01), 3, 2, 2, 1e-4, 3));
        all.put("adahessian-every", new AdaHessian(Schedule.constant(0.1), 0.9, 0.999, 1e-4, 2, 0.5, 3));
        all.put("sophia", new Sophia(0.1));
        all.put(
                "sophia-g",
                new Sophia(
                        Schedule.constant(0.1),
                        0.9,
                        0.99,
                        0.05,
                        1e-12,
                        3,
                        Sophia.Estimator.BARTLETT,
                        Sophia.Scaling.SUM));
        all.put("shampoo", new Shampoo(0.1));
        all.put("shampoo-grafted", new Shampoo(Schedule.constant(0.1), 0.9, 0.9, 1e-6, 3, 2, Shampoo.Grafting.ADAGRAD));
        all.put("kfac", new Kfac(0.1));
        all.put("kfac-exact", new Kfac(Schedule.constant(0.3), 0.01, 0.5, 0.9, 1, Kronecker.Labels.EXACT, 1, 2, 4));
        all.put(
                "kfac-empirical",
                new Kfac(Schedule.constant(0.3), 0.01, 0.5, 0.9, 1, Kronecker.Labels.EMPIRICAL, 1, 2, 4));
        all.put("natural-gradient", new NaturalGradient());
        all.put("subsampled-newton", new SubsampledNewton());
        all.put(
                "subsampled-newton-batch",
                new SubsampledNewton(new MoreThuente(), SubsampledNewton.Gradient.BATCH, 0.5, 0.01, 3));
        all.put("compass-search", new CompassSearch(1e-6));
        for (String name : Methods.opaqueNames()) {
            all.put(name, Methods.parse(name));
        }
        all.remove("hipparchus-sqp"); // where a subproblem does not end its thread would slow down all other tests
        return all;
    }

    /** The problems that every method is tried on: small ones of each kind, for there are many more. */
    private static final List<String> PROBLEMS = List.of(
            "beale",
            "biggs6",
            "himmelblau",
            "monkey-saddle",
            "quadratic",
            "rosenbrock",
            "six-hump-camel",
            "styblinski-tang");

    static List<Contract> all() {
        List<Contract> cases = new ArrayList<>();
        Objective bowl = TinyProblems.bowl(1, 4, 9);
        FiniteSum sum = TinyProblems.regression(23, 4, 3);
        double[] start = {1, -1, 0.5, 2};
        Perceptron net = net();
        SoftmaxRegression softmax = new SoftmaxRegression(net.data(), 1e-2, 2);
        algorithms().forEach((label, algorithm) -> {
            if (fits(algorithm, bowl)) {
                cases.add(
                        new Contract(label + " on a bowl", algorithm, bowl, new double[] {-0.5, 0, 3}, Batches.full()));
            }
            for (TestProblem p : PROBLEMS.stream().map(Problems::named).toList()) {
                if (fits(algorithm, p.objective())) {
                    cases.add(new Contract(
                            label + " on " + p.name(), algorithm, p.objective(), p.start(), Batches.full()));
                }
            }
            if (fits(algorithm, sum)) {
                cases.add(new Contract(label + " on a sum", algorithm, sum, start, Batches.full()));
                if (algorithm instanceof Method<?>) {
                    Batches shuffled = Batches.shuffled(23, 5, 11);
                    cases.add(new Contract(label + " on shuffled batches", algorithm, sum, start, shuffled));
                    Batches replaced = Batches.withReplacement(23, 5, 11);
                    cases.add(new Contract(label + " on batches with replacement", algorithm, sum, start, replaced));
                }
            }
            if (algorithm.needs().contains(Kronecker.class)) {
                Batches batches = Batches.shuffled(23, 5, 11);
                double[] zero = new double[softmax.dimension()];
                cases.add(new Contract(label + " on softmax", algorithm, softmax, zero, batches));
            }
            if (fits(algorithm, net)) {
                Batches batches = algorithm instanceof Method<?> ? Batches.shuffled(23, 5, 11) : Batches.full();
                cases.add(new Contract(label + " on a perceptron", algorithm, net, net.initial(1), batches));
            }
        });
        return cases;
    }

    private static Perceptron net() {
        double[][] rows = new double[23][2];
        int[] labels = new int[23];
        for (int i = 0; i < 23; i++) {
            rows[i] = new double[] {(i * 7 % 23 - 11) / 10.0, (i * 5 % 23 - 11) / 10.0};
            labels[i] = rows[i][0] * rows[i][1] > 0 ? 1 : 0;
        }
        return new Perceptron(
                Dataset.classification("xor", List.of("a", "b"), List.of("no", "yes"), rows, labels), 1e-2, 2);
    }

    static boolean fits(Algorithm algorithm, Objective f) {
        return algorithm.needs().stream().allMatch(need -> f.as(need).isPresent());
    }
}
