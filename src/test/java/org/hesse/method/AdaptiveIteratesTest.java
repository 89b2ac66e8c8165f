package org.hesse.method;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hesse.method.firstorder.Epsilon.BEFORE_CORRECTION;
import static org.hesse.method.firstorder.Epsilon.INSIDE_ROOT;
import static org.hesse.method.firstorder.Epsilon.OUTSIDE_ROOT;
import static org.hesse.search.Unit.EPOCHS;
import static org.hesse.search.Unit.PASSES;
import static org.hesse.search.Unit.STEPS;

import java.util.Map;
import java.util.stream.Stream;
import org.hesse.method.firstorder.AdaBelief;
import org.hesse.method.firstorder.AdaDelta;
import org.hesse.method.firstorder.Adam;
import org.hesse.method.firstorder.AdamW;
import org.hesse.method.firstorder.AmsGrad;
import org.hesse.method.firstorder.GradientDescent;
import org.hesse.method.firstorder.Lion;
import org.hesse.method.firstorder.Momentum;
import org.hesse.method.firstorder.NAdam;
import org.hesse.method.firstorder.RAdam;
import org.hesse.method.stochastic.Saga;
import org.hesse.method.stochastic.Sarah;
import org.hesse.method.wrapper.Clipping;
import org.hesse.method.wrapper.DecoupledDecay;
import org.hesse.method.wrapper.MovingAverage;
import org.hesse.method.wrapper.PolyakRuppert;
import org.hesse.method.wrapper.WeightDecay;
import org.hesse.search.CosineRestarts;
import org.hesse.search.Polynomial;
import org.hesse.search.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The first twelve iterates against those of {@code src/test/python/reference_first_order.py}. */
class AdaptiveIteratesTest {
    private static final ReferenceIterates REFERENCE = new ReferenceIterates("reference-first-order.json");

