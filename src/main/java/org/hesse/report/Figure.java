package org.hesse.report;

/** A picture that can stand on a page. */
public interface Figure {
    /**
     * What it shows.
     *
     * @return a line, which also stands for it where it cannot be seen
     */
    String title();

    /**
     * Draws.
     *
     * @return an SVG document, complete in itself, that follows dark mode
     */
    String svg();
}
