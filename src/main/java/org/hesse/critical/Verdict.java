package org.hesse.critical;

import static org.hesse.critical.ErrorBudget.error;

import java.util.Arrays;
import java.util.Optional;
import org.hesse.linear.Inertia;
import org.hesse.linear.Spectrum;
import org.hesse.linear.Vectors;
import org.hesse.objective.Kind;
import org.hesse.objective.Objective;

/**
 * The decision. With components gᵢ of the gradient along the eigenvectors, its error δ, the eigenvalues' error E and the
 * radius ρ:
 *
 * <ol>
 *   <li>NOT_CRITICAL if even the shortest Newton step that the errors allow, (|gᵢ| − δ)/(|λᵢ| + E + ω), is longer than ρ,
 *       where ω is how much the curvature along ∇f changes within ρ: x³ − 10⁻¹⁰x is critical near 0, where λ = 0.
 *   <li>Critical if the step gᵢ/λᵢ is within ρ and no gᵢ > δ lies where the sign of λᵢ is unknown; otherwise UNDECIDED.
 *   <li>The signs that count are those at the critical point, not at x. Newton–Kantorovich: a point x* exists within
 *       twice the step s, with what the error of g adds to it, and no eigenvalue beyond E + 2‖H(x + s) − H(x)‖ changes sign
 *       on the way. This is h = βLη < ½
 *       with β = 1/(min|λ| − E), η = ‖s‖ and a sampled L = ‖H(x + s) − H(x)‖/‖s‖, applied to each eigenvalue.
 * </ol>
 *
 * @param kind the kind
 * @param why the numbers that decide, or block the decision
 * @param step −Σ (gᵢ/λᵢ)vᵢ over the |gᵢ| > δ with |λᵢ| > E, length n
 * @param drift 2.1‖H(x + s) − H(x)‖, 0 where it was not needed
 * @param blocked what stands in the way of a decision; empty where it is made
 */
record Verdict(Kind kind, String why, double[] step, double drift, Optional<Blocked> blocked) {
    /** Twice the step, and 5 % for what one sample may miss: a homogeneous cubic has h = ½ exactly, everywhere. */
    private static final double PATH = 2.1;

    static Verdict decided(Kind kind, String why, double[] step, double drift) {
        return new Verdict(kind, why, step, drift, Optional.empty());
    }

    Verdict blockedBy(Blocked other) {
        return new Verdict(kind, why, step, drift, Optional.of(other));
    }

    private static Verdict undecided(String why, double[] step, double drift, String term, String action) {
        return new Verdict(Kind.UNDECIDED, why, step, drift, Optional.of(new Blocked(term, action)));
    }

    static Verdict decide(
            Objective f,
            double[] x,
            Derivatives at,
            Spectrum spectrum,
            Optional<LargeHessian> large,
            ErrorBudget budget,
            double[] floor,
            double noise,
            double rho) {
        double e = budget.total();
        double bend = Derivatives.bend(f, x, rho, at, noise);
        if (!(noise <= rho * Math.max(spectrum.norm(), Derivatives.gradientNear(f, x, rho) / rho))) {
            String why = "the gradient is known to " + error(noise) + " only: it jumps, or is not finite nearby";
            return undecided(why, new double[x.length], 0, "gradient", "a point off the kink, or a smoother function");
        }
        Step found = large.map(h -> Step.of(at.gradient(), h, e + bend, floor, noise, rho))
                .orElseGet(() -> Step.of(at.gradient(), spectrum, e, e + bend, floor, noise, rho));
        double[] step = found.s();
        double least = found.least();
        double blocked = found.blocked();
        double widest = found.widest();
        if (least > rho) {
            String flat = isFlat(at, spectrum) ? ", along almost flat directions" : "";
            String why = least < Double.POSITIVE_INFINITY
                    ? "Newton step >= " + error(least) + " > radius " + error(rho) + flat
                    : "slope " + error(Vectors.norm(at.gradient())) + " and no curvature within radius " + error(rho);
            return decided(Kind.NOT_CRITICAL, why, step, 0);
        }
        if (blocked > 0) {
            String why = "slope " + error(blocked) + " > its error " + error(widest)
                    + " where the curvature is 0 within its error " + error(e);
            return undecided(why, step, 0, "curvature", budget.remedy());
        }
        double length = Vectors.norm(step);
        if (length > rho) {
            String why = "Newton step " + error(length) + " > radius " + error(rho)
                    + ", but not beyond the gradient's error " + error(widest)
                    + " and the change of curvature " + error(bend);
            return undecided(why, step, 0, "gradient", "a more exact gradient, or a larger radius");
        }
        double drift = PATH * Math.max(0, change(f, x, found.reach(), at) - (length > 0 ? 0 : 2 * e));
        if (length == 0 && drift > 0 && large.isEmpty() && areSignsKept(f, x, found.reach(), spectrum.values(), e)) {
            drift = 0;
        }
        return large.isPresent()
                ? byInertia(large.get(), step, budget, drift)
                : bySigns(spectrum.values(), step, budget, drift);
    }

