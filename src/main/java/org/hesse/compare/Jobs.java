package org.hesse.compare;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Makes the runs that are not in the store, some at a time, and returns all in the order asked. */
final class Jobs {
    private final int threads;
    private final int total;
    private final RunStore store;
    private final Function<Job, String> key;
    private final RunListener listener;
    private final Set<String> made = ConcurrentHashMap.newKeySet(); // keys of the runs of this program
    private int done;
    private int older;
    private volatile boolean failed;

    /**
     * Prepares.
     *
     * @param threads how many runs at a time
     * @param total how many runs there will be in all calls together
     * @param store what was finished before
     * @param key of a run in the store
     * @param listener told of every run
     */
    Jobs(int threads, int total, RunStore store, Function<Job, String> key, RunListener listener) {
        this.threads = threads;
        this.total = total;
        this.store = store;
        this.key = key;
        this.listener = listener;
    }

    Map<Job, Run> run(List<Job> jobs, Function<Job, Run> make) {
        List<Optional<Run>> known =
                jobs.stream().map(job -> store.find(key.apply(job))).toList();
        for (int i = 0; i < jobs.size(); i++) {
            if (known.get(i).isPresent()) {
                done++;
                older += made.contains(key.apply(jobs.get(i))) ? 0 : 1; // the tuned setting may be the given one
            }
        }
        if (known.stream().anyMatch(Optional::isPresent)) {
            listener.resumed(older, done, total);
        }
        List<Callable<Run>> calls = new ArrayList<>();
        for (int i = 0; i < jobs.size(); i++) {
            Job job = jobs.get(i);
            Optional<Run> run = known.get(i);
            calls.add(() -> run.isPresent() ? run.get() : finish(job, make));
        }
        List<Run> runs = threads == 1 ? inThisThread(calls) : inThreads(calls);
        Map<Job, Run> all = new LinkedHashMap<>();
        for (int i = 0; i < runs.size(); i++) {
            all.put(jobs.get(i), runs.get(i));
        }
        return all;
    }

    private Run finish(Job job, Function<Job, Run> make) {
        if (failed) {
            throw new CancellationException("another run failed");
        }
        try {
            Run run = make.apply(job);
            if (Thread.currentThread().isInterrupted()) {
                throw interrupted(); // its run was, too
            }
            store.keep(key.apply(job), run);
            made.add(key.apply(job));
            return told(run);
        } catch (UncheckedIOException e) { // an interrupted thread cannot write
            failed = true;
            throw Thread.currentThread().isInterrupted() ? interrupted() : e;
        } catch (RuntimeException e) {
            failed = true;
            throw e;
        }
    }

    private synchronized Run told(Run run) {
        listener.finished(++done, total, run);
        return run;
    }

    private static List<Run> inThisThread(List<Callable<Run>> calls) {
        List<Run> runs = new ArrayList<>();
        for (Callable<Run> call : calls) {
            try {
                runs.add(call.call());
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e); // no run throws a checked one
            }
        }
        return runs;
    }

    private List<Run> inThreads(List<Callable<Run>> calls) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Run> runs = new ArrayList<>();
            for (Future<Run> finished : pool.invokeAll(calls)) {
                runs.add(finished.get());
            }
            return runs;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private synchronized CancellationException interrupted() {
        return new CancellationException("interrupted after " + done + " of " + total + " runs");
    }
}
