package org.hesse.hipparchus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Reference figures: scipy.stats 1.17.1, chi2.sf, norm.ppf and t.ppf. */
class DistributionsTest {
    @Test
    void agreeWithScipy() {
        assertThat(Distributions.chiSquareTail(12.3, 7)).isCloseTo(0.0911148860003131, within(1e-13));
        assertThat(Distributions.normal(0.95)).isCloseTo(1.959963984540054, within(1e-13));
        assertThat(Distributions.student(0.95, 18)).isCloseTo(2.1009220402410382, within(1e-11));
        assertThat(Distributions.student(0.95, 1)).isCloseTo(12.706204736174694, within(1e-10));
        assertThat(Distributions.student(0.99, 3)).isCloseTo(5.840909309733355, within(1e-11));
    }
}
