package org.writwatch.evidence;

import java.util.ArrayList;
import java.util.List;
import org.writwatch.evidence.custody.CustodyRecord;
import org.writwatch.evidence.custody.Facility;
import org.writwatch.evidence.harm.Harm;
import org.writwatch.evidence.harm.HarmCatalogue;
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
    private final CustodyRecord record;
    private final String vintage;

    /** Answers from this record. */
    public Effect(CustodyRecord record) {
        this.record = record;
        this.vintage = "ICE daily custody release, " + record.days().from() + " to "
                + record.days().to() + "; ICE monthly custody release, "
                + record.monthly().first() + " to " + record.lastDay();
    }

    /** Answers from the record that comes with the project. */
    public static Effect bundled() {
        return new Effect(CustodyRecord.bundled());
    }

    /**
     * Every question this project asks of a county, in a fixed order: custody for each jail by code, why it changed,
     * crime reporting, trust.
     */
    public List<Finding> forPlace(Place place) {
        List<Finding> findings = new ArrayList<>(custody(place));
        OpenQuestions open = new OpenQuestions(place, vintage, sources());
        if (hasEstimate(findings)) {
            findings.add(open.cause());
        }
        findings.add(open.crimeReporting());
        findings.add(open.trust());
        return List.copyOf(findings);
    }

    /**
     * Every harm of the catalogue: what {@link #forPlace} gives, and a refusal for each further harm that names the data
     * that would answer it, in the catalogue's order.
     */
    public List<Finding> everyHarm(Place place) {
        List<Finding> findings = new ArrayList<>(forPlace(place));
        OpenQuestions open = new OpenQuestions(place, vintage, sources());
        for (Harm harm : HarmCatalogue.list()) {
            boolean asked = findings.stream().anyMatch(f -> f.id().equals(harm.id()));
            if (harm.answer() == Harm.Kind.REFUSAL && !asked) {
                findings.add(open.refuse(harm));
            }
        }
        return List.copyOf(findings);
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
                found.add(new JailFinding(record, place, jail, vintage, sources()).find());
            } else {
                silent.add(jail);
            }
        }
        if (found.isEmpty()) {
            found.add(noRows(place, silent));
        }
        return found;
    }

    private Finding noRows(Place place, List<Facility> listed) {
        Phrase found = listed.isEmpty()
                ? say("none.found-unlisted", PlaceName.of(place))
                : say(
                        "none.found",
                        PlaceName.of(place),
                        listed.stream().map(Facility::name).sorted().toList());
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
