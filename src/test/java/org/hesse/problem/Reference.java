package org.hesse.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Numbers computed elsewhere, in lines of {@code name: number number …}; lines with # are comments. */
final class Reference {
    private final Map<String, double[]> numbers;

    private Reference(Map<String, double[]> numbers) {
        this.numbers = numbers;
    }

    static Reference read(String resource) {
        try (InputStream in = Reference.class.getResourceAsStream(resource)) {
            return new Reference(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(": "))
                    .collect(Collectors.toMap(
                            parts -> parts[0],
                            parts -> Arrays.stream(parts[1].split(" "))
                                    .mapToDouble(Double::parseDouble)
                                    .toArray())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    double[] vector(String name) {
        return numbers.get(name).clone();
    }

    double number(String name) {
        return numbers.get(name)[0];
    }
}
