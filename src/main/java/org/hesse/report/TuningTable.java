package org.hesse.report;

import java.util.ArrayList;
import java.util.List;
import org.hesse.compare.Comparison;
import org.hesse.compare.Entry;
import org.hesse.compare.Regime;
import org.hesse.compare.Summary;
import org.hesse.compare.Tuned;
import org.hesse.compare.Tuning;
import org.hesse.io.Numbers;
import org.hesse.method.MethodText;
import org.hesse.method.Tunable;

/** Methods as given beside the same tuned, what the tuning cost, and what is to be said against it. */
final class TuningTable {
    private static final List<String> HEADER = List.of(
            "Method, tuned",
            "Rate given",
            "Reached as given",
            "Final F − F* as given",
            "Rate tuned",
            "Reached tuned",
            "Final F − F* tuned",
            "Times nearer",
            "Cost of tuning",
            "Points that diverged",
            "Flags");

    private TuningTable() {}

    static Table of(Comparison c) {
        List<Summary> competing = c.summaries();
        List<Table.Group> groups = new ArrayList<>();
        for (Regime regime : c.experiment().regimes()) {
            List<Table.Line> lines = new ArrayList<>();
            for (Entry entry : c.experiment().entries()) {
                competing.stream()
                        .filter(s ->
                                s.regime().equals(regime) && s.entry().label().equals(entry.label()))
                        .forEach(s -> lines.add(line(c, s)));
            }
            groups.add(new Table.Group(regime, lines));
        }
        return new Table(HEADER, groups);
    }

    private static Table.Line line(Comparison c, Summary s) {
        String label = s.entry().label();
        return c.tuned(label, s.regime())
                .map(t -> new Table.Line(label, MethodText.full(t.algorithm()), cells(c, t, c.asGiven(t), s), false))
                .orElseGet(() -> new Table.Line(
                        label,
                        "",
                        List.of(
                                Format.NONE,
                                Format.hits(s),
                                Format.excess(s.finalExcess()),
                                Format.NONE,
                                Format.NONE,
                                Format.NONE,
                                Format.NONE,
                                "0",
                                Format.NONE,
                                "no rate: nothing to tune"),
                        false));
    }

    private static List<String> cells(Comparison c, Tuned t, Summary given, Summary tuned) {
        double resolution = Math.ulp(c.optimum().value());
        double ratio = Math.max(given.finalExcess().median(), resolution)
                / Math.max(tuned.finalExcess().median(), resolution);
        return List.of(
                rate(Tunable.rate(t.given()).orElseThrow()),
                Format.hits(given),
                Format.excess(given.finalExcess()),
                t.allDiverged() ? Format.NONE : rate(t.best().rate()),
                Format.hits(tuned),
                Format.excess(tuned.finalExcess()),
                nearer(ratio),
                Format.passes(t.passes()) + "\u00a0passes, "
                        + Format.seconds(t.seconds()).replace(' ', '\u00a0'),
                diverged(c.experiment().tuning().orElseThrow(), t),
                flags(t, tuned, ratio));
    }

    private static String rate(double rate) {
        return Numbers.brief(rate);
    }

    private static String nearer(double ratio) {
        if (Double.isNaN(ratio)) { // both diverged
            return Format.NONE;
        }
        return ratio < 100
                ? Numbers.rounded(ratio, 2)
                : ratio < 1e5 ? Long.toString(Math.round(ratio)) : Format.scientific(ratio);
    }

    private static String diverged(Tuning tuning, Tuned t) {
        long lost = t.trials().stream().filter(trial -> trial.diverged() > 0).count();
        return lost + " of " + tuning.points();
    }

    private static String flags(Tuned t, Summary tuned, double ratio) {
        List<String> flags = new ArrayList<>();
        if (t.allDiverged()) {
            flags.add("every point diverged: runs as given");
        } else if (t.isAtEdge()) {
            boolean low = t.best() == t.trials().get(0);
            flags.add("edge: the " + (low ? "lowest" : "highest") + " rate tried was best");
        }
        if (tuned.diverged() > 0) {
            flags.add("diverged in " + tuned.diverged() + " of " + tuned.seeds() + " seeds");
        }
        if (ratio < 1) {
            flags.add("no better than as given");
        }
        return flags.isEmpty() ? Format.NONE : String.join("; ", flags);
    }
}
