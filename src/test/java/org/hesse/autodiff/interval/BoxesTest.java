package org.hesse.autodiff.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.hesse.autodiff.graph.Function;
import org.hesse.autodiff.graph.Operation;
import org.junit.jupiter.api.Test;

class BoxesTest {
    private final Interval[] box = Boxes.of(new double[] {-1, 0}, new double[] {1, 4});

    @Test
    void middleWidestHalvesAndParts() {
        assertThat(Boxes.midpoint(box)).containsExactly(0, 2);
        assertThat(Boxes.widest(box)).isEqualTo(1);
        Interval[][] halves = Boxes.bisect(box, 1);
        assertThat(halves[0]).containsExactly(Interval.of(-1, 1), Interval.of(0, 2));
        assertThat(halves[1]).containsExactly(Interval.of(-1, 1), Interval.of(2, 4));
        assertThat(Boxes.inside(Boxes.of(new double[] {0, 1}), box)).isTrue();
        assertThat(Boxes.inside(box, box)).isFalse();
        assertThat(Boxes.intersect(box, halves[1])).containsExactly(halves[1]);
        assertThat(Boxes.intersect(box, Boxes.of(new double[] {0, 5}))).containsOnly(Interval.EMPTY);
    }

    @Test
    void products() {
        Interval[][] a = {{Interval.of(1, 2), Interval.of(-1)}, {Interval.ZERO, Interval.of(0, 1)}};
        assertThat(Boxes.times(a, box)).containsExactly(Interval.of(-6, 2), Interval.of(0, 4));
        assertThat(Boxes.times(new double[][] {{2, -1}}, a)[0]).containsExactly(Interval.of(2, 4), Interval.of(-3, -2));
    }

    /** Krawczyk finds that sin(x)·cosh(y), near (π/2, 0), has exactly one critical point, and encloses it. */
    @Test
    void krawczykProvesACriticalPoint() {
        Slots f = new Slots(2);
        f.apply(Operation.MULTIPLY, f.apply(Function.SIN, 0), f.apply(Function.COSH, 1));
        Enclosing e = new Enclosing(f);
        Interval[] x = Boxes.of(new double[] {1.5, -0.1}, new double[] {1.7, 0.12});
        for (int step = 0; step < 5; step++) {
            double[] m = Boxes.midpoint(x);
            double[][] y = {{-1, 0}, {0, 1}}; // the inverse of the Hessian there, diag(−1, 1)
            Interval[][] rest = Boxes.times(y, e.over(x).hessian());
            Interval[] g = e.over(Boxes.of(m)).gradient();
            Interval[] offset = new Interval[2];
            Interval[] from = x;
            Arrays.setAll(offset, i -> from[i].subtract(m[i]));
            for (int i = 0; i < 2; i++) {
                for (int j = 0; j < 2; j++) {
                    rest[i][j] = Interval.of(i == j ? 1 : 0).subtract(rest[i][j]);
                }
            }
            Interval[] moved = Boxes.times(rest, offset);
            Interval[] k = new Interval[2];
            Arrays.setAll(
                    k, i -> Interval.of(m[i]).subtract(g[i].multiply(y[i][i])).add(moved[i]));
            assertThat(step > 0 || Boxes.inside(k, x)).isTrue();
            x = Boxes.intersect(x, k);
        }
        assertThat(x[0].contains(Interval.PI.divide(2))).isTrue();
        assertThat(x[1].contains(0)).isTrue();
        assertThat(x[0].width()).isLessThan(1e-14);
    }

    @Test
    void misuseIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Boxes.of(new double[2], new double[3]))
                .withMessage("upper bounds of length 3: expected 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Boxes.times(new Interval[][] {{Interval.ONE}}, box))
                .withMessage("row 0 of length 1: expected 2");
    }
}
