package org.hesse.search;

import static org.hesse.linear.Vectors.dot;
import static org.hesse.linear.Vectors.norm;
import static org.hesse.linear.Vectors.plus;
import static org.hesse.linear.Vectors.scale;

import java.util.Arrays;
import org.hesse.linear.Cholesky;
import org.hesse.linear.Vectors;
import org.hesse.objective.Hessian;
import org.hesse.objective.Seeds;

/**
 * The secular equation 1/‖p(λ)‖ = 1/length(λ) with (H + λI)p(λ) = −g and H + λI positive semidefinite, by safeguarded
 * Newton iterations, one Cholesky factorisation each; see {@link MoreSorensen}. Its left side is concave, so from a λ that
 * is too small, but not so small that H + λI is indefinite, they rise to the solution and need no safeguard.
 *
 * <p>In the hard case ‖p‖ stays too short down to the pole: there p + τz with an eigenvector z of the lowest eigenvalue, from
 * inverse iterations, is as long as it should be.
 */
final class Secular {
    private static final int LIMIT = 200;
    private static final double CLOSE = 0.01; // how far from the pole in the interval that is left
    private static final double EPSILON = Math.ulp(1.0);

    private final double[][] h;
    private final double[] g;
    private final Region region;
    private final double tolerance;
    private double[] z; // nearly an eigenvector of the lowest eigenvalue
    private double lambda;
    private double rounding; // of the eigenvalues
    private double low;
    private double high;
    private double[] best; // the best step so far, and its bound
    private double gap = Double.POSITIVE_INFINITY;
    private double bestLambda;
    private boolean atBoundary;

    private Secular(double[][] h, double[] g, double[] z, Region region, double tolerance) {
        this.h = h;
        this.g = g;
        this.z = z;
        this.region = region;
        this.tolerance = tolerance;
    }

    /** Solves with H, z and the last λ from {@code kept}, or with the dense Hessian. */
    static Subproblem.Solution solve(Hessian hessian, double[] g, Region region, double tolerance, double[][] kept) {
        int n = g.length;
        double[][] memory = kept;
        if (memory == null) {
            memory = Arrays.copyOf(hessian.dense(), n + 2);
            memory[n] = start(n);
            memory[n + 1] = new double[1];
        }
        double[][] h = Arrays.copyOf(memory, n);
        for (double[] row : h) {
            if (!Double.isFinite(Vectors.normInf(row))) {
                return new Subproblem.Solution(new double[n], Double.NaN, false, 0, 0, memory);
            }
        }
        Secular s = new Secular(h, g, memory[n], region, tolerance);
        s.run(memory[n + 1][0]);
        double[][] keep = memory.clone();
        keep[n] = s.z;
        keep[n + 1] = new double[] {s.bestLambda};
        double change = Math.min(0, s.model(s.best));
        return new Subproblem.Solution(s.best, change, s.atBoundary, s.bestLambda, 0, keep);
    }

    private static double[] start(int n) {
        double[] z = Seeds.random(n).doubles(n, 0.5, 1.5).toArray();
        scale(1 / norm(z), z);
        return z;
    }

    private double model(double[] p) {
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            sum += p[i] * (g[i] + 0.5 * dot(h[i], p));
        }
        return sum;
    }

    private void run(double first) {
        bracket();
        lambda = first > low && first < high ? first : low;
        for (int k = 0; k < LIMIT; k++) {
            Cholesky c = Cholesky.attempt(h, lambda);
            double next = c.isComplete() ? improved(c) : outside(c);
            if (gap <= tolerance || high - low <= 2 * EPSILON * high && best != null) {
                return;
            }
            lambda = next > low && next < high ? next : inside();
        }
        if (best == null) { // only if H is beyond all range
            best = new double[g.length];
        }
    }

    /** Bounds of λ by Gershgorin's circles and norms: Conn, Gould and Toint (2000), (7.3.8). */
    private void bracket() {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < h.length; i++) {
            double others = 0;
            for (int j = 0; j < h.length; j++) {
                others += i == j ? 0 : Math.abs(h[i][j]);
            }
            lowest = Math.min(lowest, h[i][i] - others);
            highest = Math.max(highest, h[i][i] + others);
            smallest = Math.min(smallest, h[i][i]);
        }
        rounding = h.length * EPSILON * Math.max(-lowest, highest);
        double norm = norm(g);
        low = Math.max(0, Math.max(-smallest, region.balance(norm, highest)));
        high = Math.max(low, Math.max(0, Math.max(-lowest, region.balance(norm, lowest))));
        high += 1e-3 * high + Double.MIN_NORMAL; // the bound itself may be the solution
    }

    /** H + λI is not positive definite: a direction says by how much at least. */
    private double outside(Cholesky c) {
        double[] v = c.direction();
        double curvature = c.curvature(v);
        low = Math.max(low, lambda);
        if (Double.isFinite(curvature)) {
            low = Math.max(low, lambda - curvature);
            z = v;
            scale(1 / norm(v), z);
        }
        return Double.NaN;
    }

    private double improved(Cholesky c) {
        double[] p = c.solve(g);
        scale(-1, p);
        double norm = norm(p);
        double length = region.length(lambda);
        if (lambda == 0 && norm <= length) {
            gap = 0;
            best = p;
            bestLambda = 0;
            return 0;
        }
        double curvature = -dot(g, p); // pᵀ(H + λI)p
        double dual = curvature + region.share() * lambda * length * length; // twice what no step can decrease more
        if (norm < length) {
            high = Math.min(high, lambda);
            shorter(c, p, norm, length, dual);
        } else {
            low = Math.max(low, lambda);
        }
        if (Math.abs(norm - length) <= tolerance * length) {
            accept(p, Math.abs(norm - length) / length, true);
        }
        double slope = dot(p, c.solve(p)) / (norm * norm); // of −log ‖p‖
        return lambda + (norm / length - 1) / (slope + norm * region.slope(lambda));
    }

    private void shorter(Cholesky c, double[] p, double norm, double length, double dual) {
        double[] next = c.solve(z);
        double growth = norm(next);
        scale(1 / growth, next);
        double curvature = dot(next, z) / growth; // zᵀ(H + λI)z
        z = next;
        low = Math.max(low, lambda - curvature);
        double room = (length - norm) * (length + norm);
        double inside = lambda * room * region.share() / dual;
        boolean flat = inside <= tolerance && norm < 0.9 * length;
        if (region instanceof Region.Ball && (flat || lambda <= rounding)) {
            accept(p, 0, false); // H is singular, to the rounding of its entries: nothing is gained beyond
            return;
        }
        double along = dot(p, z);
        double tau = room / (along + Math.copySign(Math.sqrt(along * along + room), along)); // the smaller root
        accept(plus(p, tau, z), tau * tau * curvature / dual, true);
    }

    private void accept(double[] p, double gapOfIt, boolean boundary) {
        if (gapOfIt < gap || best == null) {
            best = p;
            gap = gapOfIt;
            bestLambda = lambda;
            atBoundary = boundary;
        }
    }

    /** A λ between the bounds: near the lower one if both are close, for it is nearly the pole. */
    private double inside() {
        double near = low + CLOSE * (high - low);
        return high > 2 * low ? Math.max(Math.sqrt(low) * Math.sqrt(high), near) : near;
    }
}
