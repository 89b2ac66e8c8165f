package org.hesse.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hesse.compare.Comparison;
import org.hesse.compare.Experiment;
import org.hesse.compare.LeftOut;
import org.hesse.compare.Machine;
import org.hesse.compare.Problem;
import org.hesse.compare.Regime;
import org.hesse.compare.Run;
import org.hesse.compare.Tuned;
import org.hesse.compare.Tuning;
import org.hesse.compare.Verdict;
import org.hesse.io.Numbers;
import org.hesse.linear.Vectors;

/** What a page says beside its numbers, the same in HTML and Markdown. */
final class Words {
    static final String PASS = "One data pass is the work of one gradient over all N terms: a gradient on a batch of b"
            + " terms costs b/N, a value alone half of that, a Hessian-vector product twice, a whole Hessian n times."
            + " Line-search trials count; measurements for this report do not.";

    static final String READING =
            "Medians over the seeds; [ ] their quartiles where they differ; — a goal missed, never"
                    + " replaced by the budget. ∇f gradients with their value, f values alone, Hv products, H Hessians, in calls."
                    + " Seconds: wall time without measurements, and the share of it inside the objective. Allocated: everything the run's thread asked of the heap, measurements included, not what it held at a time.";

    static final String RATES =
            "The last value that the tuning saw at each rate, less F*; a ring around the rate selected, a"
                    + " × where rates begin to diverge. In a wide valley the rate hardly matters. Lines as above.";

    static final String SIGNAL =
            "The signal-to-noise ratio of the batches: ‖∇F‖² over the mean of ‖∇f_B − ∇F‖² over the batches"
                    + " of the epoch, median over seeds. Below the line at 1 a step sees more noise than gradient.";

    static final String PAIRS =
            "The pairs s = x⁺ − x, y of all seeds together. Of two batches: y is a difference of gradients of"
                    + " different batches. Skipped and damped, and why most of them were. Each pair of each run is in pairs/*.csv.";

    private Words() {}

    /** What the experiment was, in one sentence. */
    static String setting(Comparison c) {
        Experiment e = c.experiment();
        String batches = e.regimes().stream().map(Regime::toString).collect(Collectors.joining(", "));
        long methods = c.runs().stream().map(Run::label).distinct().count();
        return methods + (methods == 1 ? " method, " : " methods, ") + batches + ", "
                + e.seeds().size() + (e.seeds().size() == 1 ? " seed, " : " seeds, ") + Format.passes(e.passes())
                + " data passes a run"
                + (e.seconds() < Double.POSITIVE_INFINITY ? " or " + Format.seconds(e.seconds()) : "")
                + (c.tuned().isEmpty() ? "" : ", every method with a rate tuned in each regime")
                + ". The same start, and for each seed the same batches, for every method.";
    }

    /** The search space, its cost and its rules. */
    static String tuning(Comparison c) {
        Tuning t = c.experiment().tuning().orElseThrow();
        String seeds = t.seedsBeside(c.experiment().seeds()).stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        return "The same search space for every method and regime: " + t + " (tuning seed " + seeds
                + "), each run with the budget of the competition, never by data held out. A tuning run that ends above"
                + " where it began, or is given up above F(x₀) + " + Numbers.brief(Tuning.LOST)
                + "·max(1, |F(x₀)|), diverged and counts as infinite. The tuning took " + costOfTuning(c)
                + " in all, which is not in the passes of the competition. As given is the rate of the experiment's text, or"
                + " Hesse's default, chosen to be safe anywhere rather than good here.";
    }

    private static String costOfTuning(Comparison c) {
        double passes = c.tuned().stream().mapToDouble(Tuned::passes).sum();
        double seconds = c.tuned().stream().mapToDouble(Tuned::seconds).sum();
        return Format.passes(passes) + " data passes and " + Format.seconds(seconds);
    }

