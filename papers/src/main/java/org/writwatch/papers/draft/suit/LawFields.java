package org.writwatch.papers.draft.suit;

import static org.writwatch.papers.draft.records.English.citation;
import static org.writwatch.papers.draft.records.English.clause;
import static org.writwatch.papers.draft.records.English.note;
import static org.writwatch.papers.draft.records.English.say;
import static org.writwatch.papers.draft.records.English.sentence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.writwatch.law.Authority;
import org.writwatch.law.Datum;
import org.writwatch.law.Jurisdiction;
import org.writwatch.law.RecordsLaw;
import org.writwatch.law.Screening.Claim;
import org.writwatch.law.Screening.Deadline;
import org.writwatch.law.Screening.Element;
import org.writwatch.law.Screening.Statute;
import org.writwatch.law.StateMandate;
import org.writwatch.law.Truth;
import org.writwatch.law.rule.Proof;
import org.writwatch.papers.draft.Fields;
import org.writwatch.papers.draft.Note;
import org.writwatch.papers.draft.Slot;
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
        fields.words("writ_name", Caption.writ(in.matter().jurisdiction()))
                .words("writ_notes", "", note(here.get("writ"), practice));
        datum("court_law", federalRecords(in) ? records(in).enforcement() : here.get("court"), practice, fields);
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

    /** Whether records are asked of a federal agency: its own law opens the court, and the agency is the one sued. */
    static boolean federalRecords(SuitInputs in) {
        return in.claim().id().equals("D") && in.federal();
    }

    private static RecordsLaw records(SuitInputs in) {
        return in.law().records(in.matter().jurisdiction());
    }

    private static void datum(String name, Datum datum, String whole, Fields.Builder fields) {
        fields.words(name, clause(datum)).notes(name + "_notes", List.of(note(datum, whole)));
    }

    private static void statutes(SuitInputs in, Fields.Builder fields) {
        List<Fields> statutes = new ArrayList<>();
        inForce(in)
                .forEach(s -> statutes.add(Fields.builder()
                        .words(
                                "text",
                                say("suit.statute", English.stop(sentence(English.calm(s.text())), s.verified())),
                                cite(s.cite(), s.verified()))
                        .build()));
        Set<String> cited =
                inForce(in).stream().map(s -> s.cite().replace(" [VERIFY]", "")).collect(Collectors.toSet());
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
            RecordsLaw records = records(in);
            statutes.add(Fields.builder()
                    .words(
                            "text",
                            say("suit.statute", clause(records.enforcement())),
                            note(records.enforcement(), records.statute()))
                    .build());
        }
        fields.rows("statutes", statutes)
                .rows("grounds", grounds)
                .rows("governing", governing(in))
                .when("law_none", statutes.isEmpty() && grounds.isEmpty())
                .notes("mandamus_notes", mandamus(in));
    }

    /** The statutes that the claim rests on; a bill, an opinion or a part of a law is none that a letter demands by. */
    private static List<Statute> inForce(SuitInputs in) {
        Set<String> partial = in.law().mandates().stream()
                .filter(m -> m.position() == StateMandate.Position.PARTIAL)
                .map(StateMandate::id)
                .collect(Collectors.toSet());
        return in.claim().more().statutes().stream()
                .filter(s -> !partial.contains(s.id()))
                .toList();
    }

    /** The statutes that the claim rests on, as a memorandum cites them: by their own words first. */
    private static List<Fields> governing(SuitInputs in) {
        List<Fields> rows = new ArrayList<>();
        inForce(in)
                .forEach(s -> rows.add(Fields.builder()
                        .words("cite", English.stop(s.cite(), s.verified()))
                        .words("said", sentence(English.calm(s.text())))
                        .build()));
        if (rows.isEmpty() && in.claim().id().equals("D")) {
            Datum law = records(in).enforcement();
            rows.add(Fields.builder()
                    .words(
                            "cite",
                            English.stop(
                                    law.authority().orElse(records(in).statute()),
                                    law.confidence().verified()))
                    .words("said", sentence(clause(law)))
                    .build());
        }
        return rows;
    }

    /** What the table of authorities of a memorandum lists: each as it is listed, with the words to look for. */
    static SortedMap<String, String> table(SuitInputs in) {
        SortedMap<String, String> table = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Gates.cited(in.claim()).stream()
                .filter(Authority::citable)
                .forEach(a -> table.putIfAbsent(a.citation(), English.unflagged(a)));
        governing(in).stream()
                .flatMap(g -> g.find("cite").stream())
                .map(c -> ((Slot.Words) c).text().replaceFirst("\\.?( \\[VERIFY])?$", ""))
                .forEach(c -> table.putIfAbsent(c, c));
        return table;
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
        Set<String> holding = new HashSet<>();
        proving(element.proof(), holding);
        if (holding.stream()
                .noneMatch(a -> a.startsWith("law.") || element.facts().contains(a))) {
            holding.addAll(element.facts());
        }
        List<Note> notes = new ArrayList<>();
        List<Statements.Statement> rest = statements.list().stream()
                .filter(s -> holding.contains(s.fact()))
                .filter(s -> s.part() != Statements.Part.AGAINST && s.part() != Statements.Part.PLAN)
                .toList();
        rest.stream().flatMap(s -> s.notes().stream()).distinct().forEach(notes::add);
        element.supporting().forEach(a -> notes.add(note(a)));
        if (!element.against().isEmpty()) {
            notes.add(English.against(element.against()));
        }
        if (notes.isEmpty()) {
            notes.add(Statements.signer());
        }
        List<String> facts = rest.stream()
                .map(Statements.Statement::text)
                .filter(t -> !t.equals(statement))
                .toList();
        String shown = element.truth() != Truth.MET
                ? say("suit.not-shown")
                : !facts.isEmpty()
                        ? say("suit.shown", String.join(" ", facts))
                        : rest.isEmpty() ? say("suit.shown-law") : say("suit.shown-itself");
        String flag = element.verified() ? "" : " [VERIFY]";
        return Fields.builder()
                .words("element", statement + flag)
                .words("element_short", statement.replaceFirst("\\.( \\[VERIFY])?$", ""))
                .words("shown", shown)
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

    /** The facts, and the points of law, by which a proof came out as it did: of several ways, those that lead there. */
    private static void proving(Proof proof, Set<String> facts) {
        if (proof.kind().equals("is") && !proof.of().isEmpty()) {
            facts.add(proof.of().replaceFirst(":.*$", ""));
        }
        boolean choice = proof.kind().equals("any")
                || proof.kind().equals("at_least")
                || proof.kind().equals("unless");
        proof.because().stream()
                .filter(p -> !choice || p.truth() == proof.truth())
                .forEach(p -> proving(p, facts));
    }

    private static void records(SuitInputs in, Fields.Builder fields) {
        RecordsLaw law = records(in);
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
