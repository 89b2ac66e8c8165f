/**
 * Our methods beside those of other libraries, all counted by one {@link org.hesse.compare.Referee}. Begin with {@code
 * Main}; a library more is a {@code Solver} more in {@code Peers}.
 */
package org.hesse.benchmarks.peers;
