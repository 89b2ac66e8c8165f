/**
 * The command line: {@code java -jar hesse.jar minimize|classify|problems|methods|compare|plot|lecture}.
 *
 * <p>A {@link org.hesse.cli.Command} reads its arguments and returns a {@code Reply}: a page for people, a document for
 * {@code --json} and an exit code. It prints nothing itself. {@link org.hesse.cli.Main} prints the reply, or what was
 * wrong with the arguments.
 *
 * <p>May depend on every package but the class {@code Hesse}, and alone on picocli. Begin with {@code Main}, then
 * {@code MinimizeCommand}.
 */
package org.hesse.cli;
