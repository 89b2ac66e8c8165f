package org.hesse.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.hesse.linear.Vectors;
import org.hesse.objective.Hessian;
import org.hesse.search.Subproblem.Solution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the solution in a basis of known eigenvectors, where the secular equation is a sum and λ found by bisection. */
class MoreSorensenTest {
    /** A problem made from its eigenvalues and the components of g along the eigenvectors: the columns of a random rotation. */
    private record Made(double[] values, double[] components, double[][] h, double[] g) {
        static Made of(double[] values, double[] components, long seed) {
            int n = values.length;
            Random random = new Random(seed);
            double[][] q = new double[n][n];
            for (int i = 0; i < n; i++) {
                do {
                    for (int j = 0; j < n; j++) {
                        q[i][j] = random.nextGaussian();
                    }
                    for (int again = 0; again < 2; again++) {
                        for (int k = 0; k < i; k++) {
                            Vectors.axpy(-Vectors.dot(q[k], q[i]), q[k], q[i]);
                        }
                    }
                } while (Vectors.norm(q[i]) < 0.1);
                Vectors.scale(1 / Vectors.norm(q[i]), q[i]);
            }
            double[][] h = new double[n][n];
            double[] g = new double[n];
            for (int k = 0; k < n; k++) {
                Vectors.axpy(components[k], q[k], g);
                for (int i = 0; i < n; i++) {
                    Vectors.axpy(values[k] * q[k][i], q[k], h[i]);
                }
            }
            return new Made(values, components, h, g);
        }

        Hessian hessian() {
            return new Hessian() {
                @Override
                public int dimension() {
                    return g.length;
                }

                @Override
                public void times(double[] v, double[] hv) {
                    for (int i = 0; i < hv.length; i++) {
                        hv[i] = Vectors.dot(h[i], v);
                    }
                }
            };
        }

        double length(double lambda) {
            double sum = 0;
            for (int k = 0; k < values.length; k++) {
                double c = components[k] == 0 ? 0 : components[k] / (values[k] + lambda);
                sum += c * c;
            }
            return Math.sqrt(sum);
        }

        /** λ for ‖p‖ = Δ, or with the cubic term for ‖p‖ = λ/σ. */
        double lambda(double radius, double sigma) {
            double least = Math.max(0, -Arrays.stream(values).min().orElseThrow());
            double low = least;
            double high = least + 1;
            while (length(high) > (sigma > 0 ? high / sigma : radius)) {
                high = least + 2 * (high - least);
            }
            for (int i = 0; i < 300; i++) {
                double middle = low + (high - low) / 2;
                if (length(middle) > (sigma > 0 ? middle / sigma : radius)) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return high;
        }

        /** The least of the quadratic model at ‖p‖ = length, or inside if λ = 0: half of Σ −c²/(v + λ), and −½λ‖p‖². */
        double least(double lambda, double length) {
            double sum = -lambda * length * length / 2;
            for (int k = 0; k < values.length; k++) {
                double shifted = values[k] + lambda;
                sum -= components[k] == 0 || shifted == 0 ? 0 : components[k] * components[k] / shifted / 2;
            }
            return sum;
        }

        double model(double[] p) {
            double[] hp = new double[p.length];
            hessian().times(p, hp);
            return Vectors.dot(g, p) + Vectors.dot(p, hp) / 2;
        }
    }

    private static void check(Made made, double radius) {
        double lambda = made.lambda(radius, 0);
        double least = made.least(lambda, radius);
        Solution s = new MoreSorensen().solve(made.hessian(), made.g, radius);
        double rounding = 2e-5 * Arrays.stream(made.values).map(Math::abs).max().orElseThrow() * radius * radius;
        double scale = Math.max(Math.abs(least), Math.max(Vectors.norm(made.g) * radius * 1e-6, rounding));
        assertThat(s.change()).isCloseTo(least, within(2e-10 * scale));
        assertThat(made.model(s.step())).isCloseTo(least, within(2e-10 * scale));
        assertThat(Vectors.norm(s.step())).isLessThanOrEqualTo(radius * (1 + 2e-10));
        double norm = Arrays.stream(made.values).map(Math::abs).max().orElseThrow() + lambda;
        assertThat(s.multiplier()).isCloseTo(lambda, within(1e-8 * norm));
        if (lambda > 1e-8 * norm) {
            assertThat(s.atBoundary()).isTrue();
            assertThat(Vectors.norm(s.step())).isCloseTo(radius, within(2e-10 * radius));
        }
        Solution half = new MoreSorensen().solve(failing(), made.g, radius / 2, s.kept());
        double lambdaHalf = made.lambda(radius / 2, 0);
        assertThat(half.change()).isCloseTo(made.least(lambdaHalf, radius / 2), within(2e-10 * scale));
    }

    /** What is kept suffices. */
    private static Hessian failing() {
        return new Hessian() {
            @Override
            public int dimension() {
                throw new AssertionError("asked");
            }

            @Override
            public void times(double[] v, double[] hv) {
                throw new AssertionError("asked");
            }
        };
    }

    private static double[] random(int n, long seed) {
        return new Random(seed).doubles(n, -1, 1).toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 30, 61})
    void easyCases(int n) {
        for (double radius : new double[] {1e-3, 0.5, 20, 1e4}) {
            double[] values = random(n, 3 * n);
            check(Made.of(values, random(n, 5 * n), n), radius);
            double[] positive = Arrays.stream(values).map(v -> 1.5 + v).toArray();
            check(Made.of(positive, random(n, 7 * n), n), radius);
        }
    }

