package org.hesse.hipparchus.opaque;

import java.util.List;
import org.hesse.method.Algorithm;
import org.hesse.method.Catalogue;

/** Hipparchus's optimizers by name, each with the defaults of Hipparchus where it has them. */
public final class HipparchusCatalogue implements Catalogue {
    /** For the service loader. */
    public HipparchusCatalogue() {}

    @Override
    public List<Entry> entries() {
        return List.of(
                entry(new HipparchusBobyqa(), "Powell's BOBYQA: quadratic models of values, within bounds; n >= 2"),
                entry(new HipparchusCg(), "nonlinear conjugate gradients, the line search by values"),
                entry(new HipparchusCmaes(), "evolution strategy with an adapted covariance, within bounds; random"),
                entry(new HipparchusGaussNewton(), "Gauss-Newton without damping, for least squares only"),
                entry(new HipparchusLm(), "MINPACK's Levenberg-Marquardt, for least squares only"),
                entry(new HipparchusMultiDirectional(), "the multi-directional simplex of Torczon, by values"),
                entry(new HipparchusNelderMead(), "the simplex of Nelder and Mead, by values"),
                entry(new HipparchusPowell(), "Powell's conjugate directions with Brent's line search, by values"),
                entry(new HipparchusSqp(), "sequential quadratic programming, here within bounds"));
    }

    private static Entry entry(Algorithm algorithm, String summary) {
        return new Entry(algorithm.name(), algorithm, "Hipparchus: " + summary);
    }
}
