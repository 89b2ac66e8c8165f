package org.hesse.compare;

import java.util.List;
import java.util.Optional;
import org.hesse.objective.Counts;
import org.hesse.objective.Kind;
import org.hesse.run.PairJournal;
import org.hesse.run.Row;
import org.hesse.run.Status;

/** A {@link Run} in the form that {@link org.hesse.io.RecordCodec} writes bit for bit. */
record KeptRun(
        String label,
        int batch,
        long seed,
        Status status,
        double startValue,
        List<Row> rows,
        Counts counts,
        double passes,
        double seconds,
        double oracleSeconds,
        double elapsed,
        double allocated,
        double[] x,
        Score heldOut,
        Kind kind,
        String verdict,
        List<PairJournal.Entry> pairs) {
    static KeptRun of(Run r) {
        return new KeptRun(
                r.label(),
                r.regime().size(),
                r.seed(),
                r.status(),
                r.startValue(),
                r.rows(),
                r.counts(),
                r.passes(),
                r.seconds(),
                r.oracleSeconds(),
                r.elapsed(),
                r.allocated(),
                r.x(),
                r.heldOut().orElse(null),
                r.verdict().kind().orElse(null),
                r.verdict().text(),
                r.pairs());
    }

    Run run() {
        return new Run(
                label,
                new Regime(batch),
                seed,
                status,
                startValue,
                rows,
                counts,
                passes,
                seconds,
                oracleSeconds,
                elapsed,
                allocated,
                x,
                Optional.ofNullable(heldOut),
                new Verdict(Optional.ofNullable(kind), verdict),
                pairs == null ? List.of() : pairs); // kept before there were any
    }
}
