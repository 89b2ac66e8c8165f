package org.hesse.objective;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hesse.objective.DerivativeCheck.Outcome;
import org.hesse.objective.DerivativeCheck.Part;

/** Counts findings, and keeps the worst few. */
final class Tally {
    private static final int SHOWN = 5;

    private final String what;
    private final List<Finding> wrong = new ArrayList<>();
    private final List<Finding> unclear = new ArrayList<>();
    private Finding farthest;
    private Finding loosest; // of those that agree but are not the same
    private long compared;
    private long wrongs;
    private long unclears;
    private boolean atLeast;
    private double largest;
    private double largestGiven;
    private double allowed;

    Tally(String what) {
        this.what = what;
    }

    /** Counts a finding as one of the numbers compared. */
    void add(Finding f) {
        compared++;
        note(f);
    }

    /** Notes a finding of what was counted already: a component of a direction that was at fault. */
    void note(Finding f) {
        largestGiven = Math.max(largestGiven, Math.abs(f.given()));
        switch (f.outcome()) {
            case WRONG -> {
                wrongs++;
                keep(wrong, f);
            }
            case CANNOT_TELL -> {
                unclears++;
                keep(unclear, f);
            }
            case AGREES -> {
                allowed = Math.max(allowed, f.allowed());
                largest = Math.max(largest, Math.max(Math.abs(f.given()), Math.abs(f.expected())));
                farthest = farthest == null || excess(f) > excess(farthest) ? f : farthest;
                boolean looser = loosest == null || f.allowed() > loosest.allowed();
                loosest = f.given() != f.expected() && looser ? f : loosest;
            }
        }
    }

    void count(long numbers) {
        compared += numbers;
    }

    /** There may be more wrong ones. */
    void more() {
        atLeast = true;
    }

    private static double excess(Finding f) {
        double e = f.given() == f.expected() ? 0 : Math.abs(f.given() - f.expected()) / f.allowed();
        return Double.isNaN(e) ? Double.POSITIVE_INFINITY : e;
    }

    private static void keep(List<Finding> list, Finding f) {
        list.add(f);
        if (list.size() > 4 * SHOWN) {
            shorten(list);
        }
    }

    private static void shorten(List<Finding> list) {
        list.sort(Comparator.comparingDouble(Finding::relativeError)
                .thenComparingDouble(Tally::excess)
                .reversed());
        list.subList(Math.min(SHOWN, list.size()), list.size()).clear();
    }

    /** What agrees only because its error is beyond all numbers given, as at a jump, was not compared. */
    private void doubtLoosest() {
        if (loosest != null && largestGiven > 0 && loosest.allowed() > largestGiven / 2) {
            unclears++;
            keep(unclear, loosest.doubted("differences do not settle"));
        }
    }

    Part part() {
        doubtLoosest();
        shorten(wrong);
        shorten(unclear);
        List<Finding> worst =
                wrongs > 0 ? wrong : unclears > 0 ? unclear : farthest == null ? List.of() : List.of(farthest);
        double precision = largest == 0 ? 0 : allowed / largest;
        return new Part(what, compared, wrongs, unclears, atLeast, precision, worst);
    }

    Outcome outcome() {
        return wrongs > 0 ? Outcome.WRONG : unclears > 0 ? Outcome.CANNOT_TELL : Outcome.AGREES;
    }
}
