package org.hesse.method.quasinewton;

import org.hesse.objective.Batch;
import org.hesse.objective.Oracle;

/** Which two gradients make the y of a curvature pair, where the batch changes between steps. */
public enum Pairs {
    /**
     * The gradients that two steps begin with: g(x⁺) on the next batch less g(x) on this one. What comes of a full-batch
     * method run on minibatches unchanged: y takes the difference of two batches for curvature.
     */
    NAIVE,
    /** Both gradients of this batch: Schraudolph, Yu and Günter (2007). It costs a second gradient a step. */
    SAME_BATCH;

    /** The batch of g(x⁺). */
    Batch next(Oracle f) {
        return f.batch(this == NAIVE ? 1 : 0);
    }
}