    static String leftOut(LeftOut out) {
        String where = out.regimes().stream().map(Regime::toString).collect(Collectors.joining(", "));
        return out.label() + " left out (" + where + "): " + out.reason() + ".";
    }

    static Map<String, String> provenance(Report report) {
        Map<String, String> facts = new LinkedHashMap<>();
        if (!report.command().isEmpty()) {
            facts.put("Command", report.command());
        }
        boolean several = report.sections().stream()
                        .map(c -> c.experiment().problem().name())
                        .distinct()
                        .count()
                > 1;
        for (Comparison c : report.sections()) {
            Problem p = c.experiment().problem();
            String of = several ? " of " + p.name() : "";
            facts.put("Problem" + of, p.description());
            if (!p.facts().containsKey("Start")) {
                facts.put("Start" + of, start(p.start()));
            }
            p.facts().forEach((what, value) -> facts.put(what + of, value));
            facts.put(
                    "Size" + of,
                    "n = " + p.sum().dimension() + " variables, mean over N = "
                            + p.sum().terms());
            facts.put("F*" + of, c.optimum().value() + " (" + c.optimum().source() + ")");
        }
        Comparison first = report.sections().get(0);
        Experiment e = first.experiment();
        facts.put("Batches", "without replacement: a new permutation each epoch, a function of the seed alone");
        facts.put("Seeds", e.seeds().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        for (Comparison c : report.sections()) {
            if (!c.tuned().isEmpty()) {
                String of =
                        report.sections().size() > 1 ? " of " + c.experiment().title() : "";
                facts.put("Tuning" + of, c.experiment().tuning().orElseThrow() + "; cost " + costOfTuning(c));
            }
        }
        facts.put("A data pass", PASS);
        Machine m = first.machine();
        facts.put("Versions", "Hesse " + m.hesse() + ", " + m.java() + ", " + m.system());
        facts.put(
                "Machine",
                m.processors() + " processors, " + e.threads() + (e.threads() == 1 ? " run" : " runs") + " at a time");
        facts.put("Date", first.date().toString());
        double seconds =
                report.sections().stream().mapToDouble(Comparison::seconds).sum();
        facts.put("Took", Format.seconds(seconds) + ": the runs with all measurements, one after the other");
        return facts;
    }

    private static String start(double[] x) {
        return x.length <= 10
                ? Arrays.toString(x)
                : "‖x₀‖∞ = " + Numbers.brief(Vectors.normInf(x)) + ", n = " + x.length;
    }

    static List<String> caveats(Report report) {
        List<String> all = new ArrayList<>(report.caveats());
        all.add("This is one problem; on another the order may be another.");
        all.add(
                "Minibatch runs are measured once an epoch: their passes and seconds to the goal are rounded up to it.");
        all.add(
                "Seconds are of one machine, and the first seed ran on code that was still being compiled; passes are exact.");
        for (Comparison c : report.sections()) {
            Experiment e = c.experiment();
            if (e.problem().heldOut().isEmpty()) {
                all.add("All losses are on the data fitted to: nothing here says how the models do on new data.");
            }
            List<String> edges = c.tuned().stream()
                    .filter(t -> t.isAtEdge() && !t.allDiverged())
                    .map(t -> t.label() + " (" + t.regime() + ")")
                    .toList();
            if (!edges.isEmpty()) {
                all.add("Best at the edge of the rates tried, so perhaps better beyond: " + String.join(", ", edges)
                        + ".");
            }
            if (e.problem().optimum().isEmpty()) {
                all.add("F* is not known independently: an excess near its error, "
                        + c.optimum().source() + ", means little.");
            }
            if (c.summaries().stream()
                    .flatMap(s -> s.verdicts().stream())
                    .anyMatch(v -> v.kind().isEmpty())) {
                all.add("The kind of an end point takes a Hessian and its eigenvalues: it was computed only where a"
                        + " full-batch run ended with |g| <= " + Numbers.brief(Verdict.SMALL_GRADIENT) + ".");
            }
        }
        return all.stream().distinct().toList();
    }
}
