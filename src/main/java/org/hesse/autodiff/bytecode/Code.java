package org.hesse.autodiff.bytecode;

/** A compiled program: what the hidden classes of {@link Compiler} implement. */
interface Code {
    /**
     * f(x).
     *
     * @param w workspace of two numbers a node, the second half 0 before and after; or null if all is in one method
     */
    double value(double[] x, double[] w);

    /** f(x), its gradient going to {@code g}. */
    double gradient(double[] x, double[] g, double[] w);
}
