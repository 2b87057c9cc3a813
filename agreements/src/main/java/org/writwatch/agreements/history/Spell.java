package org.writwatch.agreements.history;

import java.time.LocalDate;
import java.util.Optional;
import org.writwatch.agreements.roster.MemoLink;
import org.writwatch.agreements.roster.PublishedList;
import org.writwatch.facts.UsState;

/**
 * A run of editions in a row on which an agreement stood unchanged.
 *
 * @param from the first edition, by index
 * @param to the last edition, by index
 * @param first the row that shows it on the first
 * @param last the row that shows it on the last
 * @param state the state meant
 * @param agency the agency as printed, spaces and apostrophes folded
 * @param type the kind of agency as printed
 * @param county the county as printed
 * @param signedPrinted the signing date as printed
 * @param signed the signing date meant
 * @param memoUrl the memorandum's address, unwrapped
 * @param addendumUrl the addendum's address, unwrapped
 */
public record Spell(
        int from,
        int to,
        Cite first,
        Cite last,
        UsState state,
        String agency,
        String type,
        String county,
        String signedPrinted,
        Optional<LocalDate> signed,
        Optional<String> memoUrl,
        Optional<String> addendumUrl) {

    /** The two rows show the same thing but for where they stand. */
    boolean isLike(Spell other) {
        return state == other.state
                && agency.equals(other.agency)
                && type.equals(other.type)
                && county.equals(other.county)
                && signedPrinted.equals(other.signedPrinted)
                && signed.equals(other.signed)
                && memoUrl.equals(other.memoUrl)
                && addendumUrl.equals(other.addendumUrl);
    }

    /** The same, standing up to a later edition. */
    Spell upTo(int edition, Cite row) {
        return new Spell(
                from, edition, first, row, state, agency, type, county, signedPrinted, signed, memoUrl, addendumUrl);
    }

    static Cite cite(Sighting s) {
        return new Cite(s.list(), s.row());
    }

    /** One row on one edition. */
    static Spell of(int edition, Sighting s) {
        Cite cite = cite(s);
        return new Spell(
                edition,
                edition,
                cite,
                cite,
                s.state(),
                s.agency().display(),
                s.printed().type(),
                s.printed().county(),
                s.printed().signed(),
                s.signed(),
                s.memo().map(MemoLink::url),
                s.meaning().addendum());
    }

    /**
     * A row of a list.
     *
     * @param list the list
     * @param row the row's number
     */
    public record Cite(PublishedList list, int row) {}
}
