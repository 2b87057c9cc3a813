package org.writwatch.papers.draft.records;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.writwatch.agreements.memo.Duty;
import org.writwatch.evidence.Answer;
import org.writwatch.evidence.Finding;
import org.writwatch.facts.phrase.Phrase;

/**
 * Records worth asking for.
 *
 * @param what the records, in words fit for a request
 * @param duties what makes the agency keep them, the one that says it best first; empty where no memorandum is held that
 *     says so
 * @param due days by which such a record had to exist, oldest first: of a yearly meeting, of a review; empty where no
 *     memorandum sets a day
 */
public record Asked(Phrase what, List<Duty> duties, List<LocalDate> due) {
    public Asked {
        duties = List.copyOf(duties);
        due = List.copyOf(due);
    }

    /** Records that a duty of a memorandum calls for. */
    public static Asked under(Phrase what, Duty duty) {
        return new Asked(what, List.of(duty), List.of());
    }

    /** These records, one of which had to exist by each of these days. */
    public Asked dueOn(List<LocalDate> days) {
        return new Asked(what, duties, days);
    }

    /** Records asked for without a memorandum to quote. */
    public static Asked of(Phrase what) {
        return new Asked(what, List.of(), List.of());
    }

    /** The same records, which another memorandum calls for too. */
    public Asked and(Asked other) {
        return new Asked(
                what,
                Stream.concat(duties.stream(), other.duties.stream()).toList(),
                Stream.concat(due.stream(), other.due.stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    /**
     * The records of an agency that would help to answer what the data we hold can not. What would answer and is no
     * record of an agency (a survey, data of another body) is left to the pages: a letter asks an agency for what it has.
     */
    public static List<Asked> toAnswer(List<Finding> findings) {
        Set<String> wanted = new LinkedHashSet<>();
        for (Finding finding : findings) {
            needs(finding).flatMap(n -> ask(n).stream()).forEach(wanted::add);
        }
        List<Asked> asked = new ArrayList<>();
        wanted.forEach(key -> asked.add(of(Phrase.of("papers", "draft.ask." + key))));
        return asked;
    }

    private static Stream<Phrase> needs(Finding finding) {
        if (finding.answer() instanceof Answer.NotIdentified refused) {
            return refused.wouldAnswer().stream();
        }
        return finding.answer() instanceof Answer.TooThin thin ? Stream.of(thin.request()) : Stream.of();
    }

    /** The request that gets what is needed, where an agency has it. Several needs can share one request. */
    private static Optional<String> ask(Phrase need) {
        return Optional.ofNullable(Needs.READ.getProperty(need.module() + "." + need.key()));
    }

    private static final class Needs {
        private static final Properties READ = DraftData.read("asks.properties");
    }
}
