package org.hesse.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.hesse.run.Row;

/**
 * One method in one regime over its seeds. A seed that missed the goal counts as +∞ in what it took to reach it, so a
 * median is +∞ where half of the seeds or more missed.
 *
 * @param entry the method
 * @param regime its batches
 * @param seeds how many runs
 * @param hits how many of them reached the goal
 * @param passesToGoal data passes, +∞ where missed
 * @param secondsToGoal wall time, +∞ where missed
 * @param gradientsToGoal gradient evaluations, +∞ where missed
 * @param finalExcess the last value measured less F*, +∞ where not finite
 * @param bestExcess the lowest value measured less F*
 * @param passes data passes charged
 * @param seconds wall time
 * @param oracleSeconds median of the part of it spent inside the objective
 * @param steps median of the steps
 * @param allocated median of the bytes allocated by the thread of the run; NaN if the JVM does not tell
 * @param values median of the evaluations of a value alone
 * @param gradients median of the evaluations of a gradient with its value
 * @param products median of the Hessian-vector products
 * @param hessians median of the Hessians
 * @param diverged how many runs ended not finite or higher than they began
 * @param status the codes of the ends with how often each
 * @param verdicts what the points they ended at are, each text once
 * @param heldOut medians over the seeds, if there are data held out
 */
public record Summary(
        Entry entry,
        Regime regime,
        int seeds,
        int hits,
        Quartiles passesToGoal,
        Quartiles secondsToGoal,
        Quartiles gradientsToGoal,
        Quartiles finalExcess,
        Quartiles bestExcess,
        Quartiles passes,
        Quartiles seconds,
        double oracleSeconds,
        double steps,
        double allocated,
        double values,
        double gradients,
        double products,
        double hessians,
        int diverged,
        String status,
        List<Verdict> verdicts,
        Optional<Score> heldOut) {

    static Summary of(Entry entry, Regime regime, List<Run> runs, double optimum, double target) {
        Map<String, Long> codes = runs.stream()
                .collect(Collectors.groupingBy(
                        run -> run.status().code().toString(), TreeMap::new, Collectors.counting()));
        String status = codes.size() == 1
                ? codes.keySet().iterator().next()
                : codes.entrySet().stream()
                        .map(code -> code.getValue() + " " + code.getKey())
                        .collect(Collectors.joining(", "));
        return new Summary(
                entry,
                regime,
                runs.size(),
                (int) runs.stream()
                        .filter(run -> run.reached(target).isPresent())
                        .count(),
                over(runs, run -> toGoal(run, target, Row::passes)),
                over(runs, run -> toGoal(run, target, Row::seconds)),
                over(runs, run -> toGoal(run, target, row -> row.counts().gradients())),
                over(runs, run -> run.finalValue() - optimum),
                over(runs, run -> run.bestValue() - optimum),
                over(runs, Run::passes),
                over(runs, Run::seconds),
                over(runs, Run::oracleSeconds).median(),
                over(runs, Run::steps).median(),
                runs.stream().anyMatch(run -> Double.isNaN(run.allocated()))
                        ? Double.NaN
                        : over(runs, Run::allocated).median(),
                over(runs, run -> run.counts().values()).median(),
                over(runs, run -> run.counts().gradients()).median(),
                over(runs, run -> run.counts().products()).median(),
                over(runs, run -> run.counts().hessians()).median(),
                (int) runs.stream().filter(Run::diverged).count(),
                status,
                new ArrayList<>(runs.stream().map(Run::verdict).distinct().toList()),
                heldOut(runs));
    }

    private static Quartiles over(List<Run> runs, ToDoubleFunction<Run> number) {
        return Quartiles.of(runs.stream().mapToDouble(number).toArray());
    }

    private static double toGoal(Run run, double target, ToDoubleFunction<Row> number) {
        return run.reached(target).map(number::applyAsDouble).orElse(Double.POSITIVE_INFINITY);
    }

    private static Optional<Score> heldOut(List<Run> runs) {
        List<Score> scores =
                runs.stream().flatMap(run -> run.heldOut().stream()).toList();
        if (scores.isEmpty()) {
            return Optional.empty();
        }
        double accuracy = scores.stream().mapToDouble(Score::accuracy).sorted().toArray()[scores.size() / 2];
        double loss = scores.stream().mapToDouble(Score::loss).sorted().toArray()[scores.size() / 2];
        return Optional.of(new Score(loss, accuracy));
    }
}
