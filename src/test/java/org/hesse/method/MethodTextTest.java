package org.hesse.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hesse.method.firstorder.Adam;
import org.hesse.method.firstorder.GradientDescent;
import org.hesse.method.firstorder.Momentum;
import org.hesse.method.quasinewton.Lbfgs;
import org.hesse.method.quasinewton.Pairs;
import org.hesse.method.wrapper.Lookahead;
import org.hesse.search.Armijo;
import org.hesse.search.Gltr;
import org.hesse.search.HagerZhang;
import org.hesse.search.LineSearch;
import org.hesse.search.MoreSorensen;
import org.hesse.search.MoreThuente;
import org.hesse.search.Preconditioning;
import org.hesse.search.Schedule;
import org.hesse.search.Steihaug;
import org.hesse.search.StepLength;
import org.hesse.search.Subproblem;
import org.hesse.search.Unit;
import org.hesse.search.Zoom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MethodTextTest {
    private static final List<Schedule> SCHEDULES = List.of(
            Schedule.constant(1.0 / 3),
            Schedule.step(0.1, 0.5, 10, Unit.EPOCHS),
            Schedule.milestones(0.1, 0.1, Unit.PASSES, 3, 6.5),
            Schedule.exponential(0.1, 0.05, Unit.STEPS).afterWarmup(2, Unit.EPOCHS),
            Schedule.cosine(Math.PI, 1e7, Unit.STEPS),
            Schedule.restarts(0.1, 3, 1.5, Unit.EPOCHS)
                    .then(Schedule.oneCycle(0.1, 7, Unit.PASSES), 1.5, Unit.EPOCHS)
                    .afterWarmup(2, Unit.STEPS));

    static Stream<String> names() {
        return Stream.of(Methods.names(), Methods.wrappers(), Methods.opaqueNames())
                .flatMap(Set::stream);
    }

    /** Every component takes every other value that its type offers here. */
    private static List<?> others(RecordComponent component, Object usual) {
        Class<?> type = component.getType();
        if (type == double.class) {
            double x = (double) usual;
            boolean bounded = x == 0 || component.getName().equals("threshold"); // by 0, or by 4
            return bounded ? List.of(x * 0.9, x + 0.1 / 3) : List.of(x / 3, x * 0.7, Math.nextDown(x));
        } else if (type == int.class) {
            return List.of((int) usual + 1, Integer.MAX_VALUE);
        } else if (type == boolean.class) {
            return List.of(!(boolean) usual);
        } else if (type == Schedule.class) {
            return SCHEDULES;
        } else if (type == LineSearch.class) {
            return List.of(
                    new Armijo(),
                    new Armijo(0.3, 7, 0),
                    new MoreThuente(1e-3, 0.123456789012345678),
                    new Zoom(),
                    new Zoom(1e-3, 0.5, 7, 1e-8),
                    new HagerZhang(),
                    new HagerZhang(0.2, 0.7, 0, 0.5, 4, 9));
        } else if (type == StepLength.class) {
            List<StepLength> lengths =
                    new ArrayList<>(SCHEDULES.stream().map(StepLength.Rate::new).toList());
            lengths.add(new StepLength.Search(new Armijo(0.25, 9, 1e-15)));
            lengths.add(new StepLength.Search(new MoreThuente(1e-4, 0.1)));
            return lengths;
        } else if (type == Subproblem.class) {
            return List.of(
                    new MoreSorensen(),
                    new MoreSorensen(0.3),
                    new Steihaug(),
                    new Gltr(Preconditioning.DIAGONAL, 0.25, 7));
        } else if (type == Method.class) {
            return List.of(
                    new Adam(0.5), new Lookahead<>(new Momentum(SCHEDULES.get(1), 0.8, Momentum.Form.GRADIENT), 2, 1));
        }
        assertThat(type).matches(Class::isEnum, "a type that this test knows");
        return List.of(type.getEnumConstants());
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyMethodReadsBackWithEveryOptionChanged(String name) throws ReflectiveOperationException {
        Algorithm usual = Methods.parse(Methods.wrappers().contains(name) ? name + "(gd)" : name);
        RecordComponent[] components = usual.getClass().getRecordComponents();
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Constructor<?> canonical = usual.getClass().getConstructor(types);
        roundTrip(usual);
        for (int i = 0; i < components.length; i++) {
            Object[] values = new Object[components.length];
            for (int j = 0; j < values.length; j++) {
                values[j] = components[j].getAccessor().invoke(usual);
            }
            for (Object other : others(components[i], values[i])) {
                values[i] = other;
                roundTrip((Algorithm) canonical.newInstance(values));
            }
        }
    }

    private static void roundTrip(Algorithm method) {
        assertThat(Methods.parse(MethodText.of(method))).isEqualTo(method);
        assertThat(Methods.parse(MethodText.full(method))).isEqualTo(method);
    }

    @Test
    void labelsAreShort() {
        assertThat(MethodText.of(new Adam(0.01))).isEqualTo("adam:rate=0.01");
        assertThat(MethodText.of(new GradientDescent(SCHEDULES.get(1))))
                .isEqualTo("gd:rate=step(0.1,factor=0.5,every=10epochs)");
        assertThat(MethodText.of(new Lbfgs())).isEqualTo("lbfgs");
        assertThat(MethodText.of(new Lbfgs(20, new StepLength.Search(new MoreThuente(1e-4, 0.5)), Pairs.NAIVE)))
                .isEqualTo("lbfgs:memory=20,search=more-thuente(c2=0.5),pairs=naive");
        assertThat(MethodText.of(new Lookahead<>(new Adam(1e-3), 6, 0.5))).isEqualTo("lookahead(adam:rate=0.001):k=6");
        assertThat(MethodText.full(new Adam(0.01)))
                .isEqualTo("adam:rate=0.01,beta1=0.9,beta2=0.999,eps=1e-8,biasCorrection=true,place=outside-root");
        assertThat(MethodText.full(new Lookahead<>(new GradientDescent(1))))
                .isEqualTo("lookahead(gd:rate=1):k=5,alpha=0.5");
        assertThat(MethodText.of(new GradientDescent(t -> 1))).isEqualTo("gd:rate=custom");
    }

    /** Whatever the text, there is a method or a message: 100 000 texts of random pieces, and deep nesting. */
    @Test
    void nothingElseThanAMessage() {
        List<String> pieces = new ArrayList<>(List.of(
                ",",
                ",",
                ":",
                ":",
                "=",
                "=",
                "(",
                "(",
                ")",
                ")",
                " ",
                "\t",
                "0.1",
                "-1",
                "1e999",
                "NaN",
                "Infinity",
                "1e-3",
                "5epochs",
                "rate",
                "memory",
                "search",
                "pairs",
                "k",
                "m",
                "inner",
                "warmup",
                "horizon",
                "every",
                "factor",
                "unit",
                "true",
                "naive",
                "org.hesse.method.Methods",
                "java.lang.Object",
                "x.y",
                ".",
                "[",
                "]",
                "\0",
                "\u1d54f",
                "org.hesse.method.CompassSearch",
                "[I",
                "/",
                "Ljava.lang.String;",
                "'",
                "\"",
                "%s",
                "1f",
                "0x1p3"));
        names().forEach(pieces::add);
        pieces.addAll(List.of(
                "more-thuente",
                "zoom",
                "hager-zhang",
                "armijo",
                "step",
                "cosine",
                "milestones",
                "constant",
                "inverse-sqrt"));
        SplittableRandom random = new SplittableRandom(7);
        TreeSet<String> read = new TreeSet<>();
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = 1 + random.nextInt(12); n > 0; n--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            try {
                Algorithm method = Methods.parse(text.toString());
                roundTrip(method);
                read.add(text.toString());
            } catch (IllegalArgumentException e) {
                assertThat(e.getMessage()).as(text.toString()).isNotBlank();
            }
        }
        assertThat(read).hasSizeGreaterThan(20);
        for (String open : List.of("clipping(", "gd:rate=warmup(", "(", "a=")) {
            assertThat(catchMessage(open.repeat(100_000))).contains("expected");
        }
        assertThat(catchMessage("clipping(".repeat(51))).contains("at most 50 parentheses");
        roundTrip(Methods.parse("clipping(".repeat(40) + "adam" + ")".repeat(40)));
    }

    private static String catchMessage(String text) {
        return org.assertj.core.api.Assertions.catchIllegalArgumentException(() -> Methods.parse(text))
                .getMessage();
    }
}
