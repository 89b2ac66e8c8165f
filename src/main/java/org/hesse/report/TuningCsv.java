package org.hesse.report;

import java.util.List;
import org.hesse.compare.Comparison;
import org.hesse.compare.Tuned;
import org.hesse.io.CsvText;
import org.hesse.method.MethodText;

/**
 * {@code tuning.csv}: one row for each point of the search space, method and regime. {@code score} is what was selected by,
 * {@code last} the last value, both medians over the seeds of the tuning, {@code Infinity} where they diverged; {@code
 * diverged} is how many did; {@code selected} is true for the point that competed.
 */
public final class TuningCsv {
    /** The columns. */
    public static final List<String> COLUMNS =
            List.of("experiment", "label", "batch", "method", "rate", "score", "last", "diverged", "selected");

    private TuningCsv() {}

    static String text(List<Comparison> sections) {
        CsvText csv = new CsvText(COLUMNS);
        for (Comparison section : sections) {
            for (Tuned t : section.tuned()) {
                for (Tuned.Trial trial : t.trials()) {
                    csv.row(
                            section.experiment().title(),
                            t.label(),
                            t.regime().code(),
                            MethodText.full(trial.algorithm()),
                            trial.rate(),
                            trial.score(),
                            trial.last(),
                            trial.diverged(),
                            !t.allDiverged() && trial == t.best());
                }
            }
        }
        return csv.toString();
    }
}
