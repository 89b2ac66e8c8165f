package org.hesse.method.newton;

/** How well an inexact Newton method solves its linear systems: η in ‖∇²f·p + ∇f‖ ≤ η‖∇f‖, at most ½. */
public enum Forcing {
    /**
     * η = γ(‖g‖/‖g₋₁‖)^α with γ = 0.9 and α = (1 + √5)/2, at least γη₋₁^α where that is above 0.1: of order α in the limit,
     * and no system is solved much better than the one before was worth. It does not depend on the scale of f.
     *
     * <p>Source: Eisenstat and Walker (1996), SIAM J. Scientific Computing 17(1), 16–32, choice 2 with its safeguard.
     */
    EISENSTAT_WALKER {
        @Override
        double next(double norm, double normBefore, double etaBefore) {
            double eta = GAMMA * Math.pow(norm / normBefore, ALPHA);
            double safeguard = GAMMA * Math.pow(etaBefore, ALPHA);
            return Math.min(MOST, safeguard > THRESHOLD ? Math.max(eta, safeguard) : eta);
        }
    },
    /** η = min(½, √‖g‖): of order 3/2. Source: Nocedal and Wright (2006), Numerical Optimization, Algorithm 7.1. */
    SQUARE_ROOT {
        @Override
        double next(double norm, double normBefore, double etaBefore) {
            return Math.min(MOST, Math.sqrt(norm));
        }
    };

    /** η of the first step, and the greatest. */
    static final double MOST = 0.5;

    private static final double GAMMA = 0.9;
    private static final double ALPHA = (1 + Math.sqrt(5)) / 2;
    private static final double THRESHOLD = 0.1;

    /**
     * The next forcing term.
     *
     * @param norm ‖g‖
     * @param normBefore ‖g₋₁‖ a step before
     * @param etaBefore η₋₁
     */
    abstract double next(double norm, double normBefore, double etaBefore);
}
