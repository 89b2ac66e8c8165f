package org.hesse.autodiff.reverse;

import static org.assertj.core.api.Assertions.assertThat;

import org.hesse.autodiff.graph.Function;
import org.hesse.autodiff.graph.Operation;
import org.junit.jupiter.api.Test;

class SparsityTest {
    /** Σ (x_i − c)² plus the product of x_0 and x_j, for j > 0. */
    private static HandGraph graph(double c, int j, Function last) {
        HandGraph g = new HandGraph(20);
        int centre = g.constant(c);
        int sum = 0;
        for (int i = 0; i < 20; i++) {
            sum = g.put(Operation.ADD, sum, g.put(Function.SQUARE, g.put(Operation.SUBTRACT, i, centre)));
        }
        g.put(last, j == 0 ? sum : g.put(Operation.ADD, sum, g.put(Operation.MULTIPLY, 0, j)));
        return g;
    }

    @Test
    void isFoundOnceForTheSameSlotsAndAnewForOthers() {
        Sparsity sparsity = new Sparsity();
        var first = sparsity.of(graph(1, 3, Function.NEGATE));
        assertThat(first.orElseThrow().colours()).isEqualTo(2);
        assertThat(sparsity.of(graph(2, 3, Function.NEGATE))).isSameAs(first); // a constant is of no influence
        assertThat(sparsity.of(graph(1, 4, Function.NEGATE))
                        .orElseThrow()
                        .pattern()
                        .position(4, 0))
                .isNotNegative();
        assertThat(sparsity.of(graph(1, 0, Function.NEGATE)).orElseThrow().colours())
                .isEqualTo(1);
        assertThat(sparsity.of(graph(1, 0, Function.EXP))).isEmpty(); // dense
        assertThat(sparsity.of(graph(1, 3, Function.NEGATE)).orElseThrow().colours())
                .isEqualTo(2);
    }
}
