package org.writwatch.evidence.custody;

import java.time.LocalDate;
import org.writwatch.facts.Period;

/**
 * How far a release reaches.
 *
 * @param period first to last day it speaks of
 * @param rows rows as published
 * @param facilities places with a row
 * @param personDays all person-days (detainee-days) in it
 * @param placed those of them held at places that could be put in a county
 */
public record Coverage(Period period, long rows, int facilities, long personDays, long placed) {
    static final Coverage NONE = new Coverage(new Period(LocalDate.EPOCH, LocalDate.EPOCH), 0, 0, 1, 0);

    public Coverage {
        if (rows < 0 || facilities < 0 || personDays < 1 || placed < 0 || placed > personDays) {
            throw new IllegalArgumentException("placed " + placed + " of " + personDays);
        }
    }

    /** Share of person-days that could be put in a county, 0 to 1. */
    public double sharePlaced() {
        return (double) placed / personDays;
    }
}
