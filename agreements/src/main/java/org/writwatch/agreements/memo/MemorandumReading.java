package org.writwatch.agreements.memo;

import java.util.List;
import java.util.Optional;

/**
 * All that was read in one memorandum; {@link Memorandum} is the part that travels.
 *
 * @param memorandum model, form, dates and duties
 * @param recognition which form it is on and how sure that is
 * @param party the agency as printed in the opening words, when it could be read
 * @param signatories who signed, the agency's first; what could not be read is empty
 * @param contacts the points of contact it names, in the order of the form
 * @param clauses as numbered in print, in order; a clause that was not found is not there
 * @param redline the memorandum held against its form
 * @param flags what is wrong with the document as it stands, whatever any list says of it
 */
public record MemorandumReading(
        Memorandum memorandum,
        Recognition recognition,
        Optional<String> party,
        List<Signatory> signatories,
        List<Contact> contacts,
        List<Clause> clauses,
        Redline redline,
        List<MemoFlag> flags) {
    public MemorandumReading {
        signatories = List.copyOf(signatories);
        contacts = List.copyOf(contacts);
        clauses = List.copyOf(clauses);
        flags = List.copyOf(flags);
    }
}
