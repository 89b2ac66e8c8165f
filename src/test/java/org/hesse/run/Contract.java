package org.hesse.run;

import java.util.ArrayList;
import java.util.List;
import org.hesse.method.Algorithm;
import org.hesse.objective.Batches;
import org.hesse.objective.CountingObjective;
import org.hesse.objective.Objective;

/**
 * One algorithm on one problem in one batch regime, for the contract tests.
 *
 * @param name for the test report
 * @param algorithm the algorithm
 * @param objective the problem
 * @param start where to start
 * @param batches the regime
 */
record Contract(String name, Algorithm algorithm, Objective objective, double[] start, Batches batches) {
    static final int STEPS = 8;

    /** A clean run: what it ended with, its state after every step, and how often the objective was really called. */
    record Clean(Result result, List<String> states, CountingObjective.Tally tally) {}

    Minimization minimization(Objective f) {
        return Minimization.of(f)
                .from(start)
                .with(algorithm)
                .batches(batches)
                .seed(5)
                .until(StoppingRule.NEVER)
                .verdict(false)
                .budget(Budget.UNLIMITED.withSteps(STEPS).withEvaluations(500));
    }

    Clean clean() {
        CountingObjective.Tally tally = new CountingObjective.Tally();
        List<String> states = new ArrayList<>();
        Result result = minimization(new CountingObjective(objective, tally))
                .observe(new Observer() {
                    @Override
                    public void onStep(Progress p) {
                        states.add(Bits.of(p.state()));
                    }
                })
                .run();
        return new Clean(result, states, tally);
    }

    /** Evaluations that the loop made for itself. */
    static long measured(Result r) {
        return r.trace().rows().stream().filter(row -> !row.free()).count();
    }

    @Override
    public String toString() {
        return name;
    }
}
