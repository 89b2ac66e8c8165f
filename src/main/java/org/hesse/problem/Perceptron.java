package org.hesse.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hesse.data.Dataset;
import org.hesse.linear.Pool;
import org.hesse.objective.Bartlett;
import org.hesse.objective.GaussNewton;
import org.hesse.objective.Kronecker;
import org.hesse.objective.Layered;
import org.hesse.objective.Layout;
import org.hesse.objective.Seeds;

/**
 * A multilayer perceptron with softmax outputs: a₁ = x, zₗ = Wₗaₗ + bₗ, aₗ₊₁ = σ(zₗ) with an {@link Activation} σ, and
 * f(w) = (1/N) Σᵢ [log Σ_c exp z_c − z_{yᵢ}] + ½λ‖w‖² with z the outputs of the last layer.
 *
 * <p>The variables are W1, b1, W2, b2, …: Wₗ has a row for each unit of its layer and a column for each unit of the layer
 * before it, stored row by row; all are regularised, biases too. The function is not convex, and at 0 all units of a layer
 * are equal and stay so: a run starts from {@link #initial}. Derivatives are exact (of {@link Activation#RELU} almost
 * everywhere), and a product with the Hessian costs about as much as a gradient; a dense Hessian is made of n products. It
 * also offers {@link GaussNewton}, {@link Kronecker}, {@link Bartlett} and {@link Layered}.
 *
 * <p>See Bishop, Pattern Recognition and Machine Learning (2006), 5.1–5.4.
 */
public final class Perceptron extends DataModel implements Classifier {
    final Activation activation;
    final int[] units; // of the inputs, the hidden layers, the outputs
    final Pool<Weights> weights;
    final Pool<Network> networks;
    final Pool<Tangent> tangents;
    final Pool<FisherSums> fishers;

    /**
     * Of tanh units, on one thread.
     *
     * @param data with classes
     * @param lambda λ, at least 0
     * @param hidden the units of each hidden layer, at least one layer, at least one unit each
     * @throws IllegalArgumentException if the data have no classes, or a number is out of range
     */
    public Perceptron(Dataset data, double lambda, int... hidden) {
        this(data, lambda, 1, Arrays.stream(hidden).boxed().toList());
    }

    /**
     * Of tanh units, on some threads.
     *
     * @param data with classes
     * @param lambda λ, at least 0
     * @param threads how many, at least 1; the results do not depend on it
     * @param hidden the units of each hidden layer, at least one layer, at least one unit each
     * @throws IllegalArgumentException if the data have no classes, or a number is out of range
     */
    public Perceptron(Dataset data, double lambda, int threads, List<Integer> hidden) {
        this(data, lambda, threads, hidden, Activation.TANH);
    }

    /**
     * Of any units, on some threads.
     *
     * @param data with classes
     * @param lambda λ, at least 0
     * @param threads how many, at least 1; the results do not depend on it
     * @param hidden the units of each hidden layer, at least one layer, at least one unit each
     * @param activation σ
     * @throws IllegalArgumentException if the data have no classes, or a number is out of range
     */
    public Perceptron(Dataset data, double lambda, int threads, List<Integer> hidden, Activation activation) {
        this(data, lambda, threads, units(data, hidden), activation);
    }

    private Perceptron(Dataset data, double lambda, int threads, int[] units, Activation activation) {
        super(data, layout(units), lambda, threads);
        this.activation = activation;
        this.units = units;
        this.weights = new Pool<>(() -> new Weights(units));
        this.networks = new Pool<>(() -> new Network(units, activation));
        this.tangents = new Pool<>(() -> new Tangent(units, activation));
        this.fishers = new Pool<>(() -> new FisherSums(units, activation));
    }

    private static int[] units(Dataset data, List<Integer> hidden) {
        if (data.classes().isEmpty()) {
            throw new IllegalArgumentException("perceptron on " + data + ": expected data with classes");
        }
        if (hidden.isEmpty() || hidden.stream().anyMatch(h -> h < 1)) {
            throw new IllegalArgumentException(
                    "hidden " + hidden + ": expected at least one layer, of at least one unit each");
        }
        return IntStream.concat(
                        IntStream.concat(
                                IntStream.of(data.features().size()),
                                hidden.stream().mapToInt(Integer::intValue)),
                        IntStream.of(data.classes().size()))
                .toArray();
    }

    private static Layout layout(int[] units) {
        List<Layout.Block> blocks = new ArrayList<>();
        for (int l = 1; l < units.length; l++) {
            blocks.add(new Layout.Block("W" + l, units[l], units[l - 1]));
            blocks.add(new Layout.Block("b" + l, units[l], 1));
        }
        return new Layout(blocks);
    }

    /**
     * A random start, in which signals keep their size through the layers: weights uniform in ±√(6/(d + k)) for a layer
     * of k units that takes d, biases 0 (Glorot and Bengio 2010, AISTATS, equation 16); for ReLU and GELU in ±√(6/d)
     * (He, Zhang, Ren and Sun 2015, ICCV, equation 10).
     *
     * @param seed of the random numbers
     * @return length n
     */
    public double[] initial(long seed) {
        RandomGenerator random = Seeds.random(seed);
        double[] x = new double[dimension()];
        int at = 0;
        for (int l = 1; l < units.length; l++) {
            double bound = activation.bound(units[l - 1], units[l]);
            for (int i = 0; i < units[l] * units[l - 1]; i++) {
                x[at++] = bound * (2 * random.nextDouble() - 1);
            }
            at += units[l];
        }
        return x;
    }

    /** Each layer's weights with its biases. */
    List<Layered.Layer> layers() {
        List<Layered.Layer> layers = new ArrayList<>();
        int from = 0;
        for (int l = 1; l < units.length; l++) {
            int to = from + units[l] * (units[l - 1] + 1);
            layers.add(new Layered.Layer("layer " + l, from, to));
            from = to;
        }
        return layers;
    }

    @Override
    PerceptronSum over(Dataset samples, int[] order, int from, int size) {
        return new PerceptronSum(this, samples, order, from, size);
    }

    @Override
    public int[] predict(double[] x, Dataset other) {
        checkShape(other);
        return CrossEntropy.largest(over(other, null, 0, other.size()).outputs(x), other.size());
    }

    @Override
    public String toString() {
        String shape = Arrays.stream(units).mapToObj(Integer::toString).collect(Collectors.joining("-"));
        return "Perceptron[" + shape + (activation == Activation.TANH ? "" : " " + activation) + ", " + data
                + ", lambda " + lambda + "]";
    }
}
