package org.hesse.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.hesse.linear.SparseSymmetric;
import org.hesse.linear.StarColouring;
import org.hesse.linear.Vectors;
import org.hesse.objective.Hessian;
import org.junit.jupiter.api.Test;

class PreconditioningTest {
    private static final double[] R = {1, -2, 3};

    /** A tridiagonal matrix of the given diagonal, 1 beside it. */
    private static Hessian tridiagonal(double... d) {
        SparseSymmetric a = SparseSymmetric.of(
                3, new int[] {0, 1, 2, 0, 1}, new int[] {0, 1, 2, 1, 2}, new double[] {d[0], d[1], d[2], 1, 1});
        return new Hessian() {
            @Override
            public int dimension() {
                return 3;
            }

            @Override
            public void times(double[] v, double[] hv) {
                a.times(v, hv);
            }

            @Override
            public Optional<SparseSymmetric> sparse() {
                return Optional.of(a);
            }

            @Override
            public Optional<StarColouring> colouring() {
                return Optional.of(StarColouring.of(a.pattern()));
            }
        };
    }

    private static double[] inverse(Preconditioning.Preconditioned system) {
        double[] z = new double[3];
        system.inverse().times(R, z);
        return z;
    }

    @Test
    void theDiagonalIsTakenPositiveAndNotTooSmall() {
        Preconditioning.Preconditioned system = Preconditioning.DIAGONAL.of(tridiagonal(4, -8, 0));
        assertThat(inverse(system)).containsExactly(new double[] {0.25, -0.25, 3 / (1e-8 * 8)}, within(1e-6));
        assertThat(inverse(Preconditioning.DIAGONAL.of(tridiagonal(0, 0, 0)))).containsExactly(R);
        assertThat(system.products())
                .isEqualTo(StarColouring.of(
                                tridiagonal(4, -8, 0).sparse().orElseThrow().pattern())
                        .colours())
                .isPositive();
    }

    /** Of a tridiagonal matrix the incomplete factors are complete. */
    @Test
    void incompleteFactorsSolve() {
        Hessian h = tridiagonal(4, 5, 6);
        double[] back = new double[3];
        h.times(inverse(Preconditioning.CHOLESKY.of(h)), back);
        assertThat(back).containsExactly(R, within(1e-12));
    }

    @Test
    void nothingIsDoneWhereNothingIsAskedOrKnown() {
        assertThat(inverse(Preconditioning.NONE.of(tridiagonal(4, 5, 6)))).containsExactly(R);
        Preconditioning.Preconditioned unknown = Preconditioning.DIAGONAL.of((Hessian) new Hessian() {
            @Override
            public int dimension() {
                return 3;
            }

            @Override
            public void times(double[] v, double[] hv) {
                System.arraycopy(v, 0, hv, 0, 3);
            }
        });
        assertThat(inverse(unknown)).containsExactly(R);
        assertThat(unknown.products()).isZero();
    }

    /** zᵀ(cM)z = zᵀz for z = (cM)⁻¹g. */
    @Test
    void theFirstDirectionIsAsLongInBothNorms() {
        for (Preconditioning p : Preconditioning.values()) {
            double[] z = inverse(p.of(tridiagonal(4, 5, 6)).scaledTo(R));
            assertThat(Vectors.dot(R, z)).as(p.name()).isCloseTo(Vectors.dot(z, z), within(1e-12));
        }
    }
}
