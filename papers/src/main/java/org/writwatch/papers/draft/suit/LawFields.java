package org.writwatch.papers.draft.suit;

import static org.writwatch.papers.draft.records.English.citation;
import static org.writwatch.papers.draft.records.English.clause;
import static org.writwatch.papers.draft.records.English.note;
import static org.writwatch.papers.draft.records.English.say;
import static org.writwatch.papers.draft.records.English.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.writwatch.law.Authority;
import org.writwatch.law.Datum;
import org.writwatch.law.Jurisdiction;
import org.writwatch.law.RecordsLaw;
import org.writwatch.law.Screening.Claim;
import org.writwatch.law.Screening.Deadline;
import org.writwatch.law.Screening.Element;
import org.writwatch.law.Truth;
import org.writwatch.papers.draft.Fields;
import org.writwatch.papers.draft.Note;
import org.writwatch.papers.draft.records.English;

/** The law behind a claim as fields: statutes, practice of the courts, what must be shown. It cites the data and nothing else. */
final class LawFields {
    /** Kinds of authority that are law and not the decision of a court. */
    private static final Set<String> RULES = Set.of("statute", "regulation", "rule");

    private static final List<String> ORDER = List.of("statute", "regulation", "rule");

    private LawFields() {}

    static void add(SuitInputs in, Statements statements, Fields.Builder fields) {
        practice(in, fields);
        statutes(in, fields);
        elements(in, statements, fields);
        records(in, fields);
    }

    private static void practice(SuitInputs in, Fields.Builder fields) {
        Jurisdiction here =
                in.law().jurisdiction(in.federal() ? "US" : in.matter().jurisdiction());
        String practice = say("note.practice", here.name());
        datum("writ_law", here.get("writ"), practice, fields);
        fields.words("writ_name", say("suit.writ")).words("writ_notes", "", note(here.get("writ"), practice));
        datum("court_law", here.get("court"), practice, fields);
        datum("who_may", here.get("who_may_petition"), practice, fields);
        datum("oath", here.get("verification"), practice, fields);
        datum("time_limit", here.get("limitations"), practice, fields);
        datum("writ_kinds", here.get("alternative_peremptory"), practice, fields);
        datum("at_once", here.get("preliminary_relief"), practice, fields);
        datum("demand_law", here.get("demand_and_refusal"), practice, fields);
        here.find("adequate_remedy_note")
                .ifPresentOrElse(
                        a -> datum("adequate", a, practice, fields),
                        () -> fields.words("adequate", say("suit.not-held"))
                                .notes("adequate_notes", List.of(Statements.signer())));
        boolean alternative = String.join(
                        " ", here.get("alternative_peremptory").values())
                .toLowerCase(java.util.Locale.ROOT)
                .matches(".*(alternative|show cause).*");
        fields.when("two_writs", alternative).when("one_writ", !alternative);
        Datum venue = in.law().uscis().venue();
        datum("venue", venue, say("note.practice", here.name()), fields);
    }

    private static void datum(String name, Datum datum, String whole, Fields.Builder fields) {
        fields.words(name, clause(datum)).notes(name + "_notes", List.of(note(datum, whole)));
    }

    private static void statutes(SuitInputs in, Fields.Builder fields) {
        List<Fields> statutes = new ArrayList<>();
        in.claim()
                .more()
                .statutes()
                .forEach(s -> statutes.add(Fields.builder()
                        .words(
                                "text",
                                say("suit.statute", English.stop(sentence(s.text()), s.verified())),
                                cite(s.cite(), s.verified()))
                        .build()));
        Set<String> cited = in.claim().more().statutes().stream()
                .map(s -> s.cite().replace(" [VERIFY]", ""))
                .collect(Collectors.toSet());
        List<Fields> grounds = Gates.cited(in.claim()).stream()
                .filter(a -> RULES.contains(a.type()) && a.citable())
                .filter(a -> !onlyAtAGate(in.claim(), a))
                .filter(a -> !a.foreignTo(in.matter().jurisdiction()))
                .filter(a -> !cited.contains(a.citation()))
                .sorted(java.util.Comparator.comparing(a -> ORDER.indexOf(a.type())))
                .map(a -> Fields.builder()
                        .words("text", say("suit.statute", flagged(a)), note(a))
                        .build())
                .toList();
        if (statutes.isEmpty() && in.claim().id().equals("D")) {
            RecordsLaw records = in.law().records(in.matter().jurisdiction());
            statutes.add(Fields.builder()
                    .words(
                            "text",
                            say("suit.statute", clause(records.enforcement())),
                            note(records.enforcement(), records.statute()))
                    .build());
        }
        fields.rows("statutes", statutes)
                .rows("grounds", grounds)
                .when("law_none", statutes.isEmpty() && grounds.isEmpty())
                .notes("mandamus_notes", mandamus(in));
    }

    /** Whether an authority only shuts a way out (28 USC 1361 against a local officer), so that it governs nothing here. */
    private static boolean onlyAtAGate(Claim claim, Authority authority) {
        boolean gate = claim.gates().stream().anyMatch(g -> g.authorities().contains(authority));
        return gate && claim.elements().stream().noneMatch(e -> e.supporting().contains(authority));
    }

