package org.writwatch.papers.draft.records;

import static org.writwatch.papers.draft.records.English.say;
import static org.writwatch.papers.draft.records.English.sentence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.law.Authority;
import org.writwatch.law.Datum;
import org.writwatch.law.RecordsLaw;
import org.writwatch.law.Screening.Claim;
import org.writwatch.law.Screening.Deadline;
import org.writwatch.law.Screening.Element;
import org.writwatch.papers.draft.Fields;
import org.writwatch.papers.draft.Note;

/** What the screen says of the claim, as fields: authority against it always, before authority for it. */
final class PetitionLaw {
    private PetitionLaw() {}

    static void screened(Claim claim, Fields.Builder fields) {
        fields.words("result", say("result." + claim.result().key()))
                .words("result_why", sentence(say(claim.why())))
                .rows("would_decide", Petition.rows(claim.wouldDecide().stream().map(PetitionLaw::facts)))
                .when("would_decide_any", !claim.wouldDecide().isEmpty())
                .rows(
                        "remedies",
                        claim.remedies().stream()
                                .map(r -> Fields.builder()
                                        .words("remedy", sentence(say(r.name())))
                                        .words("remedy_why", sentence(say(r.why())))
                                        .build())
                                .toList())
                .rows(
                        "elements",
                        claim.elements().stream().map(PetitionLaw::element).toList())
                .rows("adverse", authorities(against(claim), true))
                .when("adverse_none", against(claim).isEmpty())
                .rows("supporting", authorities(claim.supporting(), false))
                .when("supporting_none", claim.supporting().isEmpty())
                .rows("dates", claim.deadlines().stream().map(PetitionLaw::date).toList())
                .when("dates_none", claim.deadlines().isEmpty());
    }

    /** Against the claim as a whole and against each of its elements, each authority once. */
    static List<Authority> against(Claim claim) {
        Map<String, Authority> all = new LinkedHashMap<>();
        Stream.concat(claim.adverse().stream(), claim.elements().stream().flatMap(e -> e.against().stream()))
                .forEach(a -> all.putIfAbsent(a.id(), a));
        return List.copyOf(all.values());
    }

    private static Fields element(Element element) {
        List<Note> notes = Stream.concat(
                        element.supporting().stream().map(English::note),
                        element.against().stream().map(English::against))
                .distinct()
                .toList();
        String flag = element.verified() ? "" : " [VERIFY]";
        return Fields.builder()
                .words("element", sentence(say(element.statement()) + flag))
                .words("element_clause", English.stop(say(element.statement()) + flag))
                .words("truth", say("truth." + element.truth().name().toLowerCase(Locale.ROOT)))
                .when("contested", element.contested())
                .notes(
                        "element_notes",
                        notes.isEmpty()
                                ? List.of(new Note(Note.Kind.LAW, sentence(say("note.no-authority") + " [VERIFY]")))
                                : notes)
                .build();
    }

    private static List<Fields> authorities(List<Authority> authorities, boolean adverse) {
        return authorities.stream()
                .map(a -> {
                    List<String> points = adverse ? a.cutsAgainst() : a.supports();
                    return Fields.builder()
                            .words("citation", English.citation(a))
                            .words("holding", sentence(a.holding()))
                            .when("points_known", !points.isEmpty())
                            .words("points", sentence(String.join("; ", points)))
                            .when("vehicle_known", !a.vehicle().isBlank())
                            .words("vehicle", sentence(a.vehicle()))
                            .build();
                })
                .toList();
    }

    private static Fields date(Deadline deadline) {
        return Fields.builder()
                .words("date", deadline.date().map(English::say).orElse(say("petition.no-date")))
                .words("count", deadline.counted().stream().map(English::say).collect(Collectors.joining(" ")))
                .words("rule", sentence(say(deadline.rule()) + (deadline.verified() ? "" : " [VERIFY]")))
                .notes("date_notes", List.of(RecordsRequest.cite(deadline)))
                .build();
    }

    /** The facts of one smallest set, in the law room's own words where it has any. */
    private static String facts(Set<String> ids) {
        Phrasebook book = Phrasebook.of(Lang.EN);
        List<String> names = ids.stream()
                .sorted()
                .map(id -> book.knows("law", "fact." + id + ".meaning")
                        ? book.say("law", "fact." + id + ".meaning")
                        : sentence(id))
                .toList();
        return String.join(" ", names);
    }

    /** What a lawyer must still check: law that was not read, and where the rest was read. */
    static void checks(PetitionInputs in, Fields.Builder fields) {
        RecordsLaw law = in.request().law();
        List<Datum> used = List.of(
                in.practice().get("court"),
                law.enforcement(),
                law.whoMayRequest(),
                law.responseDeadline(),
                law.administrativeAppeal(),
                law.deadlineForSuit(),
                law.feeShifting(),
                in.practice().get("verification"));
        Set<String> unread = new LinkedHashSet<>();
        Set<String> read = new LinkedHashSet<>();
        for (Datum datum : used) {
            if (datum.confidence().verified()) {
                read.add(sentence(datum.authority().orElse(say("note.no-authority")) + ": " + datum.source()));
            } else {
                unread.add(sentence(English.clause(datum)));
            }
            unread.addAll(English.asides(datum));
        }
        List<Authority> cited = new ArrayList<>(against(in.claim()));
        cited.addAll(in.claim().supporting());
        for (Authority authority : cited) {
            if (authority.confidence().verified()) {
                read.add(sentence(authority.citation() + ": " + authority.source()));
            } else {
                unread.add(sentence(English.citation(authority)));
            }
            Stream.concat(authority.note().stream(), authority.reporterCite().stream())
                    .forEach(n -> unread.add(sentence(authority.citation() + ": " + n)));
        }
        fields.rows("unread", Petition.rows(unread.stream()))
                .when("unread_none", unread.isEmpty())
                .rows("read", Petition.rows(read.stream()));
    }
}
