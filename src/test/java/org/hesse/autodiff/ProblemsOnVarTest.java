package org.hesse.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hesse.data.Dataset;
import org.hesse.linear.Vectors;
import org.hesse.objective.Curved;
import org.hesse.objective.Hessian;
import org.hesse.objective.Objective;
import org.hesse.objective.Seeds;
import org.hesse.problem.LinearLeastSquares;
import org.hesse.problem.LogisticRegression;
import org.hesse.problem.Perceptron;
import org.hesse.problem.Problems;
import org.hesse.problem.Quadratic;
import org.hesse.problem.SoftmaxRegression;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.util.MathArrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The problems of the library, written again as generic functions: all their derivatives are those written by hand. */
class ProblemsOnVarTest {
    private static final Dataset SEVEN = Dataset.classification(
            "seven", List.of("a", "b", "c"), List.of("even", "odd"), rows(), new int[] {0, 1, 1, 0, 1, 0, 0});

    private static double[][] rows() {
        RandomGenerator random = Seeds.random(4);
        return Stream.generate(() -> random.doubles(3, -2, 2).toArray())
                .limit(7)
                .toArray(double[][]::new);
    }

    private record Pair(String name, Objective hand, GenericFunction function) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Pair> pairs() {
        return Stream.of(
                of("beale", ProblemsOnVarTest::beale),
                of("biggs6", ProblemsOnVarTest::biggs6),
                of("himmelblau", ProblemsOnVarTest::himmelblau),
                of("monkey-saddle", ProblemsOnVarTest::monkeySaddle),
                of("quadratic", ProblemsOnVarTest::quadratic),
                of("quadratic:n=3,condition=1e4", ProblemsOnVarTest::quadratic3),
                of("rosenbrock", ProblemsOnVarTest::rosenbrock),
                of("rosenbrock:n=30", ProblemsOnVarTest::rosenbrock),
                of("six-hump-camel", ProblemsOnVarTest::sixHumpCamel),
                of("styblinski-tang", ProblemsOnVarTest::styblinskiTang),
                of("styblinski-tang:n=9", ProblemsOnVarTest::styblinskiTang),
                new Pair("logistic", new LogisticRegression(SEVEN, 0.1), ProblemsOnVarTest::logistic),
                new Pair("softmax", new SoftmaxRegression(SEVEN, 0.1), ProblemsOnVarTest::softmax),
                new Pair("least squares", new LinearLeastSquares(SEVEN, 0.1), ProblemsOnVarTest::leastSquares),
                new Pair("perceptron 3-4-2", new Perceptron(SEVEN, 0.1, 4), ProblemsOnVarTest::perceptron));
    }

