package org.writwatch.papers.page;

import java.util.List;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.law.Authority;
import org.writwatch.law.Screening.Remedy;

/**
 * The half page "Can mandamus stop this?".
 *
 * @param answer the answer in a sentence
 * @param why the reasons, each a sentence
 * @param against authorities that stand in the way; printed first and always
 * @param supporting authorities that help
 * @param works what does work, best first
 */
public record MandamusAnswer(
        Phrase answer, List<Phrase> why, List<Authority> against, List<Authority> supporting, List<Remedy> works) {
    public MandamusAnswer {
        why = List.copyOf(why);
        against = List.copyOf(against);
        supporting = List.copyOf(supporting);
        works = List.copyOf(works);
    }
}
