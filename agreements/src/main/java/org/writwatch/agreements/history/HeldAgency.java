package org.writwatch.agreements.history;

import java.util.List;
import org.writwatch.facts.Agency;
import org.writwatch.facts.Fips;

/**
 * An agency with what was joined to it.
 *
 * @param agency the agency
 * @param type "sheriff", "county", "municipal", "campus", "state", "constable" or "other", as its name and lists say
 * @param countyWhy how its county was found, or why it has none
 * @param oriWhy how its FBI number was found, or why it has none
 * @param aliases the slugs of other names it was listed under
 * @param counties every county it is said to lie in: that of {@code agency} when there is one, several when the FBI's
 *     record of it names several
 */
public record HeldAgency(
        Agency agency, String type, String countyWhy, String oriWhy, List<String> aliases, List<Fips> counties) {
    public HeldAgency {
        aliases = List.copyOf(aliases);
        counties = List.copyOf(counties);
    }
}
