package org.writwatch.law.text;

import java.util.List;
import java.util.stream.Collectors;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.law.explain.Explainer;

/** An explainer for a terminal: a sentence a line with the numbers of what it rests on, then what that is. */
public final class ExplainerText {
    private ExplainerText() {}

    /** The whole topic in one language, each line ended by a line feed. */
    public static String of(Explainer explainer, Lang lang) {
        Lines lines = new Lines(Phrasebook.of(lang));
        List<Explainer.Basis> rests = explainer.rests();
        lines.heading(explainer.title(lang));
        lines.paragraph("", "", lines.say("notice"));
        lines.heading("");
        for (Explainer.Sentence sentence : explainer.sentences()) {
            String numbers = sentence.rests().stream()
                    .map(b -> String.valueOf(rests.indexOf(b) + 1))
                    .collect(Collectors.joining(", "));
            lines.item(sentence.said(lang) + " (" + numbers + ")");
        }
        lines.heading(lines.say("explain.sources"));
        for (int i = 0; i < rests.size(); i++) {
            Explainer.Basis basis = rests.get(i);
            lines.paragraph("  ", "     ", (i + 1) + ". " + basis.cite());
            lines.under(lines.say(basis.verified() ? "page.read-in" : "page.not-read", basis.source()));
        }
        return lines.toString();
    }
}
