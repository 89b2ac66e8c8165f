package org.hesse.lecture;

import java.util.List;
import org.hesse.io.Build;
import org.hesse.report.Sheet;

/** The claims, run from their scripts. */
public final class Lecture {
    /** In a quick run a script does less, so that it takes seconds: this property is true. */
    public static final String QUICK = "hesse.quick";

    /** What to say where the scripts cannot run. */
    public static final String WITHOUT_JSHELL = "lecture: this Java has no jshell (" + System.getProperty("java.home")
            + "): expected a JDK, or a runtime with the module jdk.jshell";

    private static final List<String> NAMES = List.of(
            "01-zigzag",
            "02-saddle-stalling",
            "03-random-saddles",
            "04-gradient-noise",
            "05-momentum-forms",
            "06-nesterov",
            "07-adagrad",
            "08-bias-correction",
            "09-schedules",
            "10-newton",
            "11-cost-growth",
            "12-eigenvalue-signs",
            "13-lbfgs-minibatch",
            "14-adam-default");

    private Lecture() {}

    /**
     * The scripts.
     *
     * @return their names, in the order of the lecture
     */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * Whether this Java has what it takes.
     *
     * @return whether the module jdk.jshell is there
     */
    public static boolean isPossible() {
        return ModuleLayer.boot().findModule("jdk.jshell").isPresent();
    }

    /**
     * Whether this run is quick.
     *
     * @return the property {@value #QUICK}
     */
    public static boolean isQuick() {
        return Boolean.getBoolean(QUICK);
    }

    /**
     * The source of a script.
     *
     * @param name of {@link #names()}
     * @return jshell
     */
    public static String source(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("lecture: " + name + ", expected one of " + String.join(", ", NAMES));
        }
        return Script.resource(name + ".jsh");
    }

    /**
     * Puts a claim to the test. Only one at a time: whether it is quick is a property of the process.
     *
     * @param name of {@link #names()}
     * @param quick whether to do less, in seconds
     * @return what came of it
     * @throws IllegalStateException if this Java has no jshell, or the script fails; the message names the snippet
     */
    public static Claim run(String name, boolean quick) {
        if (!isPossible()) {
            throw new IllegalStateException(WITHOUT_JSHELL);
        }
        String text = source(name);
        String before = System.setProperty(QUICK, Boolean.toString(quick));
        try {
            return Script.run(name, Script.resource("hesse.jsh"), text);
        } finally {
            if (before == null) {
                System.clearProperty(QUICK);
            } else {
                System.setProperty(QUICK, before);
            }
        }
    }

    /**
     * One report of claims: a table of them all with links, then each with its script.
     *
     * @param claims what came of them
     * @param quick whether the runs were quick, which the report then says
     * @return the report, to be written
     */
    public static Sheet report(List<Claim> claims, boolean quick) {
        Sheet sheet = new Sheet("The lecture, put to the test");
        sheet.text("What a lecture on optimization claims, measured. Each verdict is made by the program from measured "
                + "numbers and stated thresholds, in the table that ends the section; each section is one short script, "
                + "which runs by itself in jshell. Seeds are fixed: but for the times of the section on cost, a second "
                + "run gives the same numbers. Hesse " + Build.version() + ".");
        if (quick) {
            sheet.text(
                    "This was a quick run: small sizes, few passes, seeds and rates. It shows that everything works; the "
                            + "verdicts are those of a run without --quick.");
        }
        sheet.table(
                List.of("Claim", "Verdict", "What came out"),
                claims.stream()
                        .map(c -> List.of(c.heading(), c.verdict().toString(), c.finding()))
                        .toList(),
                claims.stream().map(Claim::name).toList());
        for (Claim claim : claims) {
            sheet.section(claim.name(), claim.heading());
            claim.describe(sheet);
            sheet.source("scripts/" + claim.name() + ".jsh", source(claim.name()));
        }
        return sheet;
    }
}
