package org.hesse.method.quasinewton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.hesse.autodiff.Expression;
import org.hesse.critical.CriticalPoint;
import org.hesse.objective.Domain;
import org.hesse.objective.Kind;
import org.hesse.objective.Restricted;
import org.hesse.run.Minimization;
import org.hesse.run.Result;
import org.junit.jupiter.api.Test;

class OwlQnTest {
    private static final Expression BOWL = Expression.parse("(x-2)^2 + (y-0.1)^2 + 0.2*x*y");

    /** By hand: y = 0, 2(x - 2) + ½ = 0; f = 0.0625 + 0.01, penalty 0.875. */
    @Test
    void valuesIncludeThePenalty() {
        Result r = Minimization.of(BOWL).from(1, 1).l1(0.5).withUsual().run();
        assertThat(r.x()).containsExactly(new double[] {1.75, 0}, within(1e-8));
        assertThat(r.value()).isCloseTo(0.9475, within(1e-14));
        assertThat(r.trace().current().value()).isEqualTo(r.value());
        assertThat(r.trace().current().gradientNorm()).isLessThan(1e-8);
        assertThat(r.gradient()[0]).isCloseTo(-0.5, within(1e-7)); // of f alone
        assertThat(r.trace().rows().get(0).value()).isCloseTo(1 + 0.81 + 0.2 + 1, within(1e-14));
        CriticalPoint v = r.verdict().orElseThrow();
        assertThat(v.kind()).isEqualTo(Kind.MINIMUM);
        assertThat(v.value()).isCloseTo(r.value(), within(1e-14));
        assertThat(v.active().orElseThrow().variables()).containsExactly(1);
        assertThat(v.active().orElseThrow().multipliers()).containsExactly(new double[] {0.35}, within(1e-7));
    }

    @Test
    void weightsOfTheirOwnAndNone() {
        Result r = Minimization.of(BOWL).from(1, 1).l1(0, 10).withUsual().run();
        assertThat(r.x()).containsExactly(new double[] {2, 0}, within(1e-8));
        Result plain = Minimization.of(BOWL).from(1, 1).with(new OwlQn()).run();
        // 2(x - 2) + 0.2y = 0, 2(y - 0.1) + 0.2x = 0
        assertThat(plain.x()).containsExactly(new double[] {2 + 0.02 / 1.98, -0.2 / 1.98}, within(1e-8));
    }

    @Test
    void theVerdictKnowsThePenalty() {
        Restricted f = new Restricted(BOWL, Domain.unbounded(2).withL1(0.5, 0.5));
        assertThat(CriticalPoint.of(f, new double[] {0, 0}).kind()).isEqualTo(Kind.NOT_CRITICAL);
        assertThat(CriticalPoint.of(f, new double[] {1.75, 0}).kind()).isEqualTo(Kind.MINIMUM);
        Restricted heavy = new Restricted(BOWL, Domain.unbounded(2).withL1(5, 5));
        assertThat(CriticalPoint.of(heavy, new double[] {0, 0}).kind()).isEqualTo(Kind.MINIMUM);
        Restricted saddle = new Restricted(
                Expression.parse("x^2 - y^2 + z"), Domain.unbounded(3).withL1(0, 0, 2));
        assertThat(CriticalPoint.of(saddle, new double[] {0, 0, 0}).kind()).isEqualTo(Kind.SADDLE);
    }

    @Test
    void checksItsNumbers() {
        assertThatThrownBy(() -> new OwlQn(0, 1e-4, 0.5, 40)).hasMessageContaining("owl-qn: memory = 0");
        assertThatThrownBy(() -> new OwlQn(5, 1e-4, 1, 40)).hasMessageContaining("owl-qn: beta = 1.0");
        assertThatThrownBy(() -> Minimization.of(BOWL).l1(1, 2, 3)).hasMessageContaining("3 weights, expected 2");
        assertThatThrownBy(() -> Minimization.of(BOWL).l1(-1)).hasMessageContaining("l1 of variable 0 = -1.0");
    }
}
