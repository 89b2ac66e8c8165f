package org.hesse.objective;

import java.util.Optional;

/**
 * An objective of squared residuals with a robust loss in the place of the squares: f(x) = ½c²Σρ(rᵢ(x)²/c²), for any method
 * by gradient and Hessian, for those of least squares by residuals, Jacobian and loss.
 *
 * <p>∇f = Jᵀdiag(ρ')r and ∇²f = Jᵀdiag(ρ' + 2zρ'')J + Σρ'rᵢ∇²rᵢ; the Hessian is there where the residuals give their own
 * second derivatives. The residuals are those of f's {@link LeastSquares}, ½‖r‖² its value: of an objective Σrᵢ² without
 * the half, they, and so c, are √2 times as large.
 *
 * @param f offers {@link LeastSquares} without a loss of its own
 * @param loss ρ and c
 */
public record Robust(Objective f, RobustLoss loss) implements Objective {
    /** Checks that there are residuals. */
    public Robust {
        LeastSquares squares = f.as(LeastSquares.class)
                .orElseThrow(() -> new IllegalArgumentException("robust loss: " + f + " offers no residuals"));
        if (squares.loss().shape() != RobustLoss.Shape.SQUARES) {
            throw new IllegalArgumentException("robust loss: " + f + " has a loss already, " + squares.loss());
        }
    }

    private LeastSquares residuals() {
        return f.as(LeastSquares.class).orElseThrow();
    }

    @Override
    public int dimension() {
        return f.dimension();
    }

    @Override
    public double value(double[] x) {
        double[] r = new double[residuals().residualCount()];
        residuals().residuals(x, r);
        return loss.value(r);
    }

    @Override
    public double valueAndGradient(double[] x, double[] g) {
        double[] r = new double[residuals().residualCount()];
        double[][] jacobian = new double[r.length][x.length];
        residuals().residualsAndJacobian(x, r, jacobian);
        for (int j = 0; j < g.length; j++) {
            g[j] = 0;
            for (int i = 0; i < r.length; i++) {
                g[j] += loss.weight(r[i]) * r[i] * jacobian[i][j];
            }
        }
        residuals().residuals(x, r); // the same bits as value(x)
        return loss.value(r);
    }

    @Override
    public <T extends Structure> Optional<T> as(Class<T> type) {
        if (type == LeastSquares.class) {
            return Optional.of(type.cast(residuals().with(loss)));
        }
        boolean curved = type == Curved.class && residuals().isCurved();
        return curved ? Optional.of(type.cast((Curved) this::hessianAt)) : Optional.empty();
    }

    private Hessian hessianAt(double[] x) {
        double[] r = new double[residuals().residualCount()];
        double[][] jacobian = new double[r.length][x.length];
        residuals().residualsAndJacobian(x, r, jacobian);
        double[] curvature = new double[r.length];
        double[] pull = new double[r.length];
        for (int i = 0; i < r.length; i++) {
            curvature[i] = loss.curvature(r[i]);
            pull[i] = loss.weight(r[i]) * r[i];
        }
        Hessian bent = residuals().weightedCurvature(x, pull);
        return new Hessian() {
            @Override
            public int dimension() {
                return f.dimension();
            }

            @Override
            public void times(double[] v, double[] hv) {
                bent.times(v, hv);
                for (int i = 0; i < pull.length; i++) {
                    double jv = 0;
                    for (int j = 0; j < v.length; j++) {
                        jv += jacobian[i][j] * v[j];
                    }
                    for (int j = 0; j < v.length; j++) {
                        hv[j] += curvature[i] * jv * jacobian[i][j];
                    }
                }
            }
        };
    }

    @Override
    public Domain domain() {
        return f.domain();
    }

    @Override
    public Layout layout() {
        return f.layout();
    }

    @Override
    public String toString() {
        return loss + " of " + f;
    }
}
