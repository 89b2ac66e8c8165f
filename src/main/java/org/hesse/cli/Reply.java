package org.hesse.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a command answers.
 *
 * @param page for people
 * @param document for {@code --json}, in the order of its entries
 * @param exit the exit code
 * @param complaint why the exit code is not 0; empty if it is
 */
record Reply(String page, Map<String, Object> document, int exit, String complaint) {
    Reply(String page, Map<String, Object> document) {
        this(page, document, Main.DONE, "");
    }

    /** The same answer with another exit code. */
    Reply failed(int code, String why) {
        return new Reply(page, document, code, why);
    }

    /** A document to be filled, which begins with the number of its schema. */
    static Map<String, Object> newDocument() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", 1);
        return document;
    }
}
