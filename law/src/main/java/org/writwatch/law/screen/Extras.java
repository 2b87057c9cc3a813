package org.writwatch.law.screen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.law.Datum;
import org.writwatch.law.Jurisdiction;
import org.writwatch.law.Law;
import org.writwatch.law.MandateGuard;
import org.writwatch.law.Screening.CircuitRow;
import org.writwatch.law.Screening.More;
import org.writwatch.law.Screening.Practice;
import org.writwatch.law.Screening.Reading;
import org.writwatch.law.Screening.Statute;
import org.writwatch.law.Screening.Weighing;
import org.writwatch.law.Spanish;
import org.writwatch.law.UscisLaw;
import org.writwatch.law.WhoDecides;
import org.writwatch.law.load.ClaimFile;
import org.writwatch.law.matter.Matter;
import org.writwatch.law.matter.ProcessingTimes;
import org.writwatch.law.rule.Decision;
import org.writwatch.law.rule.Rule;

/** What a claim says beside its gates and elements: whom to sue, how cases are framed here, statutes, circuits, factors. */
final class Extras {
    /** Items of a jurisdiction's practice a petition needs, in order. */
    private static final List<String> PRACTICE = List.of(
            "who_may_petition",
            "demand_and_refusal",
            "limitations",
            "verification",
            "alternative_peremptory",
            "preliminary_relief",
            "fees");

    private static final List<String> STOPS = List.of("A", "B", "C", "E");

    private final Law law;
    private final Matter matter;
    private final ClaimFile claim;
    private final MatterAtoms atoms;
    private final String vehicle;
    private final Optional<ProcessingTimes> times;

    Extras(
            Law law,
            Matter matter,
            ClaimFile claim,
            MatterAtoms atoms,
            String vehicle,
            Optional<ProcessingTimes> times) {
        this.times = times;
        this.law = law;
        this.matter = matter;
        this.claim = claim;
        this.atoms = atoms;
        this.vehicle = vehicle;
    }

    More more(long decides, long ends, List<Reading> lawToRead) {
        return new More(
                decides,
                ends,
                lawToRead,
                Optional.of(new Respondents(law, matter, claim.id(), vehicle).sued()),
                practice(),
                statutes(),
                claim.id().equals("H") ? circuits() : List.of(),
                claim.weighing().map(this::weighing),
                notes(),
                STOPS.contains(claim.id()) ? MandateGuard.of(law, matter.jurisdiction()) : Optional.empty(),
                STOPS.contains(claim.id()) || claim.id().equals("I")
                        ? WhoDecides.of(
                                law, matter.jurisdiction(), matter.respondent().agency(), matter.asOf())
                        : List.of(),
                claim.id().equals("H") ? sections() : List.of());
    }

    private List<Phrase> notes() {
        List<Phrase> all = new ArrayList<>(claim.notes().stream()
                .map(n -> Phrase.of("law", "claim." + claim.id() + ".note." + n))
                .toList());
        if (claim.id().equals("H")) {
            times.ifPresent(t -> all.add(t.said(matter)));
        }
        return all;
    }

    /** What to gather first, the papers a filing has, how such suits tend to end, and what is never done. */
    private List<More.Section> sections() {
        UscisLaw federal = law.uscis();
        return List.of(
                new More.Section("gather", words("uscis.gather.", federal.gather())),
                new More.Section("papers", words("uscis.document.", federal.documents())),
                new More.Section(
                        "outcomes",
                        federal.outcomes().stream()
                                .map(d -> Phrase.of("law", "uscis.outcome", d.said(), Phrase.verbatim(d.source())))
                                .toList()),
                new More.Section("never", words("uscis.never.", federal.never())));
    }

    private static List<Phrase> words(String prefix, List<String> ids) {
        return ids.stream().map(id -> Phrase.of("law", prefix + id)).toList();
    }

