package org.hesse.problem.scalable;

/**
 * Many elements of one form.
 *
 * @param count how many
 * @param arity the number of variables of each
 * @param squared whether φ² is summed, not φ
 * @param places which variables they have
 * @param element the form
 */
record Terms(int count, int arity, boolean squared, Places places, Element element) {
    /** Room for one element at a time. */
    Local local() {
        return new Local(
                this, new int[arity], new double[arity], new double[arity], new double[arity * (arity + 1) / 2]);
    }

    /**
     * The element in hand.
     *
     * @param terms where it is from
     * @param i the indices of its variables
     * @param u their values
     * @param d ∂φ/∂u
     * @param h the lower triangle of ∂²φ/∂u² by rows
     */
    record Local(Terms terms, int[] i, double[] u, double[] d, double[] h) {
        /** φ of element k at x, its derivatives in d and h. */
        double at(int k, double[] x, double s) {
            terms.places.of(k, i);
            for (int j = 0; j < u.length; j++) {
                u[j] = i[j] < 0 ? 0 : i[j] < x.length ? x[i[j]] : s;
            }
            return terms.element.at(k, u, d, h);
        }

        /** The entry (j, l), l ≤ j, of the second derivatives of what is summed, at φ. */
        double second(int j, int l, double phi) {
            double hjl = h[j * (j + 1) / 2 + l];
            return terms.squared ? 2 * (d[j] * d[l] + phi * hjl) : hjl;
        }
    }
}
