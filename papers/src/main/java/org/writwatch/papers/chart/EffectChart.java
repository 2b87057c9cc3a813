package org.writwatch.papers.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Pictures of estimates: an event study, effects by group and time, weights, placebos. Plain SVG, for a page, for print and for a file of
 * its own; the same input gives the same bytes.
 */
public final class EffectChart {
    private static final double WIDTH = 480;
    private static final double LEFT = 58;
    private static final double RIGHT = 470;
    private static final int MOST_BARS = 30;
    private static final int BINS = 24;

    private EffectChart() {}

    /**
     * One estimate with its two ranges; a range that is not there has NaN at both ends.
     *
     * @param x position
     * @param label printed under it
     * @param value estimate
     * @param lower of the wide range, drawn thin: a simultaneous band
     * @param upper of the wide range
     * @param innerLower of the narrow range, drawn thick: an interval by itself
     * @param innerUpper of the narrow range
     */
    public record Point(
            double x, String label, double value, double lower, double upper, double innerLower, double innerUpper) {
        DoubleStream ends() {
            return DoubleStream.of(value, lower, upper, innerLower, innerUpper).filter(Double::isFinite);
        }
    }

    /**
     * Words of a picture.
     *
     * @param id unique in the page
     * @param title names the picture
     * @param description says what it shows, for those who cannot see it
     * @param across label of the horizontal axis
     * @param up label of the vertical axis
     */
    public record Words(String id, String title, String description, String across, String up) {}

    /** Several estimates over one axis, with a line at zero and one at {@code start} (NaN for none). */
    public static String series(Words w, List<Point> points, double start) {
        double height = 300;
        Svg svg = new Svg(w.id(), WIDTH, height, w.title(), w.description());
        svg.text(Ink.STRONG, 8, 16, Svg.Anchor.START, w.title());
        svg.text(Ink.QUIET, 8, 34, Svg.Anchor.START, w.up());
        panel(svg, points, range(points), start, 44, height - 44);
        svg.text(Ink.QUIET, (LEFT + RIGHT) / 2, height - 8, Svg.Anchor.MIDDLE, w.across());
        return svg.end();
    }

    /** One panel per group under each other, all on one scale. */
    public static String panels(Words w, List<String> names, List<List<Point>> groups, double[] starts) {
        double each = 120;
        double height = 60 + each * groups.size();
        double[] range = range(groups.stream().flatMap(List::stream).toList());
        Svg svg = new Svg(w.id(), WIDTH, height, w.title(), w.description());
        svg.text(Ink.STRONG, 8, 16, Svg.Anchor.START, w.title());
        svg.text(Ink.QUIET, 8, 34, Svg.Anchor.START, w.up());
        for (int g = 0; g < groups.size(); g++) {
            double top = 44 + each * g;
            svg.text(Ink.TEXT, LEFT + 4, top + 12, Svg.Anchor.START, names.get(g));
            panel(svg, groups.get(g), range, starts[g], top + 16, top + each - 22);
        }
        svg.text(Ink.QUIET, (LEFT + RIGHT) / 2, height - 6, Svg.Anchor.MIDDLE, w.across());
        return svg.end();
    }

    private static double[] range(List<Point> points) {
        double low =
                Math.min(0, points.stream().flatMapToDouble(Point::ends).min().orElse(0));
        double high =
                Math.max(0, points.stream().flatMapToDouble(Point::ends).max().orElse(0));
        if (low == high) {
            high = low + 1;
        }
        double room = 0.06 * (high - low);
        return new double[] {low - room, high + room};
    }

    private static void panel(Svg svg, List<Point> points, double[] range, double start, double top, double ground) {
        Scale y = new Scale(range[0], range[1], ground, top);
        double first = points.stream().mapToDouble(Point::x).min().orElse(0);
        double last = points.stream().mapToDouble(Point::x).max().orElse(1);
        double margin = Math.max((last - first) * 0.04, 0.5);
        Scale x = new Scale(first - margin, last + margin, LEFT, RIGHT);
        grid(svg, y, range);
        svg.line(Ink.AXIS, LEFT, y.at(0), RIGHT, y.at(0));
        if (start >= first - margin && start <= last + margin) {
            svg.line(Ink.MARK, x.at(start), top, x.at(start), ground);
        }
        int every = Math.max(1, (int) Math.ceil(points.size() / 14.0));
        for (int i = 0; i < points.size(); i++) {
            Point p = points.get(i);
            double at = x.at(p.x());
            if (p.lower() < p.upper()) {
                svg.line(Ink.OTHER, at, y.at(p.lower()), at, y.at(p.upper()));
                svg.line(Ink.OTHER, at - 3, y.at(p.lower()), at + 3, y.at(p.lower()));
                svg.line(Ink.OTHER, at - 3, y.at(p.upper()), at + 3, y.at(p.upper()));
            }
            if (p.innerLower() < p.innerUpper()) {
                svg.line(Ink.MAIN, at, y.at(p.innerLower()), at, y.at(p.innerUpper()));
            }
            boolean ranged = p.lower() < p.upper() || p.innerLower() < p.innerUpper();
            svg.circle(ranged ? Ink.MAIN_DOT : Ink.MAIN_RING, at, y.at(p.value()), 3);
            if (i % every == 0) {
                svg.text(Ink.QUIET, at, ground + 14, Svg.Anchor.MIDDLE, p.label());
            }
        }
    }

