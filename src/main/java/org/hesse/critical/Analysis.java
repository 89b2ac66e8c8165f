package org.hesse.critical;

import static org.hesse.critical.ErrorBudget.error;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hesse.autodiff.interval.Boxes;
import org.hesse.autodiff.interval.Enclosure;
import org.hesse.autodiff.interval.OnIntervals;
import org.hesse.autodiff.series.HigherDerivatives;
import org.hesse.critical.CriticalPoint.Options;
import org.hesse.linear.Inertia;
import org.hesse.linear.Spectrum;
import org.hesse.linear.Vectors;
import org.hesse.objective.Curved;
import org.hesse.objective.DerivativeCheck;
import org.hesse.objective.Kind;
import org.hesse.objective.Objective;

/**
 * How a verdict comes about: derivatives, spectrum and errors; the decision by their sizes; then, each where it applies, terms
 * of higher order, the search for the critical point nearby and its proof, the proof that there is none, and the check of the
 * user's own derivatives. At bounds all of it happens on the face of the free variables.
 */
final class Analysis {
    private static final int WHOLE = 500; // the largest n for which all eigenpairs are computed, whatever is asked
    private static final double EPSILON = Math.ulp(1.0);

    private final Objective f;
    private final double[] x;
    private final Options options;
    private final Derivatives at;
    private final Optional<LargeHessian> large; // where only signs are asked for
    private final Spectrum spectrum; // without the eigenvalues of declared symmetries
    private final ErrorBudget error;
    private final double[] floor;
    private final double noise;
    private Verdict verdict;
    private Evidence evidence = Evidence.NUMERICAL;
    private Optional<Nearest> nearest = Optional.empty();
    private int flat;
    private boolean strict; // terms of higher order leave no flat direction

    private Analysis(Objective f, double[] x, Options options, Derivatives at) {
        this.f = f;
        this.x = x;
        this.options = options;
        this.at = at;
        boolean all = x.length <= Math.max(WHOLE, options.certify()) || options.symmetries() > 0;
        this.large = all ? Optional.empty() : LargeHessian.of(at);
        Spectrum found = large.map(LargeHessian::spectrum).orElseGet(() -> Spectrum.of(at.hessian()));
        this.spectrum = Spectra.without(found, Math.min(options.symmetries(), x.length));
        this.error = large.map(LargeHessian::error).orElseGet(() -> ErrorBudget.of(found, at.hessianError()));
        // evaluating g rounds x at least once; what the formula adds was measured by few probes, and is doubled
        this.floor = rounding(at.hessian(), x);
        this.noise = 2 * at.gradientError();
        this.verdict = Verdict.decide(f, x, at, spectrum, large, error, floor, noise, options.rho());
    }

    static CriticalPoint of(Objective whole, double[] point, Options options) {
        Objective f = Orthant.of(whole, point);
        Derivatives at = Derivatives.at(f, point);
        Optional<String> trouble = at.trouble(f);
        if (trouble.isPresent()) {
            Spectrum none = new Spectrum(new double[0], new double[0][], new double[0], 0);
            Blocked blocked = new Blocked("not finite", "a point where value and derivatives are finite");
            Verdict v = new Verdict(Kind.UNDECIDED, trouble.get(), new double[point.length], 0, Optional.of(blocked));
            return point(
                            f,
                            point,
                            options,
                            at,
                            none,
                            Optional.empty(),
                            ErrorBudget.of(none, at.hessianError()),
                            v,
                            Double.NaN)
                    .answered(Evidence.UNDECIDED, Optional.empty(), 0);
        }
        double[] errors = rounding(at.hessian(), point);
        for (int i = 0; i < errors.length; i++) {
            errors[i] = Math.max(errors[i], 2 * at.gradientError());
        }
        ActiveBounds active = ActiveBounds.at(f.domain(), point, at.gradient(), errors);
        return active.isEmpty()
                ? new Analysis(f, point, options, at).answer()
                : OnBounds.of(f, point, options, at, active, Vectors.norm(errors));
    }

    static CriticalPoint on(Objective face, double[] x, Options options, Derivatives at) {
        return new Analysis(face, x, options, at).answer();
    }

