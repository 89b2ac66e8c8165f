package org.hesse.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hesse.critical.CriticalPoint;
import org.hesse.io.CsvText;
import org.hesse.io.Numbers;
import org.hesse.linear.Vectors;
import org.hesse.objective.Objective;

/**
 * A function of any number of variables around a point: contours over a plane through it, and the function along lines
 * through it, with its Taylor model f(x₀) + t gᵀv + ½t²λ beside it. Immutable: each setter returns a changed copy.
 *
 * <p>The plane is spanned by the eigenvectors of the lowest and the highest eigenvalue of the Hessian, unless two other
 * directions are given. The lines run along the eigenvectors of up to two lowest and two highest eigenvalues.
 *
 * <p>Beside {@code NAME.html} stands {@code NAME-slices.csv} with the columns {@code direction, t, f, model}.
 */
public final class Landscape {
    private static final int POINTS = 81; // in each direction: f may be dear
    private static final int LINE_POINTS = 121;
    private static final int ENDS = 2;

    private final Objective f;
    private final CriticalPoint at;
    private final double radius;
    private final double[] u;
    private final double[] v;

    private Landscape(Objective f, CriticalPoint at, double radius, double[] u, double[] v) {
        this.f = f;
        this.at = at;
        this.radius = radius;
        this.u = u;
        this.v = v;
    }

    /**
     * Begins with a point.
     *
     * @param f the function
     * @param x the point, length n, finite
     * @return the landscape, max(1, ‖x‖∞/2) to each side
     * @throws IllegalArgumentException if x has the wrong length or is not finite, n is too large for a whole Hessian, or
     *     f, its gradient or its Hessian is not finite at x
     */
    public static Landscape of(Objective f, double... x) {
        CriticalPoint at = CriticalPoint.of(f, x);
        if (at.eigenvalues().length == 0) {
            throw new IllegalArgumentException("landscape: " + at.why() + ", expected a point where f is smooth");
        }
        double[][] vectors = at.spectrum().vectors();
        double[] last = vectors.length == 1 ? null : vectors[vectors.length - 1];
        return new Landscape(f, at, Math.max(1, Vectors.normInf(x) / 2), vectors[0], last);
    }

    /**
     * Sets how far to look.
     *
     * @param r in each direction to each side, greater than 0
     * @return a changed copy
     */
    public Landscape radius(double r) {
        if (!(r > 0 && r < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("landscape: radius = " + r + ", expected a finite number > 0");
        }
        return new Landscape(f, at, r, u, v);
    }

    /**
     * Sets the plane.
     *
     * @param first a direction, length n, not 0
     * @param second another, not parallel to it; made orthogonal to it
     * @return a changed copy
     * @throws IllegalArgumentException if they do not span a plane
     */
    public Landscape along(double[] first, double[] second) {
        Plane plane = Plane.spanned(at.x(), first, second);
        return new Landscape(f, at, radius, plane.u(), plane.v());
    }

    /** The directions of the lines: the ends of the spectrum. */
    private List<Integer> ends() {
        int n = at.eigenvalues().length;
        return IntStream.range(0, n)
                .filter(k -> k < ENDS || k >= n - ENDS)
                .boxed()
                .toList();
    }

    List<Slice> slices() {
        List<Slice> slices = new ArrayList<>();
        for (int k : ends()) {
            double lambda = at.eigenvalues()[k];
            Plane line = new Plane(at.x(), at.spectrum().vectors()[k], null);
            double slope = Vectors.dot(at.gradient(), line.u());
            double[] t = new double[LINE_POINTS];
            Arrays.setAll(t, i -> radius * (2.0 * i / (LINE_POINTS - 1) - 1));
            slices.add(new Slice(
                    "v" + (k + 1) + ", λ = " + Numbers.brief(lambda) + " ± " + Numbers.rounded(at.errorBar(k), 2),
                    t,
                    Arrays.stream(t).map(s -> line.value(f, s, 0)).toArray(),
                    Arrays.stream(t)
                            .map(s -> at.value() + s * slope + s * s * lambda / 2)
                            .toArray()));
        }
        return slices;
    }

    /**
     * The landscape as a page.
     *
     * @return HTML, complete in itself
     */
    public String html() {
        return html(slices());
    }

    private String html(List<Slice> slices) {
        StringBuilder more = new StringBuilder("<h2>Along eigenvectors</h2>\n<p class=\"sub\">");
        more.append("f(x₀ + t·v): <span class=\"key-true\">the function ──</span> and ");
        more.append("<span class=\"key-model\">its Taylor model of second order ╌╌</span></p>\n<div class=\"slices\">");
        slices.forEach(slice -> more.append("<figure>").append(slice.svg()).append("</figure>\n"));
        String lines = more.append("</div>").toString();
        String title = f.toString();
        String where = "Around x₀: " + new Mark(0, 0, at).where() + ". " + at;
        if (v == null) {
            return new PicturePage(title, where, null, lines).text();
        }
        double[] low = {-radius, -radius};
        double[] high = {radius, radius};
        Plane plane = new Plane(at.x(), u, v);
        Grid grid = Grid.of((s, t) -> plane.value(f, s, t), low, high, POINTS);
        Mark mark = new Mark(0, 0, at);
        Picture picture = new Picture(
                title,
                "s, along " + direction(u),
                "t, along " + direction(v),
                grid,
                List.of(),
                mark.isCritical() ? List.of(mark) : List.of());
        return new PicturePage(
                        title,
                        where + ". Contours of f(x₀ + s·u + t·v): the stronger the shade, the higher.",
                        picture,
                        lines)
                .text();
    }

    /** A direction by its greatest components. */
    private String direction(double[] d) {
        for (int k : ends()) {
            if (d == at.spectrum().vectors()[k]) {
                return "v" + (k + 1) + ", λ = " + Numbers.rounded(at.eigenvalues()[k], 4);
            }
        }
        return IntStream.range(0, d.length)
                .boxed()
                .sorted((i, j) -> Double.compare(Math.abs(d[j]), Math.abs(d[i])))
                .limit(3)
                .map(i -> Numbers.rounded(d[i], 3) + " " + f.layout().name(i))
                .collect(Collectors.joining(", ", "", d.length > 3 ? ", ..." : ""));
    }

    private static String csv(List<Slice> slices) {
        CsvText csv = new CsvText(List.of("direction", "t", "f", "model"));
        for (Slice s : slices) {
            for (int i = 0; i < s.t().length; i++) {
                csv.row(s.name(), s.t()[i], s.f()[i], s.model()[i]);
            }
        }
        return csv.toString();
    }

    /**
     * Writes the page and, beside it, the lines as CSV.
     *
     * @param file the page, such as {@code landscape.html}; replaced if it exists
     * @return the page
     * @throws java.io.UncheckedIOException if a file cannot be written
     */
    public Path write(Path file) {
        List<Slice> slices = slices();
        return PictureFile.write(file, html(slices), "slices", csv(slices));
    }

    /**
     * Writes the same to a new file in the working directory: {@code landscape-1.html}, or with the next free number.
     *
     * @return the page
     * @throws java.io.UncheckedIOException if a file cannot be written
     */
    public Path write() {
        List<Slice> slices = slices();
        String html = html(slices);
        return PictureFile.write(PictureFile.fresh("landscape"), html, "slices", csv(slices));
    }
}
