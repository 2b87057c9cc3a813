package org.writwatch.evidence.table;

import java.util.List;
import org.writwatch.facts.Period;
import org.writwatch.facts.Reading;

/**
 * One cell of an outcome table.
 *
 * @param place key of the place as the table writes it (county code, facility code, agency number, name)
 * @param period days it speaks of
 * @param group values of the grouping columns, in the descriptor's order; empty when there are none
 * @param measure name of the value column
 * @param vintage release it belongs to, when the table holds several; empty text otherwise
 * @param reading what the table says
 */
public record Observation(
        String place, Period period, List<String> group, String measure, String vintage, Reading reading) {
    public Observation {
        group = List.copyOf(group);
    }
}
