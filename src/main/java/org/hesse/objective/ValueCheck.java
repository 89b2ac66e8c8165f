package org.hesse.objective;

import java.util.Arrays;
import java.util.List;
import org.hesse.objective.DerivativeCheck.Part;

/** Whether the value that comes with the gradient is f(x), and whether the gradient is set, not added to. */
final class ValueCheck {
    private static final double ROUNDING = 64 * Math.ulp(1.0);

    private ValueCheck() {}

    static Part of(Objective f, List<CheckPoint> points) {
        Tally tally = new Tally("value");
        for (CheckPoint p : points) {
            double alone = f.value(p.x());
            double allowed = 10 * p.noise() + ROUNDING * Math.abs(alone);
            Finding value = new Finding("f with its gradient", p.name(), p.value(), alone, allowed, "");
            boolean neither = !Double.isFinite(alone) && !Double.isFinite(p.value());
            tally.add(neither ? value.doubted("f is not finite") : value);
            added(f, p, tally);
        }
        return tally.part();
    }

    /** A gradient that is added to what the array held before. */
    private static void added(Objective f, CheckPoint p, Tally tally) {
        double[] g = new double[p.x().length];
        double before = 1 + 2 * org.hesse.linear.Vectors.normInf(p.gradient());
        Arrays.fill(g, before);
        f.valueAndGradient(p.x(), g);
        for (int i = 0; i < g.length; i++) {
            if (Math.abs(g[i] - p.gradient()[i] - before) <= 1e-6 * before) {
                String name = "df/d" + f.layout().name(i) + " into an array that held " + before;
                tally.add(new Finding(name, p.name(), g[i], p.gradient()[i], 0, ""));
                return;
            }
        }
    }
}
