package org.hesse.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.hesse.autodiff.reverse.Var;
import org.hesse.data.Columns;
import org.hesse.fit.Fit;
import org.hesse.fit.Fitted;
import org.hesse.problem.nist.Nist;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FitPictureTest {
    @TempDir
    private Path directory;

    private static int count(String text, String part) {
        return text.split(part, -1).length - 1;
    }

    @Test
    void showsEachRowTwiceWithItsError() throws Exception {
        Columns data = Columns.read(Path.of("analysis/decay.csv"));
        Fitted f = Fit.of("a*exp(-k*t)+c", data, "y", "sigma")
                .start("a=1, k=0.1, c=0")
                .run();
        String svg = Files.readString(FitPicture.write(f, directory.resolve("fit.svg")));
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(directory.resolve("fit.svg").toFile()))
                .isNotNull();
        assertThat(count(svg, "<circle")).isEqualTo(2 * 21);
        assertThat(count(svg, "class=\"bar\"")).isEqualTo(2 * 21);
        assertThat(svg)
                .contains(">y = a*exp(-k*t)+c, 21 rows<")
                .contains("residual / σ")
                .doesNotContain("NaN");
    }

    /** With two predictors the data lie on a diagonal. */
    @Test
    void withTwoPredictorsGoesByThePrediction() throws IOException {
        String svg = FitPicture.svg(Fit.of(Nist.named("Nelson"), 2).run());
        assertThat(svg).contains("predicted y").doesNotContain("NaN").doesNotContain("residual / ");
    }

    @Test
    void needsData() {
        Fitted f = Fit.of(b -> new Var[] {b[0].subtract(1), b[0].subtract(2)})
                .start("a=0")
                .run();
        assertThatThrownBy(() -> FitPicture.svg(f)).hasMessageContaining("residuals alone");
    }
}
