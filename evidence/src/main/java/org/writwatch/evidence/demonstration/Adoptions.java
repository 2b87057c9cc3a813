package org.writwatch.evidence.demonstration;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.writwatch.agreements.Agreement;
import org.writwatch.agreements.AgreementStatus;
import org.writwatch.agreements.Registry;
import org.writwatch.facts.Fips;
import org.writwatch.facts.Period;
import org.writwatch.facts.Reach;

/**
 * The day each county first came under an agreement of a local agency, by our own register. Immutable.
 *
 * <p>The signing date that a list prints, else the day of the first list that names it; of several agencies or models in a
 * county the earliest. Statewide agencies and applications count for no county.
 *
 * @param first first day by county
 */
public record Adoptions(SortedMap<Fips, LocalDate> first) {
    public Adoptions {
        first = Collections.unmodifiableSortedMap(new TreeMap<>(first));
    }

    /** Every adoption known on a day. */
    public static Adoptions of(Registry registry, LocalDate asOf) {
        SortedMap<Fips, LocalDate> first = new TreeMap<>();
        for (Agreement agreement : registry.list(asOf)) {
            boolean local = agreement.agency().reach() != Reach.STATEWIDE
                    && !(agreement.status() instanceof AgreementStatus.Pending);
            if (local && agreement.agency().county().isPresent()) {
                first.merge(
                        agreement.agency().county().get(),
                        agreement.signed().orElse(agreement.firstListed()),
                        (a, b) -> b.isBefore(a) ? b : a);
            }
        }
        return new Adoptions(first);
    }

    /** Those that fall in a period. */
    public SortedMap<Fips, LocalDate> during(Period period) {
        SortedMap<Fips, LocalDate> kept = new TreeMap<>(first);
        kept.values().removeIf(day -> !period.contains(day));
        return kept;
    }
}
