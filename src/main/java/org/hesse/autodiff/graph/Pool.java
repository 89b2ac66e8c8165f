package org.hesse.autodiff.graph;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * Buffers to be borrowed by any number of threads. Where there are more borrowers than places some buffers are made anew;
 * otherwise borrowing allocates nothing, which a concurrent queue would.
 *
 * @param <T> the buffers
 */
public final class Pool<T> {
    private static final int PLACES = 2 * Runtime.getRuntime().availableProcessors(); // a call to the system

    private final AtomicReferenceArray<T> places = new AtomicReferenceArray<>(PLACES);
    private final Supplier<T> make;

    /**
     * A pool without buffers.
     *
     * @param make makes one
     */
    public Pool(Supplier<T> make) {
        this.make = make;
    }

    /**
     * Borrows a buffer.
     *
     * @return one that nobody else has, as its last borrower left it or new
     */
    public T take() {
        for (int i = 0; i < places.length(); i++) {
            T one = places.getAndSet(i, null);
            if (one != null) {
                return one;
            }
        }
        return make.get();
    }

    /**
     * Gives a buffer back.
     *
     * @param one the buffer, no longer used by the caller
     */
    public void giveBack(T one) {
        for (int i = 0; i < places.length(); i++) {
            if (places.compareAndSet(i, null, one)) {
                return;
            }
        }
    }
}
