package org.hesse.problem.scalable;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hesse.linear.SparseSymmetric;
import org.hesse.linear.StarColouring;
import org.hesse.linear.SymmetricPattern;
import org.hesse.objective.Curved;
import org.hesse.objective.Hessian;
import org.hesse.objective.LeastSquares;
import org.hesse.objective.Objective;
import org.hesse.objective.Structure;

/**
 * A partially separable function f(x) = Σ φₖ or Σ φₖ², where each φₖ has a few of the variables, and perhaps s = Σ σⱼ(xⱼ).
 * With F(x, s) = f(x) and w = ∇s, ∇f = F_x + F_s w and ∇²f = F_xx + F_s ∇²s + F_xs wᵀ + w F_xsᵀ + F_ss wwᵀ.
 *
 * <p>Where only squares are summed it is {@link LeastSquares}, with residuals √2·φₖ. Any number of threads may evaluate
 * it. Source: Griewank and Toint (1982), in Nonlinear Optimization 1981, Academic Press.
 */
final class ElementSum implements Objective, Curved {
    private static final double[] NOTHING = {};

    private final String name;
    private final int n;
    private final List<Terms> terms;
    private final Coupling coupling;
    private SymmetricPattern pattern;
    private Optional<StarColouring> colouring;

    /**
     * Makes the function.
     *
     * @param name what it is called
     * @param n the number of variables
     * @param terms what is summed
     * @param coupling the sum in the place n, or NONE
     */
    ElementSum(String name, int n, List<Terms> terms, Coupling coupling) {
        this.name = name;
        this.n = n;
        this.terms = List.copyOf(terms);
        this.coupling = coupling;
    }

    @Override
    public int dimension() {
        return n;
    }

    @Override
    public double value(double[] x) {
        double s = coupling.sum(x, NOTHING, NOTHING);
        double f = 0;
        for (Terms t : terms) {
            Terms.Local e = t.local();
            for (int k = 0; k < t.count(); k++) {
                double phi = e.at(k, x, s);
                f += t.squared() ? phi * phi : phi;
            }
        }
        return f;
    }

    @Override
    public double valueAndGradient(double[] x, double[] g) {
        Arrays.fill(g, 0);
        double[] w = new double[coupling == Coupling.NONE ? 0 : n];
        double s = coupling.sum(x, w, NOTHING);
        double f = 0;
        double fs = 0;
        for (Terms t : terms) {
            Terms.Local e = t.local();
            for (int k = 0; k < t.count(); k++) {
                double phi = e.at(k, x, s);
                f += t.squared() ? phi * phi : phi;
                fs += scatter(e, t.squared() ? 2 * phi : 1, g);
            }
        }
        for (int j = 0; j < w.length; j++) {
            g[j] += fs * w[j];
        }
        return f;
    }

    /** Adds scale·∂φ/∂x to g, if it is not empty; returns scale·∂φ/∂s. */
    private double scatter(Terms.Local e, double scale, double[] g) {
        double fs = 0;
        for (int j = 0; j < e.i().length; j++) {
            int i = e.i()[j];
            if (i == n) {
                fs += scale * e.d()[j];
            } else if (i >= 0 && i < g.length) {
                g[i] += scale * e.d()[j];
            }
        }
        return fs;
    }

    @Override
    public Hessian hessianAt(double[] x) {
        SymmetricPattern at = pattern();
        double[] values = new double[at.entries()];
        double[] w = new double[coupling == Coupling.NONE ? 0 : n];
        double[] c = new double[w.length];
        double[] mixed = new double[w.length + 1]; // F_xs, then F_ss
        double s = coupling.sum(x, w, c);
        double fs = 0;
        for (Terms t : terms) {
            Terms.Local e = t.local();
            for (int k = 0; k < t.count(); k++) {
                double phi = e.at(k, x, s);
                fs += scatter(e, t.squared() ? 2 * phi : 1, NOTHING);
                addSecond(e, phi, at, values, mixed);
            }
        }
        SparseSymmetric matrix = new SparseSymmetric(at, values);
        for (int j = 0; j < c.length; j++) {
            values[at.start(j)] += fs * c[j];
        }
        return w.length == 0 ? new ElementHessian(matrix, this::colouring) : new CoupledHessian(matrix, w, mixed);
    }

    private void addSecond(Terms.Local e, double phi, SymmetricPattern at, double[] values, double[] mixed) {
        for (int j = 0; j < e.i().length; j++) {
            for (int l = 0; l <= j; l++) {
                int a = e.i()[j];
                int b = e.i()[l];
                if (a < 0 || b < 0) {
                    continue;
                }
                double second = e.second(j, l, phi);
                if (Math.max(a, b) == n) {
                    mixed[Math.min(a, b)] += second;
                } else {
                    values[at.position(a, b)] += a == b && j != l ? 2 * second : second; // twice in xᵀHx, if x_a is x_b
                }
            }
        }
    }

    private synchronized SymmetricPattern pattern() {
        if (pattern == null) {
            pattern = ElementPattern.of(n, terms);
        }
        return pattern;
    }

    private synchronized Optional<StarColouring> colouring() {
        if (colouring == null) {
            colouring = StarColouring.ifSparse(pattern());
        }
        return colouring;
    }

    @Override
    public <T extends Structure> Optional<T> as(Class<T> type) {
        return type == LeastSquares.class && terms.stream().allMatch(Terms::squared)
                ? Optional.of(type.cast(new ElementResiduals(n, terms, coupling)))
                : Objective.super.as(type);
    }

    @Override
    public String toString() {
        return "f(" + layout().shown() + "): " + name;
    }
}
