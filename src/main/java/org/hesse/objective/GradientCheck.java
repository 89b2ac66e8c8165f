package org.hesse.objective;

import java.util.List;
import java.util.random.RandomGenerator;
import org.hesse.linear.Vectors;
import org.hesse.objective.DerivativeCheck.Outcome;
import org.hesse.objective.DerivativeCheck.Part;

/** The gradient against differences of values: by component, or beyond 100 variables along random directions. */
final class GradientCheck {
    private static final int DIRECTIONS = 3;
    private static final double OWN = 10; // times the noise of the gradient that is given

    private final Objective f;
    private final List<CheckPoint> points;
    private final Tally tally = new Tally("gradient");

    private GradientCheck(Objective f, List<CheckPoint> points) {
        this.f = f;
        this.points = points;
    }

    static Part of(Objective f, List<CheckPoint> points) {
        GradientCheck check = new GradientCheck(f, points);
        int n = f.dimension();
        if (n <= DerivativeCheck.DENSE) {
            for (int i = 0; i < n; i++) {
                check.component(i);
            }
        } else {
            points.forEach(check::directions);
        }
        return check.tally.part();
    }

    /** One component at all points; where noise hides it at each of them, nothing is known. */
    private void component(int i) {
        List<Finding> found = points.stream().map(p -> component(p, i)).toList();
        boolean hidden = found.stream().allMatch(a -> a.outcome() == Outcome.AGREES && a.isHidden(0));
        for (int k = 0; k < found.size(); k++) {
            Finding a = found.get(k);
            tally.add(hidden ? a.doubted("hidden by noise " + points.get(k).noise() + " in f") : a);
        }
    }

    private Finding component(CheckPoint p, int i) {
        double[] y = p.x().clone();
        Slopes.Curve line = (t, value) -> {
            y[i] = p.x()[i] + t;
            value[0] = f.value(y);
        };
        Finding given = new Finding(
                "df/d" + f.layout().name(i), p.name(), p.gradient()[i], Double.NaN, OWN * p.gradientNoise()[i], "");
        return SlopeCheck.of(given, line, p.noise(), p.unit(i));
    }

    private void directions(CheckPoint p) {
        int n = p.x().length;
        for (int k = 0; k < DIRECTIONS; k++) {
            double[] v = direction(p, k);
            Finding whole = along(p, v, 0, n, 0);
            if (whole.outcome() == Outcome.WRONG) {
                double clear = Math.abs(whole.given() - whole.expected()) / 4;
                Halving search =
                        Halving.of(n, (from, to) -> along(p, v, from, to, clear).outcome() == Outcome.WRONG);
                search.found().forEach(i -> tally.note(component(p, i)));
                if (tally.outcome() != Outcome.WRONG) {
                    tally.note(whole);
                }
                if (search.ended() || !search.lost().isEmpty()) {
                    tally.more();
                }
                tally.count(n);
                return;
            }
            tally.note(whole);
        }
        tally.count(n);
    }

    static double[] direction(CheckPoint p, int k) {
        RandomGenerator random = Seeds.random(Seeds.mix(7, k));
        double[] v = new double[p.x().length];
        for (int i = 0; i < v.length; i++) {
            v[i] = (random.nextBoolean() ? 1 : -1) * (0.5 + random.nextDouble()) * p.unit(i);
        }
        return v;
    }

    /** The slope along the components of v in a range, to be known to within {@code clear}. */
    private Finding along(CheckPoint p, double[] v, int from, int to, double clear) {
        double[] part = new double[v.length];
        System.arraycopy(v, from, part, from, to - from);
        Slopes.Curve line = (t, value) -> value[0] = f.value(Vectors.plus(p.x(), t, part));
        String name = "df/dv, v random in " + (to - from) + " variables,";
        double given = Vectors.dot(p.gradient(), part);
        double own = OWN * Math.abs(Vectors.dot(p.gradientNoise(), part));
        double enough = Math.min(clear, 1e-3 * Math.abs(given));
        return SlopeCheck.of(new Finding(name, p.name(), given, Double.NaN, own, ""), line, p.noise(), 1, enough);
    }
}
