package org.hesse.autodiff;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * Buffers to be borrowed by any number of threads. Where there are more borrowers than places some buffers are made anew;
 * otherwise borrowing allocates nothing, which a concurrent queue would.
 */
final class Pool<T> {
    private static final int PLACES = 2 * Runtime.getRuntime().availableProcessors(); // a call to the system

    private final AtomicReferenceArray<T> places = new AtomicReferenceArray<>(PLACES);
    private final Supplier<T> make;

    Pool(Supplier<T> make) {
        this.make = make;
    }

    T take() {
        for (int i = 0; i < places.length(); i++) {
            T one = places.getAndSet(i, null);
            if (one != null) {
                return one;
            }
        }
        return make.get();
    }

    void giveBack(T one) {
        for (int i = 0; i < places.length(); i++) {
            if (places.compareAndSet(i, null, one)) {
                return;
            }
        }
    }
}
