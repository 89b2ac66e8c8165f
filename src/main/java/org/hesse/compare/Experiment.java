package org.hesse.compare;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hesse.io.Numbers;
import org.hesse.io.Terminal;

/**
 * Methods × batch regimes × seeds on one problem. Each run sees the same batches for its seed and size, and starts from
 * the same point. Immutable; the {@code with…} methods return a changed copy.
 *
 * <pre>{@code Comparison c = Experiment.of(problem).with(Entry.of(new Lbfgs()), Entry.of(new Adam(1e-2)))
 *     .batches(Regime.FULL, Regime.minibatch(32)).seeds(3).run();}</pre>
 *
 * @param title heading of its report
 * @param problem what is minimised
 * @param entries the methods, labels all different; if they are tuned, labels that are their texts say no rate
 * @param regimes the batches, at least one, all different
 * @param seeds of batches and randomness, at least one, all different
 * @param passes data passes a run may be charged ({@link org.hesse.objective.Counts#passes}), greater than 0
 * @param seconds wall time a run may take, greater than 0, perhaps infinite
 * @param goal the excess over F* to reach; a run goes on after it
 * @param gradientTolerance a run ends as converged where ‖∇F‖∞ is at most this, at least 0
 * @param tuning how the methods are tuned before, each in each regime; empty if they compete as they are given
 * @param threads how many runs at a time, at least 1; the results but for the times do not depend on it
 * @param diagnostics whether runs keep the signal-to-noise ratio of their batches ({@link
 *     org.hesse.run.Minimization#signalToNoise}) and the journal of their curvature pairs ({@link org.hesse.run.PairJournal}), outside counts
 *     and time; runs of the tuning do not
 */
