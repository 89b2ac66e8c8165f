package org.hesse.hipparchus.opaque;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.hesse.io.Numbers;

/**
 * A loop that may never end between two evaluations, where no budget reaches it, in a thread of its own: its questions are
 * answered in the caller's thread, which gives it up once it has computed for too long without one.
 *
 * <p>A thread cannot be stopped from outside. An abandoned one is a daemon of least priority; it goes on until its next
 * question, which throws, or until the program ends.
 */
final class Apart {
    private static final long POLL = 20; // milliseconds

    private final SynchronousQueue<FutureTask<?>> questions = new SynchronousQueue<>();

    /** Ends a loop whose caller has gone. */
    private static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1;

        Abandoned() {
            super(null, null, false, false);
        }
    }

    /**
     * Runs a loop. What it throws is thrown, and what an answer throws.
     *
     * @param loop asks by {@link #ask} alone
     * @param patience processor seconds without a question after which it is given up
     * @param interrupted called should the caller's thread be interrupted meanwhile
     * @throws IllegalStateException if the loop was given up
     */
    <T> T run(Callable<T> loop, double patience, Runnable interrupted) {
        FutureTask<T> whole = new FutureTask<>(loop);
        Thread thread = new Thread(whole, "hesse-apart");
        thread.setDaemon(true);
        thread.start();
        try {
            answer(whole, thread, patience);
            return result(whole);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            interrupted.run();
            throw new IllegalStateException("interrupted", e);
        } finally {
            if (!whole.isDone()) {
                thread.setPriority(Thread.MIN_PRIORITY);
                whole.cancel(true);
            }
        }
    }

    private void answer(FutureTask<?> whole, Thread thread, double patience) throws InterruptedException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long since = 0;
        while (!whole.isDone()) {
            FutureTask<?> question = questions.poll(POLL, TimeUnit.MILLISECONDS);
            long now = threads.getThreadCpuTime(thread.getId());
            if (question != null) {
                question.run();
                result(question);
                since = now;
            } else if ((now - since) * 1e-9 > patience) {
                throw new IllegalStateException(
                        "no evaluation in " + Numbers.brief(patience) + " s of processor time: given up");
            }
        }
    }

    private static <T> T result(FutureTask<T> task) throws InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            if (e.getCause() instanceof RuntimeException own) {
                throw own;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Asks the caller, in the loop's thread. */
    <T> T ask(Callable<T> question) {
        FutureTask<T> task = new FutureTask<>(question);
        try {
            questions.put(task);
            return task.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new Abandoned(); // the caller has thrown, or gone
        }
    }
}
