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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hesse.io.AtomicFiles;
import org.hesse.io.Json;
import org.hesse.io.RecordCodec;

/**
 * The finished runs of one experiment, or of the several of one report, on disk: {@code experiments.json} says whose they
 * are, then there is a file for each run, written in one move as soon as the run is finished. Whatever ends the program,
 * finished runs are there, whole, and the same experiment goes on from them. One program at a time holds it.
 */
public final class RunDirectory implements RunStore, AutoCloseable {
    private static final String MANIFEST = "experiments.json";
    private static final int SCHEMA = 1;

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
        List<Map<String, String>> ours = new ArrayList<>();
        experiments.forEach(e -> ours.add(Identity.of(e).all()));
        Path manifest = directory.resolve(MANIFEST);
        Machine here = Machine.here();
        if (!Files.exists(manifest)) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("schema", SCHEMA);
            tree.put("began", RunStore.NONE.began().toString());
            tree.put("java", here.java());
            tree.put("system", here.system());
            tree.put("processors", here.processors());
            tree.put("experiments", ours);
            AtomicFiles.write(manifest, Json.text(tree) + "\n");
        }
        if (!(Json.values(manifest) instanceof Map<?, ?> known) || !Objects.equals(known.get("schema"), (long) SCHEMA)) {
            throw new IllegalArgumentException(manifest + ": expected \"schema\": " + SCHEMA);
        }
        String other = difference((List<?>) known.get("experiments"), ours);
        if (!other.isEmpty()) {
            throw new IllegalArgumentException(directory + " holds the runs of another experiment: " + other
                    + "; name another directory, or move it away");
        }
        clean(directory);
        Instant began = Instant.parse((String) known.get("began"));
        Machine there = new Machine(
                here.hesse(), (String) known.get("java"), (String) known.get("system"), ((Long) known.get("processors"))
                        .intValue());
        return new RunDirectory(directory, lock, began, there.equals(here) ? here : there.then(here));
    }

    /** What was another, in words; empty if all is the same. */
    private static String difference(List<?> known, List<Map<String, String>> ours) {
        if (known.size() != ours.size()) {
            return "it is of " + known.size() + ", this is of " + ours.size();
        }
        for (int i = 0; i < ours.size(); i++) {
            Map<?, ?> theirs = (Map<?, ?>) known.get(i);
            Map<String, String> all = new LinkedHashMap<>(ours.get(i));
            theirs.keySet().forEach(key -> all.putIfAbsent((String) key, null));
            for (String key : all.keySet()) {
                if (!Objects.equals(theirs.get(key), all.get(key))) {
                    return key + (theirs.get(key) == null ? " was not in it" : " was " + theirs.get(key)) + ", now "
                            + (all.get(key) == null ? "it is not" : "it is " + all.get(key));
                }
            }
        }
        return List.copyOf(keys(known)).equals(keys(ours)) ? "" : "the methods were in another order";
    }

    private static List<Object> keys(List<?> identities) {
        List<Object> keys = new ArrayList<>();
        identities.forEach(identity -> keys.addAll(((Map<?, ?>) identity).keySet()));
        return keys;
    }

    /** A lock ends with its process, however that ends. */
    private static FileChannel lock(Path directory) throws IOException {
        FileChannel channel = FileChannel.open(
                directory.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
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
