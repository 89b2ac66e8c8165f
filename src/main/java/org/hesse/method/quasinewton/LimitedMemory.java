package org.hesse.method.quasinewton;

import static org.hesse.linear.Vectors.axpy;
import static org.hesse.linear.Vectors.axpyDot;
import static org.hesse.linear.Vectors.dot;

import org.hesse.linear.Parallel;
import org.hesse.linear.Vectors;
import org.hesse.objective.Evaluation;

/**
 * The newest m curvature pairs, and the product −Hg with the inverse Hessian they stand for: the two-loop recursion.
 *
 * <p>H is γI, γ = sᵀy/yᵀy of the newest pair, updated by BFGS with each pair from the oldest to the newest. The product
 * takes 4mn multiplications; each update of the vector and the inner product after it are one pass over memory.
 *
 * <p>Source: Nocedal (1980), Mathematics of Computation 35, 773–782; Nocedal and Wright (2006), Numerical Optimization,
 * 2nd edition, Algorithm 7.4 and (7.20).
 *
 * <p>The pairs lie in a ring of m rows; a new one takes the place of the oldest. Where they do not fit into a cache, the
 * recursion runs on their inner products, {@link Gram}, and on the vectors only where rounding has spoilt those.
 *
 * @param s steps, m rows of length n
 * @param y differences of gradients, m rows of length n
 * @param rho 1/sᵀy, length m
 * @param newest the row of the newest pair
 * @param size how many pairs are kept, at most m
 * @param gamma γ; 1 while there is no pair
 * @param gram the inner products; null for short vectors
 * @param fresh whether the inner products lack those with the newest pair
 * @param scale what y of the newest pair is of the difference of its gradients; NaN if it is no multiple of it
 */
