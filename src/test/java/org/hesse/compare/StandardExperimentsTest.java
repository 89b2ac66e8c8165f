package org.hesse.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.hesse.objective.Kind;
import org.hesse.problem.Perceptron;
import org.junit.jupiter.api.Test;

class StandardExperimentsTest {
    @Test
    void theKnownOptimumIsWhereLbfgsConverges() {
        Entry lbfgs = StandardExperiments.toConvergence().entries().get(0);
        Comparison c = StandardExperiments.toConvergence().with(lbfgs).seeds(1).run();
        Run full = c.runs("L-BFGS", Regime.FULL).get(0);
        assertThat(full.status().isConverged()).isTrue();
        assertThat(full.verdict().kind()).isEqualTo(Optional.of(Kind.MINIMUM));
        assertThat(full.verdict().text()).contains("from 0.001 ± ", "to 0.472343 ± "); // stochastic.md
        assertThat(full.finalValue()).isBetween(0.2639258232950729 - 1e-15, 0.2639258232950729 + 1e-12);
        double naive = c.curve("L-BFGS", Regime.minibatch(32)).medianAt(full.passes());
        assertThat(naive / Math.max(full.finalValue() - c.optimum().value(), 1e-16))
                .isGreaterThan(100);
    }

    @Test
    void theMainJobHasElevenMethodsAndLeavesNewtonOut() {
        Comparison c = StandardExperiments.everyMethod()
                .passes(0.1)
                .seeds(1)
                .threads(2)
                .run();
        assertThat(c.runs().stream().filter(run -> run.regime().isFull())).hasSize(11);
        assertThat(c.runs()).hasSize(11 + 12 + 12);
        assertThat(c.leftOut())
                .contains(new LeftOut(
                        "Newton",
                        List.of(Regime.FULL, Regime.minibatch(32), Regime.minibatch(256)),
                        "n = 650 > 300: each Hessian alone is charged 650 data passes"));
    }

    @Test
    void thePerceptronStartsAtRandomAndLeavesMatricesOut() {
        Experiment e = StandardExperiments.everyMethodOnThePerceptron();
        Problem p = e.problem();
        assertThat(p.sum().dimension()).isEqualTo(64 * 32 + 32 + 32 * 10 + 10);
        assertThat(p.start()).isEqualTo(((Perceptron) p.sum()).initial(1));
        assertThat(p.optimum()).isEmpty(); // not convex
        assertThat(p.facts()).containsKeys("Data", "Preparation", "SHA-256 of the data", "L2", "Start", "Minima");
        assertThat(p.description())
                .startsWith("Perceptron 64-32-10 on digits: mean cross-entropy over N = 1797")
                .contains("λ = 0.001");
        assertThat(e.entries())
                .filteredOn(entry -> entry.whyNot(p.sum(), Regime.minibatch(32)).isPresent())
                .extracting(Entry::label)
                .containsExactly("BFGS", "Newton");
    }
}
