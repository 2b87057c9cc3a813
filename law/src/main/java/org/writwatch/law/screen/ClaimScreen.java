package org.writwatch.law.screen;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.law.Authority;
import org.writwatch.law.Circuits;
import org.writwatch.law.Law;
import org.writwatch.law.RecordsLaw;
import org.writwatch.law.RecordsLaw.Appeal;
import org.writwatch.law.Result;
import org.writwatch.law.Screening;
import org.writwatch.law.Screening.NextStep;
import org.writwatch.law.Truth;
import org.writwatch.law.calendar.Closures;
import org.writwatch.law.load.ClaimFile;
import org.writwatch.law.load.MandamusReader;
import org.writwatch.law.load.ReadingsFile;
import org.writwatch.law.matter.FactTable;
import org.writwatch.law.matter.Matter;
import org.writwatch.law.matter.ProcessingTimes;
import org.writwatch.law.rule.Deciding;
import org.writwatch.law.rule.Decision;
import org.writwatch.law.rule.Proof;
import org.writwatch.law.rule.Rule;

/** Screens one claim of one matter. */
final class ClaimScreen {
    /** Prefix of the atom "somebody has read the law this element rests on". */
    private static final String VERIFY = "verify.";

    /** How many of the smallest deciding sets are listed; all are counted. */
    private static final int LISTED = 5;

    private final Law law;
    private final Matter matter;
    private final ClaimFile claim;
    private final Closures closures;
    private final Optional<ProcessingTimes> times;
    private final MatterAtoms atoms;
    private final LegalBasis basis;
    private final FactTable table;

    ClaimScreen(Law law, Matter matter, ClaimFile claim, Closures closures, Optional<ProcessingTimes> times) {
        this.times = times;
        this.law = law;
        this.matter = matter;
        this.claim = claim;
        this.closures = closures;
        this.atoms = new MatterAtoms(law, matter, claim.defaultVehicle(), closures);
        this.basis = new LegalBasis(law, matter.jurisdiction(), atoms.uscis());
        this.table = law.facts();
    }

    Screening.Claim run() {
        List<Screening.Gate> gates = claim.gates().stream().map(this::gate).toList();
        List<Screening.Element> elements =
                claim.elements().stream().map(this::element).toList();
        Decision whole = Decision.of(whole(), this::known);
        Result result = ResultRule.of(claim, gates, elements);
        boolean open = whole.truth() == Truth.UNKNOWN;
        Deciding decides = open ? whole.wouldMeet(this::learnedBy, this::cost, LISTED) : Deciding.NONE;
        Deciding ends = open ? whole.wouldFail(this::learnedBy, this::cost, LISTED) : Deciding.NONE;
        List<Screening.Reading> lawToRead = open ? lawToRead(whole) : List.of();
        return new Screening.Claim(
                claim.id(),
                Phrase.of("law", "claim." + claim.id() + ".title"),
                result,
                ResultRule.why(claim.id(), result, gates, elements, lawToRead),
                gates,
                elements,
                authorities(claim.supporting()),
                authorities(adverse()),
                decides.cheapest(),
                ends.cheapest(),
                remedies(),
                new ClaimDeadlines(law, matter, atoms.uscis(), closures).list(claim.id()),
                claim.id().equals("D") ? before() : List.of(),
                claim.id().equals("D") ? after() : List.of(),
                Optional.of(law.jurisdiction(claim.id().equals("H") ? "US" : matter.jurisdiction())
                        .writ()),
                new Extras(law, matter, claim, atoms, vehicle(), times).more(decides.count(), ends.count(), lawToRead));
    }

    /** The word alone. */
    Result word() {
        return ResultRule.of(
                claim,
                claim.gates().stream().map(this::gate).toList(),
                claim.elements().stream().map(this::element).toList());
    }

    /** Facts, not stated, that could settle something the claim hangs on. */
    Set<String> hangsOn() {
        Set<String> facts = new TreeSet<>();
        Decision.of(whole(), this::known).hangsOn().forEach(a -> facts.addAll(learnedBy(a)));
        return facts;
    }

    private Screening.Gate gate(ClaimFile.Gate gate) {
        Truth truth = Decision.of(gate.rule(), this::known).truth();
        return new Screening.Gate(gate.id(), truth, gateWhy(gate, truth), authorities(gate.authorities()));
    }

    /** The gate's words for this claim where it has its own, else the common ones. */
    private Phrase gateWhy(ClaimFile.Gate gate, Truth truth) {
        String tail = gate.id() + "." + truth.name().toLowerCase(Locale.ROOT);
        String own = "claim." + claim.id() + ".gate." + tail;
        if (Phrasebook.of(Lang.EN).knows("law", own)) {
            return Phrase.of("law", own);
        }
        boolean idle = truth == Truth.MET && gate.rule().equals(new Rule.All(List.of()));
        return Phrase.of("law", idle ? "gate.not-asked" : "gate." + tail);
    }

    private Screening.Element element(ClaimFile.Element element) {
        Rule rule = guarded(element);
        Truth truth = Decision.of(rule, this::known).truth();
        return new Screening.Element(
                element.id(),
                Phrase.of("law", "element." + element.id()),
                truth,
                truth == Truth.UNKNOWN && contested(element),
                usedFacts(element.rule()),
                authorities(element.supporting()),
                authorities(element.against()),
                basis.verified(element.law()),
                Proof.of(rule, this::known));
    }

    /** Courts of this jurisdiction have gone both ways on what the element asks. */
    private boolean contested(ClaimFile.Element element) {
        return element.law().contains("holding")
                && law.readings().holding().stream()
                        .anyMatch(h ->
                                h.state().equals(matter.jurisdiction()) && h.stance() == ReadingsFile.Stance.SPLIT);
    }

