package org.writwatch.agreements.memo;

/**
 * A clause as printed.
 *
 * @param number from the top of the form: "IV.C", "Appendix B.3.A"
 * @param heading the form's heading with its own number: "C. TRAINING OF PERSONNEL"
 * @param page page of the file the clause begins on, from 1
 * @param text its words as read, heading left out, paragraphs apart by a line break
 */
public record Clause(String number, String heading, int page, String text) {
    public Clause {
        if (number.isBlank() || page < 1) {
            throw new IllegalArgumentException("a clause has a number and a page: '" + number + "' p. " + page);
        }
    }
}
