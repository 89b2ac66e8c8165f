package org.hesse.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void writesDocumentsInAscii() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("z", new double[] {0.1, Double.NaN, Double.NEGATIVE_INFINITY});
        document.put("a", Arrays.asList(1, 2L, 2.5, true, null, Thread.State.NEW, "\u00b1 \"q\""));
        document.put("m", Map.of());
        assertThat(Json.text(document).replaceAll("\\s+", ""))
                .isEqualTo("{\"z\":[0.1,\"NaN\",\"-Infinity\"],"
                        + "\"a\":[1,2,2.5,true,null,\"NEW\",\"\\u00B1\\\"q\\\"\"],\"m\":{}}");
    }

    @Test
    void rejectsWhatJsonHasNoFormFor() {
        assertThatThrownBy(() -> Json.text(List.of(Optional.empty())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.util.Optional, expected");
    }
}
