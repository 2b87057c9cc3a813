package org.writwatch.papers.draft.records;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.writwatch.agreements.Agreement;
import org.writwatch.agreements.AgreementStatus;
import org.writwatch.facts.Source;
import org.writwatch.papers.draft.Fields;

/** One agreement as the fields of a template's loop: what is known of it, and which kind of knowledge that is. */
final class AgreementFields {
    private AgreementFields() {}

    /** Rows of a loop; the first says ICE's name in full. */
    static List<Fields> of(List<Agreement> agreements, Citing citing) {
        List<Fields> rows = new ArrayList<>();
        for (Agreement agreement : agreements) {
            rows.add(of(agreement, English.say(rows.isEmpty() ? "ice.full" : "ice"), citing));
        }
        return rows;
    }

    private static Fields of(Agreement agreement, String ice, Citing citing) {
        AgreementStatus status = agreement.status();
        Optional<LocalDate> absent =
                status instanceof AgreementStatus.NotSeen gone ? Optional.of(gone.firstAbsent()) : Optional.empty();
        Optional<LocalDate> ended =
                status instanceof AgreementStatus.Ended over ? Optional.of(over.on()) : Optional.empty();
        List<Source> proof = status instanceof AgreementStatus.Ended over
                ? Stream.concat(agreement.proof().stream(), Stream.of(over.document()))
                        .toList()
                : agreement.proof();
        return Fields.builder()
                .words("ice", ice)
                .words("model", English.model(agreement))
                .when("signed_known", agreement.signed().isPresent())
                .words("signed", agreement.signed().map(English::say).orElse(""))
                .words("last_listed", English.say(agreement.lastListed()))
                .words("first_absent", absent.map(English::say).orElse(""))
                .words("ended_on", ended.map(English::say).orElse(""))
                .when("active", status instanceof AgreementStatus.Active)
                .when("pending", status instanceof AgreementStatus.Pending)
                .when("not_seen", absent.isPresent())
                .when("ended", ended.isPresent())
                .notes("sources", citing.notes(proof))
                .build();
    }
}
