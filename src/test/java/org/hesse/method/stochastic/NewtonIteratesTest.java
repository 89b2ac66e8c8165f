package org.hesse.method.stochastic;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.hesse.data.Dataset;
import org.hesse.method.Iterates;
import org.hesse.method.Method;
import org.hesse.objective.Batch;
import org.hesse.objective.Batches;
import org.hesse.objective.Kronecker.Labels;
import org.hesse.objective.Seeds;
import org.hesse.problem.Perceptron;
import org.hesse.run.Observer;
import org.hesse.run.Progress;
import org.hesse.search.Armijo;
import org.hesse.search.Schedule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The first ten iterates against those of {@code src/test/python/reference_stochastic_newton.py}. */
class NewtonIteratesTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final Map<String, Method<?>> METHODS = Map.ofEntries(
            entry("kfac exact", new Kfac(rate(0.5), 0.02, 0.5, 0.6, 0.05, Labels.EXACT, 0.5, 2, 4)),
            entry("kfac empirical", new Kfac(rate(0.2), 0.1, 0, 0.9, INFINITY, Labels.EMPIRICAL, 1, 1, 1)),
            entry("natural gradient", new NaturalGradient(0.1, 1e-16, 0, 400)),
            entry("subsampled newton", new SubsampledNewton(new Armijo(), SubsampledNewton.Gradient.FULL, 0.6, 0, 2)),
            entry("sophia gamma", sophia(0.05, 0.5, 1e-12, 2, Sophia.Scaling.GAMMA)),
            entry("sophia rho", sophia(0.1, 0.7, 1e-3, 1, Sophia.Scaling.RHO)),
            entry("sophia sum", sophia(0.05, 0.5, 1e-2, 3, Sophia.Scaling.SUM)),
            entry("adahessian", new AdaHessian(rate(0.1), 0.9, 0.99, 1e-4, 1, 1, 1)),
            entry("adahessian blocks", new AdaHessian(rate(0.1), 0.9, 0.99, 1e-2, 4, 0.5, 3)),
            entry("shampoo", new Shampoo(rate(0.1), 0, 1, 0.1, 1, 10, Shampoo.Grafting.NONE)),
            entry("shampoo adagrad", new Shampoo(rate(0.1), 0.5, 0.9, 0.1, 3, 2, Shampoo.Grafting.ADAGRAD)),
            entry("shampoo sgd", new Shampoo(rate(0.3), 0, 1, 0.1, 2, 10, Shampoo.Grafting.SGD)));

    private static JsonNode file;

    private static Schedule rate(double rate) {
        return Schedule.constant(rate);
    }

    private static Sophia sophia(double rate, double rho, double eps, int every, Sophia.Scaling scaling) {
        return new Sophia(rate(rate), 0.9, 0.8, rho, eps, every, Sophia.Estimator.HUTCHINSON, scaling);
    }

    @BeforeAll
    static void read() throws IOException {
        try (InputStream in = NewtonIteratesTest.class.getResourceAsStream("reference-newton.json")) {
            file = new ObjectMapper().readTree(in);
        }
    }

    static List<String> methods() {
        return METHODS.keySet().stream().sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void agree(String name) {
        JsonNode run = StreamSupport.stream(file.get("runs").spliterator(), false)
                .filter(r -> r.get("method").textValue().equals(name))
                .findAny()
                .orElseThrow();
        double[][] expected = matrix(run.get("iterates"));
        double[][] computed = iterates(METHODS.get(name), expected.length);
        assertThat(computed).hasDimensions(10, 21);
        double scale = Arrays.stream(expected)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElseThrow();
        for (int k = 0; k < expected.length; k++) {
            assertThat(computed[k]).containsExactly(expected[k], within(1e-12 * scale));
        }
    }

    @Test
    void everyRunOfTheFileIsCompared() {
        assertThat(StreamSupport.stream(file.get("runs").spliterator(), false)
                        .map(r -> r.get("method").textValue()))
                .containsExactlyInAnyOrderElementsOf(METHODS.keySet());
    }

    /** What the file takes from Hesse: the signs of the probes of each step. */
    @Test
    void theDrawsAreThoseOfTheFile() {
        for (int k = 0; k < 10; k++) {
            RandomGenerator random = Seeds.random(Seeds.mix(Seeds.mix(5, k), 0));
            StringBuilder signs = new StringBuilder();
            for (int i = 0; i < 21; i++) {
                signs.append(random.nextBoolean() ? '+' : '-');
            }
            assertThat(signs.toString()).isEqualTo(file.get("draws").get(k).textValue());
        }
    }

    private static double[][] iterates(Method<?> method, int steps) {
        double[][] path = new double[steps + 1][];
        Perceptron net = new Perceptron(data(), file.get("lambda").doubleValue(), 3);
        Iterates.run(net, batches(), method, steps, vector(file.get("start")))
                .seed(5)
                .observe(new Observer() {
                    @Override
                    public void onStep(Progress p) {
                        path[(int) p.clock().steps()] = p.x().clone();
                    }
                })
                .run();
        return Arrays.copyOfRange(path, 1, path.length);
    }

    private static Dataset data() {
        int[] labels =
                Arrays.stream(vector(file.get("y"))).mapToInt(y -> (int) y).toArray();
        return Dataset.classification("nine", List.of("a", "b"), List.of("u", "v", "w"), matrix(file.get("x")), labels);
    }

    private static Batches batches() {
        return new Batches() {
            @Override
            public Batch at(long k) {
                double[] rows = matrix(file.get("batches"))[(int) (k % 4)];
                int[] order =
                        IntStream.range(0, rows.length).map(i -> (int) rows[i]).toArray();
                return new Batch.Rows(order, 0, order.length, k + 1);
            }

            @Override
            public long stepsPerEpoch() {
                return 4;
            }
        };
    }

    private static double[] vector(JsonNode numbers) {
        return StreamSupport.stream(numbers.spliterator(), false)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
    }

    private static double[][] matrix(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(NewtonIteratesTest::vector)
                .toArray(double[][]::new);
    }
}
