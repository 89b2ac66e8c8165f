package org.hesse.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hesse.compare.Comparison;
import org.hesse.compare.Distribution;
import org.hesse.compare.Entry;
import org.hesse.compare.Profiles;
import org.hesse.compare.Regime;
import org.hesse.compare.Run;
import org.hesse.run.Row;

/**
 * The methods of a report on all its instances, which are the problems, regimes and seeds: what each took to the goal, in
 * data passes, as a performance profile (Dolan and Moré 2002) and a data profile (Moré and Wild 2009, whose unit, n + 1
 * values, is here the data pass). A goal missed is never reached, and so is that of a method left out.
 */
final class ProfileSection {
    static final String TEXT = "An instance is a problem, a regime and a seed; what a method was left out of counts as"
            + " missed. The performance profile has the share of instances whose goal a method reached within so many times the data passes of"
            + " the best method there (Dolan and Moré 2002; two methods are to be compared only where one of them is the"
            + " best); the data profile, the share within so many data passes (a data profile of Moré and Wild 2009, its unit a data pass). On the"
            + " full batch, the seeds of a method that draws no random numbers are one run repeated.";
    private static final int FEWEST = 4; // instances that make a distribution
    private static final double LEAST = 1e-3; // passes of a goal that the start reaches
    private static final double WIDEST = 64;

    private ProfileSection() {}

    /** The two charts; none if there are too few instances, methods, or hits to tell anything. */
    static List<ProfileChart> of(List<Comparison> sections) {
        Set<String> labels = new LinkedHashSet<>();
        sections.forEach(c -> c.experiment().entries().stream()
                .map(Entry::label)
                .filter(label -> ran(c, label))
                .forEach(labels::add));
        List<double[]> instances = new ArrayList<>();
        for (Comparison c : sections) {
            for (Regime regime : c.experiment().regimes()) {
                for (long seed : c.experiment().seeds()) {
                    instances.add(labels.stream()
                            .mapToDouble(label -> cost(c, label, regime, seed))
                            .toArray());
                }
            }
        }
        double[] hits = instances.stream()
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (instances.size() < FEWEST || labels.size() < 2 || hits.length == 0) {
            return List.of();
        }
        double[][] cost = new double[labels.size()][instances.size()];
        for (int p = 0; p < instances.size(); p++) {
            for (int s = 0; s < cost.length; s++) {
                cost[s][p] = instances.get(p)[s];
            }
        }
        String of = ", " + instances.size() + " instances";
        double most = hits[hits.length - 1];
        return List.of(
                new ProfileChart(
                        "Performance profile" + of,
                        "data passes to the goal, in units of the best method's",
                        1,
                        Math.max(4, Math.min(WIDEST, most / hits[0])),
                        named(labels, Profiles.performance(cost))),
                new ProfileChart(
                        "Data profile" + of,
                        "data passes to the goal",
                        Math.scalb(1.0, Math.getExponent(hits[0])),
                        Math.scalb(2.0, Math.getExponent(most)),
                        named(labels, Arrays.stream(cost).map(Distribution::of).toList())));
    }

    private static boolean ran(Comparison c, String label) {
        return c.runs().stream().anyMatch(run -> run.label().equals(label));
    }

    private static double cost(Comparison c, String label, Regime regime, long seed) {
        return c.runs(label, regime).stream()
                .filter(run -> run.seed() == seed)
                .map(run -> reached(c, run))
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static double reached(Comparison c, Run run) {
        return run.reached(c.target())
                .map(Row::passes)
                .map(p -> Math.max(p, LEAST))
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static Map<String, Distribution> named(Set<String> labels, List<Distribution> curves) {
        Map<String, Distribution> named = new LinkedHashMap<>();
        int k = 0;
        for (String label : labels) {
            named.put(label, curves.get(k++));
        }
        return named;
    }
}
