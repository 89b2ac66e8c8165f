/**
 * Reports: one HTML file that needs no network, Markdown with the same numbers, CSV with all of them, charts as SVG.
 *
 * <p>Begin with {@link org.hesse.report.Report}, then {@link org.hesse.report.Answer} (the sentences at its head) and
 * {@link org.hesse.report.Panel} (a chart).
 *
 * <p>Charts are SVG drawn here, not by a library in the page: they are there without JavaScript, sharp in print, follow
 * dark mode by the same CSS variables as the text, and are the very files that a paper can include. What there is to
 * switch (axis, methods shown) CSS switches.
 *
 * <p>Pictures of functions: {@link org.hesse.report.Plot} in two variables, {@link org.hesse.report.Landscape} around a
 * point in any number. They move by a little script of their own; without it all is there but stands still. {@code
 * Contour} has the marching squares.
 *
 * <p>May depend on {@code compare} and what it depends on.
 */
package org.hesse.report;
