package org.hesse.search;

import static org.hesse.io.Numbers.precise;
import static org.hesse.search.Ranges.check;
import static org.hesse.search.Ranges.nonNegative;
import static org.hesse.search.Ranges.positive;

import java.util.List;
import java.util.stream.Collectors;
import org.hesse.io.Numbers;
import org.hesse.objective.Clock;

/** A schedule that starts at α₀ and decays as a function of one number, the time t in a unit. */
public interface Decay extends Schedule {
    /**
     * How early a boundary counts as reached, in units of time: a clock that went through divisions and a warm-up may
     * read 29.999999999999996 epochs at the end of the 30th. No epoch has 10⁹ steps.
     */
    double SLACK = 1e-9;

    /**
     * The rate at the start.
     *
     * @return α₀
     */
    double rate();

    /**
     * What time is counted in.
     *
     * @return the unit
     */
    Unit unit();

    /**
     * The rate after a time.
     *
     * @param t the time in {@link #unit}, at least 0
     * @return the rate, at least 0
     */
    double after(double t);

    @Override
    default double at(Clock clock) {
        return after(unit().of(clock));
    }

    /**
     * Step decay: α₀·cʲ with j = ⌊t/every⌋.
     *
     * @param rate α₀, finite and at least 0
     * @param factor c, in (0, 1]
     * @param every the period, positive
     * @param unit what the period is counted in
     */
    record Step(double rate, double factor, double every, Unit unit) implements Decay {
        /** Checks the ranges. */
        public Step {
            nonNegative("step", "rate", rate);
            check(factor > 0 && factor <= 1, "step", "factor", factor, "0 < factor <= 1");
            positive("step", "every", every);
        }

        @Override
        public double after(double t) {
            return rate * Math.pow(factor, Math.floor((t + SLACK) / every));
        }

        @Override
        public String toString() {
            return "step(" + precise(rate) + ", x" + precise(factor) + " every " + precise(every) + " " + unit + ")";
        }
    }

    /**
     * Decay at milestones: α₀·cʲ once j of them are reached. He et al. (2016), arXiv:1512.03385, in the usual form: ×0.1
     * at 30, 60 and 90 epochs.
     *
     * @param rate α₀, finite and at least 0
     * @param factor c, in (0, 1]
     * @param milestones when to decay: positive and ascending
     * @param unit what the milestones are counted in
     */
    record Milestones(double rate, double factor, List<Double> milestones, Unit unit) implements Decay {
        /** Checks the ranges. */
        public Milestones {
            nonNegative("milestones", "rate", rate);
            check(factor > 0 && factor <= 1, "milestones", "factor", factor, "0 < factor <= 1");
            milestones = List.copyOf(milestones);
            double last = 0;
            for (double milestone : milestones) {
                positive("milestones", "milestone", milestone);
                check(milestone > last, "milestones", "milestone", milestone, "more than " + precise(last));
                last = milestone;
            }
        }

        @Override
        public double after(double t) {
            return rate
                    * Math.pow(
                            factor,
                            milestones.stream().filter(m -> t + SLACK >= m).count());
        }

        @Override
        public String toString() {
            return "milestones(" + precise(rate) + ", x" + precise(factor) + " at "
                    + milestones.stream().map(Numbers::precise).collect(Collectors.joining(", ")) + " " + unit + ")";
        }
    }

    /**
     * Exponential decay: α₀e^{−kt}.
     *
     * @param rate α₀, finite and at least 0
     * @param k the decay in one unit of time, at least 0
     * @param unit what t is counted in
     */
    record Exponential(double rate, double k, Unit unit) implements Decay {
        /** Checks the ranges. */
        public Exponential {
            nonNegative("exponential", "rate", rate);
            nonNegative("exponential", "k", k);
        }

        @Override
        public double after(double t) {
            return rate * Math.exp(-k * t);
        }

        @Override
        public String toString() {
            return "exponential(" + precise(rate) + ", k = " + precise(k) + " in " + unit + ")";
        }
    }

    /**
     * 1/t decay: α₀/(1 + kt).
     *
     * @param rate α₀, finite and at least 0
     * @param k the decay in one unit of time, at least 0
     * @param unit what t is counted in
     */
    record Inverse(double rate, double k, Unit unit) implements Decay {
        /** Checks the ranges. */
        public Inverse {
            nonNegative("inverse", "rate", rate);
            nonNegative("inverse", "k", k);
        }

        @Override
        public double after(double t) {
            return rate / (1 + k * t);
        }

        @Override
        public String toString() {
            return "inverse(" + precise(rate) + ", k = " + precise(k) + " in " + unit + ")";
        }
    }

    /**
     * Inverse square root: α₀/√max(t, 1), so that the rate is never more than α₀.
     *
     * @param rate α₀, finite and at least 0
     * @param unit what t is counted in
     */
    record InverseSquareRoot(double rate, Unit unit) implements Decay {
        /** Checks the rate. */
        public InverseSquareRoot {
            nonNegative("inverseSquareRoot", "rate", rate);
        }

        @Override
        public double after(double t) {
            return rate / Math.sqrt(Math.max(t, 1));
        }

        @Override
        public String toString() {
            return "inverseSquareRoot(" + precise(rate) + " in " + unit + ")";
        }
    }

    /**
     * Half a cosine from α₀ down to the floor α₁: α₁ + ½(α₀ − α₁)(1 + cos(πt/T)), and α₁ from T on. Loshchilov and Hutter
     * (2017), arXiv:1608.03983, equation (5), without restarts.
     *
     * @param rate α₀, finite and at least 0
     * @param horizon T, positive
     * @param unit what T is counted in
     * @param floor α₁, from 0 to α₀
     */
    record Cosine(double rate, double horizon, Unit unit, double floor) implements Decay {
        /** Checks the ranges. */
        public Cosine {
            nonNegative("cosine", "rate", rate);
            positive("cosine", "horizon", horizon);
            check(floor >= 0 && floor <= rate, "cosine", "floor", floor, "0 <= floor <= rate = " + precise(rate));
        }

        @Override
        public double after(double t) {
            return t < horizon ? floor + 0.5 * (rate - floor) * (1 + Math.cos(Math.PI * t / horizon)) : floor;
        }

        @Override
        public String toString() {
            return "cosine(" + precise(rate) + ", " + precise(horizon) + " " + unit
                    + (floor > 0 ? ", floor " + precise(floor) : "") + ")";
        }
    }

    /**
     * A straight line from α₀ down to the floor α₁: α₁ + (α₀ − α₁)(1 − t/T), and α₁ from T on.
     *
     * @param rate α₀, finite and at least 0
     * @param horizon T, positive
     * @param unit what T is counted in
     * @param floor α₁, from 0 to α₀
     */
    record Linear(double rate, double horizon, Unit unit, double floor) implements Decay {
        /** Checks the ranges. */
        public Linear {
            nonNegative("linear", "rate", rate);
            positive("linear", "horizon", horizon);
            check(floor >= 0 && floor <= rate, "linear", "floor", floor, "0 <= floor <= rate = " + precise(rate));
        }

        @Override
        public double after(double t) {
            return t < horizon ? floor + (rate - floor) * (1 - t / horizon) : floor;
        }

        @Override
        public String toString() {
            return "linear(" + precise(rate) + ", " + precise(horizon) + " " + unit
                    + (floor > 0 ? ", floor " + precise(floor) : "") + ")";
        }
    }
}
