package org.hesse.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.hesse.critical.CriticalPoint;
import org.hesse.linear.Spectrum;
import org.hesse.linear.Vectors;
import org.hesse.objective.Curved;
import org.hesse.objective.Kind;
import org.hesse.problem.catalog.TestProblem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Minima that our own runs led to are listed for the figures of src/test/python/further_minima.py, not for those runs. */
class FurtherMinimaTest {
    static List<String> figures() throws IOException {
        try (InputStream in = FurtherMinimaTest.class.getResourceAsStream("further-minima.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("figures")
    void isTheMinimumOfNumbersOf80Digits(String line) {
        String[] fields = line.split(",");
        TestProblem p = Problems.named(fields[0]);
        double value = Double.parseDouble(fields[1]);
        double eigenvalue = Double.parseDouble(fields[3]);
        double[] x = Arrays.stream(fields[4].split(";"))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThat(Double.parseDouble(fields[2])).isLessThan(1e-30);

        double[] g = new double[x.length];
        assertThat(p.objective().valueAndGradient(x, g)).isCloseTo(value, within(1e-13 * Math.max(1, Math.abs(value))));
        double[][] h = p.objective().as(Curved.class).orElseThrow().hessianAt(x).dense();
        double[] spectrum = Spectrum.valuesOf(h);
        double largest = spectrum[x.length - 1];
        assertThat(Vectors.norm(g)).isLessThan(1e-15 * largest * Math.max(1, Vectors.norm(x)));
        assertThat(spectrum[0]).isCloseTo(eigenvalue, within(1e-13 * largest + 1e-9 * eigenvalue));

        boolean listed = Arrays.stream(p.minima()).anyMatch(m -> Math.abs(m - value) <= 1e-14 * Math.abs(value));
        assertThat(listed).isEqualTo(eigenvalue > 0);
        if (eigenvalue == 0) { // f falls along a curve that leaves the point as a power of 2^19
            assertThat(CriticalPoint.of(p.objective(), x).kind()).isEqualTo(Kind.DEGENERATE);
        }
    }
}
