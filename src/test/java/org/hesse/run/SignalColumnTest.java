package org.hesse.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.hesse.method.Iterates;
import org.hesse.method.firstorder.GradientDescent;
import org.hesse.objective.Batches;
import org.junit.jupiter.api.Test;

class SignalColumnTest {
    /** The mean of ½(x − cᵢ)² in one variable: the gradient is x − c̄, the variance of a single one that of c: 5. */
    private static final Iterates.Springs SPRINGS =
            new Iterates.Springs(new double[] {1, 1, 1, 1}, new double[] {-3, -1, 1, 3});

    private static Minimization run(Batches batches) {
        return Iterates.run(SPRINGS, batches, new GradientDescent(0.5), 1, 10).measure(Cadence.everySteps(1));
    }

    @Test
    void isTheSquaredGradientOverItsVariance() {
        Minimization m = run(Batches.shuffled(4, 1, 3));
        Result r = m.signalToNoise().run();
        assertThat(r.trace().columns()).containsExactly("snr");
        for (Row row : r.trace().rows()) {
            double x = row.x()[0];
            assertThat(row.columns()[0]).isCloseTo(x * x / 5, within(1e-12 * x * x));
        }
        assertThat(r.counts()).isEqualTo(m.run().counts()); // it is charged to nobody
        assertThat(r.trace().rows()).hasSize(2);
    }

    @Test
    void halvesOfTheDataHaveAThirdOfTheVariance() { // of a sample without replacement: σ²/|B| · (N − |B|)/(N − 1)
        double mean = 0;
        int runs = 200;
        for (int seed = 0; seed < runs; seed++) {
            Result r = run(Batches.shuffled(4, 2, seed)).signalToNoise().run();
            mean += 100 / r.trace().rows().get(0).columns()[0] / runs;
        }
        assertThat(mean).isCloseTo(5.0 / 3, within(0.3));
    }

    @Test
    void fullBatchesHaveNone() {
        assertThatThrownBy(() -> run(Batches.full()).signalToNoise()).hasMessageContaining("have no noise");
        assertThatThrownBy(() -> Minimization.of(new Iterates.Bowl(1, 2)).signalToNoise())
                .hasMessageContaining("not a finite sum");
    }
}
