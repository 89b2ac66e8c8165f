package org.hesse.search;

import static org.hesse.linear.Vectors.axpy;
import static org.hesse.linear.Vectors.dot;
import static org.hesse.linear.Vectors.norm;
import static org.hesse.linear.Vectors.scale;

import org.hesse.objective.Hessian;

/**
 * The subproblem by products, nearly: conjugate gradients as far as the boundary, or along the first direction without
 * positive curvature to it. Inside, ‖Hp + g‖ ≤ min(η, √‖g‖)·‖g‖.
 *
 * <p>With a preconditioner M the region is ‖p‖_M ≤ Δ, pᵀMp = ‖p‖_M², where M is scaled so that the first direction M⁻¹g is
 * as long as in the Euclidean norm. Each iterate is longer than the one before, and m falls by half of what it can at least
 * where m is convex (Yuan 2000); in the hard case the step may miss the direction of lowest curvature, which {@link Gltr}
 * does not.
 *
 * <p>Source: Steihaug (1983), SIAM J. Numerical Analysis 20, 626–637; Nocedal and Wright (2006), Numerical Optimization,
 * 2nd edition, Algorithm 7.2; Conn, Gould and Toint (2000), Trust-Region Methods, Algorithm 7.5.1 and (7.5.5) to (7.5.7).
 *
 * @param preconditioning the preconditioner M
 * @param eta η, positive
 * @param limit the most products, at least 1; it takes 2n at most
 */
public record Steihaug(Preconditioning preconditioning, double eta, int limit) implements Subproblem {
    /** Checks the numbers. */
    public Steihaug {
        if (!(eta > 0) || limit < 1) {
            throw new IllegalArgumentException(
                    "Steihaug: eta = " + eta + ", limit = " + limit + ", expected eta > 0 and limit >= 1");
        }
    }

    /** Without a preconditioner, η = 0.1, at most 500 products. */
    public Steihaug() {
        this(Preconditioning.NONE, 0.1, 500);
    }

    @Override
    public String name() {
        return "steihaug";
    }

    @Override
    public Solution solve(Hessian h, double[] g, double radius, double[][] kept) {
        int n = g.length;
        Preconditioning.Preconditioned system = preconditioning.of(h).scaledTo(g);
        double[] p = new double[n];
        double[] r = g.clone(); // Hp + g
        double[] z = new double[n];
        double[] d = new double[n];
        double[] hd = new double[n];
        double goal = Math.min(eta, Math.sqrt(norm(g))) * norm(g);
        double pp = 0; // in the norm of M, as dd and pd
        double pd = 0;
        double dd = 0;
        double rz = 0;
        int made = 0;
        while (norm(r) > goal && made < Math.min(limit, 2L * n)) {
            double before = rz;
            system.inverse().times(r, z);
            rz = dot(r, z);
            double beta = made == 0 ? 0 : rz / before;
            scale(beta, d);
            axpy(-1, z, d);
            dd = rz + beta * beta * dd;
            pd = beta * pd;
            system.matrix().times(d, hd);
            made++;
            double curvature = dot(d, hd);
            if (Double.isNaN(curvature) || !(rz > 0)) {
                return new Solution(p, Double.NaN, false, Double.NaN, system.products() + made, null);
            }
            double alpha = rz / curvature;
            double next = pp + alpha * (2 * pd + alpha * dd);
            boolean leaves = !(curvature > 0 && next < radius * radius);
            if (leaves) {
                alpha = toBoundary(pp, pd, dd, radius);
            }
            axpy(alpha, d, p);
            axpy(alpha, hd, r);
            if (leaves) {
                double multiplier = Math.max(0, -dot(p, r) / (radius * radius));
                return solution(p, g, r, true, multiplier, system.products() + made);
            }
            pp = next;
            pd += alpha * dd;
        }
        return solution(p, g, r, false, 0, system.products() + made);
    }

    /** m(p) = ½pᵀ(g + r). */
    private static Solution solution(
            double[] p, double[] g, double[] r, boolean atBoundary, double multiplier, int products) {
        double change = 0.5 * (dot(p, g) + dot(p, r));
        return new Solution(p, change, atBoundary, multiplier, products, null);
    }

    /** The positive root τ of ‖p + τd‖ = Δ, without cancellation. */
    private static double toBoundary(double pp, double pd, double dd, double radius) {
        double length = Math.sqrt(dd);
        double along = pd / length;
        double reached = Math.sqrt(pp);
        double room = Math.max(0, (radius - reached) * (radius + reached));
        double root = Math.sqrt(along * along + room);
        return (along > 0 ? room / (along + root) : root - along) / length;
    }
}