    /** The gradient has nothing along the lowest eigenspace of one, two and five dimensions, or nearly nothing. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-16, 1e-13, 1e-10, 1e-7, 1e-4, 1e-2})
    void hardAndNearlyHardCases(double near) {
        for (int n : new int[] {2, 6, 25}) {
            for (int multiple : new int[] {1, 2, 5}) {
                for (double lowest : new double[] {-2, -1e-3, -50}) {
                    double[] values =
                            Arrays.stream(random(n, n)).map(v -> 3 * v).toArray();
                    double[] components = random(n, 11 * n);
                    double floor = Math.min(lowest, Arrays.stream(values).min().orElseThrow() - 0.5);
                    for (int k = 0; k < Math.min(multiple, n - 1); k++) {
                        values[k] = floor;
                        components[k] *= near;
                    }
                    Made made = Made.of(values, components, multiple);
                    for (double radius : new double[] {1, 10, 1e3}) {
                        check(made, radius);
                    }
                }
            }
        }
    }

    @Test
    void nothingButNegativeCurvature() {
        double[] values = {-3, -3, -1, 0, 2, 8};
        check(Made.of(values, new double[6], 1), 0.7);
        Solution s = new MoreSorensen().solve(Made.of(values, new double[6], 1).hessian(), new double[6], 2);
        assertThat(s.change()).isCloseTo(-6, within(1e-9));
        Solution rest = new MoreSorensen()
                .solve(Made.of(new double[] {1, 2}, new double[2], 1).hessian(), new double[2], 2);
        assertThat(Vectors.norm(rest.step())).isZero();
        assertThat(rest.change()).isZero();
    }

    /** H singular and semidefinite, g in its range: the step is inside, of least norm. */
    @Test
    void singularHessians() {
        for (double size : new double[] {1, 1e-7}) { // the second is far inside, and nothing but rounding beside ‖H‖Δ
            Made made = Made.of(new double[] {0, 0, 1, 4}, new double[] {0, 0, size, -2 * size}, 4);
            Solution s = new MoreSorensen().solve(made.hessian(), made.g, 100);
            assertThat(s.change()).isCloseTo(-size * size, within(1e-9 * size * size));
            assertThat(Vectors.norm(s.step())).isCloseTo(Math.sqrt(1.25) * size, within(5e-2 * size));
            assertThat(s.atBoundary()).isFalse();
        }
        Made flat = Made.of(new double[4], new double[] {1, 2, 3, 4}, 4);
        assertThat(new MoreSorensen().solve(flat.hessian(), flat.g, 3).change())
                .isCloseTo(-3 * Vectors.norm(flat.g), within(1e-8));
    }

    @Test
    void badlyScaled() {
        double[] values = {-1e-4, 1e-2, 1, 1e4, 1e9};
        for (double radius : new double[] {1e-6, 1, 1e6}) {
            check(Made.of(values, new double[] {1e-3, 1, 10, 1e3, 1e6}, 9), radius);
        }
        double[][] h = {{1e12, 0}, {0, 1e-8}};
        double[] g = {1, 1e-6}; // a step of 1e-12 and 100
        Hessian diagonal = new Made(null, null, h, g).hessian();
        Solution s = new MoreSorensen().solve(diagonal, g, 1e3);
        assertThat(s.atBoundary()).isFalse();
        assertThat(s.step()[0]).isCloseTo(-1e-12, within(1e-26));
        assertThat(s.step()[1]).isCloseTo(-100, within(1e-10));
    }

    @Test
    void cubicModel() {
        for (double near : new double[] {0, 1e-12, 1e-6, 1}) {
            for (double sigma : new double[] {1e-3, 1, 1e3}) {
                double[] components = random(7, 3);
                components[0] *= near;
                components[1] *= near;
                Made made = Made.of(new double[] {-2, -2, -1, 0, 1, 5, 30}, components, 5);
                double lambda = made.lambda(0, sigma);
                double length = lambda / sigma;
                double least = made.least(lambda, length) + sigma * Math.pow(length, 3) / 3;
                Solution s = new CubicModel().solve(made.hessian(), made.g, sigma, null);
                double found = s.change() + sigma * Math.pow(Vectors.norm(s.step()), 3) / 3;
                assertThat(found).isCloseTo(least, within(1e-10 * Math.abs(least)));
                assertThat(s.multiplier()).isCloseTo(lambda, within(1e-8 * (30 + lambda)));
            }
        }
        Made positive = Made.of(new double[] {1, 2, 3}, new double[] {1, 1, 1}, 5);
        Solution s = new CubicModel().solve(positive.hessian(), positive.g, 0.5, null);
        assertThat(Vectors.norm(s.step())).isCloseTo(positive.lambda(0, 0.5) / 0.5, within(1e-8));
    }

    @Test
    void trouble() {
        Made bad = new Made(null, null, new double[][] {{1, 0}, {0, Double.NaN}}, new double[] {1, 1});
        assertThat(new MoreSorensen().solve(bad.hessian(), bad.g, 1).change()).isNaN();
        assertThatThrownBy(() -> new MoreSorensen(2)).hasMessageContaining("tolerance = 2.0");
        assertThatThrownBy(() -> new CubicModel(0)).hasMessageContaining("tolerance = 0.0");
        assertThatThrownBy(() -> new MoreSorensen().solve(bad.hessian(), bad.g, 0))
                .hasMessageContaining("radius = 0.0");
        assertThatThrownBy(() -> new CubicModel().solve(bad.hessian(), bad.g, -1, null))
                .hasMessageContaining("sigma = -1.0");
    }
}
