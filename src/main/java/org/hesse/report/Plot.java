package org.hesse.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hesse.census.Census;
import org.hesse.critical.CriticalPoint;
import org.hesse.io.CsvText;
import org.hesse.objective.Box;
import org.hesse.objective.Objective;
import org.hesse.problem.catalog.TestProblem;
import org.hesse.run.Result;

/**
 * A picture of a function of two variables: contours over a box, the ways of runs, critical points. Immutable: each
 * setter returns a changed copy.
 *
 * <pre>{@code Plot.of(f, box).runs(r1, r2).write(Path.of("plot.html"));}</pre>
 *
 * <p>A function of one vector, such as a black box, takes the names of the box, in its order.
 *
 * <p>Where f is not finite the picture has a hatched hole. Where a run ended at a critical point, that is marked.
 *
 * <p>Beside {@code NAME.html} stands {@code NAME-paths.csv} with the columns {@code run, step, x, y, f}: the run's label,
 * steps that led to the point, the first and the second variable, the value.
 */
public final class Plot implements Figure {
    private static final int POINTS = 201; // in each direction: three pixels apart
    private static final double SAME = 1e-4; // of the box: nearer than this, two critical points are one

    private final String title;
    private final Objective f;
    private final Box box;
    private final List<Trail> trails;
    private final List<Mark> marks;

    private Plot(String title, Objective f, Box box, List<Trail> trails, List<Mark> marks) {
        this.title = title;
        this.f = f;
        this.box = box;
        this.trails = trails;
        this.marks = marks;
    }

    /**
     * Begins with the function.
     *
     * @param f a function of two variables
     * @param box what to show of it
     * @return the picture, no runs in it
     * @throws IllegalArgumentException if f or the box do not have two variables, or not the same
     */
    public static Plot of(Objective f, Box box) {
        if (f.dimension() != 2) {
            throw new IllegalArgumentException("plot: the function has " + f.dimension()
                    + " variables, expected 2; landscape(f, point) shows slices of any other");
        }
        if (box.lower().length != 2) {
            throw new IllegalArgumentException("plot: the box has " + box.lower().length + " variables, expected 2: "
                    + f.layout().shown());
        }
        return new Plot(f.toString(), f, ordered(f, box), List.of(), List.of());
    }

    /**
     * Begins with a test problem, whose known critical points are marked.
     *
     * @param problem a problem in two variables
     * @param box what to show of it
     * @return the picture, no runs in it
     * @throws IllegalArgumentException as for {@link #of(Objective, Box)}
     */
    public static Plot of(TestProblem problem, Box box) {
        CriticalPoint[] known = problem.points().stream()
                .map(p -> CriticalPoint.of(problem.objective(), p.x()))
                .toArray(CriticalPoint[]::new);
        return of(problem.objective(), box).title(problem.name()).points(known);
    }

