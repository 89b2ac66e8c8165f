package org.hesse.problem;

/** A loss ℓ(z; y) of the k outputs of a linear model, for all samples of a tile at once; stateless. */
interface Loss {
    /** Returns the sum of the losses; leaves ∂ℓ/∂z in {@code t.z} if {@code slopes}. The same bits either way. */
    double sum(Tile t, boolean slopes);

    /** Leaves in {@code t.z} what the two methods below need to know of the point, k rows. */
    void linearise(Tile t);

    /** Overwrites u = {@code t.z} by (∂²ℓ/∂z²)·u at the point p. */
    void curve(double[][] p, Tile t);

    /** Writes ∂²ℓ/∂z_c∂z_d at the point p into {@code t.a}. */
    void curvature(double[][] p, int c, int d, Tile t);
}
