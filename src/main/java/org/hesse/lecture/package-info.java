/**
 * The claims of a lecture on optimization, put to the test: {@code analysis/lecture/*.jsh}, one script for each.
 *
 * <p>A script measures, and tells a {@link org.hesse.lecture.Claim} what came out: tables, pictures, and checks, each a
 * measured number with the range that the claim expects it in. The verdict follows from the checks alone. A {@link
 * org.hesse.lecture.Lecture} runs the scripts in a jshell within this process and makes one report of them.
 *
 * <p>May depend on {@code report} and what it depends on, and alone on jdk.jshell, which need not be there. Begin with
 * {@code Claim}.
 */
package org.hesse.lecture;
