package org.hesse.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns a tree of records into JSON and back, bit for bit.
 *
 * <p>A tree may hold records, lists, strings, enums, {@code null}, boxed and unboxed {@code boolean}, {@code int},
 * {@code long} and {@code double}, and arrays of the latter three (also {@code double[][]}). An array that stands in the
 * tree twice is one array after reading, too. Doubles are written as JSON numbers where finite (the shortest that reads
 * back the same), as strings "NaN", "Infinity", "-Infinity" otherwise; arrays as Base64 of big-endian bits. Reading
 * makes no objects but records and enums of the classes named.
 */
public final class RecordCodec {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private RecordCodec() {}

    /**
     * Writes a tree.
     *
     * @param tree the tree, perhaps null
     * @return its JSON
     * @throws IllegalArgumentException if something in it is none of the above; the message has its path
     */
    public static JsonNode write(Object tree) {
        return new Writer().node(tree, "");
    }

    /**
     * Reads a tree.
     *
     * @param json what {@link #write} made
     * @return the tree
     * @throws IllegalArgumentException if it is not of that form, or a class does not fit; the message has the path
     */
    public static Object read(JsonNode json) {
        return new Reader().tree(json, Object.class, "");
    }

    /**
     * Writes a tree to a file, replacing it in one move.
     *
     * @param file where to
     * @param tree the tree
     * @throws IOException if the file cannot be written; the old one is then untouched
     * @throws IllegalArgumentException as by {@link #write}
     */
    public static void save(Path file, Object tree) throws IOException {
        AtomicFiles.write(file, Json.pretty(write(tree)));
    }

