package org.hesse.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hesse.autodiff.Differentiable;
import org.hesse.autodiff.Expression;
import org.hesse.autodiff.reverse.VectorFunction;
import org.hesse.data.Columns;
import org.hesse.objective.Objective;

/** What is fitted, before it is known which names are parameters. */
interface Source {
    /**
     * Makes the problem.
     *
     * @param given the numbers by the names of parameters that a start or a fixed value names, in their order
     * @return the problem; it may have parameters that are not given
     */
    Posed pose(Map<String, Double> given);

    /** The columns, to end a message about names; empty where there are none. */
    default String columns() {
        return "";
    }

    /** What is fitted, in a line. */
    String title();

    /**
     * A model written as text. Its names are predictors where they are columns and no start is given for them, and else
     * parameters.
     *
     * @param model the text
     * @param data the columns
     * @param y the response
     * @param sigma its standard deviations; empty for none
     */
    record Text(String model, Columns data, String y, String sigma) implements Source {
        @Override
        public Posed pose(Map<String, Double> given) {
            Expression m = read(given.keySet());
            List<String> all = m.variables();
            List<String> names = Stream.concat(given.keySet().stream().filter(all::contains), all.stream())
                    .filter(name -> given.containsKey(name) || !data.names().contains(name))
                    .distinct()
                    .toList();
            List<String> predictors =
                    all.stream().filter(name -> !names.contains(name)).toList();
            if (predictors.contains(y)) {
                throw new IllegalArgumentException(
                        "model '" + model + "': " + y + " is the response, expected it on the other side alone");
            }
            return posed(m, names, predictors, places(all, names), places(all, predictors), data, y, sigma);
        }

        /** The constants e and pi are parameters if a start says so. */
        private Expression read(Set<String> given) {
            Expression plain = Expression.parse(model);
            List<String> constants =
                    Stream.of("e", "pi").filter(given::contains).toList();
            if (constants.isEmpty()) {
                return plain;
            }
            Set<String> all = new LinkedHashSet<>(plain.variables());
            all.addAll(constants);
            return Expression.parse(model, List.copyOf(all));
        }

        private static int[] places(List<String> all, List<String> names) {
            return names.stream().mapToInt(all::indexOf).toArray();
        }

        @Override
        public String columns() {
            return "; columns are " + String.join(", ", data.names());
        }

        @Override
        public String title() {
            return y + " = " + model + ", " + data.rows() + " rows";
        }
    }

    /**
     * A model written as code.
     *
     * @param model the code
     * @param data the columns
     * @param predictors names of columns
     * @param y the response
     * @param sigma its standard deviations; empty for none
     */
    record Code(ModelFunction model, Columns data, List<String> predictors, String y, String sigma) implements Source {
        @Override
        public Posed pose(Map<String, Double> given) {
            int p = given.size();
            int n = p + predictors.size();
            if (p == 0) {
                throw new IllegalArgumentException("start is missing, expected name=number for each parameter");
            }
            Differentiable m = Differentiable.of(n, v -> model.value(Arrays.copyOf(v, p), Arrays.copyOfRange(v, p, n)));
            return posed(
                    m,
                    new ArrayList<>(given.keySet()),
                    predictors,
                    IntStream.range(0, p).toArray(),
                    IntStream.range(p, n).toArray(),
                    data,
                    y,
                    sigma);
        }

        @Override
        public String title() {
            return y + " by code of " + String.join(", ", predictors) + ", " + data.rows() + " rows";
        }
    }

    /**
     * Residuals written as code.
     *
     * @param residuals the code
     */
    record Given(VectorFunction residuals) implements Source {
        @Override
        public Posed pose(Map<String, Double> given) {
            double[] b =
                    given.values().stream().mapToDouble(Double::doubleValue).toArray();
            if (b.length == 0) {
                throw new IllegalArgumentException("start is missing, expected name=number for each parameter");
            }
            return new Posed(List.copyOf(given.keySet()), new CodeResiduals(residuals, b), Optional.empty());
        }

        @Override
        public String title() {
            return "residuals by code";
        }
    }

    private static Posed posed(
            Objective model,
            List<String> names,
            List<String> predictors,
            int[] parameterPlaces,
            int[] predictorPlaces,
            Columns data,
            String y,
            String sigma) {
        double[][] x = new double[data.rows()][predictors.size()];
        for (int j = 0; j < predictors.size(); j++) {
            double[] column = data.get(predictors.get(j));
            for (int i = 0; i < x.length; i++) {
                x[i][j] = column[i];
            }
        }
        double[] response = data.get(y);
        double[] deviations = new double[response.length];
        Arrays.fill(deviations, 1);
        if (!sigma.isEmpty()) {
            deviations = data.get(sigma);
            for (int i = 0; i < deviations.length; i++) {
                if (!(deviations[i] > 0)) {
                    throw new IllegalArgumentException(
                            data.where(i, sigma) + ": sigma = " + deviations[i] + ", expected a number > 0");
                }
            }
        }
        Residuals residuals = new ModelResiduals(model, parameterPlaces, predictorPlaces, x, response, deviations);
        Observed observed = new Observed(data.source(), y, predictors, x, response, deviations);
        return new Posed(List.copyOf(names), residuals, Optional.of(observed));
    }
}
