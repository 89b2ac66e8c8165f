package org.hesse.method;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.hesse.method.conjugate.CgDescent;
import org.hesse.method.conjugate.PolakRibiere;
import org.hesse.method.firstorder.AcceleratedGradient;
import org.hesse.method.firstorder.BarzilaiBorwein;
import org.hesse.method.quasinewton.Bfgs;
import org.hesse.method.quasinewton.Broyden;
import org.hesse.method.quasinewton.Dfp;
import org.hesse.method.quasinewton.Lbfgs;
import org.hesse.method.quasinewton.Pairs;
import org.hesse.method.quasinewton.Safeguard;
import org.hesse.method.quasinewton.Scaling;
import org.hesse.method.quasinewton.Sr1;
import org.hesse.search.MoreThuente;
import org.hesse.search.Schedule;
import org.hesse.search.StepLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The first iterates, mostly ten, against those of {@code src/test/python/reference_gradients.py}. */
class GradientIteratesTest {
    private static final ReferenceIterates REFERENCE = new ReferenceIterates("reference-gradients.json");
    private static final Schedule RATE = Schedule.constant(1);
    private static final Map<String, Method<?>> METHODS = Map.ofEntries(
            entry("dfp", new Dfp(new StepLength.Search(new MoreThuente()), Pairs.SAME_BATCH)),
            entry("broyden", new Broyden(0.5)),
            entry(
                    "broyden unscaled naive",
                    new Broyden(0.25).withScaling(Scaling.NONE).withPairs(Pairs.NAIVE)),
            entry("bfgs scaled each", new Bfgs().classical().withScaling(Scaling.EACH)),
            entry("broyden cautious", new Broyden(0.5).withSafeguard(Safeguard.CAUTIOUS)),
            entry(
                    "bfgs damped rate",
                    new Bfgs().classical().withSafeguard(Safeguard.DAMP).withRate(RATE)),
            entry(
                    "broyden damped each rate",
                    new Broyden(0.5)
                            .withScaling(Scaling.EACH)
                            .withSafeguard(Safeguard.DAMP)
                            .withRate(RATE)),
            entry(
                    "dfp damped",
                    new Dfp(new StepLength.Search(new MoreThuente()), Pairs.SAME_BATCH).withSafeguard(Safeguard.DAMP)),
            entry(
                    "lbfgs damped rate",
                    new Lbfgs(3).classical().withSafeguard(Safeguard.DAMP).withRate(RATE)),
            entry("sr1", new Sr1()),
            entry("cg-descent", new CgDescent(0.01, new MoreThuente(1e-4, 0.1), false)),
            entry("cg-descent parabola", new CgDescent(0.01, new MoreThuente(1e-4, 0.1), true)),
            entry("polak-ribiere", new PolakRibiere(0.2, new MoreThuente(1e-4, 0.4), false)),
            entry("polak-ribiere parabola", new PolakRibiere(0.2, new MoreThuente(1e-4, 0.1), true)),
            entry("barzilai-borwein long", new BarzilaiBorwein(BarzilaiBorwein.Rule.LONG, 10)),
            entry("barzilai-borwein short", new BarzilaiBorwein(BarzilaiBorwein.Rule.SHORT, 1)),
            entry("barzilai-borwein alternating", new BarzilaiBorwein(BarzilaiBorwein.Rule.ALTERNATING, 3)),
            entry("accelerated gradient", new AcceleratedGradient(AcceleratedGradient.Scheme.GRADIENT, 0.9)),
            entry("accelerated function", new AcceleratedGradient(AcceleratedGradient.Scheme.FUNCTION, 1)));

    static Stream<ReferenceIterates.Run> runs() {
        return REFERENCE.runs();
    }

    @ParameterizedTest
    @MethodSource("runs")
    void agree(ReferenceIterates.Run run) {
        double[][] computed = REFERENCE.computed(run, METHODS.get(run.method()));
        assertThat(computed).hasDimensions(run.iterates().length, run.iterates()[0].length);
        assertThat(ReferenceIterates.distance(run.iterates(), computed)).isLessThanOrEqualTo(1e-12);
    }

    @Test
    void everyMethodHasItsReferences() {
        assertThat(runs().filter(r -> r.problem().equals("logistic")).map(ReferenceIterates.Run::method))
                .containsExactlyInAnyOrderElementsOf(METHODS.keySet());
        assertThat(runs().filter(r -> r.problem().equals("rosenbrock")))
                .hasSize(METHODS.size() - 2); // those with parabolas magnify rounding there
    }
}
