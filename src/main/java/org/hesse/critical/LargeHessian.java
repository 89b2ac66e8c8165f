package org.hesse.critical;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hesse.linear.BunchKaufman;
import org.hesse.linear.Inertia;
import org.hesse.linear.Lanczos;
import org.hesse.linear.Spectrum;
import org.hesse.linear.Vectors;
import org.hesse.objective.Seeds;

/**
 * A large Hessian without all of its eigenpairs: the signs by {@link Inertia}, solutions by {@link BunchKaufman}, and by
 * {@link Lanczos} the eigenpairs at both ends of the spectrum and, with the inverse, on both sides of 0. Three
 * factorisations, n³ operations, where a decomposition takes 9n³.
 */
final class LargeHessian {
    private static final Lanczos LANCZOS = new Lanczos(1e-6, 200);

    private final double[][] hessian; // symmetric
    private final Inertia inertia; // at x, all of it certain
    private final Spectrum spectrum; // two to four eigenpairs
    private final ErrorBudget error;
    private final BunchKaufman factors;
    private Inertia moved; // the signs for a larger error

    private LargeHessian(double[][] h, Inertia inertia, Spectrum spectrum, ErrorBudget error, BunchKaufman factors) {
        this.hessian = h;
        this.inertia = inertia;
        this.spectrum = spectrum;
        this.error = error;
        this.factors = factors;
        this.moved = inertia;
    }

    /** Empty where an eigenvalue may be 0: then directions are asked for, and all eigenpairs are needed. */
    static Optional<LargeHessian> of(Derivatives at) {
        int n = at.gradient().length;
        double asymmetry = Spectrum.asymmetry(at.hessian());
        double[][] h = asymmetry == 0 ? at.hessian() : Spectrum.symmetricPart(at.hessian());
        RandomGenerator random = Seeds.random(13);
        Lanczos.Ends outer =
                LANCZOS.of((v, hv) -> times(h, v, hv), random.doubles(n, -1, 1).toArray());
        double norm = Vectors.normInf(outer.values()) + Math.max(outer.lowestResidual(), outer.highestResidual());
        double rounding = n * Math.ulp(1.0) * norm;
        double margin = asymmetry + at.hessianError() + rounding;
        BunchKaufman factors = BunchKaufman.of(h);
        if (!(margin + factors.error() < Double.POSITIVE_INFINITY)) {
            return Optional.empty();
        }
        Inertia inertia = Inertia.of(h, margin, factors.error());
        if (!inertia.isCertain()) {
            return Optional.empty();
        }
        Lanczos.Ends inner = LANCZOS.of(
                (v, hv) -> System.arraycopy(factors.solve(v), 0, hv, 0, n),
                random.doubles(n, -1, 1).toArray());
        Spectrum spectrum = spectrum(h, inertia, outer, inner, asymmetry);
        ErrorBudget error = new ErrorBudget(inertia.radius() - margin, asymmetry, at.hessianError(), rounding);
        return Optional.of(new LargeHessian(h, inertia, spectrum, error, factors));
    }

    Spectrum spectrum() {
        return spectrum;
    }

    /** Of the eigenvalues; the share of the eigensolver is what the factorisations leave over. */
    ErrorBudget error() {
        return error;
    }

    /** The index at x. */
    int negative() {
        return inertia.negative();
    }

    /** The signs that a move of the eigenvalues by {@code drift} leaves certain. */
    Inertia within(double drift) {
        double margin = inertia.margin() + drift;
        if (!(margin < Double.POSITIVE_INFINITY)) {
            return new Inertia(0, hessian.length, 0, margin, Double.NaN);
        }
        moved = moved.margin() == margin ? moved : Inertia.of(hessian, margin, factors.error());
        return moved;
    }

    /** −H⁻¹g. */
    double[] newtonStep(double[] g) {
        double[] s = factors.solve(g);
        Vectors.scale(-1, s);
        return s;
    }

    /** The smallest |λ|. */
    double leastCurvature() {
        return Spectra.smallest(spectrum.values(), 1);
    }

    /** The longest that an error δ of the gradient can do to the Newton step: along the smallest |λ|. */
    double[] inError(double delta) {
        int k = Spectra.zeros(spectrum.values(), leastCurvature())[0];
        double[] s = spectrum.vectors()[k].clone();
        Vectors.scale(delta / leastCurvature(), s);
        return s;
    }

    void times(double[] v, double[] hv) {
        times(hessian, v, hv);
    }

    private static void times(double[][] h, double[] v, double[] hv) {
        for (int i = 0; i < v.length; i++) {
            hv[i] = Vectors.dot(h[i], v);
        }
    }

    private record Pair(double value, double[] vector, double residual) {}

    /** An eigenvalue that both found, being the only one of its sign, is taken from the inverse. */
    private static Spectrum spectrum(
            double[][] h, Inertia inertia, Lanczos.Ends outer, Lanczos.Ends inner, double asymmetry) {
        List<Pair> pairs = new ArrayList<>();
        add(h, inner.lowest(), pairs);
        add(h, inner.highest(), pairs);
        boolean below = pairs.stream().anyMatch(p -> p.value < 0);
        boolean above = pairs.stream().anyMatch(p -> p.value > 0);
        if (inertia.negative() > 1 || inertia.negative() == 1 && !below) {
            add(h, outer.lowest(), pairs);
        }
        if (inertia.positive() > 1 || inertia.positive() == 1 && !above) {
            add(h, outer.highest(), pairs);
        }
        pairs.sort(Comparator.comparingDouble(Pair::value));
        return new Spectrum(
                pairs.stream().mapToDouble(Pair::value).toArray(),
                pairs.stream().map(Pair::vector).toArray(double[][]::new),
                pairs.stream().mapToDouble(Pair::residual).toArray(),
                asymmetry);
    }

    private static void add(double[][] h, double[] v, List<Pair> pairs) {
        if (v.length > 0) {
            double[] hv = new double[v.length];
            times(h, v, hv);
            double lambda = Vectors.dot(v, hv);
            Vectors.axpy(-lambda, v, hv);
            pairs.add(new Pair(lambda, v, Vectors.norm(hv)));
        }
    }
}
