package org.hesse.report;

import java.util.Collections;
import java.util.List;
import org.hesse.compare.Comparison;

/** A report as Markdown, with the numbers of the page. */
final class MarkdownPage {
    private final StringBuilder out = new StringBuilder();

    MarkdownPage(Report report) {
        out.append("# ").append(escaped(report.title())).append("\n\n");
        report.answer().forEach(sentence -> out.append(sentence).append('\n'));
        for (Comparison section : report.sections()) {
            out.append("\n## ").append(escaped(section.experiment().title())).append("\n\n");
            out.append(escaped(Words.setting(section))).append("\n\n");
            table(Table.of(section));
            section.leftOut().forEach(left -> item(Words.leftOut(left)));
            Table pairs = PairTable.of(section);
            if (!pairs.groups().isEmpty()) {
                out.append("\n### Curvature pairs\n\n")
                        .append(escaped(Words.PAIRS))
                        .append("\n\n");
                table(pairs);
            }
            if (!section.tuned().isEmpty()) {
                out.append("\n### As given, and tuned\n\n")
                        .append(escaped(Words.tuning(section)))
                        .append("\n\n");
                table(TuningTable.of(section));
            }
        }
        out.append('\n').append(Words.READING).append('\n');
        out.append("\n## Provenance\n\n");
        Words.provenance(report).forEach((what, value) -> item(what + ": " + value));
        out.append("\n## What this does not show\n\n");
        Words.caveats(report).forEach(this::item);
    }

    String text() {
        return out.toString();
    }

    private void table(Table table) {
        row("Batch", table.header());
        row("---", Collections.nCopies(table.header().size(), "---"));
        for (Table.Group group : table.groups()) {
            for (Table.Line line : group.lines()) {
                out.append("| ").append(group.regime().code()).append(" | **").append(escaped(line.label()));
                out.append("** ").append(escaped(line.hyperparameters()));
                line.cells().forEach(cell -> out.append(" | ").append(escaped(cell)));
                out.append(" |\n");
            }
        }
        out.append('\n');
    }

    private void row(String first, List<String> rest) {
        out.append("| ")
                .append(first)
                .append(" | ")
                .append(escaped(String.join("\u0000", rest)).replace("\u0000", " | "));
        out.append(" |\n");
    }

    private void item(String text) {
        out.append("- ").append(escaped(text)).append('\n');
    }

    /** Nothing in a label or a fact is markup: what Markdown would take for it gets a backslash, HTML an entity. */
    static String escaped(String text) {
        return text.replaceAll("[\\\\`*_\\[\\]|#]", "\\\\$0")
                .replace("<", "&lt;")
                .replace('\n', ' ');
    }
}
