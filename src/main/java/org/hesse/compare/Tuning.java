package org.hesse.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.hesse.io.Numbers;
import org.hesse.method.Algorithm;
import org.hesse.method.Tunable;
import org.hesse.objective.Seeds;

/**
 * How methods are tuned before they compete: each of them, in each regime, with the same number of points of one search
 * space that depends on neither the problem nor the method, on seeds that are not those of the competition, and selected
 * by the objective itself, never by data held out. A method without a rate has nothing to tune.
 *
 * <p>Source: Choi, Shallue, Nado, Lee, Maddison and Dahl (2019), On Empirical Comparisons of Optimizers for Deep Learning,
 * arXiv:1910.05446, which also shows that what else is tuned beside the rate decides who wins.
 *
 * @param points how many settings of each method, at least 1
 * @param lowest the lowest rate α₀, positive; a schedule keeps its shape
 * @param highest the highest rate, at least the lowest
 * @param search how the points lie
 * @param seeds how many runs for each point, at least 1
 * @param select what the best point is best in
 */
public record Tuning(int points, double lowest, double highest, Search search, int seeds, Select select) {
    /** A tuning run is given up, as diverged, where F exceeds F(x₀) by this many times max(1, |F(x₀)|). */
    public static final double LOST = 1000;

    private static final long FIRST_SEED = 1001;
    private static final long SPACE_SEED = 0x7e5e;
    private static final double LEAST_FRICTION = 1e-3; // of 1 - beta, up to 1: Choi et al., appendix D
    private static final double LEAST_EPS = 1e-10; // up to 1
    private static final List<String> MOMENTUM = List.of("mu", "beta1");
    private static final String EPS = "eps";

    /** How the points of the search space lie. */
    public enum Search {
        /** The rate alone, on a logarithmic grid that has both ends. */
        GRID,
        /**
         * The rate, 1 − momentum ({@code mu} or {@code beta1}) from 1e-3 to 1 and {@code eps} from 1e-10 to 1, of what the
         * method has, each uniform in its logarithm: a Latin hypercube (McKay, Beckman and Conover 1979), so that every
         * number takes as many values as there are points. The same points for every method.
         */
        RANDOM;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a point is judged by, the median over its seeds; a run that diverged counts as +∞. */
    public enum Select {
        /** The last value of the whole objective. */
        FINAL,
        /** The lowest value measured. */
        BEST,
        /** The data passes to the goal, which takes a problem whose F* is known; among those that miss it the last value. */
        GOAL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Checks the ranges. */
    public Tuning {
        check(points >= 1, "points = " + points + ", expected at least 1");
        check(
                lowest > 0 && lowest <= highest && highest < Double.POSITIVE_INFINITY,
                "rate from " + lowest + " to " + highest + ", expected 0 < lowest <= highest < infinity");
        check(seeds >= 1, "seeds = " + seeds + ", expected at least 1");
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException("tuning: " + message);
        }
    }

    /**
     * A grid of rates from 1e-4 to 10, one seed, selected by the last value.
     *
     * @param points how many rates, at least 1
     * @return the tuning
     */
    public static Tuning of(int points) {
        return new Tuning(points, 1e-4, 10, Search.GRID, 1, Select.FINAL);
    }

    /**
     * The settings to try of a method.
     *
     * @param method any algorithm
     * @return as many as there are points, in ascending order of their rates; none if it has no rate
     */
    public List<Algorithm> candidates(Algorithm method) {
        if (Tunable.rate(method).isEmpty()) {
            return List.of();
        }
        List<Algorithm> all = new ArrayList<>();
        double[] friction = latin(1, LEAST_FRICTION, 1);
        double[] eps = latin(2, LEAST_EPS, 1);
        double[] rates = rates();
        for (int i = 0; i < points; i++) {
            Algorithm one = Tunable.withRate(method, rates[i]);
            if (search == Search.RANDOM) {
                for (String momentum : MOMENTUM) {
                    one = changed(one, momentum, rounded(1 - friction[i], "%.4f"));
                }
                one = changed(one, EPS, eps[i]);
            }
            all.add(one);
        }
        return all;
    }

    private static Algorithm changed(Algorithm method, String name, double value) {
        return Tunable.number(method, name).isPresent() ? Tunable.with(method, name, value) : method;
    }

    /** Three significant digits, as one would write them. */
    private double[] rates() {
        if (search == Search.RANDOM) {
            double[] rates = latin(0, lowest, highest);
            Arrays.sort(rates);
            return rates;
        }
        double[] rates = new double[points];
        for (int i = 0; i < points; i++) {
            double share = points == 1 ? 0.5 : i / (points - 1.0);
            rates[i] = rounded(lowest * Math.pow(highest / lowest, share), "%.2e");
        }
        return rates;
    }

    /** One number from each of as many intervals of equal width of the logarithm, shuffled. */
    private double[] latin(int number, double from, double to) {
        List<Integer> strata = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            strata.add(i);
        }
        long seed = Seeds.mix(SPACE_SEED, number);
        Collections.shuffle(strata, new Random(seed));
        RandomGenerator random = Seeds.random(seed);
        double[] values = new double[points];
        for (int i = 0; i < points; i++) {
            double share = (strata.get(i) + random.nextDouble()) / points;
            values[i] = rounded(from * Math.pow(to / from, share), "%.2e");
        }
        return values;
    }

    private static double rounded(double x, String format) {
        return Double.parseDouble(String.format(Locale.ROOT, format, x));
    }

    /**
     * The seeds of the tuning runs: the first from 1001 on that are not those of the competition.
     *
     * @param taken the seeds of the competition
     * @return as many as there are to be
     */
    public List<Long> seedsBeside(List<Long> taken) {
        return LongStream.iterate(FIRST_SEED, seed -> seed + 1)
                .filter(seed -> !taken.contains(seed))
                .limit(seeds)
                .boxed()
                .toList();
    }

    /** In a sentence, for the report. */
    @Override
    public String toString() {
        String rates = "rates from " + Numbers.brief(lowest) + " to " + Numbers.brief(highest);
        String space = search == Search.GRID
                ? points + " " + rates + " on a logarithmic grid"
                : points + " points at random (Latin hypercube, logarithmic): " + rates
                        + ", 1 - momentum from 0.001 to 1 and eps from 1e-10 to 1 where a method has them";
        return space + ", " + seeds + (seeds == 1 ? " seed" : " seeds") + " each, selected by "
                + (switch (select) {
                    case FINAL -> "the last value of the objective";
                    case BEST -> "the lowest value of the objective";
                    case GOAL -> "the data passes to the goal";
                });
    }
}
