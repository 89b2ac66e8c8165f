package org.hesse.autodiff.reverse;

import static org.assertj.core.api.Assertions.assertThat;

import org.hesse.autodiff.Differentiable;
import org.junit.jupiter.api.Test;

class RecordedResidualsTest {
    /** Residuals that share operations, are variables or constants, are used by others, or are many. */
    private static Var[] residuals(Var[] x) {
        Var shared = x[0].multiply(x[1]).exp();
        Var root = x[2].sqrt();
        Var[] r = new Var[200];
        r[0] = x[1];
        r[1] = x[0].newInstance(3);
        r[2] = shared;
        r[3] = root.multiply(0);
        r[4] = shared.add(x[2]).subtract(x[2].multiply(shared));
        r[5] = r[4].square().add(r[2]);
        r[6] = x[0].subtract(10).log();
        r[7] = x[1].add(root);
        for (int i = 8; i < r.length; i++) {
            r[i] = x[0].multiply(i).sin().add(i % 3 == 0 ? shared : x[1]).subtract(r[i - 1].multiply(0.1));
        }
        return r;
    }

    @Test
    void everyRowIsTheGradientBitForBit() {
        RecordedResiduals residuals = new RecordedResiduals(3, 200, RecordedResidualsTest::residuals);
        for (double[] x : new double[][] {{0.3, -0.7, 2}, {0.3, -0.7, 0}, {11, 0.1, 4}, {0, 0, 0}}) {
            double[] r = new double[200];
            double[][] jacobian = new double[200][3];
            residuals.residualsAndJacobian(x, r, jacobian);
            for (int i = 0; i < r.length; i++) {
                int row = i;
                double[] g = new double[3];
                double value = Differentiable.of(3, v -> residuals(v)[row]).valueAndGradient(x, g);
                assertThat(Double.valueOf(r[i])).isEqualTo(Double.valueOf(value));
                assertThat(jacobian[i]).as("row " + i + " at " + x[0]).containsExactly(g);
            }
        }
    }
}
