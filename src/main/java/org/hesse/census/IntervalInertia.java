package org.hesse.census;

import java.util.OptionalInt;
import org.hesse.autodiff.interval.Boxes;
import org.hesse.autodiff.interval.Interval;
import org.hesse.linear.Spectrum;

/**
 * The number of negative eigenvalues that all symmetric matrices of an enclosure H have in common. With V the eigenvectors
 * of the middle, each divided by √|λ|, VᵀHV is nearly a matrix of ±1; if its Gershgorin discs avoid 0 it is regular, so V
 * is, and by Sylvester's law of inertia the signs of its diagonal are those of H's eigenvalues: V need not be orthogonal.
 *
 * <p>Source: Golub and Van Loan, Matrix Computations, 4th edition, theorems 7.2.1 and 8.1.17.
 */
final class IntervalInertia {
    private IntervalInertia() {}

    /**
     * Counts.
     *
     * @param h a symmetric enclosure, n × n
     * @return the index; empty if the enclosure is too wide to tell, or not finite
     */
    static OptionalInt index(Interval[][] h) {
        int n = h.length;
        double[][] middle = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (!h[i][j].isFinite()) {
                    return OptionalInt.empty();
                }
                middle[i][j] = h[i][j].midpoint();
            }
        }
        Interval[][] s = congruent(h, Spectrum.of(middle));
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

    private static Interval[][] congruent(Interval[][] h, Spectrum spectrum) {
        int n = h.length;
        double[][] rows = new double[n][n];
        for (int k = 0; k < n; k++) {
            double size = Math.sqrt(Math.abs(spectrum.values()[k]));
            for (int i = 0; i < n; i++) {
                rows[k][i] = spectrum.vectors()[k][i] / (size > 0 ? size : 1);
            }
        }
        Interval[][] half = transposed(Boxes.times(rows, h)); // HᵀV = HV
        return Boxes.times(rows, half);
    }

    private static Interval[][] transposed(Interval[][] a) {
        Interval[][] t = new Interval[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                t[j][i] = a[i][j];
            }
        }
        return t;
    }
}
