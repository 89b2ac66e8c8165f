package org.hesse.census;

import org.hesse.objective.Box;
import org.hesse.objective.Objective;

/** What a census asks of its box. */
final class Boxed {
    private Boxed() {}

    /** The box in the order of the variables of f; a function of one vector takes the order of the box. */
    static Box of(Objective f, Box box) {
        int n = f.dimension();
        if (box.lower().length != n) {
            throw new IllegalArgumentException("census: a box of " + box.lower().length + " variables, expected " + n
                    + ": " + f.layout().shown());
        }
        boolean unnamed = f.layout().blocks().size() == 1
                && !box.names().contains(f.layout().name(0));
        Box own = unnamed ? box : box.in(f.layout());
        for (int i = 0; i < n; i++) {
            if (!(own.lower()[i] < own.upper()[i])) {
                throw new IllegalArgumentException("census: box " + own.names().get(i) + " = " + own.lower()[i] + ":"
                        + own.upper()[i] + ", expected lower < upper");
            }
        }
        return own;
    }

    /** Checks that a census is of this function, and of this box or a smaller one in it. */
    static void within(Census before, Objective f, Box box) {
        if (!before.function().equals(f.toString())) {
            throw new IllegalArgumentException(
                    "census: of " + before.function() + ", expected to go on with one of " + f);
        }
        Region own = Region.of(box);
        if (!own.holds(before.box().lower(), 0) || !own.holds(before.box().upper(), 0)) {
            throw new IllegalArgumentException("census: of the box " + before.box()
                    + ", expected to go on in that box or" + " a larger one around it; given " + own);
        }
    }
}
