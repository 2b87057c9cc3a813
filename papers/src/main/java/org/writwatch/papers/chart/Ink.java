package org.writwatch.papers.chart;

/**
 * How a mark is drawn: a class for the page (which recolours it in the dark) and the same look as attributes, for
 * print. The colours keep a contrast of at least 4.5 to 1 (text) or 3 to 1 (marks) against white; a test computes it.
 */
enum Ink {
    TEXT("ct", " fill=\"" + Palette.INK + "\""),
    STRONG("ct", " fill=\"" + Palette.INK + "\" font-weight=\"bold\""),
    QUIET("cq", " fill=\"" + Palette.QUIET + "\""),
    AXIS("ca", stroke(Palette.AXIS, "1", "")),
    GRID("cg", stroke(Palette.GRID, "1", "")),
    MAIN("cm", stroke(Palette.MAIN, "2.5", "")),
    MAIN_PARTIAL("cm", stroke(Palette.MAIN, "2.5", "2 3")),
    MAIN_DOT("cmf", " fill=\"" + Palette.MAIN + "\""),
    MAIN_RING("cmr", " fill=\"" + Palette.PAPER + "\"" + stroked(Palette.MAIN, "2")),
    OTHER("co", stroke(Palette.OTHER, "1.2", "5 3")),
    OTHER_DOTS("co", stroke(Palette.OTHER, "1.6", "1.5 2.5")),
    OTHER_MIXED("co", stroke(Palette.OTHER, "1.2", "9 3 2 3")),
    OTHER_LONG("co", stroke(Palette.OTHER, "1.2", "12 4")),
    OTHER_DOT("cof", " fill=\"" + Palette.OTHER + "\""),
    PAPER("cp", " fill=\"" + Palette.PAPER + "\""),
    BAND("cb", " fill=\"" + Palette.BAND + "\""),
    HATCH("ch", stroke(Palette.OTHER, "1", "")),
    MARK("ck", stroke(Palette.MARK, "1.5", "4 3")),
    MARK_DOT("ckf", " fill=\"" + Palette.MARK + "\""),
    MARK_TEXT("ckt", " fill=\"" + Palette.PAPER + "\" font-size=\"10\" font-weight=\"bold\""),
    BAR("cmf", " fill=\"" + Palette.MAIN + "\""),
    BAR_BEFORE("cbb", " fill=\"" + Palette.SOFT + "\"" + stroked(Palette.MAIN, "1")),
    BAR_OPEN("cbo", " fill=\"none\"" + stroked(Palette.MAIN, "1.5") + " stroke-dasharray=\"3 2\"");

    private final String cssClass;
    private final String attributes;

    Ink(String cssClass, String attributes) {
        this.cssClass = cssClass;
        this.attributes = attributes;
    }

    String cssClass() {
        return cssClass;
    }

    String attributes() {
        return attributes;
    }

    private static String stroke(String colour, String width, String dashes) {
        return " fill=\"none\"" + stroked(colour, width)
                + (dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\"");
    }

    private static String stroked(String colour, String width) {
        return " stroke=\"" + colour + "\" stroke-width=\"" + width + "\"";
    }
}
