package org.hesse.io;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Messages about names that nobody knows, with the nearest ones that exist. */
public final class Names {
    private static final int SHOWN = 3;
    private static final int LISTED = 60; // what fits on a page

    private Names() {}

    /**
     * The names nearest to a wrong one, by edit distance without regard to case; a name that the wrong one begins (or
     * the other way round) counts as near, and a name that is clearly farther than the nearest one does not.
     *
     * @param wrong what was written
     * @param names what exists
     * @return at most three names, nearest first; empty if none is near
     */
    public static List<String> nearest(String wrong, Collection<String> names) {
        int least = names.stream().mapToInt(name -> distance(wrong, name)).min().orElse(0);
        return names.stream()
                .filter(name -> distance(wrong, name) <= Math.min(least + 1, Math.max(1, wrong.length() / 2)))
                .sorted(Comparator.comparingInt((String name) -> distance(wrong, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SHOWN)
                .toList();
    }

    /**
     * The exception for an unknown name.
     *
     * @param what what is named, such as {@code problem}
     * @param wrong what was written
     * @param names what exists
     * @return an exception whose message gives the nearest names, or all of them if none is near
     */
    public static IllegalArgumentException unknown(String what, String wrong, Collection<String> names) {
        return new IllegalArgumentException("unknown " + what + " '" + wrong + "': " + expected(wrong, names));
    }

    /**
     * What to write instead of an unknown name.
     *
     * @param wrong what was written
     * @param names what exists
     * @return {@code did you mean a, b?} or {@code expected one of a, b, …}, not all where they are very many
     */
    public static String expected(String wrong, Collection<String> names) {
        List<String> near = nearest(wrong, names);
        if (!near.isEmpty()) {
            return "did you mean " + String.join(", ", near) + "?";
        }
        return names.size() <= LISTED
                ? "expected one of " + String.join(", ", names)
                : "expected one of " + names.size() + " names, from "
                        + String.join(", ", names.stream().limit(SHOWN).toList()) + " on";
    }

    /**
     * The number of insertions, deletions, substitutions and swaps of neighbours that turn one word into the other
     * (optimal string alignment; Damerau 1964), at most 1 if one word begins the other.
     */
    static int distance(String first, String second) {
        String a = first.toLowerCase(Locale.ROOT);
        String b = second.toLowerCase(Locale.ROOT);
        if (!a.isEmpty() && !b.isEmpty() && (a.startsWith(b) || b.startsWith(a))) {
            return a.equals(b) ? 0 : 1;
        }
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
