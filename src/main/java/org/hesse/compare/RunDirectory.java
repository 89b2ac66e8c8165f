package org.hesse.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hesse.io.RecordCodec;

/**
 * The finished runs of one experiment, or of the several of one report, on disk: {@code experiments.json} says whose they
 * are, then there is a file for each run, written in one move as soon as the run is finished. Whatever ends the program,
 * finished runs are there, whole, and the same experiment goes on from them. One program at a time holds it.
 */
public final class RunDirectory implements RunStore, AutoCloseable {
    private static final String MANIFEST = "experiments.json";

    private final Path directory;
    private final FileChannel lock;
    private final Instant began;
    private final Machine machine;

    private RunDirectory(Path directory, FileChannel lock, Instant began, Machine machine) {
        this.directory = directory;
        this.lock = lock;
        this.began = began;
        this.machine = machine;
    }

    /**
     * Takes the directory for these experiments: a new one, or the one that holds their runs.
     *
     * @param directory made if it is not there
     * @param experiments those of one report, in their order
     * @return the directory, to be closed after the last run
     * @throws IllegalArgumentException if it holds runs of other experiments, with what differs; if another program is at
     *     work in it; or if it cannot be written to
     */
    public static RunDirectory open(Path directory, List<Experiment> experiments) {
        FileChannel lock = null;
        try {
            Files.createDirectories(directory);
            lock = lock(directory);
            RunDirectory open = open(directory, experiments, lock);
            lock = null;
            return open;
        } catch (IOException e) {
            throw new IllegalArgumentException(directory + " cannot hold the runs: " + e, e);
        } finally {
            if (lock != null) {
                close(lock);
            }
        }
    }

    private static RunDirectory open(Path directory, List<Experiment> experiments, FileChannel lock)
            throws IOException {
        Manifest manifest = Manifest.of(directory.resolve(MANIFEST), experiments);
        clean(directory);
        return new RunDirectory(directory, lock, manifest.began(), manifest.machine());
    }

    /** A lock ends with its process, however that ends. */
    private static FileChannel lock(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null; // of this very program
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        if (lock == null) {
            throw new IllegalArgumentException(directory + ": another program is at work in it, expected to be alone");
        }
        return channel;
    }

    /** What a killed program left half-written. */
    private static void clean(Path directory) throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(directory, "*.part")) {
            for (Path part : parts) {
                Files.delete(part);
            }
        }
    }

    @Override
    public Optional<Run> find(String key) {
        Path file = file(key);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            if (RecordCodec.load(file) instanceof KeptRun kept) {
                return Optional.of(kept.run());
            }
            throw new IOException(file + ": not a run");
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage() + "; delete that file to make the run again", e);
        }
    }

    @Override
    public void keep(String key, Run run) {
        try {
            RecordCodec.save(file(key), KeptRun.of(run));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String key) {
        return directory.resolve(key + ".json");
    }

    @Override
    public Instant began() {
        return began;
    }

    @Override
    public Machine machine() {
        return machine;
    }

    @Override
    public void close() {
        close(lock);
    }

    private static void close(FileChannel lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
