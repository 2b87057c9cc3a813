package org.writwatch.papers.draft.suit;

import static org.writwatch.papers.draft.records.English.say;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.law.Authority;
import org.writwatch.law.StateMandate;
import org.writwatch.law.matter.Matter;
import org.writwatch.papers.draft.CourtFormat;
import org.writwatch.papers.draft.DocxWriter;
import org.writwatch.papers.draft.Draft;
import org.writwatch.papers.draft.DraftPdf;
import org.writwatch.papers.draft.Fields;
import org.writwatch.papers.draft.Note;
import org.writwatch.papers.draft.docx.DocxFile;
import org.writwatch.papers.draft.records.English;
import org.writwatch.papers.draft.records.Event;
import org.writwatch.papers.draft.records.Petition;
import org.writwatch.papers.draft.records.PetitionInputs;
import org.writwatch.papers.draft.records.RecordsRequest;
import org.writwatch.papers.draft.records.RequestHistory;
import org.writwatch.papers.draft.records.RequestInputs;
import org.writwatch.papers.draft.redact.RedactionGuard;
import org.writwatch.papers.pdf.PdfMeta;

/**
 * The papers of one claim, each as a word-processor file and as print. The same inputs give the same bytes: no clock, no
 * locale, no machine gets in.
 */
public final class Papers {
    /** Papers for a court, which take the court's form. */
    private static final Set<String> FOR_COURT = Set.of(
            "mandamus-petition",
            "article-78-petition",
            "declaratory-complaint",
            "habeas-petition",
            "delay-complaint",
            "memorandum",
            "proposed-order",
            "writs",
            "protective-motion");

    /** What no court and no agency gets to see. */
    private static final Set<String> IN_THE_OFFICE = Set.of("client-risk", "notes");

    /** Letters that are themselves a step before suit, or that no suit waits for: ripeness is not asked of them. */
    private static final Set<String> STEPS = Set.of(
            "client-risk",
            "foia-request",
            "records-follow-up",
            "certification-request",
            "certification-follow-up",
            "demand-letter",
            "complaint-oig",
            "complaint-crcl",
            "complaint-state",
            "one-pager",
            "one-pager-es");

    private final SuitInputs in;
    private final Plan plan;
    private final Gates gates;
    private final Fields fields;
    private final CourtFormat format;
    private final Function<String, DocxFile> templates;

    private Papers(SuitInputs in, Function<String, DocxFile> templates) {
        this.in = in;
        this.plan = Plan.of(in);
        this.gates = Gates.of(in);
        this.fields = SuitFields.of(in, plan, gates);
        this.format = Formats.of(in.federal() ? "US" : in.matter().jurisdiction());
        this.templates = templates;
    }

    /** The papers, from the templates that come with the program. */
    public static Papers of(SuitInputs in) {
        return new Papers(in, DocxWriter::template);
    }

    /**
     * The papers, from templates that a user edited.
     *
     * @param templates gives the template of a name
     */
    public static Papers of(SuitInputs in, Function<String, DocxFile> templates) {
        return new Papers(in, templates);
    }

    /** What they are made from. */
    SuitInputs inputs() {
        return in;
    }

    /** What the screening allows. */
    public Plan plan() {
        return plan;
    }

    /** What keeps the papers in the office. */
    public Gates gates() {
        return gates;
    }

    /** A name for the folder: claim and jurisdiction. */
    public String slug() {
        return SuitFields.slug(in);
    }

    /** Names of the papers, in the order of the folder. */
    public List<String> names() {
        return plan.papers();
    }

    /**
     * Makes one paper.
     *
     * @param redactions lines of the redaction log
     * @throws org.writwatch.facts.problem.BadInput when its template has a fault
     */
    public Made make(String name, List<Phrase> redactions) {
        Draft draft = draft(name, redactions);
        DocxFile template = templates.apply(draft.template());
        if (name.equals("memorandum")) {
            return MemoPages.of(draft, template, LawFields.table(in), this::limit);
        }
        byte[] docx = DocxWriter.write(draft, template);
        return new Made(name, docx, DraftPdf.print(draft, docx));
    }

    /**
     * The templates that have a fault, each with its faults as comments beside the words they stand in.
     *
     * @param lang language of the comments
     * @return word-processor files by the name of the template
     */
    public SortedMap<String, byte[]> commented(Lang lang) {
        SortedMap<String, byte[]> faulty = new TreeMap<>();
        for (String name : names()) {
            Draft plain = draft(name, List.of());
            Draft draft = name.equals("memorandum") ? MemoPages.first(plain, this::limit) : plain;
            DocxWriter.commented(draft, templates.apply(draft.template()), lang)
                    .ifPresent(d -> faulty.putIfAbsent(draft.template(), d));
        }
        return faulty;
    }

