package org.hesse.critical;

import java.util.Optional;
import org.hesse.autodiff.interval.Boxes;
import org.hesse.autodiff.interval.Enclosure;
import org.hesse.autodiff.interval.Interval;
import org.hesse.autodiff.interval.OnIntervals;
import org.hesse.io.Terminal;
import org.hesse.linear.Spectrum;
import org.hesse.linear.Vectors;
import org.hesse.objective.Kind;
import org.hesse.objective.Objective;

/**
 * A proof that there is exactly one critical point near a point, that it is not degenerate, and of its index.
 *
 * <p>Newton–Kantorovich with the Hessian at the centre c fixed, T(y) = y − H⁻¹∇f(y). With β ≥ ‖H⁻¹‖, η ≥ ‖H⁻¹∇f(c)‖ and ω(r)
 * ≥ ‖H(y) − H‖ for ‖y − c‖ ≤ r, T maps the ball of radius r into itself if η + β∫₀ʳω ≤ r, and contracts on it if βω(r) &lt; 1.
 * With ω(r) = Lr that is h = βLη &lt; ½, and the smallest r is (1 − √(1 − 2h))/(βL). As ω(r) &lt; 1/β ≤ min|λ|, by Weyl no
 * eigenvalue changes sign in the ball. Where norms prove nothing, {@link Proof#KRAWCZYK} is tried up to n = {@value
 * Krawczyk#LARGEST}. Sources: Kantorovich and Akilov, Functional Analysis (1982), theorem XVIII.1.6;
 * Dennis and Schnabel, Numerical Methods (1983), theorem 5.3.1.
 *
 * <p>Here ω is the width of interval enclosures over the box around the ball, at first with ∫ω ≤ rω(r), then in {@value
 * #SHELLS} shells; β, η and all sums are rounded upward. Costs an eigendecomposition, 3n³ operations on intervals, and one
 * enclosure of the Hessian for each radius tried, some 10: n = 50 takes about a tenth of a second.
 *
 * @param center c, length n
 * @param index the number of negative eigenvalues at the critical point and in the whole ball
 * @param beta β, a bound on ‖H⁻¹‖ at c; NaN where Krawczyk's operator is the proof
 * @param eta η, a bound on the Newton step at c
 * @param lipschitz L = ω(r)/r for the ball of the proof; NaN as for β
 * @param existence the critical point is at most so far from c
 * @param uniqueness and no other is within this distance of c; at least {@code existence}, but for Krawczyk's operator,
 *     whose boxes may be long and thin
 * @param evidence CERTIFIED, or NUMERICAL where L was sampled
 * @param proof by which theorem
 */
