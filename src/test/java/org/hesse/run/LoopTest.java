package org.hesse.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hesse.linear.Vectors;
import org.hesse.method.CompassSearch;
import org.hesse.method.Method;
import org.hesse.method.Opaque;
import org.hesse.method.firstorder.Adam;
import org.hesse.method.firstorder.GradientDescent;
import org.hesse.method.newton.LineSearchNewton;
import org.hesse.method.newton.Newton;
import org.hesse.method.quasinewton.Lbfgs;
import org.hesse.method.stochastic.AdaHessian;
import org.hesse.objective.Batches;
import org.hesse.objective.BlackBox;
import org.hesse.objective.Curved;
import org.hesse.objective.FiniteSum;
import org.hesse.objective.Objective;
import org.hesse.objective.Oracle;
import org.hesse.objective.Structure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoopTest {
    private static final Objective BOWL = TinyProblems.bowl(1, 4);

    private static Minimization bowl() {
        return Minimization.of(BOWL).from(0, 0).with(new Adam(0.1)).verdict(false);
    }

    @Test
    void convergesAtAPointThatPassedTheTestAndReturnsThatPoint() {
        Result r = bowl().until(StoppingRule.gradientNorm(1e-6)).run();
        assertThat(r.status().code()).isEqualTo(Status.Code.CONVERGED);
        assertThat(r.status().why()).matches("\\|g\\|=.*<=1e-6");
        double[] g = new double[2];
        assertThat(r.value()).isEqualTo(BOWL.valueAndGradient(r.x(), g));
        assertThat(r.gradient()).isEqualTo(g);
        assertThat(Math.max(Math.abs(g[0]), Math.abs(g[1]))).isLessThanOrEqualTo(1e-6);
        assertThat(r.counts().gradients()).isEqualTo(r.steps());
        assertThat(r.toString()).startsWith("CONVERGED").hasSizeLessThanOrEqualTo(80);
    }

    @Test
    void tracesOneFreeRowForEveryEvaluationAndTheClosingOneMeasured() {
        Result r = bowl().budget(Budget.UNLIMITED.withSteps(5)).run();
        assertThat(r.status().code()).isEqualTo(Status.Code.BUDGET);
        assertThat(r.status().why()).isEqualTo("steps 5 of 5");
        assertThat(r.trace().rows()).extracting(Row::steps).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
        assertThat(r.trace().rows()).extracting(Row::free).containsExactly(true, true, true, true, true, false);
        assertThat(r.trace().rows()).extracting(Row::passes).containsExactly(1.0, 2.0, 3.0, 4.0, 5.0, 5.0);
        assertThat(r.counts().gradients()).isEqualTo(5);
        assertThat(r.trace().rows().get(0).value()).isEqualTo(2.5);
    }

    @Test
    void measuresMinibatchRunsOnTheCadenceOutsideTheCounts() {
        FiniteSum sum = TinyProblems.regression(10, 3, 1);
        Result r = Minimization.of(sum)
                .from(0, 0, 0)
                .with(new Adam(0.01))
                .batches(Batches.shuffled(10, 4, 7))
                .measure(Cadence.EVERY_EPOCH)
                .budget(Budget.UNLIMITED.withPasses(2))
                .run();
        assertThat(r.status().why()).isEqualTo("passes 2 of 2");
        assertThat(r.steps()).isEqualTo(6); // 4 + 4 + 2 rows an epoch
        assertThat(r.counts().gradientTerms()).isEqualTo(20);
        assertThat(r.trace().rows()).extracting(Row::epochs).containsExactly(0.0, 1.0, 2.0);
        assertThat(r.trace().rows()).extracting(Row::passes).containsExactly(0.0, 1.0, 2.0);
        assertThat(r.trace().rows().get(2).value()).isEqualTo(sum.value(r.last().x()));
    }

    @Test
    void saysNotFiniteAndKeepsTheBestPoint() {
        Objective cliff = new TinyObjective(x -> x[0] > 1 ? Double.NaN : -x[0], (x, g) -> g[0] = -1);
        Result r = Minimization.of(cliff).from(0.0).with(new Adam(0.3)).run();
        assertThat(r.status().code()).isEqualTo(Status.Code.NOT_FINITE);
        assertThat(r.x()[0]).isBetween(0.8, 1.0);
        assertThat(r.value()).isEqualTo(-r.x()[0]);
        Result atOnce = Minimization.of(cliff).from(2.0).with(new Adam(0.3)).run();
        assertThat(atOnce.status().code()).isEqualTo(Status.Code.NOT_FINITE);
        assertThat(atOnce.x()).containsExactly(2.0);
    }

    @Test
    void aNotFiniteGradientIsNoSuccess() {
        Objective f = new TinyObjective(x -> 0, (x, g) -> g[0] = Double.NaN);
        Result r = Minimization.of(f).from(0.0).with(new Adam(0.3)).run();
        assertThat(r.status().code()).isEqualTo(Status.Code.NOT_FINITE);
    }

    @Test
    void anExceptionOfTheObjectiveEndsTheRunWithItsCause() {
        Objective f = new TinyObjective(
                x -> {
                    if (x[0] > 1) {
                        throw new IllegalStateException("simulation crashed");
                    }
                    return -x[0];
                },
                (x, g) -> g[0] = -1);
        Result r = Minimization.of(f).from(0.0).with(new Adam(0.3)).run();
        assertThat(r.status().code()).isEqualTo(Status.Code.FAILED);
        assertThat(r.status().why()).contains("simulation crashed");
        assertThat(r.cause()).containsInstanceOf(IllegalStateException.class);
        assertThat(r.x()[0]).isBetween(0.8, 1.0);
    }

    @Test
    void anObserverCanStopAndOneThatThrowsEndsTheRun() {
        Result r = bowl().observe(new Observer() {
                    @Override
                    public void onStep(Progress p) {
                        if (p.clock().steps() == 3) {
                            p.cancel();
                        }
                    }
                })
                .run();
        assertThat(r.status().code()).isEqualTo(Status.Code.CANCELLED);
        assertThat(r.steps()).isEqualTo(3);
        Result failed = bowl().observe(new Observer() {
                    @Override
                    public void onStep(Progress p) {
                        throw new IllegalStateException("display gone");
                    }
                })
                .run();
        assertThat(failed.status().toString()).contains("FAILED").contains("display gone");
    }

    @Test
    void timeIsMeasuredWithoutMeasurementsAndObserversAndLimited() {
        long[] now = {0};
        Objective slow = new TinyObjective(x -> 0.5 * x[0] * x[0], (x, g) -> {
            now[0] += 1_000_000_000L;
            g[0] = x[0];
        });
        Result r = Minimization.of(slow)
                .from(1.0)
                .with(new Adam(1e-3))
                .clock(() -> now[0])
                .observe(new Observer() {
                    @Override
                    public void onStep(Progress p) {
                        now[0] += 500_000_000_000L;
                    }
                })
                .budget(Budget.UNLIMITED.withSeconds(4.5))
                .run();
        assertThat(r.counts().gradients()).isEqualTo(5);
        assertThat(r.seconds()).isEqualTo(5);
        assertThat(r.oracleSeconds()).isEqualTo(5);
        assertThat(r.status().why()).isEqualTo("seconds 5 of 4.5");
    }

    @Test
    void anInterruptOfTheThreadCancels() {
        Thread.currentThread().interrupt();
        Result r = bowl().run();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(r.status().code()).isEqualTo(Status.Code.CANCELLED);
        assertThat(r.x()).containsExactly(0, 0);
    }

    @Test
    void ownColumnsStandInTheTrace() {
        Result r = bowl().column("x0", p -> p.x()[0])
                .column("steps", p -> p.clock().steps())
                .budget(Budget.UNLIMITED.withSteps(2))
                .run();
        assertThat(r.trace().columns()).containsExactly("x0", "steps");
        assertThat(r.trace().rows().get(0).columns()).containsExactly(0, 1);
    }

    @Test
    void checkpointFilesResumeBitForBit(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("deep/run.json");
        Minimization whole = bowl().budget(Budget.UNLIMITED.withSteps(20));
        Result straight = whole.run();
        bowl().budget(Budget.UNLIMITED.withSteps(7)).checkpoint(file, 3).run();
        Result resumed = whole.resume(Checkpoint.load(file));
        assertThat(Bits.timeless(resumed.checkpoint())).isEqualTo(Bits.timeless(straight.checkpoint()));
        assertThat(resumed.trace().rows()).hasSameSizeAs(straight.trace().rows());
        assertThatThrownBy(() -> whole.with(new Adam(0.2)).resume(Checkpoint.load(file)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("checkpoint of another run");
        Files.writeString(file, "{\"@record\":\"org.hesse.run.Budget\"}");
        assertThatThrownBy(() -> Checkpoint.load(file)).hasMessageContaining("run.json");
    }

    @Test
    void misuseIsToldAtOnce() {
        assertThatThrownBy(() -> Minimization.of(BOWL).from(1)).hasMessageContaining("1 numbers, expected 2");
        assertThatThrownBy(() -> Minimization.of(BOWL).from(1, Double.NaN)).hasMessageContaining("x[1] = NaN");
        assertThatThrownBy(() -> Minimization.of(BOWL).with(new Adam(1)).run()).hasMessageContaining("start");
        assertThatThrownBy(() -> Minimization.of(BOWL).from(0, 0).run()).hasMessageContaining("method");
        assertThatThrownBy(() -> bowl().batches(Batches.shuffled(5, 2, 1)).run())
                .hasMessageContaining("not a finite sum");
        assertThatThrownBy(() -> Batches.shuffled(5, 6, 1)).hasMessageContaining("batch size 6: expected from 1 to 5");
        assertThatThrownBy(() -> Budget.UNLIMITED.withPasses(-1)).hasMessageContaining("passes = -1");
    }

    @Test
    void aFunctionOfValuesAloneIsDifferencedAndCharged() {
        List<Integer> calls = new ArrayList<>();
        Objective f = new TinyObjective(
                x -> {
                    calls.add(1);
                    return (x[0] - 1) * (x[0] - 1);
                },
                null);
        Result r = Minimization.of(f)
                .from(0.0)
                .with(new Adam(0.1))
                .verdict(false)
                .until(StoppingRule.gradientNorm(1e-5))
                .run();
        assertThat(r.isConverged()).isTrue();
        assertThat(r.counts().gradients()).isZero();
        assertThat(r.counts().values()).isEqualTo(9 + 3 * r.steps()).isEqualTo(calls.size()); // 9 for the noise
    }

    @Test
    void aHessianThatThrowsEndsTheRunWithItsCause() {
        Objective f = new TinyObjective(x -> x[0] * x[0], (x, g) -> g[0] = 2 * x[0]) {
            @Override
            public <T extends Structure> Optional<T> as(Class<T> type) {
                Curved broken = x -> {
                    throw new IllegalStateException("no Hessian today");
                };
                return type == Curved.class ? Optional.of(type.cast(broken)) : Optional.empty();
            }
        };
        for (Method<?> method : List.of(new Newton(), new LineSearchNewton(), new AdaHessian(0.1))) {
            Result r = Minimization.of(f).from(1).with(method).run();
            assertThat(r.status().toString()).contains("FAILED").contains("no Hessian today");
            assertThat(r.x()).containsExactly(1);
        }
    }

    @Test
    void aRunThatMakesNoEvaluationsEndsToo() {
        Objective flat = new TinyObjective(x -> 1, (x, g) -> g[0] = 0);
        Method<?> idle = new GradientDescent(0);
        long[] now = {0};
        Result r = Minimization.of(flat)
                .from(1)
                .with(idle)
                .until(StoppingRule.NEVER)
                .clock(() -> now[0] += 1_000_000)
                .budget(Budget.UNLIMITED.withSeconds(1))
                .run();
        assertThat(r.status().why()).startsWith("seconds");
    }

    @Test
    void aCheckpointThatCannotBeWrittenLosesNothing(@TempDir Path directory) throws Exception {
        Path inTheWay = Files.writeString(directory.resolve("file"), "");
        Result r = bowl().budget(Budget.UNLIMITED.withSteps(3))
                .checkpoint(inTheWay.resolve("c.json"), 1000)
                .run();
        assertThat(r.status().toString()).contains("FAILED").contains("the checkpoint could not be saved");
        assertThat(r.value()).isFinite();
    }

    @Test
    void theVerdictKeepsToTheBudgetAndIsNotMadeAfterCancelling() {
        int[] calls = {0};
        BlackBox f = new BlackBox(10, x -> {
            calls[0]++;
            return Vectors.dot(x, x);
        });
        Minimization m = Minimization.of(f).from(1, 1, 1, 1, 1, 1, 1, 1, 1, 1).with(new Lbfgs());
        Result r = m.budget(Budget.UNLIMITED.withEvaluations(30)).run();
        assertThat(r.verdict()).isEmpty();
        assertThat(calls[0]).isLessThan(100);
        assertThat(m.run().verdict()).isPresent();
        assertThat(m.cancelWhen(() -> calls[0] > 0).run().verdict()).isEmpty();
    }

    @Test
    void anOpaqueAlgorithmKeepsItsStepsAndItsFailureLosesNothing() {
        Opaque crashing = new Opaque() {
            @Override
            public double[] run(Oracle f, double[] x0) {
                f.at(x0);
                throw new IllegalStateException("too many evaluations");
            }
        };
        Result r = bowl().with(crashing).run();
        assertThat(r.status().toString()).contains("FAILED").contains("too many evaluations");
        assertThat(r.value()).isEqualTo(2.5);
        Result three = bowl().with(new CompassSearch(1e-6))
                .budget(Budget.UNLIMITED.withSteps(3))
                .run();
        assertThat(three.counts().evaluations()).isEqualTo(3);
        assertThatThrownBy(() -> Minimization.of(TinyProblems.regression(9, 1, 1))
                        .from(0)
                        .with(crashing)
                        .batches(Batches.shuffled(9, 3, 1))
                        .run())
                .hasMessageContaining("full batch only");
    }
}
