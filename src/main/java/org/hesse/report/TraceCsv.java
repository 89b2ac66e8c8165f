package org.hesse.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hesse.compare.Comparison;
import org.hesse.compare.Run;
import org.hesse.io.CsvText;
import org.hesse.objective.Counts;
import org.hesse.run.Row;

/**
 * {@code traces.csv}: one row for each measurement of the whole objective.
 *
 * <table>
 * <caption>Columns</caption>
 * <tr><td>experiment</td><td>title of the experiment</td></tr>
 * <tr><td>label, batch, seed</td><td>the run: method (tuned, if the experiment is; {@code , as given} otherwise), {@code full} or
 *     batch size, seed</td></tr>
 * <tr><td>steps, epochs</td><td>steps that led to the point; the same in epochs</td></tr>
 * <tr><td>passes</td><td>data passes charged so far</td></tr>
 * <tr><td>values, gradients, products, hessians</td><td>evaluations charged so far, in calls</td></tr>
 * <tr><td>value_terms … hessian_terms</td><td>the same in terms of the sum</td></tr>
 * <tr><td>seconds, oracle_seconds</td><td>wall time without measurements; the part spent in the objective</td></tr>
 * <tr><td>value, excess, gradient_norm</td><td>F, F − F*, ‖∇F‖∞ of the whole objective at the point</td></tr>
 * <tr><td>length</td><td>rate or step length of the last step</td></tr>
 * <tr><td>outcome</td><td>what the last step did</td></tr>
 * <tr><td>measured</td><td>true if it was evaluated for the trace only, outside counts and time</td></tr>
 * <tr><td>snr</td><td>signal-to-noise ratio of the batches, {@link org.hesse.run.Minimization#signalToNoise}; the column is there with diagnostics
 *     alone, and empty on the full batch</td></tr>
 * </table>
 */
public final class TraceCsv {
    /** The columns, but for {@code snr}. */
    public static final List<String> COLUMNS = List.of(
            "experiment",
            "label",
            "batch",
            "seed",
            "steps",
            "epochs",
            "passes",
            "values",
            "gradients",
            "products",
            "hessians",
            "value_terms",
            "gradient_terms",
            "product_terms",
            "hessian_terms",
            "seconds",
            "oracle_seconds",
            "value",
            "excess",
            "gradient_norm",
            "length",
            "outcome",
            "measured");

    private TraceCsv() {}

    static String text(List<Comparison> sections) {
        boolean diagnosed = sections.stream().anyMatch(c -> c.experiment().diagnostics());
        List<String> columns = new ArrayList<>(COLUMNS);
        if (diagnosed) {
            columns.add("snr");
        }
        CsvText csv = new CsvText(columns);
        for (Comparison section : sections) {
            for (Run run : section.runs()) {
                run.rows().forEach(row -> write(csv, section, run, run.label(), row, diagnosed));
            }
            for (Run run : section.given()) {
                run.rows().forEach(row -> write(csv, section, run, run.label() + ", as given", row, diagnosed));
            }
        }
        return csv.toString();
    }

    private static void write(CsvText csv, Comparison section, Run run, String label, Row row, boolean diagnosed) {
        Counts counts = row.counts();
        Object[] cells = {
            section.experiment().title(),
            label,
            run.regime().code(),
            run.seed(),
            row.steps(),
            row.epochs(),
            row.passes(),
            counts.values(),
            counts.gradients(),
            counts.products(),
            counts.hessians(),
            counts.valueTerms(),
            counts.gradientTerms(),
            counts.productTerms(),
            counts.hessianTerms(),
            row.seconds(),
            row.oracleSeconds(),
            row.value(),
            row.value() - section.optimum().value(),
            row.gradientNorm(),
            row.length(),
            row.outcome(),
            !row.free(),
            row.columns().length == 0 ? null : (Object) Run.signalToNoise(row)
        };
        csv.row(diagnosed ? cells : Arrays.copyOf(cells, cells.length - 1));
    }
}
