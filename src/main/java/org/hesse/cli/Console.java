package org.hesse.cli;

import java.io.PrintStream;
import org.hesse.io.Terminal;

/**
 * Where to print: in ASCII where the terminal knows no more.
 *
 * @param out for answers
 * @param err for complaints
 * @param ascii whether other characters have to be replaced
 * @param terminal whether somebody is watching, so that a line may be drawn over
 */
record Console(PrintStream out, PrintStream err, boolean ascii, boolean terminal) {
    void answer(String text) {
        out.println(encodable(text));
        out.flush();
    }

    void complain(String text) {
        err.println(encodable(text));
        err.flush();
    }

    /** Draws over the line that was drawn last; an empty text leaves it blank. */
    void draw(String text) {
        err.print("\r" + encodable(text) + "\u001b[K");
        err.flush();
    }

    private String encodable(String text) {
        return ascii ? Terminal.ascii(text) : text;
    }
}
