package org.writwatch.papers.draft.records;

import static org.writwatch.papers.draft.records.English.clause;
import static org.writwatch.papers.draft.records.English.note;
import static org.writwatch.papers.draft.records.English.say;

import java.util.ArrayList;
import java.util.List;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.law.Datum;
import org.writwatch.law.RecordsLaw;
import org.writwatch.papers.draft.Fields;

/** What has to be done and when, for the lawyer: before suit, at filing and after, each with the law it is read from. */
final class PetitionSteps {
    private PetitionSteps() {}

    static void of(PetitionInputs in, Ripeness ripeness, Fields.Builder fields) {
        RecordsLaw law = in.request().law();
        String statute = law.statute();
        List<Fields> points = new ArrayList<>();
        points.add(point("answer", law.responseDeadline(), statute));
        points.add(point("review", law.administrativeAppeal(), statute));
        for (Ripeness.Before step : ripeness.before()) {
            String done = step.done().map(Petition::told).orElse("[NOT ON FILE]");
            points.add(row("before", said(step.what(), step.basis()) + " " + done, step.basis(), statute));
        }
        law.feesOnly().forEach(s -> points.add(row("fees-notice", said(s.what(), s.basis()), s.basis(), statute)));
        points.add(point("sue", law.deadlineForSuit(), statute));
        points.add(point("fees", law.feeShifting(), statute));
        points.add(point(
                "oath",
                in.practice().get("verification"),
                say("note.practice", in.practice().name())));
        law.after().forEach(s -> points.add(row("after", said(s.what(), s.basis()), s.basis(), statute)));
        fields.rows("points", points).when("after_none", law.after().isEmpty());
    }

    /** A step in words, flagged where its law was not read. */
    static String said(Phrase step, Datum basis) {
        return English.stop(English.sentence(say(step)), basis.confidence().verified());
    }

    private static Fields point(String key, Datum datum, String whole) {
        return row(key, English.sentence(clause(datum)), datum, whole);
    }

    private static Fields row(String key, String words, Datum datum, String whole) {
        return Fields.builder()
                .words("point", say("point." + key))
                .words("said", words, note(datum, whole))
                .build();
    }
}
