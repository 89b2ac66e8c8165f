package org.hesse.report;

import java.util.List;
import java.util.Optional;
import org.hesse.compare.Comparison;
import org.hesse.compare.Score;
import org.hesse.compare.Summary;
import org.hesse.compare.Tuned;
import org.hesse.io.CsvText;
import org.hesse.method.MethodText;

/**
 * {@code summary.csv}: one row for each method in each regime, over its seeds. Columns are as the components of
 * {@link Summary}, those of {@code given} and {@code tuning} as of {@link Tuned}; {@code q1}, {@code q3} are the quartiles. What a run never reached is {@code Infinity}; what was not
 * asked for is empty.
 */
public final class SummaryCsv {
    /** The columns. */
    public static final List<String> COLUMNS = List.of(
            "experiment",
            "label",
            "method",
            "batch",
            "seeds",
            "hits",
            "diverged",
            "passes_to_goal_q1",
            "passes_to_goal_median",
            "passes_to_goal_q3",
            "seconds_to_goal_q1",
            "seconds_to_goal_median",
            "seconds_to_goal_q3",
            "gradients_to_goal_median",
            "final_excess_q1",
            "final_excess_median",
            "final_excess_q3",
            "best_excess_median",
            "passes_median",
            "seconds_median",
            "oracle_seconds_median",
            "steps_median",
            "allocated_bytes_median",
            "values_median",
            "gradients_median",
            "products_median",
            "hessians_median",
            "heldout_loss_median",
            "heldout_accuracy_median",
            "status",
            "verdict",
            "given_method",
            "given_hits",
            "given_final_excess_median",
            "tuning_passes",
            "tuning_seconds",
            "tuning_at_edge");

    private SummaryCsv() {}

    static String text(List<Comparison> sections) {
        CsvText csv = new CsvText(COLUMNS);
        for (Comparison section : sections) {
            section.summaries().forEach(s -> write(csv, section, s));
        }
        return csv.toString();
    }

    private static void write(CsvText csv, Comparison c, Summary s) {
        Optional<Tuned> tuned = c.tuned(s.entry().label(), s.regime());
        Optional<Summary> given = tuned.map(c::asGiven);
        csv.row(
                c.experiment().title(),
                s.entry().label(),
                MethodText.full(s.entry().algorithm()),
                s.regime().code(),
                s.seeds(),
                s.hits(),
                s.diverged(),
                s.passesToGoal().low(),
                s.passesToGoal().median(),
                s.passesToGoal().high(),
                s.secondsToGoal().low(),
                s.secondsToGoal().median(),
                s.secondsToGoal().high(),
                s.gradientsToGoal().median(),
                s.finalExcess().low(),
                s.finalExcess().median(),
                s.finalExcess().high(),
                s.bestExcess().median(),
                s.passes().median(),
                s.seconds().median(),
                s.oracleSeconds(),
                s.steps(),
                s.allocated(),
                s.values(),
                s.gradients(),
                s.products(),
                s.hessians(),
                s.heldOut().map(Score::loss).orElse(null),
                s.heldOut().map(Score::accuracy).orElse(null),
                s.status(),
                Format.verdict(s),
                tuned.map(t -> MethodText.full(t.given())).orElse(null),
                given.map(Summary::hits).orElse(null),
                given.map(g -> g.finalExcess().median()).orElse(null),
                tuned.map(Tuned::passes).orElse(null),
                tuned.map(Tuned::seconds).orElse(null),
                tuned.map(Tuned::isAtEdge).orElse(null));
    }
}
