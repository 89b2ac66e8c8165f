package org.hesse.method.quasinewton;

import static org.hesse.linear.Vectors.axpy;
import static org.hesse.linear.Vectors.dot;
import static org.hesse.linear.Vectors.scale;

import java.util.Arrays;
import org.hesse.objective.Evaluation;

/**
 * The BFGS change of an inverse Hessian by one curvature pair, not yet made:
 * H⁺ = γH + c·ssᵀ − ρ(svᵀ + vsᵀ) with ρ = 1/sᵀy, v = γHy and c = ρ(1 + ρyᵀv). All of it takes O(n²).
 *
 * @param pair the journal entry; only a stored pair may be used
 * @param s x⁺ − x, length n
 * @param v γHy, length n
 * @param rho ρ
 * @param c the factor of ssᵀ
 * @param gamma γ, the scale of H before its first change; 1 later
 */
record InverseUpdate(CurvaturePair pair, double[] s, double[] v, double rho, double c, double gamma) {
    static InverseUpdate of(Evaluation from, Evaluation to, double[][] h, boolean first) {
        int n = h.length;
        double[] s = new double[n];
        double[] y = new double[n];
        double[] v = new double[n];
        CurvaturePair pair = CurvaturePair.of(from, to, s, y);
        double gamma = first ? pair.sy() / pair.yy() : 1;
        double rho = 1 / pair.sy();
        times(gamma, h, y, v);
        return new InverseUpdate(pair, s, v, rho, rho * (1 + rho * dot(y, v)), gamma);
    }

    /**
     * Turns −Hg into −H⁺g.
     *
     * @param g length n, not modified
     * @param d −Hg, length n, <em>modified</em>
     */
    void apply(double[] g, double[] d) {
        double sg = dot(s, g);
        double vg = dot(v, g);
        scale(gamma, d);
        axpy(rho * vg - c * sg, s, d);
        axpy(rho * sg, v, d);
    }

    /**
     * Turns H into H⁺.
     *
     * @param h H, n rows of length n, <em>modified</em>
     */
    void apply(double[][] h) {
        for (int i = 0; i < h.length; i++) {
            double[] row = h[i];
            double alongS = c * s[i] - rho * v[i];
            double alongV = -rho * s[i];
            for (int j = 0; j < row.length; j++) {
                row[j] = gamma * row[j] + (alongS * s[j] + alongV * v[j]);
            }
        }
    }

    static void times(double factor, double[][] h, double[] x, double[] product) {
        for (int i = 0; i < h.length; i++) {
            product[i] = factor * dot(h[i], x);
        }
    }

    static double[][] identity(double[][] h) {
        for (int i = 0; i < h.length; i++) {
            Arrays.fill(h[i], 0);
            h[i][i] = 1;
        }
        return h;
    }
}
