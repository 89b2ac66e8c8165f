package org.hesse.critical;

import org.hesse.linear.Spectrum;
import org.hesse.linear.Vectors;
import org.hesse.objective.Kind;
import org.hesse.objective.Layout;
import org.hesse.objective.Objective;

/**
 * What kind of point a point is, by gradient and Hessian there. The kind is about the point itself, to within a radius
 * ρ; an eigenvalue within its error is never given a sign. Bounds on the variables are not taken into account.
 *
 * <p>The arrays are shared, not copied. Where value, gradient or Hessian are not finite the kind is UNDECIDED and the
 * spectrum is empty.
 *
 * @param kind the kind
 * @param why the numbers that decide, or what blocks the decision
 * @param layout the names of the variables
 * @param x the point, length n
 * @param value f(x)
 * @param gradient ∇f(x), length n
 * @param gradientError δ, the error of the gradient in the Euclidean norm; components within it count as 0
 * @param spectrum eigenvalues and eigenvectors of the Hessian
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
        Layout layout,
        double[] x,
        double value,
        double[] gradient,
        double gradientError,
        Spectrum spectrum,
        ErrorBudget error,
        String source,
        double rho,
        double[] newtonStep,
        double drift) {
    private static final double EPSILON = Math.ulp(1.0);

    /**
     * What the analysis goes by.
     *
     * @param rho ρ, how near the critical point must be, greater than 0
     */
    public record Options(double rho) {
        /** Checks the radius. */
        public Options {
            if (!(rho > 0 && rho < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("radius rho = " + rho + ", expected a finite number > 0");
            }
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
     * @param options the radius
     * @return the verdict
     * @throws IllegalArgumentException as for {@link #of(Objective, double[])}
     */
    public static CriticalPoint of(Objective f, double[] x, Options options) {
        double[] point = x.clone();
        Derivatives at = Derivatives.at(f, point);
        String trouble = at.trouble(f).orElse(null);
        Spectrum spectrum = trouble == null
                ? Spectrum.of(at.hessian())
                : new Spectrum(new double[0], new double[0][], new double[0], 0);
        ErrorBudget error = ErrorBudget.of(spectrum, at.hessianError());
        // evaluating g rounds x at least once; what the formula adds was measured by few probes, and is doubled
        double[] floor = rounding(at.hessian(), point);
        double delta = Math.max(2 * at.gradientError(), Vectors.norm(floor));
        Verdict verdict = trouble == null
                ? Verdict.decide(f, point, at, spectrum, error.total(), floor, 2 * at.gradientError(), options.rho)
                : new Verdict(Kind.UNDECIDED, trouble, new double[x.length], 0);
        return new CriticalPoint(
                verdict.kind(),
                verdict.why(),
                f.layout(),
                point,
                at.value(),
                at.gradient(),
                delta,
                spectrum,
                error,
                at.source(),
                options.rho,
                verdict.step(),
                verdict.drift());
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

    /**
     * The eigenvalues of the Hessian.
     *
     * @return λ, ascending
     */
    public double[] eigenvalues() {
        return spectrum.values();
    }

    /**
     * The error bar of one eigenvalue: its own residual in place of all of them, so at most E.
     *
     * @param i its place in {@link #eigenvalues}
     * @return a distance within which the true Hessian has an eigenvalue
     */
    public double errorBar(int i) {
        return error.total() - error.eigensolver() + spectrum.residuals()[i];
    }

    /**
     * The number of eigenvalues known to be negative: at the critical point, where this is one.
     *
     * @return n₋, the lower end of the index
     */
    public int index() {
        double beyond = error.total() + drift;
        int count = 0;
        for (double lambda : spectrum.values()) {
            count += lambda < -beyond ? 1 : 0;
        }
        return count;
    }

    /**
     * The index if every eigenvalue of unknown sign were negative.
     *
     * @return n₋ + n₀, the upper end of the index
     */
    public int largestIndex() {
        double beyond = error.total() + drift;
        int count = 0;
        for (double lambda : spectrum.values()) {
            count += lambda > beyond ? 0 : 1;
        }
        return count;
    }

    /**
     * The number of eigenvalues that are 0 within their error.
     *
     * @return n₀ at x
     */
    public int nullity() {
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
                : smallest <= error.total() ? Double.POSITIVE_INFINITY : spectrum.norm() / smallest;
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
