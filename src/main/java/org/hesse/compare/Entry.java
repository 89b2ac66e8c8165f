package org.hesse.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hesse.method.Algorithm;
import org.hesse.method.MethodText;
import org.hesse.method.Opaque;
import org.hesse.objective.Curved;
import org.hesse.objective.Objective;
import org.hesse.objective.Structure;

/**
 * A method in an experiment.
 *
 * @param label its name in tables and charts, not blank
 * @param algorithm the method
 * @param limits where it is not run
 */
public record Entry(String label, Algorithm algorithm, List<Limit> limits) {
    /** Checks the label. */
    public Entry {
        if (label.isBlank()) {
            throw new IllegalArgumentException("label of " + algorithm + ": blank, expected a name");
        }
        limits = List.copyOf(limits);
    }

    /**
     * A method that is run everywhere.
     *
     * @param label its name
     * @param algorithm the method
     * @return the entry
     */
    public static Entry of(String label, Algorithm algorithm) {
        return new Entry(label, algorithm, List.of());
    }

    /**
     * A method by its text, such as {@code adam:rate=0.01}.
     *
     * @param algorithm the method
     * @return the entry
     */
    public static Entry of(Algorithm algorithm) {
        return of(MethodText.of(algorithm), algorithm);
    }

    /**
     * This entry with one more limit.
     *
     * @param limit where it is not run
     * @return the changed entry
     */
    public Entry unless(Limit limit) {
        List<Limit> all = new ArrayList<>(limits);
        all.add(limit);
        return new Entry(label, algorithm, all);
    }

    /** Labels that are texts with a rate lose it, for the rates are tuned; as far as labels stay different. */
    static List<Entry> withoutRates(List<Entry> entries) {
        Set<String> taken = new HashSet<>();
        entries.forEach(entry -> taken.add(entry.label));
        return entries.stream()
                .map(entry -> {
                    boolean own = !entry.label.equals(MethodText.of(entry.algorithm));
                    String label = MethodText.withoutRate(entry.algorithm);
                    return own || !taken.add(label) ? entry : new Entry(label, entry.algorithm, entry.limits);
                })
                .toList();
    }

    /**
     * Why this method is not run: one of its limits, or something it needs.
     *
     * @param f the objective
     * @param regime the batches
     * @return the reason; empty if it is run
     */
    Optional<String> whyNot(Objective f, Regime regime) {
        if (algorithm instanceof Opaque && !regime.isFull()) {
            return Optional.of("it owns its loop, so it sees one batch only");
        }
        for (Class<? extends Structure> need : algorithm.needs()) {
            if (need != Curved.class && f.as(need).isEmpty()) { // the oracle takes differences for a Hessian
                return Optional.of("it needs " + need.getSimpleName() + ", which this problem does not offer");
            }
        }
        return limits.stream()
                .flatMap(limit -> limit.whyNot(f.dimension(), regime).stream())
                .findFirst();
    }
}
