package org.writwatch.estimates;

import java.util.Locale;

/**
 * What an estimate is of.
 *
 * @param kind sort of quantity
 * @param name column name of a coefficient, else empty
 * @param first group, cohort, event time or calendar time; NaN when the kind has none
 * @param second time of a group-time effect; NaN when the kind has none
 */
public record Term(Kind kind, String name, double first, double second) {
    /** Sorts of quantity. */
    public enum Kind {
        /** Effect on a group at a time. */
        GROUP_TIME,
        /** Regression coefficient of a cohort at an event time. */
        COHORT_EVENT_TIME,
        /** Regression coefficient of a column. */
        COEFFICIENT,
        /** Average at a distance from the start of treatment. */
        EVENT_TIME,
        /** Average over the periods of one group. */
        GROUP,
        /** Average over groups treated by a time. */
        CALENDAR,
        /** One average over everything. */
        OVERALL
    }

    /** The term in one word, for messages: {@code lpop}, {@code event time -3}. */
    public String label() {
        if (kind == Kind.COEFFICIENT) {
            return name;
        }
        String of = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return of
                + (Double.isNaN(first) ? "" : " " + number(first))
                + (Double.isNaN(second) ? "" : " " + number(second));
    }

    private static String number(double v) {
        return v == Math.rint(v) && Math.abs(v) < 1e15 ? Long.toString((long) v) : Double.toString(v);
    }

    public static Term groupTime(double group, double time) {
        return new Term(Kind.GROUP_TIME, "", group, time);
    }

    public static Term cohortEventTime(double cohort, double eventTime) {
        return new Term(Kind.COHORT_EVENT_TIME, "", cohort, eventTime);
    }

    public static Term coefficient(String name) {
        return new Term(Kind.COEFFICIENT, name, Double.NaN, Double.NaN);
    }

    public static Term eventTime(double e) {
        return new Term(Kind.EVENT_TIME, "", e, Double.NaN);
    }

    public static Term group(double g) {
        return new Term(Kind.GROUP, "", g, Double.NaN);
    }

    public static Term calendar(double t) {
        return new Term(Kind.CALENDAR, "", t, Double.NaN);
    }

    public static Term overall() {
        return new Term(Kind.OVERALL, "", Double.NaN, Double.NaN);
    }
}
