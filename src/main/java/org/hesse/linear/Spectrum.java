package org.hesse.linear;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ojalgo.matrix.decomposition.Eigenvalue;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.RawStore;

/**
 * The eigenvalues and eigenvectors of a symmetric matrix, with what they leave over: A·vₖ − λₖ·vₖ.
 *
 * <p>By ojAlgo: Householder tridiagonalisation and implicit QL (the tred2 and tql2 of EISPACK). Cost about 9n³, values
 * alone 4n³/3; the backward error is below nε‖A‖.
 *
 * @param values the eigenvalues λ, ascending
 * @param vectors the unit eigenvectors: vₖ is row k
 * @param residuals ‖A·vₖ − λₖ·vₖ‖₂ for each k
 * @param asymmetry ‖A − Aᵀ‖/2 in the Frobenius norm, before A was symmetrised
 */
public record Spectrum(double[] values, double[][] vectors, double[] residuals, double asymmetry) {
    /**
     * Decomposes the symmetric part (A + Aᵀ)/2 of a matrix.
     *
     * @param a n rows of length n, finite, not modified
     * @return all eigenpairs
     * @throws IllegalArgumentException if the matrix is not square or has an entry that is not finite
     */
    public static Spectrum of(double[][] a) {
        if (a.length == 0) {
            return new Spectrum(new double[0], a, new double[0], 0);
        }
        double asymmetry = asymmetry(a);
        double[][] s = symmetricPart(a);
        int n = s.length;
        Eigenvalue<Double> solver = Eigenvalue.R064.make(n, true);
        solver.decompose(RawStore.wrap(s));
        double[] unsorted = new double[n];
        solver.getEigenvalues(unsorted, Optional.empty());
        MatrixStore<Double> columns = solver.getV();
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> unsorted[k]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] values = new double[n];
        double[][] vectors = new double[n][n];
        double[] residuals = new double[n];
        for (int k = 0; k < n; k++) {
            values[k] = unsorted[order[k]];
            for (int i = 0; i < n; i++) {
                vectors[k][i] = columns.doubleValue(i, order[k]);
            }
            residuals[k] = residual(s, values[k], vectors[k]);
        }
        return new Spectrum(values, vectors, residuals, asymmetry);
    }

    /**
     * The eigenvalues of the symmetric part of a matrix.
     *
     * @param a n rows of length n, finite, not modified
     * @return the eigenvalues, ascending
     * @throws IllegalArgumentException if the matrix is not square or has an entry that is not finite
     */
    public static double[] valuesOf(double[][] a) {
        double[][] s = symmetricPart(a);
        Eigenvalue<Double> solver = Eigenvalue.R064.make(s.length, true);
        solver.computeValuesOnly(RawStore.wrap(s));
        double[] values = new double[s.length];
        solver.getEigenvalues(values, Optional.empty());
        Arrays.sort(values);
        return values;
    }

    /**
     * The spectral norm.
     *
     * @return ‖A‖₂ = max |λ|, 0 if there are no eigenvalues
     */
    public double norm() {
        return Vectors.normInf(values);
    }

    private static double residual(double[][] s, double lambda, double[] v) {
        double[] r = new double[v.length];
        for (int i = 0; i < r.length; i++) {
            r[i] = Vectors.dot(s[i], v) - lambda * v[i];
        }
        return Vectors.norm(r);
    }

    /**
     * How far a matrix is from symmetric.
     *
     * @param a n rows of length n, finite, not modified
     * @return ‖A − Aᵀ‖/2 in the Frobenius norm
     * @throws IllegalArgumentException if the matrix is not square or has an entry that is not finite
     */
    public static double asymmetry(double[][] a) {
        double[] d = new double[a.length];
        double[] column = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            checkRow(a, i);
            for (int j = 0; j < i; j++) {
                column[j] = a[i][j] / 2 - a[j][i] / 2;
            }
            d[i] = Vectors.norm(column) * Math.sqrt(2); // the row i of the lower half so far, and its mirror image
            Arrays.fill(column, 0);
        }
        return Vectors.norm(d);
    }

    /**
     * The symmetric part of a matrix.
     *
     * @param a n rows of length n, finite, not modified
     * @return (A + Aᵀ)/2, a new matrix
     * @throws IllegalArgumentException if the matrix is not square or has an entry that is not finite
     */
    public static double[][] symmetricPart(double[][] a) {
        int n = a.length;
        double[][] s = new double[n][n];
        for (int i = 0; i < n; i++) {
            checkRow(a, i);
            for (int j = 0; j <= i; j++) {
                s[i][j] = a[i][j] / 2 + a[j][i] / 2;
                s[j][i] = s[i][j];
            }
        }
        return s;
    }

    private static void checkRow(double[][] a, int i) {
        if (a[i].length != a.length) {
            throw new IllegalArgumentException("matrix row " + i + " has " + a[i].length + " entries: expected "
                    + a.length + ", the number of rows");
        }
        for (int j = 0; j < a.length; j++) {
            if (!Double.isFinite(a[i][j])) {
                throw new IllegalArgumentException(
                        "matrix entry in row " + i + ", column " + j + " is " + a[i][j] + ": expected a finite number");
            }
        }
    }

    @Override
    public String toString() {
        return "Spectrum" + Arrays.toString(values);
    }
}
