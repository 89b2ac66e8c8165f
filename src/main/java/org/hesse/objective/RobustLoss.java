package org.hesse.objective;

import java.util.function.DoubleUnaryOperator;

/**
 * A loss of residuals that outliers bend less than squares do: f = ½c²Σρ(z), z = rᵢ²/c². For |r| ≪ c all are ½r².
 *
 * <p>For J'WJ a row of the Jacobian is multiplied by √w and its residual by ρ'/√w, so that Jᵀr stays the gradient, with w
 * = ρ' + 2zρ'', the second derivative of the loss for the residual (Triggs, McLauchlan, Hartley and Fitzgibbon (1999),
 * Bundle Adjustment, 4.3), but at least {@value #LEAST}ρ'. Departs from Triggs and Ceres, who take w = ρ' where ρ'' is
 * negative (that is iteratively reweighted least squares), and from SciPy, whose least w is ε, which costs digits of Jᵀr.
 *
 * @param shape ρ
 * @param scale c, in the unit of the residuals, positive: where outliers begin
 */
public record RobustLoss(Shape shape, double scale) {
    /** Least squares. */
    public static final RobustLoss SQUARES = new RobustLoss(Shape.SQUARES, 1);

    private static final double LEAST = 0.1;

    /** Functions ρ(z) with ρ(0) = 0 and ρ'(0) = 1. */
    public enum Shape {
        /** ρ = z. */
        SQUARES(z -> z, z -> 1, z -> 0),
        /** ρ = z up to 1, then 2√z − 1 (Huber 1964). */
        HUBER(
                z -> z <= 1 ? z : 2 * Math.sqrt(z) - 1,
                z -> z <= 1 ? 1 : 1 / Math.sqrt(z),
                z -> z <= 1 ? 0 : -0.5 / (z * Math.sqrt(z))),
        /** ρ = 2(√(1 + z) − 1), a smooth Huber loss. */
        SOFT_L1(
                z -> 2 * z / (Math.sqrt(1 + z) + 1),
                z -> 1 / Math.sqrt(1 + z),
                z -> -0.5 / ((1 + z) * Math.sqrt(1 + z))),
        /** ρ = log(1 + z): not convex, with many minima perhaps. */
        CAUCHY(Math::log1p, z -> 1 / (1 + z), z -> -1 / ((1 + z) * (1 + z))),
        /** ρ = (1 − (1 − z)³)/3 up to 1, then ⅓: outliers have no pull at all (Beaton and Tukey 1974). */
        TUKEY(
                z -> z <= 1 ? z * (1 - z + z * z / 3) : 1.0 / 3,
                z -> z <= 1 ? (1 - z) * (1 - z) : 0,
                z -> z <= 1 ? -2 * (1 - z) : 0);

        private final DoubleUnaryOperator rho;
        private final DoubleUnaryOperator first;
        private final DoubleUnaryOperator second;

        Shape(DoubleUnaryOperator rho, DoubleUnaryOperator first, DoubleUnaryOperator second) {
            this.rho = rho;
            this.first = first;
            this.second = second;
        }
    }

    /** Checks the scale. */
    public RobustLoss {
        if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("robust loss: scale = " + scale + ", expected a finite number > 0");
        }
    }

    /**
     * The loss of Huber.
     *
     * @param scale c
     * @return the loss
     */
    public static RobustLoss huber(double scale) {
        return new RobustLoss(Shape.HUBER, scale);
    }

    /**
     * The smooth loss between squares and absolute values.
     *
     * @param scale c
     * @return the loss
     */
    public static RobustLoss softL1(double scale) {
        return new RobustLoss(Shape.SOFT_L1, scale);
    }

    /**
     * The loss of Cauchy.
     *
     * @param scale c
     * @return the loss
     */
    public static RobustLoss cauchy(double scale) {
        return new RobustLoss(Shape.CAUCHY, scale);
    }

    /**
     * The biweight loss of Tukey.
     *
     * @param scale c
     * @return the loss
     */
    public static RobustLoss tukey(double scale) {
        return new RobustLoss(Shape.TUKEY, scale);
    }

    /**
     * The loss of all residuals.
     *
     * @param r not modified
     * @return ½c²Σρ(rᵢ²/c²)
     */
    public double value(double[] r) {
        double sum = 0;
        for (double ri : r) {
            sum += of(ri);
        }
        return sum;
    }

    private double of(double r) {
        return shape == Shape.SQUARES ? 0.5 * r * r : 0.5 * scale * scale * shape.rho.applyAsDouble(z(r));
    }

    /**
     * By how much the loss falls, summed residual by residual, so that less is lost to rounding than by a difference of sums.
     *
     * @param from the residuals before, not modified
     * @param to the residuals after, not modified
     * @return the loss of {@code from} less that of {@code to}
     */
    public double decrease(double[] from, double[] to) {
        double sum = 0;
        for (int i = 0; i < from.length; i++) {
            sum += shape == Shape.SQUARES ? 0.5 * (from[i] - to[i]) * (from[i] + to[i]) : of(from[i]) - of(to[i]);
        }
        return sum;
    }

    /**
     * The first derivative of the loss for a residual, over the residual: its weight in iteratively reweighted least squares.
     *
     * @param r the residual
     * @return ρ'(r²/c²), from 0 to 1
     */
    public double weight(double r) {
        return shape.first.applyAsDouble(z(r));
    }

    /**
     * The second derivative of the loss for a residual.
     *
     * @param r the residual
     * @return ρ' + 2zρ'', perhaps negative
     */
    public double curvature(double r) {
        double z = z(r);
        double second = shape.second.applyAsDouble(z);
        return shape.first.applyAsDouble(z) + (second == 0 ? 0 : 2 * z * second);
    }

    private double z(double r) {
        return r / scale * (r / scale);
    }

    /**
     * Turns residuals and Jacobian into those of the local model, by the correction of Triggs.
     *
     * @param r length m, <em>modified</em>
     * @param jacobian m rows, <em>modified</em>
     */
    public void correct(double[] r, double[][] jacobian) {
        if (shape == Shape.SQUARES) {
            return;
        }
        for (int i = 0; i < r.length; i++) {
            double weight = weight(r[i]);
            double root = Math.sqrt(Math.max(curvature(r[i]), LEAST * weight));
            r[i] = weight == 0 ? 0 : r[i] * weight / root;
            for (int j = 0; j < jacobian[i].length; j++) {
                jacobian[i][j] *= root;
            }
        }
    }

    @Override
    public String toString() {
        return shape.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "(" + scale + ")";
    }
}
