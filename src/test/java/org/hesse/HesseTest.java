package org.hesse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hesse.Hesse.box;
import static org.hesse.Hesse.classify;
import static org.hesse.Hesse.dataset;
import static org.hesse.Hesse.enclose;
import static org.hesse.Hesse.function;
import static org.hesse.Hesse.journal;
import static org.hesse.Hesse.last;
import static org.hesse.Hesse.method;
import static org.hesse.Hesse.minimize;
import static org.hesse.Hesse.numeric;
import static org.hesse.Hesse.problem;
import static org.hesse.Hesse.taylor;

import org.hesse.autodiff.interval.Interval;
import org.hesse.method.firstorder.Adam;
import org.hesse.method.quasinewton.Lbfgs;
import org.hesse.objective.Kind;
import org.hesse.run.PairJournal;
import org.hesse.run.Result;
import org.junit.jupiter.api.Test;

class HesseTest {
    @Test
    void versionIsTheOneOfTheBuild() {
        assertThat(Hesse.version()).matches("\\d+\\.\\d+\\.\\d+(-[A-Z]+)?");
    }

    @Test
    void echoesTheOrderOfTheVariables() {
        assertThat(function("(1-y)^2 + x").toString()).startsWith("f(y, x)");
        assertThat(function("sum(i, 1, n, (x[i]-a)^2)", "n=3, a=2").value(new double[] {2, 3, 4}))
                .isEqualTo(5);
    }

    @Test
    void minimizesText() {
        var f = function("(1-x)^2 + 100*(y-x^2)^2");
        Result r = minimize(f).from("y=1, x=-1.2").run();
        assertThat(r.isConverged()).isTrue();
        assertThat(r.x()).containsExactly(new double[] {1, 1}, within(1e-8));
        assertThat(classify(f, r.x()).kind()).isEqualTo(Kind.MINIMUM);
        assertThat(classify(f, "-1.2, 1").kind()).isEqualTo(Kind.NOT_CRITICAL);
    }

    @Test
    void minimizesABlackBoxByDifferences() {
        // the minimum of cosh(x - 1) + (x - y)^2 is 1 at (1, 1)
        var f = numeric(2, x -> Math.cosh(x[0] - 1) + (x[0] - x[1]) * (x[0] - x[1]));
        Result r = minimize(f).from(0, 3).run();
        assertThat(r.x()).containsExactly(new double[] {1, 1}, within(1e-6));
        assertThat(r.value()).isCloseTo(1, within(1e-12));
        assertThat(r.counts().values()).isGreaterThan(0);
        assertThat(f.toString()).isEqualTo("f(x[0], x[1]), values only");
        assertThatThrownBy(() -> numeric(0, x -> 0)).hasMessageContaining("dimension = 0, expected at least 1");
    }

    @Test
    void enclosesOverABox() {
        var f = function("y^2 - x");
        var e = enclose(f, box("x=0:1, y=-1:2"));
        assertThat(e.value()).isEqualTo(Interval.of(-1, 4));
        assertThat(e.gradient()).containsExactly(Interval.of(-2, 4), Interval.of(-1, -1)); // in the order y, x
        assertThat(e.toString()).isEqualTo("f in [-1, 4], twice differentiable there");
        assertThat(enclose(function("abs(x)"), box("x=-1:2")).toString()).startsWith("f in [0, 2], but ");
        assertThatThrownBy(() -> enclose(numeric(1, x -> x[0]), box("x=0:1"))).hasMessageContaining("values only");
        assertThatThrownBy(() -> enclose(f, box("x=0:1"))).hasMessageContaining("y");
    }

    @Test
    void expandsToSecondOrder() {
        // x^2 y at (1, 2): value 2, gradient (4, 1), Hessian [[4, 2], [2, 0]]
        var model = taylor(function("x^2*y"), "x=1, y=2");
        assertThat(model.value()).isEqualTo(2);
        assertThat(model.predictedChange(new double[] {0.5, -1})).isCloseTo(2 - 1 + 0.5 - 1, within(1e-15));
    }

    @Test
    void knowsThingsByName() {
        assertThat(problem("beale").start()).hasSize(2);
        assertThat(method("adam:rate=0.5")).isEqualTo(new Adam(0.5));
        assertThat(dataset("digits").size()).isEqualTo(1797);
        assertThatThrownBy(() -> problem("beal")).hasMessageContaining("did you mean beale, beale-box?");
        assertThatThrownBy(() -> method("adm")).hasMessageContaining("did you mean adam");
    }

    @Test
    void theJournalOfARunIsOneWordAway() {
        PairJournal journal = journal(minimize(function("(1-x)^2 + 100*(y-x^2)^2"))
                .from("x=-1.2, y=1")
                .with(new Lbfgs()));
        assertThat(journal.summary().pairs()).isEqualTo(last().steps());
        assertThat(journal.toString()).startsWith(last().steps() + " pairs: 0% with s'y <= 0");
        assertThat(journal.csv()).startsWith("step,sy,ss,yy,curvature");
    }
}
