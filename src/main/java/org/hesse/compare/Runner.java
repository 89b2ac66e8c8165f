package org.hesse.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hesse.objective.FiniteSum;
import org.hesse.run.Budget;
import org.hesse.run.Cadence;
import org.hesse.run.Minimization;
import org.hesse.run.Result;
import org.hesse.run.StoppingRule;

/** Runs an experiment: lists the runs, lets {@link Jobs} make them, and puts together what came of them. */
final class Runner {
    private static final int REFERENCE_EVALUATIONS = 5000;
    private static final double REFERENCE_GRADIENT = 1e-10;

    private final Experiment experiment;
    private final RunListener listener;
    private final RunStore store;
    private final Function<Job, String> key;
    private final Problem problem;
    private final FiniteSum sum;
    private final double startValue;

    Runner(Experiment experiment, RunListener listener, RunStore store) {
        this.experiment = experiment;
        this.listener = listener;
        this.store = store;
        this.key = store == RunStore.NONE ? job -> "" : Identity.of(experiment)::key;
        this.problem = experiment.problem();
        this.sum = problem.sum();
        this.startValue = sum.value(problem.start());
    }

    Comparison run() {
        Map<String, LeftOut> leftOut = new LinkedHashMap<>();
        List<Job> plan = plan(leftOut);
        Jobs jobs = new Jobs(experiment.threads(), plan.size(), store, key, listener);
        List<Run> runs = jobs.run(plan, this::run);
        Optimum optimum = problem.optimum().orElseGet(() -> lowest(runs));
        double seconds = runs.stream().mapToDouble(Run::elapsed).sum();
        return new Comparison(
                experiment,
                runs,
                optimum,
                List.copyOf(leftOut.values()),
                store.began(),
                seconds,
                store.machine());
    }

    /** Seeds outermost: only the first of them runs on code that is not compiled yet, and the median does not see it. */
    private List<Job> plan(Map<String, LeftOut> leftOut) {
        List<Job> jobs = new ArrayList<>();
        for (long seed : experiment.seeds()) {
            for (Regime regime : experiment.regimes()) {
                for (Entry entry : experiment.entries()) {
                    entry.whyNot(sum, regime)
                            .ifPresentOrElse(
                                    why -> leaveOut(leftOut, entry.label(), regime, why),
                                    () -> jobs.add(new Job(entry, regime, seed)));
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

    private Run run(Job job) {
        long begin = System.nanoTime();
        double before = AllocatedBytes.ofThisThread();
        Result r = Minimization.of(sum)
                .from(problem.start())
                .with(job.entry().algorithm())
                .batches(job.regime().batches(sum.terms(), job.seed()))
                .until(StoppingRule.gradientNorm(experiment.gradientTolerance()))
                .budget(Budget.UNLIMITED.withPasses(experiment.passes()).withSeconds(experiment.seconds()))
                .measure(Cadence.EVERY_EPOCH)
                .seed(job.seed())
                .verdict(false)
                .run();
        double allocated = AllocatedBytes.ofThisThread() - before;
        double passes = r.counts().passes(sum.terms(), sum.dimension());
        Optional<Score> score = problem.heldOut().map(s -> s.apply(r.x()));
        Verdict verdict = Verdict.of(sum, job.regime(), r);
        return new Run(
                job.entry().label(),
                job.regime(),
                job.seed(),
                r.status(),
                startValue,
                r.trace().rows(),
                r.counts(),
                passes,
                r.seconds(),
                r.oracleSeconds(),
                (System.nanoTime() - begin) * 1e-9,
                allocated,
                r.x(),
                score,
                verdict);
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
