package org.hesse.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hesse.method.firstorder.Adam;
import org.hesse.method.firstorder.GradientDescent;
import org.hesse.method.quasinewton.Lbfgs;
import org.hesse.search.Schedule;
import org.hesse.search.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentFileTest {
    @TempDir
    private Path directory;

    private ExperimentFile read(String text) throws IOException {
        Path file = directory.resolve("e.json");
        Files.writeString(file, text);
        return ExperimentFile.read(file);
    }

    @Test
    void readsWhatIsWrittenByHand() throws IOException {
        ExperimentFile file = read("""
                {"schema": 1, "data": "bank.csv", "target": "y", "model": "perceptron:hidden=64", "l2": 1e-4, "heldOut": 0.25,
                 "methods": ["lbfgs:memory=20", {"label": "SGD", "method": "sgd:rate=cosine(0.1,warmup=5epochs)"}],
                 "batches": ["full", 32, "256"], "passes": 50, "seeds": [3, 5], "goal": "excess<=1e-6", "maxSeconds": 9.5,
                 "tuning": {"points": 7, "rate": [1e-3, 2], "search": "random", "seeds": 3, "select": "best"}}
                """);
        assertThat(file)
                .isEqualTo(new ExperimentFile(
                        "",
                        "bank.csv",
                        "y",
                        "perceptron:hidden=64",
                        1e-4,
                        0.25,
                        List.of(
                                Entry.of("lbfgs:memory=20", new Lbfgs(20)),
                                Entry.of(
                                        "SGD",
                                        new GradientDescent(Schedule.cosine(0.1, 45, Unit.PASSES)
                                                .afterWarmup(5, Unit.EPOCHS)))),
                        List.of(Regime.FULL, Regime.minibatch(32), Regime.minibatch(256)),
                        50,
                        List.of(3L, 5L),
                        Goal.absolute(1e-6),
                        9.5,
                        Optional.of(new Tuning(7, 1e-3, 2, Tuning.Search.RANDOM, 3, Tuning.Select.BEST)),
                        false));
    }

    @Test
    void whatIsNotToldIsAsUsual() throws IOException {
        ExperimentFile file = read("{\"schema\": 1, \"methods\": [\"adam\"], \"seeds\": 2}");
        Experiment experiment = file.on(Small.problem());
        Experiment usual =
                Experiment.of(Small.problem()).with(Entry.of(new Adam(0.01))).seeds(2);
        assertThat(experiment.entries()).isEqualTo(usual.entries());
        assertThat(experiment)
                .usingRecursiveComparison()
                .ignoringFields("problem")
                .isEqualTo(usual);
        assertThat(file.data()).isEqualTo("digits");
        assertThat(file.model()).isEqualTo("softmax");
        assertThat(file.l2()).isEqualTo(1e-3);
        assertThat(file.heldOut()).isZero();
    }

    @Test
    void diagnosticsAreASwitch() throws IOException {
        assertThat(read("{\"schema\": 1, \"methods\": [\"gd\"], \"diagnostics\": true}")
                        .diagnostics())
                .isTrue();
        ExperimentFile without = read("{\"schema\": 1, \"methods\": [\"gd\"], \"diagnostics\": false}");
        assertThat(without.on(Small.problem()).diagnostics()).isFalse();
        assertThat(without.text()).doesNotContain("diagnostics");
    }

    @Test
    void anExperimentCanBeRunAgainFromItsFile() throws IOException {
        Experiment before = StandardExperiments.everyMethod()
                .maxSeconds(60)
                .tuned(Tuning.of(5))
                .diagnosed();
        ExperimentFile file = ExperimentFile.of(before, "digits", "", "softmax", 1e-3, 0);
        Path path = directory.resolve("report/experiment.json");
        file.write(path);
        ExperimentFile again = ExperimentFile.read(path);
        assertThat(again.text()).isEqualTo(file.text()).contains("\"label\" : \"Adam\"", "adam:rate=0.05,beta1=0.9");
        Experiment after = again.on(before.problem());
        assertThat(after.entries())
                .extracting(Entry::algorithm)
                .isEqualTo(before.entries().stream().map(Entry::algorithm).toList());
        assertThat(after.entries())
                .extracting(e -> e.limits().size())
                .isEqualTo(before.entries().stream().map(e -> e.limits().size()).toList());
        assertThat(after).usingRecursiveComparison().ignoringFields("entries").isEqualTo(before);
        assertThat(ExperimentFile.of(StandardExperiments.everyMethod(), "d", "", "softmax", 0, 0)
                        .text())
                .contains("\"maxSeconds\" : \"Infinity\"");
    }

    /** The perceptron's methods have other rates, and the same limits. */
    @Test
    void thePerceptronCanBeRunAgainToo() throws IOException {
        Experiment before = StandardExperiments.everyMethodOnThePerceptron();
        ExperimentFile.of(before, "digits", "", StandardExperiments.PERCEPTRON.toString(), 1e-3, 0)
                .write(directory.resolve("p.json"));
        Experiment after = ExperimentFile.read(directory.resolve("p.json")).on(before.problem());
        assertThat(after.entries()).hasSameSizeAs(before.entries());
        for (int i = 0; i < before.entries().size(); i++) {
            assertThat(after.entries().get(i).limits())
                    .hasSameSizeAs(before.entries().get(i).limits());
        }
        assertThat(after).usingRecursiveComparison().ignoringFields("entries").isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"methods": ["gd"]}                                | "schema": missing, expected 1
            {"schema": 2, "methods": ["gd"]}                   | "schema": 2, expected 1
            {"schema": 1, "heldOut": 1, "methods": ["gd"]}     | heldOut = 1.0, expected a share from 0 to below 1
            {"schema": 1}                                      | methods: none, expected at least one
            {"schema": 1, "method": ["gd"]}                    | unknown key 'method': did you mean methods?
            {"schema": 1, "methods": ["gd"], "batchs": [1]}    | unknown key 'batchs': did you mean batches?
            {"schema": 1, "methods": ["gd", "adma"]}           | methods 2: "method": unknown method 'adma'
            {"schema": 1, "methods": ["gd,adam"]}              | expected one
            {"schema": 1, "methods": [{"label": "x"}]}         | methods 1: "method": missing
            {"schema": 1, "methods": [{"lable": "x"}]}         | methods 1: unknown key 'lable': did you mean label?
            {"schema": 1, "methods": [{"label": " ", "method": "gd"}]} | methods 1: "label": label of
            {"schema": 1, "methods": [5]}                      | methods 1: expected an object
            {"schema": 1, "methods": "gd"}                     | "methods": "gd", expected a list
            {"schema": 1, "methods": ["gd"], "batches": [0]}   | "batches": batch size 0
            {"schema": 1, "methods": ["gd"], "batches": [1.5]} | "batches": batch "1.5": expected full or a batch size
            {"schema": 1, "methods": ["gd"], "batches": []}    | batches: none
            {"schema": 1, "methods": ["gd"], "passes": -1}     | "passes": -1.0, expected a number > 0
            {"schema": 1, "methods": ["gd"], "passes": true}   | "passes": true, expected a number
            {"schema": 1, "methods": ["gd"], "seeds": 0}       | "seeds": 0, expected from 1
            {"schema": 1, "methods": ["gd"], "seeds": [1.5]}   | "seeds": 1.5, expected a whole number
            {"schema": 1, "methods": ["gd"], "goal": "f<1"}    | "goal": goal 'f<1': expected excess<=1e-6
            {"schema": 1, "methods": ["gd"], "l2": -1}         | l2 = -1.0, expected a finite number >= 0
            {"schema": 1, "methods": ["gd"], "data": []}       | "data": [], expected a text
            {"schema": 1, "methods": ["gd"], "diagnostics": 1} | "diagnostics": 1, expected true or false
            {"schema": 1, "methods": ["gd"], "tuning": {}}     | tuning: "points": missing
            {"schema": 1, "methods": ["gd"], "tuning": 20}     | tuning: expected an object
            {"schema": 1, "methods": ["gd"], "tuning": {"points": 0}} | "tuning": tuning: points = 0, expected at least 1
            {"schema": 1, "methods": ["gd"], "tuning": {"points": 2, "rate": [1]}} | tuning: "rate": 1 numbers, expected two
            {"schema": 1, "methods": ["gd"], "tuning": {"points": 2, "rate": [1, "a"]}} | tuning: "rate": "a", expected a number
            {"schema": 1, "methods": ["gd"], "tuning": {"points": 2, "select": "finl"}} | "select": finl, did you mean final?
            {"schema": 1, "methods": ["gd"], "tuning": {"pints": 2}} | tuning: unknown key 'pints': did you mean points?
            {"schema": 1, "schema": 1}                         | no JSON, line 1
            {"schema": 1} x                                    | no JSON, line 1
            []                                                 | expected an object
            ``                                                 | expected an object
            """)
    void misuseNamesFileAndKey(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("e.json: ".substring(0, 6), message);
    }

    /** The experiments of our reports are equal in budget, and say everything that is tuned. */
    @ParameterizedTest
    @ValueSource(strings = {"digits", "digits-perceptron", "mushroom", "bank-marketing"})
    void theExperimentsOfOurReportsCanBeRead(String name) throws IOException {
        ExperimentFile file = ExperimentFile.read(Path.of("analysis/experiments", name + ".json"));
        assertThat(name).startsWith(file.data());
        assertThat(file.entries()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(file.tuning().orElseThrow().points()).isEqualTo(20);
        assertThat(file.seeds()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(file.batches()).anyMatch(regime -> !regime.isFull());
    }

    @Test
    void aFileThatIsNotThere() {
        assertThatThrownBy(() -> ExperimentFile.read(directory.resolve("none.json")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void goalsAndBatchesAreTexts() {
        assertThat(Goal.parse(" excess <= 1e-6"))
                .isEqualTo(Goal.absolute(1e-6))
                .extracting(Goal::code)
                .isEqualTo("excess<=1e-6");
        assertThat(Goal.parse("relative<=0.3").code()).isEqualTo("relative<=0.3");
        assertThatThrownBy(() -> Goal.parse("excess<=0")).hasMessageContaining("expected a finite number > 0");
        assertThatThrownBy(() -> Goal.parse("excess<=x")).hasMessageContaining("goal 'excess<=x'");
        assertThat(Regime.list("full, 32,256"))
                .containsExactly(Regime.FULL, Regime.minibatch(32), Regime.minibatch(256));
        assertThatThrownBy(() -> Regime.list("full,")).hasMessageContaining("expected full or a batch size");
    }
}
