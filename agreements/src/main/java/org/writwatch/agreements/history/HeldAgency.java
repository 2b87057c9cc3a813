package org.writwatch.agreements.history;

import java.util.List;
import org.writwatch.facts.Agency;
import org.writwatch.facts.Fips;

/**
 * An agency with what was joined to it.
 *
 * @param agency the agency
 * @param type "sheriff", "county", "municipal", "campus", "state", "constable" or "other", as its name and lists say
 * @param countyBasis how its county was found, or why it has none
 * @param oriBasis how its FBI number was found, or why it has none
 * @param aliases the slugs of other names it was listed under
 * @param counties every county it lies in: that of {@code agency} when there is one; the printed one first when the FBI
 *     names several
 */
public record HeldAgency(
        Agency agency, String type, Basis countyBasis, Basis oriBasis, List<String> aliases, List<Fips> counties) {
    public HeldAgency {
        aliases = List.copyOf(aliases);
        counties = List.copyOf(counties);
    }
}
