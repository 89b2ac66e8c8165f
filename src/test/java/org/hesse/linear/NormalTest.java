package org.hesse.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hesse.objective.Seeds;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {
    private static double below(double z) {
        return Normal.below(z, Normal.bell(z));
    }

    /** mpmath 1.3, ncdf(z) with 40 digits. */
    @ParameterizedTest
    @CsvSource({
        "-37.5, 4.605353009581954844e-308",
        "-20, 2.753624118606233695e-89",
        "-8, 6.220960574271784124e-16",
        "-5, 2.866515718791939117e-7",
        "-3, 0.001349898031630094527",
        "-1.5, 0.066807201268858066",
        "-0.7, 0.2419636522230730286",
        "-0.1, 0.4601721627229710163",
        "0.1, 0.5398278372770289837",
        "0.5, 0.6914624612740131036",
        "1, 0.8413447460685429486",
        "2.5, 0.9937903346742238648",
        "4, 0.9999683287581668801",
        "8, 0.9999999999999993779"
    })
    void isThatOfMpmath(double z, double expected) {
        assertThat(below(z)).isCloseTo(expected, within(1e-15 * expected * (1 + z * z)));
    }

    @Test
    void isThatOfHipparchus() {
        Seeds.random(1)
                .doubles(2000, -6, 6)
                .forEach(z -> assertThat(below(z))
                        .isCloseTo(Erf.erfc(-z / Math.sqrt(2)) / 2, within(2e-16 + 2e-13 * below(z))));
    }

    @Test
    void theEndsOfTheRange() {
        assertThat(below(0)).isCloseTo(0.5, within(1e-16));
        assertThat(below(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(below(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(below(-Double.MAX_VALUE)).isZero();
        assertThat(below(Double.NaN)).isNaN();
        assertThat(Normal.density(Normal.bell(0))).isCloseTo(1 / Math.sqrt(2 * Math.PI), within(1e-16));
        assertThat(Normal.density(Normal.bell(-2))).isCloseTo(0.05399096651318806, within(1e-17));
    }
}
