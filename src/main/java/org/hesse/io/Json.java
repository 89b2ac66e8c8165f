package org.hesse.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** JSON text. NaN and infinite numbers are the strings "NaN", "Infinity" and "-Infinity". */
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /**
     * A number, or the string that stands for it where JSON has none.
     *
     * @param x the number
     * @return a JSON number if finite, otherwise a string
     */
    public static JsonNode number(double x) {
        return Double.isFinite(x)
                ? JsonNodeFactory.instance.numberNode(x)
                : JsonNodeFactory.instance.textNode(Double.toString(x));
    }

    /**
     * An array of numbers.
     *
     * @param x the numbers
     * @return a JSON array, each as by {@link #number(double)}
     */
    public static ArrayNode numbers(double[] x) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (double xi : x) {
            array.add(number(xi));
        }
        return array;
    }

    /**
     * Indented text.
     *
     * @param json the tree
     * @return its text
     */
    public static String pretty(JsonNode json) {
        try {
            return MAPPER.writer(SerializationFeature.INDENT_OUTPUT).writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot write JSON: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * Reads a file.
     *
     * @param file a file of JSON in UTF-8
     * @return the tree
     * @throws IOException if it cannot be read or is no JSON; the message names the file
     */
    public static JsonNode read(Path file) throws IOException {
        try {
            return MAPPER.readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }
}
