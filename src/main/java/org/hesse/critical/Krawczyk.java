package org.hesse.critical;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.hesse.autodiff.interval.Boxes;
import org.hesse.autodiff.interval.Interval;
import org.hesse.autodiff.interval.OnIntervals;
import org.hesse.linear.Vectors;

/**
 * The proof by the operator of Krawczyk, K(W) = m − Y∇f(m) + (I − Y·H(W))(W − m) ⊂ int W, with the inertia of H over what is
 * left of W. Its boxes have a side for each variable, so it does not mind scales by which ‖H⁻¹‖·‖H‖ is beyond 1/ε, where
 * {@link Certificate} can say nothing by norms.
 *
 * <p>Boxes tried: the step Y∇f(m), variable by variable, at least rounding, times 4, 2¹⁶, 2 and 5/4; before them one
 * of a thousandth in every variable, in which the point is alone. Source: Neumaier, Interval Methods for Systems of Equations
 * (1990), theorem 5.1.8.
 */
final class Krawczyk {
    /** The largest n: an attempt takes n³ operations on intervals and an enclosure of the Hessian. */
    static final int LARGEST = 12;

    private static final double[] FACTORS = {4, 0x1p16, 2, 1.25};
    private static final int STEPS = 20;
    private static final double ALONE = 1e-3;

    private Krawczyk() {}

    static Optional<Certificate> prove(OnIntervals f, double[] x) {
        Optional<IntervalNewton> here = IntervalNewton.on(f, Boxes.of(x));
        if (x.length > LARGEST || here.isEmpty()) {
            return Optional.empty();
        }
        Interval[] step = Enclosures.minus(here.get().krawczyk(), x); // K of the point itself
        double eta = Enclosures.norm(step);
        if (!Double.isFinite(eta)) {
            return Optional.empty();
        }
        Interval[] wide = box(x, ALONE, step, 0);
        Optional<Certificate> proof = within(f, x, wide, eta);
        for (int k = 0; proof.isEmpty() && k < FACTORS.length; k++) {
            proof = within(f, x, box(x, 0, step, FACTORS[k]), eta);
        }
        return proof;
    }

    /** The same at the end of Newton's method, not farther away than twice its first step. */
    static Optional<Certificate> near(OnIntervals f, double[] x) {
        double[] y = x;
        double limit = Double.POSITIVE_INFINITY;
        double before = Double.POSITIVE_INFINITY;
        for (int k = 0; k < STEPS && before > 0 && x.length <= LARGEST; k++) {
            Optional<IntervalNewton> newton = IntervalNewton.on(f, Boxes.of(y));
            double[] next = newton.map(n -> Boxes.midpoint(n.krawczyk())).orElse(y);
            double length = Vectors.norm(Vectors.minus(next, y));
            limit = k == 0 ? 2 * length : limit;
            if (!(length < before && Vectors.norm(Vectors.minus(next, x)) <= limit)) {
                break;
            }
            y = next;
            before = length;
        }
        return prove(f, y);
    }

    private static Interval[] box(double[] x, double uniform, Interval[] step, double factor) {
        Interval[] box = new Interval[x.length];
        double size = Math.max(1, Vectors.normInf(x));
        Arrays.setAll(box, i -> {
            double r = Math.max(uniform * size, factor * Math.max(step[i].magnitude(), 4 * Math.ulp(x[i])));
            return Interval.of(-r, r).add(x[i]);
        });
        return box;
    }

    private static Interval[] again(OnIntervals f, Interval[] box) {
        return IntervalNewton.on(f, box).map(n -> n.contract(box)).orElse(box);
    }

    private static Optional<Certificate> within(OnIntervals f, double[] x, Interval[] wide, double eta) {
        Optional<IntervalNewton> newton = IntervalNewton.on(f, wide).filter(IntervalNewton::isUnique);
        if (newton.isEmpty()) {
            return Optional.empty();
        }
        Interval[] tight = again(f, newton.get().contract(wide));
        OptionalInt index = IntervalInertia.index(f.over(tight).hessian());
        if (index.isEmpty()) {
            return Optional.empty();
        }
        double alone = Double.POSITIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            alone = Math.min(alone, Math.min(x[i] - wide[i].lo(), wide[i].hi() - x[i]));
        }
        double nan = Double.NaN;
        double far = Enclosures.norm(Enclosures.minus(tight, x));
        return Optional.of(new Certificate(
                x, index.getAsInt(), nan, eta, nan, far, Math.nextDown(alone), Evidence.CERTIFIED, Proof.KRAWCZYK));
    }
}
