package org.hesse.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DomainTest {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final Domain BOX = new Domain(new double[] {0, -1, -INF}, new double[] {INF, 1, INF});
    private static final Domain L1 = Domain.unbounded(6).withL1(1, 1, 1, 1, 1, 0);

    private static double[] projected(Domain d, double[] x, double[] g) {
        double[] out = new double[x.length];
        d.projectedGradient(x, g, out);
        return out;
    }

    private static double[] proximal(Domain d, double[] x, double[] g) {
        double[] out = new double[x.length];
        d.proximalGradient(x, g, out);
        return out;
    }

    @Test
    void theProjectedGradientIsTheStepThatTheBoundsLeave() {
        assertThat(projected(BOX, new double[] {0, 0.5, 7}, new double[] {2, -3, 4}))
                .containsExactly(0, 0.5, -4);
        assertThat(projected(BOX, new double[] {0, 1, 7}, new double[] {-2, 3, 1}))
                .containsExactly(2, -2, -1);
        assertThat(proximal(BOX, new double[] {0, 0.5, 7}, new double[] {2, -3, 4}))
                .containsExactly(0, 0.5, -4);
        assertThat(projected(BOX, new double[] {0, 0, 0}, new double[] {Double.NaN, 0, 0})[0])
                .isNaN();
    }

    /** Andrew and Gao (2007): at 0 the slope on the side where the sum falls. */
    @Test
    void thePseudoGradientAtZeroIsTheSlopeOfTheSideThatFalls() {
        double[] out = new double[6];
        L1.pseudoGradient(new double[] {0, 0, 0, 2, -2, 0}, new double[] {0.5, 3, -3, 0.25, 0.25, 0.5}, out);
        assertThat(out).containsExactly(0, 2, -2, 1.25, -0.75, 0.5);
        assertThat(L1.penalty(new double[] {0, 0, 0, 2, -3, 9})).isEqualTo(5);
    }

    /** For f = ½(x − c)² the step leads to the minimum, c shrunk by 1. */
    @Test
    void theProximalGradientLeadsToTheMinimumOfAParabolaWithPenalty() {
        double[] x = {0, 0, 3, -1, 1e-9, 5};
        double[] c = {0.5, 4, -4, 0.2, 0.3, 2};
        double[] minimum = {0, 3, -3, 0, 0, 2};
        double[] g = new double[6];
        for (int i = 0; i < 6; i++) {
            g[i] = x[i] - c[i];
        }
        double[] step = proximal(L1, x, g);
        for (int i = 0; i < 6; i++) {
            assertThat(x[i] + step[i]).isEqualTo(minimum[i]);
        }
        Domain both = new Domain(new double[] {1}, new double[] {2}).withL1(1);
        assertThat(proximal(both, new double[] {1.5}, new double[] {-9})).containsExactly(0.5);
        assertThat(proximal(both, new double[] {1.5}, new double[] {9})).containsExactly(-0.5);
    }

    @Test
    void aVariableIsHeldWhereTheSumFallsNeitherWay() {
        double[] x = {0, 0, 1, 0};
        Domain d = new Domain(new double[] {0, -1, -1, -1}, new double[] {4, 1, 1, 1}).withL1(0, 1, 0, 0);
        assertThat(d.isActive(x, 0)).isTrue();
        assertThat(d.isActive(x, 1)).isTrue();
        assertThat(d.isActive(x, 2)).isTrue();
        assertThat(d.isActive(x, 3)).isFalse();
        assertThat(d.isHeld(x, new double[] {1, 0.5, -1, 0}, 0)).isTrue();
        assertThat(d.isHeld(x, new double[] {-1, 0.5, -1, 0}, 0)).isFalse();
        assertThat(d.isHeld(x, new double[] {1, 0.5, -1, 0}, 1)).isTrue();
        assertThat(d.isHeld(x, new double[] {1, -1.5, -1, 0}, 1)).isFalse();
        assertThat(d.isHeld(x, new double[] {1, 1.5, -1, 0}, 1)).isFalse();
        assertThat(d.isHeld(x, new double[] {1, 0, -1, 0}, 2)).isTrue();
        assertThat(d.isHeld(x, new double[] {1, 0, 1, 0}, 2)).isFalse();
        assertThat(d.isHeld(x, new double[] {1, 0, 1, 0}, 3)).isFalse();
    }

    @Test
    void withoutAPenaltyThereIsNone() {
        assertThat(BOX.isPenalised()).isFalse();
        assertThat(BOX.withL1(0, 0, 0).isPenalised()).isFalse();
        assertThat(L1.isPenalised()).isTrue();
        assertThat(L1.isBounded()).isFalse();
        assertThat(BOX.penalty(new double[] {1, 2, INF})).isZero();
        assertThat(BOX.weight(2)).isZero();
        assertThat(L1).hasToString("unbounded, l1 [1.0, 1.0, 1.0, 1.0, 1.0, 0.0]");
    }

    @Test
    void badWeightsAreRefused() {
        assertThatThrownBy(() -> BOX.withL1(1, 2)).hasMessage("l1: 2 weights, expected 3, one for each variable");
        assertThatThrownBy(() -> BOX.withL1(1, -2, 0))
                .hasMessage("l1 of variable 1 = -2.0, expected a finite number, at least 0");
        assertThatThrownBy(() -> BOX.withL1(1, Double.NaN, 0)).hasMessageContaining("l1 of variable 1 = NaN");
    }

    @Test
    void boundsWithoutAFiniteNumberBetweenThemAreRefused() {
        assertThatThrownBy(() -> new Domain(new double[] {0, 2}, new double[] {1, 1}))
                .hasMessage("bounds of variable 1: lower 2.0 is not <= upper 1.0");
        assertThatThrownBy(() -> new Domain(new double[] {INF}, new double[] {INF}))
                .hasMessage("bounds of variable 0: Infinity to Infinity, expected some finite number between them");
        assertThatThrownBy(() -> new Domain(new double[] {-INF}, new double[] {-INF}))
                .hasMessageStartingWith("bounds of variable 0: -Infinity to -Infinity");
    }
}