    private static void grid(Svg svg, Scale y, double[] range) {
        double step = Scale.step(range[1] - range[0], 5);
        int decimals = Scale.decimals(step);
        for (double v = Math.ceil(range[0] / step) * step; v <= range[1]; v += step) {
            double rounded = Math.rint(v / step) * step;
            svg.line(Ink.GRID, LEFT, y.at(rounded), RIGHT, y.at(rounded));
            String label = String.format(Locale.ROOT, "%." + Math.min(9, decimals) + "f", rounded + 0.0);
            svg.text(Ink.QUIET, LEFT - 5, y.at(rounded) + 4, Svg.Anchor.END, label);
        }
    }

    /** The largest values as bars under each other, at most thirty. */
    public static String bars(Words w, List<String> names, double[] values) {
        int[] order = java.util.stream.IntStream.range(0, values.length)
                .filter(i -> values[i] != 0)
                .boxed()
                .sorted(java.util.Comparator.comparingDouble(i -> -Math.abs(values[i])))
                .limit(MOST_BARS)
                .mapToInt(Integer::intValue)
                .toArray();
        double from = 150;
        double height = 52 + 18 * order.length;
        Svg svg = new Svg(w.id(), WIDTH, height, w.title(), w.description());
        svg.text(Ink.STRONG, 8, 16, Svg.Anchor.START, w.title());
        svg.text(Ink.QUIET, 8, 34, Svg.Anchor.START, w.up());
        double most = order.length == 0 ? 1 : Math.abs(values[order[0]]);
        double least = Math.min(
                0, Arrays.stream(order).mapToDouble(i -> values[i]).min().orElse(0));
        Scale x = new Scale(least, Math.max(most, 1e-12), from, RIGHT - 50);
        for (int k = 0; k < order.length; k++) {
            double v = values[order[k]];
            double top = 42 + 18 * k;
            svg.text(Ink.TEXT, from - 6, top + 11, Svg.Anchor.END, shortened(names.get(order[k])));
            svg.rect(Ink.BAR, Math.min(x.at(0), x.at(v)), top, Math.abs(x.at(v) - x.at(0)), 13);
            svg.text(
                    Ink.QUIET,
                    Math.max(x.at(0), x.at(v)) + 5,
                    top + 11,
                    Svg.Anchor.START,
                    String.format(Locale.ROOT, "%.3f", v));
        }
        return svg.end();
    }

    private static String shortened(String name) {
        return name.length() <= 22 ? name : name.substring(0, 21) + "…";
    }

    /** How often placebos fall where, and where the effect itself falls. */
    public static String placebos(Words w, double effect, double[] placebos) {
        double low = Math.min(effect, Arrays.stream(placebos).min().orElse(0));
        double high = Math.max(effect, Arrays.stream(placebos).max().orElse(0));
        if (low == high) {
            high = low + 1;
        }
        int[] count = new int[BINS];
        for (double p : placebos) {
            count[Math.min(BINS - 1, (int) ((p - low) / (high - low) * BINS))]++;
        }
        double height = 240;
        double ground = height - 50;
        Svg svg = new Svg(w.id(), WIDTH, height, w.title(), w.description());
        svg.text(Ink.STRONG, 8, 16, Svg.Anchor.START, w.title());
        svg.text(Ink.QUIET, 8, 34, Svg.Anchor.START, w.up());
        double room = 0.04 * (high - low);
        Scale x = new Scale(low - room, high + room, LEFT, RIGHT);
        int most = Math.max(1, Arrays.stream(count).max().orElse(1));
        Scale y = new Scale(0, most, ground, 48);
        double step = Math.max(1, Scale.step(most, 5));
        for (double v = 0; v <= most; v += step) {
            svg.line(Ink.GRID, LEFT, y.at(v), RIGHT, y.at(v));
            svg.text(Ink.QUIET, LEFT - 5, y.at(v) + 4, Svg.Anchor.END, Long.toString(Math.round(v)));
        }
        double wide = (x.at(high) - x.at(low)) / BINS;
        for (int b = 0; b < BINS; b++) {
            if (count[b] > 0) {
                svg.rect(Ink.BAR_BEFORE, x.at(low) + b * wide + 0.5, y.at(count[b]), wide - 1, ground - y.at(count[b]));
            }
        }
        svg.line(Ink.MARK, x.at(effect), 44, x.at(effect), ground);
        double tick = Scale.step(high - low, 6);
        int decimals = Math.min(9, Scale.decimals(tick));
        for (double v = Math.ceil(low / tick) * tick; v <= high; v += tick) {
            double rounded = Math.rint(v / tick) * tick;
            String label = String.format(Locale.ROOT, "%." + decimals + "f", rounded + 0.0);
            svg.text(Ink.QUIET, x.at(rounded), ground + 14, Svg.Anchor.MIDDLE, label);
        }
        svg.text(Ink.QUIET, (LEFT + RIGHT) / 2, height - 10, Svg.Anchor.MIDDLE, w.across());
        return svg.end();
    }
}
