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
import org.writwatch.agreements.memo.Duty;
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
        Fields.Builder fields = Fields.builder()
                .words("draft_notice", PdfMeta.DRAFT)
                .words("footer", say("footer", title, in.asOf()))
                .words("agency", agency)
                .words("state", in.record().agency().state().english())
                .words("state_es", in.record().agency().state().spanish())
                .wordsOrGap("requester", in.requester(), "YOUR NAME")
                .words("period_from", from(in).map(English::say).orElse("[FIRST DAY]"));
        law(in, fields);
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

    private static void law(RequestInputs in, Fields.Builder fields) {
        RecordsLaw law = in.law();
        fields.words("statute", law.statute())
                .words("who_may", clause(law.whoMayRequest()))
                .notes("who_may_notes", List.of(note(law.whoMayRequest(), law.statute())))
                .when("who_may_limited", law.requester() != RecordsLaw.Requester.ANY_PERSON)
                .words("review", clause(law.administrativeAppeal()))
                .words("enforcement", clause(law.enforcement()))
                .words("time_to_sue", clause(law.deadlineForSuit()))
                .words("fee_shifting", clause(law.feeShifting()))
                .words("fees", clause(law.fees()))
                .notes("fees_notes", List.of(note(law.fees(), law.statute())))
                .words("response_rule", clause(law.responseDeadline()))
                .notes("response_notes", List.of(note(law.responseDeadline(), law.statute())))
                .when("overlay_known", in.overlay().isPresent())
                .words("overlay", in.overlay().map(a -> sentence(a.holding())).orElse(""))
                .notes("overlay_notes", in.overlay().map(English::note).stream().toList());
        List<Fields> asides = RecordsLaw.KEYS.stream()
                .flatMap(k -> English.asides(law.get(k)).stream())
                .distinct()
                .map(a -> Fields.builder().words("aside", a).build())
                .toList();
        fields.rows("asides", asides);
    }

    private static void known(RequestInputs in, Fields.Builder fields) {
        LetterNotes notes = new LetterNotes();
        List<Fields> agreements = AgreementFields.of(in.record().agreements(), notes::notes);
        List<Fields> memoranda = in.record().memoranda().stream()
                .map(m -> Fields.builder()
                        .words("memo", English.memorandum(m, in.record()))
                        .notes("sources", notes.notes(List.of(m.source())))
                        .build())
                .toList();
        List<Fields> schedule = Schedule.of(in, notes::notes);
        fields.rows("agreements", agreements)
                .when("have_agreement", !agreements.isEmpty())
                .when(
                        "no_agreement",
                        agreements.isEmpty() && !in.record().searched().isEmpty())
                .notes("none_sources", notes.notes(in.record().searched()))
                .rows("memoranda", memoranda)
                .when("no_memorandum", memoranda.isEmpty())
                .when("have_memorandum", !memoranda.isEmpty())
                .rows("schedule", schedule)
                .when("have_schedule", !schedule.isEmpty());
    }

    private static void asked(RequestInputs in, Fields.Builder fields) {
        List<Fields> kept = new ArrayList<>();
        List<Fields> other = new ArrayList<>();
        for (Asked asked : in.asked()) {
            String what = asked.due().isEmpty()
                    ? sentence(say(asked.what()))
                    : sentence(say(asked.what())) + " " + say("request.due", new ArrayList<Object>(asked.due()));
            if (asked.duties().isEmpty()) {
                other.add(Fields.builder().words("what", what).build());
            } else {
                String places = asked.duties().stream()
                        .map(d -> place(d, in.record()))
                        .distinct()
                        .collect(Collectors.joining("; "));
                kept.add(Fields.builder()
                        .words("what", what)
                        .words("places", places)
                        .build());
            }
        }
        fields.rows("kept", kept)
                .when("have_kept", !kept.isEmpty())
                .rows("other", other)
                .when("have_other", !other.isEmpty());
    }

    /** Where a duty stands; with the name of the memorandum where several are held. */
    private static String place(Duty duty, AgencyRecord record) {
        return record.memoranda().stream()
                .filter(m -> record.memoranda().size() > 1)
                .filter(m -> m.source().id().equals(duty.source().id()))
                .findFirst()
                .map(m -> say("place-in", say("model." + m.model().name()), English.place(duty)))
                .orElseGet(() -> English.place(duty));
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
        return new Note(Note.Kind.LAW, English.stop(sentence(deadline.cite()), deadline.verified()));
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
