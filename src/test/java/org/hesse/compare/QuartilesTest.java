package org.hesse.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class QuartilesTest {
    /** {@code numpy.percentile(x, [25, 50, 75])}, NumPy 2.4. */
    @Test
    void agreesWithNumPy() {
        assertThat(Quartiles.of(3, 1, 2)).isEqualTo(new Quartiles(1.5, 2, 2.5));
        assertThat(Quartiles.of(0.1, 7, -2, 4.5)).isEqualTo(new Quartiles(-0.42500000000000004, 2.3, 5.125));
        assertThat(Quartiles.of(5)).isEqualTo(new Quartiles(5, 5, 5));
        assertThat(Quartiles.of(1, 2, 3, 4, 5, 6)).isEqualTo(new Quartiles(2.25, 3.5, 4.75));
    }

    @Test
    void censoredNumbersComeLast() {
        double inf = Double.POSITIVE_INFINITY;
        assertThat(Quartiles.of(inf, 1, 2)).isEqualTo(new Quartiles(1.5, 2, inf));
        assertThat(Quartiles.of(inf, inf, 2)).isEqualTo(new Quartiles(inf, inf, inf));
        assertThat(Quartiles.of(inf, inf, inf)).isEqualTo(new Quartiles(inf, inf, inf));
    }

    @Test
    void leavesTheSampleAlone() {
        double[] sample = {2, 1};
        assertThat(Quartiles.of(sample).median()).isEqualTo(1.5);
        assertThat(sample).containsExactly(2, 1);
    }

    @Test
    void refusesNothingAndNaN() {
        assertThatThrownBy(Quartiles::of).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Quartiles.of(1, Double.NaN)).hasMessageContaining("NaN");
    }
}
