package org.hesse.search;

import org.hesse.linear.Vectors;
import org.hesse.objective.Hessian;
import org.hesse.objective.Seeds;

/**
 * The subproblem by products, over a growing Krylov space: the generalised Lanczos trust-region method. Where Steihaug's
 * step stops at the boundary, this one goes on along it: ‖(H + λM)p + g‖ ≤ min(η, √‖g‖)·‖g‖ in the norm of M⁻¹.
 *
 * <p>On the space the model is tridiagonal, and its minimum in the region is found exactly. The norm of the region is that of
 * M, scaled so that M⁻¹g is as long in it as in the Euclidean norm.
 *
 * <p>Where the space has an end before the dimension (g has no part in some eigenvectors, as in the hard case, or is 0) it
 * goes on once from a random vector orthogonal to it, until its lowest eigenvalue is known to a hundredth, and the model is
 * tridiagonal in two blocks. Where the residual is small before that, directions that g has no part in are not seen.
 *
 * <p>Source: Gould, Lucidi, Roma and Toint (1999), SIAM J. Optimization 9(2), 504–525, Algorithm 5.1 and section 5.3.
 * Departs from the source: all vectors are kept and made orthogonal again, so that none is computed twice.
 *
 * @param preconditioning the preconditioner M
 * @param eta η, positive
 * @param limit the most products, at least 1, and vectors in memory; it takes n at most
 */
public record Gltr(Preconditioning preconditioning, double eta, int limit) implements Subproblem {
    private static final double LOWEST = 0.01;
    private static final long SEED = 1999;

    /** Checks the numbers. */
    public Gltr {
        if (!(eta > 0) || limit < 1) {
            throw new IllegalArgumentException(
                    "GLTR: eta = " + eta + ", limit = " + limit + ", expected eta > 0 and limit >= 1");
        }
    }

    /** Without a preconditioner, η = 0.1, at most 200 products. */
    public Gltr() {
        this(Preconditioning.NONE, 0.1, 200);
    }

    @Override
    public String name() {
        return "gltr";
    }

    @Override
    public Solution solve(Hessian h, double[] g, double radius, double[][] kept) {
        if (kept != null) {
            double[] alpha = kept[1];
            ReducedModel model = ReducedModel.of(alpha, kept[2], alpha.length, kept[0][0], radius);
            return solution(model, combined(model.h(), kept, g.length), 0, kept);
        }
        int n = g.length;
        int most = Math.min(limit, n);
        Preconditioning.Preconditioned system = preconditioning.of(h).scaledTo(g);
        LanczosSpace space = new LanczosSpace(system, most);
        double gamma = space.begin(g);
        double goal = Math.min(eta, Math.sqrt(gamma)) * gamma;
        boolean again = gamma == 0; // from a random vector
        double length = again ? space.begin(random(n)) : gamma;
        int look = 1; // how many products before the model is solved next
        while (length > 0) {
            length = space.grow(length);
            int k = space.size();
            if (Double.isNaN(length)) {
                return new Solution(new double[n], Double.NaN, false, Double.NaN, system.products() + k, null);
            }
            if (k < look && k < most && length > 0) {
                continue;
            }
            look = k + 1 + k / 8;
            ReducedModel model = ReducedModel.of(space.alpha, space.beta, k, gamma, radius);
            boolean small = length * Math.abs(model.h()[k - 1]) <= goal;
            boolean known = !again || length * Math.abs(model.end()) <= LOWEST * Math.abs(model.lowest());
            boolean ends = length == 0 && !again && k < most;
            if (k == most || !ends && small && known) {
                double[][] rows = space.kept(gamma);
                return solution(model, combined(model.h(), rows, n), system.products() + k, rows);
            }
            if (ends) {
                again = true;
                length = space.begin(random(n));
            }
        }
        return new Solution(new double[n], Double.NaN, false, Double.NaN, system.products() + space.size(), null);
    }

    private static double[] random(int n) {
        return Seeds.random(SEED).doubles(n, -1, 1).toArray();
    }

    private static Solution solution(ReducedModel m, double[] step, int products, double[][] kept) {
        return new Solution(step, Math.min(0, m.change()), m.atBoundary(), m.lambda(), products, kept);
    }

    private static double[] combined(double[] h, double[][] rows, int n) {
        double[] p = new double[n];
        for (int k = 0; k < h.length; k++) {
            Vectors.axpy(h[k], rows[3 + k], p);
        }
        return p;
    }
}
