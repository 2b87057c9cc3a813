package org.writwatch.agreements.history;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.writwatch.agreements.Model;
import org.writwatch.agreements.roster.MemoLink;
import org.writwatch.agreements.roster.Printed;
import org.writwatch.agreements.roster.SignedDate;
import org.writwatch.facts.UsState;

/**
 * What a row means on whatever list it stands. There is one for each row that differs from all others, so two sightings
 * with the same meaning show the same. Compared by identity.
 */
final class Meaning {
    private final int number;
    private final Printed printed;
    private final UsState state;
    private final AgencyName agency;
    private final Model model;
    private final Optional<LocalDate> signed;
    private final Optional<MemoLink> memo;
    private final Optional<String> addendum;
    private final String partyKey;
    private final String strandKey;
    private final boolean hybrid;

    /** @param number from 0, one for each meaning of a history */
    Meaning(int number, Printed printed, UsState state, AgencyName agency, Model model) {
        this.number = number;
        this.printed = printed;
        this.state = state;
        this.agency = agency;
        this.model = model;
        this.signed = SignedDate.read(printed.signed()).date();
        this.memo = MemoLink.read(printed.memoLink());
        this.addendum = MemoLink.read(printed.addendumLink()).map(MemoLink::url);
        this.partyKey = state.name() + '/' + agency.key();
        this.strandKey = partyKey + '/' + model.name();
        this.hybrid = printed.model().toLowerCase(Locale.ROOT).contains("hybrid");
    }

    int number() {
        return number;
    }

    Printed printed() {
        return printed;
    }

    UsState state() {
        return state;
    }

    AgencyName agency() {
        return agency;
    }

    Model model() {
        return model;
    }

    /** The signing date on a list of that day; empty when no such day can be named on it. */
    Optional<LocalDate> signedOn(LocalDate listed) {
        return signed.isPresent() && !SignedDate.isPossible(signed.get(), listed) ? Optional.empty() : signed;
    }

    Optional<MemoLink> memo() {
        return memo;
    }

    Optional<String> addendum() {
        return addendum;
    }

    /** State and foldable name. */
    String partyKey() {
        return partyKey;
    }

    /** State, foldable name and model. */
    String strandKey() {
        return strandKey;
    }

    /** Whether the row prints one agreement of two kinds. */
    boolean isHybrid() {
        return hybrid;
    }
}
