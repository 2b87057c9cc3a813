package org.writwatch.facts;

/**
 * What a cell of an outcome table says. Zero, absent, partial and withheld are four different things and stay so in
 * every type, table, chart and sentence.
 */
public sealed interface Reading {
    /** Reported, and more than zero; {@code value} in the table's unit. */
    record Counted(double value) implements Reading {
        public Counted {
            if (!(value > 0) || Double.isInfinite(value)) {
                throw new IllegalArgumentException("a counted reading is a finite number above zero: " + value);
            }
        }
    }

    /** Reported as none. */
    record Zero() implements Reading {}

    /** The publisher says nothing about this place and period. */
    record NotReported() implements Reading {}

    /** Reported for part of the period only: {@code daysCovered} of {@code daysInPeriod}. */
    record Partial(double value, int daysCovered, int daysInPeriod) implements Reading {
        public Partial {
            if (!(value >= 0) || Double.isInfinite(value) || daysCovered < 1 || daysCovered >= daysInPeriod) {
                throw new IllegalArgumentException(
                        "a partial reading covers some but not all days: " + daysCovered + " of " + daysInPeriod);
            }
        }
    }

    /** Known to the publisher and kept back, or kept back by us; {@code why} in English for the record. */
    record Withheld(String why) implements Reading {}
}
