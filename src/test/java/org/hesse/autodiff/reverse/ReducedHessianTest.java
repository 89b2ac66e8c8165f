package org.hesse.autodiff.reverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.hesse.autodiff.Differentiable;
import org.hesse.objective.Hessian;
import org.hesse.objective.Seeds;
import org.hesse.problem.Rosenbrock;
import org.junit.jupiter.api.Test;

/** Against the Hessian that keeps every slot of the graph, which shares nothing with it but the formulas of operations. */
class ReducedHessianTest {
    private static final int N = 12;

    /** Random operations on random earlier numbers, constants among them; sums of them are the result. */
    private static Var random(Var[] x, RandomGenerator random) {
        Var[] y = Arrays.copyOf(x, 60);
        Var sum = x[0].multiply(0);
        for (int k = N; k < y.length; k++) {
            Var a = y[random.nextInt(k)];
            Var b = random.nextInt(8) == 0 ? a.newInstance(random.nextDouble()) : y[random.nextInt(k)];
            y[k] = switch (random.nextInt(12)) {
                case 0 -> a.tanh().multiply(b.tanh());
                case 1 -> a.divide(b.square().add(1));
                case 2 -> a.square().add(1).sqrt();
                case 3 -> a.add(b);
                case 4 -> b.subtract(a);
                case 5 -> a.sin();
                case 6 -> a.square().add(0.5).pow(b.tanh());
                case 7 -> squared(a.sin());
                case 8 -> a.atan2(b.square().add(1));
                case 9 -> a.hypot(b.add(3));
                case 10 -> a.negate().multiply(0.5);
                default -> a.tanh().multiply(3);
            };
            sum = random.nextInt(3) == 0 ? sum.add(y[k].tanh()) : sum;
        }
        return sum;
    }

    private static Var squared(Var a) {
        return a.multiply(a);
    }

    private static Recording graph(ScalarFunction f, double[] x) {
        Recording r = new Recording(x.length);
        r.run(f, x, Recording.GRAPH);
        return r;
    }

    @Test
    void itAgreesWithTheGraph() {
        for (int seed = 0; seed < 300; seed++) {
            int s = seed;
            Differentiable f = Differentiable.of(N, x -> random(x, Seeds.random(s)));
            double[] x = Seeds.random(1000 + seed).doubles(N, -1, 1).toArray();
            Hessian h = f.hessianAt(x);
            assertThat(h).isInstanceOf(ReducedHessian.class);
            double[][] all = new GraphHessian(graph(v -> random(v, Seeds.random(s)), x), Optional::empty).dense();
            double[][] dense = h.dense();
            double scale = Arrays.stream(all)
                    .flatMapToDouble(Arrays::stream)
                    .map(Math::abs)
                    .max()
                    .orElseThrow();
            double[] e = new double[N];
            double[] column = new double[N];
            for (int j = 0; j < N; j++) {
                assertThat(dense[j]).containsExactly(all[j], within(1e-13 * scale));
                e[j] = 1;
                h.times(e, column);
                e[j] = 0;
                assertThat(column).containsExactly(all[j], within(1e-13 * scale));
            }
        }
    }

    @Test
    void itIsIndependentOfLaterRecordings() {
        Differentiable f = Differentiable.of(N, x -> random(x, Seeds.random(5)));
        double[] x = Seeds.random(6).doubles(N, -1, 1).toArray();
        Hessian h = f.hessianAt(x);
        double[][] before = h.dense();
        f.hessianAt(new double[N]);
        f.valueAndGradient(new double[N], new double[N]);
        assertThat(h.dense()).isDeepEqualTo(before);
    }

    /** From few products or column by column: n on both sides of where the colouring is asked for. */
    @Test
    void aSparseOneIsReadFromFewProducts() {
        for (int n : new int[] {31, 32, 33, 200}) {
            Differentiable f = Differentiable.of(
                    n,
                    x -> IntStream.range(1, x.length)
                            .mapToObj(i -> x[i].subtract(x[i - 1].square())
                                    .square()
                                    .multiply(100)
                                    .add(x[i - 1].subtract(1).square()))
                            .reduce(Var::add)
                            .orElseThrow());
            double[] x = Seeds.random(n).doubles(n, -2, 2).toArray();
            double[][] dense = f.hessianAt(x).dense();
            double[][] hand = new Rosenbrock(n).hessianAt(x).dense();
            for (int i = 0; i < n; i++) {
                assertThat(dense[i]).containsExactly(hand[i], within(1e-12 * 4000));
            }
            assertThat(f.hessianAt(x).dense()).isDeepEqualTo(dense);
        }
    }

    /** What has no influence may be infinite; a weight of 0 beats an infinite curvature. */
    @Test
    void whatHasNoInfluenceDoesNoHarm() {
        Differentiable f = Differentiable.of(2, x -> {
            Var root = x[0].sqrt();
            root.multiply(x[1]).exp(); // recorded, and not used
            return x[1].square().add(root.multiply(0).multiply(x[1]));
        });
        double[] hv = new double[2];
        f.hessianAt(new double[] {0, 3}).times(new double[] {0, 1}, hv);
        assertThat(hv).containsExactly(0, 2);
        Differentiable unused = Differentiable.of(2, x -> {
            Var square = x[1].square();
            x[0].sqrt();
            return square;
        });
        Hessian h = unused.hessianAt(new double[] {0, 3});
        assertThat(h).isInstanceOf(ReducedHessian.class);
        assertThat(h.dense()).isDeepEqualTo(new double[][] {{0, 0}, {0, 2}});
        assertThat(Differentiable.of(1, x -> x[0].sqrt()).hessianAt(new double[1]))
                .isInstanceOf(GraphHessian.class);
    }
}
