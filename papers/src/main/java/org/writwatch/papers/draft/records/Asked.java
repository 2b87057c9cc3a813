package org.writwatch.papers.draft.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.writwatch.agreements.memo.Duty;
import org.writwatch.evidence.Answer;
import org.writwatch.evidence.Finding;
import org.writwatch.facts.Source;
import org.writwatch.facts.phrase.Phrase;

/**
 * Records worth asking for, and why they should exist.
 *
 * @param what the records, in words fit for a request
 * @param duty what makes the agency keep them, when a memorandum is held that says so
 * @param reason why they are asked for, when no duty says it: a full sentence
 * @param sources what the reason rests on
 */
public record Asked(Phrase what, Optional<Duty> duty, Optional<Phrase> reason, List<Source> sources) {
    public Asked {
        sources = List.copyOf(sources);
    }

    /** Records that a duty of a memorandum calls for. */
    public static Asked under(Phrase what, Duty duty) {
        return new Asked(what, Optional.of(duty), Optional.empty(), List.of(duty.source()));
    }

    /** Records asked for without a memorandum to quote. */
    public static Asked of(Phrase what) {
        return new Asked(what, Optional.empty(), Optional.empty(), List.of());
    }

    /** The data that would answer questions which the data we hold can not. Each reason is told once. */
    public static List<Asked> toAnswer(List<Finding> findings) {
        List<Asked> asked = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.answer() instanceof Answer.NotIdentified refused) {
                Optional<Phrase> reason = Optional.of(refused.because());
                for (Phrase what : refused.wouldAnswer()) {
                    asked.add(new Asked(what, Optional.empty(), reason, finding.sources()));
                    reason = Optional.empty();
                }
            } else if (finding.answer() instanceof Answer.TooThin thin) {
                asked.add(new Asked(thin.request(), Optional.empty(), Optional.of(thin.found()), finding.sources()));
            }
        }
        return asked;
    }
}
