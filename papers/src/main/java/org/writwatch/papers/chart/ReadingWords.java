package org.writwatch.papers.chart;

import org.writwatch.facts.Reading;
import org.writwatch.facts.phrase.Figure;
import org.writwatch.facts.phrase.Phrase;

/** A reading in words and in a CSS class; the four kinds of "not an ordinary number" never look alike. */
public final class ReadingWords {
    private ReadingWords() {}

    /** What a table cell says. Values have two decimals, or none when they are whole and large. */
    public static Phrase say(Reading reading) {
        if (reading instanceof Reading.Counted counted) {
            return Phrase.of("papers", "chart.value", figure(counted.value()));
        } else if (reading instanceof Reading.Zero) {
            return Phrase.of("papers", "chart.zero");
        } else if (reading instanceof Reading.NotReported) {
            return Phrase.of("papers", "chart.not-reported");
        } else if (reading instanceof Reading.Partial partial) {
            return Phrase.of(
                    "papers", "chart.partial", figure(partial.value()), partial.daysCovered(), partial.daysInPeriod());
        }
        return Phrase.of("papers", "chart.withheld");
    }

    /** A short name for style: v, z, n, p or w. */
    public static String cssClass(Reading reading) {
        if (reading instanceof Reading.Counted) {
            return "v";
        } else if (reading instanceof Reading.Zero) {
            return "z";
        } else if (reading instanceof Reading.NotReported) {
            return "n";
        } else if (reading instanceof Reading.Partial) {
            return "p";
        }
        return "w";
    }

    private static Figure figure(double value) {
        boolean whole = value == Math.rint(value) && value >= 100;
        return new Figure(value, whole ? 0 : 2);
    }
}
