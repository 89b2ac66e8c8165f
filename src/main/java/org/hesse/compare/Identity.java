package org.hesse.compare;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hesse.io.Build;
import org.hesse.io.Numbers;
import org.hesse.method.MethodText;

/**
 * What makes an experiment this one and no other: everything that the result of a run depends on. The threads, the title
 * and F* are not in it.
 *
 * @param problem the objective: its provenance, and its values at two points near the start, for an objective of one's own
 *     says nothing else
 * @param plan what is run on it
 */
record Identity(Map<String, String> problem, Map<String, String> plan) {
    private static final int SHOWN = 16; // hexadecimal digits of a hash

    static Identity of(Experiment e) {
        Problem p = e.problem();
        Map<String, String> problem = new LinkedHashMap<>();
        problem.put("problem", p.name());
        problem.put("description", p.description());
        problem.putAll(p.facts());
        problem.put("N", Long.toString(p.sum().terms()));
        problem.put("n", Integer.toString(p.sum().dimension()));
        problem.put("start", hash(p.start()));
        problem.put("held out", Boolean.toString(p.heldOut().isPresent()));
        for (int seed = 1; seed <= 2; seed++) {
            double value = p.sum().value(Jitter.of(p.start(), 0.1, seed)); // at 0 all data look alike
            problem.put("F near the start, " + seed, String.format(Locale.ROOT, "%.9g", value));
        }
        Map<String, String> plan = new LinkedHashMap<>();
        for (Entry entry : e.entries()) {
            plan.put("method " + entry.label(), MethodText.full(entry.algorithm()));
        }
        plan.put("batches", e.regimes().stream().map(Regime::code).collect(Collectors.joining(", ")));
        plan.put("seeds", e.seeds().toString());
        plan.put("passes", Numbers.exact(e.passes()));
        plan.put("seconds", Numbers.exact(e.seconds()));
        plan.put("goal", e.goal().code());
        plan.put("gradientTolerance", Numbers.exact(e.gradientTolerance()));
        plan.put("tuning", e.tuning().map(Tuning::toString).orElse("none"));
        if (e.diagnostics()) { // not said otherwise, so that the runs of others are still theirs
            plan.put("diagnostics", "on");
        }
        plan.put("Hesse", Build.version());
        return new Identity(problem, plan);
    }

    /** Everything, in order. */
    Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>(problem);
        all.putAll(plan);
        return all;
    }

    /** A file name for a run: readable, and different wherever the run is. */
    String key(Job job) {
        String what = problem
                + MethodText.full(job.algorithm())
                + plan.get("passes")
                + plan.get("seconds")
                + plan.get("gradientTolerance")
                + plan.get("Hesse")
                + (job.trial() ? plan.get("tuning") : plan.getOrDefault("diagnostics", ""));
        String name = job.label() + "-" + job.regime().code() + "-" + job.seed() + (job.trial() ? "-tuning" : "");
        return name.replaceAll("[^A-Za-z0-9.-]+", "_") + "-" + hash((what + name).getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(double[] x) {
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * x.length);
        bytes.asDoubleBuffer().put(x);
        return hash(bytes.array());
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest).substring(0, SHOWN);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
