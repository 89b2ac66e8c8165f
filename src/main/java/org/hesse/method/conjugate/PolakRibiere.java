package org.hesse.method.conjugate;

import static org.hesse.linear.Vectors.dot;

import org.hesse.method.Hyperparameters;
import org.hesse.search.LineSearch;
import org.hesse.search.MoreThuente;

/**
 * Polak–Ribière+: conjugate gradients with β = max{0, (g⁺)ᵀ(g⁺ − g)/‖g‖²}, begun anew along −g where successive gradients
 * are far from orthogonal, |gᵀg⁺| ≥ ν‖g⁺‖².
 *
 * <p>Source: Polak and Ribière (1969), with + of Gilbert and Nocedal (1992), SIAM J. Optimization 2, 21–42; the restart:
 * Powell (1977), Mathematical Programming 12, 241–254. Nocedal and Wright (2006), Numerical Optimization, 2nd edition,
 * (5.44), (5.45) and (5.52).
 *
 * @param nu ν, positive; large for no restarts
 * @param search the line search
 * @param quadratic whether one value a step is spent on the first trial, see {@link ConjugateGradient}
 */
public record PolakRibiere(double nu, LineSearch search, boolean quadratic) implements ConjugateGradient {
    /** Checks ν. */
    public PolakRibiere {
        Hyperparameters.positive("polak-ribiere", "nu", nu);
    }

    /** ν = 0.2 as Powell has it, a Moré–Thuente search with c₂ = 0.1, parabolas. */
    public PolakRibiere() {
        this(0.2, new MoreThuente(1e-4, 0.1), true);
    }

    @Override
    public String name() {
        return "polak-ribiere";
    }

    @Override
    public double beta(double[] g, double[] next, double[] d) {
        double across = dot(g, next);
        double square = dot(next, next);
        return Math.abs(across) >= nu * square ? 0 : Math.max(0, (square - across) / dot(g, g));
    }
}