    /**
     * Whether the eigenvalues have the signs they have at x on both sides of it as well, as far as the error of the gradient
     * reaches: in a curved valley a flat direction turns, and ‖H(x + s) − H(x)‖ says little of the least eigenvalue.
     */
    private static boolean areSignsKept(Objective f, double[] x, double[] reach, double[] lambda, double e) {
        for (int side = -1; side <= 1; side += 2) {
            double[][] there = Derivatives.hessianAt(f, Vectors.plus(x, side, reach));
            double[] values = Derivatives.isFinite(there) ? Spectrum.valuesOf(there) : new double[0];
            if (values.length == 0 || above(values, -e) != above(lambda, -e) || above(values, e) != above(lambda, e)) {
                return false;
            }
        }
        return true;
    }

    /** How many are greater than a bound. */
    private static long above(double[] values, double bound) {
        return Arrays.stream(values).filter(v -> v > bound).count();
    }

    private static Verdict bySigns(double[] lambda, double[] step, ErrorBudget budget, double drift) {
        double e = budget.total();
        int negative = 0;
        int positive = 0;
        int zero = 0;
        double fragile = 0;
        for (double l : lambda) {
            if (Math.abs(l) <= e) {
                zero++;
            } else if (!(Math.abs(l) > e + drift)) { // also where the drift is NaN
                fragile = l;
            } else if (l < 0) {
                negative++;
            } else {
                positive++;
            }
        }
        if (negative > 0 && positive > 0) {
            return decided(Kind.SADDLE, "curvature of both signs beyond the error " + error(e), step, drift);
        }
        if (fragile != 0) {
            return fragile(fragile, step, drift);
        }
        if (zero > 0) {
            String why = zero + " eigenvalue(s) 0 within the error " + error(e);
            return new Verdict(
                    Kind.DEGENERATE, why, step, drift, Optional.of(new Blocked("curvature", budget.remedy())));
        }
        return definite(negative > 0, e, step, drift);
    }

    /** All signs at x are certain; on the way to the critical point they may not be. */
    private static Verdict byInertia(LargeHessian h, double[] step, ErrorBudget budget, double drift) {
        double e = budget.total();
        Inertia there = h.within(drift);
        if (there.negative() > 0 && there.positive() > 0) {
            return decided(Kind.SADDLE, "curvature of both signs beyond the error " + error(e), step, drift);
        }
        return there.isCertain()
                ? definite(there.negative() > 0, e, step, drift)
                : fragile(Spectra.smallest(h.spectrum().values(), 1), step, drift);
    }

    private static Verdict fragile(double curvature, double[] step, double drift) {
        String over = Vectors.norm(step) > 0
                ? " over the Newton step " + error(Vectors.norm(step))
                : " over what the gradient's error leaves open";
        String why = "curvature " + error(curvature) + " changes by up to " + error(drift) + over;
        return undecided(why, step, drift, "change of curvature", "move there: one Newton step");
    }

    private static Verdict definite(boolean negative, double e, double[] step, double drift) {
        String why = "all curvature " + (negative ? "negative" : "positive") + " beyond the error " + error(e);
        return decided(negative ? Kind.MAXIMUM : Kind.MINIMUM, why, step, drift);
    }

    /** ‖H(x + s) − H(x)‖₂ from above: the smaller of the Frobenius and the maximum row sum norm; NaN if that is. */
    private static double change(Objective f, double[] x, double[] step, Derivatives at) {
        if (Vectors.norm(step) == 0) {
            return 0;
        }
        double[][] there = Derivatives.hessianAt(f, Vectors.plus(x, 1, step));
        double[] norms = new double[x.length];
        double rowSum = 0;
        for (int i = 0; i < x.length; i++) {
            double[] row = Vectors.minus(there[i], at.hessian()[i]);
            norms[i] = Vectors.norm(row);
            double sum = 0;
            for (double r : row) {
                sum += Math.abs(r);
            }
            rowSum = Math.max(rowSum, sum);
        }
        return Math.min(Vectors.norm(norms), rowSum);
    }

    /** Whether ‖Hg‖ ≪ ‖H‖‖g‖: the gradient almost in the kernel of H (Doye and Wales 2002). */
    private static boolean isFlat(Derivatives at, Spectrum spectrum) {
        double[] hg = new double[at.gradient().length];
        for (int i = 0; i < hg.length; i++) {
            hg[i] = Vectors.dot(at.hessian()[i], at.gradient());
        }
        return Vectors.norm(hg) <= 1e-3 * spectrum.norm() * Vectors.norm(at.gradient());
    }
}
