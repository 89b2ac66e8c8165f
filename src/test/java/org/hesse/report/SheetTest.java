package org.hesse.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.hesse.compare.Distribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class SheetTest {
    private static ProfileChart chart() {
        Map<String, Distribution> curves = new LinkedHashMap<>();
        curves.put("a < b", Distribution.of(1, 2, Double.POSITIVE_INFINITY, 4));
        curves.put("c", Distribution.of(1, 64, 64, 64));
        return new ProfileChart("Performance", "times the best", 1, 16, curves);
    }

    @Test
    void pageAndMarkdownHaveTheSameNumbers(@TempDir Path directory) throws Exception {
        Sheet sheet = new Sheet("A & B")
                .heading("Counts")
                .text("Few, <b>not</b> many.")
                .table(List.of("problem", "a|b"), List.of(List.of("one", "12"), List.of("two", "–")))
                .chart("performance", chart())
                .chart("again", chart());
        sheet.write(directory);
        String html = Files.readString(directory.resolve("report.html"));
        assertThat(html).contains("<h1>A &amp; B</h1>", "&lt;b&gt;", "<td data-label=\"a|b\">12</td>", "<svg");
        assertThat(html.split("<div class=\"panels\">", -1))
                .as("charts stand side by side")
                .hasSize(2);
        assertThat(html.split("<figure>", -1)).hasSize(3);
        assertThat(Files.readString(directory.resolve("report.md")))
                .contains(
                        "# A & B\n", "| problem | a\\|b |\n| --- | --- |\n| one | 12 |\n", "](charts/performance.svg)");
        String svg = Files.readString(directory.resolve("charts/performance.svg"));
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(svg).contains("a &lt; b: 3 of 4 solved", "c: 4 of 4 solved", ">100 %<", ">16<");
    }

    /** On an axis from 1 to 16 over the places 46 to 500, 2 is at 159.5 and 4 at 273; a quarter of 354 is 88.5. */
    @Test
    void stepsStandWhereTheyBelong() {
        assertThat(chart().file()).contains("d=\"M46.0 299.5H159.5V211.0H273.0V122.5H500\"", "d=\"M46.0 299.5H500\"");
    }

    @Test
    void misuseIsNamed() {
        assertThatThrownBy(() -> new Sheet("").table(List.of("a", "b"), List.of(List.of("1"))))
                .hasMessage("table: row [1] of 1 cells, expected 2");
        assertThatThrownBy(() -> new ProfileChart("", "", 0, 1, Map.of())).hasMessageContaining("from 0.0 to 1.0");
    }
}
