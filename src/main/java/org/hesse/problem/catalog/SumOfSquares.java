package org.hesse.problem.catalog;

import java.util.Optional;
import org.hesse.autodiff.Differentiable;
import org.hesse.autodiff.reverse.RecordedResiduals;
import org.hesse.autodiff.reverse.Var;
import org.hesse.autodiff.reverse.VectorFunction;
import org.hesse.objective.LeastSquares;
import org.hesse.objective.Objective;
import org.hesse.objective.Structure;

/**
 * f(x) = Σᵢ rᵢ(x)² by the formula of its residuals alone: gradient, Hessian, enclosures and higher derivatives come from a
 * recording. As {@link LeastSquares}, whose f is ½‖r‖², the residuals are √2·r.
 */
public final class SumOfSquares implements Objective {
    private final String name;
    private final int n;
    private final Differentiable f;
    private final LeastSquares residuals;

    /**
     * The sum of squares of residuals.
     *
     * @param name what it is called when printed
     * @param x0 a point at which the residuals are counted, length n, not kept
     * @param r the residuals
     */
    public SumOfSquares(String name, double[] x0, VectorFunction r) {
        this(name, RecordedResiduals.countedAt(x0, x -> scaled(r.value(x))), r);
    }

    /**
     * The sum of squares of a known number of residuals.
     *
     * @param name what it is called when printed
     * @param n the number of variables, at least 1
     * @param m the number of residuals, at least 1
     * @param r the residuals
     */
    public SumOfSquares(String name, int n, int m, VectorFunction r) {
        this(name, new RecordedResiduals(n, m, x -> scaled(r.value(x))), r);
    }

    private SumOfSquares(String name, LeastSquares residuals, VectorFunction r) {
        this.name = name;
        this.residuals = residuals;
        n = residuals.dimension();
        f = Differentiable.of(n, x -> sum(r.value(x)));
    }

    private static Var sum(Var[] r) {
        Var f = r[0].square();
        for (int i = 1; i < r.length; i++) {
            f = f.add(r[i].square());
        }
        return f;
    }

    private static Var[] scaled(Var[] r) {
        for (int i = 0; i < r.length; i++) {
            r[i] = r[i].multiply(Math.sqrt(2));
        }
        return r;
    }

    @Override
    public int dimension() {
        return n;
    }

    @Override
    public double value(double[] x) {
        return f.value(x);
    }

    @Override
    public double valueAndGradient(double[] x, double[] g) {
        return f.valueAndGradient(x, g);
    }

    @Override
    public <T extends Structure> Optional<T> as(Class<T> type) {
        return type == LeastSquares.class ? Optional.of(type.cast(residuals)) : f.as(type);
    }

    @Override
    public String toString() {
        return "f(" + layout().shown() + "): " + name;
    }
}
