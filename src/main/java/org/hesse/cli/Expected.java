package org.hesse.cli;

import java.util.Optional;
import org.hesse.critical.CriticalPoint;
import org.hesse.objective.Kind;
import picocli.CommandLine.Option;

/** The option {@code --expect}. */
final class Expected {
    @Option(
            names = "--expect",
            paramLabel = "KIND",
            description = "Exit with 4 unless the point is of this kind: ${COMPLETION-CANDIDATES}.")
    private Kind kind;

    boolean isGiven() {
        return kind != null;
    }

    Reply check(Reply reply, Optional<CriticalPoint> verdict) {
        Kind found = verdict.map(CriticalPoint::kind).orElse(Kind.UNDECIDED);
        return kind == null || kind == found
                ? reply
                : reply.failed(Main.WRONG_KIND, "expected " + kind + ", found " + found);
    }
}
