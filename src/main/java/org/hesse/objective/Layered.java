package org.hesse.objective;

import java.util.List;

/** An objective whose variables fall into layers, for methods that treat each layer by itself. */
public interface Layered extends Structure {
    /**
     * Consecutive variables that belong together: the weights of a layer and its biases.
     *
     * @param name its name
     * @param from its first variable, inclusive
     * @param to its last variable, exclusive; greater than {@code from}
     */
    record Layer(String name, int from, int to) {
        /** Checks the range. */
        public Layer {
            if (from < 0 || from >= to) {
                throw new IllegalArgumentException(
                        "layer " + name + " from " + from + " to " + to + ": expected 0 <= from < to");
            }
        }

        /**
         * The number of variables.
         *
         * @return at least 1
         */
        public int size() {
            return to - from;
        }
    }

    /**
     * The layers.
     *
     * @return from the inputs to the outputs; every variable is in exactly one
     */
    List<Layer> layers();

    @Override
    default Layered metered(Meter meter) {
        return this; // nothing is evaluated
    }
}
