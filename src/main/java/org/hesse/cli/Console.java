package org.hesse.cli;

import java.io.PrintStream;
import org.hesse.io.Terminal;

/**
 * Where to print: in ASCII where the terminal knows no more.
 *
 * @param out for answers
 * @param err for complaints
 * @param ascii whether other characters have to be replaced
 */
record Console(PrintStream out, PrintStream err, boolean ascii) {
    void answer(String text) {
        out.println(encodable(text));
        out.flush();
    }

    void complain(String text) {
        err.println(encodable(text));
        err.flush();
    }

    private String encodable(String text) {
        return ascii ? Terminal.ascii(text) : text;
    }
}
