package org.hesse.method.quasinewton;

import org.hesse.linear.MultiVector;
import org.hesse.linear.Parallel;
import org.hesse.linear.Vectors;

/**
 * The inner products among the pairs of a {@link LimitedMemory} and a gradient: the two-loop recursion needs nothing else
 * of the vectors. It runs on coefficients; what is left are two passes over memory, one for the inner products with the
 * gradient, one for the linear combination, some 4mn doubles in place of 8mn.
 *
 * <p>The direction d = −Hg is tested by the equation that H has to satisfy, Hy = s for the newest pair: yᵀd = −sᵀg.
 *
 * <p>Source: Chen, Wang and Zhou (2014), Large-scale L-BFGS using MapReduce, NIPS 27, Algorithm 3. Of the products among
 * steps alone it needs none; those with y = g⁺ − g are differences of those with g⁺ and g, unless y is so much shorter
 * than these that rounding would be seen.
 *
 * @param sy sᵢᵀyⱼ where j is as new as i or newer, m × m by the rows of the memory
 * @param yy yᵢᵀyⱼ, m × m
 * @param sg sᵢᵀg, length m
 * @param yg yᵢᵀg, length m
 * @param gg gᵀg
 */
public record Gram(double[][] sy, double[][] yy, double[] sg, double[] yg, double gg) {
    /** How much shorter than its gradients y may be for differences of their products. */
    private static final double SHORT = 1e-3;

    /** How far Hy may be from s, relative to ‖y‖ and the length |gᵀd|/‖g‖ of d along g. */
    private static final double TOLERANCE = 1e-9;

    static Gram empty(int m) {
        return new Gram(new double[m][m], new double[m][m], new double[m], new double[m], 0);
    }

    /**
     * The products with a gradient, and those of the newest pair if it is fresh.
     *
     * @param memory the pairs
     * @param g the gradient, length n
     * @param goesOn whether the newest pair goes from the gradient of these products to this one
     * @param parallel who does the work
     */
    Gram at(LimitedMemory memory, double[] g, boolean goesOn, Parallel parallel) {
        int size = memory.size();
        double[] products = MultiVector.dots(memory.rows(g), g, parallel);
        Gram next = new Gram(copy(sy), copy(yy), new double[sg.length], new double[yg.length], products[2 * size]);
        for (int k = 0; k < size; k++) {
            next.sg[memory.row(k)] = products[k];
            next.yg[memory.row(k)] = products[size + k];
        }
        if (memory.fresh() && size > 1) {
            next.learn(memory, goesOn && isLong(memory, next) ? this : null, parallel);
        }
        return next;
    }

    private boolean isLong(LimitedMemory memory, Gram next) {
        double yy = this.yy[memory.newest()][memory.newest()];
        double scale = memory.scale();
        return yy >= scale * scale * SHORT * SHORT * Math.max(gg, next.gg);
    }

    /** Takes the products of the newest y with the older pairs: as differences from those before, or as they are. */
    private void learn(LimitedMemory memory, Gram before, Parallel parallel) {
        int size = memory.size();
        int newest = memory.newest();
        double[] products =
                before == null ? MultiVector.dots(memory.rows(), memory.y()[newest], parallel) : new double[0];
        for (int k = 1; k < size; k++) {
            int i = memory.row(k);
            sy[i][newest] = before == null ? products[k] : memory.scale() * (sg[i] - before.sg[i]);
            yy[i][newest] = before == null ? products[size + k] : memory.scale() * (yg[i] - before.yg[i]);
            yy[newest][i] = yy[i][newest];
        }
    }

    private static double[][] copy(double[][] a) {
        double[][] b = a.clone();
        for (int i = 0; i < b.length; i++) {
            b[i] = a[i].clone();
        }
        return b;
    }

    /**
     * d = −Hg.
     *
     * @param d receives the direction, length n, <em>modified</em>
     * @return gᵀd; NaN if rounding has spoilt it
     */
    double direction(LimitedMemory memory, double[] g, double[] d, Parallel parallel) {
        int size = memory.size();
        double gamma = memory.gamma();
        double[] rho = memory.rho();
        double[] c = new double[2 * size]; // −d = γg + Σ c·s + Σ c·y, the newest pair first
        double[] alpha = new double[size];
        for (int k = 0; k < size; k++) {
            int i = memory.row(k);
            double q = sg[i];
            for (int l = 0; l < k; l++) {
                q -= alpha[l] * sy[i][memory.row(l)];
            }
            alpha[k] = rho[i] * q;
            c[size + k] = -gamma * alpha[k];
        }
        for (int k = size - 1; k >= 0; k--) {
            int i = memory.row(k);
            double r = gamma * yg[i];
            for (int l = 0; l < size; l++) {
                r += c[size + l] * yy[i][memory.row(l)];
            }
            for (int l = size - 1; l > k; l--) {
                r += c[l] * sy[memory.row(l)][i];
            }
            c[k] = alpha[k] - rho[i] * r;
        }
        Vectors.scale(-1, c);
        int newest = memory.newest();
        double[][] tested = {memory.y()[newest], g};
        double[] products = MultiVector.combine(-gamma, g, c, memory.rows(), d, tested, parallel);
        double slope = products[1];
        boolean right =
                Math.abs(products[0] + sg[newest]) <= TOLERANCE * Math.sqrt(yy[newest][newest] / gg) * Math.abs(slope);
        return right ? slope : Double.NaN;
    }
}
