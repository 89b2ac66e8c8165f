package org.hesse.linear;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * Working memory that is used again: an evaluation takes a piece and gives it back, so that several threads may evaluate
 * at once and none allocates for long. A piece is handed out as it was left.
 *
 * @param <S> the kind of piece
 */
public final class Pool<S> {
    private final Supplier<S> maker;
    private final Deque<S> free = new ArrayDeque<>();

    /**
     * An empty pool.
     *
     * @param maker makes a piece where none is free
     */
    public Pool(Supplier<S> maker) {
        this.maker = maker;
    }

    /**
     * Takes a piece.
     *
     * @return a free piece, the last one given back, or a new one
     */
    public S take() {
        synchronized (free) {
            if (!free.isEmpty()) {
                return free.pop();
            }
        }
        return maker.get();
    }

    /**
     * Gives a piece back.
     *
     * @param piece not to be used any more by who gives it
     */
    public void give(S piece) {
        synchronized (free) {
            free.push(piece);
        }
    }
}
