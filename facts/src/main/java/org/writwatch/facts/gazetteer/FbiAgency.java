package org.writwatch.facts.gazetteer;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.writwatch.facts.Fips;
import org.writwatch.facts.UsState;

/**
 * An agency as the FBI's employee file lists it, the latest record held for its number.
 *
 * <p>The list is what agencies reported; it is not complete. Some sheriffs have no record (Jasper, Indiana; Scott,
 * Missouri; Lake, Ohio; Lebanon and Montour, Pennsylvania; Mecklenburg, North Carolina among them), so "not in this
 * list" never means "does not exist".
 *
 * @param ori the FBI's nine-character number
 * @param name as published, spaces folded and a trailing colon or comma dropped; many are bare ("Mecklenburg")
 * @param state the state; empty for federal agencies
 * @param type the FBI's kind
 * @param counties every county equivalent it is said to lie in, by number; empty when the join would be a guess
 * @param unjoined why there is not exactly one county; empty when there is
 * @param population people it serves, as published: zero where another agency counts them
 * @param officers sworn officers in {@code dataYear}
 * @param dataYear the year of the record, 2018 to 2025
 */
public record FbiAgency(
        String ori,
        String name,
        Optional<UsState> state,
        AgencyType type,
        List<Fips> counties,
        Optional<Unjoined> unjoined,
        OptionalInt population,
        OptionalInt officers,
        int dataYear) {

    /** Why an agency has no single county. */
    public enum Unjoined {
        /** The published cell names several counties; all are in {@code counties}. */
        SEVERAL,
        /** The published cell says "NOT SPECIFIED". */
        NOT_SPECIFIED,
        /** The published cell says "UNMAPPED COUNTY". */
        UNMAPPED,
        /** Connecticut: the cell names a planning region, and regions cross the county lines held here. */
        PLANNING_REGION,
        /** The cell names something that is no county equivalent of the state. */
        NO_SUCH_COUNTY,
        /** A federal agency belongs to no state here. */
        FEDERAL;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    public FbiAgency {
        counties = List.copyOf(counties);
        if ((counties.size() == 1) != unjoined.isEmpty()) {
            throw new IllegalArgumentException(ori + ": one county or a reason why not: " + counties + " " + unjoined);
        }
    }

    /** The county it lies in, when there is exactly one. */
    public Optional<Fips> county() {
        return counties.size() == 1 ? Optional.of(counties.get(0)) : Optional.empty();
    }
}
