package org.hesse.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedValuesTest {
    private static final Layout XY = Layout.scalars(List.of("x", "y"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            -1.2,1
            -1.2 , 1e0
            x=-1.2,y=1
            y = +1.0 , x = -1.2
            """)
    void readsInOrderOrByName(String text) {
        assertThat(XY.point(text)).containsExactly(-1.2, 1);
    }

    @Test
    void readsNamesWithCommas() {
        Layout layout = new Layout(List.of(new Layout.Block("W", 2, 2), new Layout.Block("b", 1, 1)));
        assertThat(layout.point("W[0,1]=2, b=5, W[1,0]=3, W[1,1]=4,W[0,0]=1")).containsExactly(1, 2, 3, 4, 5);
        assertThat(layout.shown()).isEqualTo("W[0,0], W[0,1], W[1,0], W[1,1], b");
        assertThat(Layout.vector("x", 9).shown()).isEqualTo("x[0], x[1], ..., x[8]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            1           | point '1': 1 number, expected 2, for x, y
            1,2,3       | point '1,2,3': 3 numbers, expected 2, for x, y
            1,          | y = '', expected a finite number
            1,two       | y = 'two', expected a finite number
            1,Infinity  | y = 'Infinity', expected a finite number
            x=1         | y is missing
            x=1,2       | '2' has no name
            x=1,x=2     | x is given twice
            x=1,y=      | y = '', expected a finite number
            x=1,y=2,    | '' has no name
            X=1,y=2     | unknown variable 'X': did you mean x
            """)
    void saysWhatIsWrong(String text, String message) {
        assertThatThrownBy(() -> XY.point(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
