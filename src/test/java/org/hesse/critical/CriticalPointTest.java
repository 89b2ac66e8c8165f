package org.hesse.critical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.hesse.autodiff.Differentiable;
import org.hesse.autodiff.Expression;
import org.hesse.linear.Vectors;
import org.hesse.objective.BlackBox;
import org.hesse.objective.Curved;
import org.hesse.objective.Hessian;
import org.hesse.objective.Kind;
import org.hesse.objective.Objective;
import org.hesse.objective.Seeds;
import org.hesse.objective.Structure;
import org.hesse.problem.Problems;
import org.hesse.problem.catalog.TestProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CriticalPointTest {
    private static final double EPSILON = Math.ulp(1.0);
    private static final String PEAKS =
            "3*(1-x)^2*exp(-x^2-(y+1)^2) - 10*(x/5-x^3-y^5)*exp(-x^2-y^2)" + " - exp(-(x+1)^2-y^2)/3";

    static Stream<TestProblem> problems() {
        return Stream.concat(Problems.all().stream(), larger())
                .filter(p -> p.objective().dimension() <= 20)
                .filter(p -> !p.objective().domain().isBounded()
                        && !p.objective().domain().isPenalised());
    }

    static Stream<TestProblem> allProblems() {
        return Stream.concat(Problems.all().stream(), larger());
    }

    private static Stream<TestProblem> larger() {
        return Stream.of(
                        "rosenbrock:n=4",
                        "rosenbrock:n=5",
                        "rosenbrock:n=6",
                        "rosenbrock:n=7",
                        "rosenbrock:n=100",
                        "quadratic:n=20,condition=1e8,seed=3",
                        "styblinski-tang:n=1",
                        "styblinski-tang:n=4")
                .map(Problems::named);
    }

    @ParameterizedTest
    @MethodSource("allProblems")
    void everyListedPointIsClassifiedRight(TestProblem p) {
        for (TestProblem.Point point : p.points()) {
            CriticalPoint c = CriticalPoint.of(p.objective(), point.x());
            assertThat(c.kind()).as(c::report).isEqualTo(point.kind());
            assertThat(c.index()).isEqualTo(point.index());
            assertThat(c.value()).isCloseTo(point.value(), within(1e-11 * Math.max(1, Math.abs(point.value()))));
            assertThat(c.error().total()).isLessThanOrEqualTo(100 * bound(c));
            assertThat(c.toString()).startsWith(point.kind().name()).hasSizeLessThanOrEqualTo(80);
        }
    }

    private static double bound(CriticalPoint c) {
        return c.x().length * EPSILON * c.spectrum().norm();
    }

    /** Withholds what an objective offers beyond its gradient, or its values. */
    private static Objective withholding(Objective f, boolean gradient) {
        return new Objective() {
            @Override
            public int dimension() {
                return f.dimension();
            }

            @Override
            public double value(double[] x) {
                return f.value(x);
            }

            @Override
            public double valueAndGradient(double[] x, double[] g) {
                if (!gradient) {
                    throw new IllegalStateException("only values");
                }
                return f.valueAndGradient(x, g);
            }

            @Override
            public boolean hasGradient() {
                return gradient;
            }

            @Override
            public <T extends Structure> Optional<T> as(Class<T> type) {
                return Optional.empty();
            }
        };
    }

    /** Withholds all but the Hessian. */
    static Objective withoutIntervals(Objective f) {
        return new Objective() {
            @Override
            public int dimension() {
                return f.dimension();
            }

            @Override
            public double value(double[] x) {
                return f.value(x);
            }

            @Override
            public double valueAndGradient(double[] x, double[] g) {
                return f.valueAndGradient(x, g);
            }

            @Override
            public <T extends Structure> Optional<T> as(Class<T> type) {
                return type == Curved.class ? f.as(type) : Optional.empty();
            }
        };
    }

    @ParameterizedTest
    @MethodSource("problems")
    void differencesFindTheSameKindsAndKnowTheirErrors(TestProblem p) {
        for (boolean gradient : new boolean[] {true, false}) {
            for (TestProblem.Point point :
                    p.points().subList(0, Math.min(20, p.points().size()))) {
                CriticalPoint exact = CriticalPoint.of(p.objective(), point.x());
                CriticalPoint c = CriticalPoint.of(withholding(p.objective(), gradient), point.x());
                for (int i = 0; i < exact.eigenvalues().length; i++) {
                    assertThat(Math.abs(c.eigenvalues()[i] - exact.eigenvalues()[i]))
                            .as(c::report)
                            .isLessThanOrEqualTo(
                                    c.error().total() + exact.error().total());
                }
                if (exact.condition() < 1e4) {
                    assertThat(c.kind()).as(c::report).isEqualTo(point.kind());
                    assertThat(c.index()).isEqualTo(point.index());
                } else {
                    assertThat(c.kind()).as(c::report).isIn(point.kind(), Kind.DEGENERATE, Kind.UNDECIDED);
                }
            }
        }
    }

    /** (x − 10⁶)² + …, where the slope is 2e6: gradients are rounded by 2e-10, which no change of x by some ulps shows. */
    @Test
    void roundingOfALargeGradientIsAnErrorOfItsDifferences() {
        Objective f = Expression.parse("(x-1e6)^2+(y-2e-6)^2+(x*y-2)^2");
        for (double[] x : new double[][] {{1, 1}, {1.03, 0.97}, {0.8, 1.2}}) {
            CriticalPoint exact = CriticalPoint.of(f, x);
            CriticalPoint c = CriticalPoint.of(withholding(f, true), x);
            for (int i = 0; i < 2; i++) {
                assertThat(c.eigenvalues()[i])
                        .isCloseTo(exact.eigenvalues()[i], within(c.error().total()));
            }
        }
    }

    /** Of a step of 1e-10 beside x³ = 0 Newton's method believes that it converges. */
    @Test
    void besideADegeneratePointNothingIsNearest() {
        Objective f = withoutIntervals(Expression.parse("2e-8*(4*x+4)^3"));
        CriticalPoint c = CriticalPoint.of(f, new double[] {-0.9999999991618601});
        assertThat(c.kind()).isEqualTo(Kind.UNDECIDED);
        assertThat(c.nearest()).isEmpty();
    }

    /** Eigenvalues 0.04 to 2.5e14: the least is lost in the rounding of the greatest, and proved by Krawczyk's boxes. */
    @Test
    void meyersMinimumIsProved() {
        TestProblem meyer = Problems.named("meyer");
        CriticalPoint c =
                CriticalPoint.of(meyer.objective(), meyer.points().get(0).x());
        assertThat(c.kind()).as(c::report).isEqualTo(Kind.MINIMUM);
        assertThat(c.evidence()).isEqualTo(Evidence.CERTIFIED);
        assertThat(c.errorBar(0)).isGreaterThan(c.eigenvalues()[0]);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // not critical
                "x^2+y^2 | 1,0 | NOT_CRITICAL | 0",
                "x^2+y^2 | 1e-3,0 | NOT_CRITICAL | 0",
                "x+y | 0,0 | NOT_CRITICAL | 0",
                "x^2+1e-9*y | 0,0 | NOT_CRITICAL | 0",
                "x^3+1e-12*y+1e-12*x | 0,0 | NOT_CRITICAL | 0",
                "exp(x)+y^2 | 0,0 | NOT_CRITICAL | 0",
                // critical to within the radius
                "x^2+y^2 | 1e-6,0 | MINIMUM | 0",
                "-x^2-y^2 | 1e-6,0 | MAXIMUM | 2",
                "x^2-y^2 | 1e-6,0 | SADDLE | 1",
                "1e-12*(x^2+y^2) | 0,0 | MINIMUM | 0",
                "1e12*(x^2-y^2) | 0,0 | SADDLE | 1",
                "1e-200*(x^2+y^2) | 0,0 | MINIMUM | 0",
                "cosh(x)+cosh(y) | 0,0 | MINIMUM | 0",
                "cos(x)*cosh(y) | 0,0 | SADDLE | 1",
                // degenerate
                "x^3-3*x*y^2 | 0,0 | SADDLE | 0",
                "x^4+y^4 | 0,0 | MINIMUM | 0",
                "-x^4-y^4 | 0,0 | MAXIMUM | 0",
                "x^4-y^4 | 0,0 | SADDLE | 0",
                "(y-x^2)*(y-3*x^2) | 0,0 | SADDLE | 0",
                "x^2+0*y | 0.5e-5,3 | DEGENERATE | 0",
                "(x*y-1)^2 | 2,0.5 | DEGENERATE | 0",
                "(x+1)^4-4*x+y^2*(1+x) | 0,0 | MINIMUM | 0",
                "(x+1)^4-6*(x+1)^2+8*x+y^2 | 0,0 | SADDLE | 0",
                // a saddle whatever the zero eigenvalue turns out to be
                "x^2-y^2+z^4 | 0,0,0 | SADDLE | 1",
                "x^2-y^2+z^4 | 0,0,1e-5 | SADDLE | 1",
                // the curvature found is not that of the critical point nearby
                "x^4+y^2 | 1e-5,0 | UNDECIDED | 0",
                "x^3-3*x*y^2 | 1e-5,0 | UNDECIDED | 0",
                "x^2*y+y^2 | 0,1e-7 | UNDECIDED | 0",
            })
    void kinds(String text, String at, Kind kind, int index) {
        double[] x = Stream.of(at.split(",")).mapToDouble(Double::parseDouble).toArray();
        CriticalPoint c = CriticalPoint.of(Expression.parse(text), x);
        assertThat(c.kind()).as(c::report).isEqualTo(kind);
        assertThat(c.index()).isEqualTo(index);
        assertThat(c.toString()).startsWith(kind.name()).hasSizeLessThanOrEqualTo(80);
    }

    @Test
    void aTinyGradientIsNotEnough() { // |g| = 8e-17 and |λ| <= 1e-15, but a Newton step of 0.075
        CriticalPoint c = CriticalPoint.of(Expression.parse(PEAKS), new double[] {5, 5});
        assertThat(c.kind()).as(c::report).isEqualTo(Kind.NOT_CRITICAL);
        assertThat(c.gradientNorm()).isLessThan(1e-16);
        assertThat(c.distance()).isCloseTo(0.075, within(0.005));
    }

    @Test
    void theMaximumOfPeaksIsFound() {
        CriticalPoint c = CriticalPoint.of(Expression.parse(PEAKS), new double[] {-0.0093176, 1.5813680});
        assertThat(c.kind()).as(c::report).isEqualTo(Kind.MAXIMUM);
        assertThat(c.value()).isCloseTo(8.1062136, within(1e-7));
        assertThat(c.index()).isEqualTo(2);
    }

    @Test
    void aSaddleMovedByATenthIsNotCritical() {
        TestProblem.Point saddle = Problems.named("himmelblau").points().stream()
                .filter(p -> p.kind() == Kind.SADDLE)
                .findFirst()
                .orElseThrow();
        double[] x = saddle.x().clone();
        x[0] += 0.1;
        CriticalPoint c = CriticalPoint.of(Problems.named("himmelblau").objective(), x);
        assertThat(c.kind()).isEqualTo(Kind.NOT_CRITICAL);
        assertThat(c.distance()).isCloseTo(0.1, within(0.03));
    }

    @Test
    void theNewtonStepLeadsToTheMinimumOfAQuadratic() {
        CriticalPoint c = CriticalPoint.of(Expression.parse("(x-1)^2+3*(y+2)^2+x*y"), new double[] {7, -5});
        // 2(x−1) + y = 0 and 6(y+2) + x = 0 give x = 24/11, y = −26/11, f there = −40/11... by hand
        double[] end = Vectors.plus(c.x(), 1, c.newtonStep());
        assertThat(end).containsExactly(new double[] {24.0 / 11, -26.0 / 11}, within(1e-14));
        double least = Expression.parse("(x-1)^2+3*(y+2)^2+x*y").value(end);
        assertThat(c.decrement()).isCloseTo(c.value() - least, within(1e-12));
        // eigenvalues of (2 1; 1 6): 4 ∓ √5
        assertThat(c.eigenvalues())
                .containsExactly(
                        new double[] {4 - Math.sqrt(5), 4 + Math.sqrt(5)},
                        within(c.error().total()));
        assertThat(c.condition()).isCloseTo((4 + Math.sqrt(5)) / (4 - Math.sqrt(5)), within(1e-13));
        assertThat(Math.abs(c.lowestDirection()[0])).isGreaterThan(Math.abs(c.lowestDirection()[1]));
    }

    /** f(x) = ½(x − c)ᵀH(x − c), H = QDQᵀ. */
    private static Objective quadratic(double[][] h, double[] center) {
        class Form implements Objective, Curved {
            @Override
            public int dimension() {
                return h.length;
            }

            @Override
            public double value(double[] x) {
                return valueAndGradient(x, new double[x.length]);
            }

            @Override
            public double valueAndGradient(double[] x, double[] g) {
                double[] d = Vectors.minus(x, center);
                hessianAt(x).times(d, g);
                return Vectors.dot(d, g) / 2;
            }

            @Override
            public Hessian hessianAt(double[] x) {
                return new Hessian() {
                    @Override
                    public int dimension() {
                        return h.length;
                    }

                    @Override
                    public void times(double[] v, double[] hv) {
                        for (int i = 0; i < h.length; i++) {
                            hv[i] = Vectors.dot(h[i], v);
                        }
                    }
                };
            }
        }
        return new Form();
    }

    /** Q·D·Qᵀ with Q a product of n random Householder reflections: each one is applied from both sides. */
    private static double[][] rotated(double[] d, RandomGenerator random) {
        int n = d.length;
        double[][] h = new double[n][n];
        for (int i = 0; i < n; i++) {
            h[i][i] = d[i];
        }
        for (int k = 0; k < n; k++) {
            double[] u = new double[n];
            for (int i = 0; i < n; i++) {
                u[i] = random.nextGaussian();
            }
            Vectors.scale(1 / Vectors.norm(u), u);
            for (int side = 0; side < 2; side++) {
                double[][] t = new double[n][n];
                for (int i = 0; i < n; i++) {
                    double hu = Vectors.dot(h[i], u);
                    for (int j = 0; j < n; j++) {
                        t[j][i] = h[i][j] - 2 * hu * u[j];
                    }
                }
                h = t;
            }
        }
        return h;
    }

    @Test
    void noEigenvalueWithinItsErrorGetsASignAndNoneBeyondTwiceTheErrorGoesWithout() {
        RandomGenerator random = Seeds.random(2026);
        int[] seen = new int[Kind.values().length];
        for (int trial = 0; trial < 10_000; trial++) {
            int n = 2 + random.nextInt(7);
            double scale = Math.pow(10, random.nextInt(-8, 9));
            double e = CriticalPoint.of(
                            quadratic(rotated(filled(n, scale, random), random), new double[n]), new double[n])
                    .error()
                    .total();
            double[] d = new double[n];
            d[0] = random.nextBoolean() ? scale : -scale;
            for (int i = 1; i < n; i++) {
                d[i] = e * List.of(0.0, 0.5, -0.5, 2.2, -2.2, 1e6, -1e6).get(random.nextInt(7));
            }
            double[] center =
                    trial % 2 == 0 ? new double[n] : random.doubles(n, -3, 3).toArray();
            CriticalPoint c = CriticalPoint.of(quadratic(rotated(d, random), center), center);
            assertThat(c.error().total()).isLessThanOrEqualTo(10 * bound(c));
            e = c.error().total();
            int[] truly = new int[3]; // negative, zero, positive
            int[] clearly = new int[3];
            for (double l : d) {
                truly[1 + (int) Math.signum(l)]++;
                clearly[Math.abs(l) <= 2 * e ? 1 : 1 + (int) Math.signum(l)]++;
            }
            assertThat(c.index()).as(c::report).isBetween(clearly[0], truly[0]);
            assertThat(c.largestIndex()).as(c::report).isBetween(truly[0] + truly[1], clearly[0] + clearly[1]);
            if (clearly[0] > 0 && clearly[2] > 0) {
                assertThat(c.kind()).as(c::report).isEqualTo(Kind.SADDLE);
            } else if (truly[0] > 0 && truly[2] > 0) {
                assertThat(c.kind()).as(c::report).isIn(Kind.SADDLE, Kind.DEGENERATE);
            } else if (truly[1] > 0) {
                assertThat(c.kind()).as(c::report).isEqualTo(Kind.DEGENERATE);
            } else {
                Kind right = truly[0] > 0 ? Kind.MAXIMUM : Kind.MINIMUM;
                assertThat(c.kind()).as(c::report).isIn(right, clearly[1] > 0 ? Kind.DEGENERATE : right);
            }
            seen[c.kind().ordinal()]++;
        }
        assertThat(seen[Kind.SADDLE.ordinal()]).isGreaterThan(100);
        assertThat(seen[Kind.DEGENERATE.ordinal()]).isGreaterThan(100);
        assertThat(seen[Kind.MINIMUM.ordinal()]).isGreaterThan(100);
    }

    private static double[] filled(int n, double scale, RandomGenerator random) {
        double[] d = random.doubles(n, -1e-9 * scale, 1e-9 * scale).toArray();
        d[0] = scale;
        return d;
    }

    @ParameterizedTest
    @CsvSource({"1e-7", "1e-3"})
    void aHessianKnownOnlyRoughlyDecidesOnlyWhatItCan(double error) {
        Objective f = Expression.parse("x^2+5e-4*y^2");
        class Rough implements Objective, Curved {
            @Override
            public int dimension() {
                return 2;
            }

            @Override
            public double value(double[] x) {
                return f.value(x);
            }

            @Override
            public double valueAndGradient(double[] x, double[] g) {
                return f.valueAndGradient(x, g);
            }

            @Override
            public Hessian hessianAt(double[] x) {
                Hessian h = f.as(Curved.class).orElseThrow().hessianAt(x);
                return new Hessian() {
                    @Override
                    public int dimension() {
                        return 2;
                    }

                    @Override
                    public void times(double[] v, double[] hv) {
                        h.times(v, hv);
                    }

                    @Override
                    public double error() {
                        return error;
                    }
                };
            }
        }
        CriticalPoint c = CriticalPoint.of(new Rough(), new double[2]);
        assertThat(c.kind()).isEqualTo(error < 1e-3 ? Kind.MINIMUM : Kind.DEGENERATE);
        assertThat(c.error().largest()).isEqualTo("derivatives");
        // along y the slope 1e-8 is beyond its error, and the curvature unknown: near or far cannot be told
        CriticalPoint beside = CriticalPoint.of(new Rough(), new double[] {0, 1e-5});
        assertThat(beside.kind()).as(beside::report).isEqualTo(error < 1e-3 ? Kind.MINIMUM : Kind.UNDECIDED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "log(x) | -1 | the value is NaN",
                "sqrt(x) | 0 | the derivative by x is Infinity",
                "abs(x)^1.5 | 0 | the second derivative by x and x is NaN",
                "1/x | 0 | the value is Infinity"
            })
    void whatIsNotFiniteIsUndecided(String text, double x, String why) {
        CriticalPoint c = CriticalPoint.of(Expression.parse(text), new double[] {x});
        assertThat(c.kind()).isEqualTo(Kind.UNDECIDED);
        assertThat(c.why()).startsWith(why.substring(0, why.lastIndexOf(' ')));
        assertThat(c.toString()).startsWith("UNDECIDED: the").hasSizeLessThanOrEqualTo(80);
        assertThat(c.report()).contains(c.why());
        assertThat(c.eigenvalues()).isEmpty();
    }

    @Test
    void misuseIsExplained() {
        Objective f = Expression.parse("x^2+y^2");
        assertThatThrownBy(() -> CriticalPoint.of(f, new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a point of 3 numbers: expected 2");
        assertThatThrownBy(() -> CriticalPoint.of(f, new double[] {0, Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("y = NaN");
        assertThatThrownBy(() -> new CriticalPoint.Options(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rho = 0.0");
        assertThatThrownBy(() ->
                        CriticalPoint.of(Problems.named("rosenbrock:n=6000").objective(), new double[6000]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("n = 6000")
                .hasMessageContaining("1440 MB");
    }

    @Test
    void theTextSaysTheVerdictFirst() {
        CriticalPoint c = CriticalPoint.of(Expression.parse("x^2-0.6*y^2"), new double[2]);
        assertThat(c).hasToString("SADDLE index 1, eigenvalues [-1.2 ± 1.8e-15, 2 ± 1.8e-15], certified");
        assertThat(c.report())
                .startsWith("SADDLE: ")
                .contains("index           1 of 2, nullity 0")
                .contains("lowest along    1*y");
    }

    /** A gradient that is not known to be 0, or a Hessian whose terms cancel, decides nothing. */
    @ParameterizedTest
    @CsvSource({
        "x^2.5 + 3*x + x^2, 0, UNDECIDED",
        "x^2 - abs(x), 0, UNDECIDED",
        "x^2 - 3*abs(x-0.3), 0.3, UNDECIDED",
        "1e12*(x-1e4)^2 + y^2, 1e4;5, NOT_CRITICAL",
        "log(1+x^2) + y^2, 2.3e8;0, NOT_CRITICAL",
        "1e150*x^2 + y^2, 0;-2, NOT_CRITICAL",
        "(x+1)^3 - x^3 - 3*x^2 - 3*x - (x-0.3)^4, 0.3, MAXIMUM",
        "'max(x,0)^2', 0, DEGENERATE",
        "x^3 - 1e-10*x, 0, UNDECIDED", // critical 5.8e-6 away, on both sides
        "x^4 + 1e-13*x, 0, UNDECIDED", // and 2.9e-5
        "x^3 + 1e-10*x, 0, NOT_CRITICAL",
        // 3·0.1 − 0.3 = 5.6e-17: what x is rounded by changes the sign of the curvature
        "(3*x-0.3)^3 + y^2, 0.1;0, UNDECIDED",
        "(0.7*x-0.49)^3 - (0.1*y-0.03)^4, 0.7;0.3, UNDECIDED",
        // beside a point of fifth order there is a quartic term, which is 0 at it
        "1e-5*(0.7*x+y)^5 - 30*(x-0.4*y)^2, -3.5694251473490814e-8;-5.62835285494602e-9, DEGENERATE",
        // the null direction is known to rounding: its quartic term is rounding
        "-3*(5000*x-0.08*y-8100000.0648)^2 - 3*(5000*x-0.08*y-8100000.0648)^4, 1620;-0.81, DEGENERATE",
        // curvature that is lost in the rounding of 7e8, but outweighs the quartic terms
        "5e-8*cos(x+0.1*y-0.3*z+0.03) - 7e-4*(x+0.5*y+0.1*z-0.15)^4 - 7e8*(1.7*x-0.6*y-0.2*z-0.144)^2, 0.12;0;0.3, DEGENERATE",
        // no sample is in the plane where the quartic is 0
        "(1.2*x-0.6*y-0.1*z-0.4*w)^2 + (0.3*y-0.5*z)^4, 0;0;0;0, DEGENERATE",
    })
    void whatIsNotKnownIsNotClaimed(String text, String point, Kind kind) {
        double[] x =
                Arrays.stream(point.split(";")).mapToDouble(Double::parseDouble).toArray();
        assertThat(CriticalPoint.of(Expression.parse(text), x).kind()).isEqualTo(kind);
    }

    /** Values rounded to 1e-6: around 0 all of them are equal, which says nothing of the curvature. */
    @Test
    void coarselyRoundedValuesAreSeenFromFartherAway() {
        BlackBox f = new BlackBox(2, x -> 1e-6 * Math.rint(1e6 * (x[0] * x[0] + 3 * x[1] * x[1])));
        CriticalPoint p = CriticalPoint.of(f, new double[2]);
        assertThat(p.kind()).isEqualTo(Kind.MINIMUM);
        assertThat(p.eigenvalues()[0]).isCloseTo(2, within(p.errorBar(0)));
        assertThat(p.eigenvalues()[1]).isCloseTo(6, within(p.errorBar(1)));
        assertThat(CriticalPoint.of(new BlackBox(1, x -> 7), new double[1]).kind())
                .isEqualTo(Kind.DEGENERATE);
    }

    /** What is computed from plain numbers is recorded as a constant. */
    @Test
    void codeThatIgnoresItsTapeIsFoundOut() {
        Differentiable f = Differentiable.of(1, x -> x[0].newInstance(Math.cosh(x[0].getReal())));
        CriticalPoint p = CriticalPoint.of(f, new double[] {1});
        assertThat(p.kind()).isEqualTo(Kind.UNDECIDED);
        assertThat(p.why()).startsWith("the derivatives are wrong: WRONG GRADIENT");
        assertThat(CriticalPoint.of(Expression.parse("0*x"), new double[] {1}).kind())
                .isEqualTo(Kind.DEGENERATE);
    }
}
