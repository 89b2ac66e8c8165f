package org.hesse.compare;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hesse.objective.FiniteSum;
import org.hesse.run.Budget;
import org.hesse.run.Cadence;
import org.hesse.run.Minimization;
import org.hesse.run.Result;
import org.hesse.run.StoppingRule;

/** Runs an experiment: lists the runs, lets threads make them, and puts the results in the order of the list. */
final class Runner {
    private static final int REFERENCE_EVALUATIONS = 5000;
    private static final double REFERENCE_GRADIENT = 1e-10;

    private final Experiment experiment;
    private final RunListener listener;
    private final Problem problem;
    private final FiniteSum sum;
    private final double startValue;
    private int done;

    Runner(Experiment experiment, RunListener listener) {
        this.experiment = experiment;
        this.listener = listener;
        this.problem = experiment.problem();
        this.sum = problem.sum();
        this.startValue = sum.value(problem.start());
    }

    Comparison run() {
        long begin = System.nanoTime();
        Instant date = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Map<String, LeftOut> leftOut = new LinkedHashMap<>();
        List<Job> jobs = jobs(leftOut);
        List<Run> runs = experiment.threads() == 1 ? inThisThread(jobs) : inThreads(jobs);
        Optimum optimum = problem.optimum().orElseGet(() -> lowest(runs));
        double seconds = (System.nanoTime() - begin) * 1e-9;
        return new Comparison(experiment, runs, optimum, List.copyOf(leftOut.values()), date, seconds, Machine.here());
    }

    private interface Job extends Callable<Run> {
        @Override
        Run call();
    }

    private List<Run> inThisThread(List<Job> jobs) {
        List<Run> runs = new ArrayList<>();
        for (Job job : jobs) {
            runs.add(job.call());
            if (Thread.currentThread().isInterrupted()) {
                throw interrupted(jobs);
            }
        }
        return runs;
    }

    private List<Run> inThreads(List<Job> jobs) {
        ExecutorService threads = Executors.newFixedThreadPool(experiment.threads());
        try {
            List<Run> runs = new ArrayList<>();
            for (Future<Run> finished : threads.invokeAll(jobs)) {
                runs.add(finished.get());
            }
            return runs;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(jobs);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private CancellationException interrupted(List<Job> jobs) {
        return new CancellationException("interrupted after " + done + " of " + jobs.size() + " runs");
    }

    /** Seeds outermost: only the first of them runs on code that is not compiled yet, and the median does not see it. */
    private List<Job> jobs(Map<String, LeftOut> leftOut) {
        List<Job> jobs = new ArrayList<>();
        for (long seed : experiment.seeds()) {
            for (Regime regime : experiment.regimes()) {
                for (Entry entry : experiment.entries()) {
                    entry.whyNot(sum, regime)
                            .ifPresentOrElse(
                                    why -> leaveOut(leftOut, entry.label(), regime, why),
                                    () -> jobs.add(() -> told(run(entry, regime, seed), jobs.size())));
                }
            }
        }
        return jobs;
    }

    private static void leaveOut(Map<String, LeftOut> all, String label, Regime regime, String why) {
        all.merge(label + why, new LeftOut(label, List.of(regime), why), (known, more) -> {
            List<Regime> regimes = new ArrayList<>(known.regimes());
            if (!regimes.contains(regime)) {
                regimes.add(regime);
            }
            return new LeftOut(label, List.copyOf(regimes), why);
        });
    }

    private synchronized Run told(Run run, int total) {
        listener.finished(++done, total, run);
        return run;
    }

    private Run run(Entry entry, Regime regime, long seed) {
        double before = AllocatedBytes.ofThisThread();
        Result r = Minimization.of(sum)
                .from(problem.start())
                .with(entry.algorithm())
                .batches(regime.batches(sum.terms(), seed))
                .until(StoppingRule.gradientNorm(experiment.gradientTolerance()))
                .budget(Budget.UNLIMITED.withPasses(experiment.passes()).withSeconds(experiment.seconds()))
                .measure(Cadence.EVERY_EPOCH)
                .seed(seed)
                .verdict(false)
                .run();
        double allocated = AllocatedBytes.ofThisThread() - before;
        double passes = r.counts().passes(sum.terms(), sum.dimension());
        return new Run(
                entry.label(),
                regime,
                seed,
                r.status(),
                startValue,
                r.trace().rows(),
                r.counts(),
                passes,
                r.seconds(),
                r.oracleSeconds(),
                allocated,
                r.x(),
                problem.heldOut().map(score -> score.apply(r.x())),
                Verdict.of(sum, regime, r));
    }

    /** F* where nobody knows it: the lowest value of all runs and of a reference run. */
    private Optimum lowest(List<Run> runs) {
        Result reference = Minimization.of(sum)
                .from(problem.start())
                .withUsual()
                .until(StoppingRule.gradientNorm(REFERENCE_GRADIENT))
                .budget(Budget.UNLIMITED.withEvaluations(REFERENCE_EVALUATIONS))
                .verdict(false)
                .run();
        Optimum lowest = new Optimum(
                reference.value(),
                "a reference run of " + reference.algorithm().name() + ", which ended " + reference.status());
        for (Run run : runs) {
            if (run.bestValue() < lowest.value()) {
                String who = run.label() + ", " + run.regime() + ", seed " + run.seed();
                lowest = new Optimum(run.bestValue(), "the lowest value of all runs, " + who + "; an upper bound");
            }
        }
        return lowest;
    }
}
