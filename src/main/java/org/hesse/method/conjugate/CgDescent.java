package org.hesse.method.conjugate;

import static org.hesse.linear.Vectors.dot;
import static org.hesse.linear.Vectors.norm;

import org.hesse.method.Hyperparameters;
import org.hesse.search.HagerZhang;
import org.hesse.search.LineSearch;

/**
 * CG_DESCENT: conjugate gradients whose every direction descends, gᵀd ≤ −⅞‖g‖², whatever the line search.
 *
 * <p>β = max{(y − 2d‖y‖²/dᵀy)ᵀg⁺/dᵀy, −1/(‖d‖·min{η, ‖g‖})} with y = g⁺ − g.
 *
 * <p>Source: Hager and Zhang (2005), A new conjugate gradient method with guaranteed descent and an efficient line search,
 * SIAM J. Optimization 16(1), 170–192, (1.2) to (1.6).
 *
 * @param eta η, how far below 0 β may be, positive
 * @param search the line search
 * @param quadratic whether one value a step is spent on the first trial, see {@link ConjugateGradient}
 */
public record CgDescent(double eta, LineSearch search, boolean quadratic) implements ConjugateGradient {
    /** Checks η. */
    public CgDescent {
        Hyperparameters.positive("cg-descent", "eta", eta);
    }

    /** η = 0.01, the search of the same authors, but with σ = 0.1, as is usual for conjugate gradients, and parabolas. */
    public CgDescent() {
        this(0.01, new HagerZhang(0.1, 0.1, 1e-6, 2.0 / 3, 5, 40), true);
    }

    @Override
    public String name() {
        return "cg-descent";
    }

    @Override
    public double beta(double[] g, double[] next, double[] d) {
        double dy = 0;
        double yy = 0;
        double yg = 0;
        for (int i = 0; i < g.length; i++) {
            double y = next[i] - g[i];
            dy += d[i] * y;
            yy += y * y;
            yg += y * next[i];
        }
        double beta = (yg - 2 * yy / dy * dot(d, next)) / dy;
        return Math.max(beta, -1 / (norm(d) * Math.min(eta, norm(g))));
    }
}
