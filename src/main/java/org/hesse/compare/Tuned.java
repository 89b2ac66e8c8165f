package org.hesse.compare;

import java.util.Comparator;
import java.util.List;
import org.hesse.method.Algorithm;
import org.hesse.method.Tunable;

/**
 * What came of tuning a method in one regime.
 *
 * @param label the method
 * @param regime its batches
 * @param given the method as the experiment has it
 * @param trials the settings tried, in ascending order of their rates, at least one
 * @param passes data passes of all runs that it took
 * @param seconds their wall time without measurements
 */
public record Tuned(String label, Regime regime, Algorithm given, List<Trial> trials, double passes, double seconds) {
    /** Takes a copy. */
    public Tuned {
        trials = List.copyOf(trials);
    }

    /**
     * A setting and how it did.
     *
     * @param algorithm the method with it
     * @param rate α₀
     * @param score the median over the seeds of what is selected by, +∞ where it diverged
     * @param last the median of the last values, +∞ where it diverged
     * @param diverged how many of its runs diverged
     */
    public record Trial(Algorithm algorithm, double rate, double score, double last, int diverged) {
        static Trial of(Algorithm algorithm, List<Run> runs, Tuning.Select select, double target) {
            double rate = Tunable.rate(algorithm).orElseThrow();
            double[] last = new double[runs.size()];
            double[] score = new double[runs.size()];
            int diverged = 0;
            for (int i = 0; i < last.length; i++) {
                Run run = runs.get(i);
                boolean lost = run.diverged();
                diverged += lost ? 1 : 0;
                last[i] = lost ? Double.POSITIVE_INFINITY : run.finalValue();
                score[i] = lost ? Double.POSITIVE_INFINITY : score(run, select, target);
            }
            return new Trial(
                    algorithm,
                    rate,
                    Quartiles.of(score).median(),
                    Quartiles.of(last).median(),
                    diverged);
        }

        private static double score(Run run, Tuning.Select select, double target) {
            return switch (select) {
                case FINAL -> run.finalValue();
                case BEST -> run.bestValue();
                case GOAL -> run.reached(target).map(org.hesse.run.Row::passes).orElse(Double.POSITIVE_INFINITY);
            };
        }
    }

    /**
     * The trial that was selected, that of the lowest rate among equals.
     *
     * @return the lowest score, then the lowest last value
     */
    public Trial best() {
        return trials.stream()
                .min(Comparator.<Trial>comparingDouble(Trial::score).thenComparingDouble(Trial::last))
                .orElseThrow();
    }

    /**
     * The method that competes.
     *
     * @return the best setting; the method as given if every trial diverged
     */
    public Algorithm algorithm() {
        return allDiverged() ? given : best().algorithm();
    }

    /**
     * Whether there was nothing to select.
     *
     * @return true if every trial diverged
     */
    public boolean allDiverged() {
        return best().last() == Double.POSITIVE_INFINITY;
    }

    /**
     * Whether the best rate is the lowest or the highest tried: then a better one may lie beyond.
     *
     * @return true at an edge of the search space
     */
    public boolean isAtEdge() {
        int i = trials.indexOf(best());
        return i == 0 || i == trials.size() - 1;
    }
}