    /**
     * Reads a tree from a file.
     *
     * @param file made by {@link #save}
     * @return the tree
     * @throws IOException if it cannot be read or was not made by {@link #save}; the message names the file
     */
    public static Object load(Path file) throws IOException {
        JsonNode json = Json.read(file);
        try {
            return read(json);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private static final class Writer {
        private final Map<Object, Integer> arrays = new IdentityHashMap<>();

        JsonNode node(Object value, String path) {
            if (value == null) {
                return NullNode.getInstance();
            } else if (value instanceof Record r) {
                return components(r, path);
            } else if (value instanceof List<?> list) {
                ArrayNode array = JSON.arrayNode();
                for (int i = 0; i < list.size(); i++) {
                    array.add(node(list.get(i), path + "[" + i + "]"));
                }
                return array;
            } else if (value instanceof Enum<?> e) {
                return JSON.objectNode()
                        .put("@enum", e.getDeclaringClass().getName())
                        .put("name", e.name());
            } else if (value instanceof String s) {
                return JSON.textNode(s);
            } else if (value instanceof Boolean b) {
                return JSON.booleanNode(b);
            } else if (value instanceof Integer i) {
                return JSON.objectNode().put("@int", i);
            } else if (value instanceof Long l) {
                return JSON.numberNode(l);
            } else if (value instanceof Double d) {
                return Double.isFinite(d)
                        ? JSON.numberNode(d)
                        : JSON.objectNode().put("@double", d.toString());
            } else if (value.getClass().isArray()) {
                return array(value, path);
            }
            throw new IllegalArgumentException("cannot save " + value.getClass().getName() + " at " + path
                    + ": expected records, lists, strings, enums, numbers and arrays of numbers only");
        }

        private JsonNode components(Record r, String path) {
            ObjectNode object = JSON.objectNode().put("@record", r.getClass().getName());
            for (RecordComponent c : r.getClass().getRecordComponents()) {
                try {
                    c.getAccessor().setAccessible(true);
                    object.set(c.getName(), node(c.getAccessor().invoke(r), path + "." + c.getName()));
                } catch (ReflectiveOperationException e) {
                    throw new IllegalArgumentException("cannot save " + path + "." + c.getName() + ": " + e, e);
                }
            }
            return object;
        }

        private JsonNode array(Object array, String path) {
            Integer known = arrays.putIfAbsent(array, arrays.size());
            if (known != null) {
                return JSON.objectNode().put("@ref", known);
            }
            ObjectNode object = JSON.objectNode();
            if (array instanceof double[] a) {
                ByteBuffer bytes = ByteBuffer.allocate(8 * a.length);
                bytes.asDoubleBuffer().put(a);
                return object.put("@doubles", Base64.getEncoder().encodeToString(bytes.array()));
            } else if (array instanceof long[] a) {
                ByteBuffer bytes = ByteBuffer.allocate(8 * a.length);
                bytes.asLongBuffer().put(a);
                return object.put("@longs", Base64.getEncoder().encodeToString(bytes.array()));
            } else if (array instanceof int[] a) {
                ByteBuffer bytes = ByteBuffer.allocate(4 * a.length);
                bytes.asIntBuffer().put(a);
                return object.put("@ints", Base64.getEncoder().encodeToString(bytes.array()));
            } else if (array instanceof double[][] a) {
                object.set("@rows", node(Arrays.asList(a), path));
                return object;
            }
            throw new IllegalArgumentException("cannot save an array of type "
                    + array.getClass().getSimpleName() + " at " + path
                    + ": expected double[], double[][], long[] or int[]");
        }
    }

    private static final class Reader {
        private final Map<Integer, Object> arrays = new HashMap<>();

        Object tree(JsonNode json, Class<?> type, String path) {
            if (json == null || json.isNull()) {
                return null;
            } else if (json.isArray()) {
                List<Object> list = new ArrayList<>();
                for (JsonNode item : json) {
                    list.add(tree(item, Object.class, path + "[" + list.size() + "]"));
                }
                return list;
            } else if (json.isTextual()) {
                return json.textValue();
            } else if (json.isBoolean()) {
                return json.booleanValue();
            } else if (json.isNumber()) {
                boolean real = type == double.class || type == Double.class || json.isFloatingPointNumber();
                return real ? (Object) json.doubleValue() : (Object) json.longValue();
            } else if (json.has("@record")) {
                return components(json, path);
            } else if (json.has("@enum")) {
                return constant(json, path);
            } else if (json.has("@int")) {
                return json.get("@int").intValue();
            } else if (json.has("@double")) {
                return Double.valueOf(json.get("@double").textValue());
            }
            return array(json, path);
        }

        private Object components(JsonNode json, String path) {
            Class<?> type = load(json.get("@record").textValue(), path);
            if (!type.isRecord()) {
                throw new IllegalArgumentException(type.getName() + " at " + path + " is not a record");
            }
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types = new Class<?>[components.length];
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                values[i] = tree(json.get(components[i].getName()), types[i], path + "." + components[i].getName());
            }
            try {
                Constructor<?> canonical = type.getDeclaredConstructor(types);
                canonical.setAccessible(true);
                return canonical.newInstance(values);
            } catch (ReflectiveOperationException | IllegalArgumentException e) {
                throw new IllegalArgumentException("cannot read " + type.getName() + " at " + path + ": " + e, e);
            }
        }

        private static Object constant(JsonNode json, String path) {
            Class<?> type = load(json.get("@enum").textValue(), path);
            String name = json.path("name").asText();
            if (type.isEnum()) {
                for (Object constant : type.getEnumConstants()) {
                    if (((Enum<?>) constant).name().equals(name)) {
                        return constant;
                    }
                }
            }
            throw new IllegalArgumentException("no constant " + name + " in " + type.getName() + " at " + path);
        }

        private Object array(JsonNode json, String path) {
            if (json.has("@ref")) {
                return arrays.get(json.get("@ref").intValue());
            }
            int id = arrays.size();
            arrays.put(id, ""); // numbered before its rows are, as in writing
            Object array;
            if (json.has("@doubles")) {
                ByteBuffer bytes = bytes(json, "@doubles");
                double[] a = new double[bytes.remaining() / 8];
                bytes.asDoubleBuffer().get(a);
                array = a;
            } else if (json.has("@longs")) {
                ByteBuffer bytes = bytes(json, "@longs");
                long[] a = new long[bytes.remaining() / 8];
                bytes.asLongBuffer().get(a);
                array = a;
            } else if (json.has("@ints")) {
                ByteBuffer bytes = bytes(json, "@ints");
                int[] a = new int[bytes.remaining() / 4];
                bytes.asIntBuffer().get(a);
                array = a;
            } else if (json.has("@rows")) {
                array = ((List<?>) tree(json.get("@rows"), List.class, path)).toArray(new double[0][]);
            } else {
                throw new IllegalArgumentException("nothing that can be read at " + path + ": " + json);
            }
            arrays.put(id, array);
            return array;
        }

        private static ByteBuffer bytes(JsonNode json, String key) {
            return ByteBuffer.wrap(Base64.getDecoder().decode(json.get(key).textValue()));
        }

        /** Our own classes as this one was loaded, whatever a shell has made of the thread's loader; the user's by that. */
        private static Class<?> load(String name, String path) {
            try {
                return Class.forName(name, false, RecordCodec.class.getClassLoader());
            } catch (ClassNotFoundException notOurs) {
                ClassLoader context = Thread.currentThread().getContextClassLoader();
                try {
                    return Class.forName(name, false, context);
                } catch (ClassNotFoundException e) {
                    throw new IllegalArgumentException("no class " + name + " at " + path, e);
                }
            }
        }
    }
}
