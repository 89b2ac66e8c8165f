package org.hesse.objective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hesse.autodiff.Expression;
import org.hesse.compare.Small;
import org.hesse.objective.DerivativeCheck.Outcome;
import org.hesse.objective.DerivativeCheck.Part;
import org.hesse.problem.Perceptron;
import org.hesse.problem.Problems;
import org.hesse.problem.SoftmaxRegression;
import org.hesse.problem.catalog.TestProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DerivativeFaultsTest {
    /** Scaled so that a wrong seventh digit shows in every component; FamiliesTest checks the families. */
    private static final List<TestProblem> PROBLEMS = Stream.of(
                    "beale",
                    "biggs6",
                    "himmelblau",
                    "monkey-saddle",
                    "quadratic",
                    "rosenbrock",
                    "six-hump-camel",
                    "styblinski-tang")
            .map(Problems::named)
            .toList();

    static List<TestProblem> problems() {
        return PROBLEMS;
    }

    private static Part part(DerivativeCheck check, String what) {
        return check.part(what).orElseThrow();
    }

    private static double[] random(double[] x0, long seed) {
        RandomGenerator random = Seeds.random(seed);
        return IntStream.range(0, x0.length)
                .mapToDouble(i -> 2 * random.nextGaussian())
                .toArray();
    }

    @ParameterizedTest
    @MethodSource("problems")
    void raisesNoFalseAlarmAtRandomPoints(TestProblem problem) {
        for (int seed = 0; seed < 20; seed++) {
            DerivativeCheck check = DerivativeCheck.of(problem.objective(), random(problem.start(), seed));
            assertThat(check.outcome()).as(check.report()).isEqualTo(Outcome.AGREES);
        }
        for (TestProblem.Point point : problem.points()) {
            DerivativeCheck check = DerivativeCheck.of(problem.objective(), point.x());
            assertThat(check.agrees()).as(check.report()).isTrue();
        }
    }

    static Stream<Objective> sums() {
        return Stream.of(
                new SoftmaxRegression(Small.data().withConstant(), 0.01),
                new SoftmaxRegression(Small.data(), 0),
                new Perceptron(Small.data(), 1e-3, 4),
                new Perceptron(Small.data(), 0, 3, 3),
                new Perceptron(Small.data(), 1e-3, 20));
    }

    @ParameterizedTest
    @MethodSource("sums")
    void raisesNoFalseAlarmOnSums(Objective f) {
        for (int seed = 0; seed < 5; seed++) {
            DerivativeCheck check = DerivativeCheck.of(f, random(new double[f.dimension()], seed));
            assertThat(check.agrees()).as(check.report()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(1e8*x)^2 + (1e-8*y)^2 + x*y",
                "exp(1e8*x) + exp(1e-8*y) + 1e-4*x*y",
                "cos(1e6*x) + sin(1e-6*y)",
                "1e10 + x^2 + x*y",
                "1e-150*(x^4 + x*y^3 + exp(y))",
                "1e150*(x^4 + x*y^3 + exp(y))",
                "log(x^2 + 1e-8) + y^2",
                "sqrt(1 + 1e6*(x - y)^2) + y",
                "tanh(50*x)*sin(20*y)",
                "atan2(x, y) + hypot(x, y)",
                "exp(-1e4*x^2) + y^2",
                "x^2*abs(x) + y*abs(y)"
            })
    void raisesNoFalseAlarmOnAwkwardFunctions(String text) {
        Expression f = Expression.parse(text);
        for (double[] x : new double[][] {{0, 0}, {1, 1}, {1e-8, 1e8}, {0.3, -0.7}, {-1e-3, 1e3}, {1e4, 1e-5}}) {
            DerivativeCheck check = DerivativeCheck.of(f, x);
            assertThat(check.agrees()).as(text + "\n" + check.report()).isTrue();
        }
    }

    /** The smallest relative error found in every single component, at the start of each problem. */
    @ParameterizedTest
    @MethodSource("problems")
    void findsOneWrongComponent(TestProblem problem) {
        Objective f = problem.objective();
        for (int i = 0; i < f.dimension(); i++) {
            int wrong = i;
            Objective spoilt = new Spoilt(f) {
                @Override
                void gradient(double[] x, double[] g) {
                    g[wrong] *= 1 + 1e-7;
                }
            };
            DerivativeCheck check = DerivativeCheck.of(spoilt, problem.start());
            Part gradient = part(check, "gradient");
            assertThat(gradient.outcome()).as(check.report()).isEqualTo(Outcome.WRONG);
            assertThat(gradient.worst())
                    .allSatisfy(w ->
                            assertThat(w.name()).isEqualTo("df/d" + f.layout().name(wrong)));
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void findsAWrongSignAnUnsymmetricHessianAndAProductThatIgnoresATerm(TestProblem problem) {
        Objective f = problem.objective();
        double[] x0 = random(problem.start(), 3);
        DerivativeCheck sign = DerivativeCheck.of(
                new Spoilt(f) {
                    @Override
                    void gradient(double[] x, double[] g) {
                        g[1] = -g[1];
                    }
                },
                x0);
        assertThat(part(sign, "gradient").worst().get(0).name())
                .isEqualTo("df/d" + f.layout().name(1));
        assertThat(part(sign, "gradient").worst().get(0).relativeError())
                .isEqualTo(2, org.assertj.core.api.Assertions.within(1e-6));

        DerivativeCheck unsymmetric = DerivativeCheck.of(
                new Spoilt(f) {
                    @Override
                    void matrix(double[] x, double[][] h) {
                        h[0][1] += 1e-4 * h[0][0];
                    }
                },
                x0);
        assertThat(part(unsymmetric, "symmetry").outcome()).isEqualTo(Outcome.WRONG);
        assertThat(part(unsymmetric, "Hessian").worst().get(0).name())
                .isEqualTo("d2f/d" + f.layout().name(0) + " d" + f.layout().name(1));

        DerivativeCheck ignored = DerivativeCheck.of(
                new Spoilt(f) {
                    @Override
                    void product(double[] x, double[] v, double[] hv) {
                        hv[0] -= 1e-3 * v[0];
                    }
                },
                x0);
        assertThat(part(ignored, "Hessian").outcome()).isEqualTo(Outcome.AGREES);
        assertThat(part(ignored, "products").outcome()).isEqualTo(Outcome.WRONG);
        assertThat(part(ignored, "products").worst().get(0).name())
                .startsWith("(H v)_" + f.layout().name(0));
    }

    @Test
    void aGradientThatIsRightAtOnePointOnly() {
        double[] x0 = {0.5, -0.25};
        Objective f = new Spoilt(Expression.parse("x^2 + exp(x*y)")) {
            @Override
            void gradient(double[] x, double[] g) {
                g[0] += (x[0] - x0[0]) * (x[0] - x0[0]) * 1e-3;
            }
        };
        DerivativeCheck check = DerivativeCheck.of(f, x0);
        assertThat(part(check, "gradient").wrong()).isEqualTo(1);
        assertThat(part(check, "gradient").worst().get(0).point()).isEqualTo("near it");
        assertThat(check.report()).contains("df/dx = ").contains("1 of 4 wrong");
    }

    @Test
    void aGradientThatIsAddedTo() {
        Objective f = new Spoilt(Expression.parse("x^2 + y")) {
            @Override
            public double valueAndGradient(double[] x, double[] g) {
                g[0] += 2 * x[0];
                g[1] = 1;
                return value(x);
            }
        };
        assertThat(DerivativeCheck.of(f, new double[] {1, 2}).toString()).startsWith("WRONG VALUE");
    }

    /** Extended Rosenbrock in 1e5 variables: the one that is wrong is named, after some hundred evaluations. */
    @ParameterizedTest
    @ValueSource(ints = {0, 31_415, 99_999})
    void oneWrongComponentOfMany(int wrong) {
        long[] values = {0};
        Objective f = new Spoilt(Problems.named("rosenbrock:n=100000").objective()) {
            @Override
            public double value(double[] x) {
                values[0]++;
                return super.value(x);
            }

            @Override
            void gradient(double[] x, double[] g) {
                g[wrong] *= 1 + 1e-3;
            }

            @Override
            public <T extends Structure> java.util.Optional<T> as(Class<T> type) {
                return java.util.Optional.empty();
            }
        };
        DerivativeCheck check = DerivativeCheck.of(f, random(new double[100_000], 1));
        assertThat(part(check, "gradient").worst())
                .as(check.report())
                .allSatisfy(w -> assertThat(w.name()).isEqualTo("df/dx[" + wrong + "]"));
        assertThat(values[0]).isLessThan(6000);
    }

    @Test
    void oneWrongEntryOfALargeHessian() {
        Objective right = Problems.named("rosenbrock:n=1000").objective();
        assertThat(DerivativeCheck.of(right, random(new double[1000], 1)).outcome())
                .isEqualTo(Outcome.AGREES);
        Objective f = new Spoilt(right) {
            @Override
            void product(double[] x, double[] v, double[] hv) {
                hv[500] += 0.1 * v[501];
            }
        };
        DerivativeCheck check = DerivativeCheck.of(f, random(new double[1000], 1));
        assertThat(part(check, "gradient").outcome()).isEqualTo(Outcome.AGREES);
        assertThat(part(check, "Hessian").worst().get(0).name()).isEqualTo("d2f/dx[500] dx[501]");
        assertThat(part(check, "symmetry").outcome()).isEqualTo(Outcome.WRONG);
    }

    @Test
    void whereNothingCanBeSaid() {
        DerivativeCheck root = DerivativeCheck.of(Expression.parse("sqrt(x) + y"), new double[] {0, 1});
        assertThat(root.outcome()).as(root.report()).isEqualTo(Outcome.CANNOT_TELL);
        assertThat(root.report()).contains("f is not finite around it");

        Objective oneSided = new Spoilt(Expression.parse("abs(x) + y^2")) {
            @Override
            void gradient(double[] x, double[] g) {
                g[0] = x[0] >= 0 ? 1 : -1;
            }
        };
        DerivativeCheck kink = DerivativeCheck.of(oneSided, new double[] {0, 1});
        assertThat(kink.report()).contains("df/dx = 1 at the point: a kink, with slopes -1 and 1 on its sides");
        assertThat(kink.agrees()).isTrue();

        Objective outside = new Spoilt(Expression.parse("abs(x) + y^2")) {
            @Override
            void gradient(double[] x, double[] g) {
                g[0] = 1.5;
            }
        };
        assertThat(DerivativeCheck.of(outside, new double[] {0, 1}).agrees()).isFalse();
    }

    @Test
    void noiseThatHidesTheSlope() {
        Objective f = new Spoilt(Expression.parse("1e-6*x + 1e-6*y^2")) {
            @Override
            public double value(double[] x) {
                return super.value(x)
                        + 1e-4 * (Seeds.mix(Double.doubleToLongBits(x[0]), Double.doubleToLongBits(x[1])) / 0x1p63);
            }

            @Override
            public double valueAndGradient(double[] x, double[] g) {
                super.valueAndGradient(x, g);
                return value(x);
            }
        };
        DerivativeCheck check = DerivativeCheck.of(f, new double[] {0.3, 1});
        assertThat(check.agrees()).as(check.report()).isTrue();
        assertThat(part(check, "gradient").outcome()).as(check.report()).isEqualTo(Outcome.CANNOT_TELL);
        assertThat(check.report()).contains("hidden by noise");
    }

    @Test
    void whereDifferencesDoNotSettleNothingIsSaid() {
        // |x| + y^2 at x = 0, where the gradient jumps: 0 is neither right nor wrong for its slope
        Objective kink = org.hesse.autodiff.Expression.parse("abs(x) + y^2");
        DerivativeCheck check = DerivativeCheck.of(kink, new double[] {0, 1});
        assertThat(check.agrees()).isTrue();
        assertThat(part(check, "Hessian").outcome()).isEqualTo(Outcome.CANNOT_TELL);
        assertThat(check.report()).contains("d2f/dx dx = 0 at the point: differences do not settle");
    }
}
