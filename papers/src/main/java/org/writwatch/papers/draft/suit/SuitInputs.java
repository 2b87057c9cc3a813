package org.writwatch.papers.draft.suit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.writwatch.evidence.Finding;
import org.writwatch.law.Law;
import org.writwatch.law.Screening;
import org.writwatch.law.Screening.Claim;
import org.writwatch.law.matter.Matter;
import org.writwatch.papers.draft.records.AgencyRecord;
import org.writwatch.papers.draft.records.RequestInputs;

/**
 * What the papers of one claim are made from.
 *
 * @param matter what the user states
 * @param claim the claim as it was screened
 * @param screening the whole screening
 * @param law the law it was screened against
 * @param filing what a lawyer attached
 * @param sent the day on which letters go out; a gap when empty
 * @param request what a request for records to this agency would be made from; empty when the matter names no agency
 * @param findings estimates that the papers use, each with its seal
 */
public record SuitInputs(
        Matter matter,
        Claim claim,
        Screening screening,
        Law law,
        Filing filing,
        Optional<LocalDate> sent,
        Optional<RequestInputs> request,
        List<Sealed> findings) {
    /**
     * A finding and the checksum of the file in the folder that holds all of it.
     *
     * @param finding the finding
     * @param file name of the file
     * @param sha256 its SHA-256, 64 hex digits
     */
    public record Sealed(Finding finding, String file, String sha256) {}

    public SuitInputs {
        findings = List.copyOf(findings);
    }

    /** The agency and what the published record shows of it. */
    public Optional<AgencyRecord> record() {
        return request.map(RequestInputs::record);
    }

    /** Whether the case belongs in a federal court. */
    public boolean federal() {
        return claim.id().equals("H")
                || matter.jurisdiction().equals("US")
                || matter.respondent()
                        .sovereign()
                        .filter(s -> s == Matter.Sovereign.FEDERAL)
                        .isPresent()
                || matter.choice("vehicle")
                        .filter(v -> v.equals("federal_habeas") || v.equals("damages"))
                        .isPresent();
    }
}
