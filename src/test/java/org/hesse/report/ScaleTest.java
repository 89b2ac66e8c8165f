package org.hesse.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScaleTest {
    @Test
    void decadesHoldBothNumbers() {
        Scale y = Scale.decades(3e-4, 2, 400, 0);
        assertThat(y.ticks(9)).containsExactly(1e-4, 1e-3, 1e-2, 0.1, 1.0, 10.0);
        assertThat(y.at(1e-4)).isEqualTo(400);
        assertThat(y.at(10)).isEqualTo(0);
        assertThat(y.at(0.1)).isEqualTo(160, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(y.at(1e9)).isEqualTo(0);
        assertThat(y.at(-1)).isEqualTo(400);
        assertThat(y.at(Double.POSITIVE_INFINITY)).isEqualTo(0);
    }

    @Test
    void linearTicksAreRound() {
        assertThat(new Scale(0, 30, 0, 1, false).ticks(6)).containsExactly(0.0, 5.0, 10.0, 15.0, 20.0, 25.0, 30.0);
        assertThat(new Scale(0, 147, 0, 1, false).ticks(6)).containsExactly(0.0, 50.0, 100.0);
    }
}
