package org.hesse.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvFormatTest {
    private static Dataset read(CsvFormat format, String text) throws IOException {
        return format.read("t.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void withoutHeader() throws IOException {
        Dataset data = read(CsvFormat.classification(), "1,2.5,7\n3,-4e-1,-7\r\n5,6,10");
        assertThat(data.rows()).isDeepEqualTo(new double[][] {{1, 2.5}, {3, -0.4}, {5, 6}});
        assertThat(data.classes()).containsExactly("-7", "7", "10"); // ascending as numbers
        assertThat(data.targets()).containsExactly(1, 0, 2);
        assertThat(data.features()).containsExactly("column 1", "column 2");
    }

    @Test
    void withHeaderAndTargetByName() throws IOException {
        String text = "kind,\"weight, kg\",length\ncat,4,46\n\ndog,20,80\ncat,5,50\n";
        Dataset data = read(CsvFormat.classification().withTarget("kind"), text);
        assertThat(data.features()).containsExactly("weight, kg", "length");
        assertThat(data.classes()).containsExactly("cat", "dog");
        assertThat(data.targets()).containsExactly(0, 1, 0);
        assertThat(data.rows()[1]).containsExactly(20, 80);
    }

    @Test
    void realTargetByNumber() throws IOException {
        Dataset data = read(CsvFormat.regression().withTarget("2"), "1,2.5,7\n3,4,8\n");
        assertThat(data.classes()).isEmpty();
        assertThat(data.targets()).containsExactly(2.5, 4);
        assertThat(data.rows()).isDeepEqualTo(new double[][] {{1, 7}, {3, 8}});
        assertThat(data.features()).containsExactly("column 1", "column 3");
    }

    @Test
    void aRealTargetIsNotTakenForClasses() throws IOException {
        StringBuilder rows = new StringBuilder("area,price\n");
        for (int i = 0; i < 30; i++) {
            rows.append(i).append(',').append(100 + 0.5 * i).append('\n');
        }
        assertThatThrownBy(() -> read(CsvFormat.classification(), rows.toString()))
                .hasMessage(
                        "t.csv: target column \"price\" has 30 different numbers in 30 rows, expected classes (a real"
                                + " target is for a model such as least-squares)");
        assertThat(read(CsvFormat.regression(), rows.toString()).size()).isEqualTo(30);
    }

    @Test
    void sizesAndClassNames() throws IOException {
        Dataset data = read(CsvFormat.classification(), "3,2,red,green,blue\n1,2,2\n3,4,0\n5,6,2\n");
        assertThat(data.size()).isEqualTo(3);
        assertThat(data.classes()).containsExactly("red", "green", "blue");
        assertThat(data.targets()).containsExactly(2, 0, 2);
        assertThatThrownBy(() -> read(CsvFormat.classification(), "2,1,red,green\n1,0\n3,2\n"))
                .hasMessage("t.csv, row 3: label \"2\", expected from 0 to 1 for the classes [red, green]");
    }

    @Test
    void gzippedFile(@TempDir Path directory) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("1,2\n3,4\n".getBytes(StandardCharsets.UTF_8));
        }
        Path file = directory.resolve("data.csv"); // whatever its name
        Files.write(file, packed.toByteArray());
        assertThat(CsvFormat.regression().read(file).targets()).containsExactly(2, 4);
        assertThat(CsvFormat.regression().read(file).name()).isEqualTo("data.csv");
        assertThatThrownBy(() -> CsvFormat.regression().read(directory.resolve("none.csv")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("none.csv");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|t.csv: the file is empty",
                "'a,b'|t.csv: a header but no data",
                "'1;2'|t.csv: 1 column, expected features and a target",
                "'a,b,y;1,2,3;1,,3'|t.csv, row 3, column 2 (b): the cell is missing",
                "'1,2,3;1,NA,3'|t.csv, row 2, column 2: the cell is missing (\"NA\")",
                "'1,2,3;4,5,6;;1,x,3'|t.csv, row 4, column 2: \"x\" is not a number",
                "'1,2,3;1,Infinity,3'|t.csv, row 2, column 2: Infinity is not finite",
                "'1,2,3;1,2,'|t.csv, row 2, column 3: the cell is missing",
                "'a,b,y;1,2,high'|t.csv, row 2, column 3 (y): \"high\" is not a number",
                "'1,2,3;1,2'|t.csv, row 2: 2 cells, expected 3",
                "'1,2,3;1,2,3,4'|t.csv, row 2: 4 cells, expected 3",
            })
    void errorsSayWhere(String lines, String message) {
        assertThatThrownBy(() -> read(CsvFormat.regression(), lines.replace(';', '\n')))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void unknownTargetIsNamed() {
        assertThatThrownBy(() -> read(CsvFormat.regression().withTarget("z"), "a,b\n1,2\n"))
                .hasMessage("t.csv: target column \"z\", expected one of [a, b] or a number from 1 to 2");
        assertThatThrownBy(() -> read(CsvFormat.regression().withTarget("3"), "1,2\n"))
                .hasMessageContaining("\"3\"");
    }
}
