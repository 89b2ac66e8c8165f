package org.hesse.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hesse.report.ReportDiff;
import org.hesse.report.ReportDiff.Line;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** Tells what has changed from one report to another. */
@CommandLine.Command(
        name = "diff",
        description = "Tell what has changed from one report to another, by experiment, method and batch size.")
final class ReportDiffCommand extends Command {
    @Parameters(index = "0", paramLabel = "OLD", description = "The directory of a finished report.")
    private Path before;

    @Parameters(index = "1", paramLabel = "NEW", description = "The directory of another.")
    private Path after;

    ReportDiffCommand(Console console) {
        super(console);
    }

    @Override
    Reply answer() {
        Map<ReportDiff.Key, ReportDiff.Numbers> first = UsageException.of("OLD", () -> ReportDiff.read(before));
        Map<ReportDiff.Key, ReportDiff.Numbers> second = UsageException.of("NEW", () -> ReportDiff.read(after));
        ReportDiff diff = ReportDiff.of(first, second);
        Map<String, Object> document = Reply.newDocument();
        document.put("old", before.toString());
        document.put("new", after.toString());
        document.put(
                "lines", diff.lines().stream().map(ReportDiffCommand::describe).toList());
        document.put("onlyOld", diff.onlyOld().stream().map(Object::toString).toList());
        document.put("onlyNew", diff.onlyNew().stream().map(Object::toString).toList());
        return new Reply(page(diff), document);
    }

    private String page(ReportDiff diff) {
        List<String> page = new ArrayList<>();
        page.add(before + " -> " + after);
        page.add(row("", "final F - F*", "passes to the goal", "seconds to the goal"));
        String experiment = "";
        for (Line line : diff.lines()) {
            if (!line.key().experiment().equals(experiment)) {
                experiment = line.key().experiment();
                page.add(experiment);
            }
            page.add(row(
                    "  " + line.key().label() + ", " + line.key().batch(),
                    change(line.old().finalExcess(), line.now().finalExcess()),
                    change(line.old().passesToGoal(), line.now().passesToGoal()),
                    change(line.old().secondsToGoal(), line.now().secondsToGoal())));
        }
        diff.onlyOld().forEach(key -> page.add("only in " + before + ": " + key));
        diff.onlyNew().forEach(key -> page.add("only in " + after + ": " + key));
        return String.join("\n", page);
    }

    private static String row(String who, String excess, String passes, String seconds) {
        return String.format(Locale.ROOT, "%-34s %-24s %-24s %s", who, excess, passes, seconds)
                .stripTrailing();
    }

    /** Both medians and their ratio, unless they are the same. */
    private static String change(double old, double now) {
        if (Double.compare(old, now) == 0) {
            return shown(now) + (Double.isFinite(now) ? " =" : "");
        }
        boolean ratio = old > 0 && now > 0 && Double.isFinite(old) && Double.isFinite(now);
        return shown(old) + " -> " + shown(now) + (ratio ? String.format(Locale.ROOT, " (x%.2g)", now / old) : "");
    }

    /** A goal missed is a dash. */
    private static String shown(double x) {
        return Double.isFinite(x) ? org.hesse.io.Numbers.rounded(x, 3) : "\u2014";
    }

    private static Map<String, Object> describe(Line line) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("experiment", line.key().experiment());
        document.put("method", line.key().label());
        document.put("batch", line.key().batch());
        document.put("old", describe(line.old()));
        document.put("new", describe(line.now()));
        return document;
    }

    private static Map<String, Object> describe(ReportDiff.Numbers numbers) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("finalExcess", numbers.finalExcess());
        document.put("passesToGoal", numbers.passesToGoal());
        document.put("secondsToGoal", numbers.secondsToGoal());
        return document;
    }
}
