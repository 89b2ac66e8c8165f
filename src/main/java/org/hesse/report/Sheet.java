package org.hesse.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hesse.io.AtomicFiles;

/**
 * A report of your own making: headings, text, tables and charts, one after the other, as one HTML file that needs no
 * network and as Markdown with the same numbers.
 */
public final class Sheet {
    private static final String FIGURES_END = "</div>\n";

    private final String title;
    private final StringBuilder html = new StringBuilder();
    private final StringBuilder markdown = new StringBuilder();
    private final Map<String, String> charts = new LinkedHashMap<>();

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
        for (List<String> row : rows) {
            if (row.size() != header.size()) {
                throw new IllegalArgumentException(
                        "table: row " + row + " of " + row.size() + " cells, expected " + header.size());
            }
        }
        html.append("<table>\n<thead><tr>");
        header.forEach(name ->
                html.append("<th scope=\"col\">").append(Html.escaped(name)).append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
        markdown.append('\n');
        row(header);
        row(Collections.nCopies(header.size(), "---"));
        for (List<String> row : rows) {
            html.append("<tr><th scope=\"row\">")
                    .append(Html.escaped(row.get(0)))
                    .append("</th>");
            for (int j = 1; j < row.size(); j++) {
                html.append("<td data-label=\"")
                        .append(Html.escaped(header.get(j)))
                        .append("\">");
                html.append(Html.escaped(row.get(j))).append("</td>");
            }
            html.append("</tr>\n");
            row(row);
        }
        html.append("</tbody></table>\n");
        return this;
    }

    private void row(List<String> cells) {
        markdown.append("| ");
        markdown.append(
                String.join(" | ", cells.stream().map(MarkdownPage::escaped).toList()));
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
        if (html.toString().endsWith(FIGURES_END)) {
            html.setLength(html.length() - FIGURES_END.length());
        } else {
            html.append("<div class=\"panels\">");
        }
        html.append("<figure>").append(chart.inline()).append("</figure>").append(FIGURES_END);
        markdown.append("\n![").append(MarkdownPage.escaped(chart.title())).append("](charts/");
        markdown.append(name).append(".svg)\n");
        charts.put("charts/" + name + ".svg", chart.file());
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
                + "</title>\n<style>\n" + Style.COLOURS + Style.CHART + Style.PAGE
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
     * Writes {@code report.html}, {@code report.md} and {@code charts/*.svg}.
     *
     * @param directory where to; made if missing, files of these names in it are replaced
     * @throws UncheckedIOException if a file cannot be written
     */
    public void write(Path directory) {
        Map<String, String> files = new LinkedHashMap<>(charts);
        files.put("report.md", markdown());
        files.put("report.html", html());
        files.forEach((name, text) -> {
            try {
                AtomicFiles.write(directory.resolve(name), text);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write " + directory.resolve(name) + ": " + e.getMessage(), e);
            }
        });
    }
}
