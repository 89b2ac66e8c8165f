package org.hesse.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hesse.io.AtomicFiles;
import org.hesse.io.CsvText;
import org.hesse.objective.Counts;
import org.hesse.run.Row;
import org.hesse.run.Trace;

/** A trace as CSV, one row a measurement; its columns are those of {@link Row}. */
final class TraceFile {
    private static final List<String> COLUMNS = List.of(
            "steps",
            "epochs",
            "passes",
            "values",
            "gradients",
            "products",
            "hessians",
            "seconds",
            "oracle_seconds",
            "value",
            "gradient_norm",
            "length",
            "outcome",
            "free");

    private TraceFile() {}

    static void write(Path file, Trace trace) {
        CsvText csv = new CsvText(COLUMNS);
        for (Row r : trace.rows()) {
            Counts c = r.counts();
            csv.row(
                    r.steps(),
                    r.epochs(),
                    r.passes(),
                    c.values(),
                    c.gradients(),
                    c.products(),
                    c.hessians(),
                    r.seconds(),
                    r.oracleSeconds(),
                    r.value(),
                    r.gradientNorm(),
                    r.length(),
                    r.outcome(),
                    r.free());
        }
        try {
            AtomicFiles.write(file, csv.toString());
        } catch (IOException e) {
            throw new UsageException("--trace", "cannot write " + file + ": " + e);
        }
    }
}
