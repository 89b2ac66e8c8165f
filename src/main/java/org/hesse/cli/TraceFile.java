package org.hesse.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.hesse.io.AtomicFiles;
import org.hesse.objective.Counts;
import org.hesse.run.Row;
import org.hesse.run.Trace;

/** A trace as CSV, one line a measurement; numbers read back to the same bits. */
final class TraceFile {
    private static final String HEADER =
            "steps,epochs,passes,values,gradients,products,hessians,seconds,oracle_seconds,"
                    + "value,gradient_norm,length,outcome,free";

    private TraceFile() {}

    static void write(Path file, Trace trace) throws IOException {
        String lines =
                trace.rows().stream().map(TraceFile::line).collect(Collectors.joining("\n", HEADER + "\n", "\n"));
        AtomicFiles.write(file, lines);
    }

    private static String line(Row r) {
        Counts c = r.counts();
        return String.join(
                ",",
                Long.toString(r.steps()),
                Double.toString(r.epochs()),
                Double.toString(r.passes()),
                Long.toString(c.values()),
                Long.toString(c.gradients()),
                Long.toString(c.products()),
                Long.toString(c.hessians()),
                Double.toString(r.seconds()),
                Double.toString(r.oracleSeconds()),
                Double.toString(r.value()),
                Double.toString(r.gradientNorm()),
                Double.toString(r.length()),
                r.outcome().toString(),
                Boolean.toString(r.free()));
    }
}
