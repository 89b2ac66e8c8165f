package org.hesse.method.quasinewton;

import static org.hesse.linear.Vectors.axpy;
import static org.hesse.linear.Vectors.axpyDot;
import static org.hesse.linear.Vectors.dot;
import static org.hesse.linear.Vectors.scale;

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
 * <p>The pairs lie in a ring of m rows; a new one takes the place of the oldest.
 *
 * @param s steps, m rows of length n
 * @param y differences of gradients, m rows of length n
 * @param rho 1/sᵀy, length m
 * @param newest the row of the newest pair
 * @param size how many pairs are kept, at most m
 * @param gamma γ; 1 while there is no pair
 */
public record LimitedMemory(double[][] s, double[][] y, double[] rho, int newest, int size, double gamma) {
    /**
     * An empty memory.
     *
     * @param m the most pairs, at least 1
     * @param n the number of variables
     * @return a memory with H = I
     */
    public static LimitedMemory empty(int m, int n) {
        return new LimitedMemory(new double[m][n], new double[m][n], new double[m], 0, 0, 1);
    }

    /**
     * Forgets all pairs; their buffers are kept.
     *
     * @return a memory with H = I
     */
    public LimitedMemory cleared() {
        return new LimitedMemory(s, y, rho, newest, 0, 1);
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
        int row = (newest + 1) % rho.length;
        difference(to.x(), from.x(), s[row]);
        difference(to.gradient(), from.gradient(), y[row]);
        rho[row] = 1 / pair.sy();
        return new LimitedMemory(s, y, rho, row, Math.min(size + 1, rho.length), pair.sy() / pair.yy());
    }

    private static void difference(double[] a, double[] b, double[] c) {
        for (int i = 0; i < c.length; i++) {
            c[i] = a[i] - b[i];
        }
    }

    /**
     * The quasi-Newton direction.
     *
     * @param g the gradient, length n, not modified
     * @param d receives −Hg, length n, <em>modified</em>; not the same array as {@code g}
     * @param alpha workspace, length m, <em>modified</em>
     */
    public void direction(double[] g, double[] d, double[] alpha) {
        System.arraycopy(g, 0, d, 0, g.length);
        int rows = rho.length;
        int i = newest;
        double product = size == 0 ? 0 : dot(s[i], d); // sᵢᵀq
        for (int k = 1; k <= size; k++) {
            alpha[i] = rho[i] * product;
            int older = (i + rows - 1) % rows;
            product = axpyDot(-alpha[i], y[i], d, k < size ? s[older] : y[i]);
            i = k < size ? older : i;
        }
        for (int k = 1; k <= size; k++) { // d is r/γ: the scaling by γ, which is linear, comes last
            double c = alpha[i] / gamma - rho[i] * product; // product is yᵢᵀr/γ
            int newer = (i + 1) % rows;
            if (k < size) {
                product = axpyDot(c, s[i], d, y[newer]);
            } else {
                axpy(c, s[i], d);
            }
            i = newer;
        }
        scale(-gamma, d);
    }
}
