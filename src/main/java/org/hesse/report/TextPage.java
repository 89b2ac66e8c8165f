package org.hesse.report;

import java.util.List;
import java.util.Locale;
import org.hesse.compare.Comparison;
import org.hesse.compare.Summary;

/** A comparison as plain text for a terminal: the answer, then a line for each method and batch size, medians over seeds. */
public final class TextPage {
    private static final int WIDTH = 80;
    private static final String LINE = "%-22s %6s %8s %8s %9s %10s  %s%n";

    private TextPage() {}

    /**
     * The page.
     *
     * @param c what came of an experiment
     * @return some lines of text
     */
    public static String of(Comparison c) {
        StringBuilder page = new StringBuilder();
        new Report(c.experiment().title(), "", List.of(), List.of(c))
                .answer()
                .forEach(sentence -> page.append(wrapped(sentence.replace("**", ""))));
        page.append('\n');
        page.append(Words.setting(c).lines().map(TextPage::wrapped).reduce("", String::concat));
        page.append('\n');
        page.append(
                String.format(Locale.ROOT, LINE, "method", "batch", "reached", "passes", "seconds", "F - F*", "end"));
        for (Summary s : c.summaries()) {
            page.append(String.format(
                    Locale.ROOT,
                    LINE,
                    s.entry().label(),
                    s.regime().code(),
                    Format.hits(s),
                    Format.passes(s.passesToGoal().median()),
                    Format.seconds(s.seconds().median()),
                    Format.scientific(s.finalExcess().median()),
                    Format.status(s)));
        }
        c.leftOut().forEach(left -> page.append(wrapped(Words.leftOut(left))));
        return page.toString();
    }

    private static String wrapped(String text) {
        StringBuilder lines = new StringBuilder();
        int column = 0;
        for (String word : text.strip().split("\\s+")) {
            boolean fits = column + 1 + word.length() <= WIDTH;
            lines.append(column == 0 ? "" : fits ? " " : "\n").append(word);
            column = column > 0 && fits ? column + 1 + word.length() : word.length();
        }
        return lines.append('\n').toString();
    }
}
