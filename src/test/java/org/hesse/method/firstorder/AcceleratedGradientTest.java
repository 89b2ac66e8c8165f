package org.hesse.method.firstorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hesse.autodiff.Expression;
import org.hesse.run.Minimization;
import org.hesse.run.Result;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceleratedGradientTest {
    /** The minimum is so near the end of the domain that the momentum passes both. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "if(x < 0.3, 1/0, (x-0.31)^2) + 100*y^2",
                "(x-0.31)^2 + 100*y^2 + 0*sqrt(x-0.3)",
                "if(x < 0.3, -1/0, (x-0.31)^2) + 100*y^2"
            })
    void whereTheMomentumLeavesTheDomainItBeginsAnew(String f) {
        Result r = Minimization.of(Expression.parse(f))
                .from(3, 1)
                .with(new AcceleratedGradient())
                .run();
        assertThat(r.isConverged()).isTrue();
        assertThat(r.x()).containsExactly(new double[] {0.31, 0}, within(1e-7));
        assertThat(r.report()).contains("restart");
    }
}
