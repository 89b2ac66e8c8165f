package org.hesse.lecture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.hesse.io.Numbers;
import org.hesse.report.Figure;
import org.hesse.report.Sheet;

/**
 * A claim of the lecture, with what was measured of it. Its verdict is computed from its checks: it holds if it holds in
 * every case, and holds only where it does if some of them fail.
 *
 * <pre>{@code
 * var claim = Claim.of("01-zigzag", "Gradient descent zigzags", "In a narrow valley gradient descent zigzags.");
 * var table = claim.table("Steps to a millionth", "condition number", "steps", "theory");
 * table.row(100, 691, 690.8);
 * claim.figure("Steps grow with the condition number.", chart);
 * claim.within("condition number 100", "steps / theory", 1.0003, 0.9, 1.1);
 * claim.finding("At condition number 100 it takes 691 steps; theory says 690.8.");
 * }</pre>
 */
public final class Claim {
    private final String name;
    private final String title;
    private final String statement;
    private final List<Consumer<Sheet>> parts = new ArrayList<>();
    private final List<Measured> tables = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private String finding = "";
    private int figures;

    private Claim(String name, String title, String statement) {
        this.name = name;
        this.title = title;
        this.statement = statement;
    }

    /**
     * Begins.
     *
     * @param name that of its script, such as {@code 01-zigzag}
     * @param title a heading
     * @param statement what the lecture says
     * @return a claim of which nothing is known yet
     */
    public static Claim of(String name, String title, String statement) {
        return new Claim(name, title, statement);
    }

    /**
     * Tells what was done, or what to look at.
     *
     * @param text a paragraph without markup
     */
    public void text(String text) {
        parts.add(sheet -> sheet.text(text));
    }

    /**
     * Adds a table of measured figures.
     *
     * @param caption what they are
     * @param header the names of the columns
     * @return the table, to be filled
     */
    public Measured table(String caption, String... header) {
        Measured table = new Measured(caption, List.of(header));
        tables.add(table);
        parts.add(sheet -> sheet.text(caption + ":").table(table.header(), table.rows()));
        return table;
    }

    /**
     * Adds a picture.
     *
     * @param caption what to look at, a sentence
     * @param figure the picture, drawn at once
     */
    public void figure(String caption, Figure figure) {
        String file = name + "-" + ++figures;
        parts.add(sheet -> sheet.figure(file, caption, figure));
    }

    /**
     * Checks that a number is no larger than the claim allows.
     *
     * @param where the case, such as {@code batch 8}
     * @param what what was measured
     * @param measured the number
     * @param high the most that the claim allows
     */
    public void atMost(String where, String what, double measured, double high) {
        checks.add(new Check(where, what, measured, Double.NEGATIVE_INFINITY, high));
    }

    /**
     * Checks that a number is no smaller than the claim allows.
     *
     * @param where the case, such as {@code batch 8}
     * @param what what was measured
     * @param measured the number
     * @param low the least that the claim allows
     */
    public void atLeast(String where, String what, double measured, double low) {
        checks.add(new Check(where, what, measured, low, Double.POSITIVE_INFINITY));
    }

    /**
     * Checks that a number is about what the claim says.
     *
     * @param where the case, such as {@code batch 8}
     * @param what what was measured
     * @param measured the number
     * @param low the least that the claim allows
     * @param high the most that it allows
     */
    public void within(String where, String what, double measured, double low, double high) {
        checks.add(new Check(where, what, measured, low, high));
    }

    /**
     * Says what came out.
     *
     * @param format one sentence, as for {@link String#format}, with the measured numbers in it
     * @param numbers its numbers
     */
    public void finding(String format, Object... numbers) {
        finding = String.format(Locale.ROOT, format, numbers);
    }

    /**
     * What became of the claim.
     *
     * @return the verdict of the checks
     * @throws IllegalStateException if there are none
     */
    public Verdict verdict() {
        if (checks.isEmpty()) {
            throw new IllegalStateException("claim " + name + ": nothing was checked, expected at least one check");
        }
        boolean some = !holdsAt().isEmpty();
        return failsAt().isEmpty() ? Verdict.HOLDS : some ? Verdict.HOLDS_ONLY_WHERE : Verdict.DOES_NOT_HOLD;
    }

