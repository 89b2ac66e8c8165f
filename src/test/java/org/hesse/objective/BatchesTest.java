package org.hesse.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTest {
    private static int[] rows(Batch batch) {
        Batch.Rows rows = (Batch.Rows) batch;
        return Arrays.copyOfRange(rows.order(), rows.from(), rows.to());
    }

    @Test
    void anEpochIsAPermutationCutIntoBatchesTheLastOneSmaller() {
        Batches batches = Batches.shuffled(10, 4, 1);
        assertThat(batches.stepsPerEpoch()).isEqualTo(3);
        for (int epoch = 0; epoch < 5; epoch++) {
            int[] seen = IntStream.range(3 * epoch, 3 * epoch + 3)
                    .flatMap(k -> Arrays.stream(rows(batches.at(k))))
                    .toArray();
            assertThat(seen)
                    .hasSize(10)
                    .containsExactlyInAnyOrder(IntStream.range(0, 10).toArray());
            assertThat(batches.at(3 * epoch + 2).size(10)).isEqualTo(2);
        }
        assertThat(rows(batches.at(0))).isNotEqualTo(rows(batches.at(3)));
    }

    @Test
    void batchesArePureInSeedAndStep() {
        Batches one = Batches.shuffled(50, 7, 3);
        Batches other = Batches.shuffled(50, 7, 3);
        int[] later = rows(one.at(100));
        int[] first = rows(one.at(0));
        assertThat(rows(other.at(0))).isEqualTo(first);
        assertThat(rows(other.at(100))).isEqualTo(later);
        assertThat(rows(Batches.shuffled(50, 7, 4).at(0))).isNotEqualTo(first);
        Batches drawn = Batches.withReplacement(50, 7, 3);
        assertThat(rows(drawn.at(9)))
                .isEqualTo(rows(Batches.withReplacement(50, 7, 3).at(9)));
    }

    @Test
    void permutationsAndDrawsAreUniform() {
        int[] firsts = new int[5];
        int[] draws = new int[5];
        for (int seed = 0; seed < 5000; seed++) {
            firsts[rows(Batches.shuffled(5, 1, seed).at(0))[0]]++;
            draws[rows(Batches.withReplacement(5, 1, seed).at(0))[0]]++;
        }
        for (int i = 0; i < 5; i++) { // 1000 expected, standard deviation 28
            assertThat(firsts[i]).isBetween(860, 1140);
            assertThat(draws[i]).isBetween(860, 1140);
        }
    }

    @Test
    void idsTellBatchesApart() {
        Set<Long> ids = new HashSet<>();
        Batches batches = Batches.shuffled(100, 10, 1);
        for (int k = 0; k < 1000; k++) {
            ids.add(batches.at(k).id());
        }
        assertThat(ids).hasSize(1000).doesNotContain(0L);
        Batch.Rows batch = (Batch.Rows) batches.at(0);
        assertThat(batch.head(10)).isSameAs(batch);
        assertThat(batch.head(3).id()).isNotEqualTo(batch.id());
        assertThat(rows(batch.head(3))).isEqualTo(Arrays.copyOf(rows(batch), 3));
        assertThat(Batch.ALL.id()).isZero();
    }

    @Test
    void sizesAreChecked() {
        assertThatThrownBy(() -> Batches.shuffled(10, 11, 0))
                .hasMessage("batch size 11: expected from 1 to 10, the number of terms of the data");
        assertThatThrownBy(() -> Batches.withReplacement(10, 0, 0)).hasMessageContaining("batch size 0");
        assertThatThrownBy(() -> new Batch.Rows(new int[3], 2, 2, 1)).hasMessageContaining("from 2 to 2");
        assertThatThrownBy(() -> new Batch.Sample(1, 1)).hasMessageContaining("fraction 1.0");
        assertThat(new Batch.Sample(0.25, 1).size(10)).isEqualTo(3);
    }
}
