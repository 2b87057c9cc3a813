package org.writwatch.agreements;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.writwatch.facts.Agency;
import org.writwatch.facts.Source;
import org.writwatch.facts.phrase.Phrase;

/**
 * One agency's agreement of one model, with the time it was valid (signed to ended) and the time it was known (first to
 * last listed).
 *
 * @param id stable and content-derived: agency id, model and signing date, "clay-county-sheriffs-office-fl/jem/2020-03-11"
 * @param agency the party
 * @param model what kind
 * @param signed the printed signing date; empty when no list prints one, or an impossible one
 * @param status how it stands, and what kind of knowledge that is
 * @param firstListed date of the first list that had it
 * @param lastListed date of the last list that had it
 * @param firstAbsent date of the first list after {@code lastListed} without it, if any
 * @param memoUrl ICE's own address of the memorandum, unwrapped, when a list links one
 * @param proof the cells that show it: at least the first and the last sighting
 * @param notes what a reader must know to read it right: spans that nothing held covers, two kinds signed as one, an
 *     identity a person should look at
 */
public record Agreement(
        String id,
        Agency agency,
        Model model,
        Optional<LocalDate> signed,
        AgreementStatus status,
        LocalDate firstListed,
        LocalDate lastListed,
        Optional<LocalDate> firstAbsent,
        Optional<String> memoUrl,
        List<Source> proof,
        List<Phrase> notes) {
    public Agreement {
        proof = List.copyOf(proof);
        notes = List.copyOf(notes);
        if (proof.isEmpty()) {
            throw new IllegalArgumentException("an agreement needs a sighting that proves it: " + id);
        }
        if (lastListed.isBefore(firstListed)) {
            throw new IllegalArgumentException(id + ": last listed " + lastListed + " before first " + firstListed);
        }
    }

    /** An agreement that needs no note. */
    public Agreement(
            String id,
            Agency agency,
            Model model,
            Optional<LocalDate> signed,
            AgreementStatus status,
            LocalDate firstListed,
            LocalDate lastListed,
            Optional<LocalDate> firstAbsent,
            Optional<String> memoUrl,
            List<Source> proof) {
        this(id, agency, model, signed, status, firstListed, lastListed, firstAbsent, memoUrl, proof, List.of());
    }
}
