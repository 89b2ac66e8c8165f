package org.hesse.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.hesse.io.Csv;
import org.hesse.method.Method;
import org.hesse.method.quasinewton.CurvaturePair.Decision;
import org.hesse.method.quasinewton.Lbfgs;
import org.hesse.method.quasinewton.Pairs;
import org.hesse.method.stochastic.MultiBatchLbfgs;
import org.hesse.method.stochastic.OnlineLbfgs;
import org.hesse.method.stochastic.SdLbfgs;
import org.hesse.objective.Batches;
import org.hesse.objective.FiniteSum;
import org.hesse.search.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairJournalTest {
    private static final FiniteSum SUM = TinyProblems.regression(23, 4, 3);
    private static final Batches BATCHES = Batches.shuffled(23, 5, 11);

    private static Minimization run(Method<?> method, long steps) {
        return Minimization.of(SUM)
                .from(1, -1, 0.5, 2)
                .with(method)
                .batches(BATCHES)
                .until(StoppingRule.NEVER)
                .budget(Budget.UNLIMITED.withSteps(steps))
                .verdict(false);
    }

    private static PairJournal journal(Method<?> method) {
        PairJournal journal = new PairJournal();
        run(method, 40).observe(journal).run();
        return journal;
    }

    @Test
    void naivePairsAreOfTwoBatchesAndTheOthersOfOne() {
        Lbfgs lbfgs = new Lbfgs(3).withRate(Schedule.constant(0.05));
        PairJournal naive = journal(lbfgs.withPairs(Pairs.NAIVE));
        assertThat(naive.summary().pairs()).isEqualTo(40);
        assertThat(naive.summary().mixed()).isEqualTo(40);
        assertThat(naive.entries().get(7).pair().batchOfX())
                .isEqualTo(BATCHES.at(7).id());
        assertThat(naive.entries().get(7).pair().batchOfNext())
                .isEqualTo(BATCHES.at(8).id());
        assertThat(journal(lbfgs).summary().mixed()).isZero();
        assertThat(journal(new OnlineLbfgs(0.05)).summary().mixed()).isZero();
        PairJournal.Summary overlap = journal(new MultiBatchLbfgs(0.05)).summary();
        assertThat(overlap.pairs()).isEqualTo(39); // the first step has no overlap with one before it
        assertThat(overlap.mixed()).isZero();
    }

    @Test
    void noPairWithoutPositiveCurvatureIsStoredAndEachSaysWhy() {
        Lbfgs wild = new Lbfgs(3).withRate(Schedule.constant(1)).withPairs(Pairs.NAIVE);
        PairJournal journal = journal(wild);
        PairJournal.Summary summary = journal.summary();
        assertThat(summary.notPositive()).isPositive();
        assertThat(summary.skipped()).isGreaterThanOrEqualTo(summary.notPositive());
        assertThat(summary.toString())
                .startsWith("40 pairs: ")
                .endsWith("% skipped, 0% damped, 100% of two batches")
                .contains(Math.round(2.5 * summary.notPositive()) + "% with s'y <= 0");
        assertThat(summary.reason()).isEqualTo("s'y <= 0");
        assertThat(journal.entries()).allSatisfy(e -> {
            if (e.pair().decision() == Decision.STORED) {
                assertThat(e.pair().sy()).isPositive();
                assertThat(e.pair().why()).isEmpty();
            } else {
                assertThat(e.pair().why()).startsWith("s'y = " + e.pair().sy());
            }
        });
    }

    @Test
    void dampedPairsSayByHowMuch() {
        assertThat(journal(new SdLbfgs(Schedule.constant(0.5), 3, 100, SdLbfgs.Initial.DAMPED))
                        .entries())
                .filteredOn(e -> e.pair().decision() == Decision.DAMPED)
                .isNotEmpty()
                .allSatisfy(e -> assertThat(e.pair().theta()).isBetween(0.0, 1.0))
                .allSatisfy(e ->
                        assertThat(e.pair().why()).startsWith("s'y/s'Bs = ").endsWith(" < 0.25"));
    }

    @Test
    void theReasonIsTheCommonestWithoutItsNumbers() {
        PairJournal damped = journal(new SdLbfgs(Schedule.constant(0.5), 3, 100, SdLbfgs.Initial.DAMPED));
        assertThat(damped.summary().reason()).isEqualTo("s'y/s'Bs < 0.25");
        assertThat(PairJournal.Summary.of(damped.entries())).isEqualTo(damped.summary());
        assertThat(new PairJournal().summary().reason()).isEmpty();
        assertThat(PairJournal.csv(damped.entries())).isEqualTo(damped.csv());
    }

    @Test
    void theFileHasARowForEachPairAndAResumedRunTheSameSteps(@TempDir Path directory) throws Exception {
        OnlineLbfgs method = new OnlineLbfgs(0.05);
        PairJournal whole = journal(method);
        Path file = directory.resolve("pairs.csv");
        whole.write(file);
        assertThat(Files.readString(file)).isEqualTo(whole.csv());
        Csv csv = Csv.read(file);
        assertThat(csv.rows()).hasSize(41);
        assertThat(csv.rows().get(40).cells())
                .hasSize(12)
                .startsWith("40", Double.toString(whole.entries().get(39).pair().sy()));
        PairJournal rest = new PairJournal();
        run(method, 40).observe(rest).resume(run(method, 25).run().checkpoint());
        assertThat(rest.entries()).isEqualTo(whole.entries().subList(25, 40));
    }
}
