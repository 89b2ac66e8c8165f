package org.hesse.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hesse.autodiff.Expression;
import org.hesse.data.Datasets;
import org.hesse.problem.LogisticRegression;
import org.junit.jupiter.api.Test;

class RestrictedTest {
    private static final Domain L1 = Domain.unbounded(30)
            .withL1(java.util.stream.IntStream.range(0, 30)
                    .mapToDouble(i -> 0.1)
                    .toArray());

    @Test
    void isTheSameFunctionOnAnotherDomain() {
        Expression f = Expression.parse("x^2 + y");
        Domain box = new Domain(new double[] {0, 1}, new double[] {2, 3});
        Restricted r = new Restricted(f, box);
        assertThat(r.value(new double[] {3, 4})).isEqualTo(13);
        assertThat(r.domain()).isSameAs(box);
        assertThat(r.layout()).isEqualTo(f.layout());
        assertThat(r.as(Curved.class)).isPresent();
        assertThat(r.sum()).isEmpty();
        assertThat(r).hasToString("f(x, y) = x^2 + y");
        assertThatThrownBy(() -> new Restricted(f, L1))
                .hasMessage("domain of 30 variables: expected 2, those of f(x, y) = x^2 + y");
    }

    @Test
    void batchesOfASumAreRestrictedToo() {
        LogisticRegression f = new LogisticRegression(Datasets.breastCancer(), 0);
        FiniteSum sum = new Restricted(f, L1).sum().orElseThrow();
        assertThat(sum.terms()).isEqualTo(569);
        assertThat(sum.domain()).isSameAs(L1);
        Objective batch = sum.on(Batches.shuffled(569, 32, 1).at(0));
        assertThat(batch.domain()).isSameAs(L1);
        double[] x = new double[30];
        assertThat(batch.value(x))
                .isEqualTo(f.on(Batches.shuffled(569, 32, 1).at(0)).value(x));
    }
}
