package org.hesse.report;

/** Ways of runs in a picture. Each polyline carries the steps of its points, by which the page's script cuts it short. */
final class TrailDrawing {
    private static final double SEEN = 0.4; // a move in pixels that can be seen
    private static final double MARKER_DISTANCE = 13;

    private TrailDrawing() {}

    static void way(Svg svg, Picture picture, int k) {
        Trail trail = picture.trails().get(k);
        svg.line(
                "<g class=\"trail %s\" data-run=\"%d\"><title>%s</title>",
                Picture.style(k).classes(), k, Html.escaped(trail.label() + ": " + trail.end()));
        svg.line("<polyline class=\"casing\" %s/>", points(picture, trail, SEEN));
        svg.line("<polyline class=\"line\" %s/>", points(picture, trail, SEEN));
        svg.line(
                "<polyline class=\"dots\" marker-start=\"url(#m%d)\" marker-mid=\"url(#m%d)\" marker-end=\"url(#m%d)\" %s/>",
                k, k, k, points(picture, trail, MARKER_DISTANCE));
        svg.line("</g>");
    }

    /** Where runs start, where they end, and their names. */
    static void ends(Svg svg, Picture picture, LabelPlaces places) {
        picture.marks().forEach(m -> places.keepOff(picture.px(m.x()), picture.py(m.y()), 8));
        for (Trail trail : picture.trails()) {
            int last = trail.x().length - 1;
            places.keepOff(picture.px(trail.x()[0]), picture.py(trail.y()[0]), 12);
            places.keepOff(picture.px(trail.x()[last]), picture.py(trail.y()[last]), 9);
            for (int i = 0; i < last; i += 1 + last / 200) {
                places.keepOff(picture.px(trail.x()[i]), picture.py(trail.y()[i]), 3);
            }
        }
        for (Trail trail : picture.trails()) {
            svg.line(
                    "<g class=\"start\" transform=\"%s\"><title>start</title><circle r=\"7\"/><circle r=\"2\"/></g>",
                    Picture.at(picture.px(trail.x()[0]), picture.py(trail.y()[0])));
        }
        for (int k = 0; k < picture.trails().size(); k++) {
            end(svg, picture, places, k);
        }
    }

    private static void end(Svg svg, Picture picture, LabelPlaces places, int k) {
        Trail trail = picture.trails().get(k);
        int last = trail.x().length - 1;
        while (last > 0 && !picture.isVisible(trail.x()[last], trail.y()[last])) {
            last--; // a run that left the picture is named where it was last seen
        }
        double x = picture.px(trail.x()[last]);
        double y = picture.py(trail.y()[last]);
        LabelPlaces.Place place = places.place(trail.label(), x, y);
        svg.line("<g class=\"end %s\" data-run=\"%d\">", Picture.style(k).classes(), k);
        svg.line("<path class=\"leader\" d=\"M%.1f %.1fL%.1f %.1f\"/>", x, y, place.x(), place.y());
        svg.line(
                "<g class=\"head\" transform=\"%s\"><path class=\"dot\" transform=\"scale(2.3)\" d=\"%s\"/></g>",
                Picture.at(x, y), Picture.style(k).marker(0, 0));
        svg.line(
                "<text class=\"label\" text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text></g>",
                place.anchor(), place.x(), place.y() + 4.5, Html.escaped(trail.label()));
    }

    /** The points, without those that would stand closer than so many pixels to the one before; the ends always. */
    private static String points(Picture picture, Trail trail, double distance) {
        StringBuilder points = new StringBuilder();
        StringBuilder steps = new StringBuilder();
        double beforeX = Double.NaN;
        double beforeY = Double.NaN;
        int last = trail.x().length - 1;
        for (int i = 0; i <= last; i++) {
            double x = picture.px(trail.x()[i]);
            double y = picture.py(trail.y()[i]);
            if (i == 0 || i == last || Math.hypot(x - beforeX, y - beforeY) >= distance) {
                points.append(i == 0 ? "" : " ")
                        .append(Svg.number(x))
                        .append(',')
                        .append(Svg.number(y));
                steps.append(i == 0 ? "" : " ").append(trail.steps()[i]);
                beforeX = x;
                beforeY = y;
            }
        }
        return "points=\"" + points + "\" data-steps=\"" + steps + "\"";
    }
}
