package org.hesse.method.quasinewton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.hesse.autodiff.Expression;
import org.hesse.critical.CriticalPoint;
import org.hesse.objective.Domain;
import org.hesse.objective.Kind;
import org.hesse.objective.Restricted;
import org.hesse.run.Budget;
import org.hesse.run.Minimization;
import org.hesse.run.Observer;
import org.hesse.run.Progress;
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

    /**
     * By NumPy 2.4.6, from the formulas: the dense H of the last two pairs on the variables not held, built up from γI by (6.17)
     * of Nocedal and Wright. In the first run a variable leaves 0 and another comes to it; in the second one comes to 0, leaves
     * it on the other side and comes back, and the sixth step takes two trials.
     */
    @Test
    void takesTheStepsOfADenseInverse() {
        double[][] fromOrigin = {
            {0.9356689410447655, 0.14070209639770906, 0.3236148217147309, 0.0},
            {0.7042121129867904, 0.0, 0.355141417030287, 0.0},
            {0.7169806311962305, 0.0, 0.4257772345721419, 0.0},
            {0.7330460050567021, 0.0, 0.5157630341507714, 0.0},
            {0.7337352020957634, 0.0, 0.5084114337283824, 0.0},
            {0.7322146560972884, 0.0, 0.5089233654451994, 0.0},
            {0.7328513018027121, 0.0, 0.509045671924076, 0.0},
            {0.7328515957803217, 0.0, 0.5090458923064926, 0.0},
            {0.7328515984047246, 0.0, 0.5090459690348881, 0.0}
        };
        double[][] fromAfar = {
            {-1.5395709926828256, 2.1863386406456664, -1.7636507479970747, -0.7352371767180343},
            {-0.6548367138668845, 1.5000065226554102, -1.2151004399327603, -0.20701452639149742},
            {0.0, 0.9879810207042694, -0.6828711429701771, 0.0},
            {0.6155711866149572, 0.4765930605323513, -0.1482002097317684, 0.0},
            {0.6705470746023177, 0.0, 0.3915670249305112, 0.0},
            {0.7647167568881476, 0.0, 0.556578297236607, 0.0},
            {0.731491037641115, 0.0, 0.5067012403330805, 0.0},
            {0.7328255749591399, 0.0, 0.5089964316009792, 0.0},
            {0.7328514505453757, 0.0, 0.5090462434773622, 0.0}
        };
        takes(fromOrigin, 0, 0, 0, 0);
        takes(fromAfar, -2, 3, -2, -1);
    }

    private static void takes(double[][] expected, double... start) {
        String r = "(x-1) (y+0.2) (z-0.7) (w-0.05)";
        String[] p = r.split(" ");
        Expression f = Expression.parse("2*" + p[0] + "^2 + 1.5*" + p[1] + "^2 + " + p[2] + "^2 + 4.5*" + p[3] + "^2 + "
                + p[0]
                + "*" + p[1] + " + " + p[1] + "*" + p[2] + " + 0.5*" + p[0] + "*" + p[3] + " - " + p[2] + "*" + p[3]
                + " + 0.25*(x^4 + y^4 + z^4 + w^4)");
        List<double[]> all = new ArrayList<>();
        Minimization.of(f)
                .from(start)
                .l1(0.5, 0.6, 0, 1)
                .with(new OwlQn(2, 1e-4, 0.5, 40))
                .budget(Budget.UNLIMITED.withSteps(expected.length))
                .observe(new Observer() {
                    @Override
                    public void onStep(Progress at) {
                        all.add(at.x().clone());
                    }
                })
                .run();
        assertThat(all).hasSize(expected.length + 1);
        for (int k = 0; k < expected.length; k++) {
            assertThat(all.get(k + 1)).as("step " + (k + 1)).containsExactly(expected[k], within(1e-12));
        }
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
        assertThatThrownBy(() -> Minimization.of(BOWL).l1(-1)).hasMessageContaining("l1 = -1.0");
    }

    /** Values of 1e6 are known to 1e-10: gradients below 1e-5 are reached by the slopes alone. */
    @Test
    void whereValuesDrownSlopesDecide() {
        Expression f = Expression.parse("1e6 + (x-2)^2 + 0.1*x^4 + exp(y-x) + (y-0.1)^2");
        for (double start = -3; start <= 3; start += 0.5) {
            Result r = Minimization.of(f).from(start, 1).l1(0.5).withUsual().run();
            assertThat(r.isConverged()).as("from " + start + ": " + r).isTrue();
        }
    }
}
