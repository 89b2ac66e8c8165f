package org.hesse.autodiff.reverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hesse.autodiff.Differentiable;
import org.hesse.autodiff.graph.Function;
import org.hesse.autodiff.graph.Operation;
import org.hesse.objective.Curved;
import org.hesse.objective.Hessian;
import org.hesse.objective.Layered;
import org.hesse.problem.Rosenbrock;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.util.MathArrays;
import org.junit.jupiter.api.Test;

class RecordingTest {
    private static <T extends CalculusFieldElement<T>> T rosenbrock(T[] x) {
        T f = x[0].getField().getZero();
        for (int i = 0; i + 1 < x.length; i++) {
            f = f.add(x[i + 1].subtract(x[i].square()).square().multiply(100))
                    .add(x[i].negate().add(1).square());
        }
        return f;
    }

    private static Var branching(Var[] x) {
        return x[0].getReal() > 0 ? x[0].square().multiply(x[1]) : x[1].exp();
    }

    @Test
    void reRecordingAllocatesNothing() {
        int n = 50;
        Differentiable f = Differentiable.generic(n, RecordingTest::rosenbrock);
        Differentiable constants =
                Differentiable.of(1, x -> x[0].newInstance(2).pow(3).atan2(x[0]).getAddendum());
        double[] x = new double[n];
        Arrays.setAll(x, i -> Math.sin(i));
        double[] g = new double[n];
        double[] hv = new double[n];
        Hessian h = f.hessianAt(x);
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = 0;
        for (int repeat = 0; repeat < 3; repeat++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int k = 0; k < 100; k++) {
                x[0] = k;
                f.value(x);
                f.valueAndGradient(x, g);
                constants.value(x.length == 1 ? x : one(hv));
                h.times(g, hv);
            }
            allocated = threads.getCurrentThreadAllocatedBytes() - before;
        }
        assertThat(allocated).isLessThan(100 * 24 + 1000); // the array of length 1 that one() makes
    }

    private static double[] one(double[] x) {
        return new double[] {x[0]};
    }

    @Test
    void derivativesAreThoseWrittenByHand() {
        for (int n : new int[] {2, 7, 8, 9, 40}) {
            Differentiable f = Differentiable.generic(n, RecordingTest::rosenbrock);
            Rosenbrock hand = new Rosenbrock(n);
            double[] x = new double[n];
            Arrays.setAll(x, i -> Math.sin(3 * i + 1));
            double[] g = new double[n];
            double[] gh = new double[n];
            assertThat(f.valueAndGradient(x, g)).isCloseTo(hand.valueAndGradient(x, gh), within(1e-12 * hand.value(x)));
            assertThat(g).containsExactly(gh, within(1e-11));
            double[][] h = f.as(Curved.class).orElseThrow().hessianAt(x).dense();
            double[][] hh = hand.hessianAt(x).dense();
            for (int i = 0; i < n; i++) {
                assertThat(h[i]).containsExactly(hh[i], within(1e-11));
            }
        }
    }

    @Test
    void replayGivesTheNumbersOfANewRecording() {
        Differentiable f = Differentiable.generic(3, RecordingTest::rosenbrock);
        Recording r = graph(RecordingTest::rosenbrock, 1, 2, 3);
        assertThat(r.branches()).isFalse();
        double[] x = {-0.5, 0.25, 7};
        assertThat(r.replay(x)).isTrue();
        assertThat(r.value(r.result())).isEqualTo(f.value(x));
        double[][] h = new GraphHessian(r, Optional::empty).dense();
        double[][] anew = f.hessianAt(x).dense();
        for (int i = 0; i < 3; i++) {
            assertThat(h[i]).containsExactly(anew[i], within(1e-12));
        }
    }

    @Test
    void replaySaysWhereABranchMayHaveChanged() {
        Differentiable f = Differentiable.of(2, RecordingTest::branching);
        Recording r = graph(RecordingTest::branching, 2, 5);
        assertThat(r.branches()).isTrue();
        assertThat(r.replay(new double[] {2, -3})).isTrue(); // what was looked at is the same
        assertThat(r.value(r.result())).isEqualTo(-12);
        assertThat(r.replay(new double[] {-2, 5})).isFalse();
        assertThat(r.value(r.result())).isNaN();
        assertThat(r.replay(new double[] {2, 5})).isTrue();
        assertThat(r.value(r.result())).isEqualTo(20);

        double[] g = new double[2]; // and evaluation takes the branch that is right
        assertThat(f.valueAndGradient(new double[] {-2, 0}, g)).isEqualTo(1);
        assertThat(g).containsExactly(0, 1);
    }

    @Test
    void everythingThatLooksIsSeen() {
        assertThat(looks(x -> x[0].isZero() ? x[1] : x[0])).isTrue();
        assertThat(looks(x -> x[0].isNaN() ? x[1] : x[0])).isTrue();
        assertThat(looks(x -> x[0].isInfinite() ? x[1] : x[0])).isTrue();
        assertThat(looks(x -> x[0].isFinite() ? x[1] : x[0])).isTrue();
        assertThat(looks(x -> x[0].multiply(x[0].norm()))).isTrue();
        assertThat(looks(x -> x[0].multiply((double) x[0].round()))).isTrue();
        assertThat(looks(x -> x[0].multiply((double) x[0].getExponent()))).isTrue();
        assertThat(looks(x -> x[0].ulp())).isTrue();
        assertThat(looks(x -> x[0].getAddendum())).isTrue();
        assertThat(looks(x -> x[0].multiply(x[0].newInstance(3).getReal()))).isFalse();
        assertThat(looks(x -> x[0].abs()
                        .max(x[1])
                        .copySign(x[1])
                        .hypot(x[0])
                        .pow(x[1])
                        .atan2(x[0])))
                .isFalse();
    }

    private static boolean looks(ScalarFunction f) {
        return graph(f, 1.5, 2).branches();
    }

    private static Recording graph(ScalarFunction f, double... x) {
        Recording r = new Recording(x.length);
        r.run(f, x, Recording.GRAPH);
        return r;
    }

    @Test
    void whatLooksAtTheNumberIsRight() {
        double[] g = new double[1];
        Differentiable addendum = Differentiable.of(1, x -> x[0].sin().getAddendum());
        assertThat(addendum.valueAndGradient(new double[] {1.2}, g)).isZero();
        assertThat(g[0]).isCloseTo(Math.cos(1.2), within(1e-15));
        Differentiable ulp = Differentiable.of(1, x -> x[0].ulp());
        assertThat(ulp.valueAndGradient(new double[] {1.2}, g)).isEqualTo(Math.ulp(1.2));
        assertThat(g[0]).isZero();
        Differentiable round = Differentiable.of(1, x -> {
            assertThat(x[0].round()).isEqualTo(3);
            assertThat(x[0].getExponent()).isEqualTo(1);
            assertThat(x[0].norm()).isEqualTo(2.6);
            assertThat(x[0].isZero() || x[0].isNaN() || x[0].isInfinite()).isFalse();
            assertThat(x[0].subtract(x[0]).isZero()).isTrue();
            assertThat(x[0]).hasToString("2.6").isEqualTo(x[0]).isNotEqualTo(x[0].newInstance(2.6));
            assertThat(x[0].newInstance(2))
                    .isEqualTo(Var.field().getOne().add(1))
                    .hasSameHashCodeAs(x[0].newInstance(2));
            return x[0];
        });
        assertThat(round.value(new double[] {2.6})).isEqualTo(2.6);
    }

    @Test
    void constantsOfNoRecordingMayBeKept() {
        Var two = Var.field().getOne().add(Var.field().getOne());
        Var[] zeros = MathArrays.buildArray(Var.field(), 3);
        assertThat(zeros).containsOnly(Var.field().getZero());
        assertThat(two.sqrt().sin().pow(two).multiply(3).negate().square().getReal())
                .isEqualTo(9 * Math.pow(Math.sin(Math.sqrt(2)), 4), within(1e-15));
        Differentiable f = Differentiable.of(
                2, x -> two.multiply(x[0]).add(two.pow(x[1])).subtract(two).divide(two));
        double[] g = new double[2];
        assertThat(f.valueAndGradient(new double[] {3, 2}, g)).isEqualTo(4);
        assertThat(g).containsExactly(new double[] {1, 2 * Math.log(2)}, within(1e-15));
        assertThat(f.hessianAt(new double[] {3, 2}).dense()[1])
                .containsExactly(new double[] {0, 2 * Math.log(2) * Math.log(2)}, within(1e-15));
    }

    @Test
    void aFunctionThatDoesNotDependOnXHasNoSlope() {
        for (ScalarFunction c : new ScalarFunction[] {
            x -> x[0].newInstance(7), x -> Var.field().getOne().multiply(7)
        }) {
            Differentiable f = Differentiable.of(2, c);
            double[] g = {1, 1};
            assertThat(f.valueAndGradient(new double[] {1, 2}, g)).isEqualTo(7);
            assertThat(g).containsOnly(0);
            Hessian h = f.hessianAt(new double[] {1, 2});
            assertThat(h.dense()).isDeepEqualTo(new double[2][2]);
            h.times(new double[] {1, 2}, g);
            assertThat(g).containsOnly(0);
        }
        double[] g = new double[2];
        assertThat(Differentiable.of(2, x -> x[1]).valueAndGradient(new double[] {1, 2}, g))
                .isEqualTo(2);
        assertThat(g).containsExactly(0, 1);
    }

    @Test
    void infiniteCurvatureIsReachedByASecondArgumentToo() {
        Differentiable f =
                Differentiable.of(1, x -> x[0].newInstance(0).add(x[0]).pow(1.5));
        double[] hv = new double[1];
        f.hessianAt(new double[1]).times(new double[] {1}, hv);
        assertThat(hv[0]).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void misuseIsNamed() {
        double[] x = {1, 2};
        Var[] kept = new Var[2];
        Differentiable keeping = Differentiable.of(
                2, v -> kept[0] = kept[1] = v[0].square().square().square());
        keeping.value(x);
        for (ScalarFunction f :
                new ScalarFunction[] {v -> kept[0], v -> v[0].add(kept[0]), v -> kept[0].multiply(v[0])}) {
            assertThatThrownBy(() -> Differentiable.of(2, f).value(x))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageEndingWith("expected one made of this x");
        }
        assertThatThrownBy(() -> kept[0].sin()).hasMessageContaining("kept from an earlier evaluation");
        assertThatThrownBy(() -> kept[0].getReal()).hasMessageContaining("kept from an earlier evaluation");
        assertThatThrownBy(() -> kept[0].newInstance(1)).hasMessageContaining("kept from an earlier evaluation");
        assertThatThrownBy(() -> Differentiable.of(2, v -> null).value(x))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the function returned null, expected a Var");
        assertThatThrownBy(() -> keeping.value(new double[3])).hasMessage("x of length 3, expected 2");
        assertThatThrownBy(() -> keeping.valueAndGradient(x, new double[1])).hasMessage("g of length 1, expected 2");
        assertThatThrownBy(() -> Differentiable.of(0, v -> v[0])).hasMessage("n = 0, expected at least 1");
        assertThatThrownBy(() -> Differentiable.of(1, null)).hasMessage("f = null, expected a function");
        assertThatThrownBy(() -> Differentiable.generic(1, null)).hasMessage("f = null, expected a function");
        assertThat(keeping.hessianAt(x)).hasToString("Hessian 2 x 2 of a recording");
        assertThatThrownBy(() -> Differentiable.of(1, v -> v[2]).value(new double[1]))
                .isInstanceOf(ArrayIndexOutOfBoundsException.class);
    }

    @Test
    void afterAnExceptionItGoesOn() {
        Differentiable f = Differentiable.of(1, x -> {
            if (x[0].getReal() < 0) {
                throw new UnsupportedOperationException("negative");
            }
            return x[0].square();
        });
        assertThatThrownBy(() -> f.value(new double[] {-1})).hasMessage("negative");
        assertThat(f.value(new double[] {3})).isEqualTo(9);
    }

    @Test
    void outsideItsDomainEverythingIsNaN() {
        Differentiable f = Differentiable.of(2, x -> x[0].log().add(x[1]));
        double[] g = new double[2];
        assertThat(f.valueAndGradient(new double[] {-1, 2}, g)).isNaN();
        assertThat(g).containsOnly(Double.NaN);
        Hessian h = f.hessianAt(new double[] {-1, 2});
        h.times(new double[] {1, 0}, g);
        assertThat(g).containsOnly(Double.NaN);
        assertThat(h.dense()[1]).containsOnly(Double.NaN);
    }

    @Test
    void manyThreadsGetTheSameBits() {
        Differentiable f = Differentiable.generic(20, RecordingTest::rosenbrock);
        double[] x = new double[20];
        Arrays.setAll(x, i -> Math.cos(i));
        double[] g = new double[20];
        f.valueAndGradient(x, g);
        Hessian h = f.hessianAt(x);
        double[] hg = new double[20];
        h.times(g, hg);
        IntStream.range(0, 2000).parallel().forEach(k -> {
            double[] mine = new double[20];
            double[] other = new double[20];
            f.valueAndGradient(IntStream.range(0, 20).mapToDouble(i -> k).toArray(), other);
            f.valueAndGradient(x, mine);
            assertThat(mine).isEqualTo(g);
            h.times(g, mine);
            assertThat(mine).isEqualTo(hg);
        });
    }

    @Test
    void theLambdaMayReplaceItsVariablesAndEvaluateOthers() {
        Differentiable inner = Differentiable.of(1, y -> y[0].square());
        Differentiable f = Differentiable.of(2, x -> {
            x[0] = x[0].multiply(inner.value(new double[] {3}));
            return x[0].multiply(x[1]);
        });
        assertThat(f.value(new double[] {1, 2})).isEqualTo(18);
        assertThat(f.value(new double[] {1, 2})).isEqualTo(18);
    }

    @Test
    void itOffersWhatItHas() {
        Differentiable f = Differentiable.of(2, x -> x[0]);
        assertThat(f.as(Curved.class)).isPresent();
        assertThat(f.as(Layered.class)).isEmpty();
        assertThat(f.toString()).hasSizeLessThanOrEqualTo(80).contains("reverse mode");
    }

    @Test
    void anInfiniteDerivativeReachesOnlyWhatDependsOnIt() {
        Differentiable f = Differentiable.of(3, x -> x[0].multiply(x[1].sqrt()).add(x[2].square()));
        double[][] h = f.hessianAt(new double[] {0, 0, 3}).dense();
        assertThat(h[2]).containsExactly(0, 0, 2);
        assertThat(h[0]).containsExactly(0, Double.POSITIVE_INFINITY, 0);
        double[] g = new double[3];
        f.hessianAt(new double[] {0, 0, 3}).times(new double[] {0, 0, 1}, g);
        assertThat(g).containsExactly(0, 0, 2);
    }

    @Test
    void valuesAreExactWhereTheyCanBe() {
        for (int e = -1022; e < 1024; e++) {
            assertThat(Function.LOG2.value(Math.scalb(1.0, e))).isEqualTo(e);
        }
        assertThat(Function.LOG2.value(1 + 0x1p-40)).isCloseTo(0x1p-40 / Math.log(2), within(1e-23));
        assertThat(Function.LOG2.value(1 - 0x1p-40)).isCloseTo(-0x1p-40 / Math.log(2), within(1e-23));
        assertThat(Function.LOG2.value(Double.MIN_VALUE)).isCloseTo(-1074, within(1e-12));
        assertThat(Function.LOG2.value(-1)).isNaN();
        assertThat(Function.LOG2.value(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Function.ACOSH.value(1)).isZero();
        assertThat(Function.ACOSH.value(0.5)).isNaN();
        assertThat(Operation.ROOT.value(Math.pow(3, 5), 5)).isEqualTo(3);
        assertThat(Operation.ROOT.value(-32, 5)).isEqualTo(-2);
        assertThat(Operation.ROOT.value(0, 5)).isZero();
        assertThat(Operation.ROOT.value(-16, 4)).isNaN();
    }

    /** At 0 and of negative numbers a power is what it is by multiplication. */
    @Test
    void powersOfZeroAndOfNegativeNumbers() {
        double[] g = new double[1];
        double[][] expected = {{1, 0, 0}, {0, 1, 0}, {0, 0, 2}, {0, 0, 0}};
        for (int k = 0; k < 4; k++) {
            int power = k;
            Differentiable f = Differentiable.of(1, x -> x[0].pow(power));
            assertThat(f.valueAndGradient(new double[] {0}, g)).isEqualTo(expected[k][0]);
            assertThat(g[0]).isEqualTo(expected[k][1]);
            assertThat(f.hessianAt(new double[] {0}).dense()[0][0]).isEqualTo(expected[k][2]);
        }
        Differentiable f = Differentiable.of(1, x -> x[0].pow(x[0].newInstance(3)));
        assertThat(f.valueAndGradient(new double[] {-2}, g)).isEqualTo(-8);
        assertThat(g[0]).isEqualTo(12);
        assertThat(Differentiable.of(1, x -> x[0].pow(0.5)).valueAndGradient(new double[] {-2}, g))
                .isNaN();
        assertThat(g[0]).isNaN();
    }
}
