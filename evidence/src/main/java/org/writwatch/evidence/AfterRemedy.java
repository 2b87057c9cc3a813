package org.writwatch.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.writwatch.agreements.Agreement;
import org.writwatch.agreements.AgreementStatus;
import org.writwatch.agreements.Registry;
import org.writwatch.agreements.memo.Memoranda;
import org.writwatch.evidence.timing.DateClaim;
import org.writwatch.evidence.timing.TreatmentDates;
import org.writwatch.facts.Place;
import org.writwatch.facts.Reach;
import org.writwatch.facts.Source;
import org.writwatch.facts.phrase.Phrase;

/**
 * What came back after an agreement of a county was no longer listed: asked whenever there is such an agreement, and
 * answered "not identified" as long as nothing tells the agreement from the bed contract and the jail's practice.
 */
final class AfterRemedy {
    private final Place place;
    private final List<Finding> custody;
    private final String vintage;
    private final List<Source> sources;
    private final List<TreatmentDates> dated;

    AfterRemedy(
            Place place,
            List<Finding> custody,
            Registry registry,
            LocalDate asOf,
            String vintage,
            List<Source> sources) {
        this.place = place;
        this.custody = List.copyOf(custody);
        this.vintage = vintage;
        this.sources = sources;
        this.dated = registry.policing(place, asOf).stream()
                .filter(a -> a.agency().reach() != Reach.STATEWIDE)
                .map(a -> TreatmentDates.of(a, Memoranda.bundled(), silence(), sources.get(0)))
                .toList();
    }

    /** Every date that a source gives for the agreements of the county, and the one chosen, each a note. */
    List<Diagnostic> dates() {
        return dates(dated);
    }

    private static List<Diagnostic> dates(List<TreatmentDates> dated) {
        List<Diagnostic> all = new ArrayList<>();
        for (TreatmentDates dates : dated) {
            Phrase agreement = Phrase.verbatim(dates.agreement().id());
            dates.claims().forEach(c -> all.add(note(agreement, c.sentence(), Diagnostic.Verdict.NEUTRAL)));
            for (DateClaim.Side side : DateClaim.Side.values()) {
                boolean spoken = dates.claims().stream().anyMatch(c -> c.side() == side);
                if (spoken) {
                    all.add(note(agreement, dates.reason(side), Diagnostic.Verdict.NEUTRAL));
                }
            }
            dates.contradictions()
                    .forEach(c -> all.add(
                            note(agreement, say("dates.contradiction", c.sentence()), Diagnostic.Verdict.AGAINST)));
        }
        return all;
    }

    /**
     * Days on which something changed: those that documents and lists name first, the latest first, then those that the
     * custody record alone gives.
     */
    List<ChangeDate> changes() {
        List<ChangeDate> all = new ArrayList<>();
        for (TreatmentDates dates : dated) {
            for (DateClaim.Side side : DateClaim.Side.values()) {
                dates.chosen(side)
                        .filter(c -> c.exact() && c.basis() != DateClaim.Basis.CUSTODY)
                        .ifPresent(c -> all.add(new ChangeDate(
                                c.from(),
                                c.basis().name().toLowerCase(Locale.ROOT).replace('_', ' '))));
            }
        }
        all.sort(Comparator.comparing(ChangeDate::on).reversed());
        estimates().stream()
                .flatMap(e -> e.changeOn().stream())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .forEach(on -> all.add(new ChangeDate(on, "custody record")));
        return List.copyOf(all);
    }

