package org.hesse.benchmarks.peers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.hesse.compare.Distribution;
import org.hesse.compare.Effort;
import org.hesse.compare.Profiles;
import org.hesse.io.AtomicFiles;
import org.hesse.io.CsvText;
import org.hesse.problem.catalog.TestProblem;
import org.hesse.problem.mgh.MoreGarbowHillstrom;
import org.hesse.report.ProfileChart;
import org.hesse.report.Sheet;

/** A contest on the problems of Moré, Garbow and Hillstrom as {@code report.html}, {@code report.md} and CSV. */
final class ContestReport {
    private static final double STRONG =
            0.9; // of the named problems are solved by a solver that is asked about common ones
    private static final String MISS = "–";

    private final Contest contest;
    private final List<TestProblem> problems;
    private final int[] named;
    private final int[] common;

    ContestReport(Contest contest) {
        this.contest = contest;
        this.problems = contest.problems();
        this.named = IntStream.range(0, problems.size())
                .filter(p -> MoreGarbowHillstrom.isCommon(problems.get(p)))
                .toArray();
        this.common = IntStream.of(named)
                .filter(p -> contest.entries().stream()
                        .filter(e -> count(e.exact(), named) >= STRONG * named.length)
                        .allMatch(e -> Double.isFinite(e.exact()[p])))
                .toArray();
    }

    void write(Path directory, String setting, List<String> leftOut) throws IOException {
        Sheet sheet = new Sheet("Moré, Garbow and Hillstrom's problems: Hesse beside its peers")
                .text(setting)
                .text("Evaluations up to the first evaluated point with |g|max <= 1e-6 max(1, |f|) and f within "
                        + "1e-5 max(1, |f*|) of a known local minimum, the solvers' own tolerances off, at most 20 000; "
                        + MISS + " is a miss. One counter in front of the objective decides for all solvers: the value "
                        + "and the gradient of one point are one evaluation.");
        leftOut.forEach(sheet::text);
        sheet.heading("All in all")
                .table(SUMMARY, contest.entries().stream().map(this::summary).toList());
        sheet.text("Mean: geometric mean over the " + named.length + " problems that nearly all solve ("
                + String.join(", ", names())
                + "); in brackets how many of them were solved where not all were, the mean "
                + "is then over those. Common: the mean over the " + common.length
                + " of them that all solve which solve nine "
                + "tenths of them. Jittered: every start moved by up to 2 % of each variable; solved counts problems "
                + "and starts, the mean is of the medians over the starts. Values, gradients, Hessians, products: points "
                + "of which the value alone was asked, points of which the gradient was, and second derivatives, summed "
                + "over the same problems from the exact starts. Claimed / right: at the library's defaults, how often it "
                + "said success, and how often f then was within 1e-6 max(1, |f*|) of a known local minimum; "
                + "false alarms are ends without the claim at such a value.");
        for (Contest.Entry e : contest.entries()) {
            if (!e.exceptions().isEmpty()) {
                sheet.text("The first exception of " + e.solver() + ": "
                        + e.exceptions().get(0));
            }
        }
        chart(sheet, "performance", "Performance profile, exact starts", Contest.Entry::exact);
        data(sheet, "data", "Data profile, exact starts", Contest.Entry::exact, 1);
        if (starts() > 0) {
            chart(sheet, "performance-jittered", "Performance profile, jittered starts", Contest.Entry::moved);
            data(sheet, "data-jittered", "Data profile, jittered starts", Contest.Entry::moved, starts());
        }
        sheet.heading("Exact starts").table(header(), counts(Contest.Entry::exact));
        if (starts() > 0) {
            sheet.heading("Medians over " + starts() + " jittered starts");
            sheet.table(header(), counts(Contest.Entry::medians));
        }
        sheet.write(directory);
        AtomicFiles.write(directory.resolve("counts.csv"), counts());
        AtomicFiles.write(directory.resolve("claims.csv"), claims());
    }

    private int starts() {
        return contest.entries().get(0).efforts().get(0).size() - 1;
    }

    private List<String> names() {
        return IntStream.of(named).mapToObj(p -> problems.get(p).name()).toList();
    }

    private static final List<String> SUMMARY = List.of(
            "solver",
            "solved",
            "mean",
            "common",
            "jittered: solved",
            "jittered: mean",
            "values",
            "gradients",
            "Hessians",
            "products",
            "claimed / right",
            "false alarms",
            "exceptions");

