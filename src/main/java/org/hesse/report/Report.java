package org.hesse.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hesse.compare.Comparison;

/**
 * Experiments with their results, as a page. The files of a report: {@code report.html}; {@code summary.md}, the same
 * numbers; {@code summary.csv}, a row for each method and regime ({@link SummaryCsv}); {@code traces.csv}, a row for each
 * measurement ({@link TraceCsv}); {@code tuning.csv}, if there was any, a row for each point tried ({@link TuningCsv});
 * {@code charts/*.svg}, the charts; with diagnostics {@code pairs/*.csv}, the curvature pairs of each run ({@link
 * org.hesse.run.PairJournal#csv()}).
 *
 * @param title heading of the page
 * @param command by which to make it again; empty if there is none
 * @param caveats what this particular report does not show, in sentences, beside what no report shows
 * @param sections the experiments, at least one; the first is the main one
 */
public record Report(String title, String command, List<String> caveats, List<Comparison> sections) {
    /** Checks that there is something to report. */
    public Report {
        caveats = List.copyOf(caveats);
        sections = List.copyOf(sections);
        if (sections.isEmpty()) {
            throw new IllegalArgumentException("report \"" + title + "\": no sections, expected at least one");
        }
    }

    /**
     * What came out, in sentences made from the data.
     *
     * @return the sentences
     */
    public List<String> answer() {
        return Answer.of(sections);
    }

    /**
     * The page.
     *
     * @return HTML, complete in itself
     */
    public String html() {
        return new HtmlPage(this).text();
    }

    /**
     * The page as Markdown.
     *
     * @return the same numbers
     */
    public String markdown() {
        return new MarkdownPage(this).text();
    }

    /** Every file but the page, by name. */
    Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("traces.csv", TraceCsv.text(sections));
        files.put("summary.csv", SummaryCsv.text(sections));
        files.put("summary.md", markdown());
        if (sections.stream().anyMatch(c -> !c.tuned().isEmpty())) {
            files.put("tuning.csv", TuningCsv.text(sections));
        }
        Map<String, Style> styles = Style.of(sections);
        for (int s = 0; s < sections.size(); s++) {
            for (Panel panel : Panel.of(sections.get(s), s, styles)) {
                files.put("charts/" + panel.name() + ".svg", panel.file());
            }
            for (SignalPanel panel : SignalPanel.of(sections.get(s), styles)) {
                files.put("charts/" + panel.name(s) + ".svg", panel.file());
            }
            for (RatePanel panel : RatePanel.of(sections.get(s), styles)) {
                files.put("charts/" + panel.name(s) + ".svg", panel.file());
            }
        }
        files.putAll(PairTable.files(sections));
        List<ProfileChart> profiles = ProfileSection.of(sections);
        if (!profiles.isEmpty()) {
            files.put("charts/performance-profile.svg", profiles.get(0).file(styles));
            files.put("charts/data-profile.svg", profiles.get(1).file(styles));
        }
        return files;
    }
}
