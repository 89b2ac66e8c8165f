package org.hesse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hesse.Hesse.FULL;
import static org.hesse.Hesse.classify;
import static org.hesse.Hesse.compare;
import static org.hesse.Hesse.function;
import static org.hesse.Hesse.last;
import static org.hesse.Hesse.minimize;
import static org.hesse.Hesse.numeric;
import static org.hesse.Hesse.sum;
import static org.hesse.Hesse.taylor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hesse.compare.Comparison;
import org.hesse.compare.Run;
import org.hesse.compare.Small;
import org.hesse.data.Datasets;
import org.hesse.method.firstorder.Adam;
import org.hesse.method.firstorder.GradientDescent;
import org.hesse.method.quasinewton.Lbfgs;
import org.hesse.objective.Batch;
import org.hesse.objective.Batches;
import org.hesse.problem.Classics;
import org.hesse.problem.Problems;
import org.hesse.report.TextPage;
import org.hesse.run.Budget;
import org.hesse.run.Result;
import org.hesse.run.Status;
import org.hesse.run.StoppingRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionHelpersTest {
    private static final double[][] POINTS = {{1, 2}, {2, 3}, {3, 5}};

    /** What ends a thread from outside, as jshell's StopExecutionException does: no loop catches it. */
    private static final class Stop extends Error {
        private static final long serialVersionUID = 1;
    }

    @Test
    void sumsALossOverRows() {
        // least squares through the origin: w = sum xy / sum x^2 = 23/14, mean square (38 - 23^2/14)/3
        var f = sum(POINTS, 1, (w, row) -> Math.pow(w[0] * row[0] - row[1], 2));
        Result r = minimize(f).from(0).run();
        assertThat(r.x()[0]).isCloseTo(23.0 / 14, within(1e-9));
        assertThat(r.value()).isCloseTo((38 - 23.0 * 23 / 14) / 3, within(1e-12));
        // f at w = 1 on the rows 2, 0: squares 4 and 1
        Batch batch = new Batch.Rows(new int[] {2, 0, 1}, 0, 2, 5);
        assertThat(f.on(batch).value(new double[] {1})).isEqualTo(2.5);
        assertThat(f.toString()).isEqualTo("f(x[0]), a mean of 3 losses, values only".replace("x[0]", "x"));
        assertThatThrownBy(() -> f.on(new Batch.Sample(0.5, 1))).hasMessageContaining("expected rows of a sum of 3");
        assertThatThrownBy(() -> sum(new double[0][], 1, (w, row) -> 0)).hasMessageContaining("0 terms");
    }

    @Test
    void chargesADifferencedGradientOfABatch() {
        var f = sum(POINTS, 1, (w, row) -> Math.pow(w[0] * row[0] - row[1], 2));
        Result r = minimize(f)
                .from(0)
                .with(new GradientDescent(0.01))
                .batches(Batches.shuffled(3, 1, 1))
                .budget(Budget.UNLIMITED.withSteps(4))
                .run();
        assertThat(r.counts().values()).isEqualTo(9 + 4 * 3); // the noise once; the value and two differences
        assertThat(r.counts().valueTerms()).isEqualTo(9 + 4 * 3);
    }

    @Test
    void sumsALossOverADataset() {
        var data = Small.data();
        var f = sum(data, 1, (w, x, y) -> (y - w[0]) * (y - w[0]));
        assertThat(minimize(f).from(0).run().x()[0]).isCloseTo(1, within(1e-9)); // classes 0, 1, 2 equally often
    }

    @Test
    void remembersTheBestPointOfARunThatNeverReturned() {
        int[] calls = {0};
        var f = numeric(1, x -> {
            if (++calls[0] > 100) {
                throw new Stop();
            }
            return x[0] * x[0];
        });
        var run = minimize(f).from(3).with(new GradientDescent(0.1)).until(StoppingRule.NEVER);
        assertThatThrownBy(run::run).isInstanceOf(Stop.class);
        calls[0] = -400; // the user is back: f can be evaluated
        Result r = last();
        assertThat(r.status().code()).isEqualTo(Status.Code.CANCELLED);
        assertThat(r.toString())
                .startsWith("CANCELLED")
                .contains("interrupted in step 31"); // 9 values for the noise, 3 a step
        assertThat(r.x()[0]).isCloseTo(3 * Math.pow(0.8, 30), within(1e-9)); // the last iterate, measured afterwards
        assertThat(r.value()).isEqualTo(r.x()[0] * r.x()[0]);
        assertThat(last()).isSameAs(r);
        Result next = minimize(f).from(2).run();
        assertThat(last()).isSameAs(next);
    }

    @Test
    void tellsOfEveryKthStep() {
        List<Long> steps = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        minimize(function("x^2 + 10*y^2"))
                .from(1, 1)
                .with(new GradientDescent(0.01))
                .budget(Budget.UNLIMITED.withSteps(7))
                .every(3, p -> {
                    steps.add(p.clock().steps());
                    lines.add(p.toString());
                })
                .run();
        assertThat(steps).containsExactly(0L, 3L, 6L);
        assertThat(lines.get(0)).startsWith("step 0: 0 passes");
        assertThat(lines.get(1)).startsWith("step 3: f=").contains("3 passes");
        assertThatThrownBy(() -> minimize(function("x")).every(0, p -> {})).hasMessageContaining("k = 0");
    }

    @Test
    void comparesInOneLine(@TempDir Path directory) {
        String out = directory.resolve("out").toString();
        var asked = compare(Small.problem())
                .with(new Lbfgs(), new Adam(1e-2), new Adam(1e-1))
                .batches(FULL, 20)
                .seeds(2)
                .passes(30)
                .goal(1e-6);
        Comparison c = asked.run(out);
        assertThat(c.runs())
                .hasSize(12)
                .extracting(Run::label)
                .containsOnly("lbfgs", "adam:rate=0.01", "adam:rate=0.1");
        assertThat(Path.of(out, "report.html")).exists();
        assertThat(asked.run(out).date()).isEqualTo(c.date()); // from the runs on disk
        assertThatThrownBy(() -> asked.seeds(3).run(out)).hasMessageContaining("the runs of another experiment");
        assertThat(c.toString()).startsWith("LOWEST lbfgs, full batch: F*+").contains("2 of 2, 12 runs in");
        assertThat(TextPage.of(c).lines().filter(line -> line.startsWith("lbfgs  ") && line.contains(" full ")))
                .singleElement()
                .asString()
                .contains("2 of 2", "CONVERGED");
        assertThat(TextPage.of(c)).doesNotContain("**");
        assertThatThrownBy(() -> compare(Small.problem()).with("adm")).hasMessageContaining("did you mean adam");
        assertThat(compare(sum(POINTS, 1, (w, row) -> w[0] * w[0])).toString())
                .startsWith("0 methods x batches full x 1 seeds, 30 passes: f(x), a mean");
    }

    @Test
    void showsValuesInOneLineOf80Characters() {
        List<Object> values = new ArrayList<>(List.of(
                minimize(function("x + y")),
                taylor(function("x^2 - y^2"), 1, 1),
                taylor(function("x^2"), 1).compare(function("x^2"), new double[] {1}),
                function("x" + " + x".repeat(40)),
                Datasets.digits(),
                compare(Small.problem()).experiment(),
                compare(Small.problem())
                        .with("lbfgs", "gd:rate=0.1", "adam:rate=0.01")
                        .run()));
        for (var problem : Problems.all()) {
            values.addAll(List.of(problem, problem.objective()));
        }
        for (var problem : Classics.all()) {
            var f = problem.objective();
            values.add(classify(f, problem.start()));
            values.add(minimize(f)
                    .from(problem.start())
                    .budget(Budget.UNLIMITED.withSteps(1000))
                    .run());
            problem.points().forEach(p -> values.add(classify(f, p.x())));
        }
        assertThat(values)
                .allSatisfy(value -> assertThat(value.toString())
                        .hasSizeLessThanOrEqualTo(80)
                        .doesNotContain("\n", "@"));
        assertThat(taylor(function("x^2 - y^2"), 1, 1).toString()).startsWith("Taylor model, no minimizer");
    }

    @Test
    void reportsAResult() {
        Result r = minimize(function("(x-1)^2 + y^2")).from("x=0, y=1").run();
        assertThat(r.report().lines().map(String::strip))
                .contains("CONVERGED: " + r.status().why(), "at              x=1, y=0")
                .anyMatch(line ->
                        line.startsWith("cost") && line.contains(r.counts().gradients() + " gradients"))
                .anyMatch(line -> line.startsWith("MINIMUM: "))
                .anyMatch(line -> line.startsWith("eigenvalue 1") && line.contains("±"));
        assertThat(minimize(function("x^2")).from(1).verdict(false).run().report())
                .contains("no verdict");
    }

    @Test
    void opensOnlyWhatExists() {
        assertThatThrownBy(() -> Hesse.open("no/such.html")).hasMessageContaining("does not exist");
    }

    /** Code with derivatives, code without, and text: no call is ambiguous. */
    @Test
    void functionsAreGivenAsCode() throws IOException {
        try (Session session = new Session()) {
            session.run("var f = function(2, x -> x[0].subtract(1).square().add(x[1].multiply(x[0]).square()))\n");
            assertThat(session.value()).isEqualTo("f(x[0], x[1]), derivatives by reverse mode");
            session.run("minimize(f).from(3, 1).run().x()[0]\n");
            assertThat(Double.parseDouble(session.value())).isCloseTo(1, within(1e-6));
            session.run("""
                    class Bowl {
                        static <T extends org.hipparchus.CalculusFieldElement<T>> T value(T[] x) {
                            return x[0].square().add(x[1].subtract(x[0]).square());
                        }
                    }
                    var g = generic(2, Bowl::value)
                    """);
            session.run("classify(g, 0, 0).toString()\n");
            assertThat(session.value()).contains("MINIMUM");
            session.run("var h = numeric(2, x -> x[0] * x[1])\n");
            assertThat(session.value()).contains("values only");
            session.run("var bad = function(2, x -> null)\n");
            session.run(
                    "String why = null; try { bad.value(new double[2]); } catch (IllegalArgumentException e) { why = e.getMessage(); }\n");
            session.run("why\n");
            assertThat(session.value()).contains("returned null, expected a Var");
        }
    }
}
