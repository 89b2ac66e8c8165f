package org.hesse.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.hesse.search.Searched.Found;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The three searches for Wolfe's conditions side by side on the functions, constants and starts of Moré and Thuente. */
class WolfeSearchesTest {
    /**
     * The trials of each. Those of Moré and Thuente are those of SciPy; those of zoom and of Hager and Zhang
     * are counted by a second implementation, in Python, with the same safeguards.
     */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            function, first, more-thuente, zoom, hager-zhang
            1, 1e-3, 6, 5, 6
            1, 1e-1, 3, 3, 3
            1, 1e1, 1, 1, 1
            1, 1e3, 4, 4, 1
            2, 1e-3, 12, 19, 8
            2, 1e-1, 8, 8, 7
            2, 1e1, 8, 14, 10
            2, 1e3, 11, 14, 19
            3, 1e-3, 12, 18, 8
            3, 1e-1, 12, 14, 4
            3, 1e1, 10, 2, 6
            3, 1e3, 13, 4, 6
            4, 1e-3, 4, 6, 3
            4, 1e-1, 1, 1, 1
            4, 1e1, 3, 3, 4
            4, 1e3, 4, 5, 8
            5, 1e-3, 6, 6, 4
            5, 1e-1, 3, 3, 1
            5, 1e1, 7, 7, 4
            5, 1e3, 8, 9, 8
            6, 1e-3, 13, 17, 12
            6, 1e-1, 11, 7, 13
            6, 1e1, 8, 7, 9
            6, 1e3, 11, 9, 11
            """)
    void taken(int function, double first, int moreThuente, int zoom, int hagerZhang) {
        double c1 = function == 2 || function == 3 ? 0.1 : 0.001;
        double c2 = Math.max(function <= 3 ? 0.1 : 0.001, Math.nextUp(c1));
        strong(new MoreThuente(c1, c2, 40, Noise.USUAL), function, first, c1, c2, moreThuente);
        strong(new Zoom(c1, c2, 40, Noise.USUAL), function, first, c1, c2, zoom);
        ScalarRay phi = TestRays.moreThuente(function);
        Found found = (Found) new HagerZhang(c1, c2, 1e-6, 2.0 / 3, 5, 40).search(phi, first);
        assertThat(found.trials()).isEqualTo(hagerZhang).isEqualTo(phi.slopes.size());
        Trial t = found.trial();
        assertThat(t.slope()).isGreaterThanOrEqualTo(c2 * phi.slope());
        boolean decreased = t.value() <= phi.value() + c1 * t.alpha() * phi.slope();
        boolean nearly =
                t.value() <= phi.value() + 1e-6 * Math.abs(phi.value()) && t.slope() <= (2 * c1 - 1) * phi.slope();
        assertThat(decreased || nearly).isTrue();
    }

    private static void strong(LineSearch search, int function, double first, double c1, double c2, int trials) {
        ScalarRay phi = TestRays.moreThuente(function);
        Found found = (Found) search.search(phi, first);
        assertThat(found.trials()).as(search.toString()).isEqualTo(trials).isEqualTo(phi.slopes.size());
        Trial t = found.trial();
        assertThat(t.value()).isLessThanOrEqualTo(phi.value() + c1 * t.alpha() * phi.slope());
        assertThat(Math.abs(t.slope())).isLessThanOrEqualTo(c2 * Math.abs(phi.slope()));
    }
}
