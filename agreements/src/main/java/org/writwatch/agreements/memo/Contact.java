package org.writwatch.agreements.memo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.writwatch.facts.phrase.Phrase;

/**
 * A point of contact that a memorandum names.
 *
 * @param party whose
 * @param role for what
 * @param clause where
 * @param page from 1
 * @param text as filled in: name, office, address, telephone; empty where the blank was left empty
 */
public record Contact(Duty.Party party, Role role, String clause, int page, String text) {
    /** What a contact is for. */
    public enum Role {
        /** Carrying the agreement out. */
        IMPLEMENTATION,
        /** Words to the press and the public. */
        PUBLIC_INFORMATION,
        /** Where officers ask for a lawyer of the government. */
        COUNSEL;

        /** Its name. */
        public Phrase phrase() {
            return Phrase.of("agreements", "memo.contact." + name());
        }
    }

    /** The contacts of a redline: what was put in the blanks of the form that ask for one. */
    static List<Contact> of(Redline redline) {
        List<Contact> all = new ArrayList<>();
        for (Redline.Section section : redline.sections()) {
            Duty.Party party = Duty.Party.AGENCY;
            for (Redline.Paragraph paragraph : section.paragraphs()) {
                for (Redline.Piece piece : paragraph.pieces()) {
                    String blank = piece.blank();
                    if (piece.kind() == Redline.Kind.SAME) {
                        party = speaksOf(piece.text(), party);
                    } else if (blank.equals("counsel")) {
                        all.add(contact(Duty.Party.ICE, Role.COUNSEL, section, piece));
                    } else if (blank.equals("contact") || blank.equals("office")) {
                        boolean ice = blank.equals("office") || party == Duty.Party.ICE;
                        Role role =
                                section.clause().equals("Appendix C") ? Role.PUBLIC_INFORMATION : Role.IMPLEMENTATION;
                        all.add(contact(ice ? Duty.Party.ICE : Duty.Party.AGENCY, role, section, piece));
                    }
                }
            }
        }
        return all;
    }

    private static Contact contact(Duty.Party party, Role role, Redline.Section section, Redline.Piece piece) {
        return new Contact(party, role, section.clause(), piece.page(), piece.text());
    }

    /** Whose contact the printed words before a blank announce; as before when they announce none. */
    private static Duty.Party speaksOf(String words, Duty.Party before) {
        String said = words.toLowerCase(Locale.ROOT);
        int ice = Math.max(said.lastIndexOf("for ice:"), said.lastIndexOf("for dhs:"));
        int agency = Math.max(said.lastIndexOf("for the lea:"), said.lastIndexOf("for the"));
        return ice < 0 && agency < 0 ? before : ice > agency ? Duty.Party.ICE : Duty.Party.AGENCY;
    }
}
