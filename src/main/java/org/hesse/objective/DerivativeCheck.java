package org.hesse.objective;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hesse.io.Numbers;
import org.hesse.io.Terminal;

/**
 * Whether the derivatives of an objective are those of its values: the gradient against differences of values, the
 * Hessian against differences of gradients, its symmetry, its products against its matrix, and the value that comes with
 * the gradient against the one that comes alone; at a point, and at a second one near it.
 *
 * <p>Differences carry estimates of their own error ({@link Slopes}), which follow the scale of function and variables, and
 * the measured {@link Noise}: a number is wrong if it is ten times that error away; where f is not finite, has a kink or
 * is too noisy, nothing is said. Up to 100 variables every entry is compared. Beyond, random directions are, and the
 * components at fault are found by halving, with O(log n) evaluations each.
 *
 * @param parts what was compared
 */
public record DerivativeCheck(List<Part> parts) {
    /** The most variables of which every entry is compared. */
    static final int DENSE = 100;

    private static final double JITTER = 0.1;
    private static final int HALVINGS = 8;

    /** What can be said. */
    public enum Outcome {
        /** The two agree. */
        AGREES,
        /** Differences say nothing here. */
        CANNOT_TELL,
        /** The derivative is wrong. */
        WRONG
    }

    /**
     * One comparison.
     *
     * @param what such as {@code gradient}
     * @param compared how many numbers
     * @param wrong how many of them are wrong
     * @param unclear of how many nothing can be said
     * @param atLeast whether there may be more wrong ones than were looked for
     * @param precision the largest allowed distance, relative to the largest number
     * @param worst the worst few of the wrong ones, or else of the unclear ones, or else the one number farthest away
     */
    public record Part(
            String what,
            long compared,
            long wrong,
            long unclear,
            boolean atLeast,
            double precision,
            List<Finding> worst) {
        /** Copies the list. */
        public Part {
            worst = List.copyOf(worst);
        }

        /**
         * The outcome of this comparison.
         *
         * @return WRONG if a number is, AGREES if all do
         */
        public Outcome outcome() {
            return wrong > 0 ? Outcome.WRONG : unclear > 0 ? Outcome.CANNOT_TELL : Outcome.AGREES;
        }

        /** Of a Hessian compared with differences of a wrong gradient. */
        private Part doubted() {
            return new Part(
                    what,
                    compared,
                    0,
                    wrong + unclear,
                    atLeast,
                    precision,
                    worst.stream()
                            .map(w -> w.doubted("the gradient it was compared with is wrong"))
                            .toList());
        }

        @Override
        public String toString() {
            String several = compared == 1 ? "" : " of " + compared;
            return switch (outcome()) {
                case WRONG -> (atLeast ? "at least " : "") + wrong + several + " wrong";
                case CANNOT_TELL -> "cannot tell" + (compared == 1 ? "" : " " + unclear + several);
                case AGREES -> "agrees to " + Numbers.rounded(precision, 2) + (compared == 1 ? "" : ", " + compared);
            };
        }
    }

    /** Copies the list. */
    public DerivativeCheck {
        parts = List.copyOf(parts);
    }

    /**
     * Checks: some 12 values a variable and point, for the Hessian as many gradients; beyond 100 variables some 100 of each.
     * Where something looks wrong, up to 64 more for each number.
     *
     * @param f the objective; one known by its values alone has no derivatives to check
     * @param x the point, length n, not modified
     * @return what agrees and what does not
     * @throws IllegalArgumentException if {@code f} has no gradient, or {@code x} another length
     */
    public static DerivativeCheck of(Objective f, double[] x) {
        int n = f.dimension();
        if (x.length != n) {
            throw new IllegalArgumentException("x has length " + x.length + ": expected " + n);
        }
        if (!f.hasGradient()) {
            throw new IllegalArgumentException("objective " + f + ": known by its values alone, nothing to check");
        }
        CheckPoint here = CheckPoint.of(f, x.clone(), "at the point");
        List<CheckPoint> points = new ArrayList<>(List.of(here));
        nearby(f, x).ifPresent(points::add);
        List<Part> parts = new ArrayList<>(List.of(ValueCheck.of(f, points)));
        points.removeIf(p -> !Double.isFinite(p.value()));
        if (points.isEmpty()) {
            return new DerivativeCheck(parts);
        }
        parts.add(GradientCheck.of(f, points));
        boolean wrong = parts.get(1).outcome() == Outcome.WRONG;
        f.as(Curved.class)
                .ifPresent(curved -> HessianCheck.of(f, curved, points)
                        .forEach(part -> parts.add(wrong && part.what.equals("Hessian") ? part.doubted() : part)));
        return new DerivativeCheck(parts);
    }

