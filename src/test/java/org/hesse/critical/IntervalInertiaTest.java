package org.hesse.critical;

import static org.assertj.core.api.Assertions.assertThat;

import org.hesse.autodiff.interval.Interval;
import org.junit.jupiter.api.Test;

class IntervalInertiaTest {
    private static Interval[][] around(double diagonal, double width) {
        Interval off = Interval.of(-width, width);
        return new Interval[][] {{Interval.of(1), off}, {off, Interval.of(diagonal)}};
    }

    /** (1 w; w ±1) for all |w| ≤ width: with +1 singular at w = 1, with −1 never. */
    @Test
    void anEnclosureOfASingularMatrixHasNoIndex() {
        assertThat(IntervalInertia.index(around(1, 0.9))).hasValue(0);
        assertThat(IntervalInertia.index(around(-1, 0.9))).hasValue(1);
        assertThat(IntervalInertia.index(around(1, 1))).isEmpty();
        assertThat(IntervalInertia.index(around(1, 2))).isEmpty();
    }
}
