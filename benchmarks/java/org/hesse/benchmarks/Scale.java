package org.hesse.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hesse.compare.Jitter;
import org.hesse.io.Numbers;
import org.hesse.linear.Vectors;
import org.hesse.method.Methods;
import org.hesse.problem.Problems;
import org.hesse.problem.catalog.TestProblem;
import org.hesse.run.Budget;
import org.hesse.run.Minimization;
import org.hesse.run.Result;
import org.hesse.run.StoppingRule;

/**
 * Large problems to ‖g‖∞ ≤ 1e-8: one table of {@code benchmarks/reports/scale}, extended Rosenbrock from a start moved by 2 %
 * and the minimal surface from its own, by sparse direct Newton and whatever else is named.
 *
 * <p>{@code java -cp target/benchmarks.jar org.hesse.benchmarks.Scale [n] [methods, separated by semicolons] [seconds]}
 */
public final class Scale {
    private Scale() {}

    /**
     * Measures and writes.
     *
     * @param arguments n, a square; methods; the most seconds for each run; defaults 99856 (= 316²), "newton-ls;lbfgs", 120
     */
    public static void main(String[] arguments) {
        int n = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 99856;
        String[] methods = (arguments.length > 1 ? arguments[1] : "newton-ls;lbfgs").split(";");
        double seconds = arguments.length > 2 ? Double.parseDouble(arguments[2]) : 120;
        List<String> lines = new ArrayList<>();
        lines.add("# Large problems to ‖g‖∞ ≤ 1e-8");
        lines.add("");
        lines.add("`java -cp target/benchmarks.jar org.hesse.benchmarks.Scale " + n + " \"" + String.join(";", methods)
                + "\" " + Numbers.brief(seconds) + "`");
        lines.add("");
        String before = machine();
        lines.add("| problem | method | status | steps | values | gradients | Hessians | products | products per step |"
                + " seconds | processor seconds | ‖g‖∞ |");
        lines.add("|---|---|---|---|---|---|---|---|---|---|---|---|");
        for (String name : List.of("extended-rosenbrock", "minimal-surface")) {
            for (String method : methods) {
                run(name, Math.min(n, 1024), method, seconds); // for the compiler
                String line = run(name, n, method, seconds);
                System.out.println(line);
                lines.add(line);
            }
        }
        lines.add(
                4,
                "Java " + System.getProperty("java.version") + ", " + before + " before and " + machine()
                        + " after. Processor seconds are those of the thread: without the collector and the compiler.");
        lines.add(5, "");
        Path out = Path.of("benchmarks", "reports", "scale", "report.md");
        try {
            Files.createDirectories(out.getParent());
            Files.writeString(out, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String machine() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                Locale.ROOT,
                "load %.1f of %d processors",
                system.getSystemLoadAverage(),
                system.getAvailableProcessors());
    }

    /** A problem of its own, so that pattern, colouring and analysis are in the time. */
    private static String run(String name, int n, String method, double seconds) {
        TestProblem p = Problems.named(name + ":n=" + n);
        boolean repeated = name.equals("extended-rosenbrock"); // the standard start is one problem of two variables
        long began = processor();
        Result r = Minimization.of(p.objective())
                .from(repeated ? Jitter.of(p.start(), 0.02, 1) : p.start())
                .with(Methods.named(method))
                .until(StoppingRule.gradientNorm(1e-8))
                .budget(Budget.UNLIMITED.withSeconds(seconds))
                .verdict(false)
                .run();
        double used = (processor() - began) * 1e-9;
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %d | %d | %d | %d | %d | %.1f | %.2f | %.2f | %.2g |",
                p.name(),
                method,
                r.status().code(),
                r.steps(),
                r.counts().values(),
                r.counts().gradients(),
                r.counts().hessians(),
                r.counts().products(),
                r.counts().products() / (double) Math.max(1, r.steps()),
                r.seconds(),
                used,
                Vectors.normInf(r.gradient()));
    }

    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
