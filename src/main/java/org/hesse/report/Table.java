package org.hesse.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hesse.compare.Comparison;
import org.hesse.compare.Regime;
import org.hesse.compare.Score;
import org.hesse.compare.Summary;
import org.hesse.io.Numbers;
import org.hesse.method.MethodText;

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

    /** One method, with its hyperparameters where it comes first; {@code best} if no other of its group ended lower. */
    record Line(String label, String hyperparameters, List<String> cells, boolean best) {}

    static Table of(Comparison c) {
        List<Summary> all = c.summaries();
        boolean verdicts = all.stream().anyMatch(Table::hasVerdict);
        boolean scores = all.stream().anyMatch(s -> s.heldOut().isPresent());
        boolean hits = all.stream().anyMatch(s -> s.hits() > 0);
        List<String> header =
                new ArrayList<>(List.of("Method", "Reached " + c.experiment().goal()));
        if (hits) {
            header.addAll(List.of("Passes to it", "Seconds to it"));
        }
        header.addAll(List.of("Final F − F*", "Steps", "Evaluations", "Seconds", "Allocated", "End"));
        if (scores) {
            header.addAll(List.of("Held-out loss", "Held-out accuracy"));
        }
        if (verdicts) {
            header.add("Kind of end point");
        }
        Set<String> seen = new HashSet<>();
        List<Group> groups = new ArrayList<>();
        for (Regime regime : c.experiment().regimes()) {
            List<Summary> group =
                    all.stream().filter(s -> s.regime().equals(regime)).toList();
            double lowest = group.stream()
                    .mapToDouble(s -> s.finalExcess().median())
                    .min()
                    .orElse(0);
            List<Line> lines = new ArrayList<>();
            for (Summary s : group) {
                String label = s.entry().label();
                String text = MethodText.full(s.entry().algorithm());
                boolean tuned = c.tuned(label, s.regime()).isPresent(); // to what is said in each regime
                String hyperparameters = seen.add(label + text) || tuned ? text : "";
                boolean best = s.finalExcess().median() == lowest;
                lines.add(new Line(label, hyperparameters, cells(s, hits, scores, verdicts), best));
            }
            groups.add(new Group(regime, lines));
        }
        return new Table(header, groups);
    }

    private static boolean hasVerdict(Summary s) {
        return s.verdicts().stream().anyMatch(v -> v.kind().isPresent());
    }

    private static List<String> cells(Summary s, boolean hits, boolean scores, boolean verdicts) {
        List<String> cells = new ArrayList<>(List.of(Format.hits(s)));
        if (hits) {
            cells.add(Format.passes(s.passesToGoal()));
            cells.add(Format.seconds(s.secondsToGoal().median()));
        }
        cells.add(Format.excess(s.finalExcess()));
        cells.add(Numbers.rounded(s.steps(), 6));
        cells.add(Format.evaluations(s));
        cells.add(Format.seconds(s.seconds().median()) + Format.oracleShare(s));
        cells.add(Format.megabytes(s.allocated()));
        cells.add(Format.status(s));
        if (scores) {
            cells.add(s.heldOut().map(h -> Format.rounded(h.loss(), 3)).orElse(Format.NONE));
            cells.add(s.heldOut().map(Table::accuracy).orElse(Format.NONE));
        }
        if (verdicts) {
            cells.add(Format.verdict(s));
        }
        return cells;
    }

    private static String accuracy(Score score) {
        return Double.isNaN(score.accuracy())
                ? Format.NONE
                : String.format(Locale.ROOT, "%.2f %%", 100 * score.accuracy());
    }
}
