package org.writwatch.papers.draft.records;

import static org.writwatch.papers.draft.records.English.say;
import static org.writwatch.papers.draft.records.English.sentence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
    private static final int MOST_SETS = 4;

    private PetitionLaw() {}

    static void screened(PetitionInputs in, Fields.Builder fields) {
        Claim claim = in.claim();
        List<Authority> against = against(claim);
        fields.words("result", say("result." + claim.result().key()))
                .words("result_why", sentence(say(claim.why())))
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
                        claim.elements().stream().map(e -> element(e, in)).toList())
                .rows("adverse", authorities(against, List.of(), true))
                .when("adverse_none", against.isEmpty())
                .rows("supporting", authorities(claim.supporting(), against, false))
                .when("supporting_none", claim.supporting().isEmpty());
        decided(claim, fields);
        List<Fields> dates = claim.deadlines().stream()
                .filter(d -> d.date().isPresent())
                .map(PetitionLaw::date)
                .toList();
        fields.rows("dates", dates).when("dates_none", dates.isEmpty());
    }

    /** What is still unknown: the facts of the smallest set one by one, then how the next sets differ from it. */
    private static void decided(Claim claim, Fields.Builder fields) {
        List<Set<String>> sets = claim.wouldDecide().stream()
                .filter(PetitionLaw::sayable)
                .limit(MOST_SETS)
                .toList();
        Set<String> first = sets.isEmpty() ? Set.of() : sets.get(0);
        List<String> others = new ArrayList<>();
        for (Set<String> set : sets.subList(Math.min(1, sets.size()), sets.size())) {
            Set<String> more = new TreeSet<>(set);
            more.removeAll(first);
            Set<String> less = new TreeSet<>(first);
            less.removeAll(set);
            others.add(say("petition.instead", new ArrayList<Object>(said(less)), new ArrayList<Object>(said(more))));
        }
        fields.rows("needed", Petition.rows(said(new TreeSet<>(first)).stream().map(English::sentence)))
                .when("needed_any", !first.isEmpty())
                .rows("instead", Petition.rows(others.stream()));
    }

    /** Whether every member is a fact that a matter can state; readings of the law are for the screen, not for a matter. */
    private static boolean sayable(Set<String> set) {
        Phrasebook book = Phrasebook.of(Lang.EN);
        return set.stream().allMatch(id -> book.knows("law", "fact." + id + ".meaning"));
    }

    /** Facts in the law room's own words where it has any. */
    private static List<String> said(Set<String> ids) {
        Phrasebook book = Phrasebook.of(Lang.EN);
        return ids.stream()
                .map(id -> book.say("law", "fact." + id + ".meaning").replaceFirst("\\.$", ""))
                .toList();
    }

    /** Against the claim as a whole and against each of its elements, each authority once. */
    static List<Authority> against(Claim claim) {
        Map<String, Authority> all = new LinkedHashMap<>();
        Stream.concat(claim.adverse().stream(), claim.elements().stream().flatMap(e -> e.against().stream()))
                .forEach(a -> all.putIfAbsent(a.id(), a));
        return List.copyOf(all.values());
    }

    private static Fields element(Element element, PetitionInputs in) {
        List<Note> notes = new ArrayList<>();
        basis(element.id(), in).forEach(notes::add);
        element.supporting().stream().map(English::note).forEach(notes::add);
        if (!element.against().isEmpty()) {
            notes.add(English.against(element.against()));
        }
        return Fields.builder()
                .words("element", English.stop(sentence(say(element.statement())), element.verified()))
                .words("truth", say("truth." + element.truth().name().toLowerCase(Locale.ROOT)))
                .when("contested", element.contested())
                .notes("element_notes", English.joined(notes.stream().distinct().toList()))
                .build();
    }

    /** The state's own law behind an element of the records claim. */
    private static List<Note> basis(String element, PetitionInputs in) {
        RecordsLaw law = in.request().law();
        List<Datum> data = switch (element) {
            case "D.public_records" -> List.of(law.enforcement());
            case "D.request" -> List.of(law.whoMayRequest());
            case "D.denial_or_lapse" -> List.of(law.responseDeadline());
            case "D.appeal" -> List.of(law.administrativeAppeal());
            case "D.in_time" -> List.of(law.deadlineForSuit());
            default -> List.of();
        };
        return data.stream().map(d -> English.note(d, law.statute())).toList();
    }

    /** Authorities with what they held, save those told before, and the points they are good for. */
    private static List<Fields> authorities(List<Authority> authorities, List<Authority> told, boolean adverse) {
        return authorities.stream()
                .map(a -> {
                    List<String> points = (adverse ? a.cutsAgainst() : a.supports())
                            .stream().map(English::unlabelled).toList();
                    return Fields.builder()
                            .words("citation", English.stop(English.citation(a)))
                            .when("holding_known", !told.contains(a))
                            .words("holding", sentence(English.unlabelled(a.holding())))
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
                .words("date", deadline.date().map(English::say).orElseGet(() -> say("suit.no-date")))
                .words("count", deadline.counted().stream().map(English::say).collect(Collectors.joining(" ")))
                .words("rule", English.stop(sentence(say(deadline.rule())), deadline.verified()))
                .notes("date_notes", List.of(RecordsRequest.cite(deadline)))
                .build();
    }

    /** What a lawyer must still check: law that was not read, and where the rest was read. */
    static void checks(PetitionInputs in, Fields.Builder fields) {
        RecordsLaw law = in.request().law();
        List<Datum> used = new ArrayList<>();
        used.add(in.practice().get("court"));
        RecordsLaw.KEYS.forEach(k -> used.add(law.get(k)));
        used.add(in.practice().get("verification"));
        Set<String> unread = new LinkedHashSet<>();
        LawRead read = new LawRead();
        for (Datum datum : used) {
            if (datum.confidence().verified()) {
                read.add(datum.authority().orElse(law.statute()), datum.source());
            } else {
                unread.add(sentence(English.clause(datum)));
            }
            unread.addAll(English.asides(datum));
        }
        List<Authority> cited = new ArrayList<>(against(in.claim()));
        cited.addAll(in.claim().supporting());
        for (Authority authority : cited) {
            if (authority.confidence().verified()) {
                read.add(authority.citation(), authority.source());
            }
            Optional<String> beware = authority.note().or(authority::reporterCite);
            if (beware.isPresent()) {
                unread.add(sentence(authority.citation() + ": " + beware.get()));
            } else if (!authority.confidence().verified()) {
                unread.add(sentence(English.citation(authority)));
            }
        }
        fields.rows("unread", Petition.rows(unread.stream()))
                .when("unread_none", unread.isEmpty())
                .rows("read", read.rows());
    }
}
