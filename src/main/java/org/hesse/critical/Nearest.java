package org.hesse.critical;

import org.hesse.io.Terminal;
import org.hesse.objective.Kind;

/**
 * A critical point near the one that was asked about, found by Newton's method within twice the first step, which is as far
 * as Newton–Kantorovich allows. It is not degenerate.
 *
 * @param kind MINIMUM, SADDLE or MAXIMUM
 * @param index the number of negative eigenvalues
 * @param x close to it, length n
 * @param distance a bound on its distance from the point asked about, in the Euclidean norm
 * @param evidence CERTIFIED if existence, kind and distance are proved, else NUMERICAL
 * @param proof by which theorem
 */
public record Nearest(Kind kind, int index, double[] x, double distance, Evidence evidence, Proof proof) {
    static Nearest of(Certificate c, double[] from) {
        double apart = Enclosures.norm(Enclosures.minus(c.center(), from));
        return new Nearest(
                c.kind(), c.index(), c.center(), Enclosures.sum(apart, c.existence()), c.evidence(), c.proof());
    }

    /** How it was found: such as {@code Krawczyk, on intervals}. */
    String how() {
        return proof + (evidence == Evidence.CERTIFIED ? ", on intervals" : ", L sampled");
    }

    /** Such as {@code SADDLE index 1 at 0.1, certified}. */
    @Override
    public String toString() {
        String which = kind == Kind.SADDLE ? " index " + index : "";
        String proved = evidence == Evidence.CERTIFIED ? ", certified" : "";
        return Terminal.line(kind + which + " at " + ErrorBudget.error(distance) + proved);
    }
}
