package org.writwatch.papers.draft.suit;

import static org.writwatch.papers.draft.records.English.say;
import static org.writwatch.papers.draft.records.English.sentence;
import static org.writwatch.papers.draft.suit.LawFields.authority;
import static org.writwatch.papers.draft.suit.LawFields.cited;
import static org.writwatch.papers.draft.suit.LawFields.texts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.writwatch.law.Authority;
import org.writwatch.law.Screening.CircuitRow;
import org.writwatch.law.Screening.Claim;
import org.writwatch.law.Screening.Deadline;
import org.writwatch.law.Screening.Gate;
import org.writwatch.law.Screening.Weighing;
import org.writwatch.law.StateMandate;
import org.writwatch.law.Truth;
import org.writwatch.papers.draft.Fields;
import org.writwatch.papers.draft.records.English;

/** What the screen says of the claim as fields: authority against it first, circuits, factors, gates, dates, other ways. */
final class ScreenFields {
    /** Gates that a memorandum speaks of; the others are for the lawyer alone. */
    private static final Set<String> PLEADED =
            Set.of("respondent_sovereign", "adequate_remedy", "demand_refusal", "standing", "time", "mootness");

    private ScreenFields() {}

    static void add(SuitInputs in, Plan plan, Fields.Builder fields) {
        Claim claim = in.claim();
        fields.words("claim_title", sentence(say(claim.title())))
                .words("result", say("result." + claim.result().key()))
                .words("result_why", sentence(say(claim.why())))
                .rows("guard", texts(claim.more().guard().stream().map(g -> sentence(say(g)))))
                .rows("emergency", texts(in.screening().emergency().stream().map(e -> sentence(say(e)))))
                .rows("why_papers", texts(plan.why().stream().map(w -> sentence(say(w)))));
        authorities(in, fields);
        circuits(claim, fields);
        factors(in, claim, fields);
        fields.rows("gates", gates(claim, g -> true)).rows("memo_gates", gates(claim, g -> PLEADED.contains(g.id())));
        fields.rows(
                "remedies",
                claim.remedies().stream()
                        .map(r -> Fields.builder()
                                .words("remedy", say(r.name()))
                                .words("remedy_why", sentence(say(r.why())))
                                .build())
                        .toList());
        List<Fields> dates = claim.deadlines().stream().map(ScreenFields::date).toList();
        fields.rows("dates", dates).when("dates_none", dates.isEmpty());
        practice(claim, fields);
        meeting(in, fields);
    }

    /** Gates that come up for the claim. */
    private static List<Fields> gates(Claim claim, Predicate<Gate> wanted) {
        return claim.gates().stream()
                .filter(g -> !g.why().key().endsWith("gate.not-asked"))
                .filter(wanted)
                .map(g -> Fields.builder()
                        .words("gate", sentence(say(g.why())))
                        .words("truth", say("truth." + g.truth().name().toLowerCase(Locale.ROOT)))
                        .when("open", g.truth() != Truth.MET)
                        .words("cited_for", cited("suit.see", g.authorities()))
                        .build())
                .toList();
    }

    /** Authorities against the claim, of the claim and of each element. */
    static List<Authority> against(Claim claim) {
        Map<String, Authority> once = new LinkedHashMap<>();
        claim.adverse().forEach(a -> once.putIfAbsent(a.id(), a));
        claim.elements().forEach(e -> e.against().forEach(a -> once.putIfAbsent(a.id(), a)));
        return List.copyOf(once.values());
    }

    private static void authorities(SuitInputs in, Fields.Builder fields) {
        List<Authority> against = against(in.claim());
        List<Authority> supporting = in.claim().supporting();
        fields.rows("adverse", against.stream().map(a -> authority(a, true)).toList())
                .when("adverse_none", against.isEmpty())
                .rows(
                        "supporting",
                        supporting.stream().map(a -> authority(a, false)).toList())
                .when("supporting_none", supporting.isEmpty());
    }

