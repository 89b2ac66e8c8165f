package org.hesse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HesseTest {
    @Test
    void versionIsTheOneOfTheBuild() {
        assertThat(Hesse.version()).matches("\\d+\\.\\d+\\.\\d+(-[A-Z]+)?");
    }
}
