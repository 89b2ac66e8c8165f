package org.hesse.fit;

import org.hesse.autodiff.Differentiable;
import org.hesse.autodiff.reverse.RecordedResiduals;
import org.hesse.autodiff.reverse.Var;
import org.hesse.autodiff.reverse.VectorFunction;

/** Residuals given as one function of the parameters. */
final class CodeResiduals implements Residuals {
    private final RecordedResiduals residuals;
    private final Differentiable half;

    /**
     * Counts the residuals at b.
     *
     * @param f the residuals
     * @param b the start
     */
    CodeResiduals(VectorFunction f, double[] b) {
        residuals = RecordedResiduals.countedAt(b, f);
        half = Differentiable.of(b.length, v -> {
            Var sum = v[0].newInstance(0);
            for (Var r : f.value(v)) {
                sum = sum.add(r.square());
            }
            return sum.multiply(0.5);
        });
    }

    @Override
    public int count() {
        return residuals.residualCount();
    }

    @Override
    public void at(double[] b, double[] r) {
        residuals.residuals(b, r);
    }

    @Override
    public void withJacobian(double[] b, double[] r, double[][] jacobian) {
        residuals.residualsAndJacobian(b, r, jacobian);
    }

    @Override
    public double[][] hessian(double[] b) {
        return half.hessianAt(b).dense();
    }
}
