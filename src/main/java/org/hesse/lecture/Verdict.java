package org.hesse.lecture;

import org.hesse.report.Sheet;

/** What became of a claim. */
public enum Verdict {
    /** Every check passed. */
    HOLDS("holds", Sheet.Kind.GOOD),
    /** Some checks passed, some did not. */
    HOLDS_ONLY_WHERE("holds only where", Sheet.Kind.MIXED),
    /** No check passed. */
    DOES_NOT_HOLD("does not hold", Sheet.Kind.BAD);

    private final String text;
    private final Sheet.Kind kind;

    Verdict(String text, Sheet.Kind kind) {
        this.text = text;
        this.kind = kind;
    }

    Sheet.Kind kind() {
        return kind;
    }

    @Override
    public String toString() {
        return text;
    }
}
