package org.hesse.cli;

import java.util.Locale;
import java.util.function.LongSupplier;
import org.hesse.compare.Run;
import org.hesse.compare.RunListener;

/** How far a comparison is: on a terminal a bar with the time left, elsewhere ten lines at most. */
final class RunProgress implements RunListener {
    private static final int WIDTH = 30;

    private final Console console;
    private final LongSupplier nanoTime;
    private final long begin;
    private int made;
    private int older; // finished by an earlier program

    RunProgress(Console console, LongSupplier nanoTime) {
        this.console = console;
        this.nanoTime = nanoTime;
        this.begin = nanoTime.getAsLong();
    }

    @Override
    public void resumed(int older, int done, int total) {
        if (console.terminal()) {
            console.draw("");
        }
        if (older > this.older) {
            console.complain("  " + older + " of " + total + " runs are there already");
            this.older = older;
        } else if (done == total) {
            console.complain("  " + done + " of " + total + " runs, " + clock((nanoTime.getAsLong() - begin) * 1e-9));
        }
    }

    @Override
    public void finished(int done, int total, Run run) {
        made++;
        double seconds = (nanoTime.getAsLong() - begin) * 1e-9;
        if (console.terminal()) {
            console.draw(done == total ? "" : bar(done, total) + ", " + left(seconds / made * (total - done)));
        }
        boolean tenth = 10 * done / total > 10 * (done - 1) / total;
        if (done == total || tenth && !console.terminal()) {
            console.complain("  " + done + " of " + total + " runs, " + clock(seconds));
        }
    }

    private static String bar(int done, int total) {
        int filled = WIDTH * done / total;
        return "  [" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + done + " of " + total + " runs";
    }

    /** As if the runs to come took as long as those behind. */
    private static String left(double seconds) {
        return "about " + clock(seconds) + " left";
    }

    /** Minutes and seconds. */
    private static String clock(double seconds) {
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }
}
