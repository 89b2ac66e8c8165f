package org.hesse.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hesse.compare.Comparison;
import org.hesse.compare.Regime;
import org.hesse.compare.Score;
import org.hesse.compare.Summary;

/**
 * The table of one experiment: regime by regime a line for each method, as text. Columns that nothing would stand in are
 * left out.
 *
 * @param header names of the columns, the first of them the method
 * @param groups a group of lines for each regime
 */
record Table(List<String> header, List<Group> groups) {
    /** The lines of one regime. */
    record Group(Regime regime, List<Line> lines) {}

    /** One method; {@code best} if no other of its group ended lower. */
    record Line(int entry, String label, String hyperparameters, List<String> cells, boolean best) {}

    static Table of(Comparison c) {
        List<Summary> all = c.summaries();
        boolean verdicts = all.stream().anyMatch(Table::hasVerdict);
        boolean scores = all.stream().anyMatch(s -> s.heldOut().isPresent());
        List<String> header = new ArrayList<>(List.of(
                "Method",
                "Reached " + c.experiment().goal(),
                "Passes to it",
                "Seconds to it",
                "Final F − F*",
                "Evaluations",
                "Seconds",
                "End"));
        if (scores) {
            header.addAll(List.of("Held-out loss", "Held-out accuracy"));
        }
        if (verdicts) {
            header.add("Kind of end point");
        }
        List<Group> groups = new ArrayList<>();
        for (Regime regime : c.experiment().regimes()) {
            List<Summary> group =
                    all.stream().filter(s -> s.regime().equals(regime)).toList();
            double lowest = group.stream()
                    .mapToDouble(s -> s.finalExcess().median())
                    .min()
                    .orElse(0);
            groups.add(new Group(
                    regime,
                    group.stream()
                            .map(s -> new Line(
                                    c.experiment().entries().indexOf(s.entry()),
                                    s.entry().label(),
                                    Format.hyperparameters(s.entry().algorithm()),
                                    cells(s, scores, verdicts),
                                    s.finalExcess().median() == lowest))
                            .toList()));
        }
        return new Table(header, groups);
    }

    private static boolean hasVerdict(Summary s) {
        return s.verdicts().stream().anyMatch(v -> v.kind().isPresent());
    }

    private static List<String> cells(Summary s, boolean scores, boolean verdicts) {
        Stream<String> first = Stream.of(
                Format.hits(s),
                Format.passes(s.passesToGoal().median()),
                Format.seconds(s.secondsToGoal().median()),
                Format.excess(s.finalExcess()),
                Format.evaluations(s),
                Format.seconds(s.seconds().median()),
                Format.status(s));
        Stream<String> score = !scores
                ? Stream.of()
                : s.heldOut()
                        .map(h -> Stream.of(Format.rounded(h.loss(), 3), accuracy(h)))
                        .orElseGet(() -> Stream.of(Format.NONE, Format.NONE));
        Stream<String> verdict = verdicts ? Stream.of(Format.verdict(s)) : Stream.of();
        return Stream.of(first, score, verdict).flatMap(cells -> cells).toList();
    }

    private static String accuracy(Score score) {
        return Double.isNaN(score.accuracy()) ? Format.NONE : Format.rounded(100 * score.accuracy(), 4) + " %";
    }
}