public record LimitedMemory(
        double[][] s,
        double[][] y,
        double[] rho,
        int newest,
        int size,
        double gamma,
        Gram gram,
        boolean fresh,
        double scale) {
    /** Numbers in all pairs, from which on they are taken from memory rather than from a cache: 4 MB. */
    private static final long LARGE = 1 << 19;

    /**
     * An empty memory.
     *
     * @param m the most pairs, at least 1
     * @param n the number of variables
     * @return a memory with H = I
     */
    public static LimitedMemory empty(int m, int n) {
        Gram gram = 2L * m * n < LARGE ? null : Gram.empty(m);
        return new LimitedMemory(new double[m][n], new double[m][n], new double[m], 0, 0, 1, gram, false, 1);
    }

    /**
     * Forgets all pairs; their buffers are kept.
     *
     * @return a memory with H = I
     */
    public LimitedMemory cleared() {
        return new LimitedMemory(s, y, rho, newest, 0, 1, gram, false, 1);
    }

    /**
     * Takes a pair, in the place of the oldest one if there are m.
     *
     * @param pair the pair, a stored one
     * @param from the evaluation at x
     * @param to the evaluation at x⁺
     * @return the memory with the new pair; it shares the arrays of this one, which is not to be used any more
     */
    public LimitedMemory with(CurvaturePair pair, Evaluation from, Evaluation to) {
        return with(pair, from, to, Double.NaN, 0);
    }

    /**
     * Takes a pair, perhaps one whose y is corrected.
     *
     * @param pair the pair, one that is used
     * @param from the evaluation at x
     * @param to the evaluation at x⁺
     * @param alpha the step length
     * @param smoothing the weight of the γ before in the geometric mean with sᵀy/yᵀy, from 0 to 1
     * @return the memory with the new pair, as above
     */
    LimitedMemory with(CurvaturePair pair, Evaluation from, Evaluation to, double alpha, double smoothing) {
        int row = (newest + 1) % rho.length;
        double scale = pair.scale();
        double sy = scale * pair.sy();
        double yy = scale * scale * pair.yy();
        differences(from, to, scale, s[row], y[row]);
        if (pair.decision() == CurvaturePair.Decision.DAMPED) {
            pair.correct(from, alpha, y[row]);
            scale = Double.NaN;
            sy = dot(s[row], y[row]);
            yy = dot(y[row], y[row]);
        }
        rho[row] = 1 / sy;
        if (gram != null) {
            gram.yy()[row][row] = yy;
        }
        int kept = Math.min(size + 1, rho.length);
        double next = size == 0 ? sy / yy : Math.pow(gamma, smoothing) * Math.pow(sy / yy, 1 - smoothing);
        return new LimitedMemory(s, y, rho, row, kept, next, gram, gram != null, scale);
    }

    /**
     * Takes a pair that need not be of two gradients.
     *
     * @param s the step, length n, not modified
     * @param y what the Hessian makes of it, length n, with sᵀy &gt; 0, not modified
     * @param scaling γ from now on, positive
     * @return the memory with the new pair; it shares the arrays of this one, which is not to be used any more
     */
    public LimitedMemory with(double[] s, double[] y, double scaling) {
        int row = (newest + 1) % rho.length;
        System.arraycopy(s, 0, this.s[row], 0, s.length);
        System.arraycopy(y, 0, this.y[row], 0, y.length);
        rho[row] = 1 / dot(s, y);
        if (gram != null) {
            gram.yy()[row][row] = dot(y, y);
        }
        int kept = Math.min(size + 1, rho.length);
        return new LimitedMemory(this.s, this.y, rho, row, kept, scaling, gram, gram != null, Double.NaN);
    }

    /**
     * The same pairs with the mean of all their sᵀy/yᵀy for γ.
     *
     * @return a memory that shares the pairs with this one
     */
    public LimitedMemory averaged() {
        double sum = 0;
        for (int k = 0; k < size; k++) {
            int i = row(k);
            sum += 1 / (rho[i] * dot(y[i], y[i]));
        }
        return new LimitedMemory(s, y, rho, newest, size, sum / size, gram, fresh, scale);
    }

    /** s = x⁺ − x and y = scale·(g⁺ − g). */
    private static void differences(Evaluation from, Evaluation to, double scale, double[] s, double[] y) {
        double[] x = from.x();
        double[] xNext = to.x();
        double[] g = from.gradient();
        double[] gNext = to.gradient();
        for (int i = 0; i < s.length; i++) {
            s[i] = xNext[i] - x[i];
            y[i] = scale * (gNext[i] - g[i]);
        }
    }

    /** The row of the k-th newest pair, counted from 0. */
    int row(int k) {
        return (newest - k + rho.length) % rho.length;
    }

    /** The steps, the newest first, then the differences of gradients, then some other vectors. */
    double[][] rows(double[]... others) {
        double[][] rows = new double[2 * size + others.length][];
        for (int k = 0; k < size; k++) {
            rows[k] = s[row(k)];
            rows[size + k] = y[row(k)];
        }
        System.arraycopy(others, 0, rows, 2 * size, others.length);
        return rows;
    }

    /**
     * The memory with what it needs to know of a gradient.
     *
     * @param g the gradient, length n, not modified
     * @param goesOn whether the newest pair, if it is fresh, goes from the gradient that the memory was last asked at to this
     *     one: its inner products are differences of known ones then
     * @param parallel who does the work
     * @return the memory, which shares the pairs with this one
     */
    public LimitedMemory at(double[] g, boolean goesOn, Parallel parallel) {
        return gram == null || size == 0
                ? this
                : new LimitedMemory(s, y, rho, newest, size, gamma, gram.at(this, g, goesOn, parallel), false, scale);
    }

    /**
     * The quasi-Newton direction.
     *
     * @param g the gradient, length n, not modified; the one that the memory was last asked {@link #at}
     * @param d receives −Hg, length n, <em>modified</em>; not the same array as {@code g}
     * @param parallel who does the work
     * @return gᵀd
     */
    public double direction(double[] g, double[] d, Parallel parallel) {
        double slope = gram == null || size == 0 ? Double.NaN : gram.direction(this, g, d, parallel);
        if (!Double.isNaN(slope)) {
            return slope;
        }
        twoLoop(g, d);
        return dot(g, d);
    }

    /**
     * The quasi-Newton direction by the recursion on the vectors.
     *
     * @param g the gradient, length n, not modified
     * @param d receives −Hg, length n, <em>modified</em>; not the same array as {@code g}
     */
    public void twoLoop(double[] g, double[] d) {
        System.arraycopy(g, 0, d, 0, g.length);
        double[] alpha = new double[size];
        double product = size == 0 ? 0 : dot(s[newest], d); // sᵢᵀq
        for (int k = 0; k < size; k++) {
            int i = row(k);
            alpha[k] = rho[i] * product;
            product = axpyDot(-alpha[k], y[i], d, k + 1 < size ? s[row(k + 1)] : y[i]);
        }
        for (int k = size - 1; k >= 0; k--) { // d is r/γ: the scaling by γ, which is linear, comes last
            int i = row(k);
            double c = alpha[k] / gamma - rho[i] * product; // product is yᵢᵀr/γ
            if (k > 0) {
                product = axpyDot(c, s[i], d, y[row(k - 1)]);
            } else {
                axpy(c, s[i], d);
            }
        }
        Vectors.scale(-gamma, d);
    }
}
