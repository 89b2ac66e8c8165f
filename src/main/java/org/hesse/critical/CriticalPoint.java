package org.hesse.critical;

import java.util.Optional;
import org.hesse.linear.Inertia;
import org.hesse.linear.Spectrum;
import org.hesse.linear.Vectors;
import org.hesse.objective.Kind;
import org.hesse.objective.Layout;
import org.hesse.objective.Objective;

/**
 * What kind of point a point is, by gradient and Hessian there, and where they are singular by derivatives of third and
 * fourth order. Two answers are kept apart: {@link #kind} and {@link #index} are about the point itself, to within a radius
 * ρ; {@link #nearest} is about the critical point found near it. An eigenvalue within its error is never given a sign.
 *
 * <p>At active bounds the kind is that of f on the face of the free variables, and the multipliers must not be negative; the
 * spectrum is that of the reduced Hessian, its eigenvectors have zeros for the others.
 *
 * <p>The arrays are shared, not copied. Where value, gradient or Hessian are not finite the kind is UNDECIDED and the
 * spectrum is empty.
 *
 * @param kind the kind
 * @param why the numbers that decide, or what blocks the decision
 * @param evidence how well the kind is known
 * @param nearest the critical point near x; empty if none was found
 * @param blockedBy what stands in the way of a decision, or of a proof; empty if nothing does
 * @param active the bounds that x lies on; empty if on none
 * @param flat the dimension of the flat manifold of critical points through x, as far as eigenvectors lead along it
 * @param layout the names of the variables
 * @param x the point, length n
 * @param value f(x)
 * @param gradient ∇f(x), length n
 * @param gradientError δ, the error of the gradient in the Euclidean norm; components within it count as 0
 * @param spectrum eigenvalues and eigenvectors of the Hessian, without those of declared symmetries; where {@code signs}
 *     were counted only those at both ends and nearest to 0
 * @param signs of all eigenvalues, counted without them where n &gt; 500 and none of them may be 0; else empty
 * @param error the items of the eigenvalues' error E
 * @param source how the Hessian was made, in words
 * @param rho ρ, the radius
 * @param newtonStep the step to the critical point of the local quadratic, in the directions of known curvature, length n
 * @param drift how far eigenvalues may move on the way to the critical point, from the change of the Hessian over the
 *     step; 0 where the decision did not need it
 */
