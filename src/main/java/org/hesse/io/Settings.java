package org.hesse.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JSON object written by hand: every complaint names the file and the key, and unknown keys are refused. */
public final class Settings {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String source;
    private final JsonNode object;

    private Settings(String source, JsonNode object, List<String> keys) {
        this.source = source;
        this.object = object;
        if (!object.isObject()) {
            throw new IllegalArgumentException(source + ": expected an object, {\"" + keys.get(0) + "\": ...}");
        }
        object.fieldNames().forEachRemaining(key -> {
            if (!keys.contains(key)) {
                throw new IllegalArgumentException(
                        source + ": " + Names.unknown("key", key, keys).getMessage());
            }
        });
    }

    /**
     * Reads a file.
     *
     * @param file a file of JSON in UTF-8
     * @param keys the keys that it may have
     * @return the object in it
     * @throws IllegalArgumentException if it holds no JSON object, or one with another key or a key twice
     * @throws IOException if it cannot be read
     */
    public static Settings read(Path file, List<String> keys) throws IOException {
        try {
            return new Settings(file.toString(), STRICT.readTree(Files.readString(file)), keys);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    file + ": no JSON, line "
                            + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()) + ": "
                            + e.getOriginalMessage(),
                    e);
        }
    }

    /**
     * Whether there is a value.
     *
     * @param key its key
     * @return false if it is not there, or null
     */
    public boolean has(String key) {
        return object.hasNonNull(key);
    }

    /**
     * A text.
     *
     * @param key its key
     * @param otherwise what to take if it is not there
     * @return the text; a number as it is written
     */
    public String text(String key, String otherwise) {
        return has(key) ? text(key, object.get(key)) : otherwise;
    }

    private String text(String key, JsonNode value) {
        if (!value.isTextual() && !value.isNumber()) {
            throw bad(key, value, "a text");
        }
        return value.asText();
    }

    /**
     * A number.
     *
     * @param key its key
     * @param otherwise what to take if it is not there
     * @return the number; the texts {@code "Infinity"} and {@code "-Infinity"} are numbers, too
     */
    public double number(String key, double otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        JsonNode value = object.get(key);
        return Phrase.number(value.isTextual() || value.isNumber() ? value.asText() : "")
                .orElseThrow(() -> bad(key, value, "a number"));
    }

    /**
     * A whole number.
     *
     * @param key its key
     * @param otherwise what to take if it is not there
     * @return the number
     */
    public long whole(String key, long otherwise) {
        return has(key) ? whole(key, object.get(key)) : otherwise;
    }

    private long whole(String key, JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw bad(key, value, "a whole number");
        }
        return value.longValue();
    }

    /**
     * Whether a value is a list.
     *
     * @param key its key
     * @return true for a list
     */
    public boolean isList(String key) {
        return has(key) && object.get(key).isArray();
    }

    /**
     * A switch.
     *
     * @param key its key
     * @return whether it is true; false if it is not there
     */
    public boolean flag(String key) {
        if (has(key) && !object.get(key).isBoolean()) {
            throw bad(key, object.get(key), "true or false");
        }
        return has(key) && object.get(key).booleanValue();
    }

    /**
     * A list of texts.
     *
     * @param key its key
     * @return the texts; numbers as they are written; empty if it is not there
     */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        list(key).forEach(value -> texts.add(text(key, value)));
        return texts;
    }

    /**
     * A list of whole numbers.
     *
     * @param key its key
     * @return the numbers; empty if it is not there
     */
    public List<Long> wholes(String key) {
        List<Long> numbers = new ArrayList<>();
        list(key).forEach(value -> numbers.add(whole(key, value)));
        return numbers;
    }

    /**
     * A list of objects, or of texts that stand for one.
     *
     * @param key its key
     * @param keys the keys that each object may have; a text stands for the last one's value
     * @return the objects; empty if it is not there
     */
    public List<Settings> objects(String key, List<String> keys) {
        List<Settings> objects = new ArrayList<>();
        String last = keys.get(keys.size() - 1);
        for (JsonNode value : list(key)) {
            JsonNode whole = value.isTextual() ? STRICT.createObjectNode().set(last, value) : value;
            objects.add(new Settings(source + ", " + key + " " + (objects.size() + 1), whole, keys));
        }
        return objects;
    }

    /**
     * An object.
     *
     * @param key its key
     * @param keys the keys that it may have
     * @return the object; one without any value if it is not there
     */
    public Settings object(String key, List<String> keys) {
        JsonNode value = has(key) ? object.get(key) : STRICT.createObjectNode();
        return new Settings(source + ", " + key, value, keys);
    }

    /**
     * A list of numbers.
     *
     * @param key its key
     * @return the numbers; empty if it is not there
     */
    public double[] numbers(String key) {
        List<Double> numbers = new ArrayList<>();
        for (JsonNode value : list(key)) {
            numbers.add(Phrase.number(value.isNumber() ? value.asText() : "")
                    .orElseThrow(() -> bad(key, value, "a number")));
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private Iterable<JsonNode> list(String key) {
        if (has(key) && !isList(key)) {
            throw bad(key, object.get(key), "a list");
        }
        return has(key) ? object.get(key) : List.of();
    }

    /**
     * The exception for a value that is not as it should be.
     *
     * @param key its key
     * @param problem what is wrong with it
     * @return an exception that names the file and the key
     */
    public IllegalArgumentException bad(String key, String problem) {
        return new IllegalArgumentException(source + ": \"" + key + "\": " + problem);
    }

    private IllegalArgumentException bad(String key, JsonNode value, String expected) {
        return bad(key, value + ", expected " + expected);
    }
}
