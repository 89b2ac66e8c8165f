package org.hesse.method.firstorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.hesse.method.Iterates;
import org.hesse.method.Method;
import org.hesse.method.wrapper.DecoupledDecay;
import org.hesse.method.wrapper.WeightDecay;
import org.hesse.objective.Domain;
import org.hesse.objective.Objective;
import org.hesse.search.Schedule;
import org.hesse.search.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The traps of the methods after Adam, each where a wrong rule gives another number. */
class AdaptiveTest {
    private static final double RATE = 0.01;
    private static final Schedule ETA = Schedule.constant(RATE);
    private static final double TINY = 1e-30;

    /** A line whose slope is another one at every call: 3, then 0.1 for ever. */
    private static Objective slopes(double first, double later) {
        return new Objective() {
            private int calls;

            @Override
            public int dimension() {
                return 1;
            }

            @Override
            public Domain domain() {
                return Domain.unbounded(1);
            }

            @Override
            public double value(double[] x) {
                return 0;
            }

            @Override
            public double valueAndGradient(double[] x, double[] g) {
                g[0] = calls++ == 0 ? first : later;
                return 0;
            }
        };
    }

    /** Lengths of the first steps downhill, in units of the rate. */
    private static double[] steps(Method<?> method, int count, double first, double later) {
        double[][] path = Iterates.of(slopes(first, later), method, count, 0);
        double[] lengths = new double[count];
        for (int k = 0; k < count; k++) {
            lengths[k] = ((k == 0 ? 0 : path[k - 1][0]) - path[k][0]) / RATE;
        }
        return lengths;
    }

    /** ε̂ = 3e-3 added to √v = 3√0.001 is worth 31.6 times ε = 3e-3 added to √v̂ = 3. */
    @Test
    void epsilonBeforeTheCorrectionIsWorth31TimesAsMuchAtFirst() {
        double eps = 3e-3;
        double worth = 1 / Math.sqrt(0.001);
        assertThat(worth).isCloseTo(31.6, within(0.05));
        Adam hat = new Adam(ETA, 0.9, 0.999, eps, true, Epsilon.BEFORE_CORRECTION);
        assertThat(steps(hat, 1, 3, 3)[0]).isCloseTo(3 / (3 + worth * eps), within(1e-12));
        Adam usual = new Adam(ETA, 0.9, 0.999, eps, true, Epsilon.OUTSIDE_ROOT);
        assertThat(steps(usual, 1, 3, 3)[0]).isCloseTo(3 / (3 + eps), within(1e-12));
        double[] late = steps(hat, 20_000, 3, 3);
        assertThat(late[19_999]).isCloseTo(3 / (3 + eps), within(1e-8)); // the correction has ended
        Adam inside = new Adam(ETA, 0.9, 0.999, eps, true, Epsilon.INSIDE_ROOT);
        assertThat(steps(inside, 1, 3, 3)[0]).isCloseTo(3 / Math.sqrt(9 + eps), within(1e-12));
        Adam plain = new Adam(ETA, 0.9, 0.999, eps, false, Epsilon.BEFORE_CORRECTION);
        assertThat(steps(plain, 5, 3, 1))
                .isEqualTo(steps(new Adam(ETA, 0.9, 0.999, eps, false, Epsilon.OUTSIDE_ROOT), 5, 3, 1));
    }

    /** Where the gradient is 0, AdamW shrinks x by ηλ; the coupled decay is scaled to steps of η. */
    @Test
    void adamwDecaysByTheRateAndCoupledDecayBySteps() {
        Objective flat = new Iterates.Bowl(1, 0);
        double[] decoupled = Iterates.of(flat, new AdamW(ETA, 0.9, 0.999, 1e-8, 0.5), 1, 3, 100)[0];
        assertThat(decoupled[1]).isCloseTo(100 * (1 - RATE * 0.5), within(1e-12));
        double[] coupled = Iterates.of(flat, new WeightDecay<>(new Adam(RATE), 0.5), 1, 3, 100)[0];
        assertThat(coupled[1]).isCloseTo(100 - RATE, within(1e-9));
    }

    @Test
    void decoupledDecayAroundAdamIsAdamwAndAroundGradientDescentTheCoupledOne() {
        Objective f = new Iterates.Bowl(1, 7);
        Schedule falling = Schedule.inverse(0.1, 0.2, Unit.STEPS);
        double[][] adamw = Iterates.of(f, new AdamW(falling, 0.9, 0.999, 1e-8, 0.3), 20, 3, -2);
        Method<?> around = new DecoupledDecay<>(new Adam(falling, 0.9, 0.999, 1e-8, true), 0.3);
        double[][] coupled = Iterates.of(f, new WeightDecay<>(new GradientDescent(falling), 0.3), 20, 3, -2);
        Method<?> descent = new DecoupledDecay<>(new GradientDescent(falling), 0.3);
        for (int k = 0; k < 20; k++) {
            assertThat(Iterates.of(f, around, 20, 3, -2)[k]).containsExactly(adamw[k], within(1e-13));
            assertThat(Iterates.of(f, descent, 20, 3, -2)[k]).containsExactly(coupled[k], within(1e-13));
        }
    }

