package org.hesse.objective;

/** The kinds of evaluation that are counted. */
public enum Work {
    /** A value f(x), or a residual vector, without derivatives. */
    VALUE,
    /** A gradient ∇f(x) with its value, or a Jacobian with its residuals. */
    GRADIENT,
    /** A Hessian-vector product ∇²f(x)·v. */
    PRODUCT,
    /** A dense or sparse Hessian ∇²f(x). */
    HESSIAN
}
