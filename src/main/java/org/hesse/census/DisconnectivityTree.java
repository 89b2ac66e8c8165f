package org.hesse.census;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hesse.io.Numbers;

/**
 * At which height minima meet: the leaves are minima, and a node is the lowest saddle over which the minima below it are
 * joined.
 *
 * <p>Source: Becker and Karplus, J. Chem. Phys. 106 (1997); Wales, Energy Landscapes (2003), section 5.1.
 *
 * @param roots one tree for each part of the network that is joined, the one with the lowest minimum first
 */
public record DisconnectivityTree(List<Node> roots) {
    /**
     * A minimum, or a saddle that joins.
     *
     * @param point its place in the list of the census
     * @param value f there
     * @param children what the saddle joins, the lower minimum first; of a minimum nothing
     */
    public record Node(int point, double value, List<Node> children) {
        /** Copies the list. */
        public Node {
            children = List.copyOf(children);
        }

        /**
         * The minima of this part.
         *
         * @return the leaves, from left to right
         */
        public Stream<Node> minima() {
            return children.isEmpty() ? Stream.of(this) : children.stream().flatMap(Node::minima);
        }

        double lowest() {
            return minima().mapToDouble(Node::value).min().orElseThrow();
        }
    }

    private static final Comparator<Node> LOWEST = Comparator.comparingDouble(Node::lowest);

    /** Copies the list. */
    public DisconnectivityTree {
        roots = List.copyOf(roots);
    }

    /**
     * The tree of a census.
     *
     * @param census with links, by {@link Network#join}
     * @return the tree, or trees
     */
    public static DisconnectivityTree of(Census census) {
        List<CensusPoint> points = census.points();
        List<Node> parts = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).kind() == org.hesse.objective.Kind.MINIMUM) {
                parts.add(new Node(i, points.get(i).value(), List.of()));
            }
        }
        List<Link> links = census.links().stream()
                .filter(Link::isWhole)
                .sorted(Comparator.comparingDouble(l -> points.get(l.saddle()).value()))
                .toList();
        for (Link link : links) {
            Node first = part(parts, link.first());
            Node second = part(parts, link.second());
            if (first != second) {
                parts.remove(first);
                parts.remove(second);
                List<Node> both = Stream.of(first, second).sorted(LOWEST).toList();
                parts.add(new Node(link.saddle(), points.get(link.saddle()).value(), both));
            }
        }
        parts.sort(LOWEST);
        return new DisconnectivityTree(parts);
    }

    private static Node part(List<Node> parts, int minimum) {
        return parts.stream()
                .filter(node -> node.minima().anyMatch(leaf -> leaf.point() == minimum))
                .findFirst()
                .orElseThrow();
    }

    /**
     * How high one must climb from one minimum to another.
     *
     * @param from a minimum, by its place in the census
     * @param to another
     * @return the value at the highest saddle of the lowest way, less that at {@code from}; ∞ where no way is known
     * @throws IllegalArgumentException if one is not a minimum of this tree
     */
    public double barrier(int from, int to) {
        Node start = leaf(from);
        leaf(to);
        List<Node> level = roots;
        double height = Double.POSITIVE_INFINITY;
        while (true) {
            Node common = level.stream()
                    .filter(n -> n.minima().anyMatch(m -> m.point() == from)
                            && n.minima().anyMatch(m -> m.point() == to))
                    .findFirst()
                    .orElse(null);
            if (common == null) {
                return height - start.value();
            }
            height = common.value();
            level = common.children();
        }
    }

    private Node leaf(int minimum) {
        return roots.stream()
                .flatMap(Node::minima)
                .filter(m -> m.point() == minimum)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("barrier: point " + minimum
                        + " is no minimum of the tree, expected one of "
                        + roots.stream().flatMap(Node::minima).map(Node::point).toList()));
    }

    /**
     * The tree as text, a line for each node.
     *
     * @return heights, indented by depth
     */
    public String report() {
        StringBuilder text = new StringBuilder();
        roots.forEach(root -> add(root, "", text));
        return text.toString();
    }

    private static void add(Node node, String indent, StringBuilder text) {
        text.append(indent)
                .append(node.children().isEmpty() ? "minimum " : "saddle ")
                .append(node.point() + 1)
                .append("  f=")
                .append(Numbers.rounded(node.value(), 9))
                .append('\n');
        node.children().forEach(child -> add(child, indent + "  ", text));
    }

    @Override
    public String toString() {
        return "TREE of " + roots.stream().flatMap(Node::minima).count() + " minima in " + roots.size()
                + (roots.size() == 1 ? " part" : " parts");
    }
}
