package org.hesse.method.quasinewton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.hesse.linear.Vectors;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Seeds;
import org.junit.jupiter.api.Test;

class LimitedMemoryTest {
    private static final int N = 5;

    /** (I − ρsyᵀ)H(I − ρysᵀ) + ρssᵀ, multiplied out. */
    private static double[][] bfgs(double[][] h, double[] s, double[] y) {
        double rho = 1 / Vectors.dot(s, y);
        double[][] next = new double[N][N];
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                double sum = rho * s[i] * s[j];
                for (int k = 0; k < N; k++) {
                    for (int l = 0; l < N; l++) {
                        double left = (i == k ? 1 : 0) - rho * s[i] * y[k];
                        double right = (l == j ? 1 : 0) - rho * y[l] * s[j];
                        sum += left * h[k][l] * right;
                    }
                }
                next[i][j] = sum;
            }
        }
        return next;
    }

    private static double[] random(long seed, int n) {
        return Seeds.random(seed).doubles(n, -1, 1).toArray();
    }

    private static LimitedMemory with(LimitedMemory memory, double[] s, double[] y) {
        double[] zero = new double[s.length];
        Evaluation from = new Evaluation(zero, 0, zero, 0);
        Evaluation to = new Evaluation(s, 0, y, 0);
        return memory.with(CurvaturePair.of(from, to), from, to);
    }

    @Test
    void theTwoLoopsAreTheDenseProductWithTheNewestPairs() {
        int m = 3;
        LimitedMemory memory = LimitedMemory.empty(m, N);
        List<double[][]> pairs = new ArrayList<>();
        double[] g = random(99, N);
        double[] before = g.clone();
        for (int k = 0; k < 8; k++) {
            double[] s = random(k, N);
            double[] y = Vectors.plus(s, 0.5, random(100 + k, N));
            if (Vectors.dot(s, y) <= 0) {
                continue;
            }
            memory = with(memory, s, y);
            pairs.add(new double[][] {s, y});
            List<double[][]> kept = pairs.subList(Math.max(0, pairs.size() - m), pairs.size());
            double[][] h = new double[N][N];
            for (int i = 0; i < N; i++) {
                h[i][i] = Vectors.dot(s, y) / Vectors.dot(y, y);
            }
            for (double[][] pair : kept) {
                h = bfgs(h, pair[0], pair[1]);
            }
            double[] d = new double[N];
            memory.twoLoop(g, d);
            for (int i = 0; i < N; i++) {
                assertThat(d[i]).isCloseTo(-Vectors.dot(h[i], g), within(1e-13));
            }
        }
        assertThat(pairs).hasSizeGreaterThan(5); // the ring went round
        assertThat(g).isEqualTo(before);
    }

    @Test
    void theSecantEquationHoldsForTheNewestPair() {
        LimitedMemory memory = LimitedMemory.empty(2, N);
        for (int k = 0; k < 4; k++) {
            double[] s = random(k, N);
            double[] y = Vectors.plus(s, 0.1, random(50 + k, N));
            memory = with(memory, s, y);
            double[] d = new double[N];
            memory.twoLoop(y, d);
            for (int i = 0; i < N; i++) {
                assertThat(d[i]).isCloseTo(-s[i], within(1e-14));
            }
        }
    }

    @Test
    void aPairIsJudgedByItsCosineWhateverItsScale() {
        double[] zero = new double[2];
        for (double scale : new double[] {1e-150, 1, 1e120}) {
            for (double cosine : new double[] {1e-6, 1e-13, 1e-15, 0, -1e-6}) {
                Evaluation from = new Evaluation(zero, 0, zero, 3);
                double[] y = {cosine / scale, 1 / scale};
                CurvaturePair pair = CurvaturePair.of(from, new Evaluation(new double[] {scale, 0}, 0, y, 4));
                assertThat(pair.isUsed()).isEqualTo(cosine > 1e-14);
                assertThat(pair.cosine()).isCloseTo(cosine, within(1e-15));
                assertThat(pair.batchOfX()).isEqualTo(3);
                assertThat(pair.batchOfNext()).isEqualTo(4);
            }
        }
        double[] nan = {Double.NaN, 1};
        assertThat(CurvaturePair.of(new Evaluation(zero, 0, zero, 0), new Evaluation(new double[] {1, 1}, 0, nan, 0))
                        .isUsed())
                .isFalse();
    }

    @Test
    void withoutPairsItIsSteepestDescent() {
        LimitedMemory memory =
                with(LimitedMemory.empty(2, N), random(1, N), random(1, N)).cleared();
        double[] g = random(7, N);
        double[] d = new double[N];
        memory.twoLoop(g, d);
        Vectors.scale(-1, d);
        assertThat(d).isEqualTo(g);
    }

    @Test
    void theRecursionAllocatesNothing() {
        int n = 10_000;
        LimitedMemory memory = LimitedMemory.empty(5, n);
        for (int k = 0; k < 6; k++) {
            memory = with(memory, random(k, n), random(k, n));
        }
        double[] g = random(9, n);
        double[] d = new double[n];
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        memory.twoLoop(g, d);
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int k = 0; k < 20; k++) {
            memory.twoLoop(g, d);
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(8L * n); // not one vector in 20 calls
    }
}
