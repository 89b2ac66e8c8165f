package org.hesse.run;

/**
 * When the loop measures the whole objective itself, outside the method's counts and time. It never does where the
 * method has just evaluated the whole objective anyway.
 */
@FunctionalInterface
public interface Cadence {
    /** Only at the end of the run. */
    Cadence AT_END = (steps, stepsPerEpoch) -> false;

    /** At the start and after every epoch. */
    Cadence EVERY_EPOCH = (steps, stepsPerEpoch) -> steps % stepsPerEpoch == 0;

    /**
     * Whether to measure now.
     *
     * @param steps steps finished; 0 at the start
     * @param stepsPerEpoch steps of an epoch
     * @return true to measure
     */
    boolean isDue(long steps, long stepsPerEpoch);

    /**
     * At the start and after every so many steps.
     *
     * @param steps at least 1
     * @return the cadence
     */
    static Cadence everySteps(long steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("cadence: steps = " + steps + ", expected at least 1");
        }
        return (done, stepsPerEpoch) -> done % steps == 0;
    }

    /**
     * At the start and then ever more rarely: whenever the number of steps passes a power of 10^(1/perDecade).
     *
     * @param perDecade measurements per factor of ten, at least 1
     * @return the cadence
     */
    static Cadence logSpaced(int perDecade) {
        if (perDecade < 1) {
            throw new IllegalArgumentException("cadence: perDecade = " + perDecade + ", expected at least 1");
        }
        return (done, stepsPerEpoch) ->
                done <= 1 || Math.floor(perDecade * Math.log10(done)) > Math.floor(perDecade * Math.log10(done - 1));
    }
}
