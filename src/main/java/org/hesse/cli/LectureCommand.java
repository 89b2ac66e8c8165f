package org.hesse.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hesse.lecture.Check;
import org.hesse.lecture.Claim;
import org.hesse.lecture.Lecture;
import org.hesse.report.ReportDirectory;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Runs the scripts of the lecture into one report. */
@CommandLine.Command(
        name = "lecture",
        description = "Put the claims of a lecture on optimization to the test: one report of measured figures.")
final class LectureCommand extends Command {
    @Option(
            names = "--quick",
            description = "Do less of each, in a minute or two: the report says so. Without it: under ten minutes.")
    private boolean quick;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "lecture",
            description = "Where the report goes: report.html, report.md, charts, scripts. Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            split = ",",
            description = "Claims to run, by the names of their scripts or the numbers in them. Default: all.")
    private List<String> only = List.of();

    LectureCommand(Console console) {
        super(console);
    }

    @Override
    Reply answer() {
        List<String> names = names();
        if (!Lecture.isPossible()) {
            throw new UsageException("lecture", Lecture.WITHOUT_JSHELL);
        }
        UsageException.of("--out", () -> ReportDirectory.open(out)); // what cannot be written is known before the runs
        Path page = out.resolve("report.html");
        List<String> lines = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        List<Map<String, Object>> documents = new ArrayList<>();
        for (String name : names) {
            progress("running " + name + " ...");
            Claim claim = Lecture.run(name, quick);
            claims.add(claim);
            lines.add(claim.title() + "\n  " + claim.ruling() + "\n  " + claim.finding());
            documents.add(document(claim));
        }
        Lecture.report(claims, quick).write(out);
        lines.add("the report is " + page);
        Map<String, Object> document = Reply.newDocument();
        document.put("quick", quick);
        document.put("claims", documents);
        document.put("file", page.toString());
        return new Reply(String.join("\n", lines), document);
    }

    private List<String> names() {
        if (only.isEmpty()) {
            return Lecture.names();
        }
        for (String wanted : only) {
            if (Lecture.names().stream().noneMatch(name -> isMeant(wanted, name))) {
                throw new UsageException(
                        "--only", "claim " + wanted + ": expected one of " + String.join(", ", Lecture.names()));
            }
        }
        return Lecture.names().stream()
                .filter(name -> only.stream().anyMatch(wanted -> isMeant(wanted, name)))
                .toList();
    }

    private static boolean isMeant(String wanted, String name) {
        String number = name.substring(0, name.indexOf('-'));
        return name.equals(wanted) || number.equals(wanted) || number.equals("0" + wanted);
    }

    private static Map<String, Object> document(Claim claim) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", claim.name());
        document.put("title", claim.title());
        document.put("verdict", claim.verdict().name());
        document.put("holdsAt", claim.holdsAt());
        document.put("failsAt", claim.failsAt());
        document.put("finding", claim.finding());
        List<Map<String, Object>> checks = new ArrayList<>();
        for (Check check : claim.checks()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("where", check.where());
            one.put("what", check.what());
            one.put("measured", check.measured());
            one.put("expected", check.expected());
            one.put("passes", check.passes());
            checks.add(one);
        }
        document.put("checks", checks);
        return document;
    }
}