    /**
     * The cases in which it holds: those all of whose checks pass.
     *
     * @return their names, in the order of the checks
     */
    public List<String> holdsAt() {
        Set<String> fails = Set.copyOf(failsAt());
        return checks.stream()
                .map(Check::where)
                .distinct()
                .filter(where -> !fails.contains(where))
                .toList();
    }

    /**
     * The cases in which it does not.
     *
     * @return their names, in the order of the checks
     */
    public List<String> failsAt() {
        Set<String> fails = new LinkedHashSet<>();
        checks.stream().filter(check -> !check.passes()).forEach(check -> fails.add(check.where()));
        return List.copyOf(fails);
    }

    /**
     * The verdict with its cases.
     *
     * @return such as {@code HOLDS ONLY WHERE batch 2; batch 8 — NOT WHERE batch 32}
     */
    public String ruling() {
        String head = verdict().toString().toUpperCase(Locale.ROOT);
        return verdict() != Verdict.HOLDS_ONLY_WHERE
                ? head
                : head + " " + String.join("; ", holdsAt()) + " \u2014 NOT WHERE " + String.join("; ", failsAt());
    }

    /** The title with the number of the script. */
    String heading() {
        return name.substring(0, name.indexOf('-')).replaceFirst("^0+", "") + ". " + title;
    }

    /** Puts the claim on a page. */
    void describe(Sheet sheet) {
        sheet.quote(statement);
        sheet.note(verdict().kind(), ruling() + ".", finding);
        parts.forEach(part -> part.accept(sheet));
        List<String> header = List.of("Where", "measured", "the claim expects", "holds", "what was measured");
        sheet.text("The verdict is made from these:")
                .table(
                        header,
                        checks.stream()
                                .map(c -> List.of(
                                        c.where(),
                                        Numbers.rounded(c.measured(), 4).replace('-', '\u2212'),
                                        c.expected().replace('-', '\u2212'),
                                        c.passes() ? "yes" : "no",
                                        c.what()))
                                .toList());
    }

    /**
     * Writes a page of its own: {@code report.html}, {@code report.md} and {@code charts/*.svg}.
     *
     * @param directory where to; made if missing, files of these names in it are replaced
     * @return the page
     * @throws java.io.UncheckedIOException if a file cannot be written
     */
    public Path write(Path directory) {
        Sheet sheet = new Sheet(title);
        describe(sheet);
        sheet.write(directory);
        return directory.resolve("report.html");
    }

    /**
     * All of it as text.
     *
     * @return lines
     */
    public String report() {
        StringBuilder out =
                new StringBuilder(title).append("\n  \"").append(statement).append("\"\n");
        for (Measured table : tables) {
            out.append("\n  ").append(table.caption()).append('\n').append(Columns.of(table));
        }
        out.append('\n');
        for (Check c : checks) {
            out.append(String.format(
                    Locale.ROOT,
                    "  %-3s  %s: %s = %s, expected %s%n",
                    c.passes() ? "yes" : "NO",
                    c.where(),
                    c.what(),
                    Numbers.rounded(c.measured(), 4),
                    c.expected()));
        }
        return out.append("\n  ")
                .append(ruling())
                .append("\n  ")
                .append(finding)
                .append('\n')
                .toString();
    }

    /**
     * The name of its script.
     *
     * @return such as {@code 01-zigzag}
     */
    public String name() {
        return name;
    }

    /**
     * Its heading.
     *
     * @return a line
     */
    public String title() {
        return title;
    }

    /**
     * What came out.
     *
     * @return a sentence
     */
    public String finding() {
        return finding;
    }

    /**
     * What decided.
     *
     * @return the checks, in their order
     */
    public List<Check> checks() {
        return List.copyOf(checks);
    }

    @Override
    public String toString() {
        return title + ": " + (checks.isEmpty() ? "not checked yet" : ruling());
    }
}
