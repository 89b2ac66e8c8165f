package org.hesse.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hesse.search.Searched.Found;
import org.hesse.search.Searched.NotFound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoreThuenteTest {
    /**
     * The six functions and settings of Tables I to VI of the paper. Trials, step lengths and slopes are those of SciPy 1.17.1
     * (MINPACK-2's search): DCSRCH(phi, derphi, c1, c2, 1e-30, 0, 1e10) called with the first step length, phi(0) and
     * derphi(0).
     */
    @ParameterizedTest
    @CsvSource({
        "1, 0.001, 0.1, 1e-3, 6, 1.365, -0.0092",
        "1, 0.001, 0.1, 1e-1, 3, 1.4413720790892741, 0.0047",
        "1, 0.001, 0.1, 1e1, 1, 10, 0.0094",
        "1, 0.001, 0.1, 1e3, 4, 36.88760696396662, 0.00073",
        "2, 0.1, 0.1, 1e-3, 12, 1.596000000186075, 3.8e-9",
        "2, 0.1, 0.1, 1e-1, 8, 1.5960000000049348, 1.0e-10",
        "2, 0.1, 0.1, 1e1, 8, 1.5959999997572032, -5.0e-9",
        "2, 0.1, 0.1, 1e3, 11, 1.595999998872531, -2.3e-8",
        "3, 0.1, 0.1, 1e-3, 12, 0.9999996797968318, -5.1e-5",
        "3, 0.1, 0.1, 1e-1, 12, 0.9999988033548208, -1.9e-4",
        "3, 0.1, 0.1, 1e1, 10, 0.9999999876178056, -2.0e-6",
        "3, 0.1, 0.1, 1e3, 13, 0.9999999017146377, -1.6e-5",
        "4, 0.001, 0.001, 1e-3, 4, 0.085, -6.9e-5",
        "4, 0.001, 0.001, 1e-1, 1, 0.1, -4.9e-5",
        "4, 0.001, 0.001, 1e1, 3, 0.3491046164172457, -2.9e-6",
        "4, 0.001, 0.001, 1e3, 4, 0.8294012431694555, 1.6e-5",
        "5, 0.001, 0.001, 1e-3, 6, 0.07501087060006814, 1.9e-4",
        "5, 0.001, 0.001, 1e-1, 3, 0.07751042197802409, 7.4e-4",
        "5, 0.001, 0.001, 1e1, 7, 0.07314201106894994, -2.6e-4",
        "5, 0.001, 0.001, 1e3, 8, 0.07615927320141007, 4.5e-4",
        "6, 0.001, 0.001, 1e-3, 13, 0.9279032286386139, 5.2e-4",
        "6, 0.001, 0.001, 1e-1, 11, 0.9261500138380064, 8.4e-5",
        "6, 0.001, 0.001, 1e1, 8, 0.924781673432206, -2.4e-4",
        "6, 0.001, 0.001, 1e3, 11, 0.9243979067536415, -3.2e-4"
    })
    void takesTheTrialsOfThePaper(
            int function, double c1, double c2, double first, int trials, double alpha, double slope) {
        ScalarRay phi = TestRays.moreThuente(function);
        // c2 = c1 is outside the range of the record; the least number above it changes no trial
        Found found = (Found) new MoreThuente(c1, Math.max(c2, Math.nextUp(c1)), 40, 0).search(phi, first);
        assertThat(found.trials()).isEqualTo(trials).isEqualTo(phi.slopes.size());
        assertThat(phi.values).isEmpty();
        Trial t = found.trial();
        assertThat(t.alpha()).isCloseTo(alpha, within(1e-7 * alpha));
        assertThat(t.slope()).isCloseTo(slope, within(0.06 * Math.abs(slope)));
        assertThat(t.value()).isLessThanOrEqualTo(phi.value() + c1 * t.alpha() * phi.slope());
        assertThat(Math.abs(t.slope())).isLessThanOrEqualTo(c2 * Math.abs(phi.slope()) * (1 + 1e-12));
    }

    /**
     * Polynomials, found at random, on which the trials hang on when the first stage ends, on ψ in it, and on how far a trial
     * goes while nothing is bracketed. By SciPy 1.17.1, DCSRCH as above.
     */
    @ParameterizedTest
    @CsvSource({
        "0 -1 1 3 0.01, 0.4, 0.5, 0.1, 0.1 0.3447800303406426 0.16436428374042827",
        "0 -1 0.08 -0.09 1, 0.4, 0.5, 0.01, 0.01 0.05 0.21000000000000002 0.8500000000000001 0.48430564437266377"
                + " 0.6499719529506064",
        "0 -1 -0.4 0.6 0.5 0.9 0.01, 0.3, 0.4, 0.1, 0.1 0.5 0.9400000000000001 0.5632739867419907",
        "0 -1 -0.5 -0.6 0.1, 0.3, 0.4, 1, 1 5 9.4 5.081007958250381",
        "0 -1 -1 5 0.1, 0.4, 0.9, 10, 10 0.5498652711787596 0.22236209371265497",
        "0 -1 7 2 -4 2 0.01, 0.3, 0.4, 0.1, 0.1 0.048982848448069896"
    })
    void takesTheTrialsOfMinpack(String polynomial, double c1, double c2, double first, String expected) {
        double[] c = numbers(polynomial);
        double[] derivative =
                IntStream.range(1, c.length).mapToDouble(k -> k * c[k]).toArray();
        ScalarRay phi = new ScalarRay(a -> horner(c, a), a -> horner(derivative, a));
        Found found = (Found) new MoreThuente(c1, c2, 40, 0).search(phi, first);
        assertThat(phi.slopes.stream().mapToDouble(a -> a).toArray()).containsExactly(numbers(expected), within(1e-12));
        assertThat(found.trials()).isEqualTo(phi.slopes.size());
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private static double horner(double[] c, double a) {
        double sum = 0;
        for (int k = c.length - 1; k >= 0; k--) {
            sum = sum * a + c[k];
        }
        return sum;
    }

    @Test
    void neverGoesBackToWhatWasNotFinite() {
        // the minimum is just before the end of the domain, 1
        ScalarRay phi = new ScalarRay(
                a -> a < 1 ? -a + 1e-4 / (1 - a) : Double.NaN, a -> a < 1 ? -1 + 1e-4 / ((1 - a) * (1 - a)) : -1);
        Found found = (Found) new MoreThuente(1e-4, 0.1).search(phi, 1.5);
        assertThat(found.trial().alpha()).isCloseTo(0.99, within(1e-3));
        double[] outside =
                phi.slopes.stream().filter(a -> a >= 1).mapToDouble(a -> a).toArray();
        for (int k = 1; k < outside.length; k++) {
            assertThat(outside[k]).isLessThan(outside[k - 1]);
        }
    }

    @ParameterizedTest
    @CsvSource({"NaN", "Infinity", "-Infinity"})
    void contractsFromWhatIsNotFinite(double outside) {
        // φ = −log(1 − α) − 2α: the minimum is at ½, the domain ends at 1
        ScalarRay phi =
                new ScalarRay(a -> a < 1 ? -Math.log(1 - a) - 2 * a : outside, a -> a < 1 ? 1 / (1 - a) - 2 : outside);
        for (double first : new double[] {0.01, 0.9999, 1, 3, 1e6}) {
            Found found = (Found) new MoreThuente(1e-4, 0.1).search(phi, first);
            assertThat(Math.abs(found.trial().slope())).isLessThanOrEqualTo(0.1);
            assertThat(found.trials()).isLessThan(15);
        }
        assertThat(phi.slopes).contains(3.0, 0.1 * 3, 0.1 * 1e6);
    }

    @Test
    void aSlopeThatIsNotFiniteIsNeverAccepted() {
        ScalarRay phi = new ScalarRay(a -> -a, a -> a == 0 ? -1 : Double.NaN);
        NotFound notFound = (NotFound) new MoreThuente().search(phi, 1);
        assertThat(notFound.trials()).isEqualTo(40);
        assertThat(notFound.best()).isNull();
    }

    @Test
    void endsOnAFunctionUnboundedBelow() {
        NotFound notFound = (NotFound) new MoreThuente().search(new ScalarRay(a -> -a, a -> -1), 1);
        assertThat(notFound.trials()).isEqualTo(40);
        assertThat(notFound.best().value()).isLessThan(-1e20);
        assertThat(notFound.why()).contains("40 trials").contains("slope -1.0");
    }

    @Test
    void endsWhereSlopesAreWrong() {
        NotFound notFound = (NotFound) new MoreThuente().search(new ScalarRay(a -> 1 + a, a -> -1), 1);
        assertThat(notFound.trials()).isLessThanOrEqualTo(40);
        assertThat(notFound.best()).isNull();
        assertThat(notFound.why()).contains("phi(0) = 1.0");
    }

    @Test
    void anOptimalPointIsNoError() {
        // values of ½(α − 1)²·1e-18 drown in the rounding of 1, and noise says that each trial is worse
        ScalarRay phi = new ScalarRay(a -> a == 0 ? 1 : 1 + 4e-16, a -> 1e-18 * (a - 1));
        Found found = (Found) new MoreThuente().search(phi, 4);
        assertThat(Math.abs(found.trial().slope())).isLessThanOrEqualTo(0.9e-18);
        assertThat(new MoreThuente(1e-4, 0.9, 40, 0).search(phi, 4)).isInstanceOf(NotFound.class);
    }

    @Test
    void noiseIsNoLeaveToRise() {
        ScalarRay phi = new ScalarRay(a -> 1 + 1e-12 * a * (a - 1), a -> 1e-12 * (2 * a - 1));
        Found found = (Found) new MoreThuente(1e-4, 0.9).search(phi, 1.3); // rises by 3.9e-13, the slope is steeper
        assertThat(found.trial().value()).isLessThan(1);
    }

    @Test
    void checksItsConstants() {
        assertThatThrownBy(() -> new MoreThuente(0.6, 0.9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("c1 = 0.6");
        assertThatThrownBy(() -> new MoreThuente(0.1, 0.1)).hasMessageContaining("c2 = 0.1");
        assertThatThrownBy(() -> new MoreThuente(0.1, 1)).hasMessageContaining("c2 = 1.0");
        assertThatThrownBy(() -> new MoreThuente(0.1, 0.9, 0, 0)).hasMessageContaining("maxTrials = 0");
        assertThatThrownBy(() -> new MoreThuente(0.1, 0.9, 1, -1)).hasMessageContaining("noise = -1.0");
        ScalarRay rising = new ScalarRay(a -> a, a -> 1);
        assertThatThrownBy(() -> new MoreThuente().search(rising, 1)).hasMessageContaining("slope 1.0");
        assertThatThrownBy(() -> new MoreThuente().search(rising, 0)).hasMessageContaining("first step length 0.0");
    }
}
