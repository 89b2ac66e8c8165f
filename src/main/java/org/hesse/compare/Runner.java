package org.hesse.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.hesse.method.Algorithm;
import org.hesse.method.Methods;
import org.hesse.objective.FiniteSum;

/** Runs an experiment: lists the runs, lets {@link Jobs} make them, and puts together what came of them. */
final class Runner {
    private final Experiment experiment;
    private final RunListener listener;
    private final RunStore store;
    private final Function<Job, String> key;
    private final Problem problem;
    private final FiniteSum sum;
    private final RunMaker maker;

    Runner(Experiment experiment, RunListener listener, RunStore store) {
        this.experiment = experiment;
        this.listener = listener;
        this.store = store;
        this.key = store == RunStore.NONE ? job -> "" : Identity.of(experiment)::key;
        this.problem = experiment.problem();
        this.sum = problem.sum();
        this.maker = new RunMaker(experiment);
    }

    Comparison run() {
        Map<String, LeftOut> leftOut = new LinkedHashMap<>();
        List<Job> first = ofOneSeed(leftOut);
        List<Job> given = ofAllSeeds(first);
        Optional<Tuner> tuner = experiment.tuning().map(t -> new Tuner(t, first, experiment.seeds()));
        List<Job> plan = new ArrayList<>(tuner.map(Tuner::jobs).orElse(List.of()));
        plan.addAll(given);
        int tunedRuns = tuner.map(Tuner::size).orElse(0) * experiment.seeds().size();
        Jobs jobs = new Jobs(experiment.threads(), plan.size() + tunedRuns, store, key, listener);
        Map<Job, Run> runs = jobs.run(plan, maker::run);

        double target =
                problem.optimum().map(o -> experiment.goal().target(o.value())).orElse(Double.NaN);
        List<Tuned> tuned = tuner.map(t -> t.select(runs, target)).orElse(List.of());
        Map<Job, Job> changed = new LinkedHashMap<>(); // from the method as given to the tuned one
        for (Job job : given) {
            tuned.stream()
                    .filter(t -> t.label().equals(job.label()) && t.regime().equals(job.regime()))
                    .forEach(t ->
                            changed.put(job, new Job(job.label(), t.algorithm(), job.regime(), job.seed(), false)));
        }
        runs.putAll(jobs.run(List.copyOf(changed.values()), maker::run));

        List<Run> competing = given.stream()
                .map(job -> runs.get(changed.getOrDefault(job, job)))
                .toList();
        return new Comparison(
                experiment,
                competing,
                changed.keySet().stream().map(runs::get).toList(),
                tuned,
                problem.optimum().orElseGet(() -> lowest(runs.values())),
                List.copyOf(leftOut.values()),
                store.began(),
                runs.values().stream().mapToDouble(Run::elapsed).sum(),
                store.machine());
    }

    /** A run of every method in every regime, those left out excepted. */
    private List<Job> ofOneSeed(Map<String, LeftOut> leftOut) {
        List<Job> jobs = new ArrayList<>();
        for (Regime regime : experiment.regimes()) {
            for (Entry entry : experiment.entries()) {
                entry.whyNot(sum, regime)
                        .ifPresentOrElse(
                                why -> leaveOut(leftOut, entry.label(), regime, why),
                                () -> jobs.add(new Job(entry, regime, 0)));
            }
        }
        return jobs;
    }

    /** Seeds outermost: only the first of them runs on code that is not compiled yet, and the median does not see it. */
    private List<Job> ofAllSeeds(List<Job> first) {
        return experiment.seeds().stream()
                .flatMap(seed -> first.stream().map(job -> job.seed(seed)))
                .toList();
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

    /** F* where nobody knows it: the lowest value of all runs and of a reference run. */
    private Optimum lowest(Collection<Run> runs) {
        Algorithm usual = Methods.usual(sum.domain());
        Job job = new Job("reference", usual, Regime.FULL, 0, false);
        Run reference = store.find(key.apply(job)).orElseGet(() -> {
            Run made = maker.reference(job);
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted in the reference run");
            }
            store.keep(key.apply(job), made);
            return made;
        });
        Optimum lowest = new Optimum(
                reference.bestValue(), "a reference run of " + usual.name() + ", which ended " + reference.status());
        for (Run run : runs) {
            if (run.bestValue() < lowest.value()) {
                String who = run.label() + ", " + run.regime() + ", seed " + run.seed();
                lowest = new Optimum(run.bestValue(), "the lowest value of all runs, " + who + "; an upper bound");
            }
        }
        return lowest;
    }
}
