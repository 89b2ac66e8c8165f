package org.hesse.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTextTest {
    @Test
    void quotesWhereItMust() {
        CsvText csv = new CsvText(List.of("name", "value"));
        csv.row("a, \"b\"", 0.1 + 0.2);
        csv.row(null, Double.NEGATIVE_INFINITY);
        assertThat(csv.toString()).isEqualTo("name,value\n\"a, \"\"b\"\"\",0.30000000000000004\n,-Infinity\n");
        assertThatThrownBy(() -> csv.row(1)).hasMessage("row of 1 cells, expected 2");
    }

    @Test
    void keepsEveryRow() {
        CsvText csv = new CsvText(List.of("number"));
        for (int i = 0; i < 10_000; i++) {
            csv.row(i);
        }
        assertThat(csv.toString().lines()).hasSize(10_001).endsWith("9999");
    }
}
