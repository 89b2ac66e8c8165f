package org.hesse.critical;

import static org.hesse.critical.ErrorBudget.error;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hesse.autodiff.series.HigherDerivatives;
import org.hesse.autodiff.series.HigherDerivatives.Directional;
import org.hesse.linear.Vectors;
import org.hesse.objective.Kind;
import org.hesse.objective.Seeds;

/**
 * What kind a degenerate critical point is, by derivatives of third and fourth order on the null space N. The others, R, are
 * minimised away: by the splitting lemma f is, in curved coordinates, ½rᵀAr + c₃(s) + c₄(s) + O(s⁵), with c₃ = D³f[s³]/6 and
 * c₄ = D⁴f[s⁴]/24 − ⅛bᵀA⁻¹b, b = RᵀD³f[s, s]. Source: Poston and Stewart, Catastrophe Theory (1978), chapter 8.
 *
 * <p>c₃ is decided by its coefficients, from m² directions. So is c₄ up to nullity 2; beyond, where it is a hard problem, it
 * is sampled, and the least sample lowered. A cubic term that an eigenvalue of no more than E and a shift of the point could explain, c₃² ≤ (4/3)E|c₄|,
 * counts as 0.
 */
final class SplittingLemma {
    /** The largest nullity: its square is the number of directions. */
    static final int LARGEST = 20;

    private static final int SAMPLES = 64; // for each dimension of the null space
    private static final double FLAT = 1e-8; // of the largest |c₄| seen: less is 0
    private static final double ROUNDING = 64 * Math.ulp(1.0);

    /** What was found: no kind where all terms are 0 within their errors, or the sign is not. */
    record Answer(Kind kind, String why) {}

    private final HigherDerivatives f;
    private final double[] x;
    private final double[][] kernel;
    private final double[][] rest;
    private final double[] lambda; // of the rest
    private final double e;
    private final double[][] hessian;
    private final double rho;
    private double error3; // of c₃
    private double error4; // of c₄
    private double size4; // |c₄|, the largest seen

    /** At x, with eigenvectors as rows of N and R; {@code e} bounds the eigenvalues of N. */
    SplittingLemma(
            HigherDerivatives f,
            double[] x,
            double[][] n,
            double[][] r,
            double[] lambda,
            double e,
            double[][] hessian,
            double rho) {
        this.f = f;
        this.x = x;
        this.kernel = n;
        this.rest = r;
        this.lambda = lambda;
        this.e = e;
        this.hessian = hessian;
        this.rho = rho;
    }

    Answer decide() {
        int m = kernel.length;
        double[][][] third = new double[m][m][];
        double largest = 0;
        for (int i = 0; i < m; i++) {
            third[i][i] = along(kernel[i]).thirdProduct();
            for (int j = 0; j < i; j++) { // 2·D³[u, v] = D³[(u+v)/√2]² − D³[(u−v)/√2]²
                double[] plus =
                        along(mixed(i, j, Math.sqrt(0.5), Math.sqrt(0.5))).thirdProduct();
                double[] minus =
                        along(mixed(i, j, Math.sqrt(0.5), -Math.sqrt(0.5))).thirdProduct();
                third[i][j] = Vectors.minus(plus, minus);
                Vectors.scale(0.5, third[i][j]);
                third[j][i] = third[i][j];
            }
        }
        for (double[][] row : third) {
            for (double[] t : row) {
                for (double[] v : kernel) {
                    double c = Math.abs(Vectors.dot(t, v));
                    largest = c <= largest ? largest : c; // a NaN stays
                }
            }
        }
        largest /= 6;
        if (!(largest + error3 + error4 < Double.POSITIVE_INFINITY)) {
            return new Answer(null, "derivatives of higher order are not finite");
        }
        double hidden = hidden();
        if (hidden > Math.max(largest * rho, size4 * rho * rho)) {
            return new Answer(null, "curvature " + error(hidden) + ", within its error, outweighs the terms above it");
        }
        if (largest > error3 + Math.sqrt(4 * e * size4 / 3)) {
            return new Answer(Kind.SADDLE, "cubic term " + error(largest) + " along directions of no curvature");
        }
        return byFourth(m == 1 ? line() : m == 2 ? circle(third) : sampled());
    }

