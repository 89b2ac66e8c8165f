package org.hesse.method.firstorder;

/** Where the small number ε that keeps a scaled step finite is added: libraries differ, and so do their iterates. */
public enum Epsilon {
    /** m̂/(√v̂ + ε), after the bias correction, as in the paper of Adam and in PyTorch; without correction g/(√v + ε). */
    OUTSIDE_ROOT,
    /** m̂/√(v̂ + ε), under the root; without correction g/√(v + ε). */
    INSIDE_ROOT,
    /**
     * The ε̂ of TensorFlow and of the remark before section 2.1 of Adam's paper: √v before the bias correction, so that
     * m̂/((√v + ε)/√(1 − β₂ᵏ)): worth ε/√(1 − β₂) at first, 31.6 times as much. Without correction as
     * {@link #OUTSIDE_ROOT}.
     */
    BEFORE_CORRECTION;

    /**
     * What a step is divided by.
     *
     * @param v the second moment, before its correction
     * @param correction c = 1 − β₂ᵏ, so that v̂ = v/c; 1 where none is made
     * @param eps ε
     * @return √v̂ with ε in its place
     */
    double root(double v, double correction, double eps) {
        switch (this) {
            case INSIDE_ROOT:
                return Math.sqrt(v / correction + eps);
            case BEFORE_CORRECTION:
                return (Math.sqrt(v) + eps) / Math.sqrt(correction);
            default:
                return Math.sqrt(v / correction) + eps;
        }
    }
}
