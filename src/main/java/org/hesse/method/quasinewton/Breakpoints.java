package org.hesse.method.quasinewton;

/** The indices of the positive finite numbers of an array, the least number first: a binary heap, built in O(n). */
final class Breakpoints {
    private final double[] t;
    private final int[] heap;
    private int size;

    /** Of an array, which is not to be modified while this is in use. */
    Breakpoints(double[] t) {
        this.t = t;
        heap = new int[t.length];
        for (int i = 0; i < t.length; i++) {
            if (t[i] > 0 && t[i] < Double.POSITIVE_INFINITY) {
                heap[size++] = i;
            }
        }
        for (int k = size / 2 - 1; k >= 0; k--) {
            sink(k);
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    int first() {
        return heap[0];
    }

    /** Takes the first away. */
    int take() {
        int first = heap[0];
        heap[0] = heap[--size];
        sink(0);
        return first;
    }

    private void sink(int from) {
        int k = from;
        int moved = heap[k];
        for (int child = 2 * k + 1; child < size; child = 2 * k + 1) {
            child += child + 1 < size && t[heap[child + 1]] < t[heap[child]] ? 1 : 0;
            if (t[heap[child]] >= t[moved]) {
                break;
            }
            heap[k] = heap[child];
            k = child;
        }
        heap[k] = moved;
    }
}
