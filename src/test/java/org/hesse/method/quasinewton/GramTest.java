package org.hesse.method.quasinewton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import org.hesse.linear.Parallel;
import org.hesse.linear.Vectors;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Seeds;
import org.junit.jupiter.api.Test;

/** The recursion on inner products against the recursion on the vectors, over some walk through the variables. */
class GramTest {
    private static final int M = 10;
    private static final int N = 30_001; // large enough for inner products, and no multiple of a block

    private static final Parallel ONE = Parallel.of(1);

    /** The gradient of Σ kxₖ²/2 + xₖ⁴/4, k from 1 to 100 again and again. */
    private static double[] gradient(double[] x) {
        double[] g = new double[x.length];
        Arrays.setAll(g, i -> (1 + i % 100) * x[i] + x[i] * x[i] * x[i]);
        return g;
    }

    private static double[] random(long seed) {
        return Seeds.random(seed).doubles(N, -1, 1).toArray();
    }

    private static double difference(double[] a, double[] b) {
        return Vectors.norm(Vectors.minus(a, b)) / Vectors.norm(b);
    }

    @Test
    void itIsTheRecursionOnTheVectors() {
        LimitedMemory memory = LimitedMemory.empty(M, N);
        LimitedMemory threaded = LimitedMemory.empty(M, N);
        double[] x = random(1);
        double[] d = new double[N];
        double[] expected = new double[N];
        for (int k = 0; k < 25; k++) {
            double[] g = gradient(x);
            boolean moved = k % 7 == 6; // as another batch does: the pair does not end where the next step begins
            if (moved) {
                g = gradient(Vectors.plus(x, 0.1, random(100 + k)));
            }
            memory = memory.at(g, !moved, ONE);
            assertThat(memory.gram()).isNotNull();
            assertThat(memory.size()).isEqualTo(Math.min(k, M));
            if (k > 0) {
                assertThat(memory.gram().direction(memory, g, d, ONE))
                        .isCloseTo(Vectors.dot(g, d), withinPercentage(1e-10));
                memory.twoLoop(g, expected);
                assertThat(difference(d, expected)).isLessThan(1e-12);
            } else {
                memory.direction(g, d, ONE);
            }
            double[] again = new double[N];
            threaded = threaded.at(g, !moved, Parallel.of(3));
            threaded.direction(g, again, Parallel.of(2));
            assertThat(again).isEqualTo(d);

            double[] next = Vectors.plus(x, k == 0 ? 1e-2 : 0.9, d);
            Evaluation from = new Evaluation(x, 0, g, 0);
            Evaluation to = new Evaluation(next, 0, gradient(next), 0);
            memory = memory.with(CurvaturePair.of(from, to), from, to);
            threaded = threaded.with(CurvaturePair.of(from, to), from, to);
            x = next;
        }
    }

    /** Products that are wrong in the ninth digit make a direction that does not fit the newest pair. */
    @Test
    void whereRoundingHasSpoiltItTheVectorsAreUsed() {
        LimitedMemory memory = LimitedMemory.empty(M, N);
        double[] x = random(4);
        for (int k = 0; k < 5; k++) {
            memory = memory.at(gradient(x), true, ONE);
            double[] next = Vectors.plus(x, 1, random(10 + k));
            Evaluation from = new Evaluation(x, 0, gradient(x), 0);
            Evaluation to = new Evaluation(next, 0, gradient(next), 0);
            memory = memory.with(CurvaturePair.of(from, to), from, to);
            x = next;
        }
        double[] g = gradient(x);
        memory = memory.at(g, true, ONE);
        double[] d = new double[N];
        double[] expected = new double[N];
        assertThat(memory.gram().direction(memory, g, d, ONE)).isCloseTo(Vectors.dot(g, d), withinPercentage(1e-10));
        memory.gram().yy()[memory.newest()][memory.row(1)] *= 1 + 1e-6;
        assertThat(memory.gram().direction(memory, g, d, ONE)).isNaN();
        memory.direction(g, d, ONE);
        memory.twoLoop(g, expected);
        assertThat(d).isEqualTo(expected);
    }

    /** Differences of products with gradients a hundred million times as long as y would leave half the digits of its products. */
    @Test
    void shortStepsAreRightToRoundingToo() {
        LimitedMemory memory = LimitedMemory.empty(M, N);
        double[] x = random(6);
        double[] expected = new double[N];
        double[] d = new double[N];
        for (int k = 0; k < 6; k++) {
            double[] g = gradient(x);
            memory = memory.at(g, true, ONE);
            double[] next = Vectors.plus(x, 1e-8, random(20 + k));
            Evaluation from = new Evaluation(x, 0, g, 0);
            Evaluation to = new Evaluation(next, 0, gradient(next), 0);
            memory = memory.with(CurvaturePair.of(from, to), from, to);
            x = next;
        }
        memory = memory.at(gradient(x), true, ONE);
        assertThat(memory.gram().direction(memory, gradient(x), d, ONE)).isFinite();
        memory.twoLoop(gradient(x), expected);
        assertThat(difference(d, expected)).isLessThan(1e-12);
    }

    /** A step that was cut short is taken again with the same memory. */
    @Test
    void askedTwiceItAnswersTheSame() {
        LimitedMemory memory = LimitedMemory.empty(M, N);
        double[] x = random(5);
        for (int k = 0; k < 3; k++) {
            double[] g = gradient(x);
            LimitedMemory cut = memory.at(g, true, ONE);
            memory = memory.at(g, true, ONE);
            double[] d = new double[N];
            double[] again = new double[N];
            cut.direction(g, d, ONE);
            memory.direction(g, again, ONE);
            assertThat(again).isEqualTo(d);
            double[] next = Vectors.plus(x, k == 0 ? 1e-2 : 1, d);
            Evaluation from = new Evaluation(x, 0, g, 0);
            Evaluation to = new Evaluation(next, 0, gradient(next), 0);
            memory = memory.with(CurvaturePair.of(from, to), from, to);
            x = next;
        }
    }
}
