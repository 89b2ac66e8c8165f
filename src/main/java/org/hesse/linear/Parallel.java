package org.hesse.linear;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Runs the chunks of an index range on some threads. A chunk has a fixed size, which is part of the definition of what
 * is computed, and results are merged in the order of the chunks: the bits are the same with any number of threads.
 *
 * <p>The calling thread works too, so calls may be nested and always come to an end, however busy the pool is. The
 * helpers are daemon threads of one pool shared by the whole process; with one thread, or one chunk, there are none.
 */
public final class Parallel {
    private static final ExecutorService HELPERS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "hesse-parallel");
        thread.setDaemon(true);
        return thread;
    });
    private static final Parallel SEQUENTIAL = new Parallel(1);

    private final int threads;

    private Parallel(int threads) {
        this.threads = threads;
    }

    /**
     * Some threads.
     *
     * @param threads how many, at least 1, with the calling one
     * @return a runner of chunks, which may be shared
     * @throws IllegalArgumentException if less than 1
     */
    public static Parallel of(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads " + threads + ": expected at least 1");
        }
        return threads == 1 ? SEQUENTIAL : new Parallel(threads);
    }

    /**
     * How many threads.
     *
     * @return at least 1
     */
    public int threads() {
        return threads;
    }

    /**
     * The work on one chunk.
     *
     * @param <S> what the work writes to
     */
    @FunctionalInterface
    public interface Work<S> {
        /**
         * Works on a chunk.
         *
         * @param scratch what to write to, as an earlier chunk left it, <em>modified</em>
         * @param from the first index, inclusive
         * @param to the last index, exclusive
         */
        void run(S scratch, int from, int to);
    }

    /**
     * Works on every chunk, and merges what it wrote, in the order of the chunks.
     *
     * @param <S> what the work writes to; each thread has one
     * @param n the number of indices, at least 0
     * @param chunk the size of a chunk, at least 1; the last one may be smaller
     * @param scratch where a thread takes what its work writes to
     * @param work on one chunk, called on any thread
     * @param merge takes the result of one chunk over; never called twice at once
     * @throws RuntimeException whatever the work on the first chunk that failed has thrown, itself; later chunks may
     *     or may not have been worked on, but are not merged
     */
    public <S> void reduce(int n, int chunk, Pool<S> scratch, Work<S> work, Consumer<S> merge) {
        if (n < 0 || chunk < 1) {
            throw new IllegalArgumentException(
                    "chunks of " + chunk + " of " + n + " indices: expected a chunk of at least 1, indices at least 0");
        }
        int chunks = (int) ((n + (long) chunk - 1) / chunk);
        Queue<S> queue = new Queue<>(n, chunk, chunks, work, merge);
        for (int helper = 1; helper < Math.min(threads, chunks); helper++) {
            HELPERS.execute(() -> queue.work(scratch));
        }
        queue.work(scratch);
        queue.finish();
    }

    /**
     * Works on every chunk; the chunks must not write to the same places.
     *
     * @param n the number of indices, at least 0
     * @param chunk the size of a chunk, at least 1
     * @param work on one chunk, called on any thread
     * @throws RuntimeException as {@link #reduce}
     */
    public void forEachChunk(int n, int chunk, Range work) {
        reduce(n, chunk, new Pool<>(() -> work), Range::run, done -> {});
    }

    /** The work on one chunk, which writes to places of its own. */
    @FunctionalInterface
    public interface Range {
        /**
         * Works on a chunk.
         *
         * @param from the first index, inclusive
         * @param to the last index, exclusive
         */
        void run(int from, int to);
    }

    /**
     * A sum over all indices.
     *
     * @param n the number of indices, at least 0
     * @param chunk the size of a chunk, at least 1
     * @param partial the sum over one chunk, called on any thread
     * @return the partial sums added in the order of the chunks; 0 if there are none
     * @throws RuntimeException as {@link #reduce}
     */
    public double sum(int n, int chunk, Partial partial) {
        double[] sum = new double[1];
        reduce(
                n,
                chunk,
                new Pool<>(() -> new double[1]),
                (s, from, to) -> s[0] = partial.sum(from, to),
                s -> sum[0] += s[0]);
        return sum[0];
    }

    /** The sum over one chunk. */
    @FunctionalInterface
    public interface Partial {
        /**
         * Sums a chunk.
         *
         * @param from the first index, inclusive
         * @param to the last index, exclusive
         * @return the sum
         */
        double sum(int from, int to);
    }

    /** Hands out the chunks in order and merges them in order: who is early waits for its turn. */
    private static final class Queue<S> {
        private final int n;
        private final int chunk;
        private final int chunks;
        private final Work<S> work;
        private final Consumer<S> merge;
        private int next; // the chunk to hand out
        private int turn; // the chunk to merge
        private int active; // chunks handed out and not done with
        private Throwable failure; // of chunk `turn`, which then never moves on

        Queue(int n, int chunk, int chunks, Work<S> work, Consumer<S> merge) {
            this.n = n;
            this.chunk = chunk;
            this.chunks = chunks;
            this.work = work;
            this.merge = merge;
        }

        void work(Pool<S> pool) {
            int k = take();
            if (k == chunks) {
                return;
            }
            S scratch = pool.take();
            for (; k < chunks; k = take()) {
                Throwable thrown = null;
                try {
                    int from = k * chunk;
                    work.run(scratch, from, Math.min(n - from, chunk) + from);
                } catch (RuntimeException | Error e) {
                    thrown = e; // rethrown by finish, on the calling thread
                }
                merge(k, scratch, thrown);
            }
            pool.give(scratch);
        }

        private synchronized int take() {
            if (failure != null || next == chunks) {
                return chunks;
            }
            active++;
            return next++;
        }

        private synchronized void merge(int k, S scratch, Throwable thrown) {
            waitUntil(() -> turn == k || failure != null);
            active--;
            if (failure == null) { // else an earlier chunk failed
                try {
                    failure = thrown;
                    if (thrown == null) {
                        merge.accept(scratch);
                        turn++;
                    }
                } catch (RuntimeException | Error e) {
                    failure = e;
                }
            }
            notifyAll();
        }

        synchronized void finish() {
            waitUntil(() -> turn == chunks || failure != null && active == 0);
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure instanceof RuntimeException exception) {
                throw exception;
            }
        }

        private void waitUntil(BooleanSupplier condition) {
            boolean interrupted = false;
            while (!condition.getAsBoolean()) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    interrupted = true; // not ours to act on: the caller will see the flag
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