    private CriticalPoint answer() {
        if (options.symmetries() > 0) {
            checkSymmetries();
        }
        if (verdict.kind() == Kind.DEGENERATE) {
            byHigherOrder();
        }
        boolean small = x.length <= options.certify();
        if (small
                && !strict
                && Spectra.zeros(spectrum.values(), error.total()).length > 0
                && verdict.kind() != Kind.NOT_CRITICAL) {
            findValley();
        }
        if (small && options.symmetries() == 0) {
            certify();
        }
        if (evidence != Evidence.CERTIFIED && verdict.kind() != Kind.NOT_CRITICAL && verdict.kind() != Kind.UNDECIDED) {
            Jump.at(f, x, at).ifPresent(this::jumps);
        }
        boolean own = f.hasGradient() && f.as(OnIntervals.class).isEmpty();
        boolean nothing = Vectors.norm(at.gradient()) == 0 && spectrum.norm() == 0;
        if (evidence != Evidence.CERTIFIED && (own && verdict.kind() == Kind.SADDLE || f.hasGradient() && nothing)) {
            checkDerivatives();
        }
        if (nearest.isEmpty()) {
            nearest = byDecision();
        }
        double delta = Math.max(noise, Vectors.norm(floor));
        evidence = verdict.kind() == Kind.UNDECIDED ? Evidence.UNDECIDED : evidence;
        if (evidence == Evidence.NUMERICAL && verdict.blocked().isEmpty()) {
            verdict = verdict.blockedBy(toCertify());
        }
        Optional<Inertia> signs = large.map(h -> h.within(verdict.drift()));
        return point(f, x, options, at, spectrum, signs, error, verdict, delta).answered(evidence, nearest, flat);
    }

    /** The eigenvalues left out are to be far smaller than the others, or within their error. */
    private void checkSymmetries() {
        double[] all = Spectrum.of(at.hessian()).values();
        int k = Math.min(options.symmetries(), all.length);
        double zero = Spectra.smallest(all, k);
        double other = k == all.length ? Double.POSITIVE_INFINITY : Spectra.smallest(all, k + 1);
        if (zero > error.total() && zero > 1e-3 * other) {
            String why = options.symmetries() + " symmetries declared, but an eigenvalue of theirs is " + error(zero);
            refuse(why, "symmetries", "declare fewer, or come closer to the critical point");
        }
    }

    private void byHigherOrder() {
        Optional<HigherDerivatives> higher = f.as(HigherDerivatives.class);
        int[] zeros = Spectra.zeros(spectrum.values(), error.total());
        if (higher.isEmpty() || zeros.length > SplittingLemma.LARGEST) {
            String action = higher.isEmpty()
                    ? "give the function as text or generic code: then its third order can decide"
                    : "declare the symmetries: nullity " + zeros.length + " is too large";
            verdict = verdict.blockedBy(new Blocked("derivatives of higher order", action));
            return;
        }
        int[] others = IntStream.range(0, spectrum.values().length)
                .filter(i -> Arrays.binarySearch(zeros, i) < 0)
                .toArray();
        SplittingLemma.Answer a = new SplittingLemma(
                        higher.get(),
                        x,
                        Spectra.vectors(spectrum, zeros),
                        Spectra.vectors(spectrum, others),
                        Spectra.values(spectrum, others),
                        error.total(),
                        at.hessian(),
                        options.rho())
                .decide();
        strict = a.kind() != null && (a.kind() != Kind.SADDLE || zeros.length == 1);
        verdict = a.kind() != null
                ? Verdict.decided(a.kind(), a.why(), verdict.step(), verdict.drift())
                : new Verdict(
                        Kind.DEGENERATE,
                        a.why(),
                        verdict.step(),
                        verdict.drift(),
                        Optional.of(new Blocked("order", "look at the function itself, by landscape or plot")));
    }

    private void findValley() {
        if (f.as(Curved.class).isEmpty() || !f.hasGradient()) {
            return;
        }
        int[] zeros = Spectra.zeros(spectrum.values(), error.total());
        flat = new Valley(f, x, at.value(), spectrum, zeros.length).dimension(Spectra.vectors(spectrum, zeros));
        if (flat > 0 && verdict.kind() == Kind.DEGENERATE) {
            String why = "flat manifold of dimension " + flat + ": value and inertia constant along it";
            verdict = Verdict.decided(Kind.DEGENERATE, why, verdict.step(), verdict.drift());
        }
    }

    private void certify() {
        nearest = Polish.from(f, x, at.gradient(), spectrum, error.total());
        Optional<OnIntervals> intervals = f.as(OnIntervals.class);
        boolean within = nearest.isPresent() && nearest.get().distance() <= options.rho();
        if (within && nearest.get().evidence() == Evidence.CERTIFIED) {
            Nearest n = nearest.get();
            boolean plain = verdict.kind() == n.kind() && Spectra.zeros(spectrum.values(), error.total()).length == 0;
            String why =
                    plain ? verdict.why() : "a nondegenerate critical point is proved within " + error(n.distance());
            verdict = Verdict.decided(n.kind(), why, verdict.step(), verdict.kind() == n.kind() ? verdict.drift() : 0);
            evidence = Evidence.CERTIFIED;
            flat = 0; // it is proved to be alone
        } else if (intervals.isPresent() && Exclusion.holds(intervals.get(), x, options.rho(), spectrum.vectors())) {
            String why = verdict.kind() == Kind.NOT_CRITICAL
                    ? verdict.why()
                    : "the gradient is not 0 within radius " + error(options.rho());
            verdict = Verdict.decided(Kind.NOT_CRITICAL, why, verdict.step(), 0);
            evidence = Evidence.CERTIFIED;
        } else if (intervals.isPresent() && verdict.kind() == Kind.SADDLE && isExactSaddle(intervals.get())) {
            evidence = Evidence.CERTIFIED;
        }
    }

