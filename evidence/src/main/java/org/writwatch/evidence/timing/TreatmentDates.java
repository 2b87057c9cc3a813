package org.writwatch.evidence.timing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.writwatch.agreements.Agreement;
import org.writwatch.agreements.AgreementStatus;
import org.writwatch.agreements.memo.Memoranda;
import org.writwatch.evidence.timing.DateClaim.Basis;
import org.writwatch.evidence.timing.DateClaim.Side;
import org.writwatch.facts.Source;
import org.writwatch.facts.phrase.Phrase;

/**
 * Every date that sources give for one agreement, and the one chosen for each side. Immutable.
 *
 * <p>The rule: a document beats a printed date, a printed date beats the lists, the lists beat nothing. A change in the
 * custody series is never a date of the agreement by itself; it dates the end only when no document does, when it falls
 * where the lists let the end fall, and is then said to be that and no more. Ends that only lists bracket stay a bracket.
 *
 * @param agreement the agreement
 * @param claims every claim, beginnings first, then by kind of source and day
 */
public record TreatmentDates(Agreement agreement, List<DateClaim> claims) {
    public TreatmentDates {
        claims = claims.stream()
                .sorted(Comparator.comparing(DateClaim::side)
                        .thenComparing(DateClaim::basis)
                        .thenComparing(DateClaim::from)
                        .thenComparing(DateClaim::to))
                .toList();
    }

    /**
     * Gathers the claims on one agreement.
     *
     * @param memoranda the memoranda held
     * @param silence the day from which a jail of the county has nobody on record any more, if there is one
     * @param custody the source of that series
     */
    public static TreatmentDates of(
            Agreement agreement, Memoranda memoranda, Optional<LocalDate> silence, Source custody) {
        List<DateClaim> claims = new ArrayList<>();
        Source first = agreement.proof().get(0);
        Source last = agreement.proof().get(agreement.proof().size() - 1);
        memoranda
                .findFor(agreement.agency().id(), agreement.model())
                .filter(m -> m.signed().isPresent())
                .ifPresent(m -> claims.add(claim(
                        agreement,
                        Side.BEGAN,
                        Basis.DOCUMENT,
                        m.signed().get(),
                        m.signed().get(),
                        say("dates.memorandum", m.file(), m.signed().get()),
                        m.source())));
        agreement
                .signed()
                .ifPresent(day -> claims.add(
                        claim(agreement, Side.BEGAN, Basis.PRINTED_DATE, day, day, say("dates.printed", day), first)));
        claims.add(claim(
                agreement,
                Side.BEGAN,
                Basis.LISTS,
                agreement
                        .signed()
                        .filter(d -> !d.isAfter(agreement.firstListed()))
                        .orElse(agreement.firstListed()),
                agreement.firstListed(),
                say("dates.first-listed", agreement.firstListed()),
                first));
        if (agreement.status() instanceof AgreementStatus.Ended ended) {
            claims.add(claim(
                    agreement,
                    Side.ENDED,
                    Basis.DOCUMENT,
                    ended.on(),
                    ended.on(),
                    say("dates.ended", ended.on()),
                    ended.document()));
        }
        if (agreement.status() instanceof AgreementStatus.NotSeen gone) {
            claims.add(claim(
                    agreement,
                    Side.ENDED,
                    Basis.LISTS,
                    gone.lastListed(),
                    gone.firstAbsent(),
                    say("dates.not-seen", gone.lastListed(), gone.firstAbsent()),
                    last));
        }
        if (!(agreement.status() instanceof AgreementStatus.Active)) {
            silence.ifPresent(day -> claims.add(
                    claim(agreement, Side.ENDED, Basis.CUSTODY, day, day, say("dates.custody", day), custody)));
        }
        return new TreatmentDates(agreement, claims);
    }

    /** The claim chosen for one side; empty when none dates it. */
    public Optional<DateClaim> chosen(Side side) {
        List<DateClaim> own = claims.stream().filter(c -> c.side() == side).toList();
        Optional<DateClaim> best =
                own.stream().filter(c -> c.basis() != Basis.CUSTODY).findFirst();
        Optional<DateClaim> custody =
                own.stream().filter(c -> c.basis() == Basis.CUSTODY).findFirst();
        boolean bracket = best.isPresent() && !best.get().exact();
        return side == Side.ENDED && bracket && custody.filter(best.get()::fits).isPresent() ? custody : best;
    }

    /** Claims that cannot be true together with the chosen one of their side. */
    public List<DateClaim> contradictions() {
        return claims.stream()
                .filter(c -> chosen(c.side()).filter(best -> !best.fits(c)).isPresent())
                .toList();
    }

    /** The chosen date of a side in a sentence, with the reason. */
    public Phrase reason(Side side) {
        Optional<DateClaim> chosen = chosen(side);
        String key = side == Side.BEGAN ? "dates.chosen-began." : "dates.chosen-ended.";
        return chosen.map(c -> switch (c.basis()) {
                    case DOCUMENT -> say(key + "document", c.from());
                    case PRINTED_DATE -> say(key + "printed", c.from());
                    case LISTS -> say(key + "lists", c.from(), c.to());
                    case CUSTODY -> say(key + "custody", c.from());
                })
                .orElseGet(() -> say(key + "none"));
    }

    private static DateClaim claim(
            Agreement agreement, Side side, Basis basis, LocalDate from, LocalDate to, Phrase sentence, Source source) {
        return new DateClaim(agreement.id(), side, basis, from, to, sentence, source);
    }

    private static Phrase say(String key, Object... args) {
        return Phrase.of("evidence", key, args);
    }
}