    private static void circuits(Claim claim, Fields.Builder fields) {
        List<CircuitRow> rows = claim.more().circuits();
        Optional<CircuitRow> home = rows.stream().filter(CircuitRow::home).findFirst();
        List<Authority> adverse = home.map(CircuitRow::adverse).orElse(List.of());
        fields.when("circuit_warning", !rows.isEmpty())
                .words(
                        "circuit_heading",
                        home.map(h -> say("suit.circuit", h.name())).orElse(say("suit.circuit-unknown")))
                .rows(
                        "home_adverse",
                        adverse.stream().map(a -> authority(a, true)).toList())
                .when("home_none", adverse.isEmpty())
                .rows(
                        "circuits",
                        rows.stream()
                                .map(r -> Fields.builder()
                                        .words("circuit", r.home() ? say("suit.home", r.name()) : r.name())
                                        .words("against", list(r.adverse()))
                                        .words("favor", list(r.favorable()))
                                        .build())
                                .toList());
    }

    private static String list(List<Authority> authorities) {
        return authorities.isEmpty()
                ? say("suit.none-held")
                : authorities.stream().map(English::citation).collect(Collectors.joining("; "));
    }

    /** The factors in two columns, with the facts that speak; nothing is added up. */
    private static void factors(SuitInputs in, Claim claim, Fields.Builder fields) {
        Statements statements = SuitFields.statements(in);
        List<Weighing.Factor> factors =
                claim.more().weighing().map(Weighing::factors).orElse(List.of());
        fields.when("weighed", !factors.isEmpty())
                .rows(
                        "factors",
                        factors.stream()
                                .map(f -> Fields.builder()
                                        .words("factor", say(f.question()))
                                        .words("helps", side(f.helps(), f, statements, "helps"))
                                        .words("hurts", side(f.hurts(), f, statements, "hurts"))
                                        .build())
                                .toList());
    }

    private static String side(Truth truth, Weighing.Factor factor, Statements statements, String side) {
        if (truth == Truth.UNKNOWN) {
            return say("suit.factor.unknown");
        } else if (truth == Truth.NOT_MET) {
            return say("suit.factor.not");
        }
        String facts = statements.list().stream()
                .filter(s -> factor.facts().contains(s.fact()))
                .map(Statements.Statement::text)
                .collect(Collectors.joining(" "));
        return facts.isEmpty() ? say("suit.factor." + side) : facts;
    }

    private static Fields date(Deadline deadline) {
        return Fields.builder()
                .words("date", deadline.date().map(English::say).orElse(say("suit.no-date")))
                .words("rule", English.stop(sentence(say(deadline.rule())), deadline.verified()))
                .notes("date_notes", List.of(LawFields.cite(deadline.cite(), deadline.verified())))
                .words("count", deadline.counted().stream().map(English::say).collect(Collectors.joining(" ")))
                .build();
    }

    private static void practice(Claim claim, Fields.Builder fields) {
        List<String> said = new ArrayList<>();
        claim.more().respondent().ifPresent(r -> {
            said.add(sentence(say("suit.sue", say(r.who()), say(r.capacity()))));
            said.add(sentence(English.stop(English.calm(say("suit.court", say(r.court()))), r.courtVerified())));
        });
        claim.more()
                .practice()
                .forEach(p -> said.add(English.stop(sentence(English.calm(say(p.what()))), p.verified())));
        claim.more().notes().forEach(n -> said.add(sentence(say(n))));
        claim.after().forEach(s -> said.add(English.stop(sentence(say("suit.after", say(s.what()))), s.verified())));
        fields.rows("practice", texts(said.stream()));
    }

    /** How a line on a state's position begins: a bill or an opinion is not called law. */
    static String label(StateMandate mandate) {
        return mandate.position() == StateMandate.Position.PARTIAL ? "suit.partial" : "suit.mandate";
    }

    /** What a sheet for a county meeting says of the law here. */
    private static void meeting(SuitInputs in, Fields.Builder fields) {
        List<StateMandate> mandates = in.law().mandates().stream()
                .filter(m -> m.state().equals(in.matter().jurisdiction()))
                .toList();
        boolean required = in.claim().more().guard().isPresent()
                || mandates.stream().anyMatch(m -> m.position() == StateMandate.Position.REQUIRES);
        fields.rows(
                        "law_lines",
                        texts(Stream.concat(
                                mandates.stream().map(m -> sentence(say(label(m), say(m.duty()), m.printed()))),
                                Stream.of(say(required ? "suit.meeting.required" : "suit.meeting.free")))))
                .when("law_lines_none", mandates.isEmpty())
                .words("ask_line", say(required ? "suit.ask.required" : "suit.ask.free"));
    }
}
