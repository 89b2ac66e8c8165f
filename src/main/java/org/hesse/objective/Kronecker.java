package org.hesse.objective;

import java.util.List;

/**
 * The Fisher matrix of a network layer by layer, each block as a Kronecker product: F ≈ diag(A₁⊗S₁, A₂⊗S₂, …) + λI with
 * A = E[āāᵀ] of what a layer takes, a 1 appended for its biases, and S = E[ssᵀ] of the slopes of log p(y) with respect to
 * what it gives. A block is exact for a single sample. λ is the weight of the penalty ½λ‖x‖².
 *
 * <p>Where the outputs are those of a softmax the Fisher matrix is the Gauss–Newton matrix ({@link GaussNewton}): y is drawn
 * from the model, not from the data.
 *
 * <p>Cost: a gradient for one label a sample; with the exact expectation half a gradient forward and half for each class,
 * charged as one value that goes over so many times the terms.
 *
 * <p>Source: Martens and Grosse (2015), arXiv:1503.05671, section 3.
 */
public interface Kronecker extends Structure {
    /** Over which labels the slopes are averaged. */
    enum Labels {
        /** One label for each sample, drawn from the probabilities of the model: the unbiased estimate of the source. */
        SAMPLED,
        /** All labels, weighted by the probabilities of the model: the expectation itself. */
        EXACT,
        /** The labels of the data: the empirical Fisher matrix, which is not the Fisher matrix. */
        EMPIRICAL
    }

    /**
     * The factors of one layer. Its variables are a matrix of weights, row by row, then a bias for each row, if it has any;
     * as one matrix the biases are the last column.
     *
     * @param from its first variable
     * @param outputs rows of its weights, at least 1
     * @param inputs columns of its weights, at least 1
     * @param a A, symmetric, of order {@code inputs}, or one more with biases
     * @param s S, symmetric, of order {@code outputs}
     */
    record Block(int from, int outputs, int inputs, double[][] a, double[][] s) {
        /**
         * The entries of this layer in a vector, as a matrix.
         *
         * @param x length n, not modified
         * @return one row for each output, as long as A has rows
         */
        public double[][] matrix(double[] x) {
            double[][] m = new double[outputs][a.length];
            for (int i = 0; i < outputs; i++) {
                System.arraycopy(x, from + i * inputs, m[i], 0, inputs);
                if (a.length > inputs) {
                    m[i][inputs] = x[from + outputs * inputs + i];
                }
            }
            return m;
        }

        /**
         * Puts a matrix in the place of this layer.
         *
         * @param m as {@link #matrix} gives it, not modified
         * @param x length n, <em>modified</em> in the entries of this layer
         */
        public void put(double[][] m, double[] x) {
            for (int i = 0; i < outputs; i++) {
                System.arraycopy(m[i], 0, x, from + i * inputs, inputs);
                if (a.length > inputs) {
                    x[from + outputs * inputs + i] = m[i][inputs];
                }
            }
        }
    }

    /**
     * The number of samples that the factors are means over.
     *
     * @return at least 1
     */
    int size();

    /**
     * The number of labels.
     *
     * @return at least 1
     */
    int classes();

    /**
     * The weight of the penalty.
     *
     * @return λ, at least 0
     */
    double lambda();

    /**
     * The factors at a point.
     *
     * @param x the point, length n, not modified and not kept
     * @param labels over which labels
     * @param seed of the labels that are drawn
     * @return a block for each layer, from the inputs to the outputs
     */
    List<Block> factorsAt(double[] x, Labels labels, long seed);

    @Override
    default Kronecker metered(Meter meter) {
        return new MeteredKronecker(this, meter);
    }
}