    /** The box in the order of the function's variables; a picture of a line or a point would show nothing. */
    private static Box ordered(Objective f, Box box) {
        boolean unnamed = f.layout().blocks().size() == 1; // a vector: its components take the names of the box
        Box own = unnamed && !box.names().contains(f.layout().name(0)) ? box : box.in(f.layout());
        for (int i = 0; i < 2; i++) {
            double width = own.upper()[i] - own.lower()[i];
            double rounding = Math.ulp(Math.max(Math.abs(own.lower()[i]), Math.abs(own.upper()[i])));
            if (!(width > 1e6 * rounding && width < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("plot: box " + box + " is " + width + " wide along "
                        + own.names().get(i) + ", expected a finite width, far above rounding");
            }
        }
        return own;
    }

    /**
     * Sets the title.
     *
     * @param text by default the function
     * @return a changed copy
     */
    public Plot title(String text) {
        return new Plot(text, f, box, trails, marks);
    }

    /**
     * Adds runs, named by their methods.
     *
     * @param results of minimisations in two variables
     * @return a changed copy
     * @throws IllegalArgumentException if a trace has no finite point in two variables
     */
    public Plot runs(Result... results) {
        return with(Trail.of(results), results);
    }

    /**
     * Adds a run.
     *
     * @param label its name
     * @param result of a minimisation in two variables
     * @return a changed copy
     * @throws IllegalArgumentException if its trace has no finite point in two variables
     */
    public Plot run(String label, Result result) {
        return with(List.of(Trail.of(label, result)), result);
    }

    private Plot with(List<Trail> more, Result... results) {
        List<Trail> all = new ArrayList<>(trails);
        all.addAll(more);
        CriticalPoint[] ends =
                Arrays.stream(results).flatMap(r -> r.verdict().stream()).toArray(CriticalPoint[]::new);
        return new Plot(title, f, box, List.copyOf(all), marks).points(ends);
    }

    /**
     * Marks critical points; what is not critical, or marked already, is passed over.
     *
     * @param points verdicts in two variables
     * @return a changed copy
     */
    public Plot points(CriticalPoint... points) {
        List<Mark> all = new ArrayList<>(marks);
        for (CriticalPoint p : points) {
            Mark mark = new Mark(p.x()[0], p.x()[1], p);
            if (mark.isCritical() && all.stream().noneMatch(m -> isSame(m, mark))) {
                all.add(mark);
            }
        }
        return new Plot(title, f, box, trails, List.copyOf(all));
    }

    /**
     * Marks the points of a census.
     *
     * @param census of this function
     * @return a changed copy
     * @throws IllegalArgumentException if it is of another function
     */
    public Plot census(Census census) {
        if (!census.function().equals(f.toString())) {
            throw new IllegalArgumentException("plot: a census of " + census.function() + ", expected one of " + f);
        }
        return points(
                census.points().stream().map(p -> CriticalPoint.of(f, p.x())).toArray(CriticalPoint[]::new));
    }

    private boolean isSame(Mark a, Mark b) {
        return Math.abs(a.x() - b.x()) < SAME * (box.upper()[0] - box.lower()[0])
                && Math.abs(a.y() - b.y()) < SAME * (box.upper()[1] - box.lower()[1]);
    }

    Picture picture() {
        double[] x = new double[2];
        Grid grid = Grid.of(
                (first, second) -> {
                    x[0] = first;
                    x[1] = second;
                    return f.value(x);
                },
                box.lower(),
                box.upper(),
                POINTS);
        return new Picture(title, box.names().get(0), box.names().get(1), grid, trails, marks);
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String svg() {
        return picture().file();
    }

    /**
     * The picture as a page.
     *
     * @return HTML, complete in itself
     */
    public String html() {
        String names = box.names().get(0) + ", " + box.names().get(1);
        return new PicturePage(
                        title, "Contours of f(" + names + "): the stronger the shade, the higher.", picture(), "")
                .text();
    }

    /**
     * The ways of the runs as numbers.
     *
     * @return CSV, one row for each point
     */
    public String csv() {
        CsvText csv = new CsvText(List.of("run", "step", "x", "y", "f"));
        for (Trail t : trails) {
            for (int i = 0; i < t.x().length; i++) {
                csv.row(t.label(), t.steps()[i], t.x()[i], t.y()[i], t.f()[i]);
            }
        }
        return csv.toString();
    }

    /**
     * Writes the page and, beside it, the ways of the runs as CSV.
     *
     * @param file the page, such as {@code plot.html}; replaced if it exists
     * @return the page
     * @throws java.io.UncheckedIOException if a file cannot be written
     */
    public Path write(Path file) {
        return PictureFile.write(file, html(), "paths", csv());
    }

    /**
     * Writes the same to a new file in the working directory: {@code plot-1.html}, or with the next free number.
     *
     * @return the page
     * @throws java.io.UncheckedIOException if a file cannot be written
     */
    public Path write() {
        String html = html();
        return PictureFile.write(PictureFile.fresh("plot"), html, "paths", csv());
    }
}
