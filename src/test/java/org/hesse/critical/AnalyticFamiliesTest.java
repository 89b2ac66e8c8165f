package org.hesse.critical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hesse.autodiff.Differentiable;
import org.hesse.autodiff.reverse.Var;
import org.hesse.objective.Kind;
import org.hesse.objective.Objective;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions whose critical points, values, spectra and indices are known in closed form, in several numbers of variables. */
class AnalyticFamiliesTest {
    private static Objective function(int n, Function<Var[], Var> f) {
        return Differentiable.of(n, f::apply);
    }

    private static Var sum(Var[] terms) {
        return Arrays.stream(terms).reduce(Var::add).orElseThrow();
    }

    private static double[] sorted(DoubleStream values) {
        return values.sorted().toArray();
    }

    private static void hasEigenvalues(CriticalPoint p, double[] expected) {
        assertThat(p.eigenvalues()).as(p::report).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(p.eigenvalues()[i])
                    .as(p::report)
                    .isCloseTo(expected[i], within(p.error().total()));
        }
    }

    /** λᵢ = 2ⁿ⁻¹⁻ⁱ: for n = 3 diag(4, 2, 1) with f = 1.25, 4.25, 5 and 5.25. */
    private static double lambda(int n, int i) {
        return Math.scalb(1.0, n - 1 - i);
    }

    /** ¼‖uuᵀ − M‖²: at √λᵢeᵢ the eigenvalues 2λᵢ and λᵢ − λⱼ. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8})
    void rankOneApproximation(int n) {
        Objective f = function(n, u -> {
            Var total = u[0].multiply(0);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    total = total.add(u[i].multiply(u[j])
                            .subtract(i == j ? lambda(n, i) : 0)
                            .square());
                }
            }
            return total.multiply(0.25);
        });
        double all = 0; // Σ λ²/4
        for (int i = 0; i < n; i++) {
            all += lambda(n, i) * lambda(n, i) / 4;
        }
        for (int k = 0; k < n; k++) {
            int i = k;
            double[] x = new double[n];
            x[i] = Math.sqrt(lambda(n, i));
            CriticalPoint p = CriticalPoint.of(f, x);
            assertThat(p.kind()).as(p::report).isEqualTo(i == 0 ? Kind.MINIMUM : Kind.SADDLE);
            assertThat(p.evidence()).isEqualTo(Evidence.CERTIFIED);
            assertThat(p.index()).isEqualTo(i);
            assertThat(p.value()).isCloseTo(all - lambda(n, i) * lambda(n, i) / 4, within(1e-12 * all));
            hasEigenvalues(
                    p,
                    sorted(IntStream.range(0, n)
                            .mapToDouble(j -> j == i ? 2 * lambda(n, i) : lambda(n, i) - lambda(n, j))));
        }
        CriticalPoint zero = CriticalPoint.of(f, new double[n]);
        assertThat(zero.kind()).isEqualTo(Kind.MAXIMUM);
        assertThat(zero.index()).isEqualTo(n);
        assertThat(zero.value()).isEqualTo(all);
    }

    /** ½‖uvᵀ − M‖², M = diag(n, …, 1), at √σᵢ(eᵢ, eᵢ): 2σᵢ, one zero, and σᵢ ± σⱼ. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void factorisationHasOneValley(int n) {
        Objective f = function(2 * n, w -> {
            Var total = w[0].multiply(0);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    total = total.add(
                            w[i].multiply(w[n + j]).subtract(i == j ? n - i : 0).square());
                }
            }
            return total.multiply(0.5);
        });
        for (int i = 0; i < n; i++) {
            double sigma = n - i;
            double[] x = new double[2 * n];
            x[i] = Math.sqrt(sigma);
            x[n + i] = x[i];
            double[] expected = new double[2 * n];
            expected[0] = 2 * sigma;
            int at = 2;
            for (int j = 0; j < n; j++) {
                if (j != i) {
                    expected[at++] = sigma + (n - j);
                    expected[at++] = sigma - (n - j);
                }
            }
            CriticalPoint p = CriticalPoint.of(f, x);
            hasEigenvalues(p, sorted(Arrays.stream(expected)));
            assertThat(p.kind()).as(p::report).isEqualTo(i == 0 ? Kind.DEGENERATE : Kind.SADDLE);
            assertThat(p.nullity()).isEqualTo(1);
            assertThat(p.flat()).isEqualTo(1);
            assertThat(p.index()).isEqualTo(i);
        }
    }

    /**
     * The linear autoencoder of rank 1, Σₖ λₖ|eₖ − abᵀeₖ|²: at a = b = eᵢ its value is tr Σ − λᵢ, its index the number of larger
     * eigenvalues, and a → ta, b → b/t a valley. Source: Baldi and Hornik (1989), Neural networks and principal component
     * analysis.
     */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void linearAutoencoder(int n) {
        Objective f = function(2 * n, w -> {
            Var total = w[0].multiply(0);
            for (int k = 0; k < n; k++) {
                for (int i = 0; i < n; i++) {
                    Var rest = w[i].multiply(w[n + k]).multiply(-1).add(i == k ? 1 : 0);
                    total = total.add(rest.square().multiply(lambda(n, k)));
                }
            }
            return total;
        });
        for (int i = 0; i < n; i++) {
            double[] x = new double[2 * n];
            x[i] = 1;
            x[n + i] = 1;
            CriticalPoint p = CriticalPoint.of(f, x);
            double trace = Math.scalb(1.0, n) - 1;
            assertThat(p.value()).isCloseTo(trace - lambda(n, i), within(1e-13));
            assertThat(p.kind()).as(p::report).isEqualTo(i == 0 ? Kind.DEGENERATE : Kind.SADDLE);
            assertThat(p.index()).as(p::report).isEqualTo(i); // as many as there are larger λ
            assertThat(p.nullity()).isEqualTo(1);
            assertThat(p.flat()).isEqualTo(1);
        }
    }

    /** ½(w₁⋯w_L − 1)²: at w = 1 the sharpness L and a valley of dimension L − 1; at 0 a strict saddle only for L = 2. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void deepLinearNet(int layers) {
        Objective f = function(
                layers,
                w -> Arrays.stream(w)
                        .reduce(Var::multiply)
                        .orElseThrow()
                        .subtract(1)
                        .square()
                        .multiply(0.5));
        CriticalPoint zero = CriticalPoint.of(f, new double[layers]);
        assertThat(zero.kind()).as(zero::report).isEqualTo(Kind.SADDLE);
        assertThat(zero.index()).isEqualTo(layers == 2 ? 1 : 0);
        assertThat(zero.nullity()).isEqualTo(layers == 2 ? 0 : layers);
        double[] one = new double[layers];
        Arrays.fill(one, 1);
        CriticalPoint p = CriticalPoint.of(f, one);
        assertThat(p.spectrum().norm()).isCloseTo(layers, within(p.error().total()));
        assertThat(p.kind()).isEqualTo(Kind.DEGENERATE);
        assertThat(p.flat()).isEqualTo(layers - 1);
    }

    /** ¾‖x‖⁴ − ½‖x‖² − x₁² + ¾: ±e₁ f = 0; 0 f = ¾; the sphere ‖x‖ = 1/√3 across e₁ f = ⅔, {2, −2, 0, …}. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 8})
    void phaseRetrieval(int n) {
        Objective f = function(n, x -> {
            Var square = sum(Arrays.stream(x).map(Var::square).toArray(Var[]::new));
            return square.square()
                    .multiply(0.75)
                    .subtract(square.multiply(0.5))
                    .subtract(x[0].square())
                    .add(0.75);
        });
        double[] x = new double[n];
        CriticalPoint top = CriticalPoint.of(f, x);
        assertThat(top.kind()).isEqualTo(Kind.MAXIMUM);
        assertThat(top.value()).isEqualTo(0.75);
        x[0] = 1;
        assertThat(CriticalPoint.of(f, x).kind()).isEqualTo(Kind.MINIMUM);
        assertThat(CriticalPoint.of(f, x).value()).isZero();
        x[0] = 0;
        x[n - 1] = 1 / Math.sqrt(3);
        CriticalPoint sphere = CriticalPoint.of(f, x);
        assertThat(sphere.kind()).as(sphere::report).isEqualTo(Kind.SADDLE);
        assertThat(sphere.value()).isCloseTo(2.0 / 3, within(1e-15));
        double[] expected = new double[n];
        expected[0] = -2;
        expected[n - 1] = 2;
        hasEigenvalues(sphere, expected);
        assertThat(sphere.index()).isEqualTo(1);
        assertThat(sphere.nullity()).isEqualTo(n - 2);
        assertThat(sphere.flat()).isEqualTo(n - 2);
    }

    /** The values of the specification. */
    @Test
    void valuesOfDiagonal421() {
        Objective f = function(3, u -> {
            Var square = sum(Arrays.stream(u).map(Var::square).toArray(Var[]::new));
            Var form = u[0].square().multiply(4).add(u[1].square().multiply(2)).add(u[2].square());
            return square.square().subtract(form.multiply(2)).add(21).multiply(0.25);
        });
        assertThat(f.value(new double[] {2, 0, 0})).isEqualTo(1.25);
        assertThat(f.value(new double[] {0, Math.sqrt(2), 0})).isCloseTo(4.25, within(1e-15));
        assertThat(f.value(new double[] {0, 0, 1})).isEqualTo(5);
        assertThat(f.value(new double[3])).isEqualTo(5.25);
    }
}
