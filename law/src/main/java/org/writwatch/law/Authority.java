package org.writwatch.law;

import java.util.List;
import java.util.Optional;

/**
 * A case, statute, regulation or instrument, with what it supports and what it cuts against.
 *
 * @param id stable key, "lunn"
 * @param citation how it is cited; not printable as a citation when it begins "[caption"
 * @param type case, statute, regulation, …
 * @param court court or body
 * @param year of decision or enactment
 * @param holding what it held, in a sentence
 * @param supports propositions it is good for
 * @param cutsAgainst what it says against the same side
 * @param claimTypes claims A to I it bears on
 * @param vehicle what kind of proceeding it really was
 * @param pinpoint pages, when known
 * @param source where it was read
 * @param confidence how it was checked
 * @param note what to beware of
 */
public record Authority(
        String id,
        String citation,
        String type,
        String court,
        Optional<Integer> year,
        String holding,
        List<String> supports,
        List<String> cutsAgainst,
        List<String> claimTypes,
        String vehicle,
        Optional<String> pinpoint,
        String source,
        Confidence confidence,
        Optional<String> note) {
    public Authority {
        supports = List.copyOf(supports);
        cutsAgainst = List.copyOf(cutsAgainst);
        claimTypes = List.copyOf(claimTypes);
    }

    /** The citation as a paper prints it: flagged {@code [VERIFY]} unless verified and citable. */
    public String printed() {
        boolean citable = !citation.startsWith("[");
        return confidence.verified() && citable ? citation : citation + " [VERIFY]";
    }
}