    /** After one slope of 3 slopes of 0.1: the raw v and the corrected v̂ have their maxima at other times. */
    @Test
    void amsgradTakesTheMaximumThatItsNameSays() {
        double beta = 0.9;
        double v1 = 0.1 * 9;
        double v2 = beta * v1 + 0.1 * 0.01; // below v1, and v̂2 far below v̂1 = 9
        double correction = 1 - beta * beta;
        assertThat(ams(AmsGrad.Maximum.RAW, beta)).isCloseTo(0.1 / Math.sqrt(v1 / correction), within(1e-12));
        assertThat(ams(AmsGrad.Maximum.CORRECTED, beta)).isCloseTo(0.1 / 3, within(1e-12));
        assertThat(ams(AmsGrad.Maximum.UNCORRECTED, beta)).isCloseTo(0.1 / Math.sqrt(v1), within(1e-12));
        double adam = steps(new Adam(ETA, 0, beta, TINY, true), 2, 3, 0.1)[1];
        assertThat(adam).isCloseTo(0.1 / Math.sqrt(v2 / correction), within(1e-12));
    }

    private static double ams(AmsGrad.Maximum maximum, double beta) {
        return steps(new AmsGrad(ETA, 0, beta, TINY, maximum), 2, 3, 0.1)[1];
    }

    /** β₂ = 0.999: ρ₅ = 4.99… and ρ₆ = 5.99…; the first five steps are the gradient's length, not the rate's. */
    @Test
    void radamScalesFromTheSixthStepOn() {
        double[] lengths = steps(new RAdam(RATE), 8, 3, 3);
        for (int k = 1; k <= 8; k++) {
            double rho = 1999 - 2 * k * Math.pow(0.999, k) / (1 - Math.pow(0.999, k));
            double r = Math.sqrt((rho - 4) * (rho - 2) * 1999 / ((1999 - 4.0) * (1999 - 2.0) * rho));
            assertThat(rho > 5).isEqualTo(k >= 6);
            assertThat(lengths[k - 1]).isCloseTo(k >= 6 ? r : 3, within(1e-7));
        }
        double[] paper = steps(new RAdam(ETA, 0.9, 0.999, 1e-8, 4, Epsilon.OUTSIDE_ROOT), 8, 3, 3);
        assertThat(paper[3]).isEqualTo(lengths[3]); // ρ₄ = 3.99…
        assertThat(paper[4]).isBetween(0.0, 0.03); // scaled already
        assertThat(steps(new RAdam(ETA, 0.9, 0.5, 1e-8, 5, Epsilon.OUTSIDE_ROOT), 50, 3, 3)[49])
                .isCloseTo(3, within(1e-12)); // ρ∞ = 3: never
    }

    /** The weights of m and g add up with the product of all μ; β₁ᵏ in its place gives another first step. */
    @Test
    void nadamDividesByTheProductOfItsMomenta() {
        double mu1 = 0.9 * (1 - 0.5 * Math.pow(0.96, 0.004));
        double mu2 = 0.9 * (1 - 0.5 * Math.pow(0.96, 0.008));
        double mu3 = 0.9 * (1 - 0.5 * Math.pow(0.96, 0.012));
        NAdam nadam = new NAdam(ETA, 0.9, 0.999, TINY, 0.004);
        double[] lengths = steps(nadam, 2, 3, 3);
        assertThat(lengths[0]).isCloseTo(mu2 * 0.1 / (1 - mu1 * mu2) + 1, within(1e-12));
        double second = mu3 * 0.19 / (1 - mu1 * mu2 * mu3) + (1 - mu2) / (1 - mu1 * mu2);
        assertThat(lengths[1]).isCloseTo(second, within(1e-12));
        assertThat(mu1).isCloseTo(0.45, within(1e-4));
    }

    /** Under a constant slope s is all ε: without the one inside, the step would be long by 1/√ε. */
    @Test
    void adabeliefKeepsEpsilonWithin() {
        double eps = 1e-6;
        double[] lengths = steps(new AdaBelief(ETA, 0, 0.9, eps), 3, 3, 3); // m = g: no surprise at all
        double s = 0;
        for (int k = 1; k <= 3; k++) {
            s = 0.9 * s + eps;
            double hat = s / (1 - Math.pow(0.9, k));
            assertThat(lengths[k - 1] / (3 / (Math.sqrt(hat) + eps))).isCloseTo(1, within(1e-10));
        }
        assertThat(s).isCloseTo(eps * (1 + 0.9 + 0.81), within(1e-18)); // kept and summed, not added anew
        double[] first = steps(new AdaBelief(ETA, 0.9, 0.999, TINY), 1, 3, 3);
        assertThat(first[0]).isCloseTo(1 / 0.9, within(1e-12)); // g − m = 0.9g with the new m, not the old one
    }

