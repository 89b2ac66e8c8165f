package org.hesse.objective;

/**
 * A function continued beyond its bounds, so that differences near them ask for values within: outside, at a distance d from
 * the nearest point b of the box, the quadratic through f at b and two points further in, at equal distances ≤ d. A central
 * difference at b is then the one-sided (−3f(b) + 4f(b + h) − f(b + 2h))/(2h), of error O(h²) as well.
 */
public final class Continued implements FiniteDifferences.Value {
    private final FiniteDifferences.Value f;
    private final Domain domain;

    private Continued(FiniteDifferences.Value f, Domain domain) {
        this.f = f;
        this.domain = domain;
    }

    /**
     * Continues a function.
     *
     * @param f defined within the bounds
     * @param domain the bounds
     * @return f itself where there are no bounds
     */
    public static FiniteDifferences.Value of(FiniteDifferences.Value f, Domain domain) {
        return domain.isBounded() ? new Continued(f, domain) : f;
    }

    @Override
    public double at(double[] x) {
        double[] y = x.clone();
        domain.project(y);
        double[] in = new double[x.length];
        double part = 1; // of d, where the box is narrower than 2d
        boolean outside = false;
        for (int i = 0; i < x.length; i++) {
            double width = domain.upper()[i] - domain.lower()[i];
            if (y[i] != x[i] && width > 0) {
                outside = true;
                in[i] = y[i] - x[i];
                part = Math.min(part, width / 2 / Math.abs(in[i]));
            }
        }
        double edge = f.at(y);
        if (!outside) {
            return edge;
        }
        double t = 1 / part;
        double near = f.at(inward(y, in, part));
        double far = f.at(inward(y, in, 2 * part));
        return (1 + t) * (2 + t) / 2 * edge - t * (2 + t) * near + t * (1 + t) / 2 * far;
    }

    private double[] inward(double[] y, double[] in, double part) {
        double[] z = y.clone();
        for (int i = 0; i < z.length; i++) {
            z[i] += part * in[i];
        }
        domain.project(z); // of rounding
        return z;
    }
}
