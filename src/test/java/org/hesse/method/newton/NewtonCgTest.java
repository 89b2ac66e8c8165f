package org.hesse.method.newton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hesse.compare.StandardExperiments;
import org.hesse.linear.Vectors;
import org.hesse.method.Methods;
import org.hesse.objective.Event;
import org.hesse.objective.Kind;
import org.hesse.objective.Seeds;
import org.hesse.problem.Problems;
import org.hesse.problem.catalog.TestProblem;
import org.hesse.run.Budget;
import org.hesse.run.Minimization;
import org.hesse.run.Observer;
import org.hesse.run.Result;
import org.hesse.run.StoppingRule;
import org.hesse.search.Armijo;
import org.hesse.search.Preconditioning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewtonCgTest {
    @Test
    void digitsSoftmaxInFewHessians() {
        var digits = StandardExperiments.digits();
        double optimum = digits.optimum().orElseThrow().value();
        Result r = Minimization.of(digits.sum())
                .from(digits.start())
                .with(new LineSearchNewton())
                .until(StoppingRule.valueAtMost(optimum * (1 + 1e-8)))
                .verdict(false)
                .run();
        assertThat(r.isConverged()).as(r.report()).isTrue();
        assertThat(r.counts().hessians()).isBetween(1L, 12L);
    }

    /** The bar is 150 data passes, a product charged as two gradients. */
    @Test
    void digitsSoftmaxInFewDataPasses() {
        var digits = StandardExperiments.digits();
        double optimum = digits.optimum().orElseThrow().value();
        Result r = Minimization.of(digits.sum())
                .from(digits.start())
                .with(new NewtonCg())
                .until(StoppingRule.valueAtMost(optimum * (1 + 1e-8)))
                .verdict(false)
                .run();
        assertThat(r.isConverged()).as(r.report()).isTrue();
        assertThat(r.counts().passes(1797, 650)).isLessThanOrEqualTo(150);
        assertThat(r.counts().products()).isGreaterThan(20);
        assertThat(r.counts().hessians()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Preconditioning.class)
    void solvesASparseProblemWithEveryPreconditioner(Preconditioning preconditioning) {
        TestProblem p = Problems.named("minimal-surface-saddle:n=400");
        Result r = Minimization.of(p.objective())
                .from(p.start())
                .with(new NewtonCg(preconditioning))
                .run();
        assertThat(r.isMinimum()).as(r.report()).isTrue();
    }

    @Test
    void anIncompleteFactorisationTakesFewerIterations() {
        assertThat(iterations(new NewtonCg(new Armijo(), Forcing.SQUARE_ROOT, Preconditioning.CHOLESKY, 0, 500)) * 4)
                .isLessThan(iterations(new NewtonCg(new Armijo(), Forcing.SQUARE_ROOT, Preconditioning.NONE, 0, 500)));
    }

    private static int iterations(NewtonCg method) {
        TestProblem p = Problems.named("minimal-surface-saddle:n=900");
        List<Integer> products = new ArrayList<>();
        Minimization.of(p.objective())
                .from(p.start())
                .with(method)
                .observe(new Observer() {
                    @Override
                    public void onEvent(Event event) {
                        if (event instanceof NewtonCg.Solved s) {
                            products.add(s.products());
                        }
                    }
                })
                .verdict(false)
                .run();
        return products.stream().mapToInt(Integer::intValue).sum();
    }

    /** With n conjugate pairs of the same matrix the preconditioner is its inverse. */
    @Test
    void conjugatePairsOfAWholeSpaceAreTheInverse() {
        double[] diagonal = {1, 4, 9, 0.5};
        ConjugatePairs.Seen a = new ConjugatePairs.Seen((v, av) -> times(diagonal, v, av), 4);
        for (int i = 0; i < 4; i++) {
            double[] e = new double[4];
            e[i] = 1 + i;
            a.times(e, new double[4]);
        }
        double[] r = Seeds.random(1).doubles(4).toArray();
        double[] z = new double[4];
        a.after(ConjugatePairs.NONE)
                .around((v, w) -> System.arraycopy(v, 0, w, 0, 4))
                .times(r, z);
        double[] back = new double[4];
        times(diagonal, z, back);
        assertThat(back).containsExactly(r, within(1e-14));
        assertThat(a.greatest()).isEqualTo(9);
        assertThat(a.last()).isEqualTo(0.5);
    }

    @Test
    void pairsAreASampleSpreadEvenly() {
        ConjugatePairs.Seen a = new ConjugatePairs.Seen((v, av) -> av[0] = 2 * v[0], 4);
        for (int k = 0; k < 13; k++) {
            a.times(new double[] {1 + k}, new double[1]);
        }
        ConjugatePairs pairs = a.after(new ConjugatePairs(new double[][] {{99}}, new double[][] {{98}}));
        assertThat(pairs.s()).isDeepEqualTo(new double[][] {{1}, {5}, {9}, {13}});
        assertThat(pairs.y()).isDeepEqualTo(new double[][] {{2}, {10}, {18}, {26}});
        ConjugatePairs.Seen b = new ConjugatePairs.Seen((v, av) -> av[0] = 2 * v[0], 4);
        b.times(new double[] {7}, new double[1]);
        assertThat(b.after(pairs).s()).isDeepEqualTo(new double[][] {{5}, {9}, {13}, {7}});
    }

    private static void times(double[] diagonal, double[] v, double[] av) {
        for (int i = 0; i < v.length; i++) {
            av[i] = diagonal[i] * v[i];
        }
    }

    @Test
    void forcingTermsAreThoseOfThePapers() {
        double golden = (1 + Math.sqrt(5)) / 2;
        assertThat(Forcing.EISENSTAT_WALKER.next(0.01, 0.1, 0.1)).isCloseTo(0.9 * Math.pow(0.1, golden), within(1e-15));
        assertThat(Forcing.EISENSTAT_WALKER.next(0.01, 0.1, 0.5)).isCloseTo(0.9 * Math.pow(0.5, golden), within(1e-15));
        assertThat(Forcing.EISENSTAT_WALKER.next(1, 0.1, 0.5)).isEqualTo(0.5);
        assertThat(Forcing.SQUARE_ROOT.next(0.01, 0.1, 0.1)).isCloseTo(0.1, within(1e-15));
        assertThat(Forcing.SQUARE_ROOT.next(100, 0.1, 0.1)).isEqualTo(0.5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NewtonCg(new Armijo(), Forcing.SQUARE_ROOT, Preconditioning.NONE, -1, 5))
                .withMessageContaining("memory = -1");
    }

    /** Every known saddle and maximum of the library; f of Beale falls on one side to its infimum at infinity. */
    @ParameterizedTest
    @ValueSource(strings = {"newton-cg", "trust-ncg", "trust-krylov"})
    void saddlesAndMaximaAreSaidAndEscaped(String name) {
        int points = 0;
        for (String problem : Problems.names()) {
            TestProblem p = Problems.named(problem);
            boolean free = !p.objective().domain().isBounded()
                    && !p.objective().domain().isPenalised();
            for (TestProblem.Point at : p.points()) {
                if (free && (at.kind() == Kind.SADDLE || at.kind() == Kind.MAXIMUM)) {
                    leaves(p, at, name);
                    points++;
                }
            }
        }
        assertThat(points).isGreaterThan(10);
    }

    private static void leaves(TestProblem p, TestProblem.Point at, String name) {
        Minimization from = Minimization.of(p.objective()).from(at.x()).budget(Budget.UNLIMITED.withEvaluations(1000));
        Result there = from.with(Methods.named(name)).run();
        boolean stays = Vectors.norm(Vectors.minus(there.x(), at.x())) < 1e-6;
        assertThat(there.isMinimum() && stays).as("%s%n%s", p, there.report()).isFalse();
        if (there.verdict()
                .filter(v -> v.kind() == at.kind() && v.eigenvalues()[0] < 0)
                .isPresent()) {
            Result away = from.with(Methods.named("escape(" + name + ")")).run();
            boolean known = Arrays.stream(p.minima()).anyMatch(f -> Math.abs(away.value() - f) < 1e-6);
            boolean toInfinity = Vectors.normInf(away.x()) > 100 && away.value() < at.value() && !away.isMinimum();
            assertThat(away.isMinimum() || known || p.name().equals("beale") && toInfinity)
                    .as("%s from %s by %s%n%s", p, at.kind(), name, away.report())
                    .isTrue();
        }
    }
}
