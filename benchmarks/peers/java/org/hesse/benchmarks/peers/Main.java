package org.hesse.benchmarks.peers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hesse.problem.Problems;
import org.hesse.problem.catalog.TestProblem;
import org.hesse.problem.mgh.MoreGarbowHillstrom;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The problems of Moré, Garbow and Hillstrom by our methods and by other libraries: table, profiles, raw counts. */
@Command(name = "peers", mixinStandardHelpOptions = true, sortOptions = false)
public final class Main implements Callable<Integer> {
    @Option(names = "--methods", split = ";", paramLabel = "METHOD", description = "our methods, separated by ;")
    private List<String> methods = List.of("lbfgs", "bfgs", "newton-ls");

    @Option(names = "--peers", split = ",", paramLabel = "PEER", description = "names, all or none (default: all)")
    private List<String> peers = List.of("all");

    @Option(names = "--problems", split = ";", paramLabel = "PROBLEM", description = "default: the 35, separated by ;")
    private List<String> problems = MoreGarbowHillstrom.names();

    @Option(names = "--starts", description = "moved starts for each problem (default: 20)")
    private int starts = 20;

    @Option(names = "--seed", description = "of the moves (default: 1)")
    private long seed = 1;

    @Option(names = "--threads", description = "solvers at a time (default: one for each processor)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--out", description = "directory of the report (default: benchmarks/reports/mgh)")
    private Path out = Path.of("benchmarks", "reports", "mgh");

    /**
     * Runs.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        int code = new CommandLine(new Main()).execute(arguments);
        if (code != 0) {
            throw new IllegalStateException("exit code " + code); // not System.exit: Maven may be around this
        }
    }

    @Override
    public Integer call() throws IOException {
        List<TestProblem> known = problems.stream()
                .map(Problems::named)
                .map(MoreGarbowHillstrom::asInTables)
                .toList();
        List<String> leftOut = new ArrayList<>();
        List<Solver> solvers = new ArrayList<>();
        methods.forEach(text -> solvers.add(new Ours(text)));
        solvers.addAll(present(leftOut));
        long began = System.nanoTime();
        try {
            Contest contest = Contest.of(known, solvers, starts, seed, threads);
            new ContestReport(contest).write(out, setting(), leftOut);
        } finally {
            solvers.forEach(Solver::close);
        }
        System.out.printf(
                Locale.ROOT, "%s in %.0f s%n", out.resolve("report.html"), (System.nanoTime() - began) * 1e-9);
        return 0;
    }

    private List<Solver> present(List<String> leftOut) {
        Map<String, Peers.Maker> all = Peers.all();
        List<Solver> solvers = new ArrayList<>();
        List<String> wanted = peers.equals(List.of("all"))
                ? List.copyOf(all.keySet())
                : peers.equals(List.of("none")) ? List.of() : peers;
        for (String name : wanted) {
            if (!all.containsKey(name)) {
                throw new IllegalArgumentException("--peers " + name + ": expected some of " + all.keySet());
            }
            try {
                solvers.add(all.get(name).make());
            } catch (IOException e) {
                leftOut.add("Left out: " + name + ", not present on this machine (" + e.getMessage() + ").");
            }
        }
        leftOut.forEach(System.out::println);
        return solvers;
    }

    private String setting() {
        return String.format(
                Locale.ROOT,
                "%d problems, that of Biggs solved at its strict saddle of 5.65565e-3, too, as in published tables; the exact start and %d jittered ones, seed %d; Java %s on %s.",
                problems.size(),
                starts,
                seed,
                System.getProperty("java.version"),
                System.getProperty("os.name"));
    }
}