public record CriticalPoint(
        Kind kind,
        String why,
        Evidence evidence,
        Optional<Nearest> nearest,
        Optional<Blocked> blockedBy,
        Optional<ActiveBounds> active,
        int flat,
        Layout layout,
        double[] x,
        double value,
        double[] gradient,
        double gradientError,
        Spectrum spectrum,
        Optional<Inertia> signs,
        ErrorBudget error,
        String source,
        double rho,
        double[] newtonStep,
        double drift) {
    /**
     * What the analysis goes by.
     *
     * @param rho ρ, how near the critical point must be, greater than 0
     * @param symmetries how many eigenvalues are 0 because a continuous symmetry leaves f as it is, such as 6 of a molecule;
     *     so many nearest to 0 are left out
     * @param certify the largest n for which a nearby critical point is looked for and proofs are tried
     * @param check whether a user's own derivatives may be compared with differences where a saddle or a constant function
     *     rests on them; if not, that is UNDECIDED
     */
    public record Options(double rho, int symmetries, int certify, boolean check) {
        /** Proofs cost O(n³) operations on intervals: a tenth of a second here. */
        private static final int CERTIFY = 50;

        /** Checks the numbers. */
        public Options {
            if (!(rho > 0 && rho < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("radius rho = " + rho + ", expected a finite number > 0");
            }
            if (symmetries < 0 || certify < 0) {
                String named = symmetries < 0 ? "symmetries = " + symmetries : "certify = " + certify;
                throw new IllegalArgumentException(named + ", expected at least 0");
            }
        }

        /**
         * No symmetries, proofs up to n = 50.
         *
         * @param rho ρ
         */
        public Options(double rho) {
            this(rho, 0, CERTIFY, true);
        }

        /**
         * The defaults at a point.
         *
         * @param x the point
         * @return ρ = 1e-4·max(1, ‖x‖∞)
         */
        public static Options at(double[] x) {
            return new Options(1e-4 * Math.max(1, Vectors.normInf(x)));
        }

        /**
         * With declared symmetries.
         *
         * @param count how many eigenvalues they make 0
         * @return new options
         */
        public Options withSymmetries(int count) {
            return new Options(rho, count, certify, check);
        }

        /**
         * With proofs up to another n.
         *
         * @param largest the largest n; 0 for none
         * @return new options
         */
        public Options withCertify(int largest) {
            return new Options(rho, symmetries, largest, check);
        }

        /**
         * Without the check of derivatives, some 24 values and gradients a variable.
         *
         * @return new options
         */
        public Options withoutCheck() {
            return new Options(rho, symmetries, certify, false);
        }
    }

    /**
     * Analyses a point with the default radius.
     *
     * @param f the function; a {@link org.hesse.objective.Curved} one is analysed by its own Hessian, others by
     *     differences, whose error counts
     * @param x the point, length n, finite, not modified
     * @return the verdict
     * @throws IllegalArgumentException if x has the wrong length, is not finite, or n is too large for a whole Hessian
     */
    public static CriticalPoint of(Objective f, double[] x) {
        return of(f, x, Options.at(Double.isFinite(Vectors.normInf(x)) ? x : new double[0]));
    }

    /**
     * Analyses a point.
     *
     * @param f the function, as for {@link #of(Objective, double[])}
     * @param x the point, length n, finite, not modified
     * @param options the radius, declared symmetries, and up to which n to prove
     * @return the verdict
     * @throws IllegalArgumentException as for {@link #of(Objective, double[])}
     */
    public static CriticalPoint of(Objective f, double[] x, Options options) {
        return Analysis.of(f, x.clone(), options);
    }

    CriticalPoint answered(Evidence known, Optional<Nearest> near, int dimension) {
        return new CriticalPoint(
                kind,
                why,
                known,
                near,
                blockedBy,
                active,
                dimension,
                layout,
                x,
                value,
                gradient,
                gradientError,
                spectrum,
                signs,
                error,
                source,
                rho,
                newtonStep,
                drift);
    }

    /**
     * The eigenvalues of the Hessian.
     *
     * @return λ, ascending; where {@link #signs} were counted only those at both ends and nearest to 0
     */
    public double[] eigenvalues() {
        return spectrum.values();
    }

    /**
     * The error bar of one eigenvalue: its own residual in place of the eigensolver's share of E.
     *
     * @param i its place in {@link #eigenvalues}
     * @return a distance within which the true Hessian has an eigenvalue
     */
    public double errorBar(int i) {
        return error.total() - error.eigensolver() + spectrum.residuals()[i];
    }

    /**
     * The number of eigenvalues known to be negative: the index of the critical point, if every eigenvalue has a sign. Where
     * one within ρ is certified it is that one's; otherwise an eigenvalue counts if it is beyond its error and the drift.
     *
     * @return n₋, the lower end of the index, the first number of {@code indexRange} in JSON
     */
    public int index() {
        return proved().map(Nearest::index).orElseGet(() -> beyond(-1));
    }

    /**
     * The index if every eigenvalue of unknown sign were negative.
     *
     * @return n₋ + n₀, the upper end of the index, the second number of {@code indexRange} in JSON
     */
    public int largestIndex() {
        return proved().map(Nearest::index).orElseGet(() -> count() - beyond(1));
    }

    /** The critical point that this one is within the radius of, if that is certified. */
    private Optional<Nearest> proved() {
        return nearest.filter(n -> evidence == Evidence.CERTIFIED && kind == n.kind());
    }

    /**
     * The number of eigenvalues: of free variables, without declared symmetries.
     *
     * @return how many there are, listed or not
     */
    public int count() {
        return signs.map(s -> s.negative() + s.undecided() + s.positive()).orElse(spectrum.values().length);
    }

    private int beyond(int sign) {
        if (signs.isPresent()) {
            return sign < 0 ? signs.get().negative() : signs.get().positive();
        }
        int count = 0;
        for (double lambda : spectrum.values()) {
            count += sign * lambda > error.total() + drift ? 1 : 0;
        }
        return count;
    }

    /**
     * The number of eigenvalues that are 0 within their error.
     *
     * @return n₀ at x; 0 where a nondegenerate critical point is certified
     */
    public int nullity() {
        if (proved().isPresent()) {
            return 0;
        }
        int count = 0;
        for (double lambda : spectrum.values()) {
            count += Math.abs(lambda) <= error.total() ? 1 : 0;
        }
        return count;
    }

    /**
     * The condition number of the Hessian.
     *
     * @return max|λ|/min|λ|, ∞ if an eigenvalue is 0 within its error, NaN if there is no spectrum
     */
    public double condition() {
        double smallest = Double.POSITIVE_INFINITY;
        for (double lambda : spectrum.values()) {
            smallest = Math.min(smallest, Math.abs(lambda));
        }
        return spectrum.values().length == 0
                ? Double.NaN
                : smallest <= error.total() && nullity() > 0 ? Double.POSITIVE_INFINITY : spectrum.norm() / smallest;
    }

    /**
     * The Newton decrement.
     *
     * @return ½gᵀH⁻¹g over the directions of {@link #newtonStep}: how far f(x) is above the critical value of the local
     *     quadratic
     */
    public double decrement() {
        return -Vectors.dot(gradient, newtonStep) / 2;
    }

    /**
     * The length of the Newton step, an estimate of the distance to the critical point.
     *
     * @return ‖s‖₂
     */
    public double distance() {
        return Vectors.norm(newtonStep);
    }

    /**
     * The norm of the gradient.
     *
     * @return ‖g‖₂
     */
    public double gradientNorm() {
        return Vectors.norm(gradient);
    }

    /**
     * The most negative curvature.
     *
     * @return the smallest eigenvalue, whatever its sign; NaN if there is no spectrum
     */
    public double lowestCurvature() {
        return spectrum.values().length == 0 ? Double.NaN : spectrum.values()[0];
    }

    /**
     * The direction of the most negative curvature.
     *
     * @return its unit eigenvector, length n; empty if there is no spectrum
     */
    public double[] lowestDirection() {
        return spectrum.values().length == 0 ? new double[0] : spectrum.vectors()[0];
    }

    /**
     * The page: the verdict and all it rests on.
     *
     * @return some lines of text
     */
    public String report() {
        return Page.of(this);
    }

    /** The verdict first, at most 80 characters. */
    @Override
    public String toString() {
        return Page.line(this);
    }
}
