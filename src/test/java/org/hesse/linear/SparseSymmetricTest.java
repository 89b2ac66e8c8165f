package org.hesse.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.hesse.objective.Seeds;
import org.junit.jupiter.api.Test;

class SparseSymmetricTest {
    @Test
    void tripletsOfEitherTriangleInAnyOrderAreAdded() {
        SparseSymmetric a = SparseSymmetric.of(
                3, new int[] {2, 0, 0, 1, 0}, new int[] {0, 2, 0, 1, 1}, new double[] {1, 2, 5, 7, 9});
        assertThat(a.dense()).isDeepEqualTo(new double[][] {{5, 9, 3}, {9, 7, 0}, {3, 0, 0}});
        assertThat(a.pattern().entries()).isEqualTo(5); // a₂₂ = 0 stands in it: the diagonal always does
        assertThat(a.get(0, 2)).isEqualTo(3);
        assertThat(a.get(1, 2)).isZero();
        assertThat(a.pattern()).isEqualTo(SymmetricPattern.of(3, new int[] {1, 0}, new int[] {0, 2}));
        assertThat(a.pattern()).isNotEqualTo(SymmetricPattern.of(3, new int[] {1, 1}, new int[] {0, 2}));
    }

    @Test
    void agreesWithTheDenseMatrix() {
        RandomGenerator random = Seeds.random(11);
        for (int n = 1; n < 20; n++) {
            SparseSymmetric a = Sparse.matrix(Sparse.random(n, 2 * n, random), 0, random);
            double[][] dense = a.dense();
            double[] v = random.doubles(n, -1, 1).toArray();
            double[] av = random.doubles(n).toArray();
            a.times(v, av);
            assertThat(av).containsExactly(CholeskyTest.times(dense, v), within(1e-14 * n));
            double[] lambda = Spectrum.valuesOf(dense);
            double[] bounds = a.gershgorin();
            assertThat(lambda[0]).isGreaterThanOrEqualTo(bounds[0] - 1e-12);
            assertThat(lambda[n - 1]).isLessThanOrEqualTo(bounds[1] + 1e-12);
            assertThat(a.norm()).isGreaterThanOrEqualTo(Math.max(-lambda[0], lambda[n - 1]) - 1e-12);
        }
        SparseSymmetric a = SparseSymmetric.of(2, new int[] {0, 1}, new int[] {0, 0}, new double[] {3, -4});
        assertThat(a.gershgorin()).containsExactly(-4, 7);
        assertThat(a.norm()).isEqualTo(7);
    }

    @Test
    void adjacencyIsTheWholeGraphInOrder() {
        Adjacency graph = SymmetricPattern.of(4, new int[] {3, 0, 2, 1}, new int[] {1, 3, 3, 1})
                .adjacency();
        assertThat(graph.starts()).containsExactly(0, 1, 2, 3, 6);
        assertThat(graph.neighbours()).containsExactly(3, 3, 3, 0, 1, 2);
    }

    @Test
    void misuseIsNamed() {
        assertThatThrownBy(() -> SymmetricPattern.of(2, new int[] {0, 2}, new int[] {0, 1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("entry 1 at (2, 1)");
        assertThatThrownBy(() -> SymmetricPattern.of(2, new int[1], new int[2]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SparseSymmetric(Sparse.path(3), new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected 5");
        assertThatThrownBy(() -> Sparse.laplacian(2).times(new double[3], new double[4]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected 4");
    }
}
