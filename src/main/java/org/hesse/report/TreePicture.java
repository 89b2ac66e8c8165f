package org.hesse.report;

import java.io.IOException;
import java.nio.file.Path;
import org.hesse.census.DisconnectivityTree;
import org.hesse.census.DisconnectivityTree.Node;
import org.hesse.io.AtomicFiles;

/**
 * A disconnectivity tree, drawn: a line for each minimum, from its height up to where it joins others; heights are to
 * scale, the horizontal order means nothing.
 */
public final class TreePicture {
    private static final int TOP = 20;
    private static final int BOTTOM = 420;
    private static final int LEFT = 90;
    private static final int STEP = 34; // between minima

    private final DisconnectivityTree tree;
    private final double low;
    private final double high;
    private final Svg svg = new Svg();
    private int leaves;

    private TreePicture(DisconnectivityTree tree) {
        this.tree = tree;
        low = tree.roots().stream()
                .flatMap(Node::minima)
                .mapToDouble(Node::value)
                .min()
                .orElse(0);
        double top = tree.roots().stream().mapToDouble(Node::value).max().orElse(0);
        high = top > low ? top + 0.05 * (top - low) : low + 1;
    }

    /**
     * Draws.
     *
     * @param tree with at least one minimum, or an empty picture is drawn
     * @return an SVG document, complete in itself
     */
    public static String svg(DisconnectivityTree tree) {
        return new TreePicture(tree).draw();
    }

    /**
     * Draws to a file, replacing it in one move.
     *
     * @param tree the tree
     * @param file where to
     * @return the file
     * @throws IOException if it cannot be written
     */
    public static Path write(DisconnectivityTree tree, Path file) throws IOException {
        AtomicFiles.write(file, svg(tree));
        return file;
    }

    private String draw() {
        long count = tree.roots().stream().flatMap(Node::minima).count();
        svg.line(
                "<svg xmlns=\"%s\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\" font-family=\"sans-serif\""
                        + " font-size=\"12\">",
                Svg.NAMESPACE, LEFT + 40 + STEP * count, BOTTOM + 40, Html.escaped(tree.toString()));
        svg.line("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>");
        for (double tick : new Scale(low, high, BOTTOM, TOP, false).ticks(6)) {
            svg.line("<path stroke=\"#ccc\" d=\"M%d %.1fH%d\"/>", LEFT, y(tick), LEFT + 20 + STEP * count);
            svg.line(
                    "<text text-anchor=\"end\" x=\"%d\" y=\"%.1f\">%s</text>",
                    LEFT - 8, y(tick) + 4, Picture.number(tick));
        }
        for (Node root : tree.roots()) {
            double x = draw(root);
            svg.line("<path stroke=\"black\" d=\"M%.1f %.1fV%d\"/>", x, y(root.value()), TOP);
        }
        svg.line("</svg>");
        return svg.toString();
    }

    /** Draws what is below a node; returns where it stands. */
    private double draw(Node node) {
        if (node.children().isEmpty()) {
            double x = LEFT + 30 + STEP * leaves++;
            svg.line(
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\"><title>minimum %d, f = %s</title></circle>",
                    x, y(node.value()), node.point() + 1, Picture.number(node.value()));
            svg.line(
                    "<text text-anchor=\"middle\" x=\"%.1f\" y=\"%.1f\">%d</text>",
                    x, y(node.value()) + 18, node.point() + 1);
            return x;
        }
        double sum = 0;
        double[] places = new double[node.children().size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = draw(node.children().get(i));
            sum += places[i];
        }
        for (int i = 0; i < places.length; i++) {
            svg.line(
                    "<path stroke=\"black\" fill=\"none\" d=\"M%.1f %.1fV%.1fH%.1f\"><title>saddle %d, f = %s</title></path>",
                    places[i],
                    y(node.children().get(i).value()),
                    y(node.value()),
                    sum / places.length,
                    node.point() + 1,
                    Picture.number(node.value()));
        }
        return sum / places.length;
    }

    private double y(double value) {
        return BOTTOM + (TOP - BOTTOM) * (value - low) / (high - low);
    }
}
