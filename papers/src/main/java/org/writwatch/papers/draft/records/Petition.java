package org.writwatch.papers.draft.records;

import static org.writwatch.papers.draft.records.English.clause;
import static org.writwatch.papers.draft.records.English.note;
import static org.writwatch.papers.draft.records.English.say;
import static org.writwatch.papers.draft.records.English.sentence;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.writwatch.facts.Source;
import org.writwatch.law.Datum;
import org.writwatch.law.RecordsLaw;
import org.writwatch.papers.draft.Draft;
import org.writwatch.papers.draft.Fields;
import org.writwatch.papers.draft.Note;
import org.writwatch.papers.pdf.PdfMeta;

/**
 * The skeleton of the action that follows a refused records request: notes for the lawyer, pleading, memorandum with the
 * authority against it first, exhibits, proposed order.
 *
 * <p>Until the matter holds a request, its delivery, a refusal or lapse and each step the law demands before suit, each
 * page is headed {@value Ripeness#NOT_RIPE}. Each numbered paragraph is footed to an exhibit, to authority, or to the
 * signer's own word. Not legal advice, and no word on the odds.
 */
public final class Petition {
    private Petition() {}

    /** The draft of the pleading. */
    public static Draft of(PetitionInputs in) {
        Ripeness ripeness = Ripeness.of(in.history(), in.request().law());
        RequestInputs request = in.request();
        AgencyRecord record = request.record();
        String agency = record.agency().name();
        String title = say("petition.title", agency);
        Exhibits exhibits = new Exhibits(in.attached());
        List<String> notices = ripeness.ripe() ? List.of(PdfMeta.DRAFT) : List.of(PdfMeta.DRAFT, Ripeness.NOT_RIPE);
        Fields.Builder fields = Fields.builder()
                .words("draft_notice", PdfMeta.DRAFT)
                .words("ripe_notice", ripeness.ripe() ? say("petition.ripe") : Ripeness.NOT_RIPE)
                .when("ripe", ripeness.ripe())
                .when("not_ripe", !ripeness.ripe())
                .when("alone", true)
                .words("footer", say("footer", title, request.asOf()))
                .words("as_of", say(request.asOf()))
                .rows(
                        "missing",
                        rows(ripeness.missing().stream().map(English::say).map(English::sentence)))
                .words("agency", agency)
                .words(
                        "place",
                        record.place().name() + ", " + record.place().state().english())
                .words("state", record.agency().state().english())
                .words("statute", request.law().statute());
        caption(in, fields);
        facts(in, ripeness, exhibits, fields);
        law(in, fields);
        PetitionLaw.screened(in, fields);
        PetitionSteps.of(in, ripeness, fields);
        PetitionLaw.checks(in, fields);
        // Last: by now each exhibit has been relied on and has its letter.
        List<Exhibits.Exhibit> listed = exhibits.list();
        fields.rows(
                "exhibits",
                (listed.isEmpty() && ripeness.ripe() ? List.of(Exhibits.none()) : listed)
                        .stream()
                                .map(e -> Fields.builder()
                                        .words("letter", e.letter())
                                        .words("exhibit", e.title())
                                        .build())
                                .toList());
        return new Draft(
                "petition", title, say("petition.description", agency), request.asOf(), notices, fields.build());
    }

    private static void caption(PetitionInputs in, Fields.Builder fields) {
        AgencyRecord record = in.request().record();
        CourtForm form = CourtForm.of(record.place());
        String respondent = record.office()
                .map(o -> say("petition.respondent-office", o, record.place().name()))
                .orElseGet(() -> say("petition.respondent", record.agency().name()));
        fields.words("court_heading", form.heading())
                .words("court_number", form.number())
                .when("on_relation", !form.relation().isEmpty())
                .words("relation", form.relation())
                .words("petitioner", in.history().petitioner().orElse("[NAME OF THE PERSON WHO SUES]"))
                .words("petitioner_role", form.petitioner())
                .gap("attorney", "NAME OF THE ATTORNEY")
                .gap("bar", "STATE AND BAR NUMBER")
                .gap("firm", "FIRM, ADDRESS, TELEPHONE, E-MAIL")
                .words("versus", form.versus())
                .words("respondent", respondent)
                .words("respondent_role", form.respondent())
                .words("pleading_title", form.title());
    }

