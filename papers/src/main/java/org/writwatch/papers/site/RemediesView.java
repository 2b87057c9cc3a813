package org.writwatch.papers.site;

import java.util.List;
import java.util.Optional;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.law.Result;
import org.writwatch.law.Screening.Remedy;

/**
 * The questions of the remedies page of one jurisdiction, with what each answer makes of each claim.
 *
 * @param code the jurisdiction
 * @param emergency what to do first when someone is held now
 * @param claims the claims in the order of their letters
 * @param ways every other way that some claim names, each once
 */
public record RemediesView(String code, Phrase emergency, List<Claim> claims, List<Remedy> ways) {
    public RemediesView {
        claims = List.copyOf(claims);
        ways = List.copyOf(ways);
    }

    /**
     * A claim.
     *
     * @param id its letter
     * @param title what it is
     * @param unanswered the word when nothing more is known
     * @param steps its questions, those known at once first
     * @param ways ids of the other ways, best first
     */
    public record Claim(String id, Phrase title, Result unanswered, List<Step> steps, List<String> ways) {
        public Claim {
            steps = List.copyOf(steps);
            ways = List.copyOf(ways);
        }
    }

    /**
     * A question that is answered yes or no.
     *
     * @param fact the id of the fact
     * @param question how it is asked
     * @param yes the word that "yes" alone gives; empty when the claim stays open
     * @param no the word that "no" alone gives; empty when the claim stays open
     */
    public record Step(String fact, Phrase question, Optional<Result> yes, Optional<Result> no) {}
}
