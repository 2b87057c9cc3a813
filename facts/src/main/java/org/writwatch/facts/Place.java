package org.writwatch.facts;

/**
 * A county or county equivalent.
 *
 * @param fips its code
 * @param name its full legal name without the state, "Mecklenburg County", "Orleans Parish", "Alexandria city"
 * @param state the state it lies in
 */
public record Place(Fips fips, String name, UsState state) implements Comparable<Place> {
    public Place {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a place needs a name: " + fips);
        }
        if (!fips.code().startsWith(state.fips())) {
            throw new IllegalArgumentException(fips + " does not lie in " + state);
        }
    }

    /** "Mecklenburg County, NC". */
    public String label() {
        return name + ", " + state;
    }

    /** A name for files and addresses: lower case ASCII letters, digits and hyphens; "mecklenburg-county-nc". */
    public String slug() {
        return Slug.of(label());
    }

    @Override
    public int compareTo(Place other) {
        return fips.compareTo(other.fips);
    }
}