    private static Pair of(String name, GenericFunction f) {
        return new Pair(name, Problems.named(name).objective(), f);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void derivativesAgree(Pair p) {
        int n = p.hand.dimension();
        Differentiable f = Differentiable.generic(n, p.function);
        RandomGenerator random = Seeds.random(8);
        for (int trial = 0; trial < 50; trial++) {
            double[] x = random.doubles(n, -2, 2).toArray();
            double[] v = random.doubles(n, -1, 1).toArray();
            double[] g = new double[n];
            double[] byHand = new double[n];
            double value = p.hand.valueAndGradient(x, byHand);
            assertThat(f.value(x)).isCloseTo(value, within(1e-12 * (1 + Math.abs(value))));
            assertThat(f.valueAndGradient(x, g)).isEqualTo(f.value(x));
            assertThat(g).containsExactly(byHand, within(1e-12 * (1 + Vectors.norm(byHand))));

            Hessian h = f.as(Curved.class).orElseThrow().hessianAt(x);
            Hessian hh = p.hand.as(Curved.class).orElseThrow().hessianAt(x);
            double[][] dense = h.dense();
            double[][] denseByHand = hh.dense();
            double size =
                    Arrays.stream(denseByHand).mapToDouble(Vectors::norm).max().orElseThrow();
            for (int i = 0; i < n; i++) {
                assertThat(dense[i]).containsExactly(denseByHand[i], within(1e-12 * (1 + size)));
            }
            for (Hessian either : List.of(h, hh)) {
                either.sparse().ifPresent(sparse -> {
                    for (int i = 0; i < n; i++) {
                        assertThat(sparse.dense()[i]).containsExactly(denseByHand[i], within(1e-12 * (1 + size)));
                    }
                });
                boolean few = p.name.matches("rosenbrock:n=30|styblinski.*n=9");
                assertThat(either.sparse().isPresent() || !few).isTrue();
            }
            h.times(v, g);
            hh.times(v, byHand);
            assertThat(g).containsExactly(byHand, within(1e-12 * (1 + size)));
        }
    }

    private static <T extends CalculusFieldElement<T>> T beale(T[] x) {
        T f = x[0].getField().getZero();
        double[] c = {1.5, 2.25, 2.625};
        for (int i = 0; i < 3; i++) {
            f = f.add(x[0].multiply(x[1].pow(i + 1).subtract(1)).add(c[i]).square());
        }
        return f;
    }

    private static <T extends CalculusFieldElement<T>> T biggs6(T[] x) {
        T f = x[0].getField().getZero();
        for (int i = 1; i <= 13; i++) {
            double t = i / 10.0;
            double y = Math.exp(-t) - 5 * Math.exp(-10 * t) + 3 * Math.exp(-4 * t);
            f = f.add(x[2].multiply(x[0].multiply(-t).exp())
                    .subtract(x[3].multiply(x[1].multiply(-t).exp()))
                    .add(x[5].multiply(x[4].multiply(-t).exp()))
                    .subtract(y)
                    .square());
        }
        return f;
    }

    private static <T extends CalculusFieldElement<T>> T himmelblau(T[] x) {
        return x[0].square()
                .add(x[1])
                .subtract(11)
                .square()
                .add(x[0].add(x[1].square()).subtract(7).square());
    }

    private static <T extends CalculusFieldElement<T>> T monkeySaddle(T[] x) {
        return x[0].pow(3).subtract(x[0].multiply(x[1]).multiply(x[1]).multiply(3));
    }

    private static <T extends CalculusFieldElement<T>> T quadratic(T[] x) {
        return quadratic(x, new Quadratic(10, 100, 0).eigenvalues());
    }

    private static <T extends CalculusFieldElement<T>> T quadratic3(T[] x) {
        return quadratic(x, new double[] {1, 100, 1e4});
    }

    private static <T extends CalculusFieldElement<T>> T quadratic(T[] x, double[] eigenvalues) {
        T[] squares = MathArrays.buildArray(x[0].getField(), x.length);
        Arrays.setAll(squares, i -> x[i].square());
        return x[0].linearCombination(eigenvalues, squares).divide(2);
    }

    private static <T extends CalculusFieldElement<T>> T rosenbrock(T[] x) {
        T f = x[0].getField().getZero();
        for (int i = 0; i + 1 < x.length; i++) {
            T r = x[i + 1].subtract(x[i].square()).multiply(10);
            T q = x[i].getField().getOne().subtract(x[i]);
            f = f.add(r.linearCombination(r, r, q, q));
        }
        return f;
    }

    private static <T extends CalculusFieldElement<T>> T sixHumpCamel(T[] x) {
        return x[0].square()
                .multiply(4)
                .subtract(x[0].pow(4.0).multiply(2.1))
                .add(x[0].pow(6).divide(6).multiply(2))
                .add(x[0].multiply(x[1]))
                .subtract(x[1].square().multiply(4))
                .add(x[1].pow(4).multiply(4));
    }

    private static <T extends CalculusFieldElement<T>> T styblinskiTang(T[] x) {
        T f = x[0].getField().getZero();
        for (T t : x) {
            f = f.add(t.square().square()).subtract(t.square().multiply(16)).add(t.multiply(5));
        }
        return f.divide(2);
    }

    private static <T extends CalculusFieldElement<T>> T affine(T[] w, int from, T[] x) {
        T z = w[from].multiply(x[0]);
        for (int i = 1; i < x.length; i++) {
            z = z.add(w[from + i].multiply(x[i]));
        }
        return z;
    }

    private static <T extends CalculusFieldElement<T>> T[] features(T[] w, int row) {
        T[] x = MathArrays.buildArray(w[0].getField(), 3);
        Arrays.setAll(x, i -> w[0].newInstance(SEVEN.rows()[row][i]));
        return x;
    }

    /** The mean of losses and the regularisation. */
    private static <T extends CalculusFieldElement<T>> T mean(T[] w, java.util.function.IntFunction<T> loss) {
        T f = IntStream.range(0, SEVEN.size())
                .mapToObj(loss)
                .reduce(T::add)
                .orElseThrow()
                .divide(SEVEN.size());
        return Arrays.stream(w)
                .map(T::square)
                .reduce(T::add)
                .orElseThrow()
                .multiply(0.05)
                .add(f);
    }

    private static <T extends CalculusFieldElement<T>> T logistic(T[] w) {
        return mean(
                w,
                i -> affine(w, 0, features(w, i))
                        .multiply(1 - 2 * SEVEN.targets()[i])
                        .exp()
                        .log1p());
    }

    private static <T extends CalculusFieldElement<T>> T leastSquares(T[] w) {
        return mean(
                w,
                i -> affine(w, 0, features(w, i))
                        .subtract(SEVEN.targets()[i])
                        .square()
                        .divide(2));
    }

    private static <T extends CalculusFieldElement<T>> T crossEntropy(T zero, T one, double target) {
        return zero.exp().add(one.exp()).log().subtract(target == 0 ? zero : one);
    }

    private static <T extends CalculusFieldElement<T>> T softmax(T[] w) {
        return mean(w, i -> {
            T[] x = features(w, i);
            return crossEntropy(affine(w, 0, x), affine(w, 3, x), SEVEN.targets()[i]);
        });
    }

    /** W1 (4 × 3), b1 (4), W2 (2 × 4), b2 (2). */
    private static <T extends CalculusFieldElement<T>> T perceptron(T[] w) {
        return mean(w, i -> {
            T[] x = features(w, i);
            T[] a = MathArrays.buildArray(w[0].getField(), 4);
            Arrays.setAll(a, u -> affine(w, 3 * u, x).add(w[12 + u]).tanh());
            return crossEntropy(affine(w, 16, a).add(w[24]), affine(w, 20, a).add(w[25]), SEVEN.targets()[i]);
        });
    }
}
