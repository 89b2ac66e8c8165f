package org.hesse.critical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.hesse.autodiff.Expression;
import org.hesse.objective.BlackBox;
import org.hesse.objective.Kind;
import org.hesse.objective.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JumpTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "if(x<0,x^2,x^2+1) | 0",
                "if(x<=0,x^2,x^2+1) | 0",
                "if(x<3,(x-3)^2,(x-3)^2-1e-9)+y^2 | 3,0",
                "if(x+y<0,x^2+y^2,x^2+y^2+1e-3) | 0,0",
                "if(x*y<=0,x^2+y^2,x^2+y^2-1) | 0,0", // seen only off the axes
                "floor(x)+y^2 | 0,0",
                "if(z<0,x^2-y^2,x^2-y^2-1e6)+z^2 | 0,0,0",
                "if(x<0,x^4+y^4,1) | 0,0",
            })
    void isSeen(String text, String at) {
        Expression f = Expression.parse(text);
        CriticalPoint p = CriticalPoint.of(f, f.layout().point(at));
        assertThat(p.kind()).as(p::report).isEqualTo(Kind.UNDECIDED);
        assertThat(p.why()).startsWith("f jumps by ");
        assertThat(p.blockedBy().orElseThrow().term()).isEqualTo("jump of f");
        assertThat(p.nearest()).isEmpty();
    }

    /** Steep, curved, cancelling, bent or rounded: but continuous. Without intervals, so that nothing is proved instead. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1e30*x^2+y^2 | 0,0",
                "cosh(1e6*x)+y^2 | 0,0",
                "1e8*(1-cos(x-1e4))+y^2 | 1e4,0",
                "1e16+x^2-1e16+y^2 | 0,0",
                "((x+1e8)-1e8)^2+y^2 | 0,0",
                "if(x<0,x^2,3*x^2)+y^2 | 0,0",
                "abs(x)^3+y^2 | 0,0",
                "tanh(1e9*x)^2+y^2 | 0,0",
                "1e9*(x-1e9)^2+y^2 | 1e9,0",
            })
    void isNotSeenWhereThereIsNone(String text, String at) {
        Expression f = Expression.parse(text);
        double[] x = f.layout().point(at);
        CriticalPoint p = CriticalPoint.of(CriticalPointTest.withoutIntervals(f), x);
        assertThat(p.why()).as(p::report).doesNotContain("jump");
        assertThat(Jump.at(f, x, Derivatives.at(f, x))).isEmpty();
    }

    @Test
    void noiseIsNoJump() {
        for (int seed = 0; seed < 100; seed++) {
            RandomGenerator random = Seeds.random(seed);
            double level = Math.pow(10, -3 - seed % 10);
            BlackBox f =
                    new BlackBox(3, x -> x[0] * x[0] + 2 * x[1] * x[1] + x[2] * x[2] + level * random.nextGaussian());
            double[] x = new double[3];
            assertThat(Jump.at(f, x, Derivatives.at(f, x))).isEmpty();
            BlackBox steps =
                    new BlackBox(1, z -> level * Math.rint(z[0] * z[0] / level + 0.5)); // on the edge of a step
            assertThat(CriticalPoint.of(steps, new double[1]).why()).doesNotContain("jump");
        }
    }
}
