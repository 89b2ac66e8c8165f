package org.hesse.hipparchus.opaque;

import org.hesse.method.Hyperparameters;

/** The two tolerances of Hipparchus's tests on values. */
final class Tolerances {
    static final double RELATIVE = 1e-14;
    static final double ABSOLUTE = 1e-30;

    private Tolerances() {}

    /** Below 2ε Hipparchus refuses in one class, and never ends in others. */
    static void check(String method, double relative, double absolute) {
        Hyperparameters.check(relative >= 1e-15 && relative < 1, method, "relative", relative, "1e-15 <= relative < 1");
        Hyperparameters.positive(method, "absolute", absolute);
    }
}
