package org.hesse.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hesse.io.AtomicFiles;
import org.hesse.io.CsvText;
import org.hesse.method.quasinewton.CurvaturePair;
import org.hesse.method.quasinewton.CurvaturePair.Decision;
import org.hesse.objective.Event;

/**
 * The journal of a run's curvature pairs: what sᵀy was, of which batches, and what became of the pair and why.
 *
 * <pre>{@code PairJournal journal = new PairJournal();
 * minimization.observe(journal).run();
 * journal.summary() ==> 60 pairs: 14% with s'y <= 0, 14% skipped, 0% damped, 100% of two batches}</pre>
 */
public final class PairJournal implements Observer {
    /**
     * One pair.
     *
     * @param step the step that made it, from 1
     * @param pair the pair
     */
    public record Entry(long step, CurvaturePair pair) {}

    /**
     * How many pairs there were of which kind.
     *
     * @param pairs all
     * @param notPositive those with sᵀy ≤ 0, or NaN
     * @param skipped those that were not used
     * @param damped those that were used with another y
     * @param mixed those with gradients of two batches
     * @param reason why most of those skipped or damped were, such as {@code s'y <= 0}; empty if none was
     */
    public record Summary(long pairs, long notPositive, long skipped, long damped, long mixed, String reason) {
        /**
         * Counts.
         *
         * @param entries of a journal, or of several
         * @return the counts
         */
        public static Summary of(List<Entry> entries) {
            Map<String, Long> reasons = entries.stream()
                    .map(e -> e.pair)
                    .filter(p -> p.decision() != Decision.STORED)
                    .collect(Collectors.groupingBy(
                            p -> p.why().replaceAll(" = [^ ,]+", ""), // but for its numbers
                            TreeMap::new,
                            Collectors.counting()));
            return new Summary(
                    entries.size(),
                    count(entries, p -> !(p.sy() > 0)),
                    count(entries, p -> p.decision() == Decision.SKIPPED),
                    count(entries, p -> p.decision() == Decision.DAMPED),
                    count(entries, p -> p.batchOfX() != p.batchOfNext()),
                    reasons.entrySet().stream()
                            .max(Map.Entry.comparingByValue())
                            .map(Map.Entry::getKey)
                            .orElse(""));
        }

        private static long count(List<Entry> entries, Predicate<CurvaturePair> kind) {
            return entries.stream().filter(e -> kind.test(e.pair)).count();
        }

        /**
         * A count as a share of all pairs.
         *
         * @param count one of the counts
         * @return whole percents, such as {@code 14%}
         */
        public String share(long count) {
            return Math.round(100.0 * count / Math.max(1, pairs)) + "%";
        }

        /** The counts as shares of all pairs. */
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d pairs: %s with s'y <= 0, %s skipped, %s damped, %s of two batches",
                    pairs,
                    share(notPositive),
                    share(skipped),
                    share(damped),
                    share(mixed));
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private final List<CurvaturePair> noted = new ArrayList<>(); // in the step under way

    @Override
    public void onEvent(Event event) {
        if (event instanceof CurvaturePair pair) {
            noted.add(pair);
        }
    }

    @Override
    public void onStep(Progress p) {
        noted.forEach(pair -> entries.add(new Entry(p.clock().steps(), pair)));
        noted.clear();
    }

    /**
     * The pairs of all finished steps.
     *
     * @return in their order
     */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /**
     * How many pairs there were of which kind.
     *
     * @return the counts
     */
    public Summary summary() {
        return Summary.of(entries);
    }

    /**
     * The journal as a table: step, sᵀy, sᵀs, yᵀy, sᵀy/sᵀs, cos(s, y), the ids of both batches, the decision, why, and the
     * weight and the scale of y.
     *
     * @return comma-separated text with a header; numbers read back as the same bits
     */
    public String csv() {
        return csv(entries);
    }

    /**
     * The same of entries that were kept.
     *
     * @param entries of a journal
     * @return as by {@link #csv()}
     */
    public static String csv(List<Entry> entries) {
        CsvText csv = new CsvText(List.of(
                "step",
                "sy",
                "ss",
                "yy",
                "curvature",
                "cos",
                "batchOfX",
                "batchOfNext",
                "decision",
                "why",
                "theta",
                "scale"));
        for (Entry e : entries) {
            CurvaturePair p = e.pair;
            csv.row(
                    e.step,
                    p.sy(),
                    p.ss(),
                    p.yy(),
                    p.sy() / p.ss(),
                    p.cosine(),
                    Long.toHexString(p.batchOfX()),
                    Long.toHexString(p.batchOfNext()),
                    p.decision().name().toLowerCase(Locale.ROOT),
                    p.why(),
                    p.theta(),
                    p.scale());
        }
        return csv.toString();
    }

    /**
     * Writes {@link #csv}.
     *
     * @param file replaced in one move
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        AtomicFiles.write(file, csv());
    }

    /** The summary. */
    @Override
    public String toString() {
        return summary().toString();
    }
}