    /** How a case is named here and what the practice asks; for a federal delay claim what federal practice asks. */
    private List<Practice> practice() {
        List<Practice> all = new ArrayList<>();
        if (claim.id().equals("H")) {
            UscisLaw federal = law.uscis();
            all.add(item("venue", federal.venue()));
            all.add(item("defendants", federal.defendants()));
            all.add(item("service", federal.service()));
            all.add(item("filing_fee", federal.filingFee()));
            return all;
        } else if (claim.id().equals("I")) {
            return all;
        }
        Jurisdiction here = law.jurisdiction(matter.jurisdiction());
        all.add(law.caption(matter.jurisdiction()));
        PRACTICE.forEach(key -> all.add(item(key, here.get(key))));
        return all;
    }

    private static Practice item(String id, Datum datum) {
        return new Practice(
                id,
                Phrase.of("law", "practice." + id, datum.said()),
                datum.confidence().verified(),
                datum.authority().orElse(""));
    }

    private List<Statute> statutes() {
        return switch (claim.id()) {
            case "E" ->
                law.mandates(matter.jurisdiction()).stream()
                        .map(m -> new Statute(
                                m.id(),
                                m.printed(),
                                m.text(),
                                m.note(),
                                m.confidence().verified(),
                                String.join(" ; ", m.sources())))
                        .toList();
            case "F" ->
                law.reporting(matter.jurisdiction()).stream()
                        .map(r -> new Statute(
                                r.id(),
                                r.printed(),
                                r.duty(),
                                r.datum().note(),
                                r.usable(),
                                r.datum().source()))
                        .toList();
            case "G" ->
                law.certification(matter.jurisdiction()).stream()
                        .map(c -> new Statute(
                                c.id(),
                                c.printed(),
                                c.text(),
                                c.datum().note(),
                                c.datum().confidence().verified(),
                                c.datum().source()))
                        .toList();
            case "H" -> form().stream().toList();
            default -> List.of();
        };
    }

    private Optional<Statute> form() {
        return atoms.uscis()
                .form()
                .map(f -> new Statute(
                        f.id(),
                        f.duty().printed(),
                        f.name() + "; time limit: " + f.clockText()
                                + f.forum().map(w -> "; where: " + w).orElse("")
                                + f.effect().map(e -> "; effect: " + e).orElse(""),
                        said(f),
                        f.bars().isEmpty() ? Optional.empty() : Optional.of(String.join("; ", f.bars())),
                        f.bars().isEmpty() ? Optional.empty() : Optional.of(Spanish.phrase(f.bars(), "")),
                        f.duty().confidence().verified(),
                        f.duty().source()));
    }

    /** What the law says of a form: its time limit, where it may be brought, what filing does. */
    private static Phrase said(UscisLaw.Form f) {
        Phrase where = f.forum()
                .map(w -> Phrase.of("law", "form.where", Spanish.phrase(w)))
                .orElse(Phrase.verbatim(""));
        Phrase effect = f.effect()
                .map(e -> Phrase.of("law", "form.effect", Spanish.phrase(e)))
                .orElse(Phrase.verbatim(""));
        return Phrase.of("law", "form.said", Phrase.verbatim(f.name()), Spanish.phrase(f.clockText()), where, effect);
    }

    /** The home circuit first; within a row what is against before what is for. */
    private List<CircuitRow> circuits() {
        Optional<String> home = atoms.circuit();
        return law.uscis().circuits().stream()
                .map(c -> new CircuitRow(
                        c.id(), c.name(), home.filter(c.id()::equals).isPresent(), c.adverse(), c.favorable()))
                .sorted(Comparator.comparing(r -> !r.home()))
                .toList();
    }

    private Weighing weighing(Rule.Weigh weigh) {
        List<Weighing.Factor> factors = weigh.factors().stream()
                .map(f -> {
                    TreeSet<String> facts = new TreeSet<>();
                    f.helps().atoms().forEach(a -> facts.addAll(atoms.facts(a)));
                    f.hurts().atoms().forEach(a -> facts.addAll(atoms.facts(a)));
                    return new Weighing.Factor(
                            f.id(),
                            Phrase.of("law", "weigh." + weigh.id() + "." + f.id()),
                            Decision.of(f.helps(), atoms::known).truth(),
                            Decision.of(f.hurts(), atoms::known).truth(),
                            List.copyOf(facts));
                })
                .toList();
        return new Weighing(weigh.id(), Phrase.of("law", "weigh." + weigh.id() + ".title"), factors);
    }
}
