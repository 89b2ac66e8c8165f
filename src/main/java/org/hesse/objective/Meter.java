package org.hesse.objective;

import java.util.function.Supplier;

/** Charges the evaluations of an objective to an account. */
public interface Meter {
    /**
     * Charges {@code times} evaluations of one kind and then makes them.
     *
     * @param <T> what the evaluation returns
     * @param work the kind of evaluation
     * @param times how many evaluations of that kind {@code call} makes, at least 1
     * @param call makes the evaluation; not called when the budget is spent
     * @return what {@code call} returned
     */
    <T> T charge(Work work, long times, Supplier<T> call);

    /**
     * Charges one evaluation that goes over some of the terms only, or over all of them several times, and then makes it.
     *
     * @param <T> what the evaluation returns
     * @param work the kind of evaluation
     * @param terms how many terms it goes over, each as often as it does, at least 1
     * @param call makes the evaluation; not called when the budget is spent
     * @return what {@code call} returned; by default charged as a whole evaluation, for accounts that count calls alone
     */
    default <T> T chargePart(Work work, long terms, Supplier<T> call) {
        return charge(work, 1, call);
    }
}
