package org.hesse.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hesse.data.Dataset;
import org.hesse.data.Datasets;
import org.hesse.linear.Vectors;
import org.hesse.method.Algorithm;
import org.hesse.method.Method;
import org.hesse.method.Methods;
import org.hesse.objective.Batches;
import org.hesse.objective.CountingObjective;
import org.hesse.objective.FiniteSum;
import org.hesse.objective.LeastSquares;
import org.hesse.objective.Objective;
import org.hesse.problem.LinearLeastSquares;
import org.hesse.problem.Perceptron;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every method promises on every problem. */
@Timeout(60)
class MethodContractTest {
    static List<Contract> cases() {
        return ContractCases.all();
    }

    static List<Contract> steppedCases() {
        return cases().stream().filter(c -> c.algorithm() instanceof Method<?>).toList();
    }

    static List<Contract> fullBatchCases() {
        return cases().stream().filter(c -> c.batches().at(0).id() == 0).toList();
    }

    @Test
    void everyMethodOfTheLibraryIsAmongTheCases() {
        Set<Class<?>> covered = ContractCases.algorithms().values().stream()
                .map(Object::getClass)
                .collect(Collectors.toSet());
        for (String name : Methods.names()) {
            assertThat(covered).contains(Methods.named(name).getClass());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyEvaluationIsCounted(Contract c) {
        Contract.Clean clean = c.clean();
        Result r = clean.result();
        assertThat(clean.tally().values).hasValue(r.counts().values());
        assertThat(clean.tally().gradients).hasValue(r.counts().gradients() + Contract.measured(r));
        assertThat(clean.tally().products).hasValue(r.counts().products());
        assertThat(clean.tally().hessians).hasValue(r.counts().hessians());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void budgetsAreExactToOneEvaluation(Contract c) {
        long whole = c.clean().result().counts().evaluations();
        for (long limit = 0; limit < Math.min(whole, 40); limit++) {
            CountingObjective.Tally tally = new CountingObjective.Tally();
            Result r = c.minimization(new CountingObjective(c.objective(), tally))
                    .budget(Budget.UNLIMITED.withEvaluations(limit))
                    .run();
            if (r.status().code() != Status.Code.NOT_FINITE) { // where the closing measurement overflows
                assertThat(r.status().why()).isEqualTo("evaluations " + limit + " of " + limit);
            }
            assertThat(r.counts().evaluations()).isEqualTo(limit);
            assertThat(tally.all() - Contract.measured(r)).isEqualTo(limit);
        }
    }

    @ParameterizedTest
    @MethodSource("steppedCases")
    void aThrowAtAnyEvaluationLeavesTheStateIntact(Contract c) {
        Contract.Clean clean = c.clean();
        long calls = clean.result().counts().evaluations();
        for (long call = 0; call < calls; call++) {
            CountingObjective.Tally tally = new CountingObjective.Tally();
            tally.failAt(call);
            Result r =
                    c.minimization(new CountingObjective(c.objective(), tally)).run();
            assertThat(r.status().toString()).contains("FAILED").contains("fails at call " + call);
            if (r.checkpoint().state() == null) {
                assertThat(r.steps()).isZero();
            } else { // spare buffers may differ, what comes of the state may not
                Result resumed = c.minimization(c.objective()).resume(r.checkpoint());
                assertThat(resumed.steps()).isEqualTo(clean.result().steps());
                assertThat(Bits.of(resumed.checkpoint().state()))
                        .isEqualTo(clean.states().get((int) resumed.steps()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("steppedCases")
    void resumesBitForBitFromAnyStep(Contract c, @TempDir Path directory) throws Exception {
        Minimization whole = c.minimization(c.objective());
        Result straight = whole.run();
        Path file = directory.resolve("checkpoint.json");
        for (long k = 0; k <= straight.steps(); k++) {
            whole.budget(Budget.UNLIMITED.withSteps(k)).run().checkpoint().save(file);
            Result resumed = whole.resume(Checkpoint.load(file));
            assertThat(Bits.timeless(resumed.checkpoint())).isEqualTo(Bits.timeless(straight.checkpoint()));
            assertThat(resumed.status()).isEqualTo(straight.status());
            Checkpoint inMemory =
                    whole.budget(Budget.UNLIMITED.withSteps(k)).run().checkpoint();
            whole.resume(inMemory); // takes nothing of it away
            String again = Bits.timeless(whole.resume(inMemory).checkpoint());
            assertThat(again).isEqualTo(Bits.timeless(straight.checkpoint()));
            assertThat(resumed.x()).isEqualTo(straight.x());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void pointValueAndGradientBelongTogether(Contract c) {
        Result r = c.clean().result();
        for (var e : List.of(r.point(), r.last())) {
            double[] g = new double[c.objective().dimension()];
            double value = c.objective().valueAndGradient(e.x(), g);
            // methods of residuals sum them up themselves, in another order
            boolean summed = c.algorithm().needs().contains(LeastSquares.class);
            if (summed) {
                assertThat(e.value()).isCloseTo(value, withinPercentage(1e-12));
            } else {
                assertThat(e.value()).isEqualTo(value);
            }
            if (e.gradient() != null) {
                assertThat(e.gradient()).containsExactly(g, within(summed ? 1e-14 * (1 + Vectors.norm(g)) : 0));
            }
        }
        assertThat(r.value()).isLessThanOrEqualTo(r.last().value());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theSameRunHasTheSameBits(Contract c) {
        assertThat(c.clean().states()).isEqualTo(c.clean().states());
    }

    @ParameterizedTest
    @MethodSource("fullBatchCases")
    void notANumberAndInfinityEndWithAStatus(Contract c) {
        for (double poison : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            for (boolean gradientToo : new boolean[] {true, false}) {
                for (int after : new int[] {0, 1, 2, 5}) {
                    Objective f = new PoisonedObjective(c.objective(), poison, gradientToo, after);
                    Result r = c.minimization(f)
                            .until(StoppingRule.gradientNorm(1e-8))
                            .budget(Budget.UNLIMITED.withEvaluations(2000))
                            .run();
                    assertThat(r.isConverged() && !Double.isFinite(r.value())).isFalse();
                    if (after == 0) {
                        assertThat(r.status().code()).isEqualTo(Status.Code.NOT_FINITE);
                    }
                    assertThat(r.x()).doesNotContain(Double.NaN);
                }
            }
        }
    }

    static List<Algorithm> algorithms() {
        return List.copyOf(ContractCases.algorithms().values());
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void theBitsAreTheSameWithOneAndTwoThreads(Algorithm algorithm) {
        Dataset data = TinyProblems.data(12_000, 3, 8);
        List<String> runs = new ArrayList<>();
        for (int threads = 1; threads <= 2; threads++) {
            FiniteSum linear = new LinearLeastSquares(data, 1e-3, threads);
            boolean fits = ContractCases.fits(algorithm, linear);
            Perceptron net = new Perceptron(Datasets.digits().scaled(1.0 / 16), 1e-3, threads, List.of(3));
            FiniteSum sum = fits ? linear : net;
            double[] start = fits ? new double[] {1, -1, 0.5} : net.initial(1);
            Result r = new Contract("", algorithm, sum, start, Batches.full())
                    .clean()
                    .result();
            runs.add(Bits.timeless(r.checkpoint()));
        }
        assertThat(runs.get(1)).isEqualTo(runs.get(0));
    }
}
