package org.hesse.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class LineChartTest {
    private static final LineChart CHART = LineChart.of("a < b", "x", "f & g");

    /** From 0 to 1 the axis goes over 424 pixels with 3 % of room: 0.03/1.06 of 424 is 12. */
    @Test
    void numbersStandWhereTheyBelong() throws Exception {
        String svg = CHART.between(0, 2)
                .line("one", new double[] {0, 1}, new double[] {0, 2})
                .svg();
        assertThat(svg).contains("d=\"M88 384L488 34\"", "a &lt; b", "f &amp; g", ">one<");
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    @Test
    void logarithmicAxesHavePowersOfTen() {
        String svg = CHART.withLogX()
                .withLogY()
                .between(0.01, 1)
                .dots("d", new double[] {1, 10, 100}, new double[] {0.01, 0.1, 1})
                .svg();
        assertThat(svg).contains(">10<tspan class=\"exp\" dy=\"-5\">-2</tspan>");
        assertThat(svg.split("class=\"dot\"", -1)).as("three dots and the key").hasSize(5);
    }

    @Test
    void whatCannotBeDrawnLeavesAGap() {
        double[] x = {0, 1, 2, 3, 4, 5};
        double[] y = {1, Double.NaN, 1, 2, 99, 98};
        String svg = CHART.between(0, 2).line("one", x, y).svg();
        assertThat(svg).contains("d=\"M88 209M248.0 209L328.0 34L408 34\"").doesNotContain("NaN");
    }

    /** Zero has no place on a logarithmic axis, not even at its lower end. */
    @Test
    void aZeroIsAGapOnALogarithmicAxis() {
        String svg = CHART.withLogY()
                .between(0.01, 1)
                .line("one", new double[] {0, 1, 2}, new double[] {1, 0, 1})
                .svg();
        assertThat(svg).contains("d=\"M88 34M488 34\"");
    }

    @Test
    void misuseIsNamed() {
        assertThatThrownBy(() -> CHART.line("one", new double[2], new double[3]))
                .hasMessage("line chart: one has 2 x and 3 y, expected as many of both");
        assertThatThrownBy(() -> CHART.between(1, 1)).hasMessageContaining("range 1.0 to 1.0");
    }
}
