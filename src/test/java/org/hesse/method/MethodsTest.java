package org.hesse.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import org.hesse.method.firstorder.AdaGrad;
import org.hesse.method.firstorder.Adam;
import org.hesse.method.firstorder.Epsilon;
import org.hesse.method.firstorder.GradientDescent;
import org.hesse.method.firstorder.Momentum;
import org.hesse.method.newton.LineSearchNewton;
import org.hesse.method.quasinewton.Bfgs;
import org.hesse.method.quasinewton.Lbfgs;
import org.hesse.method.quasinewton.Pairs;
import org.hesse.method.wrapper.Clipping;
import org.hesse.method.wrapper.Lookahead;
import org.hesse.method.wrapper.Svrg;
import org.hesse.method.wrapper.WeightDecay;
import org.hesse.objective.Oracle;
import org.hesse.search.Armijo;
import org.hesse.search.MoreThuente;
import org.hesse.search.Schedule;
import org.hesse.search.StepLength;
import org.hesse.search.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MethodsTest {
    @Test
    void everyNameGivesAMethodOfThatName() {
        assertThat(Methods.names())
                .contains("adagrad", "adam", "gd", "momentum", "nesterov", "projected-gradient", "rmsprop", "sgd");
        assertThat(Methods.names())
                .allSatisfy(name -> assertThat(Methods.named(name).name()).isEqualTo(name.equals("sgd") ? "gd" : name));
    }

    @Test
    void tellsOptionsWithDefaultsThatCanBeGivenBack() {
        assertThat(Methods.options("momentum").keySet()).containsExactly("rate", "mu", "form");
        assertThat(Methods.options("lbfgs"))
                .containsExactly(
                        entry("memory", 10),
                        entry("search", "zoom"),
                        entry("pairs", "same-batch"),
                        entry("safeguard", "skip"),
                        entry("interpolation", 0.75),
                        entry("smoothing", 0.65));
        assertThat(Methods.options("adam")).containsEntry("rate", 0.01).containsEntry("biasCorrection", true);
        assertThat(Methods.options("newton")).isEmpty();
        assertThat(Methods.names()).allSatisfy(name -> {
            assertThat(Methods.summary(name)).isNotBlank();
            assertThat(Methods.options(name)).allSatisfy((option, value) -> {
                assertThat(Methods.named(name + ":" + option + "=" + value)).isEqualTo(Methods.named(name));
            });
        });
    }

    @Test
    void optionsChangeOneComponentEach() {
        assertThat(Methods.named("momentum:rate=0.1,mu=0.8,form=gradient"))
                .isEqualTo(new Momentum(Schedule.constant(0.1), 0.8, Momentum.Form.GRADIENT));
        assertThat(Methods.named("adam:beta2=.99, biasCorrection=false"))
                .isEqualTo(new Adam(Schedule.constant(0.01), 0.9, 0.99, 1e-8, false));
        assertThat(Methods.named("adagrad:place=INSIDE_ROOT"))
                .isEqualTo(new AdaGrad(Schedule.constant(0.1), 1e-10, Epsilon.INSIDE_ROOT));
        assertThat(Methods.named("sgd:rate=1e-2")).isEqualTo(new GradientDescent(0.01));
    }

    @Test
    void methodsNestAndListsSplitBetweenThem() {
        assertThat(Methods.parse("lookahead(adam:rate=1e-3,beta2=.99):k=6"))
                .isEqualTo(new Lookahead<>(new Adam(Schedule.constant(1e-3), 0.9, 0.99, 1e-8, true), 6, 0.5));
        assertThat(Methods.parse("clipping(weightdecay(sgd):lambda=0.1)"))
                .isEqualTo(new Clipping<>(new WeightDecay<>(new GradientDescent(1e-3), 0.1), 1));
        assertThat(Methods.list(" lbfgs, adam:rate=0.1 , beta1=0.5,svrg(gd:rate=1):m=7, bfgs", 30))
                .containsExactly(
                        new Lbfgs(),
                        new Adam(Schedule.constant(0.1), 0.5, 0.999, 1e-8, true),
                        new Svrg<>(new GradientDescent(1), 7),
                        new Bfgs());
        assertThat(Methods.wrappers())
                .containsExactly(
                        "clipping",
                        "decoupled-decay",
                        "escape",
                        "lookahead",
                        "moving-average",
                        "polyak-ruppert",
                        "svrg",
                        "weightdecay");
    }

    @Test
    void searchesRatesAndPairs() {
        assertThat(Methods.parse("lbfgs:memory=20,pairs=naive,search=more-thuente(c2=0.5)"))
                .isEqualTo(new Lbfgs(20, new StepLength.Search(new MoreThuente(1e-4, 0.5)), Pairs.NAIVE));
        assertThat(Methods.parse("bfgs:rate=0.1")).isEqualTo(new Bfgs().withRate(Schedule.constant(0.1)));
        assertThat(Methods.parse("newton-ls:search=armijo(maxTrials=1e1)"))
                .isEqualTo(new LineSearchNewton(new Armijo(1e-4, 10, 1e-14)));
        assertThat(Methods.list("sgd:rate=cosine(0.1,warmup=5epochs)", 50))
                .containsExactly(new GradientDescent(
                        Schedule.cosine(0.1, 45, Unit.PASSES).afterWarmup(5, Unit.EPOCHS)));
    }

    /** A method of somebody else's, without defaults. */
    public record Mine<S extends State>(Method<S> inside, double rate, Mode mode) implements Opaque {
        /** An option. */
        public enum Mode {
            SLOW_ONE,
            QUICK,
            NEITHER
        }

        @Override
        public double[] run(Oracle f, double[] x0) {
            return x0;
        }
    }

    /** A method whose constructor fails. */
    public static final class Broken implements Opaque {
        /** Fails. */
        public Broken() {
            throw new IllegalStateException("no licence");
        }

        @Override
        public double[] run(Oracle f, double[] x0) {
            return x0;
        }
    }

    /** A class without options. */
    public static final class Plain implements Opaque {
        @Override
        public double[] run(Oracle f, double[] x0) {
            return x0;
        }
    }

    private record Hidden(double rate) implements Opaque {
        @Override
        public double[] run(Oracle f, double[] x0) {
            return x0;
        }
    }

    @Test
    void yourOwnMethodIsNamedByItsClass() {
        String mine = Mine.class.getName();
        Algorithm method = Methods.parse(mine + "(adam):rate=0.1,mode=slow-one");
        assertThat(method).isEqualTo(new Mine<>(new Adam(0.01), 0.1, Mine.Mode.SLOW_ONE));
        assertThat(MethodText.of(method)).isEqualTo(mine + "(adam:rate=0.01):rate=0.1,mode=slow-one");
        assertThat(Methods.parse(MethodText.full(method))).isEqualTo(method);
        assertThat(Methods.parse(Plain.class.getName())).isInstanceOf(Plain.class);
        assertThat(MethodText.of(new Plain())).isEqualTo(Plain.class.getName());
        assertThat(MethodText.of(new Hidden(1))).isEqualTo(Hidden.class.getName());
        assertThat(Methods.parse("org.hesse.method.CompassSearch:smallest=1e-3"))
                .isEqualTo(new CompassSearch(1e-3));
        assertThatThrownBy(() -> Methods.named(Plain.class.getName())).hasMessageContaining("owns its loop");
        assertThatThrownBy(() -> Methods.parse(mine + ":rate=1")).hasMessageContaining("the method inside is missing");
        assertThatThrownBy(() -> Methods.parse(mine + "(adam):rate=1")).hasMessageContaining("mode is missing");
        assertThatThrownBy(() -> Methods.parse(mine + "(adam):rate=1,mode=quik"))
                .hasMessageContaining("did you mean quick?");
        assertThatThrownBy(() -> Methods.parse(Plain.class.getName() + ":a=1")).hasMessageContaining("no record");
        assertThatThrownBy(() -> Methods.parse(Broken.class.getName())).hasMessageContaining("no licence");
        assertThatThrownBy(() -> Methods.parse(Hidden.class.getName())).hasMessageContaining("no public class");
        assertThatThrownBy(() -> Methods.parse("java.lang.String"))
                .hasMessageContaining("implements org.hesse.method.Algorithm");
        assertThatThrownBy(() -> Methods.parse("org.hesse.method.Method")).hasMessageContaining("no public class");
        assertThatThrownBy(() -> Methods.parse("com.example.Mine:rate=1"))
                .hasMessage("unknown method 'com.example.Mine': there is no class of that name on the class path");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    adma                  | unknown method 'adma'         | did you mean adam
                    momentun              | unknown method 'momentun'     | momentum
                    adam:rate=-1          | adam: rate = -1               | a finite number >= 0
                    adam:rate=fast        | adam: rate = fast             | a number or a schedule
                    adam:rate=NaN         | adam: rate = NaN              | a number
                    adam:rate=cosin(1)    | adam: rate = cosin(1)         | did you mean cosine?
                    adam:beta1=1.5        | adam: beta1 = 1.5             | 0 <= beta1 < 1
                    adam:beta1=0x1p-1     | adam: beta1 = 0x1p-1          | a number
                    adam:beta3=0.5        | adam: unknown option 'beta3'  | did you mean beta1, beta2? expected option=value with one of rate, beta1, beta2, eps, biasCorrection
                    adam:beta1            | position 11: expected '='     | after 'beta1', as in option=value
                    adam:beta1=           | position 12                   | a name or a number
                    adam:biasCorrection=1 | adam: biasCorrection = 1      | true or false
                    adam:eps=1,eps=2      | adam: eps                     | given twice
                    adam(gd)              | adam: 'gd' has no place       | rate, beta1
                    newton:rate=1         | newton: unknown option 'rate' | there are none
                    momentum:form=C       | momentum: form = C            | velocity, gradient, average
                    momentum:             | position 10                   | option=value
                    lbfgs:memory=1.5      | lbfgs: memory = 1.5           | a whole number
                    lbfgs:memory=0        | lbfgs: memory = 0             | at least 1
                    lbfgs:rate=1,search=armijo | search and rate          | exclude each other
                    lbfgs:search=wolf     | lbfgs: search = wolf          | more-thuente
                    lbfgs:search=armijo(c1=2)  | lbfgs: search = armijo(c1=2)  | 0 < c1 < 0.5
                    lookahead             | lookahead: the method inside is missing | lookahead(adam:rate=1e-3)
                    lookahead(adam:beta1=2)    | lookahead: in the parentheses | beta1 = 2.0
                    lookahead(adam        | position 15                   | ')'
                    adam)                 | position 5                    | no ')'
                    lookahead(adam,gd)    | lookahead: 'gd'               | no place
                    gd,adam               | expected one                  | 'adam'
                    ''                    | position 1                    | a name
                    weightdecay(newton)   | weightdecay: inner = newton   | values and gradients
                    """)
    void misuseSaysWhatThereIs(String text, String wrong, String expected) {
        assertThatThrownBy(() -> Methods.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(wrong, expected);
    }
}