    /** Rates and limits that are tame on a problem, as in the script. */
    private static Map<String, Method<?>> methods(boolean logistic) {
        double r = logistic ? 0.4 : 4e-4;
        double s = logistic ? 0.1 : 0.02;
        double c = logistic ? 0.05 : 60;
        Schedule rate = Schedule.constant(r);
        Schedule scaled = Schedule.constant(s);
        Schedule drop = Schedule.milestones(r, 0.1, STEPS, 5);
        Schedule scaledDrop = Schedule.milestones(s, 0.1, STEPS, 5);
        GradientDescent gd = new GradientDescent(r);
        return Map.ofEntries(
                entry("momentum average, drop", new Momentum(drop, 0.8, Momentum.Form.AVERAGE)),
                entry("adam inside", new Adam(scaled, 0.8, 0.99, 0.1, true, INSIDE_ROOT)),
                entry("adam before correction", new Adam(scaled, 0.8, 0.99, 0.1, true, BEFORE_CORRECTION)),
                entry("adamw", new AdamW(scaledDrop, 0.9, 0.999, 1e-8, 0.5)),
                entry("coupled adam", new WeightDecay<>(new Adam(scaledDrop, 0.9, 0.999, 1e-8, true), 0.5)),
                entry(
                        "clipping by value adam",
                        new Clipping<>(new Adam(scaled, 0.9, 0.99, 1e-8, true), c, Clipping.By.VALUE)),
                entry("amsgrad raw", new AmsGrad(scaled, 0.8, 0.7, 1e-3, AmsGrad.Maximum.RAW)),
                entry("amsgrad corrected", new AmsGrad(scaled, 0.8, 0.7, 1e-3, AmsGrad.Maximum.CORRECTED)),
                entry("amsgrad uncorrected", new AmsGrad(scaled, 0.8, 0.7, 1e-3, AmsGrad.Maximum.UNCORRECTED)),
                entry("nadam", new NAdam(s)),
                entry("nadam, fast psi", new NAdam(scaled, 0.8, 0.99, 1e-2, 3)),
                entry("radam", new RAdam(r)),
                entry("radam, threshold 4", new RAdam(rate, 0.9, 0.999, 1e-2, 4, OUTSIDE_ROOT)),
                entry("radam before correction", new RAdam(rate, 0.8, 0.9, 1e-2, 5, BEFORE_CORRECTION)),
                entry("adabelief", new AdaBelief(s)),
                entry("adabelief, large eps", new AdaBelief(scaled, 0.8, 0.9, 1e-2)),
                entry("adadelta", new AdaDelta(1)),
                entry("adadelta, rate", new AdaDelta(Schedule.constant(0.5), 0.8, 1e-3)),
                entry("lion", new Lion(s)),
                entry("lion, decay", new Lion(scaledDrop, 0.7, 0.8, 0.5)),
                entry("decoupled momentum", new DecoupledDecay<>(new Momentum(drop, 0.9, Momentum.Form.VELOCITY), 0.5)),
                entry("polyak-ruppert", new PolyakRuppert<>(gd)),
                entry(
                        "polyak-ruppert momentum from 1.5 epochs",
                        new PolyakRuppert<>(new Momentum(drop, 0.9, Momentum.Form.VELOCITY), 1.5, EPOCHS)),
                entry("moving average corrected", new MovingAverage<>(gd, 0.7, true)),
                entry("moving average uncorrected", new MovingAverage<>(gd, 0.7, false)),
                entry("sarah", new Sarah(r, 4)),
                entry("sarah+", new Sarah(rate, 7, 0.8)),
                entry("sarah, polynomial in passes", new Sarah(Schedule.polynomial(r, 2, 5, PASSES), 4, 0)),
                entry("saga", new Saga(r)),
                entry("saga, polynomial in epochs", new Saga(new Polynomial(r, 0.5, 2.5, EPOCHS, 0.1 * r))),
                entry("gd, restarts", new GradientDescent(Schedule.restarts(r, 3, 1, STEPS))),
                entry(
                        "gd, growing restarts with floor",
                        new GradientDescent(new CosineRestarts(r, 0.5, 2, EPOCHS, 0.1 * r))),
                entry("gd, one cycle", new GradientDescent(Schedule.oneCycle(r, 2.5, EPOCHS))),
                entry("gd, join", new GradientDescent(rate.then(Schedule.polynomial(r, 2, 6, STEPS), 4, STEPS))));
    }

    static Stream<ReferenceIterates.Run> runs() {
        return REFERENCE.runs();
    }

    @ParameterizedTest
    @MethodSource("runs")
    void agree(ReferenceIterates.Run run) {
        Method<?> method = methods(run.problem().equals("logistic")).get(run.method());
        double[][] computed = REFERENCE.computed(run, method);
        assertThat(computed).hasDimensions(12, run.iterates()[0].length);
        assertThat(ReferenceIterates.distance(run.iterates(), computed)).isLessThanOrEqualTo(1e-12);
    }

    @Test
    void everyMethodHasItsReference() {
        assertThat(runs().filter(r -> r.problem().equals("logistic")).map(ReferenceIterates.Run::method))
                .containsExactlyInAnyOrderElementsOf(methods(true).keySet());
        assertThat(runs().filter(r -> r.problem().equals("rosenbrock")).map(ReferenceIterates.Run::method))
                .hasSize(methods(false).size() - 2); // SAGA is for sums
    }

    /** No two of them are the same by chance: the traps are different iterates. */
    @Test
    void theRulesDiffer() {
        ReferenceIterates.Run[] all =
                runs().filter(r -> r.problem().equals("logistic")).toArray(ReferenceIterates.Run[]::new);
        for (int i = 0; i < all.length; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(ReferenceIterates.distance(all[i].iterates(), all[j].iterates()))
                        .as(all[i] + ", " + all[j])
                        .isGreaterThan(1e-4);
            }
        }
    }
}
