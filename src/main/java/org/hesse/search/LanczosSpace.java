package org.hesse.search;

import java.util.Arrays;
import org.hesse.linear.Vectors;

/**
 * A growing Krylov space of a symmetric H with a preconditioner M: v₁, v₂, … with vᵢᵀMvⱼ = δᵢⱼ and VᵀHV tridiagonal, with
 * full reorthogonalisation, done twice.
 *
 * <p>Source: Conn, Gould and Toint (2000), Trust-Region Methods, Algorithm 5.2.2, preconditioned as in section 5.2.4.
 */
final class LanczosSpace {
    private static final double ROUNDINGS = 100;

    private final Preconditioning.Preconditioned system;
    private double[] t; // the next u, not yet of unit length
    private double[] z; // M⁻¹t
    private double[][] u; // uᵢ = Mvᵢ
    private int size;
    double[][] v;
    double[] alpha;
    double[] beta; // beta[k − 1] couples the k-th and the next

    LanczosSpace(Preconditioning.Preconditioned system, int most) {
        this.system = system;
        u = new double[most][];
        v = new double[most][];
        alpha = new double[most];
        beta = new double[most];
    }

    int size() {
        return size;
    }

    /**
     * Goes on from a vector, made orthogonal to the space.
     *
     * @param start length n, not modified
     * @return its length √(tᵀM⁻¹t) then; NaN if M is not positive definite
     */
    double begin(double[] start) {
        t = start.clone();
        z = new double[t.length];
        orthogonalise();
        orthogonalise();
        return length();
    }

    private double length() {
        system.inverse().times(t, z);
        return Math.sqrt(Vectors.dot(t, z));
    }

    /**
     * Takes one vector more, by a product.
     *
     * @param length that of the present t, positive
     * @return the length of the next, 0 where the space has an end; NaN if H is not finite
     */
    double grow(double length) {
        Vectors.scale(1 / length, t);
        Vectors.scale(1 / length, z);
        u[size] = t;
        v[size] = z;
        t = new double[u[size].length];
        z = new double[u[size].length];
        system.matrix().times(v[size], t);
        double product = Vectors.norm(t);
        alpha[size] = Vectors.dot(v[size], t);
        size++;
        orthogonalise();
        orthogonalise();
        double next = length();
        boolean rounding = Vectors.norm(t) <= ROUNDINGS * Math.ulp(1.0) * product;
        beta[size - 1] = rounding ? 0 : next;
        return Double.isNaN(alpha[size - 1]) ? Double.NaN : beta[size - 1];
    }

    private void orthogonalise() {
        for (int i = 0; i < size; i++) {
            Vectors.axpy(-Vectors.dot(v[i], t), u[i], t);
        }
    }

    /** α, β and the vectors, in rows. */
    double[][] kept(double gamma) {
        double[][] rows = new double[3 + size][];
        rows[0] = new double[] {gamma};
        rows[1] = Arrays.copyOf(alpha, size);
        rows[2] = Arrays.copyOf(beta, size);
        System.arraycopy(v, 0, rows, 3, size);
        return rows;
    }
}
