package org.hesse.hipparchus.opaque;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.hesse.method.Opaque;
import org.hesse.objective.Oracle;
import org.hesse.problem.Problems;
import org.hesse.problem.catalog.TestProblem;
import org.hesse.run.Minimization;
import org.hesse.run.Result;
import org.hesse.run.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** As the subproblems of Hipparchus's SQP on the function of Wood, but they end when the test does. */
class ApartTest {
    private static final TestProblem PROBLEM = Problems.named("wood");

    private volatile boolean over;
    private volatile boolean askedAgain;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final CountDownLatch silent = new CountDownLatch(1);

    @AfterEach
    void end() throws InterruptedException {
        over = true;
        ended.await();
        assertThat(askedAgain).as("an answer to a loop that was given up").isFalse();
    }

    /** Asks twice, then computes without a question. */
    private final class Silent implements Opaque {
        private final double patience;

        Silent(double patience) {
            this.patience = patience;
        }

        @Override
        public double[] run(Oracle f, double[] x0) {
            Apart apart = new Apart();
            return apart.run(() -> loop(f, x0, apart), patience, () -> f.value(x0));
        }

        private double[] loop(Oracle f, double[] x0, Apart apart) {
            try {
                double[] x = x0.clone();
                apart.ask(() -> f.value(x0));
                x[0] = -1;
                apart.ask(() -> f.value(x));
                silent.countDown();
                while (!over) {
                    Thread.onSpinWait();
                }
                apart.ask(() -> f.value(x));
                askedAgain = true;
                return x;
            } finally {
                ended.countDown();
            }
        }
    }

    private Result run(double patience) {
        return Minimization.of(PROBLEM.objective())
                .from(PROBLEM.start())
                .with(new Silent(patience))
                .verdict(false)
                .run();
    }

    @Test
    void aSilentLoopIsGivenUpWithItsBestPoint() {
        Result r = run(0.05);
        assertThat(r.status().code()).isEqualTo(Status.Code.FAILED);
        assertThat(r.status().why()).contains("no evaluation in 0.05 s of processor time");
        assertThat(r.counts().values()).isEqualTo(2);
        assertThat(r.x()[0]).isEqualTo(-1);
        assertThat(r.value())
                .isEqualTo(PROBLEM.objective().value(r.x()))
                .isLessThan(PROBLEM.objective().value(PROBLEM.start()));
    }

    @Test
    void anInterruptOfTheCallerCancels() throws InterruptedException {
        AtomicReference<Result> result = new AtomicReference<>();
        Thread caller = new Thread(() -> result.set(run(1e9)));
        caller.start();
        silent.await();
        caller.interrupt();
        caller.join();
        assertThat(result.get().status().code()).isEqualTo(Status.Code.CANCELLED);
        assertThat(result.get().counts().values()).isEqualTo(2);
    }
}
