package org.writwatch.law;

import java.util.List;
import java.util.Optional;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.law.StateMandate.Stance;

/**
 * Keeps papers from asking for what a state's law forbids: where verified law requires the agreement (or an application
 * for one), no paper to make the agency leave is made, and the reason is given instead.
 */
public final class MandateGuard {
    private MandateGuard() {}

    /** Why no paper to leave an agreement is offered in this jurisdiction; empty where one may be drafted. */
    public static Optional<Phrase> of(Law law, String code) {
        List<StateMandate> required = law.mandates(code).stream()
                .filter(m -> m.confidence().verified())
                .filter(m ->
                        m.reading().joining() == Stance.REQUIRED || m.reading().joining() == Stance.APPLY)
                .toList();
        return required.isEmpty()
                ? Optional.empty()
                : Optional.of(Phrase.of(
                        "law",
                        "guard.required",
                        required.stream().map(m -> (Object) m.duty()).toList(),
                        required.stream().map(m -> (Object) m.printed()).toList()));
    }
}
