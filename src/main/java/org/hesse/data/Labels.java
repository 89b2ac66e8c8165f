package org.hesse.data;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** The classes that labels stand for. */
final class Labels {
    private Labels() {}

    /** The different labels: integers in ascending order, others in alphabetical order. */
    static List<String> distinct(List<String> labels) {
        if (labels.stream().allMatch(label -> label.matches("[+-]?\\d{1,9}"))) {
            // numbers sorted as such; "01" and "1" remain different texts of equal rank, in the order of the texts
            return labels.stream()
                    .distinct()
                    .sorted(Comparator.comparingInt((String s) -> Integer.parseInt(s))
                            .thenComparing(s -> s))
                    .toList();
        }
        return List.copyOf(new TreeSet<>(labels));
    }
}
