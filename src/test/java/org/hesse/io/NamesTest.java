package org.hesse.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    @ParameterizedTest
    @CsvSource({
        "a,a,0",
        "'',abc,3",
        "kitten,sitting,3",
        "lbgfs,lbfgs,1",
        "ADAM,adam,0",
        "rosen,rosenbrock,1",
        "ca,abc,3"
    })
    void distances(String a, String b, int distance) {
        assertThat(Names.distance(a, b)).isEqualTo(distance);
        assertThat(Names.distance(b, a)).isEqualTo(distance);
    }

    @Test
    void nearestFirstAndOnlyWhatIsNear() {
        List<String> names = List.of("adam", "adagrad", "lbfgs", "bfgs", "newton");
        assertThat(Names.nearest("adm", names)).containsExactly("adam");
        assertThat(Names.nearest("bfg", names)).containsExactly("bfgs");
        assertThat(Names.nearest("lbfg", names)).containsExactly("lbfgs", "bfgs");
        assertThat(Names.nearest("zzzzzz", names)).isEmpty();
        assertThat(Names.unknown("method", "nwton", names)).hasMessage("unknown method 'nwton': did you mean newton?");
        assertThat(Names.unknown("method", "q", List.of("adam", "bfgs")))
                .hasMessage("unknown method 'q': expected one of adam, bfgs");
    }

    @Test
    void veryManyNamesAreNotListed() {
        List<String> many = java.util.stream.IntStream.range(100, 200)
                .mapToObj(i -> "name-" + i)
                .toList();
        assertThat(Names.expected("zzz", many))
                .isEqualTo("expected one of 100 names, from name-100, name-101, name-102 on");
        assertThat(Names.expected("zzz", many.subList(0, 2))).isEqualTo("expected one of name-100, name-101");
    }
}
