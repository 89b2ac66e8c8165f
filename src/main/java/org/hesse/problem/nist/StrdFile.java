package org.hesse.problem.nist;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Reads a file of the Statistical Reference Datasets: the model after the line that counts the parameters, the lines {@code
 * b1 = start1 start2 value deviation}, three named numbers, and the table that begins with {@code Data: y x}.
 */
final class StrdFile {
    private final String name;
    private final List<String> lines;

    StrdFile(String name, List<String> lines) {
        this.name = name;
        this.lines = lines;
    }

    Regression read() {
        double[][] b = numbers(IntStream.range(0, lines.size()).filter(i -> at(i).matches("\\s*b\\d+ =.*")), 1);
        int head = last(line -> line.startsWith("Data:"));
        List<String> columns = Arrays.asList(at(head).substring(5).strip().split("\\s+"));
        double[][] rows = numbers(IntStream.range(head + 1, lines.size()).filter(i -> !at(i).isBlank()), 0);
        String[] sides = model().split("=", 2);
        boolean logarithm = sides[0].strip().equals("log(y)");
        return new Regression(
                name,
                sides[1].replaceAll("\\s+", ""),
                columns.subList(1, columns.size()),
                Arrays.stream(rows).map(r -> Arrays.copyOfRange(r, 1, r.length)).toArray(double[][]::new),
                Arrays.stream(rows)
                        .mapToDouble(r -> logarithm ? Math.log(r[0]) : r[0])
                        .toArray(),
                new double[][] {column(b, 0), column(b, 1)},
                new Certified(
                        column(b, 2),
                        column(b, 3),
                        named("Residual Sum of Squares:"),
                        named("Residual Standard Deviation:"),
                        rows.length - b.length));
    }

    /** Both sides, in our notation; some models run over several lines, one begins with a value of π. */
    private String model() {
        int from = last(line -> line.strip().matches("\\d Parameters .*")) + 1;
        int to = from;
        while (!at(to).strip().endsWith("e")) {
            to++;
        }
        String text = String.join("\n", lines.subList(from, to + 1));
        return text.replaceFirst("pi = .*\n", "")
                .strip()
                .replaceFirst("\\+\\s*e$", "")
                .replace('[', '(')
                .replace(']', ')')
                .replace("**", "^")
                .replace("arctan", "atan");
    }

    private String at(int line) {
        return lines.get(line);
    }

    private int last(Predicate<String> test) {
        return IntStream.range(0, lines.size())
                .filter(i -> test.test(at(i)))
                .max()
                .orElseThrow(() -> new IllegalArgumentException("StRD file " + name + ": a line is missing"));
    }

    private double named(String what) {
        String line = at(last(l -> l.toLowerCase(Locale.ROOT).startsWith(what.toLowerCase(Locale.ROOT))));
        return Double.parseDouble(line.substring(what.length()).strip());
    }

    /** The numbers of some lines, behind the equals sign. */
    private double[][] numbers(IntStream which, int part) {
        return which.mapToObj(i -> at(i).split("=")[part].strip().split("\\s+"))
                .map(row -> Arrays.stream(row).mapToDouble(Double::parseDouble).toArray())
                .toArray(double[][]::new);
    }

    private static double[] column(double[][] rows, int j) {
        return Arrays.stream(rows).mapToDouble(row -> row[j]).toArray();
    }
}
