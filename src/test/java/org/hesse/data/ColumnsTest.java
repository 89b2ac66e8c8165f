package org.hesse.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnsTest {
    @TempDir
    private Path directory;

    private Columns read(String text) throws IOException {
        return Columns.read(Files.writeString(directory.resolve("a.csv"), text));
    }

    @Test
    void readsNamedColumnsAndLeavesTextAlone() throws IOException {
        Columns c = read("t; name; y\n1;Anna;2.5\n\n2;Otto;-1e3\n");
        assertThat(c.names()).containsExactly("t", "name", "y");
        assertThat(c.rows()).isEqualTo(2);
        assertThat(c.get("y")).containsExactly(2.5, -1e3);
        assertThat(c).hasToString("a.csv: 2 rows of t, name, y");
        assertThatThrownBy(() -> c.get("name")).hasMessage("a.csv, row 2, column 2 (name): \"Anna\" is not a number");
        assertThat(c.where(1, "y")).isEqualTo("a.csv, row 4, column 3 (y)");
    }

    @Test
    void refusesWhatIsNoTable() {
        assertThatThrownBy(() -> read("1,2\n3,4\n"))
                .hasMessage("a.csv: the first line is '1,2', expected names of columns");
        assertThatThrownBy(() -> read("t,t\n3,4\n")).hasMessage("a.csv: two columns are named 't'");
        assertThatThrownBy(() -> read("t,y\n")).hasMessage("a.csv: no rows, expected at least 1");
        assertThatThrownBy(() -> read("t,y\n1\n")).hasMessage("a.csv, row 2: 1 cell, expected 2");
        assertThatThrownBy(() -> read("t,y\n1,NaN\n").get("y"))
                .hasMessage("a.csv, row 2, column 2 (y): the cell is missing (\"NaN\")");
        assertThatThrownBy(() -> read("time,y\n1,2\n").get("tim")).hasMessageContaining("did you mean time?");
    }

    @Test
    void takesNumbersThatAreThere() {
        Columns c = Columns.of(Map.of("b", new double[] {1, 2}, "a", new double[] {3, Double.NaN}));
        assertThat(c.names()).containsExactly("a", "b");
        assertThatThrownBy(() -> c.get("a")).hasMessage("data, row 2, column 1 (a): NaN, expected a finite number");
        assertThatThrownBy(() -> Columns.of(Map.of("a", new double[1], "b", new double[2])))
                .hasMessage("columns: 2 rows of b but 1 of a, expected as many");
        assertThatThrownBy(() -> Columns.of(Map.of())).hasMessageContaining("none");
    }

    @Test
    void ofADatasetItsTargetIsAColumn() {
        Dataset d = Datasets.named("breast-cancer");
        Columns c = Columns.of(d, "benign");
        assertThat(c.rows()).isEqualTo(d.size());
        assertThat(c.get("benign")).containsExactly(d.targets());
        assertThat(c.get(d.features().get(3))[7]).isEqualTo(d.rows()[7][3]);
    }
}
