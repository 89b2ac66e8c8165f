package org.hesse.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import org.hesse.method.quasinewton.Lbfgs;
import org.hesse.objective.Objective;
import org.hesse.objective.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs on vectors so long that L-BFGS works on inner products: threads, budgets that cut a step, and files change no bit. */
class LongVectorsTest {
    private static final int N = 30_000;

    /** Σ kxₖ²/2 + xₖ⁴/4, k from 1 to 100 again and again. */
    private record Quartic() implements Objective {
        @Override
        public int dimension() {
            return N;
        }

        @Override
        public double value(double[] x) {
            return valueAndGradient(x, new double[N]);
        }

        @Override
        public double valueAndGradient(double[] x, double[] g) {
            double f = 0;
            for (int i = 0; i < N; i++) {
                double k = 1 + i % 100;
                double square = x[i] * x[i];
                f += k * square / 2 + square * square / 4;
                g[i] = k * x[i] + square * x[i];
            }
            return f;
        }
    }

    private static Minimization run() {
        return Minimization.of(new Quartic())
                .from(Seeds.random(2).doubles(N, -3, 3).toArray())
                .with(new Lbfgs());
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() {
        Result one = run().run();
        Result three = run().threads(3).run();
        assertThat(one.isConverged()).isTrue();
        assertThat(three.x()).isEqualTo(one.x());
        assertThat(three.counts()).isEqualTo(one.counts());
        assertThatThrownBy(() -> run().threads(0)).hasMessage("threads 0: expected at least 1");
    }

    @Test
    void aRunCutInMidStepGoesOnBitForBit(@TempDir Path directory) throws Exception {
        Result whole = run().run();
        Path file = directory.resolve("checkpoint");
        for (int evaluations : new int[] {2, 3, 8, 19}) {
            Result part =
                    run().budget(Budget.UNLIMITED.withEvaluations(evaluations)).run();
            part.checkpoint().save(file);
            Result rest = run().resume(Checkpoint.load(file));
            assertThat(Arrays.equals(rest.x(), whole.x()))
                    .as("cut after %d", evaluations)
                    .isTrue();
            assertThat(rest.counts().gradients())
                    .isGreaterThanOrEqualTo(whole.counts().gradients());
        }
    }
}
