package org.hesse.method;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.hesse.method.newton.LineSearchNewton;
import org.hesse.method.newton.Newton;
import org.hesse.method.quasinewton.Bfgs;
import org.hesse.method.quasinewton.Lbfgs;
import org.hesse.method.quasinewton.Pairs;
import org.hesse.search.MoreThuente;
import org.hesse.search.Schedule;
import org.hesse.search.StepLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The first ten iterates against those of {@code src/test/python/reference_quasinewton.py}. */
class SecondOrderIteratesTest {
    private static final ReferenceIterates REFERENCE = new ReferenceIterates("reference-quasinewton.json");
    private static final Schedule RATE = Schedule.constant(0.5);
    private static final Map<String, Method<?>> METHODS = Map.ofEntries(
            entry("lbfgs", new Lbfgs(3).classical()),
            entry("lbfgs rate", new Lbfgs(3).classical().withRate(RATE)),
            entry("lbfgs naive", new Lbfgs(3).classical().withPairs(Pairs.NAIVE)),
            entry(
                    "lbfgs naive rate",
                    new Lbfgs(3).classical().withPairs(Pairs.NAIVE).withRate(RATE)),
            entry("bfgs", new Bfgs().classical()),
            entry("lbfgs values", new Lbfgs(3, new StepLength.Search(new MoreThuente()), Pairs.SAME_BATCH)),
            entry("bfgs values", new Bfgs(new StepLength.Search(new MoreThuente()), Pairs.SAME_BATCH)),
            entry("bfgs rate", new Bfgs().classical().withRate(RATE)),
            entry("bfgs naive", new Bfgs().classical().withPairs(Pairs.NAIVE)),
            entry(
                    "bfgs naive rate",
                    new Bfgs().classical().withPairs(Pairs.NAIVE).withRate(RATE)),
            entry("newton", new Newton()),
            entry("newton armijo", new LineSearchNewton()),
            entry("newton wolfe", new LineSearchNewton(new MoreThuente())));

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
    void everyMethodHasItsReference() {
        assertThat(runs().filter(r -> r.problem().equals("rosenbrock")).map(ReferenceIterates.Run::method))
                .containsExactlyInAnyOrderElementsOf(METHODS.keySet());
        assertThat(runs().filter(r -> r.problem().equals("logistic"))).hasSize(METHODS.size());
    }
}
