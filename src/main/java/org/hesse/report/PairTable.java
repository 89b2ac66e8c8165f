package org.hesse.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hesse.compare.Comparison;
import org.hesse.compare.Entry;
import org.hesse.compare.Regime;
import org.hesse.compare.Run;
import org.hesse.run.PairJournal;

/** What became of the curvature pairs of each method, over all seeds together; and the journals themselves, as files. */
final class PairTable {
    private static final List<String> HEADER =
            List.of("Method", "Pairs", "sᵀy ≤ 0", "Of two batches", "Skipped", "Damped", "Most often because");

    private PairTable() {}

    /** A line for each method with pairs; no groups if there is none. */
    static Table of(Comparison c) {
        List<Table.Group> groups = new ArrayList<>();
        for (Regime regime : c.experiment().regimes()) {
            List<Table.Line> lines = new ArrayList<>();
            for (Entry entry : c.experiment().entries()) {
                List<PairJournal.Entry> pairs = c.runs(entry.label(), regime).stream()
                        .flatMap(run -> run.pairs().stream())
                        .toList();
                if (!pairs.isEmpty()) {
                    lines.add(new Table.Line(entry.label(), "", cells(PairJournal.Summary.of(pairs)), false));
                }
            }
            if (!lines.isEmpty()) {
                groups.add(new Table.Group(regime, lines));
            }
        }
        return new Table(HEADER, groups);
    }

    private static List<String> cells(PairJournal.Summary s) {
        return List.of(
                Long.toString(s.pairs()),
                s.share(s.notPositive()),
                s.share(s.mixed()),
                s.share(s.skipped()),
                s.share(s.damped()),
                s.reason().isEmpty() ? Format.NONE : s.reason());
    }

    /** {@code pairs/1-lbfgs-32-1.csv}: section, method, batch and seed; a run without pairs has none. */
    static Map<String, String> files(List<Comparison> sections) {
        Map<String, String> files = new LinkedHashMap<>();
        for (int s = 0; s < sections.size(); s++) {
            Comparison c = sections.get(s);
            for (Run run : c.runs()) {
                put(s + 1 + "-" + run.label(), run, files);
            }
            for (Run run : c.given()) {
                put(s + 1 + "-" + run.label() + "-as-given", run, files);
            }
        }
        return files;
    }

    private static void put(String method, Run run, Map<String, String> files) {
        if (!run.pairs().isEmpty()) {
            String end = "-" + run.regime().code() + "-" + run.seed() + ".csv";
            String name = "pairs/" + method.replaceAll("[^A-Za-z0-9.-]+", "_");
            while (files.containsKey(name + end)) { // labels that differ in such letters alone
                name += "_";
            }
            files.put(name + end, PairJournal.csv(run.pairs()));
        }
    }
}
