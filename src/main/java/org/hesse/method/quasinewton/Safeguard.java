package org.hesse.method.quasinewton;

/** What keeps the approximation positive definite where sᵀy is not safely positive. */
public enum Safeguard {
    /** The pair is left out where sᵀy is not positive, or lost in rounding. */
    SKIP,
    /**
     * y is drawn towards Bs so far that sᵀy is 0.2·sᵀBs, where it is less: Powell (1978), Nocedal and Wright (2006),
     * Procedure 18.2. Bs is −αg, for the step was αd with Bd = −g.
     */
    DAMP,
    /** The pair is left out where sᵀy &lt; 1e-4‖g‖·sᵀs, too: Li and Fukushima (2001), SIAM J. Optimization 11, (2.10). */
    CAUTIOUS
}
