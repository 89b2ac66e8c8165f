package org.hesse.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoxTest {
    private static final Layout XY = Layout.scalars(List.of("x", "y"));

    @Test
    void readsAndWrites() {
        Box box = Box.parse(" y = -1 : 3,x=-.2e1:2 ");
        assertThat(box.names()).containsExactly("y", "x");
        assertThat(box).hasToString("y=-1:3, x=-2:2");
        assertThat(box.in(XY)).hasToString("x=-2:2, y=-1:3").isEqualTo(Box.parse("-2:2,-1:3", XY));
        assertThat(box.in(XY).lower()).containsExactly(-2, -1);
        assertThat(box.in(XY).domain().upper()).containsExactly(2, 3);
        assertThat(box).isNotEqualTo(box.in(XY)).hasSameHashCodeAs(Box.parse(box.toString()));
        Layout matrix = new Layout(List.of(new Layout.Block("W", 1, 2)));
        assertThat(Box.parse("W[0,1]=0:1,W[0,0]=2:3", matrix).lower()).containsExactly(2, 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    x=-2:2            | box 'x=-2:2': y is missing, expected name=lower:upper for each of x, y
                    x=-2:2,z=0:1      | unknown variable 'z'
                    x=-2:2,x=0:1      | box 'x=-2:2,x=0:1': x is given twice
                    x=2:-2,y=0:1      | box: x = 2:-2, expected lower:upper with lower <= upper
                    x=a:2,y=0:1       | box 'x=a:2,y=0:1': x = 'a', expected a finite number
                    x=0:NaN,y=0:1     | x = 'NaN', expected a finite number
                    x=0:Infinity,y=0:1| x = 'Infinity', expected a finite number
                    x=0:1:2,y=0:1     | x = '1:2', expected a finite number
                    x=5,y=0:1         | x = '5', expected lower:upper
                    0:1               | box '0:1': 1 lower:upper, expected 2, for x, y
                    x=0:1,2:3         | '2:3' has no name
                    """)
    void misuseIsNamed(String text, String message) {
        assertThatThrownBy(() -> Box.parse(text, XY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aBoxWithoutFunctionNeedsNames() {
        assertThatThrownBy(() -> Box.parse("0:1, 2:3"))
                .hasMessageContaining("'0:1' has no name, expected name=lower:upper");
        Box one = Box.parse("-2:2");
        assertThat(one).hasToString("x=-2:2");
        assertThat(one.in(Layout.scalars(List.of("t")))).hasToString("t=-2:2");
        assertThatThrownBy(() -> one.in(XY)).hasMessageContaining("y is missing");
        assertThatThrownBy(() -> Box.parse("")).hasMessageContaining("'' has no name");
        assertThatThrownBy(() -> Box.parse("x=0:1,x=0:1")).hasMessageContaining("x is given twice");
        assertThatThrownBy(() -> Box.parse("x=0:1").in(XY)).hasMessageContaining("y is missing");
    }
}
