package org.hesse.method.newton;

import org.hesse.linear.ChengHigham;
import org.hesse.linear.ModifiedCholesky;

/** How a dense Hessian that is not safely positive definite is made so: H + E, with E = 0 where it is. */
public enum Modification {
    /** E diagonal, such that the factor's elements are bounded: {@link ModifiedCholesky#of(double[][])}. */
    GILL_MURRAY_WRIGHT {
        @Override
        double[] solve(double[][] h, double[] b) {
            return ModifiedCholesky.of(h).solve(b);
        }
    },
    /** E diagonal and small: {@link ModifiedCholesky#schnabelEskow}. */
    SCHNABEL_ESKOW {
        @Override
        double[] solve(double[][] h, double[] b) {
            return ModifiedCholesky.schnabelEskow(h).solve(b);
        }
    },
    /** By Bunch and Kaufman's factors, where eigenvalues below δ become δ: {@link ChengHigham}. */
    CHENG_HIGHAM {
        @Override
        double[] solve(double[][] h, double[] b) {
            return ChengHigham.of(h, false).solve(b);
        }
    },
    /** By Bunch and Kaufman's factors, where negative eigenvalues change their sign: {@link ChengHigham}. */
    MIRRORED {
        @Override
        double[] solve(double[][] h, double[] b) {
            return ChengHigham.of(h, true).solve(b);
        }
    };

    /**
     * Solves (H + E)·x = b.
     *
     * @param h n rows of length n, finite, symmetric; not modified
     * @param b length n, not modified
     * @return x
     */
    abstract double[] solve(double[][] h, double[] b);
}
