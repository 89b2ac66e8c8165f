package org.hesse.benchmarks.peers;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hesse.compare.Effort;
import org.hesse.compare.Jitter;
import org.hesse.compare.Quartiles;
import org.hesse.compare.Referee;
import org.hesse.objective.Seeds;
import org.hesse.problem.catalog.TestProblem;

/**
 * Solvers on problems, from the exact start and from moved ones, all counted by a {@link Referee}.
 *
 * @param problems the problems
 * @param entries what came of each solver
 */
record Contest(List<TestProblem> problems, List<Entry> entries) {
    private static final double JITTER = 0.02;
    private static final double RIGHT = 1e-6;

    /**
     * One solver.
     *
     * @param solver its label
     * @param efforts for each problem what it took from the exact start, and from each moved one
     * @param claims for each problem how it ended at the library's defaults; empty where it can claim nothing
     * @param exceptions of its own, each with the problem
     */
    record Entry(String solver, List<List<Effort>> efforts, List<Optional<Claim>> claims, List<String> exceptions) {
        /** What each problem took from the exact start. */
        double[] exact() {
            return efforts.stream().mapToDouble(e -> e.get(0).cost()).toArray();
        }

        /** The median of what each problem took from the moved starts. */
        double[] medians() {
            return efforts.stream()
                    .mapToDouble(e -> Quartiles.of(moved(e)).median())
                    .toArray();
        }

        /** What each problem took from each moved start. */
        double[] moved() {
            return efforts.stream()
                    .flatMapToDouble(e -> Arrays.stream(moved(e)))
                    .toArray();
        }

        private static double[] moved(List<Effort> efforts) {
            return efforts.stream().skip(1).mapToDouble(Effort::cost).toArray();
        }
    }

    /** Whether it claimed success, whether f is that of a known local minimum, and f. */
    record Claim(boolean success, boolean right, double value) {}

    /**
     * Runs.
     *
     * @param problems the problems, a minimum of each known
     * @param solvers the solvers, each of which stays in one thread
     * @param starts the number of moved starts
     * @param seed of the moves, the same for all solvers
     * @param threads how many solvers run at a time
     */
    static Contest of(List<TestProblem> problems, List<Solver> solvers, int starts, long seed, int threads) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Entry>> running = new ArrayList<>();
            for (int s = solvers.size() - 1; s >= 0; s--) { // the last ones take longest
                Solver solver = solvers.get(s);
                running.add(0, pool.submit(() -> entry(problems, solver, starts, seed)));
            }
            List<Entry> entries = new ArrayList<>();
            for (Future<Entry> entry : running) {
                entries.add(entry.get());
            }
            return new Contest(problems, entries);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a solver's harness failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            pool.shutdownNow();
        }
    }

    private static Entry entry(List<TestProblem> problems, Solver solver, int starts, long seed) {
        List<List<Effort>> efforts = new ArrayList<>();
        List<Optional<Claim>> claims = new ArrayList<>();
        List<String> exceptions = new ArrayList<>();
        long began = System.nanoTime();
        for (int p = 0; p < problems.size(); p++) {
            TestProblem problem = problems.get(p);
            long own = Seeds.mix(seed, p);
            efforts.add(IntStream.rangeClosed(0, starts)
                    .mapToObj(k -> k == 0 ? problem.start() : Jitter.of(problem.start(), JITTER, Seeds.mix(own, k)))
                    .map(start -> effort(problem, solver, start, exceptions))
                    .toList());
            claims.add(solver.claims() ? Optional.of(claim(problem, solver, exceptions)) : Optional.empty());
        }
        System.out.printf(Locale.ROOT, "%-24s %6.1f s%n", solver.name(), (System.nanoTime() - began) * 1e-9);
        return new Entry(solver.name(), efforts, claims, exceptions);
    }

    private static Effort effort(TestProblem problem, Solver solver, double[] start, List<String> exceptions) {
        Referee referee = Referee.of(problem);
        run(problem, solver, referee, start, false, exceptions);
        return referee.effort();
    }

    private static Claim claim(TestProblem problem, Solver solver, List<String> exceptions) {
        Referee referee = Referee.counting(problem);
        Optional<Solver.Claim> end = run(problem, solver, referee, problem.start(), true, exceptions);
        double value = end.map(e -> problem.objective().value(e.x())).orElse(Double.NaN);
        boolean right =
                Arrays.stream(problem.minima()).anyMatch(m -> Math.abs(value - m) <= RIGHT * Math.max(1, Math.abs(m)));
        return new Claim(end.map(Solver.Claim::success).orElse(false), right, value);
    }

    /** Where the solver ended by itself; empty where the referee ended it, or it threw an exception of its own. */
    private static Optional<Solver.Claim> run(
            TestProblem problem,
            Solver solver,
            Referee referee,
            double[] start,
            boolean defaults,
            List<String> exceptions) {
        try {
            return Optional.of(solver.solve(referee, start.clone(), defaults));
        } catch (UncheckedIOException e) {
            throw e; // of the harness: what follows would not be true
        } catch (Referee.Stopped e) {
            return Optional.empty();
        } catch (RuntimeException e) {
            exceptions.add(problem.name() + ": " + e);
            return Optional.empty();
        }
    }
}
