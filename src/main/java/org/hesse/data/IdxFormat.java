package org.hesse.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hesse.io.Packed;

/**
 * IDX files, one of images and one of labels, as MNIST and Fashion-MNIST come; both may be gzipped. Pixels stay as they
 * are, mostly from 0 to 255.
 *
 * <p>Source: LeCun, Cortes and Burges, The MNIST Database: two zero bytes, the type, the number of dimensions, each
 * dimension as a big-endian int, then the values. Of the types it has unsigned bytes (0x08), which all those files use.
 */
public final class IdxFormat {
    private static final int UNSIGNED_BYTE = 0x08;
    private static final long MOST = 1L << 28; // 2 GB of doubles

    private IdxFormat() {}

    /**
     * Reads the images, and the labels from the file beside whose name has {@code labels-idx1} in place of {@code
     * images-idx3}.
     *
     * @param images such as {@code train-images-idx3-ubyte.gz}
     * @return the data set
     * @throws IllegalArgumentException if the name or the content is not as it should be
     * @throws UncheckedIOException if a file cannot be read
     */
    public static Dataset read(Path images) {
        String name = images.getFileName().toString();
        String beside = name.replace("images", "labels").replace("idx3", "idx1");
        if (beside.equals(name) || !Files.exists(images.resolveSibling(beside))) {
            throw new IllegalArgumentException(name + ": expected images and, beside them, labels, such as"
                    + " train-images-idx3-ubyte and train-labels-idx1-ubyte"
                    + (beside.equals(name) ? "" : ", but there is no " + beside));
        }
        return read(images, images.resolveSibling(beside));
    }

    /**
     * Reads images and their labels.
     *
     * @param images the file of N images; its name becomes the name of the data set
     * @param labels the file of N labels
     * @return the data set, its classes 0, 1, … to the largest label
     * @throws IllegalArgumentException naming the file, if its content is not as it should be
     * @throws UncheckedIOException if a file cannot be read
     */
    public static Dataset read(Path images, Path labels) {
        int[] of;
        double[][] rows;
        List<String> names = new ArrayList<>();
        String source = images.getFileName().toString();
        try (DataInputStream in = open(images)) {
            of = dimensions(source, in);
            int width = of.length == 3 ? of[2] : 1;
            long size = of.length > 1 ? (long) of[1] * width : 1;
            if (of.length < 2 || of.length > 3) {
                throw new IllegalArgumentException(
                        source + ": " + of.length + " dimensions, expected 2 or 3 for images");
            }
            if (size > MOST / of[0]) {
                throw new IllegalArgumentException(
                        source + ": " + of[0] + " x " + size + " numbers, expected at most " + MOST);
            }
            rows = new double[of[0]][(int) size];
            for (double[] row : rows) {
                bytes(in, row);
            }
            IntStream.range(0, (int) size).forEach(j -> names.add("pixel[" + j / width + "," + j % width + "]"));
        } catch (IOException e) {
            throw wrong(images, e);
        }
        double[] y;
        String beside = labels.getFileName().toString();
        try (DataInputStream in = open(labels)) {
            int[] count = dimensions(beside, in);
            if (count.length != 1 || count[0] != rows.length) {
                throw new IllegalArgumentException(beside + ": dimensions " + Arrays.toString(count) + ", expected ["
                        + rows.length + "], a label for each image");
            }
            y = new double[rows.length];
            bytes(in, y);
        } catch (IOException e) {
            throw wrong(labels, e);
        }
        int[] classes = Arrays.stream(y).mapToInt(label -> (int) label).toArray();
        int most = Arrays.stream(classes).max().orElse(0);
        List<String> distinct =
                IntStream.rangeClosed(0, most).mapToObj(Integer::toString).toList();
        return Dataset.classification(source, names, distinct, rows, classes);
    }

    private static DataInputStream open(Path file) throws IOException {
        BufferedInputStream in = Packed.open(file);
        return new DataInputStream(in);
    }

    private static int[] dimensions(String source, DataInputStream in) throws IOException {
        int magic = in.readInt();
        if (magic >>> 8 != UNSIGNED_BYTE) {
            throw new IllegalArgumentException(String.format(
                    "%s: begins with 0x%08x, expected 0x000008.. of an IDX file of unsigned bytes", source, magic));
        }
        int[] dimensions = new int[magic & 0xff];
        for (int i = 0; i < dimensions.length; i++) {
            dimensions[i] = in.readInt();
            if (dimensions[i] < 1) {
                throw new IllegalArgumentException(
                        source + ": dimension " + (i + 1) + " is " + dimensions[i] + ", expected at least 1");
            }
        }
        return dimensions;
    }

    private static void bytes(DataInputStream in, double[] values) throws IOException {
        for (int j = 0; j < values.length; j++) {
            values[j] = in.readUnsignedByte();
        }
    }

    private static RuntimeException wrong(Path file, IOException e) {
        return e instanceof EOFException
                ? new IllegalArgumentException(file.getFileName() + ": ends before its last value", e)
                : new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
    }
}
