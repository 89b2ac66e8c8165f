package org.hesse.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void sumsHaveTheBitsOfTheirChunks(int threads) {
        int n = 12_345;
        double[] x = new double[n];
        Arrays.setAll(x, i -> Math.sin(i) * Math.exp(i % 41));
        double expected = 0;
        for (int from = 0; from < n; from += 1024) {
            expected += part(x, from, Math.min(n, from + 1024));
        }
        for (int repeat = 0; repeat < 50; repeat++) {
            assertThat(Parallel.of(threads).sum(n, 1024, (from, to) -> part(x, from, to)))
                    .isEqualTo(expected);
        }
    }

    private static double part(double[] x, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += x[i];
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void chunksAreMergedInOrder(int threads) {
        List<Integer> merged = new ArrayList<>();
        Parallel.of(threads)
                .reduce(
                        100,
                        7,
                        new Pool<>(() -> new int[1]),
                        (s, from, to) -> {
                            for (int spin = 0; spin < (from % 3) * 1000; spin++) { // the early ones finish late
                                Thread.onSpinWait();
                            }
                            s[0] = from * 1000 + to;
                        },
                        s -> merged.add(s[0]));
        List<Integer> expected = new ArrayList<>();
        for (int from = 0; from < 100; from += 7) {
            expected.add(from * 1000 + Math.min(100, from + 7));
        }
        assertThat(merged).isEqualTo(expected);
    }

    @Test
    void twoThreadsReallyWorkAtOnce() {
        CountDownLatch both = new CountDownLatch(2);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        Parallel.of(2).forEachChunk(2, 1, (from, to) -> {
            threads.add(Thread.currentThread());
            both.countDown();
            try {
                assertThat(both.await(60, TimeUnit.SECONDS)).isTrue(); // neither chunk ends before both began
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(threads).hasSize(2).contains(Thread.currentThread());
        assertThat(threads)
                .filteredOn(thread -> thread != Thread.currentThread())
                .allMatch(Thread::isDaemon);
    }

    @Test
    void oneThreadOrOneChunkStaysOnTheCaller() {
        Thread caller = Thread.currentThread();
        Parallel.of(1)
                .forEachChunk(
                        10, 1, (from, to) -> assertThat(Thread.currentThread()).isSameAs(caller));
        Parallel.of(4)
                .forEachChunk(
                        10, 10, (from, to) -> assertThat(Thread.currentThread()).isSameAs(caller));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void theFirstFailureIsThrownItself(int threads) {
        IllegalStateException failure = new IllegalStateException("chunk 40");
        List<Integer> merged = new ArrayList<>();
        assertThatThrownBy(() -> Parallel.of(threads)
                        .reduce(
                                100,
                                10,
                                new Pool<>(() -> new int[1]),
                                (s, from, to) -> {
                                    s[0] = from;
                                    if (from == 40) {
                                        throw failure;
                                    }
                                    if (from > 40) {
                                        throw new IllegalStateException("a later chunk");
                                    }
                                },
                                s -> merged.add(s[0])))
                .isSameAs(failure);
        assertThat(merged).containsExactly(0, 10, 20, 30);
        StackOverflowError error = new StackOverflowError("an error too");
        assertThatThrownBy(() -> Parallel.of(threads).forEachChunk(9, 1, (from, to) -> {
                    throw error;
                }))
                .isSameAs(error);
    }

    @Test
    void nothingRunsOnAfterAFailure() {
        CountDownLatch began = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        assertThatThrownBy(() -> Parallel.of(2).forEachChunk(2, 1, (from, to) -> {
                    try {
                        if (from == 0) {
                            began.await();
                            throw new IllegalStateException("chunk 0");
                        }
                        began.countDown();
                        Thread.sleep(100);
                        ended.set(true);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .hasMessage("chunk 0");
        assertThat(ended).isTrue(); // the caller may use again what the chunks write to
    }

    @Test
    void callsMayBeNested() {
        Parallel parallel = Parallel.of(3);
        double sum = parallel.sum(20, 1, (i, end) -> parallel.sum(20, 1, (j, stop) -> i * j));
        assertThat(sum).isEqualTo(190.0 * 190.0);
    }

    @Test
    void nothingIsDoneForNoIndices() {
        assertThat(Parallel.of(2).sum(0, 5, (from, to) -> 1 / 0.0)).isZero();
    }

    @Test
    void misuseIsNamed() {
        assertThatThrownBy(() -> Parallel.of(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("threads 0");
        assertThatThrownBy(() -> Parallel.of(1).sum(5, 0, (from, to) -> 0)).hasMessageContaining("chunks of 0");
    }
}
