package org.writwatch.papers.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Builds one SVG picture; text is escaped, numbers are rounded to a hundredth of a user unit. Not thread-safe. */
final class Svg {
    private final StringBuilder out = new StringBuilder(4096);

    /**
     * @param id unique in the page; its title and description are found under it
     * @param width user units
     * @param height user units
     */
    Svg(String id, double width, double height, String title, String description) {
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\" aria-labelledby=\"")
                .append(id)
                .append("-t ")
                .append(id)
                .append("-d\" viewBox=\"0 0 ")
                .append(number(width))
                .append(' ')
                .append(number(height))
                .append("\" font-size=\"12\"><title id=\"")
                .append(id)
                .append("-t\">");
        escape(title);
        out.append("</title><desc id=\"").append(id).append("-d\">");
        escape(description);
        out.append("</desc>");
    }

    /** A line with a class that the page may recolour. */
    void line(Ink ink, double x1, double y1, double x2, double y2) {
        open("line", ink).at("x1", x1).at("y1", y1).at("x2", x2).at("y2", y2).close();
    }

    void rect(Ink ink, double x, double y, double width, double height) {
        open("rect", ink)
                .at("x", x)
                .at("y", y)
                .at("width", width)
                .at("height", height)
                .close();
    }

    void circle(Ink ink, double x, double y, double radius) {
        open("circle", ink).at("cx", x).at("cy", y).at("r", radius).close();
    }

    /** A path of straight pieces: "M" begins one, "L" goes on. */
    void path(Ink ink, String pieces) {
        open("path", ink);
        out.append(" d=\"").append(pieces).append('"');
        close();
    }

    void text(Ink ink, double x, double y, Anchor anchor, String words) {
        open("text", ink).at("x", x).at("y", y);
        if (anchor != Anchor.START) {
            out.append(" text-anchor=\"")
                    .append(anchor == Anchor.END ? "end" : "middle")
                    .append('"');
        }
        out.append('>');
        escape(words);
        out.append("</text>");
    }

    /** A name that stays English in every language, and what follows it in the language of the picture. */
    void named(Ink ink, double x, double y, String name, String rest) {
        open("text", ink).at("x", x).at("y", y);
        out.append("><tspan lang=\"en\">");
        escape(name);
        out.append("</tspan>");
        escape(rest);
        out.append("</text>");
    }

    /** Diagonal lines inside a rectangle, {@code step} apart; {@code up} leans them the other way. */
    void hatch(Ink ink, double x, double y, double width, double height, double step, boolean up) {
        StringBuilder pieces = new StringBuilder();
        for (double c = step; c < width + height; c += step) {
            double fromX = Math.max(0, c - height);
            double toX = Math.min(c, width);
            double left = up ? x + width - fromX : x + fromX;
            double right = up ? x + width - toX : x + toX;
            pieces.append('M')
                    .append(number(left))
                    .append(' ')
                    .append(number(y + c - fromX))
                    .append('L')
                    .append(number(right))
                    .append(' ')
                    .append(number(y + c - toX));
        }
        if (!pieces.isEmpty()) {
            path(ink, pieces.toString());
        }
    }

    /** The finished picture. */
    String end() {
        return out.append("</svg>").toString();
    }

    private Svg open(String name, Ink ink) {
        out.append('<').append(name).append(" class=\"").append(ink.cssClass()).append('"');
        out.append(ink.attributes());
        return this;
    }

    private Svg at(String name, double value) {
        out.append(' ').append(name).append("=\"").append(number(value)).append('"');
        return this;
    }

    private void close() {
        out.append("/>");
    }

    private void escape(String words) {
        words.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                default -> {
                    if (c >= ' ') {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
    }

    static String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** Where a text stands against its point. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }
}
