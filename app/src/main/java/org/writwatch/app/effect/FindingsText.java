package org.writwatch.app.effect;

import java.util.Comparator;
import java.util.List;
import org.writwatch.evidence.Answer;
import org.writwatch.evidence.DesignResult;
import org.writwatch.evidence.Diagnostic;
import org.writwatch.evidence.Finding;
import org.writwatch.evidence.FindingRecord;
import org.writwatch.facts.phrase.Figure;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;

/** Findings for a terminal: the question, the answer, what speaks against it before what speaks for it, the limits. */
public final class FindingsText {
    private final Phrasebook book;
    private final Wrapped text = new Wrapped();

    private FindingsText(Phrasebook book) {
        this.book = book;
    }

    /** All findings in one language, each line ended by a line feed. */
    public static String of(List<Finding> findings, Phrasebook book) {
        FindingsText writer = new FindingsText(book);
        findings.forEach(writer::write);
        return writer.text.toString();
    }

    private void write(Finding finding) {
        if (!text.isEmpty()) {
            text.lines("\n");
        }
        paragraph("", "", book.say(finding.question()));
        paragraph("  ", "  ", book.say(finding.reading()));
        refusal(finding.answer());
        finding.diagnostics().stream()
                .sorted(Comparator.comparing(Diagnostic::verdict))
                .forEach(d ->
                        item("effect.verdict." + d.verdict().name().toLowerCase(java.util.Locale.ROOT), d.sentence()));
        finding.notShown().forEach(p -> item("effect.not-shown", p));
        item("effect.design", finding.design());
        finding.designs().forEach(this::design);
        finding.specification()
                .ifPresent(s -> item("effect.specification", Phrase.verbatim(s.rule() + ", SHA-256 " + s.sha256())));
        item("effect.coverage", finding.coverage());
        item("effect.vintage", Phrase.verbatim(finding.vintage()));
    }

    private void refusal(Answer answer) {
        if (answer instanceof Answer.NotIdentified n) {
            item("effect.because", n.because());
            n.wouldAnswer().forEach(p -> item("effect.would-answer", p));
        } else if (answer instanceof Answer.TooThin t) {
            item("effect.enough", t.enough());
            item("effect.ask", t.request());
        }
    }

    /** One design and its number; the chosen one is marked. */
    private void design(DesignResult result) {
        String label = result.chosen() ? "effect.chosen" : "effect.beside";
        if (result.difference().isEmpty()) {
            item(
                    label,
                    Phrase.of(
                            "app",
                            "effect.design-none",
                            result.name(),
                            result.why().orElseThrow()));
            return;
        }
        Phrase number = Phrase.of(
                "app",
                "effect.design-number",
                result.name(),
                new Figure(result.difference().get(), FindingRecord.LEVEL_DECIMALS),
                result.interval()
                        .map(i -> Phrase.of(
                                "app",
                                "effect.design-range",
                                new Figure(i.low(), FindingRecord.LEVEL_DECIMALS),
                                new Figure(i.high(), FindingRecord.LEVEL_DECIMALS)))
                        .orElseGet(() -> Phrase.of("app", "effect.design-no-range")),
                result.p()
                        .map(p -> Phrase.of("app", "effect.design-p", new Figure(p, FindingRecord.P_DECIMALS)))
                        .orElseGet(() -> Phrase.of("app", "effect.design-no-p")));
        item(label, number);
    }

    private void item(String label, Phrase phrase) {
        paragraph("  - ", "    ", book.say("app", label) + " " + book.say(phrase));
    }

    private void paragraph(String first, String rest, String words) {
        text.paragraph(first, rest, words);
    }
}
