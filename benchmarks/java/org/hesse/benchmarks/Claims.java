package org.hesse.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hesse.critical.Evidence;
import org.hesse.io.Numbers;
import org.hesse.linear.Vectors;
import org.hesse.method.Method;
import org.hesse.method.Methods;
import org.hesse.objective.Domain;
import org.hesse.objective.Kind;
import org.hesse.objective.Objective;
import org.hesse.problem.Problems;
import org.hesse.problem.catalog.TestProblem;
import org.hesse.run.Budget;
import org.hesse.run.Minimization;
import org.hesse.run.Result;
import org.hesse.run.Status;

/**
 * Is what a run claims right? Every method by its defaults on every problem without bounds and penalty, with the verdict on:
 * how often it claims a minimum, and how often f is then that of a known one.
 *
 * <p>{@code java -cp target/benchmarks.jar org.hesse.benchmarks.Claims DIRECTORY [evaluations] [method;method ...]}
 */
public final class Claims {
    private static final double NEAR = 1e-6; // relative to max(1, |f*|)
    private static final List<String> WRAPPED =
            List.of("escape(bfgs)", "lookahead(adam:rate=0.1)", "clipping(momentum)", "svrg(gd)");

    private Claims() {}

    /** What a run ended with, beside what is known. */
    private record Run(String method, String problem, Result result, double known, double rounding) {
        boolean isClaim() {
            return result.isMinimum();
        }

        boolean isRight() {
            return Math.abs(result.value() - known) <= NEAR * Math.max(1, Math.abs(known));
        }

        /** A minimum that is proved, and not known by its value. */
        boolean isNew() {
            return !isRight()
                    && result.verdict()
                            .filter(v -> v.kind() == Kind.MINIMUM && v.evidence() == Evidence.CERTIFIED)
                            .isPresent();
        }

        boolean isWrong() {
            return isClaim() && !isRight() && !isNew();
        }

        /** At a minimum to within rounding, and the status says trouble. */
        boolean isFalseAlarm() {
            boolean trouble = is(Status.Code.STUCK) || is(Status.Code.NOT_FINITE) || is(Status.Code.FAILED);
            return trouble && Math.abs(result.value() - known) <= rounding;
        }

        boolean is(Status.Code code) {
            return result.status().code() == code;
        }

        boolean isOther() {
            return result.isConverged() && !isClaim();
        }

        String line() {
            return "| " + method + " | " + problem + " | " + result.status().code() + " | "
                    + result.verdict().map(v -> v.kind() + ", " + v.evidence()).orElse("none") + " | "
                    + Numbers.precise(result.value()) + " | " + Numbers.precise(known) + " |";
        }
    }

    /**
     * Runs and writes {@code claims.md} and {@code claims.csv}.
     *
     * @param arguments the directory, the budget of a run (default 20000 evaluations) and methods (default all)
     * @throws IOException if they cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        long evaluations = arguments.length > 1 ? Long.parseLong(arguments[1]) : 20_000;
        List<String> methods = arguments.length > 2 ? List.of(arguments[2].split(";")) : methods();
        List<TestProblem> problems = problems();
        List<Run> runs = new ArrayList<>();
        Files.createDirectories(directory);
        for (String method : methods) {
            long before = System.nanoTime();
            problems.stream()
                    .parallel()
                    .filter(p -> fits(Methods.named(method), p.objective()))
                    .map(p -> run(method, p, evaluations))
                    .forEachOrdered(runs::add);
            System.out.printf(Locale.ROOT, "%s %.1f s%n", method, (System.nanoTime() - before) * 1e-9);
            List<String> done = methods.subList(0, methods.indexOf(method) + 1);
            Files.writeString(directory.resolve("claims.md"), page(done, problems.size(), evaluations, runs));
            Files.writeString(directory.resolve("claims.csv"), table(runs));
        }
    }

    private static List<String> methods() {
        List<String> all = new ArrayList<>(Methods.names());
        all.remove("sgd"); // gd by another name
        all.retainAll(Methods.fitting(Domain.unbounded(1)));
        all.addAll(WRAPPED);
        return all;
    }

    private static List<TestProblem> problems() {
        List<TestProblem> all = new ArrayList<>();
        for (String name : Problems.names()) {
            TestProblem p = Problems.named(name);
            if (!p.objective().domain().isBounded() && !p.objective().domain().isPenalised()) {
                all.add(p);
                if (Problems.parameters(name).contains("start")) {
                    all.add(Problems.named(name + ":start=1"));
                }
            }
        }
        return all;
    }

    private static boolean fits(Method<?> method, Objective f) {
        return method.needs().stream().allMatch(s -> f.as(s).isPresent());
    }

    private static Run run(String method, TestProblem p, long evaluations) {
        Result r = Minimization.of(p.objective())
                .from(p.start())
                .with(Methods.named(method))
                .budget(Budget.UNLIMITED.withEvaluations(evaluations))
                .run();
        double known = Arrays.stream(p.minima())
                .boxed()
                .min((a, b) -> Double.compare(Math.abs(a - r.value()), Math.abs(b - r.value())))
                .orElse(Double.NaN);
        return new Run(method, p.name(), r, known, rounding(p.objective(), r, known));
    }

    /** Of f by some 50 operations, of x, and as seen at neighbouring points. */
    private static double rounding(Objective f, Result r, double known) {
        double[] x = r.x();
        double argument = r.gradient() == null ? 0 : Vectors.absDot(r.gradient(), x);
        double e = Math.ulp(1.0) * (50 * Math.max(Math.abs(r.value()), Math.abs(known)) + argument);
        for (int i = 0; i < x.length; i++) {
            double[] y = x.clone();
            y[i] += Math.ulp(y[i]);
            double there = f.value(y);
            e = Double.isFinite(there) ? Math.max(e, Math.abs(there - r.value())) : e;
        }
        return e;
    }

