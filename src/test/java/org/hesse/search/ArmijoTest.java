package org.hesse.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hesse.search.Searched.Found;
import org.hesse.search.Searched.NotFound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArmijoTest {
    private static ScalarRay parabola(double minimum) {
        return new ScalarRay(a -> a * a - 2 * minimum * a, a -> 2 * a - 2 * minimum);
    }

    @Test
    void takesAGoodFirstTrialWithOneGradient() {
        ScalarRay phi = parabola(1);
        assertThat(((Found) new Armijo().search(phi, 1)).trials()).isEqualTo(1);
        assertThat(phi.slopes).containsExactly(1.0);
        assertThat(phi.values).isEmpty();
    }

    @Test
    void theQuadraticIsExactOnAParabolaAndTakesValuesAlone() {
        ScalarRay phi = parabola(0.3);
        Found found = (Found) new Armijo().search(phi, 1);
        assertThat(found.trial().alpha()).isCloseTo(0.3, within(1e-15));
        assertThat(found.trial().slope()).isCloseTo(0, within(1e-15));
        assertThat(phi.values).hasSize(1);
        assertThat(phi.slopes).hasSize(2);
    }

    @Test
    void theCubicIsExactOnACubic() {
        // the quadratic through φ(0), φ'(0) and φ(1.2) goes to ⅛, where φ > 0; the cubic through both goes to the
        // minimum
        ScalarRay phi = new ScalarRay(a -> -a + 10 * a * a - 5 * a * a * a, a -> -1 + 20 * a - 15 * a * a);
        Found found = (Found) new Armijo().search(phi, 1.2);
        assertThat(phi.values.get(0)).isCloseTo(0.125, within(1e-15));
        assertThat(found.trial().alpha()).isCloseTo((20 - Math.sqrt(340)) / 30, within(1e-14));
        assertThat(found.trials()).isEqualTo(3);
    }

    @Test
    void theStepShrinksWithinItsGuards() {
        ScalarRay steep = new ScalarRay(a -> a == 0 ? 0 : 1e6, a -> -1);
        new Armijo(1e-4, 3, 0).search(steep, 1);
        assertThat(steep.values.get(0)).isEqualTo(0.1);
        ScalarRay flat = new ScalarRay(a -> -1e-6 * a, a -> -1);
        new Armijo(1e-4, 3, 0).search(flat, 1);
        assertThat(flat.values.get(0)).isEqualTo(0.5);
    }

    @ParameterizedTest
    @CsvSource({"NaN", "Infinity", "-Infinity"})
    void contractsFromWhatIsNotFinite(double outside) {
        ScalarRay phi = new ScalarRay(a -> a < 1 ? -Math.log(1 - a) - 2 * a : outside, a -> 1 / (1 - a) - 2);
        Found found = (Found) new Armijo().search(phi, 20);
        assertThat(phi.values).containsExactly(0.1 * 20, 0.1 * (0.1 * 20));
        assertThat(found.trial().value()).isLessThan(0);
    }

    @Test
    void endsWithoutADecreaseAndSaysWhy() {
        NotFound notFound = (NotFound) new Armijo().search(new ScalarRay(a -> 1 + a, a -> -1), 1);
        assertThat(notFound.trials()).isLessThan(25); // 1 + a is 1, up to noise
        assertThat(notFound.why()).contains("only noise up to the step length").contains("phi(0) = 1.0");
        notFound = (NotFound) new Armijo(1e-4, 40, 0).search(new ScalarRay(a -> 1 + a, a -> -1), 1);
        assertThat(notFound.why()).contains("40 trials");
    }

    /** The values fall, by less than c₁ asks for; the lowest one comes back with its slope. */
    @Test
    void theBestTrialSurvivesAFailure() {
        ScalarRay phi = new ScalarRay(a -> a == 0 ? 0 : -1 / a, a -> -100);
        NotFound notFound = (NotFound) new Armijo(0.4, 2, 0).search(phi, 1);
        assertThat(phi.values).containsExactly(0.5); // φ = -2, 20 lower would do
        assertThat(notFound.best()).isEqualTo(new Trial(0.5, -2, -100, null));
        assertThat(notFound.trials()).isEqualTo(2);
        assertThat(phi.slopes).containsExactly(1.0, 0.5);
    }

    @Test
    void anOptimalPointIsNoError() {
        ScalarRay phi = new ScalarRay(a -> a == 0 ? 1 : 1 + 4e-16, a -> 1e-18 * (a - 1));
        assertThat(new Armijo().search(phi, 4)).isInstanceOf(Found.class);
        assertThat(new Armijo(1e-4, 40, 0).search(phi, 4)).isInstanceOf(NotFound.class);
    }
}
