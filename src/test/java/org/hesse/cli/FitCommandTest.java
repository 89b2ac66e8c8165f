package org.hesse.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FitCommandTest {
    private static final String[] FIT = {
        "fit", "a*exp(-k*t)+c", "analysis/decay.csv", "--sigma", "sigma", "--start", "a=1, k=0.1, c=0"
    };

    @TempDir
    private Path directory;

    private static String[] with(String... more) {
        String[] all = java.util.Arrays.copyOf(FIT, FIT.length + more.length);
        System.arraycopy(more, 0, all, FIT.length, more.length);
        return all;
    }

    @Test
    void printsThePage() {
        Path plot = directory.resolve("fit.svg");
        CommandLineRun run = CommandLineRun.of(with("--profile", "k", "--plot", plot.toString()))
                .succeeds();
        assertThat(run.out())
                .contains("CONVERGED after")
                .contains("0.0062692")
                .contains("p = 0.835")
                .contains("profile k = 0.104495 in [0.0926971, 0.116969] (95 %)");
        assertThat(plot).exists();
    }

    /** Reference figures: as in FitTest. */
    @Test
    void printsOneDocument() {
        JsonNode d = CommandLineRun.of(with("--json", "--profile", "all", "--relative-sigma"))
                .succeeds()
                .json();
        assertThat(d.get("status").asText()).isEqualTo("CONVERGED");
        JsonNode k = d.get("parameters").get(1);
        assertThat(k.get("name").asText()).isEqualTo("k");
        assertThat(k.get("standardError").asDouble()).isCloseTo(0.005168943273940245, within(1e-9));
        assertThat(k.get("standardErrorByExactHessian").asDouble()).isPositive();
        assertThat(d.get("covariance").get(1).get(1).asDouble())
                .isCloseTo(Math.pow(0.005168943273940245, 2), within(1e-11));
        assertThat(d.get("profiles")).hasSize(3);
        assertThat(d.get("profiles").get(2).get("upper").asDouble()).isCloseTo(0.226017523181467, within(1e-7));
        assertThat(d.get("pValue").isNull()).isTrue();
    }

    @Test
    void fitsARegressionOfTheNist() {
        JsonNode d = CommandLineRun.of("fit", "--nist", "misra1a", "--nist-start", "1", "--json")
                .succeeds()
                .json();
        assertThat(d.get("parameters").get(0).get("value").asDouble()).isCloseTo(238.94212918, within(1e-7));
    }

    @Test
    void strictWantsAllIdentifiable() {
        String[] product = with("--strict");
        product[1] = "a*b*exp(-k*t)+c";
        product[6] = "a=1, k=0.1, c=0, b=1";
        CommandLineRun run = CommandLineRun.of(product);
        assertThat(run.exit()).isEqualTo(Main.NO_MINIMUM);
        assertThat(run.err()).contains("NOT_IDENTIFIABLE");
        assertThat(CommandLineRun.of(with("--strict", "--fixed", "c=0.2", "--positive", "k", "--bounds", "a=0:2"))
                        .exit())
                .isZero();
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(CommandLineRun.of("fit", "a*t").err()).contains("1 of 2 arguments");
        assertThat(CommandLineRun.of("fit", "a*t", "none.csv").err()).contains("none.csv is no file");
        assertThat(CommandLineRun.of("fit", "a*t", "analysis/decay.csv").err()).contains("a start is missing");
        assertThat(CommandLineRun.of("fit", "--nist", "misra").err()).contains("unknown NIST regression 'misra'");
        assertThat(CommandLineRun.of(with("--y", "z")).err()).contains("unknown column 'z'");
        assertThat(CommandLineRun.of(with("--start", "a=x")).exit()).isEqualTo(Main.USAGE);
        assertThat(CommandLineRun.of(with("--profile", "q")).err()).contains("unknown parameter 'q'");
        assertThat(CommandLineRun.of(with("--fixed", "c", "--profile", "c")).err())
                .contains("it is fixed");
    }
}
