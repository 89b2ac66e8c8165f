package org.hesse.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hesse.compare.Effort;
import org.hesse.compare.Referee;
import org.hesse.method.Methods;
import org.hesse.problem.Problems;
import org.hesse.problem.catalog.TestProblem;
import org.hesse.run.Budget;
import org.hesse.run.Minimization;
import org.hesse.run.Result;
import org.hesse.run.StoppingRule;

/**
 * Each optimizer of Hipparchus beside methods of ours on ten problems, counted by a {@link Referee}: {@code
 * benchmarks/reports/hipparchus}.
 *
 * <p>{@code java -cp target/benchmarks.jar org.hesse.benchmarks.HipparchusBeside [directory]}
 */
public final class HipparchusBeside {
    private static final List<String> PROBLEMS = List.of(
            "rosenbrock",
            "freudenstein-roth",
            "powell-badly-scaled",
            "brown-badly-scaled",
            "beale",
            "helical-valley",
            "bard",
            "gaussian",
            "box-3d",
            "kowalik-osborne");

    private static final List<String> OURS =
            List.of("lbfgs", "bfgs", "cg-descent", "newton-ls", "trust-region", "gauss-newton", "levenberg-marquardt");

    private HipparchusBeside() {}

    /** One run: what it took, and how it ended where it did not solve the problem. */
    private record Outcome(TestProblem problem, Effort effort, String end) {}

    /**
     * Runs and writes.
     *
     * @param arguments the directory, default {@code benchmarks/reports/hipparchus}
     * @throws IOException if the reports cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        List<String> rows = new ArrayList<>();
        List<String> counts = new ArrayList<>();
        List<String> ends = new ArrayList<>();
        counts.add("algorithm,problem,n,solved,values,gradients,hessians,products");
        List<String> names = Stream.concat(
                        Methods.opaqueNames().stream().filter(name -> name.startsWith("hipparchus-")), OURS.stream())
                .toList();
        for (String name : names) {
            List<Outcome> outcomes =
                    PROBLEMS.stream().map(p -> outcome(name, Problems.named(p))).toList();
            rows.add(row(name, outcomes));
            System.out.println(rows.get(rows.size() - 1));
            for (Outcome o : outcomes) {
                Effort e = o.effort;
                counts.add(String.join(
                        ",",
                        name,
                        o.problem.name(),
                        "" + o.problem.objective().dimension(),
                        "" + e.solved(),
                        "" + e.values(),
                        "" + e.gradients(),
                        "" + e.hessians(),
                        "" + e.products()));
                if (!e.solved()) {
                    ends.add("- " + name + " on " + o.problem.name() + ", after " + e.points() + ": " + o.end);
                }
            }
        }
        Path out = Path.of(arguments.length > 0 ? arguments[0] : "benchmarks/reports/hipparchus");
        Files.createDirectories(out);
        Files.writeString(out.resolve("report.md"), report(rows, ends));
        Files.write(out.resolve("counts.csv"), counts);
    }

    private static Outcome outcome(String name, TestProblem p) {
        Referee referee = Referee.of(p);
        Result r = Minimization.of(referee)
                .from(p.start())
                .with(Methods.parse(name))
                .until(StoppingRule.NEVER)
                .budget(Budget.UNLIMITED.withSteps(Referee.LIMIT)) // a method may stand still without evaluating
                .verdict(false)
                .run();
        return new Outcome(p, referee.effort(), r.status() + ", f = " + String.format(Locale.ROOT, "%.3g", r.value()));
    }

    private static String row(String name, List<Outcome> outcomes) {
        StringBuilder row = new StringBuilder("| ").append(name);
        double logs = 0;
        int solved = 0;
        for (Outcome o : outcomes) {
            row.append(" | ").append(o.effort.solved() ? "" + o.effort.points() : "–");
            logs += o.effort.solved() ? Math.log(o.effort.points()) : 0;
            solved += o.effort.solved() ? 1 : 0;
        }
        return row.append(String.format(Locale.ROOT, " | %d | %.1f |", solved, Math.exp(logs / Math.max(1, solved))))
                .toString();
    }

    private static String report(List<String> rows, List<String> ends) {
        List<String> lines = new ArrayList<>();
        lines.add("# Hipparchus's optimizers beside ours");
        lines.add("");
        lines.add("`java -cp target/benchmarks.jar org.hesse.benchmarks.HipparchusBeside`, Java "
                + System.getProperty("java.version"));
        lines.add("");
        lines.add(
                "Hipparchus's optimizers run as algorithms of ours, by the defaults of their records. Counted are evaluations,"
                        + " values and gradients together, a Jacobian as a gradient, up to the first evaluated point with"
                        + " ‖g‖∞ ≤ 1e-6·max(1,|f|) and f within 1e-5·max(1,|f*|) of a known local minimum, at most "
                        + Referee.LIMIT
                        + "; – is a problem not solved. Methods of values alone and those of gradients are not to be compared by"
                        + " these counts: a gradient by differences takes 2n values. The mean is the geometric one over what was"
                        + " solved.");
        lines.add("");
        lines.add("| algorithm | " + String.join(" | ", PROBLEMS) + " | solved | mean |");
        lines.add("|---" + "|---".repeat(PROBLEMS.size() + 2) + "|");
        lines.addAll(rows);
        lines.add("");
        lines.add("How the others ended, after so many evaluations:");
        lines.add("");
        lines.addAll(ends);
        return String.join("\n", lines) + "\n";
    }
}
