package org.hesse.method;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hesse.search.Unit.EPOCHS;
import static org.hesse.search.Unit.PASSES;
import static org.hesse.search.Unit.STEPS;

import java.util.Map;
import java.util.stream.Stream;
import org.hesse.method.firstorder.AdaGrad;
import org.hesse.method.firstorder.Adam;
import org.hesse.method.firstorder.Epsilon;
import org.hesse.method.firstorder.GradientDescent;
import org.hesse.method.firstorder.Momentum;
import org.hesse.method.firstorder.Nesterov;
import org.hesse.method.firstorder.ProjectedGradient;
import org.hesse.method.firstorder.RMSProp;
import org.hesse.method.wrapper.Clipping;
import org.hesse.method.wrapper.Lookahead;
import org.hesse.method.wrapper.Svrg;
import org.hesse.method.wrapper.WeightDecay;
import org.hesse.search.Decay;
import org.hesse.search.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The first ten iterates against those of {@code src/test/python/reference_iterates.py}. */
class FirstOrderIteratesTest {
    private static final ReferenceIterates REFERENCE = new ReferenceIterates("reference-iterates.json");

    /** Rates and norms that are tame on a problem, as in the script. */
    private static Map<String, Method<?>> methods(String problem) {
        boolean logistic = problem.startsWith("logistic");
        double r = logistic ? 0.4 : 4e-4;
        double c = logistic ? 0.25 : 60;
        Schedule rate = Schedule.constant(r);
        Schedule scaled = Schedule.constant(logistic ? 0.1 : 0.02);
        Schedule decay = Schedule.step(r, 0.1, 4, STEPS);
        Adam adam = new Adam(scaled, 0.9, 0.999, 1e-8, true);
        Momentum momentum = new Momentum(r);
        return Map.ofEntries(
                entry("gd", new GradientDescent(r)),
                entry("projected gradient", new ProjectedGradient(r)),
                entry("momentum velocity", momentum),
                entry("momentum gradient", new Momentum(rate, 0.9, Momentum.Form.GRADIENT)),
                entry("momentum velocity, step decay", new Momentum(decay, 0.8, Momentum.Form.VELOCITY)),
                entry("momentum gradient, step decay", new Momentum(decay, 0.8, Momentum.Form.GRADIENT)),
                entry("nesterov look-ahead", new Nesterov(r)),
                entry("nesterov rewritten", new Nesterov(rate, 0.9, Nesterov.Form.REWRITTEN)),
                entry("nesterov look-ahead, step decay", new Nesterov(decay, 0.8, Nesterov.Form.LOOK_AHEAD)),
                entry("nesterov rewritten, step decay", new Nesterov(decay, 0.8, Nesterov.Form.REWRITTEN)),
                entry("adagrad outside", new AdaGrad(scaled, 0.1, Epsilon.OUTSIDE_ROOT)),
                entry("adagrad inside", new AdaGrad(scaled, 0.1, Epsilon.INSIDE_ROOT)),
                entry("rmsprop outside", new RMSProp(scaled, 0.9, 0.1, Epsilon.OUTSIDE_ROOT)),
                entry("rmsprop inside", new RMSProp(scaled, 0.99, 0.1, Epsilon.INSIDE_ROOT)),
                entry("adam", adam),
                entry("adam, large eps", new Adam(scaled, 0.8, 0.99, 0.1, true)),
                entry("adam uncorrected", new Adam(scaled, 0.9, 0.999, 1e-3, false)),
                entry("clipping gd", new Clipping<>(new GradientDescent(r), c)),
                entry("weight decay momentum", new WeightDecay<>(momentum, 0.5)),
                entry("clipping weight decay adam", new Clipping<>(new WeightDecay<>(adam, 2), c)),
                entry("lookahead momentum", new Lookahead<>(momentum, 3, 0.3)),
                entry("svrg gd", new Svrg<>(new GradientDescent(r), 4)),
                entry("svrg nesterov", new Svrg<>(new Nesterov(rate, 0.8, Nesterov.Form.LOOK_AHEAD), 3)),
                entry("svrg gd, linear in passes", new Svrg<>(descent(Schedule.linear(r, 8, PASSES)), 4)),
                entry("gd, step", descent(Schedule.step(r, 0.5, 0.75, EPOCHS))),
                entry("gd, milestones", descent(Schedule.milestones(r, 0.1, EPOCHS, 1, 2))),
                entry("gd, exponential", descent(Schedule.exponential(r, 0.7, EPOCHS))),
                entry("gd, inverse", descent(Schedule.inverse(r, 0.25, STEPS))),
                entry("gd, inverse square root", descent(Schedule.inverseSquareRoot(r, STEPS))),
                entry("gd, cosine", descent(Schedule.cosine(r, 2, EPOCHS))),
                entry("gd, cosine with floor in passes", descent(new Decay.Cosine(r, 2.1, PASSES, 0.1 * r))),
                entry("gd, linear", descent(Schedule.linear(r, 2, EPOCHS))),
                entry("gd, linear with floor in passes", descent(new Decay.Linear(r, 2.1, PASSES, 0.1 * r))),
                entry("gd, warmup constant", descent(rate.afterWarmup(1.25, EPOCHS))),
                entry("gd, warmup step", descent(Schedule.step(r, 0.5, 2, STEPS).afterWarmup(3, STEPS))),
                entry(
                        "gd, warmup milestones",
                        descent(Schedule.milestones(r, 0.1, STEPS, 2, 5).afterWarmup(3, STEPS))),
                entry(
                        "gd, warmup exponential",
                        descent(Schedule.exponential(r, 0.7, EPOCHS).afterWarmup(0.75, EPOCHS))),
                entry(
                        "gd, warmup inverse",
                        descent(Schedule.inverse(r, 0.25, STEPS).afterWarmup(4, STEPS))),
                entry(
                        "gd, warmup inverse square root",
                        descent(Schedule.inverseSquareRoot(r, STEPS).afterWarmup(4, STEPS))),
                entry(
                        "gd, warmup cosine in passes",
                        descent(Schedule.cosine(r, 1.5, PASSES).afterWarmup(0.6, PASSES))),
                entry(
                        "gd, warmup linear",
                        descent(Schedule.linear(r, 1.5, EPOCHS).afterWarmup(0.5, EPOCHS))));
    }

    private static GradientDescent descent(Schedule rate) {
        return new GradientDescent(rate);
    }

    static Stream<ReferenceIterates.Run> runs() {
        return REFERENCE.runs();
    }

    @ParameterizedTest
    @MethodSource("runs")
    void agree(ReferenceIterates.Run run) {
        double[][] computed = REFERENCE.computed(run, methods(run.problem()).get(run.method()));
        assertThat(computed).hasDimensions(10, run.iterates()[0].length);
        assertThat(ReferenceIterates.distance(run.iterates(), computed)).isLessThanOrEqualTo(1e-12);
    }

    @Test
    void everyMethodHasItsReferenceOnBothProblems() {
        assertThat(runs().filter(r -> r.problem().startsWith("rosenbrock")).map(ReferenceIterates.Run::method))
                .containsExactlyInAnyOrderElementsOf(methods("rosenbrock").keySet());
        assertThat(runs().filter(r -> r.problem().startsWith("logistic")).map(ReferenceIterates.Run::method))
                .containsExactlyInAnyOrderElementsOf(methods("logistic").keySet());
    }
}
