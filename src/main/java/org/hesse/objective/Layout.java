package org.hesse.objective;

import java.util.List;

/**
 * The names and shapes of the variables: consecutive blocks of the vector x.
 *
 * @param blocks the blocks in their order
 */
public record Layout(List<Block> blocks) {
    /**
     * One named block, stored row by row.
     *
     * @param name its name
     * @param rows number of rows, at least 1
     * @param columns number of columns, at least 1; a vector has one
     */
    public record Block(String name, int rows, int columns) {
        int size() {
            return rows * columns;
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
     * @return {@code name}, {@code name[i]} or {@code name[row,column]}, indices from 0
     */
    public String name(int i) {
        int at = i;
        for (Block block : blocks) {
            if (at < block.size()) {
                return block.size() == 1
                        ? block.name
                        : block.columns == 1
                                ? block.name + "[" + at + "]"
                                : block.name + "[" + at / block.columns + "," + at % block.columns + "]";
            }
            at -= block.size();
        }
        throw new IndexOutOfBoundsException("variable " + i + " of " + dimension());
    }
}
