package org.hesse.critical;

import java.util.Arrays;
import java.util.Optional;
import org.hesse.autodiff.interval.OnIntervals;
import org.hesse.linear.Spectrum;
import org.hesse.linear.Vectors;
import org.hesse.objective.Curved;
import org.hesse.objective.Objective;

/**
 * Newton's method from a point to the critical point near it, as long as each step is shorter than the one before, and not
 * farther than twice the first: where Newton–Kantorovich holds, the critical point is not farther away. The end is proved by
 * {@link Certificate#prove}, or else judged by h = βLη with L = ‖H(y + s) − H(y)‖/‖s‖ from the steps themselves.
 */
final class Polish {
    private static final int STEPS = 20;
    private static final double ENOUGH = 0.25; // of the sampled h, half of what the theorem asks for
    private static final double EPSILON = Math.ulp(1.0);

    private final Objective f;
    private final double[] from;
    private final double error;
    private double[] y;
    private double[] gradient;
    private Spectrum spectrum;
    private double lipschitz;

    private Polish(Objective f, double[] from, double error) {
        this.f = f;
        this.error = error;
        this.from = from;
        this.y = from.clone();
    }

    /**
     * The critical point near x; empty where the objective has no Hessian, or nothing near is found. {@code error} is that of
     * the eigenvalues at x: at a kink of the gradient the Hessian is one of several.
     */
    static Optional<Nearest> from(Objective f, double[] x, double[] gradient, Spectrum spectrum, double error) {
        if (f.as(Curved.class).isEmpty()) {
            return Optional.empty(); // by differences it would cost several times what the verdict does
        }
        Polish polish = new Polish(f, x, error);
        polish.gradient = gradient.clone();
        polish.spectrum = spectrum;
        Optional<Certificate> found = polish.run() ? polish.certificate() : Optional.empty();
        return found.or(() -> f.as(OnIntervals.class).flatMap(g -> Krawczyk.near(g, x)))
                .map(c -> Nearest.of(c, x));
    }

    private boolean run() {
        double before = Double.POSITIVE_INFINITY;
        double limit = Double.POSITIVE_INFINITY;
        for (int k = 0; k < STEPS; k++) {
            double[] s = Certificate.newtonStep(spectrum, gradient);
            double length = Vectors.norm(s);
            if (!(length < Double.POSITIVE_INFINITY)) {
                return false;
            }
            if (length == 0 || length >= before) {
                return true; // rounding is all that is left, or it does not converge: the certificate will tell
            }
            limit = k == 0 ? 2 * length * (1 + 8 * EPSILON) : limit;
            double[] next = Vectors.plus(y, 1, s);
            double[][] h = Derivatives.hessianAt(f, next);
            double[] g = new double[y.length];
            f.valueAndGradient(next, g);
            if (!(Vectors.norm(Vectors.minus(next, from)) <= limit)
                    || !Double.isFinite(Vectors.norm(g))
                    || !Derivatives.isFinite(h)) {
                return k > 0 && before < 1e-6 * limit; // the last steps may go any way
            }
            y = next;
            gradient = g;
            Spectrum there = Spectrum.of(h);
            lipschitz = length > Math.sqrt(EPSILON) * Vectors.norm(y)
                    ? Math.max(lipschitz, change(spectrum, there) / length)
                    : lipschitz;
            spectrum = there;
            before = length;
        }
        return true;
    }

    private Optional<Certificate> certificate() {
        if (f.as(OnIntervals.class).isPresent()) {
            Optional<Certificate> proof = Certificate.prove(f, y);
            if (proof.isPresent()) {
                return proof;
            }
        }
        double e = Math.max(error, ErrorBudget.of(spectrum, 0).total());
        double least = Double.POSITIVE_INFINITY;
        int index = 0;
        for (double lambda : spectrum.values()) {
            least = Math.min(least, Math.abs(lambda) - e);
            index += lambda < 0 ? 1 : 0;
        }
        double beta = 1 / least;
        lipschitz = lipschitz == 0 ? sampled() : lipschitz;
        double rounding = 4 * EPSILON * spectrum.norm() * Vectors.norm(y) * Math.sqrt(y.length);
        double eta = Vectors.norm(Certificate.newtonStep(spectrum, gradient)) + beta * rounding;
        double h = beta * lipschitz * eta;
        boolean holds = least > 0 && h <= ENOUGH && eta <= 1e-3 * Math.max(1, Vectors.norm(y));
        double unique = lipschitz == 0 ? Double.POSITIVE_INFINITY : 1 / (beta * lipschitz);
        return holds
                ? Optional.of(new Certificate(
                        y, index, beta, eta, lipschitz, 2 * eta, unique, Evidence.NUMERICAL, Proof.NEWTON_KANTOROVICH))
                : Optional.empty();
    }

    /** L along (1, …, 1), where all steps were too short to show it: at 10⁻¹⁰ beside the point of x³ Newton's steps are. */
    private double sampled() {
        double[] d = new double[y.length];
        Arrays.fill(d, 1e-6 * Math.max(1, Vectors.normInf(y)));
        double[][] there = Derivatives.hessianAt(f, Vectors.plus(y, 1, d));
        return Derivatives.isFinite(there)
                ? change(spectrum, Spectrum.of(there)) / Vectors.norm(d)
                : Double.POSITIVE_INFINITY;
    }

    /** ‖H₁ − H₂‖ in the Frobenius norm, of matrices given by their eigenpairs. */
    private static double change(Spectrum a, Spectrum b) {
        int n = a.values().length;
        double squares = 0; // ‖A − B‖² = Σᵢⱼ (αᵢ − βⱼ)²(aᵢᵀbⱼ)²
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double c = Vectors.dot(a.vectors()[i], b.vectors()[j]) * (a.values()[i] - b.values()[j]);
                squares += c * c;
            }
        }
        return Math.sqrt(squares);
    }
}
