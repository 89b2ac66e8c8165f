package org.hesse.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.hesse.autodiff.Expression;
import org.hesse.objective.Objective;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandscapeTest {
    // at 0 the Hessian is diagonal with -2, 2, 6, and the quartic is what the Taylor model leaves out
    private static final Objective F = Expression.parse("3*x^2 + y^2 - z^2 + z^4");

    @Test
    void linesRunAlongEigenvectorsWithTheModelBeside() {
        var slices = Landscape.of(F, 0, 0, 0).radius(0.5).slices();
        assertThat(slices)
                .extracting(Slice::name)
                .satisfiesExactly(
                        name -> assertThat(name).startsWith("v1, λ = -2 ± "),
                        name -> assertThat(name).startsWith("v2, λ = 2 ± "),
                        name -> assertThat(name).startsWith("v3, λ = 6 ± "));
        Slice lowest = slices.get(0);
        assertThat(lowest.t()[0]).isEqualTo(-0.5);
        assertThat(lowest.t()[lowest.t().length - 1]).isEqualTo(0.5);
        for (int i = 0; i < lowest.t().length; i++) {
            double t = lowest.t()[i];
            assertThat(lowest.model()[i]).isCloseTo(-t * t, within(1e-14));
            assertThat(lowest.f()[i]).isCloseTo(-t * t + Math.pow(t, 4), within(1e-14));
        }
    }

    @Test
    void theSlopeIsInTheModel() {
        Slice line = Landscape.of(Expression.parse("x^2 + 3*x"), 1).slices().get(0);
        for (int i = 0; i < line.t().length; i++) {
            assertThat(line.model()[i]).isCloseTo(line.f()[i], within(1e-13));
        }
    }

    @Test
    void thePageHasPlaneLinesAndTheVerdict() {
        String html = Landscape.of(F, 0, 0, 0).html();
        assertThat(html).contains("SADDLE index 1", "s, along v1, λ = -2", "t, along v3, λ = 6", "<title>saddle at");
        assertThat(html.split("class=\"plot slice\"", -1)).hasSize(1 + 3);
        assertThat(html).doesNotContain("NaN", "<script");
    }

    @Test
    void givenDirectionsAreMadeOrthogonal() {
        String html = Landscape.of(F, 0, 0, 0)
                .along(new double[] {2, 0, 0}, new double[] {5, 0, 3})
                .html();
        assertThat(html).contains("s, along 1 x, 0 y, 0 z", "t, along 1 z, 0 x, 0 y");
        assertThatThrownBy(() -> Landscape.of(F, 0, 0, 0).along(new double[] {1, 0, 0}, new double[] {2, 0, 0}))
                .hasMessageContaining("second direction: parallel to the first");
        assertThatThrownBy(() -> Landscape.of(F, 0, 0, 0).along(new double[3], new double[] {2, 0, 0}))
                .hasMessageContaining("first direction: norm 0.0");
        assertThatThrownBy(() -> Landscape.of(F, 0, 0, 0).along(new double[] {1}, new double[] {2, 0, 0}))
                .hasMessageContaining("first direction: length 1, expected 3");
    }

    @Test
    void oneVariableHasALineOnly(@TempDir Path dir) {
        Path page = Landscape.of(Expression.parse("cos(x)"), 0).write(dir.resolve("cosine.html"));
        assertThat(page).content().contains("class=\"plot slice\"").doesNotContain("class=\"levels\"");
        assertThat(dir.resolve("cosine-slices.csv")).content().startsWith("direction,t,f,model\n\"v1, λ = -1 ± ");
    }

    @Test
    void misuseIsNamed() {
        assertThatThrownBy(() -> Landscape.of(F, 0, 0, 0).radius(0)).hasMessageContaining("radius = 0.0");
        assertThatThrownBy(() -> Landscape.of(Expression.parse("log(x)+y"), -1, 0))
                .hasMessageContaining("expected a point where f is smooth");
    }
}
