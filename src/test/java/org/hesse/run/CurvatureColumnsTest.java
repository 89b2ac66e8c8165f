package org.hesse.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hesse.Hesse.function;
import static org.hesse.Hesse.minimize;
import static org.hesse.Hesse.numeric;

import java.util.List;
import org.hesse.data.Datasets;
import org.hesse.method.firstorder.GradientDescent;
import org.hesse.method.quasinewton.Bfgs;
import org.hesse.problem.Perceptron;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurvatureColumnsTest {
    @Test
    void aQuadraticHasTheSameCurvatureAllAlong() {
        Minimization m = minimize(function("x^2 + 3*x*y - 2*y^2"))
                .from(1, 0)
                .with(new GradientDescent(0.1))
                .budget(Budget.UNLIMITED.withSteps(12))
                .until(StoppingRule.NEVER);
        Result r = m.curvature(5).run();
        assertThat(r.trace().columns()).containsExactly("index", "lowest", "sharpness", "edge");
        List<Row> looked = r.trace().rows().stream()
                .filter(row -> !Double.isNaN(row.columns()[0]))
                .toList();
        assertThat(looked).extracting(Row::steps).containsExactly(0L, 5L, 10L);
        double root = Math.sqrt(18); // eigenvalues of (2, 3; 3, −4)
        assertThat(looked)
                .allSatisfy(row -> assertThat(row.columns())
                        .containsExactly(new double[] {1, -1 - root, -1 + root, 20}, within(1e-13)));
        Result plain = m.run();
        assertThat(r.counts()).isEqualTo(plain.counts());
        assertThat(r.last().x()).isEqualTo(plain.last().x());
        assertThat(r.trace().table().lines()).hasSize(4).element(1).asString().contains("-5.24264", "3.24264", "20");
    }

    @Test
    void aResumedRunHasTheSameRows() {
        Minimization m = minimize(function("x^4 - x^2 + y^2"))
                .from(0.1, 1)
                .with(new GradientDescent(0.05))
                .until(StoppingRule.NEVER)
                .curvature(3);
        Result straight = m.budget(Budget.UNLIMITED.withSteps(11)).run();
        for (long k = 1; k < 11; k++) {
            Result cut = m.budget(Budget.UNLIMITED.withSteps(k)).run();
            Result resumed = m.budget(Budget.UNLIMITED.withSteps(11)).resume(cut.checkpoint());
            assertThat(Bits.timeless(resumed.checkpoint())).isEqualTo(Bits.timeless(straight.checkpoint()));
        }
    }

    @Test
    void whereNoEdgeIsKnownThereIsNone() {
        Result r = minimize(function("x^2 + y^2"))
                .from(1, 2)
                .with(new Bfgs())
                .curvature(1)
                .run();
        assertThat(r.trace().rows()).allSatisfy(row -> {
            assertThat(row.columns()[2]).isCloseTo(2, within(1e-14));
            assertThat(row.columns()[3]).isNaN();
        });
        assertThatThrownBy(() -> minimize(function("x^2")).curvature(0)).hasMessageContaining("everySteps = 0");
        assertThatThrownBy(() -> minimize(numeric(1, x -> x[0])).curvature(1)).hasMessageContaining("values alone");
    }

    /** ½(xy − 1)² from (1.5, 0.75): final sharpness by NumPy in a loop of its own, all below the edge 2/η. */
    @ParameterizedTest
    @CsvSource({"0.6, 2.60723", "0.8, 2.37784", "0.9, 2.10932"})
    void gradientDescentEndsBelowTheEdge(double rate, double sharpness) {
        Result r = minimize(function("(x*y - 1)^2/2"))
                .from(1.5, 0.75)
                .with(new GradientDescent(rate))
                .until(StoppingRule.gradientNorm(1e-12))
                .curvature(1)
                .run();
        double[] end = r.trace().current().columns();
        assertThat(end[2]).isCloseTo(sharpness, within(6e-6)).isLessThan(end[3]);
        assertThat(end[3]).isEqualTo(2 / rate);
    }

    /** The edge of stability (Cohen et al. 2021, arXiv:2103.00065): the sharpness stays near 2/η, here by products. */
    @Test
    void thePerceptronOnTheDigitsStaysAtTheEdge() {
        Perceptron net = new Perceptron(Datasets.digits(), 1e-3, 16);
        Result r = minimize(net)
                .from(net.initial(1))
                .with(new GradientDescent(0.1))
                .budget(Budget.UNLIMITED.withSteps(101))
                .curvature(100)
                .verdict(false)
                .run();
        double[] c = r.trace().rows().get(100).columns();
        assertThat(c[3]).isEqualTo(20);
        assertThat(c[2]).isBetween(0.9 * c[3], 1.3 * c[3]);
        assertThat(c[1]).isNegative();
    }
}
