package org.hesse.critical;

import java.util.OptionalInt;
import org.hesse.autodiff.interval.Boxes;
import org.hesse.autodiff.interval.Interval;
import org.hesse.linear.Spectrum;

/**
 * The number of negative eigenvalues that all symmetric matrices of an enclosure H have in common. With V the eigenvectors
 * of the middle, scaled to a diagonal of ±1, each divided by √|λ|, VᵀHV is nearly a matrix of ±1; if its Gershgorin discs avoid 0 it is regular, so V
 * is, and by Sylvester's law of inertia the signs of its diagonal are those of H's eigenvalues: V need not be orthogonal.
 *
 * <p>Source: Golub and Van Loan, Matrix Computations, 4th edition, theorems 7.2.1 and 8.1.17.
 */
public final class IntervalInertia {
    private IntervalInertia() {}

    /**
     * Counts.
     *
     * @param h a symmetric enclosure, n × n
     * @return the index; empty if the enclosure is too wide to tell, or not finite
     */
    public static OptionalInt index(Interval[][] h) {
        int n = h.length;
        double[] scales = new double[n];
        for (int i = 0; i < n; i++) {
            double row = 0;
            for (int j = 0; j < n; j++) {
                if (!h[i][j].isBounded()) {
                    return OptionalInt.empty();
                }
                row = Math.max(row, h[i][j].magnitude());
            }
            double size = h[i][i].magnitude() > 0 ? h[i][i].magnitude() : row;
            scales[i] = size > 0 ? 1 / Math.sqrt(size) : 1;
        }
        Interval[][] s = congruent(h, scales);
        int negative = 0;
        for (int i = 0; i < n; i++) {
            Interval beside = Interval.ZERO;
            for (int j = 0; j < n; j++) {
                beside = j == i ? beside : beside.add(s[i][j].magnitude());
            }
            if (!(s[i][i].mignitude() > beside.hi())) {
                return OptionalInt.empty();
            }
            negative += s[i][i].hi() < 0 ? 1 : 0;
        }
        return OptionalInt.of(negative);
    }

    private static Interval[][] congruent(Interval[][] h, double[] scales) {
        int n = h.length;
        double[][] middle = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                middle[i][j] = h[i][j].midpoint() * scales[i] * scales[j];
            }
        }
        Spectrum spectrum = Spectrum.of(middle);
        double[][] rows = new double[n][n];
        for (int k = 0; k < n; k++) {
            double size = Math.sqrt(Math.abs(spectrum.values()[k]));
            for (int i = 0; i < n; i++) {
                rows[k][i] = scales[i] * spectrum.vectors()[k][i] / (size > 0 ? size : 1);
            }
        }
        Interval[][] half = Enclosures.transposed(Boxes.times(rows, h)); // HᵀV = HV
        return Boxes.times(rows, half);
    }
}
