package org.hesse.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.hesse.io.Numbers;
import org.hesse.objective.Kind;

/** A picture as one HTML file that needs no network; without its script, everything is there but does not move. */
final class PicturePage {
    private static final String STYLE = Style.COLOURS + Style.resource("page.css") + Style.resource("plot.css");
    private static final int EVERY_STEP = 120;
    private static final double GROWTH = 1.04; // from one frame to the next, after that

    private final StringBuilder out = new StringBuilder();
    private final Picture picture;

    /**
     * Makes the page.
     *
     * @param heading the title
     * @param subtitle a line below it
     * @param picture the picture, or null if there is none
     * @param more further figures, as HTML
     */
    PicturePage(String heading, String subtitle, Picture picture, String more) {
        this.picture = picture;
        String title = Html.escaped(heading);
        boolean moves = picture != null && !picture.trails().isEmpty();
        add("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">");
        add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        add("<title>" + title + "</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n<main>");
        add("<h1>" + title + "</h1>\n<p class=\"sub\">" + Html.escaped(subtitle) + "</p>");
        if (picture != null) {
            add("<div class=\"scene" + (moves ? " moving" : "") + "\">\n<figure>" + picture.svg());
            if (moves) {
                controls();
            }
            add("</figure>");
            if (moves) {
                runs();
            }
            add("</div>");
            marks();
        }
        add(more + "\n</main>");
        if (moves) {
            add("<script>\n" + Style.resource("plot.js") + "</script>");
        }
        add("</body>\n</html>");
    }

    String text() {
        return out.toString();
    }

    private void add(String line) {
        out.append(line).append('\n');
    }

    /** The steps to show: each one at first, then ever fewer. */
    static long[] frames(long last) {
        LongStream.Builder frames = LongStream.builder();
        for (long step = 0; step < last; step = step < EVERY_STEP ? step + 1 : (long) Math.ceil(step * GROWTH)) {
            frames.add(step);
        }
        return frames.add(last).build().toArray();
    }

    private long[] frames() {
        return frames(picture.trails().stream().mapToLong(Trail::lastStep).max().orElse(0));
    }

    private void controls() {
        long[] frames = frames();
        add("<form class=\"player\" hidden>");
        add("<button type=\"button\" class=\"play\" aria-label=\"play\">▶</button>");
        add("<button type=\"button\" class=\"back\" aria-label=\"one step back\">−1</button>");
        add("<button type=\"button\" class=\"next\" aria-label=\"one step on\">+1</button>");
        String steps = Arrays.stream(frames).mapToObj(Long::toString).collect(Collectors.joining(" "));
        add("<input type=\"range\" aria-label=\"step\" min=\"0\" max=\"" + (frames.length - 1) + "\" value=\""
                + (frames.length - 1) + "\" data-steps=\"" + steps + "\">");
        add("<output>step " + frames[frames.length - 1] + "</output></form>");
    }

    private void runs() {
        add("<div class=\"aside\">\n<h2>Runs</h2>\n<p class=\"sub\">◎ start; a large marker where the run is</p>");
        add("<table class=\"runs\">\n<thead><tr><th scope=\"col\">Run</th><th scope=\"col\">step</th>"
                + "<th scope=\"col\">f</th><th scope=\"col\">end</th></tr></thead>\n<tbody>");
        long[] frames = frames();
        List<Trail> trails = picture.trails();
        for (int k = 0; k < trails.size(); k++) {
            Trail t = trails.get(k);
            String values = Arrays.stream(frames)
                    .mapToObj(step -> Numbers.rounded(t.valueAt(step), 4))
                    .collect(Collectors.joining(" "));
            add("<tr class=\"run " + Picture.style(k).classes() + "\"><th scope=\"row\">" + swatch(Picture.style(k))
                    + "<span>" + Html.escaped(t.label()) + "</span><small>"
                    + Html.escaped(t.detail().equals(t.label()) ? "" : t.detail())
                    + "</small></th><td data-label=\"step\" class=\"step\" data-last=\"" + t.lastStep() + "\">"
                    + t.lastStep() + "</td><td data-label=\"f\" class=\"f\" data-values=\"" + values + "\">"
                    + Numbers.rounded(t.valueAt(t.lastStep()), 4) + "</td><td data-label=\"end\">"
                    + Html.escaped(t.end()) + "</td></tr>");
        }
        add("</tbody></table>\n</div>");
    }

    private static String swatch(Style style) {
        return "<svg class=\"swatch\" viewBox=\"0 0 34 12\" aria-hidden=\"true\"><path class=\"line\" d=\"M1 6H33\"/>"
                + "<path class=\"dot\" d=\"" + style.marker(17, 6) + "\"/></svg>";
    }

    private void marks() {
        if (picture.marks().isEmpty()) {
            return;
        }
        add(
                "<h2>Critical points</h2>\n<table class=\"points\">\n<thead><tr><th scope=\"col\">Kind</th>"
                        + "<th scope=\"col\">at</th><th scope=\"col\">f</th><th scope=\"col\">eigenvalues</th></tr></thead>\n<tbody>");
        for (Kind kind : Kind.values()) {
            picture.marks().stream().filter(m -> m.point().kind() == kind).forEach(this::mark);
        }
        add("</tbody></table>");
    }

    private void mark(Mark m) {
        Kind kind = m.point().kind();
        add("<tr><th scope=\"row\"><svg class=\"glyph\" viewBox=\"-8 -8 16 16\" aria-hidden=\"true\"><path d=\""
                + Mark.glyph(kind) + "\"/></svg>" + Mark.name(kind) + "</th>");
        add(cell("at", picture.isVisible(m.x(), m.y()) ? m.where() : m.where() + " (outside)"));
        add(cell("f", Numbers.brief(m.point().value())));
        add(cell("eigenvalues", m.eigenvalues()) + "</tr>");
    }

    /** Its numbers with minus signs, at which they are not broken. */
    private static String cell(String label, String text) {
        return "<td data-label=\"" + label + "\">" + Html.escaped(text).replace('-', '−') + "</td>";
    }
}
