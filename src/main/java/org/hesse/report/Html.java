package org.hesse.report;

/** Text in HTML. */
final class Html {
    private Html() {}

    /** The text with nothing left that could be markup, also within quotes. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** The same, that is broken into lines at spaces outside brackets alone, not at the minus of an exponent. */
    static String cell(String text) {
        return escaped(text).replaceAll("\\[[^\\]]*]|\\S*\\de-\\d+", "<span class=\"nb\">$0</span>");
    }

    /** The same for the settings of a method, that is broken after its commas. */
    static String settings(String text) {
        return escaped(text).replace(",", ",<wbr>");
    }

    /** The same, with {@code **names**} strong. */
    static String emphasised(String text) {
        return escaped(text).replaceAll("\\*\\*(.+?)\\*\\*", "<strong>$1</strong>");
    }
}
