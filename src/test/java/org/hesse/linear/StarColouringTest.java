package org.hesse.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.random.RandomGenerator;
import org.hesse.objective.Seeds;
import org.junit.jupiter.api.Test;

class StarColouringTest {
    /** Neighbours differ, and no path of four vertices has two colours: tried on all paths. */
    private static void check(StarColouring colouring) {
        Adjacency graph = colouring.pattern().adjacency();
        int[] starts = graph.starts();
        int[] to = graph.neighbours();
        for (int a = 0; a < graph.vertices(); a++) {
            for (int p = starts[a]; p < starts[a + 1]; p++) {
                int b = to[p];
                assertThat(colouring.colour(a)).isNotEqualTo(colouring.colour(b));
                for (int q = starts[b]; q < starts[b + 1]; q++) {
                    int c = to[q];
                    for (int r = starts[c]; c != a && r < starts[c + 1]; r++) {
                        int d = to[r];
                        boolean two = colouring.colour(a) == colouring.colour(c)
                                && colouring.colour(b) == colouring.colour(d);
                        assertThat(d != b && d != a && two)
                                .as("path %d %d %d %d", a, b, c, d)
                                .isFalse();
                    }
                }
            }
        }
    }

    @Test
    void everyPathOfFourHasThreeColoursAndEveryEntryIsRecovered() {
        RandomGenerator random = Seeds.random(51);
        for (int trial = 0; trial < 1000; trial++) {
            int n = 1 + random.nextInt(30);
            SymmetricPattern pattern = Sparse.random(n, random.nextInt(3 * n), random);
            StarColouring colouring = StarColouring.of(pattern);
            check(colouring);
            SparseSymmetric a = Sparse.matrix(pattern, 0, random);
            int[] products = {0};
            SparseSymmetric recovered = colouring.recover((v, av) -> {
                products[0]++;
                a.times(v, av);
            });
            assertThat(recovered.dense()).isDeepEqualTo(a.dense());
            assertThat(products[0]).isEqualTo(colouring.colours()).isLessThanOrEqualTo(n);
        }
    }

    @Test
    void knownStarChromaticNumbers() {
        assertThat(StarColouring.of(Sparse.path(1)).colours()).isEqualTo(1);
        assertThat(StarColouring.of(Sparse.path(3)).colours()).isEqualTo(2);
        assertThat(StarColouring.of(Sparse.path(50)).colours()).isEqualTo(3);
        assertThat(StarColouring.of(Sparse.cycle(5)).colours()).isEqualTo(4);
        assertThat(StarColouring.of(Sparse.complete(9)).colours()).isEqualTo(9);
        for (int centre : new int[] {0, 500, 999}) {
            assertThat(StarColouring.of(Sparse.star(1000, centre)).colours()).isEqualTo(2);
        }
        assertThat(StarColouring.of(Sparse.laplacian(20).pattern()).colours()).isLessThanOrEqualTo(6);
        check(StarColouring.of(Sparse.laplacian(20).pattern()));
    }

    @Test
    void denseRowsTakeLinearTime() { // two hubs that share all others: a path v - hub - w - hub for each pair v, w
        int n = 100_000;
        int[] i = new int[2 * n];
        int[] j = new int[2 * n];
        for (int k = 0; k < n; k++) {
            i[k] = k;
            j[k] = 0;
            i[n + k] = k;
            j[n + k] = n - 1;
        }
        assertThat(StarColouring.of(SymmetricPattern.of(n, i, j)).colours()).isEqualTo(3);
    }

    @Test
    void isNotWorthWhileForDenseMatrices() {
        assertThat(StarColouring.ifSparse(Sparse.path(11))).isEmpty(); // 31 of 121 entries
        assertThat(StarColouring.ifSparse(Sparse.path(12))).isPresent(); // 34 of 144
        assertThat(StarColouring.ifSparse(Sparse.star(100, 3))).isPresent();
        int[] none = new int[0];
        assertThat(StarColouring.ifSparse(SymmetricPattern.of(4, none, none))
                        .orElseThrow()
                        .colours())
                .isEqualTo(1);
        assertThat(StarColouring.ifSparse(SymmetricPattern.of(0, none, none))
                        .orElseThrow()
                        .colours())
                .isZero();
    }

    @Test
    void givesUpBeyondTheLimit() {
        assertThat(StarColouring.of(Sparse.complete(9), 8)).isEmpty();
        assertThat(StarColouring.of(Sparse.cycle(5), 3)).isEmpty();
        assertThat(StarColouring.of(Sparse.path(9), 3)).isPresent();
        assertThatThrownBy(() -> StarColouring.of(Sparse.path(9), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("limit 0");
    }
}
