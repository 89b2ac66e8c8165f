package org.hesse.method.conjugate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hesse.search.MoreThuente;
import org.junit.jupiter.api.Test;

/** β by hand, where the reference iterates do not come. */
class BetaTest {
    private static final double[] G = {4, 0};
    private static final double[] D = {-4, 0};

    /** y = (-3, 3): dᵀy = 12, ‖y‖² = 18, yᵀg⁺ = 6, dᵀg⁺ = -4: (6 + 2·18·4/12)/12. */
    @Test
    void cgDescent() {
        double[] next = {1, 3};
        assertThat(new CgDescent().beta(G, next, D)).isCloseTo(1.5, within(1e-15));
    }

    /** Past the minimum, y = (-16, 0): (192 - 2·256·48/64)/64 = -3; the bound is -1/(4·min{η, 4}). */
    @Test
    void cgDescentIsCutOffBelow() {
        double[] past = {-12, 0};
        assertThat(new CgDescent(0.01, new MoreThuente(), false).beta(G, past, D))
                .isCloseTo(-3, within(1e-14));
        assertThat(new CgDescent(0.5, new MoreThuente(), false).beta(G, past, D))
                .isCloseTo(-0.5, within(1e-15));
        assertThat(new CgDescent(99, new MoreThuente(), false).beta(G, past, D)).isCloseTo(-1 / 16.0, within(1e-15));
    }

    /** (25 - 12)/16 for g⁺ = (3, 4), where 12 < ν·25; 0 from there on; 0 where it were negative, 12 > 9. */
    @Test
    void polakRibiere() {
        double[] next = {3, 4};
        assertThat(new PolakRibiere(0.49, new MoreThuente(), false).beta(G, next, D))
                .isEqualTo(13 / 16.0);
        assertThat(new PolakRibiere(0.47, new MoreThuente(), false).beta(G, next, D))
                .isZero();
        double[] shorter = {3, 0};
        assertThat(new PolakRibiere(99, new MoreThuente(), false).beta(G, shorter, D))
                .isZero();
    }
}