    /** The element's rule, and that somebody has read the law it rests on: unverified law alone never meets it. */
    private static Rule guarded(ClaimFile.Element element) {
        return new Rule.All(List.of(element.rule(), new Rule.Is(VERIFY + element.id())));
    }

    private Rule whole() {
        List<Rule> all = new ArrayList<>();
        claim.gates().forEach(g -> all.add(g.rule()));
        claim.elements().forEach(e -> all.add(guarded(e)));
        return new Rule.All(all);
    }

    private Truth known(String atom) {
        if (!atom.startsWith(VERIFY)) {
            return atoms.known(atom);
        }
        List<String> rests = restsOn(atom);
        boolean read = basis.verified(rests) || readings(rests).anyMatch(f -> atoms.stated(f) == Truth.MET);
        return read ? Truth.MET : Truth.UNKNOWN;
    }

    private List<String> restsOn(String verify) {
        return claim.elements().stream()
                .filter(e -> verify.equals(VERIFY + e.id()))
                .findFirst()
                .map(ClaimFile.Element::law)
                .orElse(List.of());
    }

    /** Facts by which the user says that a lawyer has read the law. */
    private static Stream<String> readings(List<String> rests) {
        return rests.stream()
                .filter(r -> r.startsWith(LegalBasis.READ))
                .map(r -> r.substring(LegalBasis.READ.length()));
    }

    private int cost(String atom) {
        return table.find(atom).map(FactTable.Entry::cost).orElse(1);
    }

    private List<String> usedFacts(Rule rule) {
        Set<String> used = new LinkedHashSet<>();
        for (String atom : rule.atoms()) {
            used.addAll(atoms.facts(atom));
        }
        used.removeIf(f -> table.find(f).isEmpty());
        return List.copyOf(used);
    }

    /** The facts that settle an atom and are not stated; a reading of the law is settled by none. */
    private Set<String> learnedBy(String atom) {
        Set<String> facts = new TreeSet<>();
        if (atom.startsWith(VERIFY)) {
            readings(restsOn(atom)).forEach(facts::add);
        } else {
            facts.addAll(atoms.facts(atom));
        }
        facts.removeIf(f -> matter.find(f).isPresent());
        return facts;
    }

    private List<Screening.Reading> lawToRead(Decision whole) {
        return whole.hangsOn().stream()
                .filter(a -> a.startsWith("law.") || a.startsWith(VERIFY) || a.startsWith("uscis."))
                .filter(a -> learnedBy(a).isEmpty())
                .map(a -> new Screening.Reading(a, reading(a)))
                .toList();
    }

    private static Phrase reading(String atom) {
        return atom.startsWith(VERIFY)
                ? Phrase.of("law", "read.element", Phrase.of("law", "element." + atom.substring(VERIFY.length())))
                : Phrase.of("law", "read." + atom);
    }

    private List<Authority> authorities(List<String> ids) {
        List<Authority> all = new ArrayList<>(ids.stream()
                .map(law::authority)
                .filter(a -> !a.foreignTo(matter.jurisdiction()))
                .toList());
        all.sort((a, b) -> Boolean.compare(here(b), here(a)));
        return all;
    }

    /** What the claim's file names against it, and what this jurisdiction's own law has against it. */
    private List<String> adverse() {
        Set<String> ids = new LinkedHashSet<>(claim.adverse());
        law.authorities().stream()
                .filter(a -> a.where().contains(matter.jurisdiction()))
                .filter(a ->
                        a.claimTypes().contains(claim.id()) && !a.cutsAgainst().isEmpty())
                .map(Authority::id)
                .filter(id -> !claim.supporting().contains(id))
                .forEach(ids::add);
        return List.copyOf(ids);
    }

    /** Of this state or, for a federal claim, of this circuit. */
    private boolean here(Authority authority) {
        return authority.where().contains(matter.jurisdiction())
                || (claim.id().equals("H")
                        && atoms.circuit()
                                .map(c -> Circuits.states(c).stream()
                                        .anyMatch(s -> authority.where().contains(s)))
                                .orElse(false));
    }

    /** Other ways in the order of the claim's file; when someone is held now, habeas corpus before all. */
    private List<Screening.Remedy> remedies() {
        List<String> ids = new ArrayList<>(claim.remedies());
        if (matter.truth("held_now") == Truth.MET && !claim.id().equals("D")) {
            ids.remove("habeas");
            ids.add(0, "habeas");
        }
        return ids.stream()
                .map(id -> MandamusReader.remedy(law, id, matter.jurisdiction()))
                .toList();
    }

    private String vehicle() {
        return matter.choice("vehicle").orElse(claim.defaultVehicle());
    }

    private RecordsLaw records() {
        return law.records(matter.jurisdiction());
    }

    private List<NextStep> before() {
        List<NextStep> all = new ArrayList<>();
        if (records().appeal().kind() == Appeal.Kind.MANDATORY) {
            all.add(new NextStep(
                    "appeal",
                    Phrase.of(
                            "law",
                            "step.appeal",
                            records().administrativeAppeal().said()),
                    records().administrativeAppeal().confidence().verified(),
                    records()
                            .administrativeAppeal()
                            .authority()
                            .orElse(records().statute())));
        }
        records().before().forEach(s -> all.add(step(s)));
        records().feesOnly().forEach(s -> all.add(step(s)));
        return all;
    }

    private List<NextStep> after() {
        return records().after().stream().map(this::step).toList();
    }

    private NextStep step(RecordsLaw.Step step) {
        return new NextStep(
                step.id(),
                step.what(),
                step.basis().confidence().verified(),
                step.basis().authority().orElse(records().statute()));
    }
}
