package org.hesse.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON text. NaN and infinite numbers are the strings "NaN", "Infinity" and "-Infinity". */
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE) // a saved array is one string
                    .build())
            .build());

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
     * A document as indented text in ASCII.
     *
     * @param tree maps (in their order), lists and arrays, which hold again such, or strings, enums, booleans, numbers and
     *     null; a double is written as by {@link #number(double)}
     * @return the text
     * @throws IllegalArgumentException if something else is in the tree
     */
    public static String text(Object tree) {
        try {
            return MAPPER.writer()
                    .with(SerializationFeature.INDENT_OUTPUT)
                    .with(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .writeValueAsString(node(tree));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot write JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static JsonNode node(Object value) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (value == null) {
            return json.nullNode();
        } else if (value instanceof Map<?, ?> map) {
            ObjectNode object = json.objectNode();
            map.forEach((name, v) -> object.set(name.toString(), node(v)));
            return object;
        } else if (value instanceof Iterable<?> list) {
            ArrayNode array = json.arrayNode();
            list.forEach(v -> array.add(node(v)));
            return array;
        } else if (value instanceof double[] numbers) {
            return numbers(numbers);
        } else if (value instanceof Double d) {
            return number(d);
        } else if (value instanceof Integer || value instanceof Long) {
            return json.numberNode(((Number) value).longValue());
        } else if (value instanceof Boolean b) {
            return json.booleanNode(b);
        } else if (value instanceof String || value instanceof Enum<?>) {
            return json.textNode(value.toString());
        }
        throw new IllegalArgumentException("cannot write JSON: "
                + value.getClass().getName() + ", expected maps, lists, strings, enums, booleans and numbers");
    }

    /**
     * Reads a file as a document, the reverse of {@link #text}.
     *
     * @param file a file of JSON in UTF-8
     * @return maps (in their order), lists, strings, booleans, numbers as Long or Double, and null
     * @throws IOException if it cannot be read or is no JSON; the message names the file
     */
    public static Object values(Path file) throws IOException {
        return value(read(file));
    }

    private static Object value(JsonNode json) {
        if (json.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            json.properties().forEach(e -> map.put(e.getKey(), value(e.getValue())));
            return map;
        } else if (json.isArray()) {
            List<Object> list = new ArrayList<>();
            json.forEach(item -> list.add(value(item)));
            return list;
        } else if (json.isNumber()) {
            return json.isIntegralNumber() ? (Object) json.longValue() : (Object) json.doubleValue();
        }
        return json.isBoolean() ? (Object) json.booleanValue() : json.textValue();
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
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new IOException(file + ": no JSON, line " + line + ": " + e.getOriginalMessage(), e);
        }
    }
}
