package org.hesse.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.hesse.io.AtomicFiles;

/**
 * A report of your own making: headings, text, tables, pictures and programs, one after the other, as one HTML file that needs no
 * network and as Markdown with the same numbers.
 */
public final class Sheet {
    private static final String FIGURES_END = "</div>\n";
    private static final int LONG = 24; // letters of a cell

    /** How a note is coloured. */
    public enum Kind {
        /** What was hoped for. */
        GOOD,
        /** Partly. */
        MIXED,
        /** Not so. */
        BAD
    }

    private final String title;
    private final StringBuilder html = new StringBuilder();
    private final StringBuilder markdown = new StringBuilder();
    private final Map<String, String> files = new LinkedHashMap<>();

    /**
     * Begins.
     *
     * @param title the heading of the page
     */
    public Sheet(String title) {
        this.title = title;
        markdown.append("# ").append(MarkdownPage.escaped(title)).append('\n');
    }

    /**
     * Begins a section.
     *
     * @param text its heading
     * @return this
     */
    public Sheet heading(String text) {
        html.append("<h2>").append(Html.escaped(text)).append("</h2>\n");
        markdown.append("\n## ").append(MarkdownPage.escaped(text)).append('\n');
        return this;
    }

    /**
     * Begins a section that tables can link to.
     *
     * @param id its name in links, such as {@code 01-zigzag}
     * @param text its heading
     * @return this
     */
    public Sheet section(String id, String text) {
        html.append("<h2 id=\"").append(Html.escaped(id)).append("\">");
        html.append(Html.escaped(text)).append("</h2>\n");
        markdown.append("\n<a id=\"").append(Html.escaped(id)).append("\"></a>\n\n## ");
        markdown.append(MarkdownPage.escaped(text)).append('\n');
        return this;
    }

    /**
     * Adds what somebody else says.
     *
     * @param text without markup
     * @return this
     */
    public Sheet quote(String text) {
        html.append("<blockquote>").append(Html.escaped(text)).append("</blockquote>\n");
        markdown.append("\n> ").append(MarkdownPage.escaped(text)).append('\n');
        return this;
    }

    /**
     * Adds a paragraph that stands out.
     *
     * @param kind GOOD, MIXED or BAD, by which it is coloured
     * @param head its first words, strong
     * @param text without markup
     * @return this
     */
    public Sheet note(Kind kind, String head, String text) {
        html.append("<p class=\"note ")
                .append(kind.name().toLowerCase(Locale.ROOT))
                .append("\"><strong>");
        html.append(Html.escaped(head)).append("</strong> ");
        html.append(Html.escaped(text)).append("</p>\n");
        markdown.append("\n**").append(MarkdownPage.escaped(head)).append("** ");
        markdown.append(MarkdownPage.escaped(text)).append('\n');
        return this;
    }

    /**
     * Adds a program: folded in on the page, a file beside it.
     *
     * @param name of the file, such as {@code scripts/one.jsh}, which Markdown links to
     * @param text the program
     * @return this
     */
    public Sheet source(String name, String text) {
        html.append("<details><summary>Source: <a href=\"")
                .append(Html.escaped(name))
                .append("\">");
        html.append(Html.escaped(name)).append("</a></summary><pre>");
        html.append(Html.escaped(text)).append("</pre></details>\n");
        markdown.append("\nSource: [")
                .append(MarkdownPage.escaped(name))
                .append("](")
                .append(name)
                .append(")\n");
        files.put(name, text);
        return this;
    }

    /**
     * Adds a paragraph.
     *
     * @param text without markup
     * @return this
     */
    public Sheet text(String text) {
        html.append("<p>").append(Html.escaped(text)).append("</p>\n");
        markdown.append('\n').append(MarkdownPage.escaped(text)).append('\n');
        return this;
    }

    /**
     * Adds a table.
     *
     * @param header the names of the columns
     * @param rows the cells, as many in each row as there are columns; the first of each row is its name
     * @return this
     * @throws IllegalArgumentException if a row has more or fewer cells than there are columns
     */
    public Sheet table(List<String> header, List<List<String>> rows) {
        return table(header, rows, List.of());
    }