    /** Makes every paper, in order. */
    public List<Made> make(List<Phrase> redactions) {
        List<Made> made = new ArrayList<>();
        names().forEach(n -> made.add(make(n, redactions)));
        return made;
    }

    /** What a paper made here holds that no filed paper may, found on its print; papers that stay in the office are left out. */
    public List<Phrase> redact(Made made) {
        if (IN_THE_OFFICE.contains(made.name())) {
            return List.of();
        }
        return RedactionGuard.look(made.pdf(), in.filing().minors()).hits().stream()
                .map(h -> Phrase.of(
                        "papers",
                        "draft.exhibit.paper",
                        Phrase.of("papers", "draft.suit.paper." + made.name()),
                        h.page(),
                        Phrase.of("papers", "draft.exhibit.kind." + h.kind().name())))
                .toList();
    }

    /** Every authority that the papers may cite, those against first. */
    public List<Authority> authorities() {
        return Gates.cited(in.claim());
    }

    /** The draft of a paper. */
    Draft draft(String name, List<Phrase> redactions) {
        if (name.equals("records-request")) {
            return records(RecordsRequest.of(request()));
        } else if (name.equals("petition")) {
            return records(Petition.of(new PetitionInputs(
                    request(),
                    in.claim(),
                    in.law().jurisdiction(in.matter().jurisdiction()),
                    history(),
                    in.filing().exhibits().stream().map(Filing.Exhibit::title).toList())));
        }
        String template = name.startsWith("complaint-") ? "administrative-complaint" : name;
        Lang lang = name.endsWith("-es") ? Lang.ES : Lang.EN;
        String subject = SuitFields.subject(in);
        List<String> notices = new ArrayList<>();
        if (!gates.open()) {
            notices.add(PdfMeta.DRAFT);
        }
        if (!plan.ripe() && !STEPS.contains(name)) {
            notices.add(SuitFields.notice(in));
        }
        Fields own = own(name, lang, redactions);
        return new Draft(
                template,
                Phrasebook.of(lang).say(Phrase.of("papers", "draft.suit.title", paper(name, lang), subject)),
                say("suit.description", paper(name, Lang.EN), in.claim().id()),
                in.matter().asOf(),
                notices,
                own,
                lang,
                FOR_COURT.contains(name) ? Optional.of(format) : Optional.empty());
    }

    private static String paper(String name, Lang lang) {
        return Phrasebook.of(lang).say("papers", "draft.suit.paper." + name);
    }

    private Fields own(String name, Lang lang, List<Phrase> redactions) {
        Overlay overlay = Overlay.of(fields)
                .rows(
                        "redactions",
                        LawFields.texts(redactions.stream().map(English::say).map(English::sentence)))
                .when("redactions_none", redactions.isEmpty());
        if (name.startsWith("complaint-")) {
            String office = name.substring("complaint-".length());
            overlay.words("office", say("suit.office." + office))
                    .words("office_role", say("suit.office-role." + office))
                    .when("federal_office", !office.equals("state"));
        }
        if (!FOR_COURT.contains(name)) {
            List<Fields> told = SuitFields.letterFacts(in, name.equals("demand-letter"));
            overlay.rows("facts", told).when("no_facts", told.isEmpty());
        }
        boolean step = STEPS.contains(name);
        overlay.words("ripe_notice", plan.ripe() || step ? "" : SuitFields.notice(in))
                .words("footer", footer(name, lang));
        if (lang == Lang.ES) {
            spanish(overlay);
        }
        meeting(overlay, lang);
        return overlay.build();
    }

    /** What stands at the foot of each page: the paper and the day. */
    private String footer(String name, Lang lang) {
        Phrasebook book = Phrasebook.of(lang);
        return book.say(Phrase.of(
                "papers", "draft.footer", paper(name, lang), in.matter().asOf()));
    }

    /** The sheet for a meeting in Spanish: its law stays in the words it was read in, the rest is said in Spanish. */
    private void spanish(Overlay overlay) {
        Phrasebook book = Phrasebook.of(Lang.ES);
        List<StateMandate> here = in.law().mandates().stream()
                .filter(m -> m.state().equals(in.matter().jurisdiction()))
                .toList();
        boolean required = in.claim().more().guard().isPresent()
                || here.stream().anyMatch(m -> m.position() == StateMandate.Position.REQUIRES);
        List<String> lines = new ArrayList<>();
        here.forEach(m -> lines.add(English.sentence(
                book.say(Phrase.of("papers", "draft." + ScreenFields.label(m), book.say(m.duty()), m.printed())))));
        lines.add(book.say("papers", required ? "draft.suit.meeting.required" : "draft.suit.meeting.free"));
        overlay.rows("law_lines", LawFields.texts(lines.stream()))
                .when("law_lines_none", here.isEmpty())
                .words("ask_line", book.say("papers", required ? "draft.suit.ask.required" : "draft.suit.ask.free"))
                .words("as_of", book.say(in.matter().asOf()));
        if (SuitFields.agency(in).startsWith("[")) {
            overlay.words("agency", "[NOMBRE DE LA AGENCIA]");
        }
    }

