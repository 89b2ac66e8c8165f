package org.hesse.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.hesse.run.Status.Code;
import org.junit.jupiter.api.Test;

class CurveTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    @Test
    void takesTheLastMeasurementOfEachSeedAtEveryPlace() {
        Run a = Small.run(1, Code.BUDGET, new double[] {0, 1, 2}, new double[] {9, 5, 3});
        Run b = Small.run(2, Code.BUDGET, new double[] {0, 1.5, 3}, new double[] {9, 4, 2});
        Run c = Small.run(3, Code.CONVERGED, new double[] {0, 1}, new double[] {9, 1.5});
        Curve curve = Curve.of(List.of(a, b, c), 1);
        assertThat(curve.passes()).containsExactly(0, 1, 1.5, 2, 3);
        // by hand: (8 8 8), (4 8 .5), (4 3 .5), (2 3 .5), (2 1 .5); quartiles by numpy.percentile
        assertThat(curve.excess())
                .containsExactly(
                        new Quartiles(8, 8, 8),
                        new Quartiles(2.25, 4, 6),
                        new Quartiles(1.75, 3, 3.5),
                        new Quartiles(1.25, 2, 2.5),
                        new Quartiles(0.75, 1, 1.5));
        // the seeds' clocks at their last measurements: (0 0 0), (.1 0 .3), (.1 .3 .3), (.2 .3 .3), (.2 .6 .3)
        assertThat(curve.seconds()).containsExactly(new double[] {0, 0.1, 0.3, 0.3, 0.3}, Offset.offset(1e-15));
    }

    @Test
    void aRunThatEndedNotFiniteIsInfinitelyFar() {
        Run a = Small.run(1, Code.NOT_FINITE, new double[] {0, 1}, new double[] {9, 100});
        Run b = Small.run(2, Code.BUDGET, new double[] {0, 1, 2}, new double[] {9, 4, 2});
        Curve curve = Curve.of(List.of(a, b), 0);
        assertThat(curve.excess().get(1)).isEqualTo(new Quartiles(28, 52, 76));
        assertThat(curve.end()).isEqualTo(new Quartiles(INF, INF, INF));
    }

    @Test
    void medianAtIsTheLastKnown() {
        Curve curve = Curve.of(List.of(Small.run(1, Code.BUDGET, new double[] {1, 2}, new double[] {9, 5})), 0);
        assertThat(curve.passes()).containsExactly(0, 1, 2);
        assertThat(curve.medianAt(0.5)).isEqualTo(9);
        assertThat(curve.medianAt(1.9)).isEqualTo(9);
        assertThat(curve.medianAt(77)).isEqualTo(5);
    }
}
