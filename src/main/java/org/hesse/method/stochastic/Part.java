package org.hesse.method.stochastic;

import org.hesse.objective.Batch;

/** The first rows of a batch, for estimates that need fewer terms than its gradient. */
final class Part {
    private Part() {}

    /** Of rows so many, rounded, at least one; any other batch itself. */
    static Batch of(Batch batch, double fraction) {
        return batch instanceof Batch.Rows rows
                ? rows.head((int) Math.max(1, Math.round(fraction * (rows.to() - rows.from()))))
                : batch;
    }
}
