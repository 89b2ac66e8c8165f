package org.hesse.compare;

import org.hesse.io.Build;

/**
 * What the runs ran on.
 *
 * @param hesse the version of this library
 * @param java vendor and version of the JVM
 * @param system operating system and architecture
 * @param processors how many processors the JVM may use
 */
public record Machine(String hesse, String java, String system, int processors) {
    /**
     * This one.
     *
     * @return what this JVM says of itself
     */
    public static Machine here() {
        return new Machine(
                Build.version(),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors());
    }

    /**
     * This machine and then another.
     *
     * @param other where the runs went on
     * @return both in one, for the report
     */
    Machine then(Machine other) {
        return new Machine(
                hesse,
                java.equals(other.java) ? java : java + " and then " + other.java,
                system.equals(other.system) ? system : system + " and then " + other.system,
                other.processors);
    }
}
