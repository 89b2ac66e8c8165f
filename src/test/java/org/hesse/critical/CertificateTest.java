package org.hesse.critical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.hesse.autodiff.Expression;
import org.hesse.linear.Vectors;
import org.hesse.objective.Kind;
import org.hesse.objective.Seeds;
import org.hesse.problem.Problems;
import org.hesse.problem.catalog.TestProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateTest {
    private static final Expression HIMMELBLAU = Expression.parse("(x^2+y-11)^2 + (x+y^2-7)^2");

    /** The known points, to 40 digits, from points up to 0.3 away. */
    @Test
    void everyProvedBallHoldsTheTruePoint() {
        RandomGenerator random = Seeds.random(5);
        int proved = 0;
        for (TestProblem.Point known : Problems.named("himmelblau").points()) {
            for (int trial = 0; trial < 200; trial++) {
                double far = Math.pow(10, -6 * random.nextDouble()) * 0.3;
                double[] x = {known.x()[0] + far * random.nextGaussian(), known.x()[1] + far * random.nextGaussian()};
                Optional<Certificate> c = Certificate.prove(HIMMELBLAU, x);
                if (c.isPresent()) {
                    double distance = Vectors.norm(Vectors.minus(x, known.x()));
                    if (distance <= c.get().uniqueness()) {
                        assertThat(c.get().existence()).isGreaterThanOrEqualTo(distance - 1e-15);
                        assertThat(c.get().index()).isEqualTo(known.index());
                        assertThat(c.get().kind()).isEqualTo(known.kind());
                    }
                    if (c.get().proof() == Proof.KRAWCZYK) {
                        continue;
                    }
                    // h <= 1/2, and (1 - sqrt(1 - 2h))/(βL) lies between η and 2η; this bound is a little weaker
                    assertThat(c.get().existence())
                            .isBetween(c.get().eta(), 3 * c.get().eta() + 1e-15);
                    proved++;
                }
            }
        }
        assertThat(proved).isGreaterThan(1200);
    }

    /**
     * x³/3 − εx has a minimum at √ε and a maximum at −√ε. At x = t√ε the true constants are β = 1/|2x|, η = |x² − ε|/|2x|, L =
     * 2: h = |t² − 1|/(2t²), and h < ½ exactly where t² > ½. What is proved must hold, and little more than that may be missed.
     */
    @Test
    void nearAFoldTheInequalityIsNeitherWrongNorWeak() {
        RandomGenerator random = Seeds.random(6);
        for (int trial = 0; trial < 1000; trial++) {
            double epsilon = Math.pow(10, -8 * random.nextDouble());
            double t = 3 * (2 * random.nextDouble() - 1);
            double x = t * Math.sqrt(epsilon);
            Expression f = Expression.parse("x^3/3 - " + epsilon + "*x");
            Optional<Certificate> c = Certificate.prove(f, new double[] {x});
            double h = Math.abs(t * t - 1) / (2 * t * t);
            if (h > 0.5) {
                assertThat(c).as("t = " + t).isEmpty();
            } else if (h < 0.43) { // the shells cost an eighth
                assertThat(c).as("t = " + t).isPresent();
            }
            if (c.isPresent()) {
                double root = Math.copySign(Math.sqrt(epsilon), x);
                assertThat(c.get().kind()).isEqualTo(x > 0 ? Kind.MINIMUM : Kind.MAXIMUM);
                assertThat(Math.abs(x - root)).isLessThanOrEqualTo(c.get().existence() * (1 + 1e-14));
                assertThat(Math.abs(x + root)).isGreaterThan(c.get().uniqueness()); // the other root
            }
        }
    }

    /** x³/3 + εx has no critical point: nothing may be proved. */
    @Test
    void whereThereIsNoneNoneIsProved() {
        RandomGenerator random = Seeds.random(7);
        for (int trial = 0; trial < 300; trial++) {
            double epsilon = Math.pow(10, -12 * random.nextDouble());
            double x = 3 * random.nextGaussian() * Math.sqrt(epsilon);
            Expression f = Expression.parse("x^3/3 + " + epsilon + "*x + y^2");
            assertThat(Certificate.prove(f, new double[] {x, 0})).isEmpty();
            CriticalPoint p = CriticalPoint.of(f, new double[] {x, 0});
            assertThat(p.nearest()).as(p::report).isEmpty();
        }
    }

    /** Rotated folds in the plane, at and around both points: a certified index is right, and nothing is at the wrong place. */
    @Test
    void noCertifiedIndexIsWrongNearRotatedFolds() {
        RandomGenerator random = Seeds.random(8);
        int certified = 0;
        for (int trial = 0; trial < 300; trial++) {
            double epsilon = Math.pow(10, -9 * random.nextDouble());
            double angle = 6 * random.nextDouble();
            double c = Math.cos(angle);
            double s = Math.sin(angle);
            double b = random.nextBoolean() ? 1 : -1;
            String u = "(" + c + "*x+" + s + "*y)";
            String v = "(" + -s + "*x+" + c + "*y)";
            Expression f = Expression.parse(u + "^3/3 - " + epsilon + "*" + u + " + " + b + "*" + v + "^2");
            double t = 2.5 * (2 * random.nextDouble() - 1) * Math.sqrt(epsilon);
            double w = 1e-3 * random.nextGaussian() * Math.sqrt(epsilon);
            CriticalPoint p = CriticalPoint.of(f, new double[] {c * t - s * w, s * t + c * w});
            if (p.nearest().isPresent() && p.nearest().get().evidence() == Evidence.CERTIFIED) {
                Nearest n = p.nearest().get();
                double at = c * n.x()[0] + s * n.x()[1];
                assertThat(Math.abs(at)).isCloseTo(Math.sqrt(epsilon), within(1e-9));
                int index = (at < 0 ? 1 : 0) + (b < 0 ? 1 : 0);
                assertThat(n.index()).as(p::report).isEqualTo(index);
                assertThat(n.distance()).isGreaterThanOrEqualTo(Math.abs(t - at) - 1e-9);
                certified++;
            }
        }
        assertThat(certified).isGreaterThan(150);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x^2+y^2 | 1,0 | MINIMUM | 0 | 1",
                "(x^2+y-11)^2 + (x+y^2-7)^2 | 3.485154183607021,0.07385187983774928 | SADDLE | 1 | 0.1",
                "(x^2+y-11)^2 + (x+y^2-7)^2 | -0.2708445906673476,-0.8230385564799815 | MAXIMUM | 2 | 0.1",
                "100*(y-x^2)^2+(1-x)^2 | 1.0001,1.0002 | MINIMUM | 0 | 2.23606797749979e-4",
            })
    void awayFromACriticalPointTheNearestIsProved(String text, String at, Kind kind, int index, double distance) {
        double[] x = Stream.of(at.split(",")).mapToDouble(Double::parseDouble).toArray();
        CriticalPoint p = CriticalPoint.of(Expression.parse(text), x);
        assertThat(p.kind()).as(p::report).isEqualTo(Kind.NOT_CRITICAL);
        assertThat(p.evidence()).isEqualTo(Evidence.CERTIFIED);
        Nearest n = p.nearest().orElseThrow();
        assertThat(n.kind()).isEqualTo(kind);
        assertThat(n.index()).isEqualTo(index);
        assertThat(n.distance()).isCloseTo(distance, within(1e-5 * distance));
        assertThat(n.evidence()).isEqualTo(Evidence.CERTIFIED);
        assertThat(p.toString())
                .startsWith("NOT_CRITICAL, certified; nearest " + kind)
                .hasSizeLessThanOrEqualTo(80);
    }

    @Test
    void withoutIntervalsTheNearestIsNumerical() {
        double[] x = {3.485154183607021, 0.07385187983774928};
        CriticalPoint p = CriticalPoint.of(CriticalPointTest.withoutIntervals(HIMMELBLAU), x);
        Nearest n = p.nearest().orElseThrow();
        assertThat(p.kind()).isEqualTo(Kind.NOT_CRITICAL);
        assertThat(p.evidence()).isEqualTo(Evidence.NUMERICAL);
        assertThat(p.blockedBy().orElseThrow().term()).contains("L is unknown");
        assertThat(n.kind()).isEqualTo(Kind.SADDLE);
        assertThat(n.evidence()).isEqualTo(Evidence.NUMERICAL);
        assertThat(n.distance()).isCloseTo(0.1, within(1e-8));
    }

    /** Coupled quartics: the default limit of what is proved. */
    @Test
    void fiftyVariablesAreProved() {
        Expression f = Expression.parse(
                "sum(i,1,n,(x[i]-1)^2 + (x[i]-1)^4) + 0.1*sum(i,1,n-1,x[i]*x[i+1])", java.util.Map.of("n", 50));
        double[] x = new double[50];
        java.util.Arrays.fill(x, 0.9);
        CriticalPoint p = CriticalPoint.of(f, x);
        Nearest n = p.nearest().orElseThrow();
        assertThat(n.kind()).isEqualTo(Kind.MINIMUM);
        assertThat(n.evidence()).isEqualTo(Evidence.CERTIFIED);
        CriticalPoint there = CriticalPoint.of(f, n.x());
        assertThat(there.kind()).isEqualTo(Kind.MINIMUM);
        assertThat(there.evidence()).isEqualTo(Evidence.CERTIFIED);
    }
}
