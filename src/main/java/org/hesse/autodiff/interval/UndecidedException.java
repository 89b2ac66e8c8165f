package org.hesse.autodiff.interval;

/**
 * An interval was asked for something that its numbers answer differently, such as its one real value. Whoever asks is
 * about to branch, so the enclosure ends here, with this reason, rather than in the branch of one of the numbers.
 * Without a stack trace: branch-and-prune meets it often.
 */
public final class UndecidedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UndecidedException(String question, Interval of) {
        super(question + " of " + of + ": not the same for all its numbers", null, false, false);
    }
}
