package org.hesse.objective;

/** What kind of point a point is. */
public enum Kind {
    /** A local minimum: critical, and no direction descends. */
    MINIMUM,
    /** A local maximum: critical, and no direction ascends. */
    MAXIMUM,
    /** A saddle: critical, with directions that ascend and directions that descend. */
    SADDLE,
    /** Critical, but some eigenvalues are zero within their error, and those that are not do not decide. */
    DEGENERATE,
    /** Not a critical point. */
    NOT_CRITICAL,
    /** What is known does not decide. */
    UNDECIDED
}
