package org.hesse.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hesse.io.AtomicFiles;
import org.hesse.io.Json;

/**
 * Whose runs a {@link RunDirectory} holds.
 *
 * @param began when the experiments began
 * @param machine what they began on, and this one if it is another
 */
record Manifest(Instant began, Machine machine) {
    private static final int SCHEMA = 1;

    /**
     * Reads the file, or writes it if there is none.
     *
     * @throws IllegalArgumentException if it is of other experiments, with what differs
     */
    static Manifest of(Path file, List<Experiment> experiments) throws IOException {
        List<Map<String, String>> ours =
                experiments.stream().map(e -> Identity.of(e).all()).toList();
        Machine here = Machine.here();
        if (!Files.exists(file)) {
            write(file, ours, here);
        }
        if (!(Json.values(file) instanceof Map<?, ?> known) || !Objects.equals(known.get("schema"), (long) SCHEMA)) {
            throw new IllegalArgumentException(file + ": expected \"schema\": " + SCHEMA);
        }
        String other = difference((List<?>) known.get("experiments"), ours);
        if (!other.isEmpty()) {
            throw new IllegalArgumentException(file.getParent() + " holds the runs of another experiment: " + other
                    + "; name another directory, or move it away");
        }
        Machine there = new Machine(
                here.hesse(),
                (String) known.get("java"),
                (String) known.get("system"),
                ((Long) known.get("processors")).intValue());
        return new Manifest(Instant.parse((String) known.get("began")), there.equals(here) ? here : there.then(here));
    }

    private static void write(Path file, List<Map<String, String>> ours, Machine here) throws IOException {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("schema", SCHEMA);
        tree.put("began", RunStore.NONE.began().toString());
        tree.put("java", here.java());
        tree.put("system", here.system());
        tree.put("processors", here.processors());
        tree.put("experiments", ours);
        AtomicFiles.write(file, Json.text(tree) + "\n");
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
}
