package org.hesse.benchmarks.peers;

import org.hesse.compare.Referee;
import org.hesse.method.Algorithm;
import org.hesse.method.Methods;
import org.hesse.objective.Objective;
import org.hesse.run.Budget;
import org.hesse.run.Minimization;
import org.hesse.run.Result;
import org.hesse.run.StoppingRule;

/** A method of Hesse, by its text. */
record Ours(String text) implements Solver {
    @Override
    public String name() {
        return "Hesse " + text;
    }

    @Override
    public Claim solve(Objective f, double[] start, boolean defaults) {
        Algorithm method = Methods.parse(text);
        Minimization settings = Minimization.of(f).from(start).with(method).verdict(defaults);
        Budget budget = Budget.UNLIMITED.withSteps(Referee.LIMIT); // for one that stands still without evaluating
        Result result = (defaults ? settings : settings.until(StoppingRule.NEVER))
                .budget(budget)
                .run();
        return new Claim(defaults ? result.isMinimum() : result.isConverged(), result.x());
    }
}
