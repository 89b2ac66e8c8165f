package org.hesse.run;

/**
 * Why a run ended.
 *
 * @param code the reason
 * @param why the test or limit that ended it, with its numbers, such as {@code |g|=2.4e-10<=1e-8}
 */
public record Status(Code code, String why) {
    /** The reasons. */
    public enum Code {
        /** A named stopping test holds. */
        CONVERGED,
        /** A budget is spent. */
        BUDGET,
        /** The method cannot go on. */
        STUCK,
        /** The method cannot go on, for the decrease that it predicts is below the noise of the objective's values. */
        AT_ROUNDOFF_FLOOR,
        /** The objective or its gradient is NaN or infinite where the method stands. */
        NOT_FINITE,
        /** The user ended it. */
        CANCELLED,
        /** The objective, or an observer, threw an exception. */
        FAILED,
        /** An algorithm with a loop of its own ended by itself, and no named test holds. */
        ENDED
    }

    /**
     * A stopping test that holds.
     *
     * @param why the test with its numbers
     * @return the status
     */
    public static Status converged(String why) {
        return new Status(Code.CONVERGED, why);
    }

    /**
     * Whether a named test holds.
     *
     * @return true for {@link Code#CONVERGED} only
     */
    public boolean isConverged() {
        return code == Code.CONVERGED;
    }

    @Override
    public String toString() {
        return why.isEmpty() ? code.toString() : code + ": " + why;
    }
}