    private static List<Note> mandamus(SuitInputs in) {
        return in.law().findAuthority("1361").map(English::note).map(List::of).orElse(List.of(Statements.signer()));
    }

    /** What an authority holds, flagged where nobody read it. */
    static String flagged(Authority authority) {
        return English.stop(
                sentence(English.unlabelled(authority.holding())),
                authority.confidence().verified());
    }

    /** A citation as a footnote. */
    static Note cite(String cite, boolean verified) {
        String words = cite.isBlank() ? say("suit.no-cite") : cite;
        return new Note(Note.Kind.LAW, English.stop(sentence(words), verified && !cite.isBlank()));
    }

    private static void elements(SuitInputs in, Statements statements, Fields.Builder fields) {
        fields.rows(
                "elements",
                in.claim().elements().stream().map(e -> element(e, statements)).toList());
    }

    private static Fields element(Element element, Statements statements) {
        String statement = sentence(say(element.statement()));
        List<Note> notes = new ArrayList<>();
        element.supporting().forEach(a -> notes.add(note(a)));
        element.against().forEach(a -> notes.add(English.against(a)));
        List<Statements.Statement> rest = statements.list().stream()
                .filter(s -> element.facts().contains(s.fact()))
                .filter(s -> s.part() != Statements.Part.AGAINST && s.part() != Statements.Part.PLAN)
                .toList();
        rest.stream().flatMap(s -> s.notes().stream()).distinct().forEach(notes::add);
        if (notes.isEmpty()) {
            notes.add(Statements.signer());
        }
        String shown = element.truth() == Truth.MET
                ? rest.isEmpty()
                        ? say("suit.shown-law")
                        : say(
                                "suit.shown",
                                rest.stream().map(Statements.Statement::text).collect(Collectors.joining(" ")))
                : say("suit.not-shown");
        String flag = element.verified() ? "" : " [VERIFY]";
        return Fields.builder()
                .words("element", say("suit.element", statement) + flag)
                .words("element_short", shortened(statement))
                .words("shown", shown)
                .words("truth", say("truth." + element.truth().name().toLowerCase(java.util.Locale.ROOT)))
                .when("contested", element.contested())
                .notes("element_notes", English.joined(notes.stream().distinct().toList()))
                .words("cited_for", cited("suit.see", element.supporting()))
                .words("cited_against", cited("suit.but-see", element.against()))
                .build();
    }

    static String cited(String key, List<Authority> authorities) {
        return authorities.isEmpty()
                ? ""
                : " "
                        + English.stop(say(
                                key, authorities.stream().map(English::citation).collect(Collectors.joining("; "))));
    }

    private static String shortened(String statement) {
        String plain = statement.replaceFirst("\\.( \\[VERIFY])?$", "");
        int cut = plain.length() <= 90 ? -1 : plain.lastIndexOf(' ', 90);
        return cut < 0 ? plain : plain.substring(0, cut) + " …";
    }

    private static void records(SuitInputs in, Fields.Builder fields) {
        RecordsLaw law = in.law().records(in.matter().jurisdiction());
        String whole = law.statute();
        fields.words("statute", whole);
        datum("response_rule", law.responseDeadline(), whole, fields);
        datum("review", law.administrativeAppeal(), whole, fields);
        datum("who_may_ask", law.whoMayRequest(), whole, fields);
        datum("fees", law.fees(), whole, fields);
        fields.when("no_appeal_law", law.appeal().kind() == RecordsLaw.Appeal.Kind.NONE)
                .notes(
                        "overlay_notes",
                        in.law().findAuthority("2366").map(English::note).stream()
                                .toList());
        List<Deadline> due = in.claim().deadlines().stream()
                .filter(d -> d.date().isPresent())
                .filter(d -> d.id().contains("response") || d.id().contains("cert"))
                .toList();
        fields.rows(
                "due",
                due.stream()
                        .map(d -> Fields.builder()
                                .words("date", say(d.date().orElseThrow()))
                                .notes("date_notes", List.of(cite(d.cite(), d.verified())))
                                .build())
                        .toList());
    }

    /** Rows of one field, {@code text}. */
    static List<Fields> texts(Stream<String> all) {
        return all.map(t -> Fields.builder().words("text", t).build()).toList();
    }

    /** The words of an authority in a memorandum. */
    static Fields authority(Authority authority, boolean adverse) {
        List<String> points = (adverse ? authority.cutsAgainst() : authority.supports())
                .stream().map(English::unlabelled).toList();
        Optional<String> vehicle = Optional.of(authority.vehicle()).filter(v -> !v.isBlank());
        return Fields.builder()
                .words("citation", English.stop(citation(authority)))
                .words("holding", sentence(English.unlabelled(authority.holding())))
                .when("points_known", !points.isEmpty())
                .words("points", points.isEmpty() ? say("suit.no-points") : sentence(String.join("; ", points)))
                .when("vehicle_known", vehicle.isPresent())
                .words("vehicle", vehicle.map(English::sentence).orElse(""))
                .build();
    }
}
