package org.hesse.linear;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * The Krylov space of a symmetric matrix and a vector b, and functions of the matrix in it: φ(A)b ≈ ‖b‖·V·φ(T)e₁, where V
 * is Lanczos's orthonormal basis and T = VᵀAV. With as many vectors as b has eigenvectors of distinct eigenvalues it is
 * exact.
 *
 * <p>Source: Higham, Functions of Matrices (2008), (13.5) and algorithm 13.4, with full reorthogonalisation, done twice.
 *
 * @param basis the rows of Vᵀ, of length n
 * @param projected the eigenpairs of T
 * @param norm ‖b‖
 */
public record KrylovSpace(double[][] basis, Spectrum projected, double norm) {
    /**
     * Spans the space.
     *
     * @param a the matrix A, symmetric
     * @param b length n, not modified
     * @param most the largest number of vectors, at least 1; fewer where the space is exhausted
     * @return the space; empty, with a norm that is NaN, where b or a product is not finite; empty, too, for b = 0
     */
    public static KrylovSpace of(LinearMap a, double[] b, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("most " + most + " vectors: expected at least 1");
        }
        int n = b.length;
        double norm = Vectors.norm(b);
        double[][] v = new double[Math.min(most, n)][];
        double[][] t = new double[v.length][v.length];
        double[] next = b.clone();
        double beta = norm;
        double size = 0; // of T
        int k = 0;
        while (k < v.length && beta > size * n * Math.ulp(1.0)) {
            Vectors.scale(1 / beta, next);
            v[k] = next;
            next = new double[n];
            a.times(v[k], next);
            t[k][k] = Vectors.dot(v[k], next);
            for (int i = 0; i < 2 * (k + 1); i++) {
                double[] other = v[i % (k + 1)];
                Vectors.axpy(-Vectors.dot(other, next), other, next);
            }
            beta = Vectors.norm(next);
            size = Math.max(size, Math.abs(t[k][k]) + beta);
            k++;
            if (k < v.length) {
                t[k][k - 1] = beta;
                t[k - 1][k] = beta;
            }
        }
        if (!Double.isFinite(norm + size + beta)) {
            return new KrylovSpace(new double[0][], Spectrum.of(new double[0][]), Double.NaN);
        }
        double[][] square = new double[k][];
        for (int i = 0; i < k; i++) {
            square[i] = Arrays.copyOf(t[i], k);
        }
        return new KrylovSpace(Arrays.copyOf(v, k), Spectrum.of(square), norm);
    }

    /**
     * A function of the matrix times b.
     *
     * @param phi φ, at the eigenvalues of T
     * @return ‖b‖·V·φ(T)e₁, length n; empty if the space is
     */
    public double[] function(DoubleUnaryOperator phi) {
        double[] y = new double[basis.length == 0 ? 0 : basis[0].length];
        for (int k = 0; k < basis.length; k++) {
            double[] s = projected.vectors()[k];
            double c = norm * phi.applyAsDouble(projected.values()[k]) * s[0];
            for (int i = 0; i < basis.length; i++) {
                Vectors.axpy(c * s[i], basis[i], y);
            }
        }
        return y;
    }

    @Override
    public String toString() {
        return "Krylov space of " + basis.length + " vectors, " + projected;
    }
}
