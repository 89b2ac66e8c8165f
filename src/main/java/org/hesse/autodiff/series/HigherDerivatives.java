package org.hesse.autodiff.series;

import java.util.Arrays;
import java.util.function.Function;
import org.hesse.autodiff.graph.Graph;
import org.hesse.io.Numbers;
import org.hesse.io.Terminal;
import org.hesse.objective.Meter;
import org.hesse.objective.Structure;
import org.hesse.objective.Work;

/** An objective with derivatives of third and fourth order along a direction, exact to rounding. */
@FunctionalInterface
public interface HigherDerivatives extends Structure {
    /**
     * The derivatives of φ(t) = f(x + ts) at t = 0, and of the gradient along s. Where one does not exist, as at a kink, it
     * and all of higher order are NaN or infinite.
     *
     * @param x the point, length n, not modified
     * @param s the direction, length n, not modified
     * @return the derivatives
     * @throws IllegalArgumentException if a length is not n
     */
    Directional along(double[] x, double[] s);

    /**
     * Derivatives of a function that is recorded at each point.
     *
     * @param graphAt records the function at a point, and refuses one of another length than n
     * @return its derivatives along directions
     */
    static HigherDerivatives recorded(Function<double[], ? extends Graph> graphAt) {
        return (x, s) -> GraphSeries.along(graphAt.apply(x), s);
    }

    @Override
    default HigherDerivatives metered(Meter meter) {
        return (x, s) -> meter.charge(Work.PRODUCT, 2, () -> along(x, s)); // some five times the work of a gradient
    }

    /**
     * Derivatives along a direction s. The arrays are owned by the caller.
     *
     * @param value f(x)
     * @param slope sᵀ∇f
     * @param curvature sᵀHs
     * @param third D³f[s, s, s]
     * @param fourth D⁴f[s, s, s, s]
     * @param gradient ∇f(x), length n
     * @param product Hs, length n
     * @param thirdProduct D³f[s, s, ·], length n: the second derivative of ∇f along s
     */
    record Directional(
            double value,
            double slope,
            double curvature,
            double third,
            double fourth,
            double[] gradient,
            double[] product,
            double[] thirdProduct) {
        /** In at most 80 characters. */
        @Override
        public String toString() {
            double[] all = {value, slope, curvature, third, fourth};
            return Terminal.line("along s: "
                    + String.join(
                            ", ", Arrays.stream(all).mapToObj(Numbers::brief).toList()));
        }
    }
}