    private List<String> summary(Contest.Entry e) {
        List<String> row = new ArrayList<>(
                List.of(e.solver(), solved(e.exact()), mean(e.exact(), named), mean(e.exact(), common)));
        row.addAll(starts() > 0 ? List.of(solved(e.moved()), mean(e.medians(), named)) : List.of("", ""));
        List<ToLongFunction<Effort>> kinds =
                List.of(Effort::values, Effort::gradients, Effort::hessians, Effort::products);
        for (ToLongFunction<Effort> kind : kinds) {
            row.add(Long.toString(IntStream.of(named)
                    .mapToObj(p -> e.efforts().get(p).get(0))
                    .filter(Effort::solved)
                    .mapToLong(kind)
                    .sum()));
        }
        List<Contest.Claim> claims =
                e.claims().stream().flatMap(Optional::stream).toList();
        if (claims.isEmpty()) {
            row.addAll(List.of("", ""));
        } else {
            long claimed = claims.stream().filter(Contest.Claim::success).count();
            long right = claims.stream().filter(c -> c.success() && c.right()).count();
            row.add(claimed + " / " + right);
            row.add(Long.toString(
                    claims.stream().filter(c -> !c.success() && c.right()).count()));
        }
        row.add(e.exceptions().isEmpty() ? "" : Integer.toString(e.exceptions().size()));
        return row;
    }

    private static String solved(double[] cost) {
        return Arrays.stream(cost).filter(Double::isFinite).count() + " of " + cost.length;
    }

    private static long count(double[] cost, int[] of) {
        return IntStream.of(of).filter(p -> Double.isFinite(cost[p])).count();
    }

    private static String mean(double[] cost, int[] of) {
        double[] finite = IntStream.of(of)
                .mapToDouble(p -> cost[p])
                .filter(Double::isFinite)
                .toArray();
        if (finite.length == 0) {
            return MISS;
        }
        String mean = String.format(Locale.ROOT, "%.1f", Profiles.geometricMean(finite));
        return finite.length == of.length ? mean : mean + " (" + finite.length + ")";
    }

    private double[][] costs(Function<Contest.Entry, double[]> of) {
        return contest.entries().stream().map(of).toArray(double[][]::new);
    }

    private Map<String, Distribution> labelled(List<Distribution> curves) {
        Map<String, Distribution> labelled = new LinkedHashMap<>();
        for (int s = 0; s < curves.size(); s++) {
            labelled.put(contest.entries().get(s).solver(), curves.get(s));
        }
        return labelled;
    }

    private void chart(Sheet sheet, String name, String title, Function<Contest.Entry, double[]> of) {
        Map<String, Distribution> curves = labelled(Profiles.performance(costs(of)));
        sheet.chart(name, new ProfileChart(title, "evaluations, in units of the best solver's", 1, 64, curves));
    }

    private void data(Sheet sheet, String name, String title, Function<Contest.Entry, double[]> of, int repeat) {
        int[] n = problems.stream()
                .flatMapToInt(p -> IntStream.generate(p.objective()::dimension).limit(repeat))
                .toArray();
        Map<String, Distribution> curves = labelled(Profiles.data(costs(of), n));
        sheet.chart(name, new ProfileChart(title, "evaluations, in units of n + 1", 0.25, 512, curves));
    }

    private List<String> header() {
        List<String> header = new ArrayList<>(List.of("problem", "n"));
        contest.entries().forEach(e -> header.add(e.solver()));
        return header;
    }

    private List<List<String>> counts(Function<Contest.Entry, double[]> of) {
        double[][] cost = costs(of);
        List<List<String>> rows = new ArrayList<>();
        for (int p = 0; p < problems.size(); p++) {
            TestProblem problem = problems.get(p);
            List<String> row = new ArrayList<>(
                    List.of(problem.name(), Integer.toString(problem.objective().dimension())));
            for (double[] c : cost) {
                row.add(Double.isFinite(c[p]) ? Long.toString(Math.round(c[p])) : MISS);
            }
            rows.add(row);
        }
        return rows;
    }

    /** Start 0 is the exact one. */
    private String counts() {
        CsvText csv = new CsvText(
                List.of("solver", "problem", "n", "start", "solved", "values", "gradients", "hessians", "products"));
        for (Contest.Entry e : contest.entries()) {
            for (int p = 0; p < problems.size(); p++) {
                TestProblem problem = problems.get(p);
                for (int k = 0; k <= starts(); k++) {
                    Effort x = e.efforts().get(p).get(k);
                    int n = problem.objective().dimension();
                    csv.row(
                            e.solver(),
                            problem.name(),
                            n,
                            k,
                            x.solved(),
                            x.values(),
                            x.gradients(),
                            x.hessians(),
                            x.products());
                }
            }
        }
        return csv.toString();
    }

    private String claims() {
        CsvText csv = new CsvText(List.of("solver", "problem", "claimed", "right", "f"));
        for (Contest.Entry e : contest.entries()) {
            for (int p = 0; p < problems.size(); p++) {
                if (e.claims().get(p).isPresent()) {
                    Contest.Claim c = e.claims().get(p).get();
                    csv.row(e.solver(), problems.get(p).name(), c.success(), c.right(), c.value());
                }
            }
        }
        return csv.toString();
    }
}
