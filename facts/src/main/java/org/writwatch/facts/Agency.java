package org.writwatch.facts;

import java.util.Optional;

/**
 * A law-enforcement agency.
 *
 * @param id stable and content-derived: the slug of name and state, "mecklenburg-county-sheriffs-office-nc"
 * @param name as its own papers or the published list print it, spaces folded
 * @param state the state it belongs to
 * @param reach how far it polices
 * @param county the county it sits in; empty for a statewide agency or when no join could be made without guessing
 * @param ori the FBI's nine-character number; empty when it could not be joined without guessing
 */
public record Agency(String id, String name, UsState state, Reach reach, Optional<Fips> county, Optional<String> ori) {
    public Agency {
        if (!id.equals(Slug.of(id)) || id.isEmpty()) {
            throw new IllegalArgumentException("an agency id is a slug: '" + id + "'");
        }
        if (name.isBlank()) {
            throw new IllegalArgumentException("an agency needs a name: " + id);
        }
        ori.ifPresent(o -> {
            if (!o.matches("[A-Z]{2}[A-Z0-9]{7}")) {
                throw new IllegalArgumentException("an ORI is two letters and seven letters or digits: '" + o + "'");
            }
        });
        county.ifPresent(c -> {
            if (!c.code().startsWith(state.fips())) {
                throw new IllegalArgumentException(id + ": county " + c + " is not in " + state);
            }
        });
    }
}