    /**
     * The largest ½sᵀHs in N, be it rounding or not: where H is badly scaled that is far below E. Terms of higher order decide
     * only what they outweigh at a distance of ρ.
     */
    private double hidden() {
        double hidden = 0;
        for (double[] s : kernel) {
            double form = 0;
            for (int i = 0; i < s.length; i++) {
                form += s[i] * Vectors.dot(hessian[i], s);
            }
            hidden = Math.max(hidden, Math.abs(form) / 2);
        }
        return hidden;
    }

    private Answer byFourth(int sign) {
        boolean up = lambda.length == 0 || lambda[0] > 0;
        boolean down = lambda.length == 0 || lambda[0] < 0;
        String how = kernel.length > 2 ? " on all samples" : "";
        return switch (sign) {
            case 2 -> new Answer(Kind.SADDLE, "quartic term of both signs where there is no curvature");
            case 1 ->
                new Answer(up ? Kind.MINIMUM : Kind.SADDLE, "quartic term positive where there is no curvature" + how);
            case -1 ->
                new Answer(
                        down ? Kind.MAXIMUM : Kind.SADDLE, "quartic term negative where there is no curvature" + how);
            default -> new Answer(null, "terms of third and fourth order 0 within " + error(Math.max(error3, error4)));
        };
    }

    private int line() {
        return sign(fourth(kernel[0]));
    }

    /** Exact: five values give the coefficients of D⁴, and D³ those of the correction. */
    private int circle(double[][][] third) {
        double half = Math.sqrt(0.5);
        double a = along(kernel[0]).fourth();
        double k = along(kernel[1]).fourth();
        double plus = 4 * along(mixed(0, 1, half, half)).fourth();
        double minus = 4 * along(mixed(0, 1, half, -half)).fourth();
        double far = 25 * along(mixed(0, 1, Math.sqrt(0.2), 2 * Math.sqrt(0.2))).fourth();
        double d = (plus + minus) / 2 - a - k;
        double sum = (plus - minus) / 2; // b + e
        double b = (8 * sum - (far - a - 4 * d - 16 * k)) / 6;
        double[] c = {a, b, d, sum - b, k};
        Vectors.scale(1.0 / 24, c);
        for (int i = 0; i < rest.length; i++) {
            double u = Vectors.dot(rest[i], third[0][0]);
            double v = Vectors.dot(rest[i], third[0][1]);
            double w = Vectors.dot(rest[i], third[1][1]);
            double[] square = {u * u, 4 * u * v, 4 * v * v + 2 * u * w, 4 * v * w, w * w};
            Vectors.axpy(-1 / (8 * lambda[i]), square, c);
        }
        return BinaryQuartic.sign(c[0], c[1], c[2], c[3], c[4], 25 * error4);
    }

