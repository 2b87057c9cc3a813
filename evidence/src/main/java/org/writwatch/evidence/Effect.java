package org.writwatch.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.writwatch.agreements.Registry;
import org.writwatch.evidence.custody.CustodyRecord;
import org.writwatch.evidence.custody.Facility;
import org.writwatch.evidence.harm.Harm;
import org.writwatch.evidence.harm.HarmCatalogue;
import org.writwatch.evidence.held.HeldTables;
import org.writwatch.facts.Place;
import org.writwatch.facts.Source;
import org.writwatch.facts.phrase.Phrase;

/**
 * What changed in one county: the ready-made questions, each answered or refused.
 *
 * <p>Nothing about any place is known to this class: dates are searched for, comparison jails are picked by rule. The
 * same record and place give the same findings. Immutable, safe to share between threads.
 */
public final class Effect {
    private final HeldTables held;
    private final CustodyRecord record;
    private final Registry registry;
    private final String vintage;
    private final Consumer<Specification> announce;
    private final Map<LocalDate, Effect> cut = new ConcurrentHashMap<>();

    /** Answers from this record and the register that comes with the project. */
    public Effect(CustodyRecord record) {
        this(record, Registry.bundled(), s -> {});
    }

    /** Answers from this record and register; the specifications are announced to {@code announce}. */
    public Effect(CustodyRecord record, Registry registry, Consumer<Specification> announce) {
        this(HeldTables.of(record), registry, announce);
    }

    /**
     * Answers from these tables and this register.
     *
     * @param announce told each specification before anything after the change it names is read
     */
    public Effect(HeldTables held, Registry registry, Consumer<Specification> announce) {
        this.held = held;
        this.record = held.custody();
        this.registry = registry;
        this.announce = announce;
        this.vintage = record.vintage();
    }

    /** Answers from the record that comes with the project. */
    public static Effect bundled() {
        return new Effect(CustodyRecord.bundled());
    }

    /**
     * Every question this project asks of a county, in a fixed order: custody for each jail by code, why it changed, what
     * came back after an agreement that is no longer listed, crime reporting, trust.
     */
    public List<Finding> forPlace(Place place) {
        return forPlace(place, registry.lastList());
    }

    /**
     * The same as of a day: agreements as the lists made by then show them, and nothing in the custody record after it. As
     * of a day before the record begins, custody is refused too.
     */
    public List<Finding> forPlace(Place place, LocalDate asOf) {
        if (isBeforeRecord(asOf)) {
            return answers(place, asOf);
        }
        return cut.computeIfAbsent(asOf, day -> new Effect(held.until(day), registry, announce))
                .answers(place, asOf);
    }

    private List<Finding> answers(Place place, LocalDate asOf) {
        List<Finding> custody = isBeforeRecord(asOf)
                ? List.of(
                        refused(place, say("as-of.too-old", asOf, record.days().from())))
                : custody(place);
        OpenQuestions open = new OpenQuestions(place, vintage, sources());
        AfterRemedy remedy = new AfterRemedy(place, custody, registry, asOf, vintage, sources());
        List<Finding> outcomes = new ArrayList<>();
        new OutcomeFindings(held, place, announce)
                .byHarm(remedy.changes())
                .values()
                .forEach(outcomes::addAll);
        List<Finding> measured = new ArrayList<>(custody);
        measured.addAll(outcomes);
        List<Finding> findings = new ArrayList<>(SeveralAnswers.adjusted(measured));
        if (hasEstimate(custody)) {
            findings.add(custody.size(), open.cause().with(remedy.dates()));
        }
        Optional<Finding> after = remedy.finding(outcomes, isAnswered("crime-reporting", outcomes));
        after.ifPresent(findings::add);
        if (after.isEmpty() && !hasEstimate(custody)) {
            findings.set(0, findings.get(0).with(remedy.dates()));
        }
        if (!isAnswered("crime-reporting", findings)) {
            findings.add(open.crimeReporting());
        }
        findings.add(open.trust());
        return List.copyOf(findings);
    }

    /**
     * Every harm of the catalogue: what {@link #forPlace} gives, and a refusal for each further harm that names the data
     * that would answer it, in the catalogue's order.
     */
    public List<Finding> everyHarm(Place place) {
        return everyHarm(place, registry.lastList());
    }

    /** The same as of a day. */
    public List<Finding> everyHarm(Place place, LocalDate asOf) {
        List<Finding> findings = new ArrayList<>(forPlace(place, asOf));
        OpenQuestions open = new OpenQuestions(place, vintage, sources());
        for (Harm harm : HarmCatalogue.list()) {
            boolean asked =
                    findings.stream().anyMatch(f -> f.id().equals(harm.id())) || isAnswered(harm.id(), findings);
            if (harm.answer() == Harm.Kind.REFUSAL && !asked) {
                findings.add(open.refuse(harm));
            }
        }
        return List.copyOf(findings);
    }

    private boolean isAnswered(String harm, List<Finding> findings) {
        return findings.stream().anyMatch(f -> f.answer() instanceof Answer.Estimated && held.answers(harm, f.id()));
    }

    /** Whether any finding carries an estimate; when none does, the command line exits with 4. */
    public static boolean hasEstimate(List<Finding> findings) {
        return findings.stream().anyMatch(f -> f.answer() instanceof Answer.Estimated);
    }

    private List<Finding> custody(Place place) {
        List<Facility> jails = record.inCounty(place.fips(), Facility.Kind.LOCAL_JAIL);
        List<Finding> found = new ArrayList<>();
        List<Facility> silent = new ArrayList<>();
        for (Facility jail : jails) {
            if (record.daily().find(jail.code()).isPresent()
                    || !record.monthly().of(jail.code()).isEmpty()) {
                found.add(new JailFinding(held, place, jail, vintage, sources(), announce).find());
            } else {
                silent.add(jail);
            }
        }
        if (found.isEmpty()) {
            found.add(noRows(place, silent));
        }
        return found;
    }

    private boolean isBeforeRecord(LocalDate asOf) {
        return asOf.isBefore(record.days().from().plusMonths(1));
    }

    private Finding noRows(Place place, List<Facility> listed) {
        Phrase found = listed.isEmpty()
                ? say("none.found-unlisted", PlaceName.of(place))
                : say(
                        "none.found",
                        PlaceName.of(place),
                        listed.stream().map(Facility::name).sorted().toList());
        return refused(place, found);
    }

    private Finding refused(Place place, Phrase found) {
        Answer answer =
                new Answer.TooThin(found, say("thin.enough", JailFinding.FEWEST_PERSON_DAYS), say("thin.request"));
        return new Finding(
                "custody",
                place,
                say("custody.question-county", PlaceName.of(place)),
                say("none.design"),
                answer,
                say("none.reading", found),
                List.of(say("not.zero")),
                List.of(),
                List.of(),
                say(
                        "coverage.record",
                        record.days().from(),
                        record.days().to(),
                        JailFinding.percent(record.dailyCoverage().sharePlaced()),
                        record.lastDay(),
                        JailFinding.percent(record.monthlyCoverage().sharePlaced())),
                List.of(),
                vintage,
                sources());
    }

    private List<Source> sources() {
        return record.sources();
    }

    private static Phrase say(String key, Object... args) {
        return Phrase.of("evidence", key, args);
    }
}
