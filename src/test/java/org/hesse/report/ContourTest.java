package org.hesse.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

class ContourTest {
    private static final double[] LOW = {-1, -1};
    private static final double[] HIGH = {1, 1};

    private static Grid grid(DoubleBinaryOperator f, int points) {
        return Grid.of(f, LOW, HIGH, points);
    }

    /** Twice the area to the left of the loops is the sum of x dy − y dx. */
    private static double area(List<double[]> loops) {
        double twice = 0;
        for (double[] p : loops) {
            for (int i = 0; i < p.length; i += 2) {
                int j = (i + 2) % p.length;
                twice += p[i] * p[j + 1] - p[j] * p[i + 1];
            }
        }
        return twice / 2;
    }

    @Test
    void theCircleIsACircle() {
        List<double[]> loops = Contour.loops(grid((x, y) -> -x * x - y * y, 101), -0.25);
        assertThat(loops).hasSize(1);
        double[] p = loops.get(0);
        for (int i = 0; i < p.length; i += 2) {
            // linear interpolation of x² over h = 0.02 is off by at most h²/4, so the radius by h²/(8r)
            assertThat(Math.hypot(p[i], p[i + 1])).isCloseTo(0.5, within(1.01 * 0.02 * 0.02 / 4));
        }
        assertThat(area(loops)).isCloseTo(Math.PI / 4, within(1e-3));
    }

    @Test
    void aLinearFunctionIsExact() {
        List<double[]> loops = Contour.loops(grid((x, y) -> x + 2 * y, 18), 0.5);
        assertThat(loops).hasSize(1);
        double[] p = loops.get(0);
        for (int i = 0; i < p.length; i += 2) {
            boolean side = Math.abs(p[i]) == 1 || Math.abs(p[i + 1]) == 1;
            if (!side) {
                assertThat(p[i] + 2 * p[i + 1]).isCloseTo(0.5, within(1e-14));
            }
            assertThat(p[i] + 2 * p[i + 1]).isGreaterThan(0.5 - 1e-14);
        }
        // above the line y = (0.5 − x)/2 the square has ∫ (1 − (0.5 − x)/2) dx = 1.5
        assertThat(area(loops)).isCloseTo(1.5, within(1e-13));
    }

    @Test
    void minusInfinityIsTheWholeBoxAndAboveTheMaximumThereIsNothing() {
        Grid grid = grid((x, y) -> x * y, 5);
        assertThat(area(Contour.loops(grid, Double.NEGATIVE_INFINITY))).isCloseTo(4, within(1e-15));
        assertThat(Contour.loops(grid, 1.1)).isEmpty();
    }

    @Test
    void aRingHasAHole() {
        List<double[]> loops = Contour.loops(grid((x, y) -> -Math.abs(Math.hypot(x, y) - 0.6), 201), -0.2);
        assertThat(loops).hasSize(2);
        assertThat(area(loops)).isCloseTo(Math.PI * (0.64 - 0.16), within(2e-3));
    }

    @Test
    void theMeanDecidesWhereOppositeCornersAloneAreIn() {
        // one cell, corners 1 −c 1 −c: at the level 0 the two halves hang together if the mean is above it
        assertThat(Contour.loops(grid((x, y) -> x * y > 0 ? 1 : -0.5, 2), 0)).hasSize(1);
        assertThat(Contour.loops(grid((x, y) -> x * y > 0 ? 1 : -1.5, 2), 0)).hasSize(2);
        assertThat(Contour.loops(grid((x, y) -> x * y < 0 ? 1 : -0.5, 2), 0)).hasSize(1);
        assertThat(Contour.loops(grid((x, y) -> x * y < 0 ? 1 : -1.5, 2), 0)).hasSize(2);
    }

    @Test
    void whereTheFunctionIsNotFiniteThereAreHoles() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            // 21 points, 0.1 apart: those within |x|, |y| < 0.25 are bad, which takes 6 × 6 cells
            Grid grid = grid((x, y) -> Math.max(Math.abs(x), Math.abs(y)) < 0.25 ? bad : x, 21);
            assertThat(area(Contour.loops(grid, Double.NEGATIVE_INFINITY))).isCloseTo(4 - 0.36, within(1e-13));
            assertThat(area(Contour.loops(grid, 0))).isCloseTo(2 - 0.18, within(1e-13));
        }
    }

    @Test
    void holesThatMeetInAPointKeepTheirArea() {
        Grid grid = grid((x, y) -> x == -0.5 && y == -0.5 || x == 0.5 && y == 0.5 ? Double.NaN : 1, 5);
        assertThat(area(Contour.loops(grid, 0))).isCloseTo(4 - 2, within(1e-15));
    }

    @Test
    void levelsAreAscendingAboveTheMinimumAndFollowTheValues() {
        double[] levels =
                Levels.of(grid((x, y) -> Math.pow(10, 6 * (x * x + y * y)), 101).values());
        assertThat(levels).hasSizeGreaterThan(10).isSorted();
        assertThat(levels[0]).isGreaterThan(1).isLessThan(10);
        assertThat(levels[levels.length - 1]).isGreaterThan(1e5).isLessThan(1e12);
    }

    @Test
    void levelsOfWhatHasNoHeights() {
        assertThat(Levels.of(new double[] {3, 3, 3})).isEmpty();
        assertThat(Levels.of(new double[] {Double.NaN, Double.POSITIVE_INFINITY}))
                .isEmpty();
        double[] well = new double[1000];
        well[7] = -1;
        assertThat(Levels.of(well)).hasSizeGreaterThan(5).isSorted();
        assertThat(Levels.of(well)[0]).isGreaterThan(-1);
        assertThat(Levels.of(new double[] {1e16, 1e16 + 2})).containsExactly(1e16 + 2);
    }
}
