package org.hesse.report;

import java.util.List;
import java.util.Map;
import org.hesse.compare.Comparison;
import org.hesse.compare.Entry;

/** A report as one HTML file: no script, nothing loaded. */
final class HtmlPage {
    private static final int LONG = 12; // characters of a cell that may be broken into lines

    private final StringBuilder out = new StringBuilder();
    private final Map<String, Style> styles;

    HtmlPage(Report report) {
        styles = Style.of(report.sections());
        add("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">");
        add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        add("<title>" + Html.escaped(report.title()) + "</title>");
        add("<style>\n" + Style.COLOURS + Style.CHART + Style.PAGE + switches(report)
                + "</style>\n</head>\n<body>\n<main>");
        add("<header>\n<h1>" + Html.escaped(report.title()) + "</h1>");
        report.sections().stream()
                .map(c -> c.experiment().problem().description())
                .distinct()
                .forEach(text -> add("<p class=\"sub\">" + Html.escaped(text) + "</p>"));
        add("</header>\n<section class=\"answer\">");
        report.answer().forEach(sentence -> add("<p>" + Html.emphasised(sentence) + "</p>"));
        add("</section>");
        for (int s = 0; s < report.sections().size(); s++) {
            section(report.sections().get(s), s);
        }
        profiles(report.sections());
        add("<div class=\"notes\">\n<section>\n<h2>Provenance</h2>\n<dl>");
        Words.provenance(report)
                .forEach((what, value) -> add("<dt>" + Html.escaped(what) + "</dt><dd"
                        + (what.equals("Command") ? " class=\"code\"" : "") + ">" + Html.escaped(value) + "</dd>"));
        add("</dl>\n</section>\n<section>\n<h2>What this does not show</h2>");
        list(Words.caveats(report));
        add("</section>\n</div>\n</main>\n</body>\n</html>");
    }

    String text() {
        return out.toString();
    }

    private void add(String line) {
        out.append(line).append('\n');
    }

    /** A rule for each method that hides it where its box is not checked. */
    private static String switches(Report report) {
        int most = report.sections().stream()
                .mapToInt(c -> c.experiment().entries().size())
                .max()
                .orElse(0);
        StringBuilder rules = new StringBuilder();
        for (int k = 0; k < most; k++) {
            rules.append(".experiment:has(.t")
                    .append(k)
                    .append(":not(:checked)) .m")
                    .append(k)
                    .append("{display:none}\n");
        }
        return rules.toString();
    }

    private void section(Comparison c, int number) {
        add("<section class=\"experiment\">\n<h2>" + Html.escaped(c.experiment().title()) + "</h2>");
        add("<p class=\"sub\">" + Html.escaped(Words.setting(c)) + "</p>");
        List<Panel> panels = Panel.of(c, number, styles);
        if (!panels.isEmpty()) {
            controls(c, number);
            add(
                    "<p class=\"axis-title\">F − F* (logarithmic), median and quartile band over seeds; × a seed that diverged</p>");
            add("<div class=\"panels\">");
            panels.forEach(panel -> add("<figure>" + panel.inline() + "</figure>"));
            add("</div>");
        }
        signal(SignalPanel.of(c, styles));
        table(Table.of(c));
        add("<p class=\"sub\">" + Html.escaped(Words.READING) + "</p>");
        list(c.leftOut().stream().map(Words::leftOut).toList());
        Table pairs = PairTable.of(c);
        if (!pairs.groups().isEmpty()) {
            add("<h3>Curvature pairs</h3>\n<p class=\"sub\">" + Html.escaped(Words.PAIRS) + "</p>");
            table(pairs);
        }
        if (!c.tuned().isEmpty()) {
            add("<h3>As given, and tuned</h3>");
            add("<p class=\"sub\">" + Html.escaped(Words.tuning(c)) + "</p>");
            add("<div class=\"panels\">");
            RatePanel.of(c, styles).forEach(panel -> add("<figure>" + panel.inline() + "</figure>"));
            add("</div>\n<p class=\"sub\">" + Html.escaped(Words.RATES) + "</p>");
            table(TuningTable.of(c));
        }
        add("</section>");
    }

    private void signal(List<SignalPanel> panels) {
        if (!panels.isEmpty()) {
            add("<p class=\"sub\">" + Html.escaped(Words.SIGNAL) + "</p>\n<div class=\"panels\">");
            panels.forEach(panel -> add("<figure>" + panel.inline() + "</figure>"));
            add("</div>");
        }
    }

    private void profiles(List<Comparison> sections) {
        List<ProfileChart> charts = ProfileSection.of(sections);
        if (!charts.isEmpty()) {
            add("<section>\n<h2>Who reaches the goal, and how fast</h2>\n<p class=\"sub\">"
                    + Html.escaped(ProfileSection.TEXT) + "</p>\n<div class=\"panels profiles\">");
            charts.forEach(chart -> add("<figure>" + chart.inline(styles) + "</figure>"));
            add("</div>\n</section>");
        }
    }

    private void controls(Comparison c, int number) {
        add("<form class=\"controls\"><fieldset class=\"axis\"><legend>against</legend>");
        add("<label><input type=\"radio\" name=\"axis" + number + "\" checked> data passes</label>");
        add("<label><input type=\"radio\" name=\"axis" + number + "\" class=\"seconds\"> seconds</label></fieldset>");
        add("<fieldset class=\"chips\"><legend>methods</legend>");
        List<Entry> entries = c.experiment().entries();
        for (int k = 0; k < entries.size(); k++) {
            String label = entries.get(k).label();
            if (c.runs().stream().anyMatch(run -> run.label().equals(label))) {
                add("<label><input type=\"checkbox\" class=\"t" + k + "\" checked>" + swatch(styles.get(label))
                        + Html.escaped(label) + "</label>");
            }
        }
        add("</fieldset></form>");
    }

    private static String swatch(Style style) {
        return "<svg class=\"swatch " + style.classes() + "\" viewBox=\"0 0 34 12\" aria-hidden=\"true\">"
                + "<path class=\"line\" d=\"M1 6H33\"/><path class=\"dot\" d=\"" + style.marker(17, 6) + "\"/></svg>";
    }

    private void table(Table table) {
        add("<table>\n<thead><tr>");
        table.header().forEach(name -> add("<th scope=\"col\">" + Html.escaped(name) + "</th>"));
        add("</tr></thead>");
        for (Table.Group group : table.groups()) {
            add("<tbody>\n<tr class=\"group\"><th colspan=\"" + table.header().size() + "\" scope=\"rowgroup\">"
                    + Html.escaped(group.regime().toString()) + "</th></tr>");
            for (Table.Line line : group.lines()) {
                add("<tr" + (line.best() ? " class=\"best\"" : "") + "><th scope=\"row\"><span>"
                        + Html.escaped(line.label()) + "</span>" + "<small>" + Html.settings(line.hyperparameters())
                        + "</small></th>");
                for (int j = 0; j < line.cells().size(); j++) {
                    boolean wide = line.cells().get(j).length() > LONG;
                    add("<td" + (wide ? " class=\"long\"" : "") + " data-label=\""
                            + Html.escaped(table.header().get(j + 1)) + "\">"
                            + Html.cell(line.cells().get(j)) + "</td>");
                }
                add("</tr>");
            }
            add("</tbody>");
        }
        add("</table>");
    }

    private void list(List<String> items) {
        if (!items.isEmpty()) {
            add("<ul>");
            items.forEach(item -> add("<li>" + Html.escaped(item) + "</li>"));
            add("</ul>");
        }
    }
}
