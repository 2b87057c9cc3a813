package org.writwatch.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.writwatch.evidence.Diagnostic.Verdict;
import org.writwatch.evidence.design.PlaceChange;
import org.writwatch.evidence.design.Windows;
import org.writwatch.facts.Period;
import org.writwatch.facts.phrase.Phrase;

/** What speaks against and for one estimate from a table that a person brought in, those against first. */
final class OutcomeDoubts {
    /** From the first county to the last. */
    static final Period SECURE_COMMUNITIES = new Period(LocalDate.of(2008, 10, 1), LocalDate.of(2013, 1, 31));

    private final PlaceChange change;
    private final LocalDate last;

    /**
     * Doubts of one estimate.
     *
     * @param last the last day that the table reports
     */
    OutcomeDoubts(PlaceChange change, LocalDate last) {
        this.change = change;
        this.last = last;
    }

    List<Diagnostic> list() {
        List<Diagnostic> all = new ArrayList<>();
        change.driftBefore()
                .ifPresent(d -> all.add(new Diagnostic(
                        "comparison-pre-period-fit",
                        d.p() <= 0.1 ? Verdict.AGAINST : Verdict.FOR,
                        say(d.p() <= 0.1 ? "doubt.place-fit-bad" : "doubt.place-fit", d.rank(), d.comparisons() + 1))));
        all.add(new Diagnostic(
                "comparison-silence",
                change.silent().isEmpty() ? Verdict.FOR : Verdict.NEUTRAL,
                say(
                        "doubt.place-silent",
                        change.silent().size(),
                        say("step." + change.windows().step().key() + ".many"))));
        boolean covid = touches(JailDoubts.COVID);
        all.add(new Diagnostic(
                "covid-window",
                covid ? Verdict.AGAINST : Verdict.FOR,
                say(covid ? "doubt.covid" : "doubt.covid-free")));
        if (touches(SECURE_COMMUNITIES)) {
            all.add(new Diagnostic("secure-communities", Verdict.AGAINST, say("doubt.secure-communities")));
        }
        Windows windows = change.windows();
        boolean few = windows.length() < windows.step().most();
        all.add(new Diagnostic(
                "window-length",
                few ? Verdict.AGAINST : Verdict.FOR,
                say(
                        few ? "doubt.place-short" : "doubt.place-long",
                        say("step." + windows.step().key() + ".whole", windows.length()),
                        last)));
        all.sort(Comparator.comparing(Diagnostic::verdict));
        return List.copyOf(all);
    }

    /** What a number that should not move did, beside one that was asked for. */
    static Diagnostic control(Finding control) {
        if (!(control.answer() instanceof Answer.Estimated e)) {
            return new Diagnostic("negative-control", Verdict.NEUTRAL, say("doubt.control-none", control.question()));
        }
        boolean moved = e.inference().p() <= 0.1;
        return new Diagnostic(
                "negative-control",
                moved ? Verdict.AGAINST : Verdict.FOR,
                say(moved ? "doubt.control-moved" : "doubt.control-still", control.reading()));
    }

    private boolean touches(Period period) {
        return change.windows().before().overlaps(period)
                || change.windows().after().overlaps(period);
    }

    private static Phrase say(String key, Object... args) {
        return Phrase.of("evidence", key, args);
    }
}