    /** A second point: a gradient may be right at one by chance. Nearer where f is not finite. */
    private static Optional<CheckPoint> nearby(Objective f, double[] x) {
        double jitter = JITTER;
        for (int k = 0; k < HALVINGS; k++) {
            var random = Seeds.random(5);
            double[] y = x.clone();
            for (int i = 0; i < y.length; i++) {
                y[i] += jitter * (2 * random.nextDouble() - 1) * Math.max(Math.abs(x[i]), 1);
            }
            f.domain().project(y);
            if (Double.isFinite(f.value(y))) {
                return Optional.of(CheckPoint.of(f, y, "near it"));
            }
            jitter /= 10;
        }
        return Optional.empty();
    }

    /**
     * One comparison by its name.
     *
     * @param what {@code value}, {@code gradient}, {@code Hessian}, {@code symmetry} or {@code products}
     * @return the comparison, or empty where the objective offers nothing to compare
     */
    public Optional<Part> part(String what) {
        return parts.stream().filter(p -> p.what.equals(what)).findFirst();
    }

    /**
     * The outcome of all.
     *
     * @return WRONG if a part is; AGREES if all do; otherwise CANNOT_TELL
     */
    public Outcome outcome() {
        return parts.stream().map(Part::outcome).max(Enum::compareTo).orElse(Outcome.AGREES);
    }

    /**
     * Whether nothing is known to be wrong.
     *
     * @return false if the outcome is WRONG
     */
    public boolean agrees() {
        return outcome() != Outcome.WRONG;
    }

    /**
     * The page: a line for each part, and one for each of the worst few numbers.
     *
     * @return some lines of text
     */
    public String report() {
        StringBuilder page = new StringBuilder(head()).append('\n');
        for (Part part : parts) {
            page.append(
                    String.format(Locale.ROOT, "  %-15s %s%n", part.what, part).replace("\r", ""));
            if (part.outcome() != Outcome.AGREES) {
                part.worst.forEach(
                        w -> page.append("                  ").append(w).append('\n'));
            }
        }
        return page.toString();
    }

    private String head() {
        return switch (outcome()) {
            case WRONG ->
                parts.stream()
                        .filter(p -> p.outcome() == Outcome.WRONG)
                        .map(p -> p.what.toUpperCase(Locale.ROOT))
                        .collect(Collectors.joining(", ", "WRONG ", ""));
            case CANNOT_TELL -> "CANNOT TELL of some derivatives";
            case AGREES -> "derivatives agree";
        };
    }

    /** The verdict first, in at most 80 characters. */
    @Override
    public String toString() {
        Outcome all = outcome();
        return Terminal.line(
                all == Outcome.AGREES
                        ? parts.stream()
                                .filter(p -> p.what.equals("gradient") || p.what.equals("Hessian"))
                                .map(p -> p.what + " to " + Numbers.rounded(p.precision, 2))
                                .collect(Collectors.joining(", ", "derivatives agree: ", ""))
                        : head() + ": "
                                + parts.stream()
                                        .filter(p -> p.outcome() == all)
                                        .findFirst()
                                        .orElseThrow()
                                        .worst
                                        .get(0));
    }
}
