package org.hesse;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hesse.method.Methods;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house of the design: which package may use what. */
class ArchitectureTest {
    /** Ground floor first: a package uses only what stands before it. The entry points, class Hesse, are the roof. */
    private static final List<String> FLOORS = List.of(
            "io",
            "linear",
            "objective",
            "autodiff",
            "data",
            "problem",
            "search",
            "critical",
            "method",
            "run",
            "census",
            "hipparchus",
            "fit",
            "compare",
            "report",
            "lecture",
            "cli");

    /** Outside libraries, and who alone may import them. */
    private static final Map<String, List<String>> LIBRARIES = Map.of(
            "com.fasterxml.jackson", List.of("io"),
            "de.siegmar.fastcsv", List.of("io"),
            "org.ojalgo", List.of("linear"),
            "org.objectweb.asm", List.of("autodiff.bytecode"),
            "org.hipparchus.ode", List.of(),
            "org.hipparchus", List.of("autodiff", "hipparchus"),
            "org.hipparchus.optim", List.of("hipparchus"),
            "jdk.jshell", List.of("lecture"),
            "picocli", List.of("cli"));

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.hesse");

    @Test
    void everyPackageHasItsFloor() {
        assertThat(MAIN).isNotEmpty();
        assertThat(MAIN).allSatisfy(c -> assertThat(topPackage(c)).isIn(allFloors()));
    }

    static Stream<String> floors() {
        return FLOORS.stream();
    }

    @ParameterizedTest
    @MethodSource("floors")
    void usesOnlyWhatStandsBelowIt(String floor) {
        List<String> above = new ArrayList<>(IntStream.range(FLOORS.indexOf(floor) + 1, FLOORS.size())
                .mapToObj(i -> inside(FLOORS.get(i)))
                .toList());
        above.add("org.hesse");
        noClasses()
                .that()
                .resideInAPackage(inside(floor))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(above.toArray(String[]::new))
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void goesInNoCircle() {
        slices().matching("org.hesse.(*)..").should().beFreeOfCycles().check(MAIN);
    }

    /** Nor do a package and its sub-packages; only the registry names every method that is built on its package. */
    @Test
    void goesInNoCircleWithinAFloor() {
        slices().matching("org.hesse.(**)")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(JavaClass.Predicates.equivalentTo(Methods.class), DescribedPredicate.alwaysTrue())
                .check(MAIN);
    }

    static Stream<String> libraries() {
        return LIBRARIES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void keepsALibraryToItsPackage(String library) {
        String[] allowed =
                LIBRARIES.get(library).stream().map(ArchitectureTest::inside).toArray(String[]::new);
        noClasses()
                .that()
                .resideOutsideOfPackages(allowed)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library + "..")
                .check(MAIN);
    }

    @Test
    void usesNoOtherLibrary() {
        String[] known = Stream.concat(
                        Stream.of("java", "javax.tools", "javax.management", "org.hesse"), LIBRARIES.keySet().stream())
                .map(p -> p + "..")
                .toArray(String[]::new);
        DescribedPredicate<JavaClass> expected = resideInAnyPackage(known)
                .or(resideInAPackage("")) // primitive types and their arrays
                .as("the JDK, Hesse or a library of the list");
        classes().should().onlyDependOnClassesThat(expected).check(MAIN);
    }

    @Test
    void printsOnlyFromTheCommandLineAndTheEntryPoints() {
        noClasses()
                .that()
                .resideOutsideOfPackage(inside("cli"))
                .and()
                .areNotAssignableTo(Hesse.class)
                .should(ACCESS_STANDARD_STREAMS)
                .check(MAIN);
    }

    @Test
    void methodsHaveNoClockAndNoRandomnessOfTheirOwn() {
        noClasses()
                .that()
                .resideInAPackage(inside("method"))
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .dependOnClassesThat(resideInAPackage("java.time..")
                        .or(JavaClass.Predicates.assignableTo(java.util.Random.class))
                        .or(JavaClass.Predicates.equivalentTo(ThreadLocalRandom.class))
                        .or(JavaClass.Predicates.equivalentTo(SplittableRandom.class)))
                .check(MAIN);
    }

    private static List<String> allFloors() {
        List<String> all = new ArrayList<>(FLOORS);
        all.add("");
        return all;
    }

    private static String inside(String floor) {
        return "org.hesse." + floor + "..";
    }

    private static String topPackage(JavaClass c) {
        String name = c.getPackageName().substring("org.hesse".length());
        return name.isEmpty() ? "" : name.substring(1).split("\\.")[0];
    }
}
