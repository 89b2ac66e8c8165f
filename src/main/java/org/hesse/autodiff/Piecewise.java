package org.hesse.autodiff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hesse.autodiff.interval.Enclosure;
import org.hesse.autodiff.interval.Interval;
import org.hesse.autodiff.interval.OnIntervals;
import org.hesse.autodiff.interval.Pieces;
import org.hesse.autodiff.text.Decisions;
import org.hesse.autodiff.text.Node;
import org.hesse.autodiff.text.Program;

/**
 * Enclosures of a text with conditionals. Over a box each comparison holds everywhere, nowhere, or is undecided; the ways
 * through the program that are possible there are run one after another, each is a smooth piece that is recorded once, and
 * where it is the only one its enclosure is that of the function. For any threads.
 */
final class Piecewise implements OnIntervals {
    private static final int MOST = 64; // pieces over one box

    private final Program program;
    private final Map<String, OnIntervals> pieces = new ConcurrentHashMap<>(); // by the outcomes, 0 or 1 each

    Piecewise(Program program) {
        this.program = program;
    }

    @Override
    public Enclosure over(Interval[] box) {
        if (box.length != program.variables()) {
            throw new IllegalArgumentException(
                    "a box of " + box.length + " intervals: expected " + program.variables());
        }
        Deque<String> open = new ArrayDeque<>(List.of(""));
        List<Enclosure> over = new ArrayList<>();
        String undecided = "";
        while (!open.isEmpty()) {
            Way way = new Way(open);
            program.value(box.clone(), way);
            undecided = undecided.isEmpty() ? way.undecided : undecided;
            over.add(
                    pieces.computeIfAbsent(way.outcomes.toString(), this::piece).over(box));
            if (over.size() + open.size() > MOST) {
                return Pieces.unknown(box.length, undecided);
            }
        }
        return over.size() == 1 ? over.get(0) : Pieces.of(over, undecided);
    }

    private OnIntervals piece(String outcomes) {
        return Differentiable.of(program.variables(), x -> {
                    int[] next = {0};
                    return program.value(x, (relation, a, b) -> outcomes.charAt(next[0]++) == '1');
                })
                .as(OnIntervals.class)
                .orElseThrow();
    }

    /** One way through the program: it begins with outcomes that are given, and leaves the others to {@code open}. */
    private static final class Way implements Decisions<Interval> {
        private final Deque<String> open;
        private final String given;
        private final StringBuilder outcomes = new StringBuilder();
        private String undecided = "";

        Way(Deque<String> open) {
            this.open = open;
            this.given = open.pop();
        }

        @Override
        public boolean holds(Node.Relation relation, Interval a, Interval b) {
            boolean holds = true;
            if (outcomes.length() < given.length()) {
                holds = given.charAt(outcomes.length()) == '1';
            } else if (never(relation, a, b)) {
                holds = false;
            } else if (!never(negated(relation), a, b)) {
                open.push(outcomes + "0");
                undecided = undecided.isEmpty()
                        ? "a condition is not decided, " + a + " " + relation.text() + " " + b
                        : undecided;
            }
            outcomes.append(holds ? '1' : '0');
            return holds;
        }

        /**
         * Where the sides may be equal, if only at the border of the box, the piece beyond has a say in the derivatives, and
         * where one may be undefined nothing is known.
         */
        private static boolean never(Node.Relation relation, Interval a, Interval b) {
            boolean below = a.hi() < b.lo();
            boolean above = a.lo() > b.hi();
            return a.obstacle().or(b::obstacle).isEmpty()
                    && switch (relation) {
                        case LESS, LESS_OR_EQUAL -> above;
                        case GREATER, GREATER_OR_EQUAL -> below;
                        case EQUAL -> below || above;
                        case NOT_EQUAL -> false;
                    };
        }

        private static Node.Relation negated(Node.Relation relation) {
            return switch (relation) {
                case LESS -> Node.Relation.GREATER_OR_EQUAL;
                case LESS_OR_EQUAL -> Node.Relation.GREATER;
                case GREATER -> Node.Relation.LESS_OR_EQUAL;
                case GREATER_OR_EQUAL -> Node.Relation.LESS;
                case EQUAL -> Node.Relation.NOT_EQUAL;
                case NOT_EQUAL -> Node.Relation.EQUAL;
            };
        }
    }
}
