package org.hesse.autodiff.text;

/**
 * What is known of a node.
 *
 * @param fixed whether it does not depend on x
 * @param whole whether it is a sum of indices with whole coefficients: positive if so, and then its depth as a tree
 * @param condition whether it is a condition, not a number
 * @param scope the innermost block that it stands in
 * @param position where it was read, from 1
 */
record Fact(boolean fixed, int whole, boolean condition, ProgramBuilder.Scope scope, int position) {
    boolean isWhole() {
        return whole > 0;
    }
}
