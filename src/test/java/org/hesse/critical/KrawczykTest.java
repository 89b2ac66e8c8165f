package org.hesse.critical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hesse.autodiff.Expression;
import org.hesse.autodiff.interval.OnIntervals;
import org.hesse.objective.Kind;
import org.hesse.objective.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KrawczykTest {
    /** Scales far apart: the norm of the Hessian's rounding is beyond its least eigenvalue. Index by completing the square. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1e20*x^2+1e10*x*y+y^2 | x=0, y=0 | MINIMUM | 0", // (1e10x + y/2)² + ¾y²
                "1e20*x^2+1e10*x*y-y^2 | x=0, y=0 | SADDLE | 1",
                "-1e20*x^2+1e10*x*y-y^2+y^4 | x=0, y=0 | MAXIMUM | 2",
                "1e20*(x-1)^2+1e10*(x-1)*y+y^2+y^4 | x=1, y=0 | MINIMUM | 0",
                "1e18*x^2+1e9*x*sin(y)-cos(y) | x=0, y=1e-5 | MINIMUM | 0", // 1 − ½ > 0 along x = −sin(y)/2e9
                "1e18*x^2+3e9*x*sin(y)-cos(y) | x=0, y=1e-5 | SADDLE | 1", // 1 − 9/2 < 0
            })
    void provesWhereNormsDoNot(String text, String at, Kind kind, int index) {
        Expression f = Expression.parse(text);
        CriticalPoint p = CriticalPoint.of(f, f.layout().point(at));
        assertThat(p.kind()).as(p::report).isEqualTo(kind);
        assertThat(p.evidence()).isEqualTo(Evidence.CERTIFIED);
        assertThat(p.index()).isEqualTo(index);
        assertThat(p.largestIndex()).isEqualTo(index);
        assertThat(p.nullity()).isZero();
        assertThat(p.nearest().orElseThrow().proof()).isEqualTo(Proof.KRAWCZYK);
        assertThat(p.report()).contains("certified (Krawczyk, on intervals)").contains("is proved within");
    }

    /** Alone in the widest box tried, a thousandth on every side, and not farther. */
    @Test
    void aloneIsNotBeyondTheBoxOfTheProof() {
        OnIntervals f = Expression.parse("1e20*x^2+1e10*x*y+y^2+y^3")
                .as(OnIntervals.class)
                .orElseThrow();
        Certificate c = Krawczyk.near(f, new double[2]).orElseThrow();
        assertThat(c.uniqueness()).isBetween(0.99e-3, 1e-3);
    }

    @Test
    void newtonKantorovichIsTriedFirst() {
        CriticalPoint p = CriticalPoint.of(Expression.parse("x^2+y^2+x^3"), new double[2]);
        assertThat(p.nearest().orElseThrow().proof()).isEqualTo(Proof.NEWTON_KANTOROVICH);
        assertThat(p.report()).contains("certified (Newton-Kantorovich, on intervals)");
    }

    /** x³/3 − εx has its points at ±√ε; x³/3 + εx has none. */
    @Test
    void nearAFoldNothingWrongIsProved() {
        RandomGenerator random = Seeds.random(21);
        int proved = 0;
        for (int trial = 0; trial < 500; trial++) {
            double epsilon = Math.pow(10, -12 * random.nextDouble());
            double x = 3 * random.nextGaussian() * Math.sqrt(epsilon);
            Expression none = Expression.parse("x^3/3 + " + epsilon + "*x + y^2");
            assertThat(Krawczyk.near(none.as(OnIntervals.class).orElseThrow(), new double[] {x, 0}))
                    .isEmpty();
            Expression two = Expression.parse("x^3/3 - " + epsilon + "*x + y^2");
            Optional<Certificate> c = Krawczyk.near(two.as(OnIntervals.class).orElseThrow(), new double[] {x, 0});
            if (c.isPresent()) {
                double at = c.get().center()[0];
                assertThat(Math.abs(Math.abs(at) - Math.sqrt(epsilon)))
                        .isLessThanOrEqualTo(c.get().existence() + 1e-16);
                assertThat(c.get().index()).isEqualTo(at > 0 ? 0 : 1);
                assertThat(c.get().uniqueness()).isLessThan(Math.abs(at) + Math.sqrt(epsilon));
                proved++;
            }
        }
        assertThat(proved).isGreaterThan(300);
    }

    @Test
    void aDegeneratePointIsNotProved() {
        for (String text : new String[] {"x^4+y^2", "x^3-3*x*y^2", "1e20*x^2+2e10*x*y+y^2"}) {
            CriticalPoint p = CriticalPoint.of(Expression.parse(text), new double[2]);
            assertThat(p.nearest()).as(p::report).isEmpty();
        }
    }
}
