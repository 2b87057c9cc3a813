package org.writwatch.papers.draft.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.law.Datum;
import org.writwatch.law.RecordsLaw;

/**
 * Whether a records action could be filed at all: a written request, its delivery, a refusal or the lapse of the time to
 * answer, and each step the law demands before suit, each told by the signer and in an order that can be true.
 *
 * @param before the steps the law demands before suit, taken or not
 * @param missing what is not on file yet, in the order it has to happen
 */
public record Ripeness(List<Before> before, List<Phrase> missing) {
    /** The words at the top of each page of an action that is not ripe. */
    public static final String NOT_RIPE = "NOT RIPE - NO REQUEST OR REFUSAL ON FILE";

    /**
     * A step the law demands before suit.
     *
     * @param what the step, in words
     * @param basis the statement of law it is read from
     * @param done when and how it was taken; empty while it is not on file
     */
    public record Before(Phrase what, Datum basis, Optional<Event> done) {}

    public Ripeness {
        before = List.copyOf(before);
        missing = List.copyOf(missing);
    }

    /** Reads what happened against what the law demands. Where the words leave an appeal open, it is demanded. */
    public static Ripeness of(RequestHistory history, RecordsLaw law) {
        List<Before> before = new ArrayList<>();
        RecordsLaw.Appeal.Kind appeal = law.appeal().kind();
        if (appeal == RecordsLaw.Appeal.Kind.MANDATORY || appeal == RecordsLaw.Appeal.Kind.UNCLEAR) {
            Phrase what = phrase(
                    appeal == RecordsLaw.Appeal.Kind.MANDATORY ? "appeal" : "appeal-unclear",
                    English.clause(law.administrativeAppeal()));
            before.add(new Before(what, law.administrativeAppeal(), done(history, RequestHistory.APPEAL)));
        }
        for (RecordsLaw.Step step : law.before()) {
            before.add(new Before(step.what(), step.basis(), done(history, step.id())));
        }
        return new Ripeness(before, missing(history, before));
    }

    private static List<Phrase> missing(RequestHistory history, List<Before> before) {
        List<Phrase> missing = new ArrayList<>();
        if (history.request().isEmpty()) {
            missing.add(phrase("request"));
        }
        if (history.delivery().isEmpty()) {
            missing.add(phrase("delivery"));
        }
        if (history.refusal().isEmpty() && history.lapse().isEmpty()) {
            missing.add(phrase("refusal"));
        }
        for (Before step : before) {
            if (step.done().isEmpty()) {
                missing.add(step.what());
            }
        }
        if (missing.isEmpty() && disordered(history)) {
            missing.add(phrase("order"));
        }
        return missing;
    }

    /** Whether nothing is missing. */
    public boolean ripe() {
        return missing.isEmpty();
    }

    /** An answer or a step before the question, or an arrival before the sending, is a mistake in what was told. */
    private static boolean disordered(RequestHistory history) {
        Event request = history.request().orElseThrow();
        Event delivery = history.delivery().orElseThrow();
        return delivery.on().isBefore(request.on())
                || history.refusal().filter(r -> r.on().isBefore(request.on())).isPresent()
                || history.lapse().filter(l -> l.on().isBefore(delivery.on())).isPresent()
                || history.steps().values().stream().anyMatch(s -> s.on().isBefore(request.on()));
    }

    private static Optional<Event> done(RequestHistory history, String step) {
        return Optional.ofNullable(history.steps().get(step));
    }

    private static Phrase phrase(String key, Object... args) {
        return Phrase.of("papers", "draft.missing." + key, args);
    }
}
