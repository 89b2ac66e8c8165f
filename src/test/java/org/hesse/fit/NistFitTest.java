package org.hesse.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.hesse.problem.nist.Certified;
import org.hesse.problem.nist.Nist;
import org.hesse.problem.nist.Regression;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every regression of the NIST from both starts, by the default fit. */
class NistFitTest {
    static List<Arguments> fits() {
        return Nist.names().stream()
                .flatMap(name -> Stream.of(Arguments.of(name, 1), Arguments.of(name, 2)))
                .toList();
    }

    /** The digits in which two numbers agree, at most 11: the certified ones have as many. */
    private static double digits(double x, double certified) {
        return Math.min(11, -Math.log10(Math.abs(x - certified) / Math.abs(certified)));
    }

    @ParameterizedTest
    @MethodSource("fits")
    void agreesWithTheCertifiedValues(String name, int start) {
        Regression r = Nist.named(name);
        Certified c = r.certified();
        Fitted f = Fit.of(r, start).run();
        assertThat(f.status()).as(f.report()).isEqualTo(Fitted.Status.CONVERGED);
        assertThat(f.degreesOfFreedom()).isEqualTo(c.degreesOfFreedom());
        for (int j = 0; j < c.parameters().length; j++) {
            assertThat(digits(f.value("b" + (j + 1)), c.parameters()[j]))
                    .as("b%d", j + 1)
                    .isGreaterThanOrEqualTo(8);
            assertThat(digits(f.standardError("b" + (j + 1)), c.standardErrors()[j]))
                    .as("standard error of b%d", j + 1)
                    .isGreaterThanOrEqualTo(5);
        }
    }
}
