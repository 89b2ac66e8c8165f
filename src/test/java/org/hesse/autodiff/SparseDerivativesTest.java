package org.hesse.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.hesse.autodiff.reverse.Var;
import org.hesse.linear.SparseCholesky;
import org.hesse.linear.SparseSymmetric;
import org.hesse.linear.Vectors;
import org.hesse.objective.Curved;
import org.hesse.objective.Hessian;
import org.hesse.objective.Meter;
import org.hesse.objective.Seeds;
import org.hesse.objective.Work;
import org.junit.jupiter.api.Test;

/** Sparse Hessians of functions of many variables given as lambdas. */
class SparseDerivativesTest {
    private static final int N = 100_000;

    private final Map<Work, Long> charged = new EnumMap<>(Work.class);
    private final Meter meter = new Meter() {
        @Override
        public <T> T charge(Work work, long times, Supplier<T> call) {
            charged.merge(work, times, Long::sum);
            return call.get();
        }
    };

    /** Σ 100(b − a²)² + (1 − a)² over the pairs (x_i, x_{i+1}), i = 0, step, 2·step, … */
    private static Differentiable rosenbrock(int n, int step) {
        return Differentiable.of(n, x -> {
            Var sum = x[0].multiply(0);
            for (int i = 0; i + 1 < n; i += step) {
                Var a = x[i + 1].subtract(x[i].square());
                sum = sum.add(a.square().multiply(100)).add(x[i].subtract(1).square());
            }
            return sum;
        });
    }

    private SparseSymmetric sparse(Differentiable f, double[] x) {
        return f.as(Curved.class)
                .orElseThrow()
                .metered(meter)
                .hessianAt(x)
                .sparse()
                .orElseThrow();
    }

    @Test
    void extendedRosenbrockTakesTwoProducts() {
        double[] x = Seeds.random(61).doubles(N, -2, 2).toArray();
        SparseSymmetric h = sparse(rosenbrock(N, 2), x);
        assertThat(charged).isEqualTo(Map.of(Work.PRODUCT, 2L));
        assertThat(h.pattern().entries()).isEqualTo(N + N / 2);
        for (int i = 0; i < N; i += 2) {
            double diagonal = 1200 * x[i] * x[i] - 400 * x[i + 1] + 2;
            assertThat(Math.abs(h.get(i, i) - diagonal)).isLessThan(1e-11);
            assertThat(h.get(i + 1, i)).isEqualTo(-400 * x[i]);
            assertThat(h.get(i + 1, i + 1)).isEqualTo(200);
        }
    }

    @Test
    void chainedRosenbrockTakesThreeAndGivesANewtonStep() {
        double[] x = new double[N];
        Arrays.fill(x, 1.1);
        Differentiable f = rosenbrock(N, 1);
        SparseSymmetric h = sparse(f, x);
        assertThat(charged).isEqualTo(Map.of(Work.PRODUCT, 3L));
        double[] g = new double[N];
        f.valueAndGradient(x, g);
        double[] d = g.clone();
        SparseCholesky.of(h).orElseThrow().solve(d);
        double[] hd = new double[N];
        f.hessianAt(x).times(d, hd);
        assertThat(Vectors.norm(Vectors.minus(hd, g))).isLessThan(1e-12 * Vectors.norm(g));
    }

    @Test
    void anotherBranchIsAnotherPattern() {
        Differentiable f = Differentiable.of(20, x -> {
            Var sum = x[0].multiply(x[1]);
            for (Var xi : x) {
                sum = sum.add(xi.square());
            }
            return x[2].getReal() > 0 ? sum.add(x[3].multiply(x[4]).multiply(7)) : sum;
        });
        double[] x = new double[20];
        for (double sign : new double[] {1, -1, 1}) {
            x[2] = sign;
            Hessian h = f.hessianAt(x);
            assertThat(h.sparse().orElseThrow().dense()).isDeepEqualTo(h.dense());
            assertThat(h.sparse().orElseThrow().get(3, 4)).isEqualTo(sign > 0 ? 7 : 0);
        }
    }

    @Test
    void aDenseHessianIsNotSparseAndAnUndefinedOneIsNotANumber() {
        Differentiable dense = Differentiable.of(
                30, x -> Arrays.stream(x).reduce(Var::add).orElseThrow().exp());
        assertThat(dense.hessianAt(new double[30]).sparse()).isEmpty();
        double[] x = new double[30];
        x[0] = Double.NaN;
        SparseSymmetric undefined = rosenbrock(30, 1).hessianAt(x).sparse().orElseThrow();
        assertThat(undefined.get(5, 5)).isNaN();
        assertThat(SparseCholesky.of(undefined)).isEmpty();
        assertThat(rosenbrock(30, 1)
                        .hessianAt(new double[30])
                        .sparse()
                        .orElseThrow()
                        .get(0, 0))
                .isCloseTo(2, within(1e-15));
    }
}
