package org.hesse.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataFileTest {
    @TempDir
    private Path directory;

    private Dataset read(String name, String text, String target) throws IOException {
        return DataFile.read(Files.writeString(directory.resolve(name), text), target);
    }

    /** In the form of Bank Marketing: semicolons, quotes, categories and numbers, the class in the last column. */
    @Test
    void categoriesAreEncodedOneHotAndTold() throws IOException {
        String text = """
                "age";"job";"balance";"contact";"y"
                58;"management";2143;"unknown";"no"
                44;"admin.";-29;"cell; home";"yes"

                33;"management";0;"unknown";"no"
                """;
        Dataset bank = read("bank.csv", text, "y");
        assertThat(bank.features())
                .containsExactly(
                        "age", "job=admin.", "job=management", "balance", "contact=cell; home", "contact=unknown");
        assertThat(bank.encoded())
                .containsExactly(
                        Map.entry("job", List.of("admin.", "management")),
                        Map.entry("contact", List.of("cell; home", "unknown")));
        assertThat(bank.rows())
                .isDeepEqualTo(new double[][] {{58, 0, 1, 2143, 0, 1}, {44, 1, 0, -29, 1, 0}, {33, 0, 1, 0, 0, 1}});
        assertThat(bank.classes()).containsExactly("no", "yes");
        assertThat(bank.targets()).containsExactly(0, 1, 0);
        assertThat(bank.withConstant().pick(1, 0).encoded()).isEqualTo(bank.encoded());
        assertThat(Datasets.digits().encoded()).isEmpty();
        assertThatThrownBy(() -> bank.encoded().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThat(read("first.csv", text, "job").features())
                .containsExactly("age", "balance", "contact=cell; home", "contact=unknown", "y=no", "y=yes");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void separatorsAreSeen(String separator) throws IOException {
        String text = "\"a,;,;\tb\nc\"|k|y\r\n1.5|\"u,;v\"|0\r\n2|w|1\r\n".replace("|", separator);
        Dataset data = read("data.tsv", text, "");
        assertThat(data.features()).containsExactly("a,;,;\tb\nc", "k=u,;v", "k=w");
        assertThat(data.rows()).isDeepEqualTo(new double[][] {{1.5, 1, 0}, {2, 0, 1}});
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a,y;u,0;3,1;       | t.csv, row 2, column 1 (a): "u" is not a number
                    a,y;u,0;?,1;       | t.csv, row 3, column 1 (a): the cell is missing ("?")
                    a,y;NA,0;NA,1;     | t.csv, row 2, column 1 (a): the cell is missing ("NA")
                    a,y;0x10,0;1,1;    | t.csv, row 2, column 1 (a): "0x10" is not a number
                    """)
    void aColumnIsOneOrTheOther(String lines, String message) {
        assertThatThrownBy(() -> read("t.csv", lines.replace(';', '\n'), ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void namesAreNoCategories() {
        String lines =
                IntStream.range(0, 1200).mapToObj(i -> "n" + i + "," + i % 2).collect(Collectors.joining("\n"));
        assertThatThrownBy(() -> read("t.csv", "name,y\n" + lines, ""))
                .hasMessage(
                        "t.csv, row 1002, column 1 (name): more than 1000 different texts, expected numbers or a few"
                                + " categories");
    }

    /** The figures were counted in Python: lines, labels 1, pairs, and the first and last line. */
    @Test
    void mushrooms() throws URISyntaxException {
        Path file = Path.of(
                DataFileTest.class.getResource("agaricus.test.libsvm.gz").toURI());
        Dataset data = DataFile.read(file, "");
        assertThat(data).hasToString("agaricus.test.libsvm.gz: 1611 x 126, 2 classes");
        assertThat(data.classes()).containsExactly("0", "1");
        assertThat(Arrays.stream(data.targets()).sum()).isEqualTo(776);
        assertThat(Arrays.stream(data.rows()).flatMapToDouble(Arrays::stream).sum())
                .isEqualTo(35442);
        assertThat(data.features()).startsWith("feature 1").endsWith("feature 126");
        assertThat(data.rows()[0][0]).isEqualTo(1); // 1:1
        assertThat(data.rows()[1610][120]).isEqualTo(1); // 121:1
        assertThat(LibsvmFormat.classification().withFeatures(127).read(file).features())
                .hasSize(127);
        assertThatThrownBy(() -> LibsvmFormat.classification().withFeatures(100).read(file))
                .hasMessageContaining("126 features, expected at most 100");
    }

    @Test
    void libsvmFromZeroWithComments() throws IOException {
        Dataset data = read("t.svm", "# made by hand\n+1 0:2.5 3:-1e1 # first\n\n-1\n1 1:.5\n", "");
        assertThat(data.rows()).isDeepEqualTo(new double[][] {{2.5, 0, 0, -10}, {0, 0, 0, 0}, {0, 0.5, 0, 0}});
        assertThat(data.classes()).containsExactly("-1", "1");
        assertThat(data.targets()).containsExactly(1, 0, 1);
        assertThat(data.features()).startsWith("feature 0");
        Path file = Files.writeString(directory.resolve("r.libsvm"), "1.5 1:2\n-2 2:3\n");
        assertThat(LibsvmFormat.regression().read(file).targets()).containsExactly(1.5, -2);
        assertThat(LibsvmFormat.regression().read(file).rows()).isDeepEqualTo(new double[][] {{2, 0}, {0, 3}});
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0 1:1;1 2           | t.libsvm, row 2: "2", expected index:value with a whole and a finite number
                    0 1:1;1 a:1         | t.libsvm, row 2: "a:1", expected index:value
                    0 1:1;1 2:NaN       | t.libsvm, row 2: "2:NaN", expected index:value
                    0 1:1;1 -1:2        | t.libsvm, row 2: "-1:2", expected index:value
                    0 1:1;1 2:1 2:2     | t.libsvm, row 2: index 2 after 2, expected ascending indices
                    0 1:1;1 999999999:1 | t.libsvm: 999999999 features, expected at most
                    0;1                 | t.libsvm: 0 features, expected at least 1
                    0 1:1;0 2:1         | classes [0]: expected at least 2
                    # nothing           | t.libsvm: the file is empty
                    """)
    void libsvmErrorsSayWhere(String lines, String message) {
        assertThatThrownBy(() -> read("t.libsvm", lines.replace(';', '\n'), ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private void idx(String name, int magic, int[] dimensions, int... bytes) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (OutputStream packed = name.endsWith(".gz") ? new GZIPOutputStream(content) : content;
                DataOutputStream out = new DataOutputStream(packed)) {
            out.writeInt(magic);
            for (int d : dimensions) {
                out.writeInt(d);
            }
            for (int b : bytes) {
                out.writeByte(b);
            }
        }
        Files.write(directory.resolve(name), content.toByteArray());
    }

    @Test
    void imagesAndLabels() throws IOException {
        idx("t10k-images-idx3-ubyte.gz", 0x803, new int[] {2, 1, 3}, 0, 128, 255, 1, 2, 3);
        idx("t10k-labels-idx1-ubyte.gz", 0x801, new int[] {2}, 2, 0);
        Dataset data = DataFile.read(directory.resolve("t10k-images-idx3-ubyte.gz"), "");
        assertThat(data.rows()).isDeepEqualTo(new double[][] {{0, 128, 255}, {1, 2, 3}});
        assertThat(data.features()).containsExactly("pixel[0,0]", "pixel[0,1]", "pixel[0,2]");
        assertThat(data.classes()).containsExactly("0", "1", "2");
        assertThat(data.targets()).containsExactly(2, 0);
    }

    @Test
    void idxErrorsNameTheFile() throws IOException {
        idx("a-images-idx3", 0x803, new int[] {2, 1, 2}, 1, 2, 3, 4);
        Path images = directory.resolve("a-images-idx3");
        assertThatThrownBy(() -> DataFile.read(images, "")).hasMessageContaining("there is no a-labels-idx1");
        idx("a-labels-idx1", 0x801, new int[] {3}, 0, 1, 2);
        assertThatThrownBy(() -> DataFile.read(images, "")).hasMessageContaining("dimensions [3], expected [2]");
        idx("a-labels-idx1", 0x801, new int[] {2}, 0);
        assertThatThrownBy(() -> DataFile.read(images, "")).hasMessage("a-labels-idx1: ends before its last value");
        idx("a-labels-idx1", 0xd01, new int[] {2}, 0, 1);
        assertThatThrownBy(() -> DataFile.read(images, ""))
                .hasMessageContaining("a-labels-idx1: begins with 0x00000d01");
        idx("a-images-idx3", 0x803, new int[] {-2, 1, 2}, 1);
        assertThatThrownBy(() -> DataFile.read(images, "")).hasMessageContaining("dimension 1 is -2");
        idx("a-images-idx3", 0x803, new int[] {1 << 30, 1 << 15, 1 << 15}, 1);
        assertThatThrownBy(() -> DataFile.read(images, "")).hasMessageContaining("expected at most");
        assertThatThrownBy(() -> DataFile.read(images, "y")).hasMessageContaining("target column \"y\"");
        assertThatThrownBy(() -> DataFile.read(directory.resolve("idx.none"), ""))
                .hasMessageContaining("expected images");
        assertThatThrownBy(() -> DataFile.read(directory.resolve("none.svm"), ""))
                .isInstanceOf(UncheckedIOException.class);
    }
}
