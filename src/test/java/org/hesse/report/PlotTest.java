package org.hesse.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hesse.autodiff.Expression;
import org.hesse.method.Methods;
import org.hesse.objective.BlackBox;
import org.hesse.objective.Box;
import org.hesse.objective.Objective;
import org.hesse.problem.Problems;
import org.hesse.run.Budget;
import org.hesse.run.Minimization;
import org.hesse.run.Result;
import org.hesse.run.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlotTest {
    private static final Objective BOWL = Expression.parse("x^2 + 2*y^2");
    private static final Box BOX = Box.parse("x=-2:2, y=-1:3");

    private static Result descent(Objective f, double rate, long evaluations, double... x0) {
        return Minimization.of(f)
                .from(x0)
                .with(Methods.named("gd:rate=" + rate))
                .budget(Budget.UNLIMITED.withEvaluations(evaluations))
                .run();
    }

    @Test
    void theWayIsTheIterates() {
        // gradient descent on x² + 2y² with rate h: x(1 − 2h)^k, y(1 − 4h)^k
        Result r = descent(BOWL, 0.125, 9, 1, -2);
        List<Row> rows = r.trace().rows();
        assertThat(rows).hasSize(10); // after the last evaluation it steps once more, and the loop measures there
        for (int k = 0; k < rows.size(); k++) {
            Row row = rows.get(k);
            assertThat(row.steps()).isEqualTo(k);
            assertThat(row.x()[0]).isCloseTo(Math.pow(0.75, k), within(1e-15));
            assertThat(row.x()[1]).isCloseTo(-2 * Math.pow(0.5, k), within(1e-15));
            assertThat(BOWL.value(row.x())).isEqualTo(row.value());
        }
    }

    @Test
    void aLongTraceOfALargeProblemKeepsNoPoints() {
        Objective large = Problems.named("rosenbrock:n=12").objective();
        Result r = descent(large, 1e-4, 5, new double[12]);
        assertThat(r.trace().rows()).allMatch(row -> row.x() == null);
    }

    @Test
    void theCsvHasEveryPoint() {
        Result r = descent(BOWL, 0.125, 3, 1, -2);
        String[] lines = Plot.of(BOWL, BOX).run("a, \"b\"", r).csv().split("\n");
        assertThat(lines[0]).isEqualTo("run,step,x,y,f");
        assertThat(lines).hasSize(1 + r.trace().rows().size());
        assertThat(lines[1]).isEqualTo("\"a, \"\"b\"\"\",0,1.0,-2.0,9.0");
        assertThat(lines[2]).isEqualTo("\"a, \"\"b\"\"\",1,0.75,-1.0,2.5625");
    }

    @Test
    void theLineGoesThroughThePlacesOfThePoints() {
        Result r = descent(BOWL, 0.125, 3, 1, -0.5);
        Picture picture = Plot.of(BOWL, BOX).runs(r).picture();
        Matcher line = Pattern.compile("class=\"line\" points=\"([^\"]+)\" data-steps=\"([^\"]+)\"")
                .matcher(picture.svg());
        assertThat(line.find()).isTrue();
        assertThat(line.group(2)).isEqualTo("0 1 2 3");
        List<String> expected = new ArrayList<>();
        for (Row row : r.trace().rows()) {
            // the frame is 548 × 548 with its corner at (84, 14)
            double px = 84 + 548 * (row.x()[0] + 2) / 4;
            double py = 14 + 548 * (3 - row.x()[1]) / 4;
            expected.add(Svg.number(Math.rint(px * 10) / 10) + "," + Svg.number(Math.rint(py * 10) / 10));
        }
        assertThat(line.group(1).split(" ")).containsExactlyElementsOf(expected);
    }

    @Test
    void allIsInTheFileAndNothingIsMarkup() {
        Plot plot = Plot.of(BOWL, BOX).title("<b>&'\"").run("<script>alert(1)</script>", descent(BOWL, 0.1, 50, 1, 2));
        String html = plot.html();
        assertThat(html).doesNotContain("<b>", "<script>alert").contains("&lt;script&gt;alert(1)");
        assertThat(html.replace(Svg.NAMESPACE, ""))
                .doesNotContain("http:", "https:", "://", "@import", "src=", "<link");
        assertThat(html).doesNotContain("NaN", "Infinity");
        assertThat(html).containsOnlyOnce("<script>").contains("prefers-color-scheme:dark", "@media print");
    }

    @Test
    void knownCriticalPointsAreMarkedByKind() {
        Plot plot = Plot.of(Problems.named("himmelblau"), Box.parse("x=-5:5,y=-5:5"));
        String svg = plot.picture().svg();
        assertThat(svg.split("class=\"mark\"", -1)).hasSize(1 + 9);
        assertThat(svg.split("<title>minimum at ", -1)).hasSize(1 + 4);
        assertThat(svg.split("<title>saddle at ", -1)).hasSize(1 + 4);
        assertThat(svg)
                .containsOnlyOnce("<title>maximum at x = -0.270845, y = -0.923039; f = 181.617; eigenvalues -45.6");
        assertThat(svg).contains(" ± ");
    }

    @Test
    void theEndOfARunIsMarkedOnceAndOnlyIfItIsCritical() {
        Objective himmelblau = Problems.named("himmelblau").objective();
        Result minimum = Minimization.of(himmelblau)
                .from(3.1, 2.1)
                .with(Methods.named("lbfgs"))
                .run();
        Result nothing = descent(himmelblau, 1e-4, 3, 0, 0);
        Box box = Box.parse("y=-5:5, x=0:6");
        Picture picture =
                Plot.of(himmelblau, box).runs(minimum, nothing, minimum).picture();
        assertThat(picture.marks()).hasSize(1);
        assertThat(picture.xName()).isEqualTo("x");
        assertThat(picture.grid().right()).isEqualTo(6);
        assertThat(picture.trails()).extracting(Trail::label).containsExactly("lbfgs 1", "gd:rate=0.0001", "lbfgs 2");
    }

    @Test
    void holesAndPlainsAreDrawn() {
        assertThat(Plot.of(Expression.parse("log(x)+y"), BOX).html()).contains("class=\"level\"");
        for (double c : new double[] {3, Double.NaN, Double.NEGATIVE_INFINITY}) {
            String html = Plot.of(new BlackBox(2, x -> c), BOX).html();
            assertThat(html).contains("no contours: f is constant here, or nowhere finite");
            assertThat(html).doesNotContain("class=\"level\"", "NaN", "Infinity");
        }
    }

    @Test
    void aRunThatDivergesDoesNotBreakThePicture() {
        Result r = descent(BOWL, 1e3, 300, 1, 1);
        String svg = Plot.of(BOWL, BOX).runs(r).picture().svg();
        assertThat(svg).doesNotContain("NaN", "Infinity").contains("10000");
    }

    @Test
    void misuseIsNamed() {
        assertThatThrownBy(() -> Plot.of(Problems.named("rosenbrock:n=3").objective(), BOX))
                .hasMessageContaining("the function has 3 variables, expected 2")
                .hasMessageContaining("landscape");
        assertThatThrownBy(() -> Plot.of(BOWL, Box.parse("x=0:1,z=0:1"))).hasMessageContaining("z");
        assertThatThrownBy(() -> Plot.of(BOWL, Box.parse("x=1:1,y=0:1")))
                .hasMessageContaining("x=1:1")
                .hasMessageContaining("0.0 wide along x");
        Result large = descent(Problems.named("rosenbrock:n=3").objective(), 1e-4, 3, 0, 0, 0);
        assertThatThrownBy(() -> Plot.of(BOWL, BOX).runs(large)).hasMessageContaining("no finite point in 2 variables");
    }

    @Test
    void variablesWithoutNamesOfTheirOwnTakeThoseOfTheBox() {
        Picture picture =
                Plot.of(new BlackBox(2, x -> x[0]), Box.parse("a=0:1, b=0:2")).picture();
        assertThat(picture.xName()).isEqualTo("a");
        assertThat(picture.grid().high()).isEqualTo(2);
        assertThat(picture.grid().value(200, 0)).isEqualTo(1);
    }

    @Test
    void framesShowEveryEarlyStepAndTheLast() {
        assertThat(PicturePage.frames(0)).containsExactly(0);
        assertThat(PicturePage.frames(3)).containsExactly(0, 1, 2, 3);
        long[] frames = PicturePage.frames(1_000_000);
        assertThat(frames).startsWith(0, 1, 2, 3).endsWith(1_000_000).isSorted().doesNotHaveDuplicates();
        assertThat(frames.length).isLessThan(400);
    }

    @Test
    void namesStandApart() {
        LabelPlaces places = new LabelPlaces(0, 0, 600, 600);
        places.keepOff(300, 300, 9);
        List<double[]> boxes = new ArrayList<>();
        for (String name : List.of("lbfgs", "gd:rate=0.001", "momentum:rate=0.001", "newton", "adam")) {
            LabelPlaces.Place p = places.place(name, 300, 300);
            double width = 8.4 * name.length();
            double left = p.x() - (p.anchor().equals("end") ? width : p.anchor().equals("middle") ? width / 2 : 0);
            for (double[] b : boxes) {
                assertThat(left < b[1] && b[0] < left + width && Math.abs(p.y() - b[2]) < 18)
                        .isFalse();
            }
            boxes.add(new double[] {left, left + width, p.y()});
        }
    }

    @Test
    void writesThePageAndTheCsvBesideIt(@TempDir Path dir) throws IOException {
        Path page = Plot.of(BOWL, BOX).runs(descent(BOWL, 0.1, 5, 1, 1)).write(dir.resolve("deep/bowl.html"));
        assertThat(page).hasFileName("bowl.html").exists();
        assertThat(page.resolveSibling("bowl-paths.csv"))
                .content()
                .startsWith("run,step,x,y,f\ngd:rate=0.1,0,1.0,1.0,3.0");
        try (Stream<Path> files = Files.list(page.getParent())) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void aFreshFileIsNeverAnothersFile() throws IOException {
        Path first = PictureFile.fresh("target/fresh");
        Path second = PictureFile.fresh("target/fresh");
        try {
            assertThat(first).isNotEqualTo(second);
            assertThat(second.toString()).matches("target.fresh-\\d+\\.html");
        } finally {
            Files.delete(first);
            Files.delete(second);
        }
    }
}
