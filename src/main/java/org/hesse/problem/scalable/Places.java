package org.hesse.problem.scalable;

/** Which variables an element has. */
@FunctionalInterface
interface Places {
    /** The place of what is no variable, but 0. */
    int NONE = -1;

    /**
     * The variables of an element.
     *
     * @param k the number of the element
     * @param i receives the index of each of its variables, or {@link #NONE}, or n for the sum that couples all (see
     *     {@link Coupling}), <em>modified</em>
     */
    void of(int k, int[] i);

    /** Elements that overlap: k has x_k, x_k+1, …. */
    static Places chain() {
        return blocks(1);
    }

    /** Elements at a distance: k has x_pk, x_pk+1, …. */
    static Places blocks(int p) {
        return (k, i) -> {
            for (int j = 0; j < i.length; j++) {
                i[j] = p * k + j;
            }
        };
    }

    /** Elements of two variables: x_k and a fixed one. */
    static Places eachWith(int fixed) {
        return (k, i) -> {
            i[0] = k;
            i[1] = fixed;
        };
    }

    /** Elements at a distance: k has those at the offsets from pk. */
    static Places within(int p, int... offsets) {
        return (k, i) -> {
            for (int j = 0; j < i.length; j++) {
                i[j] = p * k + offsets[j];
            }
        };
    }

    /** Each variable with the one before and the one after it, where n has them. */
    static Places beside(int n) {
        return (k, i) -> {
            i[0] = k;
            i[1] = k - 1;
            i[2] = k + 1 < n ? k + 1 : NONE;
        };
    }
}
