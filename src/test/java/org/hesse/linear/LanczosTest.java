package org.hesse.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.hesse.objective.Seeds;
import org.junit.jupiter.api.Test;

class LanczosTest {
    /** The second difference: λₖ = 2 − 2cos(kπ/(n+1)). */
    private static void laplacian(double[] v, double[] av) {
        for (int i = 0; i < v.length; i++) {
            av[i] = 2 * v[i] - (i > 0 ? v[i - 1] : 0) - (i + 1 < v.length ? v[i + 1] : 0);
        }
    }

    @Test
    void findsBothEndsOfAKnownSpectrum() {
        int n = 150;
        double[] start = Seeds.random(1).doubles(n, -1, 1).toArray();
        Lanczos.Ends ends = new Lanczos(1e-10, n).of(LanczosTest::laplacian, start);
        int last = ends.values().length - 1;
        assertThat(ends.values()[0]).isCloseTo(2 - 2 * Math.cos(Math.PI / (n + 1)), within(1e-12));
        assertThat(ends.values()[last]).isCloseTo(2 + 2 * Math.cos(Math.PI / (n + 1)), within(1e-12));
        for (double[] v : new double[][] {ends.lowest(), ends.highest()}) {
            double[] av = new double[n];
            laplacian(v, av);
            double theta = v == ends.lowest() ? ends.values()[0] : ends.values()[last];
            Vectors.axpy(-theta, v, av);
            assertThat(Vectors.norm(av)).isLessThan(1e-9);
            assertThat(Vectors.norm(v)).isCloseTo(1, within(1e-14));
        }
    }

    @Test
    void stopsWhereTheSpaceIsExhaustedAndCountsItsProducts() {
        double[] start = Seeds.random(2).doubles(300, -1, 1).toArray();
        int[] products = new int[1];
        Lanczos.Ends ends = new Lanczos(0, 100)
                .of(
                        (v, av) -> {
                            products[0]++;
                            for (int i = 0; i < v.length; i++) {
                                av[i] = v[i] * (i % 3 - 1); // three eigenvalues
                            }
                        },
                        start);
        assertThat(ends.values()[0]).isCloseTo(-1, within(1e-14));
        assertThat(ends.products()).isEqualTo(products[0]).isLessThan(8);
        assertThat(ends.lowestResidual()).isLessThan(1e-12);
    }

    @Test
    void residualsAreHonestAtTheLimit() {
        double[] start = Seeds.random(3).doubles(400, -1, 1).toArray();
        Lanczos.Ends ends = new Lanczos(1e-12, 10).of(LanczosTest::laplacian, start);
        double[] av = new double[400];
        laplacian(ends.lowest(), av);
        Vectors.axpy(-ends.values()[0], ends.lowest(), av);
        assertThat(Vectors.norm(av))
                .isCloseTo(ends.lowestResidual(), within(1e-12))
                .isGreaterThan(1e-4);
    }

    @Test
    void troubleIsAValueAndMisuseIsNot() {
        assertThat(new Lanczos(1e-6, 9)
                        .of((v, av) -> av[0] = Double.NaN, new double[] {1, 1})
                        .values())
                .isEmpty();
        assertThatThrownBy(() -> new Lanczos(1e-6, 9).of(LanczosTest::laplacian, new double[3]))
                .hasMessageContaining("start of norm 0.0");
        assertThatThrownBy(() -> new Lanczos(-1, 9)).hasMessageContaining("tolerance -1.0");
    }
}
