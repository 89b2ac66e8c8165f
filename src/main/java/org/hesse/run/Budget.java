package org.hesse.run;

/**
 * Limits of a run, kept inside steps too: the evaluation that would go beyond is not made.
 *
 * @param evaluations the largest number of calls to the objective: values, gradients, products and Hessians together
 * @param passes data passes ({@link org.hesse.objective.Counts#passes}) after which no evaluation begins
 * @param seconds wall time of the run without its measurements, after which no evaluation begins
 * @param steps the largest number of steps
 */
public record Budget(long evaluations, double passes, double seconds, long steps) {
    /** No limits. */
    public static final Budget UNLIMITED =
            new Budget(Long.MAX_VALUE, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Long.MAX_VALUE);

    /** Checks the limits. */
    public Budget {
        check(evaluations >= 0, "evaluations", evaluations);
        check(passes >= 0, "passes", passes);
        check(seconds >= 0, "seconds", seconds);
        check(steps >= 0, "steps", steps);
    }

    private static void check(boolean holds, String name, double value) {
        if (!holds) {
            throw new IllegalArgumentException("budget: " + name + " = " + value + ", expected a number >= 0");
        }
    }

    /**
     * This budget with another limit of evaluations.
     *
     * @param limit calls to the objective
     * @return the budget
     */
    public Budget withEvaluations(long limit) {
        return new Budget(limit, passes, seconds, steps);
    }

    /**
     * This budget with another limit of data passes.
     *
     * @param limit data passes
     * @return the budget
     */
    public Budget withPasses(double limit) {
        return new Budget(evaluations, limit, seconds, steps);
    }

    /**
     * This budget with another limit of time.
     *
     * @param limit seconds
     * @return the budget
     */
    public Budget withSeconds(double limit) {
        return new Budget(evaluations, passes, limit, steps);
    }

    /**
     * This budget with another limit of steps.
     *
     * @param limit steps
     * @return the budget
     */
    public Budget withSteps(long limit) {
        return new Budget(evaluations, passes, seconds, limit);
    }
}
