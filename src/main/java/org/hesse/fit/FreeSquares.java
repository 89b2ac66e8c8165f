package org.hesse.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hesse.linear.Vectors;
import org.hesse.objective.Curved;
import org.hesse.objective.Domain;
import org.hesse.objective.Hessian;
import org.hesse.objective.Layout;
import org.hesse.objective.LeastSquares;
import org.hesse.objective.Objective;
import org.hesse.objective.Structure;

/**
 * ½‖r‖² of the parameters that are free to move, in units in which the columns of the Jacobian had length 1 when it was
 * made: uₖ = bₖ/dₖ. Beyond a bound the model keeps the value it has there, and its derivative is 0; so a method without
 * bounds comes to rest where the bounds hold it.
 */
final class FreeSquares implements Objective, LeastSquares {
    private final Residuals residuals;
    private final List<String> names;
    private final double[] base;
    private final int[] free;
    private final double[] unit;
    private final Domain domain;

    /**
     * Takes the units from the Jacobian.
     *
     * @param residuals of all parameters
     * @param names of all parameters
     * @param base where those not free stand, and where the units come from, within the domain, length p
     * @param free which may move
     * @param domain the bounds of all
     */
    FreeSquares(Residuals residuals, List<String> names, double[] base, int[] free, Domain domain) {
        this.residuals = residuals;
        this.names = names;
        this.base = base.clone();
        this.free = free;
        this.domain = domain;
        this.unit = new double[free.length];
        double[][] jacobian = new double[residuals.count()][base.length];
        residuals.withJacobian(base, new double[residuals.count()], jacobian);
        double[] column = new double[residuals.count()];
        for (int k = 0; k < free.length; k++) {
            for (int i = 0; i < column.length; i++) {
                column[i] = jacobian[i][free[k]];
            }
            double norm = Vectors.norm(column);
            unit[k] = norm > 0 && norm < Double.POSITIVE_INFINITY ? 1 / norm : 1;
        }
    }

    /** The free parameters in these units. */
    double[] scaled(double[] b) {
        double[] u = new double[free.length];
        Arrays.setAll(u, k -> b[free[k]] / unit[k]);
        return u;
    }

    /** All parameters, within the bounds; where u is that of the base, the same bits. */
    double[] parameters(double[] u) {
        double[] b = base.clone();
        for (int k = 0; k < free.length; k++) {
            int j = free[k];
            if (u[k] != base[j] / unit[k]) {
                b[j] = u[k] * unit[k];
            }
        }
        domain.project(b);
        return b;
    }

    double unit(int k) {
        return unit[k];
    }

    private boolean isBeyond(double[] u, int k) {
        if (u[k] == base[free[k]] / unit[k]) {
            return false; // the base may be at a bound, and u·d beyond it by rounding
        }
        double b = u[k] * unit[k];
        return b < domain.lower()[free[k]] || b > domain.upper()[free[k]];
    }

    @Override
    public int dimension() {
        return free.length;
    }

    @Override
    public int residualCount() {
        return residuals.count();
    }

    @Override
    public void residuals(double[] u, double[] r) {
        residuals.at(parameters(u), r);
    }

    @Override
    public void residualsAndJacobian(double[] u, double[] r, double[][] jacobian) {
        double[][] full = new double[r.length][base.length];
        residuals.withJacobian(parameters(u), r, full);
        for (int k = 0; k < free.length; k++) {
            double factor = isBeyond(u, k) ? 0 : unit[k];
            for (int i = 0; i < r.length; i++) {
                jacobian[i][k] = full[i][free[k]] * factor;
            }
        }
    }

    @Override
    public double value(double[] u) {
        double[] r = new double[residuals.count()];
        residuals(u, r);
        return 0.5 * Vectors.dot(r, r);
    }

    @Override
    public double valueAndGradient(double[] u, double[] g) {
        double[] r = new double[residuals.count()];
        double[][] jacobian = new double[r.length][free.length];
        residualsAndJacobian(u, r, jacobian);
        Arrays.fill(g, 0);
        for (int i = 0; i < r.length; i++) {
            Vectors.axpy(r[i], jacobian[i], g);
        }
        return 0.5 * Vectors.dot(r, r);
    }

    Hessian hessianAt(double[] u) {
        double[][] full = residuals.hessian(parameters(u));
        double[][] h = new double[free.length][free.length];
        for (int k = 0; k < free.length; k++) {
            for (int l = 0; l < free.length; l++) {
                h[k][l] = isBeyond(u, k) || isBeyond(u, l) ? 0 : full[free[k]][free[l]] * unit[k] * unit[l];
            }
        }
        return new Matrix(h);
    }

    /** A matrix that is there. */
    private record Matrix(double[][] h) implements Hessian {
        @Override
        public int dimension() {
            return h.length;
        }

        @Override
        public void times(double[] v, double[] hv) {
            Arrays.setAll(hv, k -> Vectors.dot(h[k], v));
        }

        @Override
        public double[][] dense() {
            return Arrays.stream(h).map(double[]::clone).toArray(double[][]::new);
        }
    }

    @Override
    public <T extends Structure> Optional<T> as(Class<T> type) {
        Curved curved = this::hessianAt;
        return Stream.of(this, curved).filter(type::isInstance).map(type::cast).findFirst();
    }

    @Override
    public Layout layout() {
        return Layout.scalars(Arrays.stream(free).mapToObj(names::get).toList());
    }
}
