package org.writwatch.app.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.law.Law;
import org.writwatch.law.Result;
import org.writwatch.law.Screening.Remedy;
import org.writwatch.law.load.ClaimFile;
import org.writwatch.law.load.MandamusReader;
import org.writwatch.law.matter.FactTable;
import org.writwatch.law.matter.Matter.Value;
import org.writwatch.law.screen.Screen;
import org.writwatch.law.screen.ScreenSheet;
import org.writwatch.papers.site.RemediesView;
import org.writwatch.papers.site.RemediesView.Step;

/** The questions about remedies, with what each answer alone makes of a claim, asked of the law as it stood on a day. */
final class RemedyViews {
    /** Questions of one claim on the page without script: with those before them no more than twelve screens. */
    private static final int MOST = 9;

    private final Law law;
    private final LocalDate asOf;

    RemedyViews(Law law, LocalDate asOf) {
        this.law = law;
        this.asOf = asOf;
    }

    RemediesView of(String code) {
        List<RemediesView.Claim> claims = new ArrayList<>();
        Map<String, Remedy> ways = new LinkedHashMap<>();
        for (ClaimFile file : Screen.of(law).claimFiles()) {
            claims.add(claim(file, code));
            file.remedies().forEach(r -> ways.computeIfAbsent(r, id -> MandamusReader.remedy(law, id, code)));
        }
        return new RemediesView(code, Screen.emergency(code), claims, List.copyOf(ways.values()));
    }

    private RemediesView.Claim claim(ClaimFile file, String code) {
        Result unanswered = word(file, code, Map.of());
        List<Step> steps = ScreenSheet.open(law, ScreenSheet.matter(file.id(), code, asOf, Map.of()), file).stream()
                .map(f -> law.facts().find(f).orElseThrow())
                .filter(f -> f.kind() == FactTable.Kind.YES_NO || f.kind() == FactTable.Kind.DATE)
                .filter(f -> !f.id().equals("held_now"))
                .limit(MOST)
                .map(f -> step(file, code, f, unanswered))
                .toList();
        return new RemediesView.Claim(
                file.id(), Phrase.of("law", "claim." + file.id() + ".title"), unanswered, steps, file.remedies());
    }

    private Step step(ClaimFile file, String code, FactTable.Entry fact, Result unanswered) {
        return new Step(
                fact.id(),
                fact.question(),
                decided(file, code, fact, true, unanswered),
                decided(file, code, fact, false, unanswered));
    }

    /** The word, when the answer alone closes the claim. */
    private Optional<Result> decided(ClaimFile file, String code, FactTable.Entry fact, boolean so, Result unanswered) {
        Result word = word(file, code, Map.of(fact.id(), new Value.Truth(so)));
        return word == unanswered ? Optional.empty() : Optional.of(word);
    }

    private Result word(ClaimFile file, String code, Map<String, Value> facts) {
        return ScreenSheet.word(law, ScreenSheet.matter(file.id(), code, asOf, facts), file);
    }
}
