package org.hesse.autodiff.interval;

import java.util.Arrays;
import java.util.Optional;
import org.hesse.io.Terminal;

/**
 * Enclosures over one box by sweeps over a graph: the values forward, here, and the derivatives by {@link Partials}. The
 * two triangles of the Hessian are cut with each other.
 */
final class Sweeps implements Enclosure {
    private static final String BRANCHES =
            "the function looks at the number of a variable, as for a branch: elsewhere in the box it may be another";

    private final Enclosing f;
    private final Interval[] box;
    private final double[] lo; // the values, by slot
    private final double[] hi;
    private int irregular = -1; // the first slot not defined and continuous
    private Partials partials; // null until it is asked for

    Sweeps(Enclosing f, Interval[] box) {
        this.f = f;
        this.box = box.clone();
        lo = f.constants.clone();
        hi = f.constants.clone();
        for (int i = 0; i < box.length; i++) {
            lo[i] = box[i].lo();
            hi[i] = box[i].hi();
        }
        Bounds r = new Bounds();
        for (int k = f.variables; k < lo.length; k++) {
            if (f.needed[k] && !f.constant(k)) {
                if (f.unary[k] != null) {
                    r.range(f.unary[k], lo[f.a[k]], hi[f.a[k]]);
                } else {
                    Pairs.range(f.binary[k], lo[f.a[k]], hi[f.a[k]], lo[f.b[k]], hi[f.b[k]], r);
                }
                lo[k] = r.lo;
                hi[k] = r.hi;
                if (!r.regular && irregular < 0) {
                    irregular = k;
                }
            }
        }
    }

    @Override
    public Interval value() {
        return f.branches ? Interval.ENTIRE : at(f.result);
    }

    @Override
    public Interval meanValue() {
        Interval value = value();
        if (obstacle(1).isPresent() || Arrays.stream(box).anyMatch(x -> Double.isInfinite(x.width()))) {
            return value;
        }
        Interval[] middle = new Interval[box.length];
        Arrays.setAll(middle, i -> Interval.of(box[i].midpoint()));
        Interval sum = f.over(middle).value();
        for (int i = 0; i < box.length; i++) {
            sum = sum.add(partials().gradient(i).multiply(box[i].subtract(middle[i])));
        }
        return value.intersect(sum);
    }

    @Override
    public Interval[] gradient() {
        Interval[] g = new Interval[f.variables];
        Arrays.setAll(g, i -> known() ? partials().gradient(i) : value());
        return g;
    }

    @Override
    public Interval[][] hessian() {
        int n = f.variables;
        Interval[][] h = new Interval[n][n];
        double[][] tangents = new double[2][lo.length];
        double[][] adjoints = new double[2][lo.length];
        for (int j = 0; j < n; j++) {
            if (known()) {
                partials().column(j, tangents, adjoints, h);
            } else {
                Arrays.fill(h[j], value());
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                h[i][j] = h[i][j].intersect(h[j][i]);
                h[j][i] = h[i][j];
            }
        }
        return h;
    }

    @Override
    public Optional<String> obstacle(int order) {
        if (order < 0 || order > 2) {
            throw new IllegalArgumentException("order " + order + ": expected 0, 1 or 2");
        } else if (f.branches) {
            return Optional.of(BRANCHES);
        } else if (at(f.result).isEmpty() || irregular >= 0) {
            return Optional.of(
                    irregular < 0 ? "f has no value in the box" : reason(irregular, "not defined and continuous"));
        } else if (order >= 1 && partials().first >= 0) {
            return Optional.of(reason(partials.first, "without a bounded derivative"));
        } else if (order == 2 && partials().second >= 0) {
            return Optional.of(reason(partials.second, "without a bounded second derivative"));
        }
        return Optional.empty();
    }

    private String reason(int k, String what) {
        String second = f.unary[k] == null ? ", " + at(f.b[k]) : "";
        String name = f.unary[k] == null ? f.binary[k].text() : f.unary[k].text();
        return name + " is " + what + " on " + at(f.a[k]) + second;
    }

    /** Whether the derivatives can be enclosed: not of a function that may be another, nor of one defined nowhere. */
    private boolean known() {
        return !f.branches && !at(f.result).isEmpty();
    }

    private Partials partials() {
        if (partials == null) {
            partials = new Partials(f, lo, hi);
        }
        return partials;
    }

    private Interval at(int k) {
        return Interval.raw(lo[k], hi[k]);
    }

    /** The value, and whether all is proved that an enclosure can prove; in at most 80 characters. */
    @Override
    public String toString() {
        return Terminal.line("f in " + value().toString(6)
                + obstacle().map(why -> ", but " + why).orElse(", twice differentiable there"));
    }
}
