package org.hesse.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hesse.method.Algorithm;

/** The runs of the tuning, and what is selected from them. */
final class Tuner {
    private final Tuning tuning;
    private final List<Long> seeds;
    private final Map<Job, List<Algorithm>> candidates = new LinkedHashMap<>(); // of each method and regime

    /**
     * Plans.
     *
     * @param tuning how
     * @param given a run of each method and regime
     * @param taken the seeds of the competition
     */
    Tuner(Tuning tuning, List<Job> given, List<Long> taken) {
        this.tuning = tuning;
        this.seeds = tuning.seedsBeside(taken);
        for (Job job : given) {
            List<Algorithm> all = tuning.candidates(job.algorithm());
            if (!all.isEmpty()) {
                candidates.put(job.seed(0), all);
            }
        }
    }

    /** Seeds outermost, as in the competition. */
    List<Job> jobs() {
        List<Job> jobs = new ArrayList<>();
        for (long seed : seeds) {
            candidates.forEach((method, all) -> all.forEach(one -> jobs.add(trial(method, one, seed))));
        }
        return jobs;
    }

    private static Job trial(Job method, Algorithm one, long seed) {
        return new Job(method.label(), one, method.regime(), seed, true);
    }

    /** How many methods and regimes are tuned. */
    int size() {
        return candidates.size();
    }

    /**
     * Selects.
     *
     * @param runs those of {@link #jobs}
     * @param target the value to reach, NaN if it is not known
     */
    List<Tuned> select(Map<Job, Run> runs, double target) {
        List<Tuned> tuned = new ArrayList<>();
        candidates.forEach((method, all) -> {
            List<Tuned.Trial> trials = new ArrayList<>();
            double passes = 0;
            double seconds = 0;
            for (Algorithm one : all) {
                List<Run> some = seeds.stream()
                        .map(seed -> runs.get(trial(method, one, seed)))
                        .toList();
                trials.add(Tuned.Trial.of(one, some, tuning.select(), target));
                passes += some.stream().mapToDouble(Run::passes).sum();
                seconds += some.stream().mapToDouble(Run::seconds).sum();
            }
            tuned.add(new Tuned(method.label(), method.regime(), method.algorithm(), trials, passes, seconds));
        });
        return tuned;
    }
}
