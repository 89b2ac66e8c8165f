package org.hesse.run;

import java.util.Locale;
import java.util.Optional;
import org.hesse.io.Numbers;

/** Says when a run has reached its goal. It is asked after every measurement of the whole objective. */
@FunctionalInterface
public interface StoppingRule {
    /** Never. */
    StoppingRule NEVER = trace -> Optional.empty();

    /**
     * Tests.
     *
     * @param trace the measurements so far, at least one
     * @return the status to end with, or empty to go on
     */
    Optional<Status> test(Trace trace);

    /**
     * Either of two rules.
     *
     * @param other the rule to ask if this one does not hold
     * @return the rule
     */
    default StoppingRule or(StoppingRule other) {
        return trace -> test(trace).or(() -> other.test(trace));
    }

    /**
     * ‖∇f‖∞ ≤ tolerance, with bounds or a penalty that of the proximal gradient ({@link Row#gradientNorm}).
     *
     * @param tolerance at least 0
     * @return the rule
     */
    static StoppingRule gradientNorm(double tolerance) {
        checkTolerance("gradientNorm", tolerance);
        return trace -> {
            double norm = trace.current().gradientNorm();
            return norm <= tolerance
                    ? Optional.of(Status.converged(
                            String.format(Locale.ROOT, "|g|=%.2g<=%s", norm, Numbers.brief(tolerance))))
                    : Optional.empty();
        };
    }

    /**
     * f ≤ target.
     *
     * @param target the value to reach
     * @return the rule
     */
    static StoppingRule valueAtMost(double target) {
        return trace -> {
            double value = trace.current().value();
            return value <= target
                    ? Optional.of(Status.converged("f=" + Numbers.precise(value) + "<=" + Numbers.precise(target)))
                    : Optional.empty();
        };
    }

    /**
     * The value changed by at most tolerance·max(1, |f|) between two measurements of the whole objective, by a step of
     * positive length (at the start of a warm-up it is 0). A weak test: small steps pass it too.
     *
     * @param tolerance at least 0
     * @return the rule
     */
    static StoppingRule relativeChange(double tolerance) {
        checkTolerance("relativeChange", tolerance);
        return trace -> {
            if (trace.previous() == null || trace.current().length() == 0) {
                return Optional.empty();
            }
            double value = trace.current().value();
            double change = Math.abs(value - trace.previous().value()) / Math.max(1, Math.abs(value));
            return change <= tolerance
                    ? Optional.of(Status.converged(
                            String.format(Locale.ROOT, "|df|=%.2g<=%s", change, Numbers.brief(tolerance))))
                    : Optional.empty();
        };
    }

    private static void checkTolerance(String rule, double tolerance) {
        if (!(tolerance >= 0)) {
            throw new IllegalArgumentException(rule + ": tolerance = " + tolerance + ", expected a number >= 0");
        }
    }
}
