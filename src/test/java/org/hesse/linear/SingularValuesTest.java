package org.hesse.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SingularValuesTest {
    @Test
    void ofTwoColumnsByHand() {
        SingularValues s = SingularValues.of(new double[][] {{3, 0}, {4, 5}}); // A = [3 4; 0 5]: σ² = 45, 5
        assertThat(s.values()[0]).isCloseTo(Math.sqrt(45), within(1e-14));
        assertThat(s.values()[1]).isCloseTo(Math.sqrt(5), within(1e-14));
        assertThat(Math.abs(s.vectors()[0][0] / s.vectors()[0][1])).isCloseTo(1.0 / 3, within(1e-14)); // (1, 3)
    }

    @Test
    void smallOnesAreExact() {
        double e = 1e-12;
        SingularValues s = SingularValues.of(new double[][] {{1, 0, 0}, {1, e, 0}});
        assertThat(s.values()[1]).isCloseTo(e / Math.sqrt(2), within(1e-6 * e)); // e/√2 + O(e³)
        assertThat(s.vectors()[1][0] / s.vectors()[1][1]).isCloseTo(-1, within(1e-11));
    }

    @Test
    void dependentColumnsHaveNone() {
        assertThat(SingularValues.of(new double[][] {{1, 2, 3}, {2, 4, 6}, {0, 0, 1}})
                        .values()[2])
                .isLessThan(1e-15);
        assertThat(SingularValues.of(new double[][] {{0, 0}, {1, 0}}).values()[1])
                .isZero();
        assertThat(SingularValues.of(new double[][] {{1}, {2}}).values()[1]).isLessThan(1e-15);
    }
}
