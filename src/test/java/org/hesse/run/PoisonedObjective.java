package org.hesse.run;

import java.util.Arrays;
import java.util.Optional;
import org.hesse.objective.FiniteSum;
import org.hesse.objective.Layout;
import org.hesse.objective.LeastSquares;
import org.hesse.objective.Objective;
import org.hesse.objective.Structure;

/** Gives NaN or ∞ from a given call on. */
final class PoisonedObjective implements Objective {
    private final Objective inner;
    private final double poison;
    private final boolean gradientToo;
    private long left;

    PoisonedObjective(Objective inner, double poison, boolean gradientToo, long after) {
        this.inner = inner;
        this.poison = poison;
        this.gradientToo = gradientToo;
        this.left = after;
    }

    @Override
    public int dimension() {
        return inner.dimension();
    }

    @Override
    public double value(double[] x) {
        double value = inner.value(x);
        return left-- > 0 ? value : poison;
    }

    @Override
    public double valueAndGradient(double[] x, double[] g) {
        double value = inner.valueAndGradient(x, g);
        if (left-- > 0) {
            return value;
        }
        if (gradientToo) {
            Arrays.fill(g, poison);
        }
        return poison;
    }

    @Override
    public <T extends Structure> Optional<T> as(Class<T> type) {
        return type == LeastSquares.class
                ? inner.as(LeastSquares.class).map(r -> type.cast(poisoned(r)))
                : inner.as(type);
    }

    private LeastSquares poisoned(LeastSquares inside) {
        return new LeastSquares() {
            @Override
            public int dimension() {
                return inside.dimension();
            }

            @Override
            public int residualCount() {
                return inside.residualCount();
            }

            @Override
            public void residuals(double[] x, double[] r) {
                inside.residuals(x, r);
                if (left-- <= 0) {
                    Arrays.fill(r, poison);
                }
            }

            @Override
            public void residualsAndJacobian(double[] x, double[] r, double[][] jacobian) {
                inside.residualsAndJacobian(x, r, jacobian);
                if (left-- <= 0) {
                    Arrays.fill(r, poison);
                    if (gradientToo) {
                        Arrays.fill(jacobian[0], poison);
                    }
                }
            }
        };
    }

    @Override
    public Optional<FiniteSum> sum() {
        return Optional.empty();
    }

    @Override
    public Layout layout() {
        return inner.layout();
    }
}
