package org.hesse.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hesse.compare.Comparison;
import org.hesse.compare.Summary;

/**
 * What came out, in three sentences made from the data: the best on the full batch, the same method on the smallest
 * minibatch, the best on minibatches; for each problem. Names stand between {@code **}.
 */
final class Answer {
    private static final double ALIKE = 1.2;

    private Answer() {}

    private record Found(Comparison section, Summary summary) {}

    static List<String> of(List<Comparison> sections) {
        Map<String, List<Found>> problems = new LinkedHashMap<>();
        for (Comparison section : sections) {
            String name = section.experiment().problem().name();
            List<Found> found = problems.computeIfAbsent(name, n -> new ArrayList<>());
            section.summaries().forEach(s -> found.add(new Found(section, s)));
        }
        List<String> all = new ArrayList<>();
        problems.forEach((name, found) -> {
            List<String> sentences = ofOne(found);
            if (problems.size() > 1 && !sentences.isEmpty()) {
                sentences.set(0, name + ". " + sentences.get(0));
            }
            all.addAll(sentences);
        });
        return all;
    }

    private static List<String> ofOne(List<Found> all) {
        List<String> sentences = new ArrayList<>();
        best(all, true).ifPresent(best -> {
            sentences.add("Full batch: " + result(best));
            sameOnMinibatch(best).ifPresent(sentences::add);
        });
        best(all, false).ifPresent(best -> sentences.add("Best minibatch: " + result(best)));
        return sentences;
    }

    /** The most hits first, then the fewest passes to the goal, then the lowest end. */
    private static Optional<Found> best(List<Found> all, boolean full) {
        return all.stream()
                .filter(found -> found.summary.regime().isFull() == full)
                .min(Comparator.<Found>comparingDouble(found -> -found.summary.hits() / (double) found.summary.seeds())
                        .thenComparingDouble(
                                found -> found.summary.passesToGoal().median())
                        .thenComparingDouble(
                                found -> found.summary.finalExcess().median()));
    }

    private static String result(Found found) {
        Summary s = found.summary;
        String who = "**" + s.entry().label() + "**"
                + (s.regime().isFull() ? "" : " at batch " + s.regime().code());
        String goal = found.section.experiment().goal().toString();
        if (s.hits() == 0) {
            return "no method reached " + goal + "; " + who + " came nearest, " + end(s) + ".";
        }
        boolean most = s.passesToGoal().median() < Double.POSITIVE_INFINITY;
        return who + " reached " + goal + " in "
                + (most
                        ? Format.passes(s.passesToGoal().median()) + " data passes ("
                                + Format.passes(s.gradientsToGoal().median()) + " gradients), "
                                + Format.seconds(s.secondsToGoal().median()) + ", "
                        : "")
                + Format.hits(s) + " seeds.";
    }

    private static String end(Summary s) {
        return Format.scientific(s.finalExcess().median()) + " above F* after "
                + Format.passes(s.passes().median()) + " data passes";
    }

    private static Optional<String> sameOnMinibatch(Found full) {
        String label = full.summary.entry().label();
        return full.section.summaries().stream()
                .filter(s -> s.entry().label().equals(label) && !s.regime().isFull())
                .min(Comparator.comparingInt(s -> s.regime().size()))
                .map(s -> compared(full, s));
    }

    private static String compared(Found full, Summary mini) {
        Comparison section = full.section;
        double passes = full.summary.passes().median();
        boolean asLong = mini.passes().median() - passes < 1; // then its end, which may be measured a little later
        double excess = asLong
                ? mini.finalExcess().median()
                : section.curve(mini.entry().label(), mini.regime()).medianAt(passes);
        String who = "The same code at batch " + mini.regime().code();
        if (excess == Double.POSITIVE_INFINITY) {
            return who + " ended where the loss is not finite, in " + mini.diverged() + " of " + mini.seeds()
                    + " seeds.";
        }
        double resolution = Math.ulp(section.optimum().value()); // nearer to F* than this nobody can tell
        double ratio = Math.max(excess, resolution)
                / Math.max(full.summary.finalExcess().median(), resolution);
        return who + " was " + Format.scientific(excess) + " above F* after as many passes as that whole run took ("
                + Format.passes(passes) + "), "
                + distance(ratio) + ".";
    }

    private static String distance(double ratio) {
        if (Math.max(ratio, 1 / ratio) < ALIKE) {
            return "about as far";
        }
        return ratio > 1 ? times(ratio) + " times farther away" : times(1 / ratio) + " times nearer";
    }

    private static String times(double ratio) {
        return ratio < 1000 ? Format.rounded(ratio, ratio < 100 ? 2 : 3) : Format.scientific(ratio);
    }
}
