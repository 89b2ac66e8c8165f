package org.hesse.objective;

/**
 * The diagonal of the Gauss–Newton matrix of a loss that is a log-likelihood, from one gradient: N·ĝ∘ĝ + λ, ĝ the gradient
 * of the mean of −log p(ŷ) over N samples with labels ŷ drawn from the model. Its expectation is the diagonal, by Bartlett's
 * first identity: slopes of drawn labels have mean 0, so those of different samples do not mix.
 *
 * <p>Source: Liu et al. (2023), arXiv:2305.14342, Algorithm 2 (Gauss–Newton–Bartlett), to which λ of a penalty ½λ‖x‖² is added.
 */
public interface Bartlett extends Structure {
    /**
     * Estimates the diagonal; costs a gradient.
     *
     * @param x the point, length n, not modified and not kept
     * @param seed of the labels
     * @param d receives the estimate, at least 0, length n, <em>modified</em>
     */
    void diagonalAt(double[] x, long seed, double[] d);

    @Override
    default Bartlett metered(Meter meter) {
        return (x, seed, d) -> meter.charge(Work.GRADIENT, 1, () -> {
            diagonalAt(x, seed, d);
            return null;
        });
    }
}
