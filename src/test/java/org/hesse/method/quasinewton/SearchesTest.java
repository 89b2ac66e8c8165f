package org.hesse.method.quasinewton;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hesse.method.Iterates;
import org.hesse.method.Method;
import org.hesse.objective.Batches;
import org.hesse.objective.Event;
import org.hesse.problem.Problems;
import org.hesse.problem.catalog.TestProblem;
import org.hesse.run.Observer;
import org.hesse.run.Result;
import org.hesse.search.Armijo;
import org.hesse.search.HagerZhang;
import org.hesse.search.LineSearch;
import org.hesse.search.MoreThuente;
import org.hesse.search.Searched;
import org.hesse.search.StepLength;
import org.hesse.search.Trial;
import org.hesse.search.Zoom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Quasi-Newton methods with each of the line searches. */
class SearchesTest {
    /** The third search fails with a lower point, the one after the restart without: the run ends at the lower point. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theBestPointOfTwoFailedSearchesIsKept(boolean limited) {
        int[] calls = {0};
        Trial[] best = new Trial[1];
        StepLength failing = new StepLength.Search((phi, first) -> {
            if (++calls[0] < 3) {
                return new MoreThuente().search(phi, first);
            } else if (calls[0] == 3) {
                best[0] = phi.at(1e-3 * first);
                return new Searched.NotFound("third call", best[0], 1);
            }
            return new Searched.NotFound("fourth call", null, 0);
        });
        Method<?> m = limited ? new Lbfgs(10, failing, Pairs.SAME_BATCH) : new Bfgs(failing, Pairs.SAME_BATCH);
        TestProblem rosenbrock = Problems.named("rosenbrock");
        Result r = Iterates.run(rosenbrock.objective(), Batches.full(), m, 9, rosenbrock.start())
                .run();
        assertThat(calls[0]).isEqualTo(4);
        assertThat(r.status().why()).contains("fourth call");
        assertThat(best[0].value()).isLessThan(rosenbrock.objective().value(rosenbrock.start()));
        assertThat(r.x()).containsExactly(best[0].evaluation().x());
    }

    static Stream<LineSearch> searches() {
        return Stream.of(new Armijo(), new MoreThuente(), new Zoom(), new HagerZhang());
    }

    /** Each trial is seen, with its slope or without: as many as there are evaluations after the first. */
    @ParameterizedTest
    @MethodSource("searches")
    void observersSeeEveryTrial(LineSearch search) {
        TestProblem rosenbrock = Problems.named("rosenbrock");
        List<Trial> seen = new ArrayList<>();
        Lbfgs m = new Lbfgs(10, new StepLength.Search(search), Pairs.SAME_BATCH);
        Result r = Iterates.run(rosenbrock.objective(), Batches.full(), m, 60, rosenbrock.start())
                .observe(new Observer() {
                    @Override
                    public void onEvent(Event e) {
                        if (e instanceof Trial t) {
                            seen.add(t);
                        }
                    }
                })
                .run();
        assertThat(r.value()).isLessThan(1e-12);
        assertThat((long) seen.size()).isEqualTo(r.counts().evaluations() - 1);
    }
}