    /**
     * Adds a table whose rows link to sections.
     *
     * @param header the names of the columns
     * @param rows the cells, as many in each row as there are columns; the first of each row is its name
     * @param sections the ids of the sections, one for each row; empty if there are no links
     * @return this
     * @throws IllegalArgumentException if a row has more or fewer cells than there are columns
     */
    public Sheet table(List<String> header, List<List<String>> rows, List<String> sections) {
        for (List<String> row : rows) {
            if (row.size() != header.size()) {
                throw new IllegalArgumentException(
                        "table: row " + row + " of " + row.size() + " cells, expected " + header.size());
            }
        }
        html.append("<table>\n<thead><tr>");
        List<String> kinds = kinds(header.size(), rows);
        for (int j = 0; j < header.size(); j++) {
            html.append("<th scope=\"col\"").append(kinds.get(j)).append('>');
            html.append(Html.escaped(header.get(j))).append("</th>");
        }
        html.append("</tr></thead>\n<tbody>\n");
        markdown.append('\n');
        row(header, "");
        row(Collections.nCopies(header.size(), "---"), "");
        for (int i = 0; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            String target = sections.isEmpty() ? "" : "#" + sections.get(i);
            String name = Html.escaped(row.get(0));
            html.append("<tr><th scope=\"row\">");
            html.append(target.isEmpty() ? name : "<a href=\"" + Html.escaped(target) + "\">" + name + "</a>");
            html.append("</th>");
            for (int j = 1; j < row.size(); j++) {
                html.append("<td data-label=\"")
                        .append(Html.escaped(header.get(j)))
                        .append('"')
                        .append(kinds.get(j))
                        .append('>');
                html.append(Html.escaped(row.get(j))).append("</td>");
            }
            html.append("</tr>\n");
            row(row, target);
        }
        html.append("</tbody></table>\n");
        return this;
    }

    /** Numbers stand to the right, sentences to the left. */
    private static List<String> kinds(int columns, List<List<String>> rows) {
        return IntStream.range(0, columns)
                .mapToObj(j -> rows.stream().anyMatch(row -> row.get(j).length() > LONG) ? " class=\"long\"" : "")
                .toList();
    }

    private void row(List<String> cells, String target) {
        List<String> shown =
                new ArrayList<>(cells.stream().map(MarkdownPage::escaped).toList());
        if (!target.isEmpty()) {
            shown.set(0, "[" + shown.get(0) + "](" + target + ")");
        }
        markdown.append("| ").append(String.join(" | ", shown));
        markdown.append(" |\n");
    }

    /**
     * Adds a chart, beside the one before where there is room.
     *
     * @param name of its file, which Markdown shows: {@code charts/NAME.svg}
     * @param chart the chart
     * @return this
     */
    public Sheet chart(String name, ProfileChart chart) {
        return beside(name, chart.title(), chart.inline(), chart.file());
    }

    /**
     * Adds a picture, beside the one before where there is room. On the page it is an image of its own, so that no name
     * within it can meet one of another.
     *
     * @param name of its file, which Markdown shows: {@code charts/NAME.svg}
     * @param caption what to look at, a sentence; perhaps empty
     * @param figure the picture
     * @return this
     */
    public Sheet figure(String name, String caption, Figure figure) {
        String svg = figure.svg();
        String data = Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
        String image = "<img alt=\"" + Html.escaped(figure.title()) + "\" src=\"data:image/svg+xml;base64," + data
                + "\">" + (caption.isEmpty() ? "" : "<figcaption>" + Html.escaped(caption) + "</figcaption>");
        beside(name, figure.title(), image, svg);
        if (!caption.isEmpty()) {
            markdown.append('\n').append(MarkdownPage.escaped(caption)).append('\n');
        }
        return this;
    }

    private Sheet beside(String name, String title, String inline, String file) {
        if (html.toString().endsWith(FIGURES_END)) {
            html.setLength(html.length() - FIGURES_END.length());
        } else {
            html.append("<div class=\"panels\">");
        }
        html.append("<figure>").append(inline).append("</figure>").append(FIGURES_END);
        markdown.append("\n![").append(MarkdownPage.escaped(title)).append("](charts/");
        markdown.append(name).append(".svg)\n");
        files.put("charts/" + name + ".svg", file);
        return this;
    }

    /**
     * The page.
     *
     * @return HTML, complete in itself
     */
    public String html() {
        String name = Html.escaped(title);
        return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + name
                + "</title>\n<style>\n" + Style.COLOURS + Style.CHART + Style.PAGE + Style.resource("sheet.css")
                + "</style>\n</head>\n<body>\n<main>\n<header><h1>" + name + "</h1></header>\n" + html
                + "</main>\n</body>\n</html>\n";
    }

    /**
     * The page as Markdown.
     *
     * @return the same numbers
     */
    public String markdown() {
        return markdown.toString();
    }

    /**
     * Writes {@code report.html}, {@code report.md}, {@code charts/*.svg} and the programs.
     *
     * @param directory where to; made if missing, files of these names in it are replaced
     * @throws UncheckedIOException if a file cannot be written
     */
    public void write(Path directory) {
        Map<String, String> all = new LinkedHashMap<>(files);
        all.put("report.md", markdown());
        all.put("report.html", html());
        all.forEach((name, text) -> {
            try {
                AtomicFiles.write(directory.resolve(name), text);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write " + directory.resolve(name) + ": " + e.getMessage(), e);
            }
        });
    }
}