public record Certificate(
        double[] center,
        int index,
        double beta,
        double eta,
        double lipschitz,
        double existence,
        double uniqueness,
        Evidence evidence,
        Proof proof) {
    private static final int SHELLS = 8;
    private static final int RADII = 64;

    /**
     * Tries to prove.
     *
     * @param f the function; without {@link OnIntervals} nothing can be proved
     * @param x the point, length n, not modified
     * @return the proof, with centre x, or empty where neither theorem proves anything: far from a critical point, near a
     *     degenerate one, or where f is not smooth
     */
    public static Optional<Certificate> prove(Objective f, double[] x) {
        return f.as(OnIntervals.class)
                .flatMap(g -> new Kantorovich(g, x.clone()).proof().or(() -> Krawczyk.prove(g, x.clone())));
    }

    /**
     * The kind of the critical point.
     *
     * @return MINIMUM, SADDLE or MAXIMUM
     */
    public Kind kind() {
        return index == 0 ? Kind.MINIMUM : index == center.length ? Kind.MAXIMUM : Kind.SADDLE;
    }

    /**
     * The h of Newton–Kantorovich.
     *
     * @return βLη; NaN where Krawczyk's operator is the proof
     */
    public double h() {
        return beta * lipschitz * eta;
    }

    /** The constants at the centre, and the radii that follow from them. */
    private static final class Kantorovich {
        private final OnIntervals f;
        private final double[] x;
        private Interval[][] hessian;
        private double beta;
        private double eta;

        Kantorovich(OnIntervals f, double[] x) {
            this.f = f;
            this.x = x;
        }

        Optional<Certificate> proof() {
            Enclosure here = f.over(Boxes.of(x));
            Interval[] g = here.gradient();
            hessian = here.hessian();
            if (here.obstacle().isPresent()
                    || !(Enclosures.norm(g) + Enclosures.norm(hessian) < Double.POSITIVE_INFINITY)) {
                return Optional.empty();
            }
            Spectrum spectrum = Spectrum.of(Enclosures.middle(hessian));
            EigenvalueBounds bounds = EigenvalueBounds.of(hessian, spectrum.vectors());
            if (!(bounds.least() > 0)) {
                return Optional.empty();
            }
            beta = Interval.ONE.divide(bounds.least()).hi();
            Interval[] s = Boxes.of(newtonStep(spectrum, Boxes.midpoint(g)));
            double rest = Enclosures.norm(Enclosures.plus(g, Boxes.times(hessian, s)));
            eta = Interval.of(beta).multiply(rest).add(Enclosures.norm(s)).hi(); // ‖H⁻¹g‖ <= ‖s‖ + β‖g + Hs‖
            return eta < Double.POSITIVE_INFINITY ? radii(bounds.negative()) : Optional.empty();
        }

        private Optional<Certificate> radii(int index) {
            double unique = 0;
            double r = Math.max(2 * eta, Math.max(1, Vectors.normInf(x)));
            for (int k = 0; k < RADII && r >= eta && r > 0; k++) {
                double q = contraction(r);
                if (q < 1) {
                    unique = Math.max(unique, r);
                    double far =
                            Interval.of(eta).divide(Interval.ONE.subtract(q)).hi();
                    if (far <= r) {
                        return Optional.of(tightened(certificate(index, r, q, far, unique)));
                    }
                }
                r /= 2;
            }
            for (double factor : new double[] {2, 1.5, 1.25}) {
                r = factor * eta;
                double q = contraction(r);
                double reach = q < 1 ? Interval.of(eta).add(shells(r)).hi() : Double.POSITIVE_INFINITY;
                if (reach <= r) {
                    return Optional.of(certificate(index, r, q, reach, Math.max(unique, r)));
                }
            }
            return Optional.empty();
        }

        /** Once x* is known to be within r, ‖x* − c‖ ≤ η + βω(r)‖x* − c‖. */
        private Certificate tightened(Certificate c) {
            Certificate best = c;
            for (int k = 0; k < 4 && best.existence > 1.01 * eta; k++) {
                double q = contraction(best.existence);
                double far = Interval.of(eta).divide(Interval.ONE.subtract(q)).hi();
                best = certificate(c.index, best.existence, q, far, c.uniqueness);
            }
            return best;
        }

        private Certificate certificate(int index, double r, double q, double far, double unique) {
            return new Certificate(
                    x, index, beta, eta, q / beta / r, far, unique, Evidence.CERTIFIED, Proof.NEWTON_KANTOROVICH);
        }

        /** βω(r) from above. */
        private double contraction(double r) {
            Enclosure around = f.over(Enclosures.box(x, r));
            Interval[][] h = around.hessian();
            return around.obstacle().isPresent()
                    ? Double.POSITIVE_INFINITY
                    : Interval.of(beta)
                            .multiply(Enclosures.norm(Enclosures.minus(h, hessian)))
                            .hi();
        }

        /** β∫₀ʳω from above: ω increases, so on each shell it is at most what it is at the outer end. */
        private double shells(double r) {
            Interval sum = Interval.ZERO;
            for (int k = 1; k <= SHELLS; k++) {
                sum = sum.add(
                        Interval.of(contraction(Math.nextUp(r * k / SHELLS))).multiply(r / SHELLS));
            }
            return sum.hi();
        }
    }

    /** −H⁻¹g by the eigenvectors of H; all eigenvalues are to be away from 0. */
    static double[] newtonStep(Spectrum spectrum, double[] g) {
        double[] s = new double[g.length];
        for (int k = 0; k < s.length; k++) {
            double[] v = spectrum.vectors()[k];
            Vectors.axpy(-Vectors.dot(v, g) / spectrum.values()[k], v, s);
        }
        return s;
    }

    /** In at most 80 characters. */
    @Override
    public String toString() {
        return Terminal.line(evidence + " " + kind() + " index " + index + " within " + ErrorBudget.error(existence)
                + ", alone within " + ErrorBudget.error(uniqueness)
                + (proof == Proof.KRAWCZYK ? ", by Krawczyk" : ", h = " + ErrorBudget.error(h())));
    }
}
