package org.hesse.run;

import java.io.IOException;
import java.nio.file.Path;
import org.hesse.io.RecordCodec;
import org.hesse.method.State;
import org.hesse.objective.Counts;
import org.hesse.objective.Evaluation;
import org.hesse.objective.Noise;

/**
 * All that a run needs to go on bit for bit, between two steps.
 *
 * @param label the method, batches and seed of the run, as text; a run can only be resumed by the same
 * @param dimension n
 * @param state the method's state; null before the first step
 * @param steps steps finished
 * @param counts what was evaluated
 * @param nanos wall time so far, without measurements
 * @param oracleNanos the part of it spent inside the objective
 * @param best the best point measured, or null
 * @param last the last point measured, or null
 * @param trace the measurements, or null
 * @param noise of an objective known by its values alone, or null
 * @param roundOff how long the run has been moving about in rounding
 */
public record Checkpoint(
        String label,
        int dimension,
        State state,
        long steps,
        Counts counts,
        long nanos,
        long oracleNanos,
        Evaluation best,
        Evaluation last,
        Trace.Saved trace,
        Noise noise,
        RoundOff roundOff) {
    /** Before the first step. */
    static final Checkpoint NONE =
            new Checkpoint("", 0, null, 0, Counts.ZERO, 0, 0, null, null, null, null, RoundOff.NONE);

    /**
     * Writes the checkpoint, replacing the file in one move.
     *
     * @param file where to
     * @throws IOException if it cannot be written; the old file is then untouched
     * @throws IllegalArgumentException if the method's state is not made of what a state may hold
     */
    public void save(Path file) throws IOException {
        RecordCodec.save(file, this);
    }

    /**
     * Reads a checkpoint.
     *
     * @param file written by {@link #save}
     * @return the checkpoint
     * @throws IOException if it cannot be read, or is no checkpoint
     */
    public static Checkpoint load(Path file) throws IOException {
        if (RecordCodec.load(file) instanceof Checkpoint checkpoint) {
            return checkpoint;
        }
        throw new IOException(file + ": not a checkpoint");
    }
}
