package org.hesse.method.firstorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.hesse.method.firstorder.BarzilaiBorwein.Rule;
import org.hesse.problem.Rosenbrock;
import org.hesse.run.Minimization;
import org.hesse.run.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BarzilaiBorweinTest {
    private static double[] values(int history) {
        return Minimization.of(new Rosenbrock(2))
                .from(-1.2, 1)
                .with(new BarzilaiBorwein(Rule.LONG, history))
                .run()
                .trace()
                .rows()
                .stream()
                .mapToDouble(Row::value)
                .toArray();
    }

    /** How many values are above the greatest of those before them, of so many. */
    private static long above(double[] values, int before) {
        return IntStream.range(before, values.length)
                .filter(k -> values[k]
                        > IntStream.range(k - before, k)
                                .mapToDouble(j -> values[j])
                                .max()
                                .orElseThrow())
                .count();
    }

    /** Raydan (1997), algorithm GBB, step 3: the maximum over 0 <= j <= min(k, M). */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void noValueIsAboveThePresentAndThoseOfTheHistory(int history) {
        double[] values = values(history);
        assertThat(values).hasSizeGreaterThan(20);
        assertThat(above(values, history + 1)).isZero();
        if (history > 0) {
            assertThat(above(values, history)).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, -7})
    void noNegativeHistory(int history) {
        assertThatThrownBy(() -> new BarzilaiBorwein(Rule.LONG, history))
                .hasMessage("barzilai-borwein: history = " + history + ", expected at least 0");
    }
}
