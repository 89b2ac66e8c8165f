package org.hesse.search;

import org.hesse.io.Numbers;

/** Range checks of schedules. */
final class Ranges {
    private Ranges() {}

    static void nonNegative(String schedule, String name, double value) {
        check(value >= 0 && value < Double.POSITIVE_INFINITY, schedule, name, value, "a finite number >= 0");
    }

    static void positive(String schedule, String name, double value) {
        check(value > 0 && value < Double.POSITIVE_INFINITY, schedule, name, value, "a finite number > 0");
    }

    static void check(boolean holds, String schedule, String name, double value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(
                    schedule + " schedule: " + name + " = " + Numbers.precise(value) + ", expected " + expected);
        }
    }
}
