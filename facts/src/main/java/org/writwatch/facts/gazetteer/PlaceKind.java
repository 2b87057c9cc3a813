package org.writwatch.facts.gazetteer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.writwatch.facts.UsState;

/**
 * What the law calls a county equivalent.
 *
 * <p>The published table carries bare names ("Orleans"); the legal kind follows from the state and the FIPS number by
 * the rules in {@link #of}, which are the Census Bureau's own list of county equivalents as of the 2020 census (with
 * Valdez-Cordova Census Area, which Alaska divided in 2019, because the table still has it).
 */
public enum PlaceKind {
    COUNTY("County"),
    /** A Connecticut county: a name on the map without a government since 1960; the Census counts regions since 2022. */
    LEGACY_COUNTY("County"),
    PARISH("Parish"),
    BOROUGH("Borough"),
    CITY_AND_BOROUGH("City and Borough"),
    MUNICIPALITY("Municipality"),
    CENSUS_AREA("Census Area"),
    /** A city that lies in no county: 38 in Virginia, Baltimore, St. Louis and Carson City. */
    INDEPENDENT_CITY("city"),
    MUNICIPIO("Municipio"),
    DISTRICT("District"),
    ISLAND("Island"),
    /** The District of Columbia or Guam: the whole of it is one county equivalent. */
    WHOLE("");

    private static final List<PlaceKind> ALL = List.of(values());
    private static final Set<String> CITIES_AND_BOROUGHS = Set.of("02110", "02220", "02275", "02282");
    private static final Set<String> ALASKA_MUNICIPALITIES = Set.of("02020", "02230");
    private static final Set<String> CENSUS_AREAS =
            Set.of("02016", "02050", "02070", "02105", "02158", "02180", "02198", "02240", "02261", "02290");

    private final String legal;
    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    PlaceKind(String legal) {
        this.legal = legal;
    }

    /** The kind of a county equivalent, from its state and five-digit number. */
    static PlaceKind of(UsState state, String fips) {
        return switch (state) {
            case LA -> PARISH;
            case CT -> LEGACY_COUNTY;
            case PR -> MUNICIPIO;
            case AS -> DISTRICT;
            case MP -> MUNICIPALITY;
            case VI -> ISLAND;
            case DC, GU -> WHOLE;
            case AK -> alaskan(fips);
            case VA, MD, MO, NV -> fips.charAt(2) >= '5' ? INDEPENDENT_CITY : COUNTY;
            default -> COUNTY;
        };
    }

    private static PlaceKind alaskan(String fips) {
        if (CITIES_AND_BOROUGHS.contains(fips)) {
            return CITY_AND_BOROUGH;
        } else if (ALASKA_MUNICIPALITIES.contains(fips)) {
            return MUNICIPALITY;
        }
        return CENSUS_AREAS.contains(fips) ? CENSUS_AREA : BOROUGH;
    }

    /** The bare name with its legal kind: "Orleans Parish", "Baltimore city", "Carson City". */
    String full(String bare) {
        boolean saysItself = this == INDEPENDENT_CITY && bare.endsWith(" City");
        return this == WHOLE || saysItself ? bare : bare + " " + legal;
    }

    /** The other way: "Orleans Parish" gives "Orleans". */
    String bare(String full) {
        String tail = " " + legal;
        return this != WHOLE && full.endsWith(tail) ? full.substring(0, full.length() - tail.length()) : full;
    }

    /** The word the bundled table uses: "county", "independent-city". */
    String code() {
        return code;
    }

    static Optional<PlaceKind> find(String code) {
        for (PlaceKind kind : ALL) {
            if (kind.code.equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Whether people say "county" of it, rightly or nearly: all but independent cities and whole territories. */
    boolean isCountyLike() {
        return this != INDEPENDENT_CITY && this != WHOLE;
    }
}
