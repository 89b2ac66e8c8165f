package org.hesse.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hesse.autodiff.Expression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundsTextTest {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final Layout LAYOUT = Expression.parse("a + x[1] + x[2] + b").layout();

    @Test
    void byNamesByArraysInOrderOrForAll() {
        Domain named = BoundsText.parse("b=-1:2, x=0:inf", LAYOUT);
        assertThat(named.lower()).containsExactly(-INF, 0, 0, -1);
        assertThat(named.upper()).containsExactly(INF, INF, INF, 2);
        assertThat(BoundsText.parse("x[2]=3:3", LAYOUT).lower()).containsExactly(-INF, -INF, 3, -INF);
        Domain ordered = BoundsText.parse("0:1, -inf:2, 1e-3:4, 0:+inf", LAYOUT);
        assertThat(ordered.lower()).containsExactly(0, -INF, 1e-3, 0);
        assertThat(ordered.upper()).containsExactly(1, 2, 4, INF);
        assertThat(BoundsText.parse("-1:1", LAYOUT).lower()).containsOnly(-1);
        assertThat(BoundsText.parse("-1:1", LAYOUT).isPenalised()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            c=0:1          | unknown variable 'c'
            a=0            | a = '0', expected lower:upper
            a=2:1          | a = '2:1', expected lower:upper
            a=x:1          | a = 'x:1', expected lower:upper
            a=inf:inf      | a = 'inf:inf', expected lower:upper
            a=-inf:-inf    | a = '-inf:-inf', expected lower:upper
            a=0:1, a=0:2   | a is given twice
            x=0:1, x[1]=0:2 | x[1] is given twice
            0:1, 0:1       | 2 lower:uppers, expected 4
            """)
    void saysWhatIsWrong(String text, String message) {
        assertThatThrownBy(() -> BoundsText.parse(text, LAYOUT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
