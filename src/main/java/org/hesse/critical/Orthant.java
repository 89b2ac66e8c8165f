package org.hesse.critical;

import java.util.Optional;
import org.hesse.objective.Curved;
import org.hesse.objective.Domain;
import org.hesse.objective.FiniteDifferences;
import org.hesse.objective.Layout;
import org.hesse.objective.Noise;
import org.hesse.objective.Objective;
import org.hesse.objective.Structure;

/**
 * A function with an L1 penalty near a point, as a smooth function: f + Σ ±λᵢxᵢ with the signs of the point's orthant. A
 * variable at 0 has 0 for a bound, on the side on which f falls; on the other one f + penalty rises anyway. So its
 * multiplier is λᵢ − |∂f/∂xᵢ|, and the verdict is that on a point at bounds.
 */
final class Orthant implements Objective {
    private final Objective f;
    private final double[] slopes; // ±λ
    private final Domain domain;

    private Orthant(Objective f, double[] slopes, Domain domain) {
        this.f = f;
        this.slopes = slopes;
        this.domain = domain;
    }

    /** The function itself if it has no penalty. */
    static Objective of(Objective f, double[] x) {
        Domain whole = f.domain();
        if (!whole.isPenalised()) {
            return f;
        }
        double[] g = new double[x.length];
        if (f.hasGradient()) {
            f.valueAndGradient(x, g);
        } else {
            FiniteDifferences.gradient(f::value, x, Noise.at(f::value, x), g);
        }
        double[] lower = whole.lower().clone();
        double[] upper = whole.upper().clone();
        double[] slopes = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            boolean right = x[i] > 0 || x[i] == 0 && g[i] <= 0;
            slopes[i] = right ? whole.weight(i) : -whole.weight(i);
            if (x[i] == 0 && whole.weight(i) > 0) {
                lower[i] = right ? 0 : lower[i];
                upper[i] = right ? upper[i] : 0;
            }
        }
        return new Orthant(f, slopes, new Domain(lower, upper));
    }

    @Override
    public int dimension() {
        return f.dimension();
    }

    @Override
    public double value(double[] x) {
        return f.value(x) + linear(x);
    }

    @Override
    public double valueAndGradient(double[] x, double[] g) {
        double value = f.valueAndGradient(x, g);
        for (int i = 0; i < g.length; i++) {
            g[i] += slopes[i];
        }
        return value + linear(x);
    }

    private double linear(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += slopes[i] * x[i];
        }
        return sum;
    }

    @Override
    public boolean hasGradient() {
        return f.hasGradient();
    }

    /** The Hessian, which a linear term leaves as it is. */
    @Override
    public <T extends Structure> Optional<T> as(Class<T> type) {
        return type == Curved.class ? f.as(type) : Optional.empty();
    }

    @Override
    public Domain domain() {
        return domain;
    }

    @Override
    public Layout layout() {
        return f.layout();
    }

    @Override
    public String toString() {
        return f.toString();
    }
}