    /**
     * The question, when an agreement of the county is no longer listed or has ended.
     *
     * @param outcomes answers from tables that a person brought in; those around the end are set beside it
     * @param called whether one of them counts calls to the police
     */
    Optional<Finding> finding(List<Finding> outcomes, boolean called) {
        List<TreatmentDates> over =
                dated.stream().filter(d -> isGone(d.agreement())).toList();
        if (over.isEmpty()) {
            return Optional.empty();
        }
        List<Agreement> gone = over.stream().map(TreatmentDates::agreement).toList();
        boolean fell = estimates().stream()
                .anyMatch(e -> e.difference() < 0
                        && e.changeOn()
                                .filter(on -> gone.stream().anyMatch(a -> mayHaveEnded(a, on)))
                                .isPresent());
        boolean covid = estimates().stream()
                .anyMatch(e -> e.beforePeriod().overlaps(JailDoubts.COVID)
                        || e.afterPeriod().overlaps(JailDoubts.COVID));
        List<Source> proof = new ArrayList<>(sources);
        gone.forEach(a -> proof.add(a.proof().get(a.proof().size() - 1)));
        return Optional.of(new Finding(
                        "after-remedy",
                        place,
                        say("remedy.question", PlaceName.of(place)),
                        say("remedy.design"),
                        new Answer.NotIdentified(
                                say("remedy.because", covid ? 1 : 0, called ? 1 : 0),
                                IntStream.rangeClosed(1, 4)
                                        .filter(i -> i != 3 || !called)
                                        .mapToObj(i -> say("remedy.data." + i))
                                        .toList()),
                        reading(fell, called),
                        List.of(),
                        List.of(),
                        List.of(),
                        say("remedy.coverage", called ? 1 : 0),
                        List.of(),
                        vintage,
                        proof.stream().distinct().toList())
                .with(still(gone))
                .with(dates(over))
                .with(around(gone, outcomes)));
    }

    private static boolean isGone(Agreement agreement) {
        return agreement.status() instanceof AgreementStatus.NotSeen
                || agreement.status() instanceof AgreementStatus.Ended;
    }

    /** Agreements of the county that the last list names. */
    private List<Agreement> listed() {
        return dated.stream()
                .map(TreatmentDates::agreement)
                .filter(a -> a.status() instanceof AgreementStatus.Active)
                .toList();
    }

    private Phrase reading(boolean fell, boolean called) {
        Phrase custodyAnswer =
                say(fell ? "remedy.reading-custody" : "remedy.reading-none", PlaceName.of(place), called ? 1 : 0);
        List<Agreement> listed = listed();
        return listed.isEmpty()
                ? custodyAnswer
                : say("remedy.reading-still", custodyAnswer, listed.size(), PlaceName.of(place));
    }

    /** An agreement that goes on, or one that took the place of an older one, speaks against "it ended". */
    private List<Diagnostic> still(List<Agreement> gone) {
        List<Diagnostic> all = new ArrayList<>();
        for (Agreement agreement : listed()) {
            boolean same = gone.stream()
                    .anyMatch(a -> a.agency().id().equals(agreement.agency().id()));
            all.add(new Diagnostic(
                    "still-listed",
                    Diagnostic.Verdict.AGAINST,
                    say(
                            same ? "remedy.renewed" : "remedy.still",
                            agreement.id(),
                            agreement.signed().orElse(agreement.firstListed()))));
        }
        return all;
    }

    private static List<Diagnostic> around(List<Agreement> gone, List<Finding> outcomes) {
        return outcomes.stream()
                .filter(f -> f.answer() instanceof Answer.Estimated e
                        && e.changeOn()
                                .filter(on -> gone.stream().anyMatch(a -> mayHaveEnded(a, on)))
                                .isPresent())
                .map(f -> new Diagnostic("around-the-end", Diagnostic.Verdict.NEUTRAL, f.reading()))
                .toList();
    }

    /** Whether the change falls where the lists or a document let the end of the agreement fall. */
    private static boolean mayHaveEnded(Agreement agreement, LocalDate on) {
        if (agreement.status() instanceof AgreementStatus.NotSeen gone) {
            return !on.isBefore(gone.lastListed()) && !on.isAfter(gone.firstAbsent());
        }
        return agreement.status() instanceof AgreementStatus.Ended ended
                && Math.abs(ended.on().toEpochDay() - on.toEpochDay()) <= 31;
    }

    private Optional<LocalDate> silence() {
        return estimates().stream()
                .filter(Answer.Estimated::afterIsAbsence)
                .flatMap(e -> e.changeOn().stream())
                .findFirst();
    }

    private List<Answer.Estimated> estimates() {
        return custody.stream()
                .filter(f -> f.answer() instanceof Answer.Estimated)
                .map(f -> (Answer.Estimated) f.answer())
                .toList();
    }

    private static Diagnostic note(Phrase agreement, Phrase sentence, Diagnostic.Verdict verdict) {
        return new Diagnostic("treatment-date", verdict, say("dates.line", agreement, sentence));
    }

    private static Phrase say(String key, Object... args) {
        return Phrase.of("evidence", key, args);
    }
}
