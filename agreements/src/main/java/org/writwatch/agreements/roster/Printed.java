package org.writwatch.agreements.roster;

/**
 * One row as a list printed it, spaces tidied and nothing else changed; empty text for an empty or missing cell.
 *
 * @param state the state as spelt there
 * @param agency the agency as spelt there
 * @param type "County", "Municipality", "State Agency" as spelt there
 * @param county the county as spelt there; an error code of the sheet counts as empty
 * @param model the support type as spelt there
 * @param signed the signing date: a date cell as year-month-day (any year), a text cell as its text
 * @param memo the words of the memorandum cell: "link", "link pending"
 * @param memoLink the address behind the memorandum cell, wrapped as it was; empty when there is none
 * @param addendumLink the address behind the addendum cell
 */
public record Printed(
        String state,
        String agency,
        String type,
        String county,
        String model,
        String signed,
        String memo,
        String memoLink,
        String addendumLink) {

    /** Written out, like {@link #hashCode}: rows are looked up by the hundred thousand. */
    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Printed p
                        && agency.equals(p.agency)
                        && model.equals(p.model)
                        && memoLink.equals(p.memoLink)
                        && signed.equals(p.signed)
                        && state.equals(p.state)
                        && county.equals(p.county)
                        && type.equals(p.type)
                        && memo.equals(p.memo)
                        && addendumLink.equals(p.addendumLink));
    }

    @Override
    public int hashCode() {
        int hash = agency.hashCode();
        hash = 31 * hash + model.hashCode();
        hash = 31 * hash + memoLink.hashCode();
        hash = 31 * hash + signed.hashCode();
        hash = 31 * hash + county.hashCode();
        return 31 * hash + state.hashCode();
    }

    /** Spaces of every kind folded to single ones and taken from both ends. */
    public static String tidy(String text) {
        if (isTidy(text)) {
            return text;
        }
        StringBuilder tidy = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isSpace(c)) {
                tidy.append(c);
            } else if (tidy.length() > 0 && tidy.charAt(tidy.length() - 1) != ' ') {
                tidy.append(' ');
            }
        }
        if (tidy.length() > 0 && tidy.charAt(tidy.length() - 1) == ' ') {
            tidy.setLength(tidy.length() - 1);
        }
        return tidy.toString();
    }

    private static boolean isTidy(String text) {
        boolean afterSpace = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = isSpace(c);
            if (space && (afterSpace || c != ' ')) {
                return false;
            }
            afterSpace = space;
        }
        return text.isEmpty() || !afterSpace;
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || (c > 127 && isWideSpace(c));
    }

    private static boolean isWideSpace(char c) {
        return (Character.isSpaceChar(c) || c == '\u200b' || c == '\ufeff' || c == '\u0085');
    }
}
