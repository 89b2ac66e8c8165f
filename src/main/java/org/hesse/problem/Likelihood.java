package org.hesse.problem;

import java.util.random.RandomGenerator;

/** A loss −log p(y; z) of labels y, whose curvature ∂²ℓ/∂z² is the variance of its slopes over the labels of the model. */
interface Likelihood extends Loss {
    /** Overwrites the outputs {@code t.z} by the slopes ∂ℓ/∂z for labels drawn from the model, a number for each sample. */
    void draw(Tile t, RandomGenerator random);
}