    /** Whether the gradient is exactly 0 here, and curvature of both signs is proved, whatever the other eigenvalues are. */
    private boolean isExactSaddle(OnIntervals intervals) {
        Enclosure here = intervals.over(Boxes.of(x));
        if (here.obstacle().isPresent() || Enclosures.norm(here.gradient()) > 0) {
            return false;
        }
        EigenvalueBounds bounds = EigenvalueBounds.of(here.hessian(), spectrum.vectors());
        return bounds.negative() > 0 && bounds.positive() > 0;
    }

    /**
     * Derivatives are compared with differences before a saddle is believed of the user's own ones, or a function is
     * believed to be constant: code may compute with plain numbers, and then all that is recorded is a constant.
     */
    private void checkDerivatives() {
        if (!options.check()) {
            refuse(
                    "derivatives of one's own are not checked",
                    "derivative check",
                    "classify the point: it did not fit the budget");
            return;
        }
        DerivativeCheck check = DerivativeCheck.of(f, x);
        if (!check.agrees()) {
            refuse("the derivatives are wrong: " + check, "derivative check", "correct the derivatives: " + check);
        }
    }

    private void jumps(Jump jump) {
        refuse(
                jump.why(f.layout()),
                "jump of f",
                "look at each side alone: derivatives at the point belong to one of them");
    }

    /** What seemed decided is not. */
    private void refuse(String why, String term, String action) {
        Optional<Blocked> blocked = Optional.of(new Blocked(term, action));
        verdict = new Verdict(Kind.UNDECIDED, why, verdict.step(), verdict.drift(), blocked);
        nearest = Optional.empty();
        flat = 0;
    }

    /** What a decided verdict says of the critical point that it is about. */
    private Optional<Nearest> byDecision() {
        double least = Spectra.smallest(spectrum.values(), 1) - error.total();
        boolean regular =
                verdict.kind() == Kind.MINIMUM || verdict.kind() == Kind.MAXIMUM || verdict.kind() == Kind.SADDLE;
        if (!regular || options.symmetries() > 0 || !(least > verdict.drift())) {
            return Optional.empty();
        }
        int index = large.map(LargeHessian::negative).orElseGet(() -> Spectra.negative(spectrum.values()));
        double far = 2 * Vectors.norm(verdict.step()) + Math.max(noise, Vectors.norm(floor)) / least;
        double[] there = Vectors.plus(x, 1, verdict.step());
        return Optional.of(
                new Nearest(verdict.kind(), index, there, far, Evidence.NUMERICAL, Proof.NEWTON_KANTOROVICH));
    }

    private Blocked toCertify() {
        String action = "give the function as text or generic code, to be enclosed by intervals";
        if (f.as(OnIntervals.class).isPresent()) {
            action = x.length > options.certify()
                    ? "ask for it: the options certify up to n = " + options.certify()
                    : options.symmetries() > 0 || Spectra.zeros(spectrum.values(), error.total()).length > 0
                            ? "no proof of a degenerate point is known here"
                            : "move there: one Newton step, or a larger radius";
            return new Blocked("certificate", action);
        }
        return new Blocked("enclosures, L is unknown", action);
    }

    private static CriticalPoint point(
            Objective f,
            double[] x,
            Options options,
            Derivatives at,
            Spectrum spectrum,
            Optional<Inertia> signs,
            ErrorBudget error,
            Verdict v,
            double delta) {
        return new CriticalPoint(
                v.kind(),
                v.why(),
                Evidence.UNDECIDED,
                Optional.empty(),
                v.blocked(),
                Optional.empty(),
                0,
                f.layout(),
                x,
                at.value(),
                at.gradient(),
                delta,
                spectrum,
                signs,
                error,
                at.source(),
                options.rho(),
                v.step(),
                v.drift());
    }

    /** 4ε|H||x|: what rounding x does to the gradient, component by component. */
    private static double[] rounding(double[][] h, double[] x) {
        double[] g = new double[x.length];
        for (int i = 0; i < g.length; i++) {
            for (int j = 0; j < g.length; j++) {
                g[i] += Math.abs(h[i][j] * x[j]);
            }
        }
        Vectors.scale(4 * EPSILON, g);
        return g;
    }
}
