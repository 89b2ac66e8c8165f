package org.hesse.objective;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The names and shapes of the variables: consecutive blocks of the vector x.
 *
 * @param blocks the blocks in their order
 */
public record Layout(List<Block> blocks) {
    private static final int SHOWN = 8;

    /**
     * One named block, stored row by row.
     *
     * @param name its name
     * @param rows number of rows, at least 1
     * @param columns number of columns, at least 1; a vector has one
     * @param counted whether it is an array of mathematics, its indices counted from 1 and always written
     */
    public record Block(String name, int rows, int columns, boolean counted) {
        /**
         * A block with indices from 0, a single number without any.
         *
         * @param name its name
         * @param rows number of rows, at least 1
         * @param columns number of columns, at least 1; a vector has one
         */
        public Block(String name, int rows, int columns) {
            this(name, rows, columns, false);
        }

        /**
         * An array {@code x[1], ..., x[n]}.
         *
         * @param name its name
         * @param n its length, at least 1
         * @return the block
         */
        public static Block array(String name, int n) {
            return new Block(name, n, 1, true);
        }

        int size() {
            return rows * columns;
        }

        private String name(int at) {
            if (counted) {
                return name + "[" + (at + 1) + "]";
            }
            return size() == 1
                    ? name
                    : columns == 1 ? name + "[" + at + "]" : name + "[" + at / columns + "," + at % columns + "]";
        }
    }

    /** Copies the list. */
    public Layout {
        blocks = List.copyOf(blocks);
    }

    /**
     * One vector.
     *
     * @param name its name
     * @param n its length
     * @return the layout
     */
    public static Layout vector(String name, int n) {
        return new Layout(List.of(new Block(name, n, 1)));
    }

    /**
     * Separately named scalars.
     *
     * @param names the names in their order
     * @return the layout
     */
    public static Layout scalars(List<String> names) {
        return new Layout(names.stream().map(name -> new Block(name, 1, 1)).toList());
    }

    /**
     * The number of variables.
     *
     * @return n
     */
    public int dimension() {
        return blocks.stream().mapToInt(Block::size).sum();
    }

    /**
     * The name of one variable.
     *
     * @param i its index in x
     * @return {@code name}, {@code name[i]} or {@code name[row,column]}; indices from 0, of counted arrays from 1
     */
    public String name(int i) {
        int at = i;
        for (Block block : blocks) {
            if (at < block.size()) {
                return block.name(at);
            }
            at -= block.size();
        }
        throw new IndexOutOfBoundsException("variable " + i + " of " + dimension());
    }

    /**
     * All names in their order, for people to read.
     *
     * @return {@code x, y}; beyond eight only the first two and the last
     */
    public String shown() {
        int n = dimension();
        return n <= SHOWN
                ? IntStream.range(0, n).mapToObj(this::name).collect(Collectors.joining(", "))
                : name(0) + ", " + name(1) + ", ..., " + name(n - 1);
    }

    /**
     * Reads a point: {@code x=-1.2, y=1} in any order of the names, or {@code -1.2, 1} in the order of the variables.
     *
     * @param text the numbers, separated by commas
     * @return length n
     * @throws IllegalArgumentException if a number is missing, not a finite number or too many, or a name is unknown or
     *     given twice
     */
    public double[] point(String text) {
        NamedValues values = new NamedValues("point", text, "number");
        List<String> names =
                IntStream.range(0, dimension()).mapToObj(this::name).toList();
        String[] numbers = values.values(names, shown());
        double[] x = new double[numbers.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = values.number(names.get(i), numbers[i]);
        }
        return x;
    }
}
