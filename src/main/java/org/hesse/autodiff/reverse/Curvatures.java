package org.hesse.autodiff.reverse;

import java.util.Arrays;

/** The second derivatives of slots by their arguments, those that are not 0: a list of h = ∂²y_k/∂y_i∂y_j, by rising k. */
final class Curvatures {
    private int size;
    private int next; // to be weighed
    private int mixed;
    private int[] slots = new int[3 * 64]; // of h number q, at 3q: k, i and j
    private double[] h = new double[64];

    void clear() {
        size = 0;
    }

    void add(int k, int i, int j, double second) {
        int q = size++;
        slots[3 * q] = k;
        slots[3 * q + 1] = i;
        slots[3 * q + 2] = j;
        h[q] = second;
        if (size == h.length) {
            slots = Arrays.copyOf(slots, 2 * slots.length);
            h = Arrays.copyOf(h, 2 * size);
        }
    }

    /** All those of slot k = y(i, j), which may be the same slot twice. */
    void add(int k, int i, int j, double aa, double ab, double bb) {
        if (aa != 0) {
            add(k, i, i, aa);
        }
        if (ab != 0) {
            add(k, i, j, i == j ? 2 * ab : ab);
        }
        if (bb != 0) {
            add(k, j, j, bb);
        }
    }

    /** Drops those of later slots. */
    void upTo(int result) {
        while (size > 0 && slots[3 * size - 3] > result) {
            size--;
        }
        next = size - 1;
        mixed = 0;
    }

    /** Multiplies those of slot k by its adjoint, the slots in falling order, and marks what has influence. */
    void weigh(int k, double wk, int[] marked) {
        int q = next;
        for (; q >= 0 && slots[3 * q] == k; q--) {
            h[q] = wk == 0 ? 0 : wk * h[q]; // an infinite one without influence does no harm
            if (h[q] != 0) {
                int i = slots[3 * q + 1];
                int j = slots[3 * q + 2];
                marked[i] = 1;
                marked[j] = 1;
                mixed += i == j ? 0 : 1;
            }
        }
        next = q;
    }

    /** How many there are by two slots, with influence. */
    int mixed() {
        return mixed;
    }

    /**
     * Sorts them into a symmetric matrix.
     *
     * @param number of each slot, its row
     * @param diagonal receives the sums of those by one slot twice, <em>modified</em>
     * @param pairs receives rows and columns of the others, one after the other, <em>modified</em>
     * @param entries receives their numbers, <em>modified</em>
     * @return 0, or NaN where one is not finite
     */
    double split(int[] number, double[] diagonal, int[] pairs, double[] entries) {
        double zero = 0;
        int e = 0;
        for (int q = 0; q < size; q++) {
            if (h[q] != 0) {
                int i = number[slots[3 * q + 1]];
                int j = number[slots[3 * q + 2]];
                zero += 0 * h[q];
                if (i == j) {
                    diagonal[i] += h[q];
                } else {
                    pairs[2 * e] = i;
                    pairs[2 * e + 1] = j;
                    entries[e++] = h[q];
                }
            }
        }
        return zero;
    }
}
