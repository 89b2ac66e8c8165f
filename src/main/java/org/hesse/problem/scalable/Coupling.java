package org.hesse.problem.scalable;

/** A sum s = Σₖ σₖ(xₖ) of all variables, which elements can have as a variable of theirs, in the place n. */
@FunctionalInterface
interface Coupling {
    /** No sum. */
    Coupling NONE = (k, x, d) -> 0;

    /**
     * σₖ with its derivatives.
     *
     * @param k the number of the variable
     * @param x its value
     * @param d receives σ′ and σ″, <em>modified</em>
     * @return σₖ(x)
     */
    double at(int k, double x, double[] d);

    /**
     * The sum with its derivatives.
     *
     * @param x the variables
     * @param w receives ∇s if it is as long, <em>modified</em>
     * @param c receives the diagonal of ∇²s if it is as long, <em>modified</em>
     * @return s
     */
    default double sum(double[] x, double[] w, double[] c) {
        double s = 0;
        double[] d = new double[2];
        for (int k = 0; this != NONE && k < x.length; k++) {
            s += at(k, x[k], d);
            if (k < w.length) {
                w[k] = d[0];
            }
            if (k < c.length) {
                c[k] = d[1];
            }
        }
        return s;
    }
}
