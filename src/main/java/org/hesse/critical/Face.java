package org.hesse.critical;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hesse.autodiff.interval.Enclosure;
import org.hesse.autodiff.interval.Interval;
import org.hesse.autodiff.interval.OnIntervals;
import org.hesse.autodiff.series.HigherDerivatives;
import org.hesse.objective.Curved;
import org.hesse.objective.Hessian;
import org.hesse.objective.Layout;
import org.hesse.objective.Objective;
import org.hesse.objective.Structure;

/** A function of its free variables, the others fixed at their bounds: f on a face of its box. */
final class Face implements Objective {
    private final Objective f;
    private final double[] fixed; // a whole point
    private final int[] free;

    Face(Objective f, double[] fixed, int[] free) {
        this.f = f;
        this.fixed = fixed;
        this.free = free;
    }

    double[] reduced(double[] v) {
        return Arrays.stream(free).mapToDouble(i -> v[i]).toArray();
    }

    double[] whole(double[] v, double[] elsewhere) {
        double[] x = elsewhere.clone();
        for (int k = 0; k < free.length; k++) {
            x[free[k]] = v[k];
        }
        return x;
    }

    @Override
    public int dimension() {
        return free.length;
    }

    @Override
    public double value(double[] x) {
        return f.value(whole(x, fixed));
    }

    @Override
    public double valueAndGradient(double[] x, double[] g) {
        double[] all = new double[fixed.length];
        double value = f.valueAndGradient(whole(x, fixed), all);
        System.arraycopy(reduced(all), 0, g, 0, g.length);
        return value;
    }

    @Override
    public boolean hasGradient() {
        return f.hasGradient();
    }

    @Override
    public Layout layout() {
        List<String> names = Arrays.stream(free).mapToObj(f.layout()::name).toList();
        return Layout.scalars(names);
    }

    @Override
    public <T extends Structure> Optional<T> as(Class<T> type) {
        Optional<Structure> curved =
                f.as(Curved.class).map(c -> (Curved) x -> restricted(c.hessianAt(whole(x, fixed))));
        Optional<Structure> higher =
                f.as(HigherDerivatives.class).map(h -> (HigherDerivatives) (x, s) -> restricted(h, x, s));
        Optional<Structure> intervals = f.as(OnIntervals.class).map(o -> (OnIntervals) box -> restricted(o, box));
        return Stream.of(curved, higher, intervals)
                .flatMap(Optional::stream)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    private Hessian restricted(Hessian h) {
        return new Hessian() {
            @Override
            public int dimension() {
                return free.length;
            }

            @Override
            public void times(double[] v, double[] hv) {
                double[] all = new double[fixed.length];
                h.times(whole(v, new double[fixed.length]), all);
                System.arraycopy(reduced(all), 0, hv, 0, hv.length);
            }

            @Override
            public double error() {
                return h.error();
            }
        };
    }

    private HigherDerivatives.Directional restricted(HigherDerivatives h, double[] x, double[] s) {
        HigherDerivatives.Directional d = h.along(whole(x, fixed), whole(s, new double[fixed.length]));
        return new HigherDerivatives.Directional(
                d.value(),
                d.slope(),
                d.curvature(),
                d.third(),
                d.fourth(),
                reduced(d.gradient()),
                reduced(d.product()),
                reduced(d.thirdProduct()));
    }

    private Enclosure restricted(OnIntervals o, Interval[] box) {
        Interval[] all = new Interval[fixed.length];
        Arrays.setAll(all, i -> Interval.of(fixed[i]));
        for (int k = 0; k < free.length; k++) {
            all[free[k]] = box[k];
        }
        Enclosure e = o.over(all);
        return new Enclosure() {
            @Override
            public Interval value() {
                return e.value();
            }

            @Override
            public Interval meanValue() {
                return e.meanValue();
            }

            @Override
            public Interval[] gradient() {
                return restricted(e.gradient());
            }

            @Override
            public Interval[][] hessian() {
                Interval[][] h = e.hessian();
                return Arrays.stream(free).mapToObj(i -> restricted(h[i])).toArray(Interval[][]::new);
            }

            @Override
            public Optional<String> obstacle(int order) {
                return e.obstacle(order);
            }
        };
    }

    private Interval[] restricted(Interval[] v) {
        return Arrays.stream(free).mapToObj(i -> v[i]).toArray(Interval[]::new);
    }
}
