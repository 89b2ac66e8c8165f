package org.hesse.critical;

/** How well an answer is known. */
public enum Evidence {
    /** Proved: every bound holds whatever the rounding, by interval arithmetic. */
    CERTIFIED,
    /** By error estimates, measured noise or samples: right unless they are unlucky. */
    NUMERICAL,
    /** Not known; what blocks is named. */
    UNDECIDED
}
