package org.writwatch.agreements.history;

import java.time.LocalDate;
import java.util.Optional;
import org.writwatch.agreements.Model;
import org.writwatch.agreements.roster.MemoLink;
import org.writwatch.agreements.roster.Printed;
import org.writwatch.agreements.roster.PublishedList;
import org.writwatch.facts.UsState;

/**
 * One row of one list with what it means.
 *
 * @param list the list
 * @param row its number in the sheet
 * @param meaning what it means on any list
 * @param signed the signing date meant, when one is printed that can be one on this list
 */
record Sighting(PublishedList list, int row, Meaning meaning, Optional<LocalDate> signed) {
    /** What it prints. */
    Printed printed() {
        return meaning.printed();
    }

    /** The state meant. */
    UsState state() {
        return meaning.state();
    }

    /** The agency's name taken apart. */
    AgencyName agency() {
        return meaning.agency();
    }

    /** The model meant, {@link Model#UNSTATED} when none is printed. */
    Model model() {
        return meaning.model();
    }

    /** The memorandum's address, when one is linked. */
    Optional<MemoLink> memo() {
        return meaning.memo();
    }

    /** Whether the other row shows the same. */
    boolean isLike(Sighting other) {
        return meaning == other.meaning && signed.equals(other.signed);
    }
}