    /** Every variable moves by η, one without gradient not at all; the momentum is younger than the step's average. */
    @Test
    void lionStepsBySigns() {
        double[][] path = Iterates.of(new Iterates.Bowl(1e-6, 1, 1e6, 0), new Lion(0.125), 1, 1, -1, 1, 1);
        assertThat(path[0]).containsExactly(0.875, -0.875, 0.875, 1);
        double[] turn = steps(new Lion(ETA, 0.9, 0.99, 0), 2, 3, -0.26);
        assertThat(turn).containsExactly(new double[] {1, 1}, within(1e-12)); // 0.9·0.03 − 0.026 is still positive
        assertThat(steps(new Lion(ETA, 0.9, 0.99, 0), 2, 3, -0.28)[1]).isCloseTo(-1, within(1e-12));
        assertThat(steps(new Lion(ETA, 0.9, 0.9, 0), 2, 3, -0.28)[1]).isCloseTo(1, within(1e-12)); // β₂ is its own
    }

    @Test
    void adadeltaBeginsWithStepsOfTheRootOfEpsilonAndGrows() {
        Method<?> method = new AdaDelta(ETA, 0.95, 1e-6);
        double[] lengths = steps(method, 200, 3, 3);
        assertThat(lengths[0]).isCloseTo(Math.sqrt(1e-6) / Math.sqrt(0.05 * 9 + 1e-6) * 3, within(1e-12));
        double growth = lengths[199] * lengths[199] - lengths[198] * lengths[198];
        assertThat(growth).isCloseTo(0.05 * 1e-6, within(1e-10)); // u grows by (1 − ρ)ε a step once v = g²
        double[] twice = steps(new AdaDelta(Schedule.constant(2 * RATE), 0.95, 1e-6), 200, 3, 3);
        assertThat(twice[199]).isCloseTo(2 * lengths[199], within(1e-12)); // u knows nothing of the rate
    }

    @Test
    void theAverageFormIsTheGradientFormAtALowerRate() {
        Objective f = new Iterates.Bowl(1, 5);
        Schedule drop = Schedule.milestones(0.1, 0.1, Unit.STEPS, 7);
        Schedule lower = Schedule.milestones(0.1 * (1 - 0.8), 0.1, Unit.STEPS, 7);
        double[][] average = Iterates.of(f, new Momentum(drop, 0.8, Momentum.Form.AVERAGE), 20, 1, -1);
        double[][] gradient = Iterates.of(f, new Momentum(lower, 0.8, Momentum.Form.GRADIENT), 20, 1, -1);
        for (int k = 0; k < 20; k++) {
            assertThat(average[k]).containsExactly(gradient[k], within(1e-14));
        }
    }

    static Stream<Method<?>> all() {
        return Stream.of(
                new AdaBelief(0.05),
                new AdaDelta(1),
                new AdamW(ETA, 0.9, 0.99, 1e-8, 0),
                new AmsGrad(0.05),
                new Lion(Schedule.inverse(0.1, 0.1, Unit.STEPS), 0.9, 0.99, 0),
                new NAdam(0.05),
                new RAdam(0.05));
    }

    @ParameterizedTest
    @MethodSource("all")
    void comeNearTheMinimumAndLeaveFlatVariablesAlone(Method<?> method) {
        double[] end = Iterates.of(new Iterates.Bowl(1, 9, 0), method, 2000, 1, -1, 5)[1999];
        assertThat(Math.abs(end[0]) + Math.abs(end[1])).isLessThan(0.05);
        assertThat(end[2]).isEqualTo(5);
    }

    static Stream<Arguments> misuse() {
        return Stream.of(
                bad(() -> new AdamW(ETA, 0.9, 0.999, 1e-8, -1), "adamw: lambda = -1.0"),
                bad(() -> new AdamW(ETA, 1, 0.999, 1e-8, 0), "adamw: beta1 = 1.0, expected 0 <= beta1 < 1"),
                bad(() -> new AdaBelief(ETA, 0.9, 0.999, 0), "adabelief: eps = 0.0"),
                bad(() -> new AdaDelta(ETA, 1, 1e-6), "adadelta: rho = 1.0"),
                bad(() -> new AmsGrad(ETA, 0.9, -1, 1e-8, AmsGrad.Maximum.RAW), "amsgrad: beta2 = -1.0"),
                bad(() -> new Lion(ETA, 0.9, 0.99, Double.NaN), "lion: lambda = NaN"),
                bad(() -> new NAdam(ETA, 0.9, 0.99, 1e-8, -1), "nadam: psi = -1.0"),
                bad(
                        () -> new RAdam(ETA, 0.9, 0.99, 1e-8, 3, Epsilon.OUTSIDE_ROOT),
                        "radam: threshold = 3.0, expected at least 4"));
    }

    private static Arguments bad(Runnable call, String message) {
        return Arguments.of(call, message);
    }

    @ParameterizedTest
    @MethodSource("misuse")
    void misuseIsNamed(Runnable call, String message) {
        assertThatThrownBy(call::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
