package org.hesse.method.quasinewton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hesse.objective.Evaluation;
import org.junit.jupiter.api.Test;

/** In a subspace the recursion is the plain one on the parts of the vectors in it. */
class FreeTwoLoopTest {
    private static final double[][] X = {{0, 0, 0, 0}, {1, 2, -1, 3}, {1.5, 1, 0, 2}, {2, 3, 1, -1}};
    private static final double[][] A = {{2, 1, 0, 0.5}, {1, 3, 1, 0}, {0, 1, 4, -1}, {0.5, 0, -1, 9}};

    /** The pairs of ½xᵀAx over some of the variables, as if the gradients of all of them were cut. */
    private static LimitedMemory pairs(int... variables) {
        LimitedMemory pairs = LimitedMemory.empty(2, variables.length);
        for (int k = 0; k + 1 < X.length; k++) {
            Evaluation from = at(X[k], variables);
            Evaluation to = at(X[k + 1], variables);
            pairs = pairs.with(CurvaturePair.of(from, to), from, to);
        }
        return pairs;
    }

    private static Evaluation at(double[] x, int... variables) {
        double[] part = new double[variables.length];
        double[] g = new double[variables.length];
        for (int k = 0; k < part.length; k++) {
            part[k] = x[variables[k]];
            for (int j = 0; j < x.length; j++) {
                g[k] += A[variables[k]][j] * x[j];
            }
        }
        return new Evaluation(part, 0, g, 0);
    }

    private static double[] plain(double[] g, int... variables) {
        double[] d = new double[g.length];
        pairs(variables).twoLoop(g, d);
        return d;
    }

    @Test
    void withAllVariablesItIsThePlainOne() {
        double[] g = {3, -1, 2, 5};
        boolean[] all = {true, true, true, true};
        assertThat(FreeTwoLoop.direction(pairs(0, 1, 2, 3), g, all))
                .containsExactly(plain(g, 0, 1, 2, 3), within(1e-13));
    }

    @Test
    void theOtherVariablesAreAsIfTheyWereNot() {
        boolean[] free = {true, false, true, true};
        double[] d = FreeTwoLoop.direction(pairs(0, 1, 2, 3), new double[] {3, 0, 2, 5}, free);
        double[] expected = plain(new double[] {3, 2, 5}, 0, 2, 3);
        assertThat(d).containsExactly(new double[] {expected[0], 0, expected[1], expected[2]}, within(1e-13));
    }
}
