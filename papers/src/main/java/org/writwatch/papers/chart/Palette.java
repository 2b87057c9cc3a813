package org.writwatch.papers.chart;

/** The colours of the pictures on white paper; none carries a meaning that a shape or word does not carry too. */
public final class Palette {
    /** The paper. */
    public static final String PAPER = "#ffffff";
    /** Words. */
    public static final String INK = "#1a1a1a";
    /** Words of second rank. */
    public static final String QUIET = "#4a4a4a";
    /** Axes. */
    public static final String AXIS = "#767676";
    /** Grid lines: decoration only. */
    public static final String GRID = "#dddddd";
    /** The place itself. */
    public static final String MAIN = "#0b3d70";
    /** Comparison places, and the lines of a hatched band. */
    public static final String OTHER = "#6b6b6b";
    /** Ground of a band without readings: decoration only, the hatching says it. */
    public static final String BAND = "#f3f3f3";
    /** Ground of a bar before its first sighting: decoration only, its outline says it. */
    public static final String SOFT = "#dbe6f2";
    /** A date worth a line. */
    public static final String MARK = "#8a3b00";

    private Palette() {}
}
