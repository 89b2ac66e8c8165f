package org.hesse.method;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.hesse.method.stochastic.GnLbfgs;
import org.hesse.method.stochastic.MultiBatchLbfgs;
import org.hesse.method.stochastic.OnlineLbfgs;
import org.hesse.method.stochastic.ProgressiveLbfgs;
import org.hesse.method.stochastic.SdLbfgs;
import org.hesse.method.stochastic.Sqn;
import org.hesse.method.stochastic.SvrgLbfgs;
import org.hesse.search.Decay;
import org.hesse.search.Schedule;
import org.hesse.search.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The first ten iterates against those of {@code src/test/python/reference_stochastic.py}. */
class StochasticIteratesTest {
    private static final ReferenceIterates REFERENCE = new ReferenceIterates("reference-stochastic.json");
    private static final Schedule HALF = Schedule.constant(0.5);
    private static final Map<String, Method<?>> METHODS = Map.ofEntries(
            entry("olbfgs", new OnlineLbfgs(new Decay.Inverse(0.5, 0.1, Unit.STEPS), 3, 0.01, 0.125)),
            entry("sdlbfgs", new SdLbfgs(HALF, 3, 0.05, SdLbfgs.Initial.DAMPED)),
            entry("sdlbfgs undamped", new SdLbfgs(HALF, 3, 0.05, SdLbfgs.Initial.UNDAMPED)),
            entry("multi-batch", new MultiBatchLbfgs(HALF, 3, 0.25, 1e-4)),
            entry("sqn", new Sqn(HALF, 3, 2, 2, 1e-4)),
            entry("gn-lbfgs", new GnLbfgs(Schedule.constant(0.25), 0.5, 3, 2, 2, 0.01, 0.25, 2)),
            entry("progressive", new ProgressiveLbfgs(3, 3, 12, 1e-4)),
            entry("svrg-lbfgs", new SvrgLbfgs(HALF, 3, 2, 1, 1e-4, 3)));
    private static final Method<?> GENTLE = new OnlineLbfgs(new Decay.Inverse(0.1, 0.1, Unit.STEPS), 3, 0.01, 1e-4);

    static Stream<ReferenceIterates.Run> runs() {
        return REFERENCE.runs();
    }

    @ParameterizedTest
    @MethodSource("runs")
    void agree(ReferenceIterates.Run run) {
        boolean gentle = run.toString().equals("olbfgs on rosenbrock");
        double[][] computed = REFERENCE.computed(run, gentle ? GENTLE : METHODS.get(run.method()));
        assertThat(computed).hasDimensions(run.iterates().length, run.iterates()[0].length);
        assertThat(ReferenceIterates.distance(run.iterates(), computed)).isLessThanOrEqualTo(1e-12);
    }

    @Test
    void everyMethodHasItsReference() {
        assertThat(runs().filter(r -> r.problem().equals("logistic")).map(ReferenceIterates.Run::method))
                .containsExactlyInAnyOrderElementsOf(METHODS.keySet());
    }
}
