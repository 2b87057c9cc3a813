package org.writwatch.evidence.custody;

import java.util.Optional;
import org.writwatch.facts.Fips;
import org.writwatch.facts.UsState;

/**
 * A place of detention on ICE's list.
 *
 * @param code ICE's own code (DETLOC), "MECKLNC"
 * @param name as ICE's list prints it, capitals folded; the code when the list has none
 * @param city city of its address, capitals folded; may be empty
 * @param state where it is, when the list says
 * @param county the county it serves, else the county it stands in; empty when it could not be placed without guessing
 * @param kind what sort of place
 */
public record Facility(String code, String name, String city, Optional<UsState> state, Optional<Fips> county, Kind kind)
        implements Comparable<Facility> {
    public Facility {
        if (code.isEmpty()
                || code.length() > 12
                || !code.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))) {
            throw new IllegalArgumentException("a facility code is up to 12 capitals and digits: '" + code + "'");
        }
    }

    @Override
    public int compareTo(Facility other) {
        return code.compareTo(other.code);
    }

    /** What sort of place, from ICE's own type column; {@code UNKNOWN} when neither list nor name says. */
    public enum Kind {
        /** A county, city or regional jail that holds people for ICE under an agreement for beds (IGSA, USMS IGA). */
        LOCAL_JAIL,
        /** An ICE office room where people wait for hours. */
        HOLD_ROOM,
        /** A centre run for ICE alone or by a company (CDF, SPC, dedicated IGSA, staging, processing). */
        ICE_CENTRE,
        /** A federal prison. */
        FEDERAL_PRISON,
        /** A hospital or clinic. */
        MEDICAL,
        /** A place for children or families. */
        JUVENILE_OR_FAMILY,
        /** Named, and none of the above. */
        OTHER,
        /** A bare code: the list does not know it. */
        UNKNOWN
    }
}