    private void meeting(Overlay overlay, Lang lang) {
        Phrasebook book = Phrasebook.of(lang);
        var agreements = in.record().map(r -> r.agreements()).orElse(List.of());
        String agency = SuitFields.agency(in);
        String name = agency.startsWith("[") && lang == Lang.ES ? "[NOMBRE DE LA AGENCIA]" : agency;
        List<Note> notes = new ArrayList<>();
        in.record()
                .map(r ->
                        agreements.isEmpty() ? r.searched() : agreements.get(0).proof())
                .ifPresent(s -> English.once(s).stream()
                        .limit(3)
                        .forEach(p -> notes.add(new Note(Note.Kind.SOURCE, English.sentence(English.full(p))))));
        // Where no list was looked through, nothing is said of what lists show.
        boolean looked = in.record().filter(r -> !r.searched().isEmpty()).isPresent();
        String key = looked ? "none" : "unknown";
        String line = agreements.isEmpty()
                ? book.say(Phrase.of("papers", "draft.suit.status." + key, name))
                : book.say(Phrase.of(
                        "papers",
                        "draft.suit.status.some",
                        name,
                        agreements.size(),
                        agreements.get(0).lastListed()));
        overlay.words("status_line", line).notes("status_notes", notes);
    }

    /** A draft of the records papers, under this package's notices, signed as the others are. */
    private Draft records(Draft draft) {
        Overlay overlay = Overlay.of(draft.fields());
        if (draft.template().equals("petition")) {
            overlay.when("alone", false);
            List.of("attorney", "bar", "firm").forEach(f -> overlay.copy(f, fields));
            in.filing().respondent().ifPresent(r -> overlay.words("respondent", r));
            in.filing().number().ifPresent(n -> overlay.words("court_number", n));
        }
        List<String> notices = draft.notices().stream()
                .filter(n -> !gates.open() || !n.equals(PdfMeta.DRAFT))
                .toList();
        return new Draft(
                draft.template(),
                draft.title(),
                draft.description(),
                draft.asOf(),
                notices,
                gates.open() ? overlay.words("draft_notice", "").build() : overlay.build(),
                draft.lang(),
                draft.format());
    }

    private RequestInputs request() {
        RequestInputs given = in.request()
                .orElseThrow(() -> new IllegalStateException("a request for records needs an agency or its gap"));
        return new RequestInputs(
                in.matter().asOf(),
                given.record(),
                given.asked(),
                given.law(),
                given.overlay(),
                given.deadlines(),
                in.filing().publicName().or(given::requester));
    }

    /** What the matter says of request, answer and appeal, with the exhibits that show it. */
    RequestHistory history() {
        Matter matter = in.matter();
        Optional<Event> request = matter.day("request_date").map(d -> event("request_date", d));
        Optional<Event> delivery = request.filter(r -> matter.truth("request_delivered") == org.writwatch.law.Truth.MET)
                .map(r -> event("request_delivered", r.on()));
        Map<String, Event> steps = new LinkedHashMap<>();
        matter.day("appeal_date").ifPresent(d -> steps.put(RequestHistory.APPEAL, event("appeal_date", d)));
        return new RequestHistory(
                in.filing().publicName(),
                request,
                delivery,
                matter.day("denial_date").map(d -> event("denial_date", d)),
                Optional.empty(),
                steps);
    }

    private Event event(String fact, java.time.LocalDate on) {
        for (Filing.Exhibit exhibit : in.filing().exhibits()) {
            Filing.Proof proof = exhibit.proves().get(fact);
            if (proof != null) {
                return new Event(on, "", Optional.of(exhibit.title()), Optional.of(say("suit.page", proof.page())));
            }
        }
        return new Event(on, "", Optional.empty());
    }

    private String limit(int words, int pages) {
        List<String> said = new ArrayList<>();
        format.words().ifPresent(w -> said.add(say(words > w ? "suit.over-words" : "suit.under-words", words, w)));
        format.pages().ifPresent(p -> said.add(say(pages > p ? "suit.over-pages" : "suit.under-pages", pages, p)));
        if (said.isEmpty()) {
            said.add(say("suit.no-limit"));
        }
        return String.join(" ", said) + " [VERIFY]";
    }

    /** The result of the screening as one word. */
    public String result() {
        return in.claim().result().name().toLowerCase(Locale.ROOT);
    }
}
