package org.hesse.method.quasinewton;

/** When a dense approximation H of the inverse Hessian is multiplied by a number that fits the newest pair. */
public enum Scaling {
    /** Never: H begins as I. */
    NONE,
    /** Before its first change, by sᵀy/yᵀy: Nocedal and Wright (2006), (6.20). */
    FIRST,
    /**
     * Before each change, by sᵀy/yᵀHy, which for H = I is the step length of Barzilai and Borwein: Oren and Luenberger
     * (1974), Management Science 20, 845–862.
     */
    EACH
}
