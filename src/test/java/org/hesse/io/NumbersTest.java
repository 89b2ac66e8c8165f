package org.hesse.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void numbersAreShortAndTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Numbers.brief(1e-8)).isEqualTo("1e-8");
            assertThat(Numbers.brief(0.5)).isEqualTo("0.5");
            assertThat(Numbers.brief(-1234.5678)).isEqualTo("-1234.57");
            assertThat(Numbers.brief(123456)).isEqualTo("123456");
            assertThat(Numbers.brief(1234567)).isEqualTo("1.23457e6");
            assertThat(Numbers.brief(999999.7)).isEqualTo("1e6");
            assertThat(Numbers.brief(0)).isEqualTo("0");
            assertThat(Numbers.brief(Double.NaN)).isEqualTo("NaN");
            assertThat(Numbers.brief(3.14159e-12)).isEqualTo("3.14159e-12");
            assertThat(Numbers.precise(0.2639258232950729)).isEqualTo("0.263925823295073");
        } finally {
            Locale.setDefault(before);
        }
    }
}