    private int sampled() {
        RandomGenerator random = Seeds.random(9);
        boolean unclear = false;
        boolean positive = false;
        boolean negative = false;
        double[] lowest = kernel[0];
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < SAMPLES * kernel.length && !(positive && negative); k++) {
            double[] s = k < kernel.length ? kernel[k] : unit(random);
            double c4 = fourth(s);
            lowest = Math.abs(c4) < least ? s : lowest;
            least = Math.min(least, Math.abs(c4));
            int sign = sign(c4);
            positive |= sign > 0;
            negative |= sign < 0;
            unclear |= sign == 0;
        }
        return positive && negative ? 2 : unclear ? 0 : lowered(lowest, positive ? 1 : -1, random);
    }

    /** Goes on from the smallest |c₄| of the samples, by random steps: no sample is in a plane where c₄ is 0. */
    private int lowered(double[] start, int sign, RandomGenerator random) {
        double[] s = start;
        double c4 = fourth(s);
        double length = 0.5;
        for (int k = 0; k < SAMPLES * kernel.length && sign(c4) == sign && Math.abs(c4) > FLAT * size4; k++) {
            double[] next = Vectors.plus(s, length, unit(random));
            Vectors.scale(1 / Vectors.norm(next), next);
            double there = fourth(next);
            boolean lower = sign * there < sign * c4;
            s = lower ? next : s;
            c4 = lower ? there : c4;
            length *= lower ? 1.5 : 0.8;
        }
        return sign(c4) == -sign ? 2 : sign(c4) == sign && Math.abs(c4) > FLAT * size4 ? sign : 0;
    }

    private int sign(double c4) {
        return c4 > error4 ? 1 : c4 < -error4 ? -1 : 0;
    }

    /** c₄(s) of a unit vector. */
    private double fourth(double[] s) {
        Directional d = along(s);
        return d.fourth() / 24 - correction(d.thirdProduct());
    }

    private double correction(double[] third) {
        double sum = 0;
        for (int i = 0; i < rest.length; i++) {
            double b = Vectors.dot(rest[i], third);
            sum += b * b / (8 * lambda[i]);
        }
        return sum;
    }

    /** The derivatives along s, and how far each may be off: by rounding, measured over a few ulps, and by E in s. */
    private Directional along(double[] s) {
        Directional d = f.along(x, s);
        double gap = Arrays.stream(lambda).map(Math::abs).min().orElse(Double.POSITIVE_INFINITY);
        double tilt = e / gap; // of the null space
        double t = Vectors.norm(d.thirdProduct());
        double corrections = 0;
        for (int i = 0; i < rest.length; i++) {
            double b = Vectors.dot(rest[i], d.thirdProduct());
            corrections += b * b / (8 * Math.abs(lambda[i]));
        }
        double four = Math.abs(d.fourth()) / 24;
        RandomGenerator random = Seeds.random(10);
        double noise3 = 0;
        double noise4 = 0;
        for (int probe = 0; probe < 2; probe++) {
            Directional near = f.along(Derivatives.nearby(x, random), s);
            noise3 = Math.max(noise3, Vectors.norm(Vectors.minus(near.thirdProduct(), d.thirdProduct())));
            noise4 = Math.max(noise4, Math.abs(near.fourth() - d.fourth()) / 24);
        }
        error3 = Math.max(error3, (ROUNDING + 4 * tilt) * t + 4 * noise3);
        error4 = Math.max(
                error4,
                (ROUNDING + 4 * tilt) * (four + corrections)
                        + 4 * noise4
                        + (t == 0 ? 0 : 8 * corrections * noise3 / t));
        error4 = Math.max(error4, moved(s, d, four + corrections));
        size4 = Math.max(size4, four + corrections);
        return d;
    }

    /**
     * How much c₄(s) changes over what is not known: where within √(3E/|c₄|), at most ρ, the critical point is along N, and N
     * itself. At x⁵ = 10⁻³⁵ there is a quartic term, at its critical point there is none.
     */
    private double moved(double[] s, Directional d, double size) {
        double c4 = d.fourth() / 24 - correction(d.thirdProduct());
        double r = Math.min(rho, size > 0 ? Math.sqrt(3 * e / size) : rho);
        RandomGenerator random = Seeds.random(14);
        double change = 0;
        for (int probe = 0; probe < (kernel.length > 1 ? 4 : 2); probe++) {
            double[] way = probe < 2 ? s : unit(random);
            double[] tilted = s.clone();
            for (int i = 0; i < rest.length; i++) {
                Vectors.axpy((random.nextBoolean() ? e : -e) / Math.abs(lambda[i]), rest[i], tilted);
            }
            Directional there = f.along(Vectors.plus(x, probe % 2 == 0 ? r : -r, way), tilted);
            change = Math.max(change, Math.abs(there.fourth() / 24 - correction(there.thirdProduct()) - c4));
        }
        return change;
    }

    private double[] unit(RandomGenerator random) {
        double[] s = new double[x.length];
        for (double[] v : kernel) {
            Vectors.axpy(random.nextGaussian(), v, s);
        }
        Vectors.scale(1 / Vectors.norm(s), s);
        return s;
    }

    private double[] mixed(int i, int j, double a, double b) {
        double[] s = new double[x.length];
        Vectors.axpy(a, kernel[i], s);
        Vectors.axpy(b, kernel[j], s);
        return s;
    }
}
