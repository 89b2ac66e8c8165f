package org.hesse.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.hesse.compare.Quartiles;
import org.junit.jupiter.api.Test;

class FormatTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    @Test
    void numbersAreShort() {
        assertThat(Format.scientific(0.02345)).isEqualTo("2.3e-2");
        assertThat(Format.scientific(-1e-17)).isEqualTo("-1.0e-17");
        assertThat(Format.scientific(4.7e10)).isEqualTo("4.7e10");
        assertThat(Format.scientific(1)).isEqualTo("1.0e0");
        assertThat(Format.scientific(INF)).isEqualTo("∞");
        assertThat(Format.passes(84.3)).isEqualTo("84.3");
        assertThat(Format.passes(1234.4)).isEqualTo("1234");
        assertThat(Format.passes(INF)).isEqualTo("—");
        assertThat(Format.seconds(0.0912)).isEqualTo("0.091 s");
        assertThat(Format.seconds(123.4)).isEqualTo("123 s");
        assertThat(Format.seconds(INF)).isEqualTo("—");
        assertThat(Format.excess(new Quartiles(1, 2, INF))).isEqualTo("2.0e0 [1.0e0,\u00a0∞]");
        assertThat(Format.excess(new Quartiles(2, 2, 2))).isEqualTo("2.0e0");
    }
}