public record Experiment(
        String title,
        Problem problem,
        List<Entry> entries,
        List<Regime> regimes,
        List<Long> seeds,
        double passes,
        double seconds,
        Goal goal,
        double gradientTolerance,
        Optional<Tuning> tuning,
        int threads,
        boolean diagnostics) {
    /** Checks everything that can be known before a run. */
    public Experiment {
        entries = tuning.isPresent() ? Entry.withoutRates(entries) : List.copyOf(entries);
        regimes = List.copyOf(regimes);
        seeds = List.copyOf(seeds);
        long terms = problem.sum().terms();
        distinct("label", entries.stream().map(Entry::label));
        check(!regimes.isEmpty(), "batches: none, expected full or a batch size, at least one");
        distinct("batch", regimes.stream().map(Regime::code));
        for (Regime regime : regimes) {
            check(
                    regime.size() <= terms,
                    "batch size " + regime.size() + ": expected at most N = " + terms + ", the number of terms of "
                            + problem.name());
        }
        check(!seeds.isEmpty(), "seeds: none, expected at least one");
        distinct("seed", seeds.stream());
        check(passes > 0, "passes = " + passes + ", expected a number > 0");
        check(seconds > 0, "seconds = " + seconds + ", expected a number > 0");
        check(gradientTolerance >= 0, "gradientTolerance = " + gradientTolerance + ", expected a number >= 0");
        boolean known = problem.optimum().isPresent();
        check(
                known || tuning.filter(t -> t.select() == Tuning.Select.GOAL).isEmpty(),
                "tuning by the goal: F* of " + problem.name() + " is not known, expected selection by final or best");
        check(threads >= 1, "threads = " + threads + ", expected at least 1");
    }

    /**
     * An experiment without methods so far: full batch, one seed, 30 data passes a run, goal F*(1 + 1e-8), one thread.
     *
     * @param problem what is minimised
     * @return the experiment
     */
    public static Experiment of(Problem problem) {
        return new Experiment(
                problem.name(),
                problem,
                List.of(),
                List.of(Regime.FULL),
                List.of(1L),
                30,
                Double.POSITIVE_INFINITY,
                Goal.relative(1e-8),
                1e-8,
                Optional.empty(),
                1,
                false);
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException("experiment: " + message);
        }
    }

    private static void distinct(String what, Stream<?> all) {
        Set<Object> seen = new HashSet<>();
        all.forEach(one -> check(seen.add(one), what + " \"" + one + "\" is there twice, expected all different"));
    }

    /**
     * Sets the heading.
     *
     * @param text the heading
     * @return a changed copy
     */
    public Experiment titled(String text) {
        return new Experiment(
                text,
                problem,
                entries,
                regimes,
                seeds,
                passes,
                seconds,
                goal,
                gradientTolerance,
                tuning,
                threads,
                diagnostics);
    }

    /**
     * Sets the methods.
     *
     * @param methods at least one, labels all different
     * @return a changed copy
     */
    public Experiment with(Entry... methods) {
        return with(List.of(methods));
    }

    /**
     * Sets the methods.
     *
     * @param methods at least one, labels all different
     * @return a changed copy
     */
    public Experiment with(List<Entry> methods) {
        check(!methods.isEmpty(), "methods: none, expected at least one");
        return new Experiment(
                title,
                problem,
                methods,
                regimes,
                seeds,
                passes,
                seconds,
                goal,
                gradientTolerance,
                tuning,
                threads,
                diagnostics);
    }

    /**
     * Sets the batch regimes.
     *
     * @param batches at least one, all different
     * @return a changed copy
     */
    public Experiment batches(Regime... batches) {
        return new Experiment(
                title,
                problem,
                entries,
                List.of(batches),
                seeds,
                passes,
                seconds,
                goal,
                gradientTolerance,
                tuning,
                threads,
                diagnostics);
    }

    /**
     * Sets the seeds to 1, 2, …
     *
     * @param count how many, at least 1
     * @return a changed copy
     */
    public Experiment seeds(int count) {
        List<Long> first = LongStream.rangeClosed(1, count).boxed().toList();
        return new Experiment(
                title,
                problem,
                entries,
                regimes,
                first,
                passes,
                seconds,
                goal,
                gradientTolerance,
                tuning,
                threads,
                diagnostics);
    }

    /**
     * Sets the data passes that a run may be charged.
     *
     * @param limit greater than 0
     * @return a changed copy
     */
    public Experiment passes(double limit) {
        return new Experiment(
                title,
                problem,
                entries,
                regimes,
                seeds,
                limit,
                seconds,
                goal,
                gradientTolerance,
                tuning,
                threads,
                diagnostics);
    }

    /**
     * Sets the time that a run may take; it makes results depend on the machine.
     *
     * @param limit seconds, greater than 0
     * @return a changed copy
     */
    public Experiment maxSeconds(double limit) {
        return new Experiment(
                title,
                problem,
                entries,
                regimes,
                seeds,
                passes,
                limit,
                goal,
                gradientTolerance,
                tuning,
                threads,
                diagnostics);
    }

    /**
     * Sets the goal.
     *
     * @param wanted the excess to reach
     * @return a changed copy
     */
    public Experiment goal(Goal wanted) {
        return new Experiment(
                title,
                problem,
                entries,
                regimes,
                seeds,
                passes,
                seconds,
                wanted,
                gradientTolerance,
                tuning,
                threads,
                diagnostics);
    }

    /**
     * Lets every method be tuned in every regime before it competes; it then competes as given, too.
     *
     * @param how the search space, the same for all
     * @return a changed copy
     */
    public Experiment tuned(Tuning how) {
        return new Experiment(
                title,
                problem,
                entries,
                regimes,
                seeds,
                passes,
                seconds,
                goal,
                gradientTolerance,
                Optional.of(how),
                threads,
                diagnostics);
    }

    /**
     * Sets how many runs go on at a time.
     *
     * @param count at least 1
     * @return a changed copy
     */
    public Experiment threads(int count) {
        return new Experiment(
                title,
                problem,
                entries,
                regimes,
                seeds,
                passes,
                seconds,
                goal,
                gradientTolerance,
                tuning,
                count,
                diagnostics);
    }

    /**
     * Lets runs keep the signal-to-noise ratio of their batches and the journal of their curvature pairs, for the report.
     * The ratio takes two data passes at every measurement on minibatches, outside counts and time.
     *
     * @return a changed copy
     */
    public Experiment diagnosed() {
        return new Experiment(
                title,
                problem,
                entries,
                regimes,
                seeds,
                passes,
                seconds,
                goal,
                gradientTolerance,
                tuning,
                threads,
                true);
    }

    /** How many runs of what, in at most 80 characters. */
    @Override
    public String toString() {
        String batches = regimes.stream().map(Regime::code).collect(Collectors.joining(", "));
        return Terminal.line(entries.size() + " methods x batches " + batches + " x " + seeds.size() + " seeds, "
                + Numbers.brief(passes) + " passes" + tuning.map(t -> ", tuned").orElse("") + ": " + problem.name());
    }

    /**
     * Runs.
     *
     * @return what came of it
     */
    public Comparison run() {
        return run(RunListener.NONE);
    }

    /**
     * Runs, and tells of every finished run. If the thread is interrupted, the runs in progress end.
     *
     * @param listener told of every finished run
     * @return what came of it
     * @throws IllegalArgumentException if there is no method
     * @throws java.util.concurrent.CancellationException if the thread is interrupted; its flag is set again
     */
    public Comparison run(RunListener listener) {
        return run(listener, RunStore.NONE);
    }

    /**
     * Runs what is not in the store, and keeps every run there as soon as it is finished. The result is that of a run in
     * one go, but for the times. If the thread is interrupted, the runs in progress end and are not kept.
     *
     * @param listener told of every run that is made
     * @param store what was finished before
     * @return what came of it
     * @throws IllegalArgumentException if there is no method
     * @throws java.util.concurrent.CancellationException if the thread is interrupted; its flag is set again
     */
    public Comparison run(RunListener listener, RunStore store) {
        check(!entries.isEmpty(), "methods: none, expected at least one");
        return new Runner(this, listener, store).run();
    }
}
