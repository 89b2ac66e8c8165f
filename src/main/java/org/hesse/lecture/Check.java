package org.hesse.lecture;

import org.hesse.io.Numbers;

/**
 * A part of a claim with the number that decides it.
 *
 * @param where the case, such as {@code batch 8}; the checks of one case stand or fall together
 * @param what what was measured
 * @param measured the number; NaN fails
 * @param low the least that the claim allows; −∞ if there is no such bound
 * @param high the most that it allows; ∞ if there is no such bound
 */
public record Check(String where, String what, double measured, double low, double high) {
    /** Checks that the range is one. */
    public Check {
        if (!(low <= high)) {
            throw new IllegalArgumentException(
                    "check \"" + what + "\": range from " + low + " to " + high + ", expected low <= high");
        }
    }

    /**
     * Whether the claim holds here.
     *
     * @return whether the number lies in the range
     */
    public boolean passes() {
        return low <= measured && measured <= high;
    }

    /**
     * The range as text.
     *
     * @return such as {@code ≥ 2}
     */
    public String expected() {
        if (low == high) {
            return Numbers.rounded(low, 4);
        } else if (high == Double.POSITIVE_INFINITY) {
            return "≥ " + Numbers.rounded(low, 4);
        } else if (low == Double.NEGATIVE_INFINITY) {
            return "≤ " + Numbers.rounded(high, 4);
        }
        return Numbers.rounded(low, 4) + " to " + Numbers.rounded(high, 4);
    }
}
