package org.hesse.compare;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hesse.io.Terminal;

/**
 * What came of an experiment.
 *
 * @param experiment what was asked
 * @param runs every run, seed by seed, in the order of regimes and entries;
 *     the methods tuned, if the experiment is
 * @param given the runs of the methods that were tuned, as they were given; none without tuning
 * @param tuned what came of tuning each method with a rate in each regime; none without tuning
 * @param optimum F*, and how it is known
 * @param leftOut what was not run, and why
 * @param date when it began
 * @param seconds the times of all runs together, measurements included
 * @param machine what it ran on
 */
public record Comparison(
        Experiment experiment,
        List<Run> runs,
        List<Run> given,
        List<Tuned> tuned,
        Optimum optimum,
        List<LeftOut> leftOut,
        Instant date,
        double seconds,
        Machine machine) {
    /** Takes copies. */
    public Comparison {
        runs = List.copyOf(runs);
        given = List.copyOf(given);
        tuned = List.copyOf(tuned);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * The value that counts as having reached the goal.
     *
     * @return F* plus what the goal allows
     */
    public double target() {
        return experiment.goal().target(optimum.value());
    }

    /**
     * The runs of one method in one regime.
     *
     * @param label the method
     * @param regime its batches
     * @return a run for each seed; none if it was left out
     */
    public List<Run> runs(String label, Regime regime) {
        return runs.stream()
                .filter(run -> run.label().equals(label) && run.regime().equals(regime))
                .toList();
    }

    /**
     * How the excess of one method falls.
     *
     * @param label the method
     * @param regime its batches, in which it was not left out
     * @return median and quartiles over the seeds
     */
    public Curve curve(String label, Regime regime) {
        return Curve.of(runs(label, regime), optimum.value());
    }

    /** Who came nearest to F*, on the full batch and on minibatches together, in at most 80 characters. */
    @Override
    public String toString() {
        return summaries().stream()
                .min(Comparator.comparingDouble(s -> s.finalExcess().median()))
                .map(s -> Terminal.line(String.format(
                        Locale.ROOT,
                        "LOWEST %s, %s: F*+%.1e, goal %d of %d, %d runs in %.3g s",
                        s.entry().label(),
                        s.regime(),
                        s.finalExcess().median(),
                        s.hits(),
                        s.seeds(),
                        runs.size(),
                        seconds)))
                .orElse("NOTHING RAN");
    }

    /**
     * Every method in every regime over its seeds.
     *
     * @return regime by regime in the order of the experiment, what was left out excepted
     */
    public List<Summary> summaries() {
        List<Summary> all = new ArrayList<>();
        for (Regime regime : experiment.regimes()) {
            for (Entry entry : experiment.entries()) {
                List<Run> seeds = runs(entry.label(), regime);
                if (!seeds.isEmpty()) {
                    Entry competing = tuned(entry.label(), regime)
                            .map(t -> new Entry(entry.label(), t.algorithm(), entry.limits()))
                            .orElse(entry);
                    all.add(Summary.of(competing, regime, seeds, optimum.value(), target()));
                }
            }
        }
        return all;
    }

    /**
     * What came of tuning a method.
     *
     * @param label the method
     * @param regime its batches
     * @return empty if it was not tuned
     */
    public Optional<Tuned> tuned(String label, Regime regime) {
        return tuned.stream()
                .filter(t -> t.label().equals(label) && t.regime().equals(regime))
                .findFirst();
    }

    /**
     * A method that was tuned, as it was given.
     *
     * @param tuned the method and its regime
     * @return over the seeds of the competition
     */
    public Summary asGiven(Tuned tuned) {
        List<Run> seeds = given.stream()
                .filter(run -> run.label().equals(tuned.label()) && run.regime().equals(tuned.regime()))
                .toList();
        return Summary.of(Entry.of(tuned.label(), tuned.given()), tuned.regime(), seeds, optimum.value(), target());
    }
}
