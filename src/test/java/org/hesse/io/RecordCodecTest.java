package org.hesse.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordCodecTest {
    enum Colour {
        RED,
        GREEN
    }

    record Leaf(double a, long b, int c, boolean d, String e, Colour f) {}

    record Tree(
            Object leaf,
            List<Object> list,
            double[] x,
            double[] again,
            double[][] rows,
            int[] i,
            long[] l,
            Object none) {}

    @Test
    void everyBitComesBackThroughAFile(@TempDir Path directory) throws Exception {
        double[] x = {0.1, -0.0, Double.NaN, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, 1e300, 1.0 / 3};
        Leaf leaf = new Leaf(-0.0, Long.MIN_VALUE, -7, true, "π\n\"", Colour.GREEN);
        Tree tree = new Tree(
                leaf,
                Arrays.asList(1.5, 3.0, 3L, 4, null, new Leaf(Double.NaN, 1, 2, false, "", Colour.RED)),
                x,
                x,
                new double[][] {x, {1}, {}},
                new int[] {Integer.MIN_VALUE, 5},
                new long[] {Long.MAX_VALUE},
                null);
        Path file = directory.resolve("tree.json");
        RecordCodec.save(file, tree);
        Tree read = (Tree) RecordCodec.load(file);
        assertThat(bits(read.x)).isEqualTo(bits(x));
        assertThat(read.again).isSameAs(read.x);
        assertThat(read.rows[0]).isSameAs(read.x);
        assertThat(read.rows[1]).containsExactly(1);
        assertThat(read.rows[2]).isEmpty();
        assertThat(read.leaf).isEqualTo(leaf);
        assertThat(read.list).isEqualTo(tree.list);
        assertThat(read.i).isEqualTo(tree.i);
        assertThat(read.l).isEqualTo(tree.l);
        assertThat(read.none).isNull();
        assertThat(Files.list(directory)).containsExactly(file);
    }

    private static long[] bits(double[] x) {
        return Arrays.stream(x).mapToLong(Double::doubleToRawLongBits).toArray();
    }

    @Test
    void whatCannotBeSavedIsNamedWithItsPath() {
        assertThatThrownBy(() -> RecordCodec.write(
                        new Tree(new Object(), List.of(), new double[0], null, null, null, null, null)))
                .hasMessageContaining("java.lang.Object at .leaf");
        assertThatThrownBy(() -> RecordCodec.write(List.of(new float[1]))).hasMessageContaining("float[] at [0]");
    }

    @Test
    void whatIsNoTreeIsNamedWithItsFile(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("bad.json");
        Files.writeString(file, "{\"@record\": \"java.lang.String\"}");
        assertThatThrownBy(() -> RecordCodec.load(file))
                .hasMessageContaining("bad.json")
                .hasMessageContaining("String");
        Files.writeString(file, "{\"@record\": \"no.such.Record\"}");
        assertThatThrownBy(() -> RecordCodec.load(file)).hasMessageContaining("no.such.Record");
        Files.writeString(file, "{");
        assertThatThrownBy(() -> RecordCodec.load(file)).hasMessageContaining("bad.json");
    }

    @Test
    void aFailedWriteKeepsTheOldFile(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("kept.json");
        RecordCodec.save(file, List.of(1L));
        assertThatThrownBy(() -> RecordCodec.save(file, new Object())).isInstanceOf(IllegalArgumentException.class);
        assertThat(RecordCodec.load(file)).isEqualTo(List.of(1L));
    }
}
