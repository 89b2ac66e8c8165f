package org.hesse.critical;

import org.hesse.autodiff.interval.Boxes;
import org.hesse.autodiff.interval.Interval;

/**
 * What is proved of the eigenvalues of every symmetric matrix in an interval matrix.
 *
 * <p>With approximate eigenvectors as the rows of V, A = V·H·Vᵀ is almost diagonal and G = V·Vᵀ almost 1. By Ostrowski λₖ(A)
 * = θₖλₖ(H) with θₖ between the extreme eigenvalues of G (Horn and Johnson, Matrix Analysis, 2nd edition, theorem 4.5.9), and
 * by Weyl λₖ(A) is within ‖A − D‖ of the diagonal D. Three products of matrices of intervals.
 *
 * @param negative how many eigenvalues are negative for certain
 * @param positive how many are positive for certain
 * @param least a lower bound of min |λ|, 0 if some sign is not known
 */
record EigenvalueBounds(int negative, int positive, double least) {
    static EigenvalueBounds of(Interval[][] h, double[][] vectors) {
        int n = h.length;
        Interval[][] a = Boxes.times(vectors, Enclosures.transposed(Boxes.times(vectors, h)));
        Interval[][] g = Boxes.times(vectors, Enclosures.transposed(Enclosures.of(vectors)));
        double[] diagonal = new double[n];
        for (int k = 0; k < n; k++) {
            diagonal[k] = a[k][k].midpoint();
            a[k][k] = a[k][k].subtract(diagonal[k]);
            g[k][k] = g[k][k].subtract(1);
        }
        double apart = Enclosures.norm(a);
        double skew = Enclosures.norm(g);
        int negative = 0;
        int positive = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (double d : diagonal) {
            negative += d < -apart ? 1 : 0;
            positive += d > apart ? 1 : 0;
            smallest = Math.min(smallest, Math.abs(d));
        }
        if (!(skew < 1)) {
            return new EigenvalueBounds(0, 0, 0);
        }
        Interval least = Interval.of(smallest).subtract(apart).divide(Interval.ONE.add(skew));
        return new EigenvalueBounds(negative, positive, negative + positive == n ? Math.max(0, least.lo()) : 0);
    }
}
