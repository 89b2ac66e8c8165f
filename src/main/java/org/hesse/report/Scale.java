package org.hesse.report;

import java.util.ArrayList;
import java.util.List;

/**
 * An axis: from numbers to places.
 *
 * @param low the number at {@code from}; its logarithm if {@code log}
 * @param high the number at {@code to}; its logarithm if {@code log}
 * @param from a place
 * @param to another
 * @param log whether places go by the logarithm to base ten
 */
record Scale(double low, double high, double from, double to, boolean log) {
    /** A logarithmic axis over whole powers of ten that hold both numbers. */
    static Scale decades(double low, double high, double from, double to) {
        double first = Math.floor(Math.log10(low));
        return new Scale(first, Math.max(first + 1, Math.ceil(Math.log10(high))), from, to, true);
    }

    /** The place of a number, at the end of the axis if it lies beyond. */
    double at(double x) {
        double t = log ? (x > 0 ? Math.log10(x) : low) : x;
        return from + (to - from) * (Math.max(low, Math.min(high, t)) - low) / (high - low);
    }

    /** Round numbers, about {@code count} of them; powers of ten on a logarithmic axis. */
    List<Double> ticks(int count) {
        double step;
        if (log) {
            step = Math.max(1, Math.ceil((high - low) / count));
        } else {
            double rough = (high - low) / count;
            double power = Math.pow(10, Math.floor(Math.log10(rough)));
            double digit = rough / power;
            step = power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
        }
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step); i * step <= high * (1 + 1e-12); i++) {
            ticks.add(log ? Math.pow(10, i * step) : i * step);
        }
        return ticks;
    }
}