    private static String page(List<String> methods, int problems, long evaluations, List<Run> runs) {
        StringBuilder page = new StringBuilder();
        page.append("# What runs claim, and what is right\n\n")
                .append(problems)
                .append(
                        " starts of problems without bounds and penalty, every method by its defaults, verdict on, at most ")
                .append(evaluations)
                .append(" evaluations: ")
                .append(runs.size())
                .append(" runs.\n\n")
                .append(
                        "Claimed: `Result.isMinimum()`. Right: f within 1e-6 max(1, |f\\*|) of a known local minimum. New: a"
                                + " minimum proved by interval arithmetic that is not known by its value. Wrong: claimed, and"
                                + " neither. False alarm: STUCK, NOT_FINITE or FAILED, and f within rounding of a known minimum."
                                + " Unclaimed: CONVERGED, and the verdict is no minimum. Floor: AT_ROUNDOFF_FLOOR, claimed or"
                                + " not.\n\n")
                .append("| method | runs | claimed | right | new | wrong | false alarms | unclaimed | floor | budget |"
                        + " stuck | not finite |\n")
                .append("| --- |" + " ---: |".repeat(11) + "\n");
        for (String method : methods) {
            List<Run> own = runs.stream().filter(r -> r.method().equals(method)).toList();
            page.append(row(method, own));
        }
        page.append(row("all", runs));
        list(page, "Wrong", runs, Run::isWrong);
        list(page, "False alarms", runs, Run::isFalseAlarm);
        list(page, "New", runs, r -> r.isClaim() && r.isNew());
        list(page, "Converged, and no minimum", runs, Run::isOther);
        list(page, "At the floor, and no minimum", runs, r -> r.is(Status.Code.AT_ROUNDOFF_FLOOR) && !r.isClaim());
        list(page, "Stuck", runs, r -> r.is(Status.Code.STUCK));
        return page.toString();
    }

    private static String row(String name, List<Run> runs) {
        List<Predicate<Run>> columns = List.of(
                r -> true,
                Run::isClaim,
                r -> r.isClaim() && r.isRight(),
                r -> r.isClaim() && r.isNew(),
                Run::isWrong,
                Run::isFalseAlarm,
                Run::isOther,
                r -> r.is(Status.Code.AT_ROUNDOFF_FLOOR),
                r -> r.is(Status.Code.BUDGET),
                r -> r.is(Status.Code.STUCK),
                r -> r.is(Status.Code.NOT_FINITE));
        return columns.stream()
                .map(c -> Long.toString(runs.stream().filter(c).count()))
                .collect(Collectors.joining(" | ", "| " + name + " | ", " |\n"));
    }

    private static void list(StringBuilder page, String title, List<Run> runs, Predicate<Run> which) {
        List<Run> some = runs.stream().filter(which).toList();
        page.append("\n## ").append(title).append(": ").append(some.size()).append("\n");
        if (!some.isEmpty()) {
            page.append("\n| method | problem | status | verdict | f | nearest known minimum |\n")
                    .append("| --- | --- | --- | --- | --- | --- |\n");
            some.forEach(r -> page.append(r.line()).append("\n"));
        }
    }

    private static String table(List<Run> runs) {
        return runs.stream()
                .map(r -> String.join(
                        ",",
                        r.method().replace(',', ';'),
                        r.problem().replace(',', ';'),
                        r.result().status().code().toString(),
                        r.result().verdict().map(v -> v.kind().toString()).orElse(""),
                        r.result().verdict().map(v -> v.evidence().toString()).orElse(""),
                        Double.toString(r.result().value()),
                        Double.toString(r.known()),
                        Double.toString(r.rounding()),
                        Double.toString(
                                r.result().verdict().map(v -> v.decrement()).orElse(Double.NaN)),
                        Long.toString(r.result().counts().evaluations()),
                        '"' + r.result().status().why().replace('"', '\'') + '"'))
                .collect(Collectors.joining(
                        "\n",
                        "method,problem,status,kind,evidence,value,known,rounding,decrement,evaluations,why\n",
                        "\n"));
    }
}
