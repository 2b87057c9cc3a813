package org.writwatch.papers.draft.records;

import static org.writwatch.papers.draft.records.English.clause;
import static org.writwatch.papers.draft.records.English.note;
import static org.writwatch.papers.draft.records.English.say;
import static org.writwatch.papers.draft.records.English.sentence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.writwatch.agreements.Agreement;
import org.writwatch.agreements.memo.Memorandum;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.law.RecordsLaw;
import org.writwatch.law.Screening.Deadline;
import org.writwatch.papers.draft.Draft;
import org.writwatch.papers.draft.Fields;
import org.writwatch.papers.draft.Note;
import org.writwatch.papers.pdf.PdfMeta;

/**
 * The request for public records: addressed to the agency under its state's law, asking for what a memorandum makes it
 * keep, with section and page where the memorandum is held and for the memorandum itself where it is not.
 *
 * <p>It asks for nothing that identifies a person held (8 C.F.R. 236.6 and the state laws that follow it). The letter is
 * in English; its first page, which is taken off before sending, tells the requester what to do in English and Spanish.
 */
public final class RecordsRequest {
    private RecordsRequest() {}

    /** The draft of the letter. */
    public static Draft of(RequestInputs in) {
        String agency = in.record().agency().name();
        String title = say("request.title", agency);
        RecordsLaw law = in.law();
        Fields.Builder fields = Fields.builder()
                .words("draft_notice", PdfMeta.DRAFT)
                .words("footer", say("footer", title, in.asOf()))
                .words("agency", agency)
                .words("state", in.record().agency().state().english())
                .words("state_es", in.record().agency().state().spanish())
                .wordsOrGap("requester", in.requester(), "YOUR NAME")
                .words("statute", law.statute())
                .words("who_may", clause(law.whoMayRequest()))
                .notes("who_may_notes", List.of(note(law.whoMayRequest())))
                .when("who_may_limited", law.requester() != RecordsLaw.Requester.ANY_PERSON)
                .words("review", clause(law.administrativeAppeal()))
                .words("enforcement", clause(law.enforcement()))
                .words("time_to_sue", clause(law.deadlineForSuit()))
                .words("fee_shifting", clause(law.feeShifting()))
                .words("fees", clause(law.fees()))
                .notes("fees_notes", List.of(note(law.fees())))
                .words("response_rule", clause(law.responseDeadline()))
                .notes("response_notes", List.of(note(law.responseDeadline())))
                .words("overlay", in.overlay().map(a -> sentence(a.holding())).orElse("[VERIFY]"))
                .notes("overlay_notes", in.overlay().map(English::note).stream().toList())
                .words("period_from", from(in).map(English::say).orElse("[FIRST DAY]"));
        List<Fields> asides = Stream.of(
                        law.whoMayRequest(),
                        law.responseDeadline(),
                        law.administrativeAppeal(),
                        law.enforcement(),
                        law.deadlineForSuit(),
                        law.fees(),
                        law.feeShifting())
                .flatMap(d -> English.asides(d).stream())
                .distinct()
                .map(a -> Fields.builder().words("aside", a).build())
                .toList();
        fields.rows("asides", asides);
        known(in, fields);
        asked(in, fields);
        due(in, fields);
        return new Draft(
                "records-request",
                title,
                say("request.description", agency),
                in.asOf(),
                List.of(PdfMeta.DRAFT),
                fields.build());
    }

    private static void known(RequestInputs in, Fields.Builder fields) {
        List<Fields> agreements = in.record().agreements().stream()
                .map(a -> AgreementFields.of(a, English::notes))
                .toList();
        List<Fields> memoranda = in.record().memoranda().stream()
                .map(m -> Fields.builder()
                        .words("signed", m.signed().map(English::say).orElse("[DATE NOT READABLE IN THE COPY HELD]"))
                        .words("pages", Integer.toString(m.pages()))
                        .notes("sources", List.of(note(m.source())))
                        .build())
                .toList();
        fields.rows("agreements", agreements)
                .when("no_agreement", agreements.isEmpty())
                .notes("none_sources", English.notes(in.record().searched()))
                .rows("memoranda", memoranda)
                .when("no_memorandum", memoranda.isEmpty())
                .when("have_memorandum", !memoranda.isEmpty());
    }

    private static void asked(RequestInputs in, Fields.Builder fields) {
        List<Fields> kept = new ArrayList<>();
        List<Fields> data = new ArrayList<>();
        for (Asked asked : in.asked()) {
            Fields.Builder item = Fields.builder().words("what", sentence(say(asked.what())));
            item.notes("sources", English.notes(asked.sources()));
            asked.duty()
                    .ifPresent(duty -> item.words("clause", English.place(duty))
                            .words("page", Integer.toString(duty.page()))
                            .words("quote", English.quote(duty.quote())));
            if (asked.duty().isPresent()) {
                kept.add(item.build());
            } else {
                data.add(item.when("reason_known", asked.reason().isPresent())
                        .words(
                                "reason",
                                asked.reason().map(r -> sentence(say(r))).orElse(""))
                        .build());
            }
        }
        fields.rows("kept", kept).rows("data", data);
    }

    private static void due(RequestInputs in, Fields.Builder fields) {
        List<Deadline> dated = in.deadlines().stream()
                .filter(d -> d.date().isPresent() && d.from().isPresent())
                .sorted(Comparator.comparing((Deadline d) -> d.date().orElseThrow()))
                .toList();
        List<Fields> rows = dated.stream()
                .map(d -> Fields.builder()
                        .words("from", say(d.from().orElseThrow()))
                        .words("date", say(d.date().orElseThrow()))
                        .when("ranged", d.range().isPresent())
                        .words("earliest", d.range().map(r -> say(r.earliest())).orElse(""))
                        .notes("date_notes", List.of(cite(d)))
                        .build())
                .toList();
        Optional<Deadline> first = dated.stream().findFirst();
        Phrasebook spanish = Phrasebook.of(Lang.ES);
        String count = first.stream()
                .flatMap(d -> d.counted().stream())
                .map(English::say)
                .collect(Collectors.joining(" "));
        fields.rows("due", rows)
                .words("count", count)
                .when("due_known", first.isPresent())
                .when("due_unknown", first.isEmpty())
                .words(
                        "received",
                        first.flatMap(Deadline::from).map(English::say).orElse(""))
                .words(
                        "received_es",
                        first.flatMap(Deadline::from).map(spanish::say).orElse(""))
                .words(
                        "first_due",
                        first.flatMap(Deadline::date).map(English::say).orElse(""))
                .words(
                        "first_due_es",
                        first.flatMap(Deadline::date).map(spanish::say).orElse(""));
    }

    static Note cite(Deadline deadline) {
        String flag = deadline.verified() ? "" : " [VERIFY]";
        return new Note(Note.Kind.LAW, sentence(deadline.cite() + flag));
    }

    /** The first day worth asking about: the earliest signature we know of. */
    private static Optional<LocalDate> from(RequestInputs in) {
        return Stream.concat(
                        in.record().agreements().stream().map(Agreement::signed),
                        in.record().memoranda().stream().map(Memorandum::signed))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }
}
