package org.hesse.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.hesse.search.Searched.Found;
import org.hesse.search.Searched.NotFound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrongWolfeTest {
    /** The test functions of Moré and Thuente (1994), section 5, (5.1) to (5.4). */
    private static ScalarRay function(int number) {
        return switch (number) {
            case 1 -> new ScalarRay(a -> -a / (a * a + 2), a -> (a * a - 2) / ((a * a + 2) * (a * a + 2)));
            case 2 ->
                new ScalarRay(
                        a -> Math.pow(a + 0.004, 5) - 2 * Math.pow(a + 0.004, 4),
                        a -> 5 * Math.pow(a + 0.004, 4) - 8 * Math.pow(a + 0.004, 3));
            case 3 -> wiggly(0.01, 39);
            case 4 -> yanai(0.001, 0.001);
            case 5 -> yanai(0.01, 0.001);
            default -> yanai(0.001, 0.01);
        };
    }

    private static ScalarRay wiggly(double b, double l) {
        return new ScalarRay(
                a -> (Math.abs(a - 1) >= b ? Math.abs(a - 1) : (a - 1) * (a - 1) / (2 * b) + b / 2)
                        + 2 * (1 - b) / (l * Math.PI) * Math.sin(l * Math.PI / 2 * a),
                a -> Math.max(-1, Math.min(1, (a - 1) / b)) + (1 - b) * Math.cos(l * Math.PI / 2 * a));
    }

    private static ScalarRay yanai(double b1, double b2) {
        double g1 = Math.sqrt(1 + b1 * b1) - b1;
        double g2 = Math.sqrt(1 + b2 * b2) - b2;
        return new ScalarRay(
                a -> g1 * Math.hypot(1 - a, b2) + g2 * Math.hypot(a, b1),
                a -> -g1 * (1 - a) / Math.hypot(1 - a, b2) + g2 * a / Math.hypot(a, b1));
    }

    /** Trials as in Tables I to VI of the paper; the step lengths are those of SciPy 1.17's DCSRCH (MINPACK-2). */
    @ParameterizedTest
    @CsvSource({
        "1, 0.001, 0.1, 1e-3, 6, 1.365",
        "1, 0.001, 0.1, 1e-1, 3, 1.4413720790892741",
        "1, 0.001, 0.1, 1e1, 1, 10",
        "1, 0.001, 0.1, 1e3, 4, 36.88760696396662",
        "2, 0.1, 0.1, 1e-3, 12, 1.596000000186075",
        "2, 0.1, 0.1, 1e-1, 8, 1.5960000000049348",
        "2, 0.1, 0.1, 1e1, 8, 1.5959999997572032",
        "2, 0.1, 0.1, 1e3, 11, 1.595999998872531",
        "3, 0.1, 0.1, 1e-3, 12, 0.9999996797968318",
        "3, 0.1, 0.1, 1e-1, 12, 0.9999988033548208",
        "3, 0.1, 0.1, 1e1, 10, 0.9999999876178056",
        "3, 0.1, 0.1, 1e3, 13, 0.9999999017146377",
        "4, 0.001, 0.001, 1e-3, 4, 0.085",
        "4, 0.001, 0.001, 1e-1, 1, 0.1",
        "4, 0.001, 0.001, 1e1, 3, 0.3491046164172457",
        "4, 0.001, 0.001, 1e3, 4, 0.8294012431694555",
        "5, 0.001, 0.001, 1e-3, 6, 0.07501087060006814",
        "5, 0.001, 0.001, 1e-1, 3, 0.07751042197802409",
        "5, 0.001, 0.001, 1e1, 7, 0.07314201106894994",
        "5, 0.001, 0.001, 1e3, 8, 0.07615927320141007",
        "6, 0.001, 0.001, 1e-3, 13, 0.9279032286386139",
        "6, 0.001, 0.001, 1e-1, 11, 0.9261500138380064",
        "6, 0.001, 0.001, 1e1, 8, 0.924781673432206",
        "6, 0.001, 0.001, 1e3, 11, 0.9243979067536415"
    })
    void takesTheTrialsOfThePaper(int function, double c1, double c2, double first, int trials, double alpha) {
        ScalarRay phi = function(function);
        // c2 = c1 is outside the range of the record; the least number above it changes no trial
        Found found = (Found) new StrongWolfe(c1, Math.max(c2, Math.nextUp(c1)), 40, 0).search(phi, first);
        assertThat(found.trials()).isEqualTo(trials).isEqualTo(phi.slopes.size());
        assertThat(phi.values).isEmpty();
        Trial t = found.trial();
        assertThat(t.alpha()).isCloseTo(alpha, within(1e-7 * alpha));
        assertThat(t.value()).isLessThanOrEqualTo(phi.value() + c1 * t.alpha() * phi.slope());
        assertThat(Math.abs(t.slope())).isLessThanOrEqualTo(c2 * Math.abs(phi.slope()) * (1 + 1e-12));
    }

    @ParameterizedTest
    @CsvSource({"NaN", "Infinity", "-Infinity"})
    void contractsFromWhatIsNotFinite(double outside) {
        // φ = −log(1 − α) − 2α: the minimum is at ½, the domain ends at 1
        ScalarRay phi =
                new ScalarRay(a -> a < 1 ? -Math.log(1 - a) - 2 * a : outside, a -> a < 1 ? 1 / (1 - a) - 2 : outside);
        for (double first : new double[] {0.01, 0.9999, 1, 3, 1e6}) {
            Found found = (Found) new StrongWolfe(1e-4, 0.1).search(phi, first);
            assertThat(Math.abs(found.trial().slope())).isLessThanOrEqualTo(0.1);
            assertThat(found.trials()).isLessThan(15);
        }
        assertThat(phi.slopes).contains(3.0, 0.1 * 3, 0.1 * 1e6);
    }

    @Test
    void aSlopeThatIsNotFiniteIsNeverAccepted() {
        ScalarRay phi = new ScalarRay(a -> -a, a -> a == 0 ? -1 : Double.NaN);
        NotFound notFound = (NotFound) new StrongWolfe().search(phi, 1);
        assertThat(notFound.trials()).isEqualTo(40);
        assertThat(notFound.best()).isNull();
    }

    @Test
    void endsOnAFunctionUnboundedBelow() {
        NotFound notFound = (NotFound) new StrongWolfe().search(new ScalarRay(a -> -a, a -> -1), 1);
        assertThat(notFound.trials()).isEqualTo(40);
        assertThat(notFound.best().value()).isLessThan(-1e20);
        assertThat(notFound.why()).contains("40 trials").contains("slope -1.0");
    }

    @Test
    void endsWhereSlopesAreWrong() {
        NotFound notFound = (NotFound) new StrongWolfe().search(new ScalarRay(a -> 1 + a, a -> -1), 1);
        assertThat(notFound.trials()).isLessThanOrEqualTo(40);
        assertThat(notFound.best()).isNull();
        assertThat(notFound.why()).contains("phi(0) = 1.0");
    }

    @Test
    void anOptimalPointIsNoError() {
        // values of ½(α − 1)²·1e-18 drown in the rounding of 1, and noise says that each trial is worse
        ScalarRay phi = new ScalarRay(a -> a == 0 ? 1 : 1 + 4e-16, a -> 1e-18 * (a - 1));
        Found found = (Found) new StrongWolfe().search(phi, 4);
        assertThat(Math.abs(found.trial().slope())).isLessThanOrEqualTo(0.9e-18);
        assertThat(new StrongWolfe(1e-4, 0.9, 40, 0).search(phi, 4)).isInstanceOf(NotFound.class);
    }

    @Test
    void noiseIsNoLeaveToRise() {
        ScalarRay phi = new ScalarRay(a -> 1 + 1e-12 * a * (a - 1), a -> 1e-12 * (2 * a - 1));
        Found found = (Found) new StrongWolfe(1e-4, 0.9).search(phi, 1.3); // rises by 3.9e-13, the slope is steeper
        assertThat(found.trial().value()).isLessThan(1);
    }

    @Test
    void checksItsConstants() {
        assertThatThrownBy(() -> new StrongWolfe(0.6, 0.9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("c1 = 0.6");
        assertThatThrownBy(() -> new StrongWolfe(0.1, 0.1)).hasMessageContaining("c2 = 0.1");
        assertThatThrownBy(() -> new StrongWolfe(0.1, 1)).hasMessageContaining("c2 = 1.0");
        assertThatThrownBy(() -> new StrongWolfe(0.1, 0.9, 0, 0)).hasMessageContaining("maxTrials = 0");
        assertThatThrownBy(() -> new StrongWolfe(0.1, 0.9, 1, -1)).hasMessageContaining("noise = -1.0");
        ScalarRay rising = new ScalarRay(a -> a, a -> 1);
        assertThatThrownBy(() -> new StrongWolfe().search(rising, 1)).hasMessageContaining("slope 1.0");
        assertThatThrownBy(() -> new StrongWolfe().search(rising, 0)).hasMessageContaining("first step length 0.0");
    }
}
