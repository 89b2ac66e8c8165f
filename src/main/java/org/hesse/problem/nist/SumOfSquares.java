package org.hesse.problem.nist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hesse.autodiff.Differentiable;
import org.hesse.autodiff.Expression;
import org.hesse.autodiff.reverse.Var;
import org.hesse.io.Terminal;
import org.hesse.objective.Hessian;
import org.hesse.objective.Layout;
import org.hesse.objective.LeastSquares;
import org.hesse.objective.Objective;
import org.hesse.objective.Structure;

/**
 * The residual sum of squares of a model written as text: f(b) = Σᵢ (m(b; xᵢ) − yᵢ)². As {@link LeastSquares}, whose f is
 * ½‖r‖², the residuals are √2·(m(b; xᵢ) − yᵢ). The Hessian, enclosures and derivatives of higher order are those of a
 * recording of the whole sum. Any number of threads may evaluate it.
 */
public final class SumOfSquares implements Objective {
    private final Expression model; // of b and, behind it, the predictors
    private final Layout layout;
    private final double[][] x;
    private final double[] y;
    private final Differentiable recorded;

    /**
     * A sum over observations.
     *
     * @param model the text of m
     * @param parameters the names of b, length p
     * @param predictors the names of the numbers in a row of x
     * @param x the predictors, m rows, not copied
     * @param y the response, length m, not copied
     * @throws IllegalArgumentException if the text is not an expression of these names
     */
    SumOfSquares(String model, List<String> parameters, List<String> predictors, double[][] x, double[] y) {
        List<String> names = new ArrayList<>(parameters);
        names.addAll(predictors);
        this.model = Expression.parse(model, names);
        this.layout = Layout.scalars(parameters);
        this.x = x;
        this.y = y;
        this.recorded = Differentiable.of(parameters.size(), this::sum);
    }

    private Var sum(Var[] b) {
        Var[] point = Arrays.copyOf(b, model.dimension());
        Var sum = b[0].newInstance(0);
        for (int i = 0; i < y.length; i++) {
            for (int j = 0; j < x[i].length; j++) {
                point[b.length + j] = b[0].newInstance(x[i][j]);
            }
            sum = sum.add(model.value(point).subtract(y[i]).square());
        }
        return sum;
    }

    @Override
    public int dimension() {
        return layout.dimension();
    }

    /** Puts the predictors behind b. */
    private void observe(int i, double[] point) {
        System.arraycopy(x[i], 0, point, dimension(), x[i].length);
    }

    @Override
    public double value(double[] b) {
        double[] point = Arrays.copyOf(b, model.dimension());
        double f = 0;
        for (int i = 0; i < y.length; i++) {
            observe(i, point);
            double r = model.value(point) - y[i];
            f += r * r;
        }
        return f;
    }

    @Override
    public double valueAndGradient(double[] b, double[] g) {
        double[] point = Arrays.copyOf(b, model.dimension());
        double[] slopes = new double[point.length];
        double f = 0;
        Arrays.fill(g, 0);
        for (int i = 0; i < y.length; i++) {
            observe(i, point);
            double r = model.valueAndGradient(point, slopes) - y[i];
            f += r * r;
            for (int j = 0; j < g.length; j++) {
                g[j] += 2 * r * slopes[j];
            }
        }
        return f;
    }

    @Override
    public <T extends Structure> Optional<T> as(Class<T> type) {
        return type == LeastSquares.class ? Optional.of(type.cast(new Residuals())) : recorded.as(type);
    }

    private final class Residuals implements LeastSquares {
        private static final double ROOT2 = Math.sqrt(2);

        @Override
        public int dimension() {
            return layout.dimension();
        }

        @Override
        public int residualCount() {
            return y.length;
        }

        @Override
        public void residuals(double[] b, double[] r) {
            double[] point = Arrays.copyOf(b, model.dimension());
            for (int i = 0; i < y.length; i++) {
                observe(i, point);
                r[i] = ROOT2 * (model.value(point) - y[i]);
            }
        }

        @Override
        public void residualsAndJacobian(double[] b, double[] r, double[][] jacobian) {
            double[] point = Arrays.copyOf(b, model.dimension());
            double[] slopes = new double[point.length];
            for (int i = 0; i < y.length; i++) {
                observe(i, point);
                r[i] = ROOT2 * (model.valueAndGradient(point, slopes) - y[i]);
                for (int j = 0; j < b.length; j++) {
                    jacobian[i][j] = ROOT2 * slopes[j];
                }
            }
        }

        @Override
        public boolean isCurved() {
            return true;
        }

        @Override
        public Hessian weightedCurvature(double[] b, double[] weights) {
            return Differentiable.of(b.length, vars -> weighted(vars, weights)).hessianAt(b);
        }

        private Var weighted(Var[] b, double[] weights) {
            Var[] point = Arrays.copyOf(b, model.dimension());
            Var sum = b[0].newInstance(0);
            for (int i = 0; i < y.length; i++) {
                for (int j = 0; j < x[i].length; j++) {
                    point[b.length + j] = b[0].newInstance(x[i][j]);
                }
                sum = sum.add(model.value(point).multiply(ROOT2 * weights[i]));
            }
            return sum;
        }
    }

    @Override
    public Layout layout() {
        return layout;
    }

    @Override
    public String toString() {
        return Terminal.line("f(" + layout.shown() + ") = sum of (y - " + model.text() + ")^2 over " + y.length);
    }
}
