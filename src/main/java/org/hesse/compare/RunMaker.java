package org.hesse.compare;

import java.util.List;
import java.util.Optional;
import org.hesse.io.Numbers;
import org.hesse.objective.FiniteSum;
import org.hesse.run.Budget;
import org.hesse.run.Cadence;
import org.hesse.run.Minimization;
import org.hesse.run.PairJournal;
import org.hesse.run.Result;
import org.hesse.run.Row;
import org.hesse.run.Status;
import org.hesse.run.StoppingRule;
import org.hesse.run.Trace;

/** Makes the runs of an experiment; several threads may, at once. */
final class RunMaker {
    private static final int REFERENCE_EVALUATIONS = 5000;
    private static final double REFERENCE_GRADIENT = 1e-10;

    private final Experiment experiment;
    private final Problem problem;
    private final FiniteSum sum;
    private final double startValue;

    RunMaker(Experiment experiment) {
        this.experiment = experiment;
        this.problem = experiment.problem();
        this.sum = problem.sum();
        this.startValue = sum.value(problem.start());
    }

    /** A run of the competition or of the tuning. */
    Run run(Job job) {
        long begin = System.nanoTime();
        double before = AllocatedBytes.ofThisThread();
        StoppingRule rule = StoppingRule.gradientNorm(experiment.gradientTolerance());
        boolean diagnosed = experiment.diagnostics() && !job.trial();
        PairJournal journal = new PairJournal();
        Minimization plain = Minimization.of(sum)
                .from(problem.start())
                .with(job.algorithm())
                .batches(job.regime().batches(sum.terms(), job.seed()))
                .until(job.trial() ? rule.or(this::givenUp) : rule)
                .budget(Budget.UNLIMITED.withPasses(experiment.passes()).withSeconds(experiment.seconds()))
                .measure(job.trial() ? cadence() : Cadence.EVERY_EPOCH)
                .seed(job.seed())
                .verdict(false);
        Minimization watched = diagnosed ? plain.observe(journal) : plain;
        Result r = (diagnosed && !job.regime().isFull() ? watched.signalToNoise() : watched).run();
        double allocated = AllocatedBytes.ofThisThread() - before;
        Optional<Score> score =
                job.trial() ? Optional.empty() : problem.heldOut().map(s -> s.apply(r.x()));
        Verdict verdict = job.trial() ? Verdict.notComputed("tuning run") : Verdict.of(sum, job.regime(), r);
        double[] x = job.trial() ? new double[0] : r.x();
        return finished(job, r, r.trace().rows(), begin, allocated, x, score, verdict, journal.entries());
    }

    private Run finished(
            Job job,
            Result r,
            List<Row> rows,
            long begin,
            double allocated,
            double[] x,
            Optional<Score> score,
            Verdict verdict,
            List<PairJournal.Entry> pairs) {
        return new Run(
                job.label(),
                job.regime(),
                job.seed(),
                r.status(),
                startValue,
                rows,
                r.counts(),
                r.counts().passes(sum.terms(), sum.dimension()),
                r.seconds(),
                r.oracleSeconds(),
                (System.nanoTime() - begin) * 1e-9,
                allocated,
                x,
                score,
                verdict,
                pairs);
    }

    /** The last value alone takes few measurements, enough to see a run diverge. */
    private Cadence cadence() {
        return experiment.tuning().orElseThrow().select() == Tuning.Select.FINAL
                ? (steps, epoch) -> steps % epoch == 0 && Long.bitCount(steps / epoch) <= 1
                : Cadence.EVERY_EPOCH;
    }

    private Optional<Status> givenUp(Trace trace) {
        double value = trace.current().value();
        double most = startValue + Tuning.LOST * Math.max(1, Math.abs(startValue));
        return value > most
                ? Optional.of(new Status(Status.Code.STUCK, "given up: F = " + Numbers.brief(value)))
                : Optional.empty();
    }

    /** One to know F* by, as far as it goes; of its trace the best row alone is kept. */
    Run reference(Job job) {
        long begin = System.nanoTime();
        Result r = Minimization.of(sum)
                .from(problem.start())
                .with(job.algorithm())
                .until(StoppingRule.gradientNorm(REFERENCE_GRADIENT))
                .budget(Budget.UNLIMITED.withEvaluations(REFERENCE_EVALUATIONS))
                .verdict(false)
                .run();
        List<Row> best = r.trace().rows().stream()
                .filter(row -> row.value() == r.value())
                .limit(1)
                .toList();
        List<Row> rows = best.isEmpty() ? List.of(r.trace().current()) : best;
        Verdict verdict = Verdict.notComputed("reference run");
        return finished(job, r, rows, begin, Double.NaN, r.x(), Optional.empty(), verdict, List.of());
    }
}
