package org.hesse.search;

import java.util.Arrays;
import java.util.List;
import org.hesse.io.Numbers;
import org.hesse.objective.Clock;

/**
 * A rate as a pure function of how far the run has come: nothing to save, nothing that breaks on resume. Every schedule
 * made here is a record, is equal to one with the same numbers, and prints as it is called.
 */
@FunctionalInterface
public interface Schedule {
    /**
     * The rate at a time.
     *
     * @param t the clock of the run; 0 steps before the first step
     * @return the rate, at least 0
     */
    double at(Clock t);

    /**
     * The same rate always.
     *
     * @param rate α₀, finite and at least 0
     * @return the schedule
     */
    static Schedule constant(double rate) {
        return new Constant(rate);
    }

    /**
     * Step decay: α₀·cʲ after j whole periods.
     *
     * @param rate α₀, finite and at least 0
     * @param factor c, in (0, 1]
     * @param every the period, positive
     * @param unit what the period is counted in
     * @return the schedule
     */
    static Schedule step(double rate, double factor, double every, Unit unit) {
        return new Decay.Step(rate, factor, every, unit);
    }

    /**
     * Decay at milestones: α₀·cʲ once j of them are reached.
     *
     * @param rate α₀, finite and at least 0
     * @param factor c, in (0, 1]
     * @param unit what the milestones are counted in
     * @param milestones when to decay: positive and ascending
     * @return the schedule
     */
    static Schedule milestones(double rate, double factor, Unit unit, double... milestones) {
        return new Decay.Milestones(
                rate, factor, Arrays.stream(milestones).boxed().toList(), unit);
    }

    /**
     * Exponential decay: α₀e^{−kt}.
     *
     * @param rate α₀, finite and at least 0
     * @param k the decay in one unit of time, at least 0
     * @param unit what t is counted in
     * @return the schedule
     */
    static Schedule exponential(double rate, double k, Unit unit) {
        return new Decay.Exponential(rate, k, unit);
    }

    /**
     * 1/t decay: α₀/(1 + kt).
     *
     * @param rate α₀, finite and at least 0
     * @param k the decay in one unit of time, at least 0
     * @param unit what t is counted in
     * @return the schedule
     */
    static Schedule inverse(double rate, double k, Unit unit) {
        return new Decay.Inverse(rate, k, unit);
    }

    /**
     * Inverse square root: α₀/√t, and α₀ while t &lt; 1.
     *
     * @param rate α₀, finite and at least 0
     * @param unit what t is counted in
     * @return the schedule
     */
    static Schedule inverseSquareRoot(double rate, Unit unit) {
        return new Decay.InverseSquareRoot(rate, unit);
    }

    /**
     * Half a cosine: ½α₀(1 + cos(πt/T)), and 0 from T on.
     *
     * @param rate α₀, finite and at least 0
     * @param horizon T, positive
     * @param unit what t is counted in
     * @return the schedule; {@link Decay.Cosine} also has a floor
     */
    static Schedule cosine(double rate, double horizon, Unit unit) {
        return new Decay.Cosine(rate, horizon, unit, 0);
    }

    /**
     * A straight line: α₀(1 − t/T), and 0 from T on.
     *
     * @param rate α₀, finite and at least 0
     * @param horizon T, positive
     * @param unit what t is counted in
     * @return the schedule; {@link Decay.Linear} also has a floor
     */
    static Schedule linear(double rate, double horizon, Unit unit) {
        return new Decay.Linear(rate, horizon, unit, 0);
    }

    /**
     * A power of what is left: α₀(1 − t/T)ᵖ, and 0 from T on.
     *
     * @param rate α₀, finite and at least 0
     * @param power p, positive
     * @param horizon T, positive
     * @param unit what T is counted in
     * @return the schedule; {@link Polynomial} also has a floor
     */
    static Schedule polynomial(double rate, double power, double horizon, Unit unit) {
        return new Polynomial(rate, power, horizon, unit, 0);
    }

    /**
     * Half cosines from α₀ to 0, each m times as long as the last.
     *
     * @param rate α₀, finite and at least 0
     * @param period the first period, positive
     * @param growth m, at least 1
     * @param unit what periods are counted in
     * @return the schedule; {@link CosineRestarts} also has a floor
     */
    static Schedule restarts(double rate, double period, double growth, Unit unit) {
        return new CosineRestarts(rate, period, growth, unit, 0);
    }

    /**
     * One cycle: from α/25 up to α at 0.3T, down to α/250000 at T, by half cosines.
     *
     * @param peak α, finite and at least 0
     * @param horizon T, positive
     * @param unit what T is counted in
     * @return the schedule; {@link OneCycle} has other shares
     */
    static Schedule oneCycle(double peak, double horizon, Unit unit) {
        return new OneCycle(peak, horizon, unit, OneCycle.RISE, OneCycle.START, OneCycle.END);
    }

    /**
     * This schedule, and from a time on another one, whose clock starts then. Of several, the last is joined first: {@code
     * a.then(b.then(c, 5, EPOCHS), 10, EPOCHS)} comes to c at epoch 15; {@link Joined} counts all from the start.
     *
     * @param next the other schedule
     * @param from when it begins, positive
     * @param unit what the time is counted in; the schedules may count in others
     * @return the schedule
     */
    default Schedule then(Schedule next, double from, Unit unit) {
        return new Joined(List.of(this, next), List.of(from), unit);
    }

    /**
     * This schedule after a linear warm-up: its clock starts when the warm-up ends.
     *
     * @param length W, how long the warm-up takes, positive
     * @param unit what W is counted in; this schedule may count in another
     * @return the schedule
     */
    default Schedule afterWarmup(double length, Unit unit) {
        return new Warmup(this, length, unit);
    }

    /**
     * The same rate always.
     *
     * @param rate α₀, finite and at least 0
     */
    record Constant(double rate) implements Schedule {
        /** Checks the rate. */
        public Constant {
            Ranges.nonNegative("constant", "rate", rate);
        }

        @Override
        public double at(Clock t) {
            return rate;
        }

        @Override
        public String toString() {
            return "constant(" + Numbers.precise(rate) + ")";
        }
    }
}
