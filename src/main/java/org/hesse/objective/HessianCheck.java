package org.hesse.objective;

import java.util.ArrayList;
import java.util.List;
import org.hesse.linear.Vectors;
import org.hesse.objective.DerivativeCheck.Outcome;
import org.hesse.objective.DerivativeCheck.Part;

/**
 * The Hessian against differences of gradients: by entry, or beyond 100 variables along random directions, where first
 * the row at fault is seen, and then its column found by halving the direction.
 */
final class HessianCheck {
    private static final int DIRECTIONS = 2;
    private static final int LOOKS = 5;

    private final Objective f;
    private final CheckPoint p;
    private final Hessian h;
    private final Tally tally;

    private HessianCheck(Objective f, CheckPoint p, Hessian h, Tally tally) {
        this.f = f;
        this.p = p;
        this.h = h;
        this.tally = tally;
    }

    static List<Part> of(Objective f, Curved curved, List<CheckPoint> points) {
        Tally tally = new Tally("Hessian");
        List<Hessian> hessians = new ArrayList<>();
        for (CheckPoint p : points) {
            Hessian h = curved.hessianAt(p.x());
            hessians.add(h);
            HessianCheck check = new HessianCheck(f, p, h, tally);
            if (f.dimension() <= DerivativeCheck.DENSE) {
                check.entries();
            } else {
                check.directions();
            }
        }
        List<Part> parts = new ArrayList<>(List.of(tally.part()));
        parts.addAll(MatrixCheck.of(f, curved, points, hessians));
        return parts;
    }

    private void entries() {
        double[][] dense = h.dense();
        double[] y = p.x().clone();
        for (int j = 0; j < dense.length; j++) {
            int k = j;
            Slopes.Curve column = (t, g) -> {
                y[k] = p.x()[k] + t;
                f.valueAndGradient(y, g);
                y[k] = p.x()[k];
            };
            Slopes s = Slopes.of(
                    column, p.gradientNoise(), SlopeCheck.FIRST * p.unit(j), SlopeCheck.RATIO, SlopeCheck.LEVELS);
            double scale = Vectors.normInf(s.value); // of the column, beside which an entry may be small
            for (int i = 0; i < dense.length; i++) {
                String name = "d2f/d" + f.layout().name(i) + " d" + f.layout().name(j);
                Finding found = compare(name, dense[i][j], column, i, p.unit(j), s);
                boolean hidden = found.outcome() == Outcome.AGREES && found.isHidden(scale);
                tally.add(
                        hidden ? found.doubted("hidden by noise " + p.gradientNoise()[i] + " in the gradient") : found);
            }
        }
    }

    /** One component of a difference of gradients with what is given. */
    private Finding compare(String name, double given, Slopes.Curve gradients, int i, double unit, Slopes s) {
        double[] g = new double[p.x().length];
        Slopes.Curve component = (t, value) -> {
            gradients.at(t, g);
            value[0] = g[i];
        };
        Finding finding = new Finding(name, p.name(), given, Double.NaN, h.error(), "");
        double scale = Vectors.normInf(s.value) * 1e-6; // a rounding error in place of 0 needs no closer look
        double clear = Math.max(scale, 1e-3 * Math.abs(given));
        return SlopeCheck.of(finding, component, p.gradientNoise()[i], unit, s, i, clear);
    }

    private void directions() {
        int n = p.x().length;
        tally.count(n);
        for (int k = 0; k < DIRECTIONS; k++) {
            double[] v = GradientCheck.direction(p, k);
            List<Finding> rows = along(v, 0, n);
            int wrong = worst(rows);
            if (wrong < 0) {
                rows.stream()
                        .filter(r -> r.outcome() == Outcome.CANNOT_TELL)
                        .limit(1)
                        .forEach(tally::note);
                rows.stream()
                        .filter(r -> r.outcome() == Outcome.AGREES)
                        .max((a, b) -> Double.compare(Math.abs(a.given()), Math.abs(b.given())))
                        .ifPresent(tally::note);
                continue;
            }
            Halving search = Halving.of(n, (from, to) -> row(v, from, to, wrong).outcome() == Outcome.WRONG);
            for (int j : search.found()) {
                double[] e = new double[n];
                e[j] = 1;
                tally.note(row(e, 0, n, wrong)
                        .named("d2f/d" + f.layout().name(wrong) + " d"
                                + f.layout().name(j)));
            }
            if (search.found().isEmpty()) {
                tally.note(rows.get(wrong));
            }
            tally.more();
            return;
        }
    }

    private static int worst(List<Finding> rows) {
        int worst = -1;
        for (int i = 0; i < rows.size(); i++) {
            Finding r = rows.get(i);
            if (r.outcome() == Outcome.WRONG
                    && (worst < 0 || r.relativeError() > rows.get(worst).relativeError())) {
                worst = i;
            }
        }
        return worst;
    }

    private double[] part(double[] v, int from, int to) {
        double[] part = new double[v.length];
        System.arraycopy(v, from, part, from, to - from);
        return part;
    }

    private Slopes.Curve line(double[] part) {
        return (t, g) -> f.valueAndGradient(Vectors.plus(p.x(), t, part), g);
    }

    private List<Finding> along(double[] v, int from, int to) {
        double[] part = part(v, from, to);
        double[] hv = new double[v.length];
        h.times(part, hv);
        Slopes s = Slopes.of(line(part), p.gradientNoise(), SlopeCheck.FIRST, SlopeCheck.RATIO, SlopeCheck.LEVELS);
        List<Finding> rows = new ArrayList<>(v.length);
        for (int i = 0; i < hv.length; i++) {
            String name = "(H v)_" + f.layout().name(i) + ", v random,";
            rows.add(SlopeCheck.with(new Finding(name, p.name(), hv[i], Double.NaN, h.error(), ""), s, i));
        }
        // a closer look takes many gradients: at the worst few, until one is wrong indeed
        for (int looks = 0, i = worst(rows); i >= 0; i = worst(rows), looks++) {
            if (looks == LOOKS) {
                rows.replaceAll(r -> r.outcome() == Outcome.WRONG ? r.doubted("differences are too rough") : r);
                break;
            }
            rows.set(i, compare(rows.get(i).name(), hv[i], line(part), i, 1, s));
            if (rows.get(i).outcome() == Outcome.WRONG) {
                break;
            }
        }
        return rows;
    }

    private Finding row(double[] v, int from, int to, int i) {
        double[] part = part(v, from, to);
        double[] hv = new double[v.length];
        h.times(part, hv);
        Slopes s = Slopes.of(line(part), p.gradientNoise(), SlopeCheck.FIRST, SlopeCheck.RATIO, SlopeCheck.LEVELS);
        return compare("(H v)_" + f.layout().name(i) + ", v random,", hv[i], line(part), i, 1, s);
    }
}