    private static void facts(PetitionInputs in, Ripeness ripeness, Exhibits exhibits, Fields.Builder fields) {
        AgencyRecord record = in.request().record();
        RequestHistory history = in.history();
        List<Note> signer = List.of(Exhibits.signer());
        fields.notes("signer", signer)
                .notes("agency_sources", record.sources().isEmpty() ? signer : exhibits.notes(record.sources()))
                .rows("agreements", AgreementFields.of(record.agreements(), exhibits::notes))
                .when(
                        "no_agreement",
                        record.agreements().isEmpty() && !record.searched().isEmpty())
                .notes(
                        "none_sources",
                        // Searched lists become exhibits only where the pleading says that they name no agreement.
                        record.searched().isEmpty() || !record.agreements().isEmpty()
                                ? signer
                                : exhibits.notes(record.searched()));
        fields.rows(
                        "memoranda",
                        record.memoranda().stream()
                                .map(m -> Fields.builder()
                                        .words("memo", English.memorandum(m, record))
                                        .notes("sources", List.of(exhibits.note(m.source())))
                                        .build())
                                .toList())
                .when("no_memorandum", record.memoranda().isEmpty());
        List<Fields> schedule = Schedule.of(in.request(), exhibits::notes);
        List<Source> quoted = in.request().asked().stream()
                .flatMap(a -> a.duties().stream())
                .map(d -> d.source().at(""))
                .toList();
        fields.rows("schedule", schedule)
                .when("have_schedule", !schedule.isEmpty())
                .notes("schedule_notes", exhibits.notes(quoted));
        event("request", history.request(), " ", exhibits, fields);
        event("delivery", history.delivery(), " ", exhibits, fields);
        event("refusal", history.refusal(), ", ", exhibits, fields);
        event("lapse", history.lapse(), ", ", exhibits, fields);
        fields.when("no_answer", history.refusal().isEmpty() && history.lapse().isEmpty());
        String statute = in.request().law().statute();
        fields.rows(
                "before",
                ripeness.before().stream()
                        .map(b -> Fields.builder()
                                .words("step", PetitionSteps.said(b.what(), b.basis()))
                                .words("step_done", b.done().map(Petition::told).orElse("[NOT ON FILE]"))
                                .notes(
                                        "step_notes",
                                        Stream.concat(
                                                        Stream.of(note(b.basis(), statute)),
                                                        b.done().map(exhibits::note).stream())
                                                .toList())
                                .build())
                        .toList());
    }

    /** Three fields for one event: whether it is on file, what is told of it, and what shows it. */
    private static void event(
            String name, Optional<Event> event, String join, Exhibits exhibits, Fields.Builder fields) {
        fields.when(name + "_known", event.isPresent())
                .words(name + "_on", event.map(e -> say(e.on())).orElse("[DATE]"))
                .words(
                        name + "_how",
                        event.map(Event::how)
                                .filter(h -> !h.isBlank())
                                .map(h -> join + h)
                                .orElse(""))
                .notes(name + "_notes", List.of(event.map(exhibits::note).orElseGet(Exhibits::signer)));
    }

    static String told(Event event) {
        return sentence(say("petition.step-done", say(event.on()), event.how()).strip());
    }

    private static void law(PetitionInputs in, Fields.Builder fields) {
        RecordsLaw law = in.request().law();
        String practice = say("note.practice", in.practice().name());
        datum("court_law", in.practice().get("court"), practice, fields);
        datum("enforcement", law.enforcement(), law.statute(), fields);
        datum("who_may", law.whoMayRequest(), law.statute(), fields);
        datum("response_rule", law.responseDeadline(), law.statute(), fields);
        datum("time_to_sue", law.deadlineForSuit(), law.statute(), fields);
        datum("review", law.administrativeAppeal(), law.statute(), fields);
        fields.notes("fee_shifting_notes", List.of(note(law.feeShifting(), law.statute())));
        List<Note> against =
                PetitionLaw.against(in.claim()).stream().map(English::note).toList();
        fields.notes(
                "against_notes",
                against.isEmpty()
                        ? List.of(Exhibits.signer())
                        : List.of(new Note(
                                Note.Kind.LAW,
                                say(
                                        "note.against",
                                        English.joined(against).get(0).text()))));
        boolean listed = in.request().overlay().stream()
                .anyMatch(o -> PetitionLaw.against(in.claim()).stream().anyMatch(a -> a.id().equals(o.id())));
        fields.when("overlay_unlisted", in.request().overlay().isPresent() && !listed)
                .when("overlay_known", in.request().overlay().isPresent())
                .words(
                        "overlay",
                        in.request().overlay().map(a -> sentence(a.holding())).orElse(""))
                .notes(
                        "overlay_notes",
                        in.request().overlay().map(English::note).stream().toList());
    }

    private static void datum(String name, Datum datum, String whole, Fields.Builder fields) {
        fields.words(name, clause(datum)).notes(name + "_notes", List.of(note(datum, whole)));
    }

    static List<Fields> rows(Stream<String> texts) {
        return texts.map(t -> Fields.builder().words("text", t).build()).toList();
    }
}
