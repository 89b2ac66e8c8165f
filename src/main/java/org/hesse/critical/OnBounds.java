package org.hesse.critical;

import static org.hesse.critical.ErrorBudget.error;

import java.util.Arrays;
import java.util.Optional;
import org.hesse.critical.CriticalPoint.Options;
import org.hesse.io.Numbers;
import org.hesse.linear.Spectrum;
import org.hesse.objective.Kind;
import org.hesse.objective.Objective;

/** The verdict on a point at bounds: by the multipliers, and on the face of the free variables, lifted to all of them. */
final class OnBounds {
    private OnBounds() {}

    static CriticalPoint of(
            Objective f, double[] x, Options options, Derivatives at, ActiveBounds active, double delta) {
        int[] free = active.free(x.length);
        Face face = new Face(f, x, free);
        double[] zero = new double[x.length];
        CriticalPoint on =
                free.length == 0 ? null : Analysis.on(face, face.reduced(x), options, reduced(at, face, x, free));
        Verdict v = judged(f, active, on);
        Spectrum s = on == null ? new Spectrum(new double[0], new double[0][], new double[0], 0) : on.spectrum();
        double[][] vectors =
                Arrays.stream(s.vectors()).map(u -> face.whole(u, zero)).toArray(double[][]::new);
        Optional<Nearest> nearest = on == null ? Optional.empty() : on.nearest().map(n -> lifted(n, face, x));
        Evidence evidence = v.kind() == Kind.UNDECIDED ? Evidence.UNDECIDED : Evidence.NUMERICAL;
        return new CriticalPoint(
                v.kind(),
                v.why(),
                evidence,
                nearest,
                v.blocked(),
                Optional.of(active),
                on == null ? 0 : on.flat(),
                f.layout(),
                x,
                at.value(),
                at.gradient(),
                delta,
                new Spectrum(s.values(), vectors, s.residuals(), s.asymmetry()),
                on == null ? Optional.empty() : on.signs(),
                on == null ? ErrorBudget.of(s, at.hessianError()) : on.error(),
                at.source(),
                options.rho(),
                on == null ? zero : face.whole(on.newtonStep(), zero),
                on == null ? 0 : on.drift());
    }

    private static Verdict judged(Objective f, ActiveBounds active, CriticalPoint on) {
        String held = active.variables().length == 0
                ? ""
                : "at bounds of " + ActiveBounds.names(active.variables(), f.layout()) + ", multipliers >= "
                        + Numbers.brief(
                                Arrays.stream(active.multipliers()).min().orElse(0));
        if (active.falling().length > 0) {
            String names = ActiveBounds.names(active.falling(), f.layout());
            return Verdict.decided(Kind.NOT_CRITICAL, "f falls from the bound of " + names + " inwards", null, 0);
        }
        Blocked proof = new Blocked("multipliers", "none: their signs are not proved at the critical point");
        if (on == null) {
            return new Verdict(Kind.MINIMUM, held + ", no variable is free", null, 0, Optional.of(proof));
        }
        String why = on.why() + (held.isEmpty() ? "" : ", " + held);
        boolean weak = active.weak().length > 0 && on.kind() != Kind.MINIMUM && on.kind() != Kind.NOT_CRITICAL;
        if (weak) {
            String names = ActiveBounds.names(active.weak(), f.layout());
            String zero = "multiplier of " + names + " 0 within error " + error(on.gradientError())
                    + ", and not a minimum without its bound";
            return new Verdict(
                    Kind.UNDECIDED, zero, null, 0, Optional.of(new Blocked("multiplier", "look along " + names)));
        }
        return new Verdict(on.kind(), why, null, 0, on.blockedBy().or(() -> Optional.of(proof)));
    }

    private static Nearest lifted(Nearest n, Face face, double[] x) {
        return new Nearest(n.kind(), n.index(), face.whole(n.x(), x), n.distance(), n.evidence(), n.proof());
    }

    private static Derivatives reduced(Derivatives at, Face face, double[] x, int[] free) {
        double[][] h =
                Arrays.stream(free).mapToObj(i -> face.reduced(at.hessian()[i])).toArray(double[][]::new);
        return new Derivatives(
                        at.value(), face.reduced(at.gradient()), at.gradientError(), h, at.hessianError(), at.source())
                .measuredOn(face, face.reduced(x));
    }
}
