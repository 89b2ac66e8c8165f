package org.hesse.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hesse.census.Census;
import org.hesse.method.Algorithm;
import org.hesse.method.MethodText;
import org.hesse.method.Methods;
import org.hesse.objective.Box;
import org.hesse.report.Plot;
import org.hesse.run.Budget;
import org.hesse.run.Minimization;
import org.hesse.run.Result;
import org.hesse.search.Schedules;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws a function of two variables, with the ways of methods. */
@CommandLine.Command(
        name = "plot",
        description = "Draw a function of two variables: contours, the ways of methods, critical points.")
final class PlotCommand extends Command {
    @Mixin
    private Function function;

    @Option(
            names = "--box",
            paramLabel = "x=a:b,y=c:d",
            required = true,
            description = "What to show, such as x=-2:2,y=-1:3.")
    private String box;

    @Option(
            names = "--methods",
            paramLabel = "NAME,...",
            defaultValue = "",
            description = "Methods of \"methods\" to run, such as lbfgs,gd:rate=1e-3. Default: none.")
    private String methods;

    @Option(
            names = "--start",
            paramLabel = "v,v",
            description =
                    "Where they start: numbers in the order of the variables, or x=-1.2,y=1. A problem has its own.")
    private String start;

    @Option(
            names = "--max-evals",
            paramLabel = "N",
            defaultValue = "10000",
            description = "The most evaluations of a method. Default: ${DEFAULT-VALUE}.")
    private long evaluations;

    @Option(names = "--census", paramLabel = "FILE", description = "Mark the points of a census saved by census --out.")
    private Path census;

    @Option(
            names = "--out",
            paramLabel = "FILE.html",
            description = "The page to write. Default: plot-1.html, or with the next free number.")
    private Path out;

    PlotCommand(Console console) {
        super(console);
    }

    @Override
    Reply answer() throws IOException {
        function.read();
        if (out != null && Files.exists(out)) {
            throw new UsageException("--out", out + " exists, and is not overwritten: expected a new file");
        }
        Box shown = UsageException.of("--box", () -> Box.parse(box));
        Plot plot = UsageException.of(
                "--box",
                () -> function.problem()
                        .map(problem -> Plot.of(problem, shown))
                        .orElseGet(() -> Plot.of(function.objective(), shown).title(function.title())));
        if (census != null) {
            Census marked = Census.load(census);
            Plot unmarked = plot;
            plot = UsageException.of("--census", () -> unmarked.census(marked));
        }
        List<String> page = new ArrayList<>(List.of(function.title()));
        List<Map<String, Object>> runs = new ArrayList<>();
        for (Algorithm method : algorithms()) {
            String name = MethodText.of(method);
            Result result = run(method);
            plot = plot.run(name, result);
            page.add("  " + name + " ".repeat(Math.max(1, 16 - name.length())) + result);
            runs.add(document(name, result));
        }
        Path file = out == null ? plot.write() : plot.write(out);
        page.add("  page            " + file);
        Map<String, Object> document = Reply.newDocument();
        function.describe(document);
        document.put("runs", runs);
        document.put("file", file.toString());
        return new Reply(String.join("\n", page), document);
    }

    private List<Algorithm> algorithms() {
        return methods.isBlank()
                ? List.of()
                : UsageException.of("--methods", () -> Methods.list(methods, Schedules.PASSES));
    }

    private Result run(Algorithm method) {
        Budget budget = UsageException.of("--max-evals", () -> Budget.UNLIMITED.withEvaluations(evaluations));
        Minimization settings =
                Minimization.of(function.objective()).from(start()).with(method).budget(budget);
        return UsageException.of("--methods", settings::run);
    }

    private double[] start() {
        if (start != null) {
            return function.point("--start", start);
        }
        return function.problem()
                .map(problem -> problem.start().clone())
                .orElseThrow(() -> new UsageException(
                        "--start",
                        "an expression has no start of its own: expected --start with numbers for "
                                + function.objective().layout().shown()));
    }

    private static Map<String, Object> document(String name, Result result) {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("method", name);
        run.put("status", result.status().code());
        run.put("x", result.x());
        run.put("value", result.value());
        run.put("steps", result.steps());
        Verdicts.describe(result.verdict(), run);
        return run;
    }
}
