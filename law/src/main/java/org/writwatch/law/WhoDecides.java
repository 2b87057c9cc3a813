package org.writwatch.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.law.Screening.Practice;
import org.writwatch.law.StateMandate.Stance;
import org.writwatch.law.load.DecidersFile;
import org.writwatch.law.load.ReadingsFile;

/**
 * Who decides about an agreement with ICE in a place: who signs, whether the governing body has a say, how much notice
 * ends it by each of ICE's forms of 2025, whether state law lets it end, and the next meeting and election. A meeting or
 * an election is named only when a datum with a source has it and its day is not past, or when the state's own law fixes
 * the years in which every county elects the office; "not known" otherwise. No
 * candidate, no endorsement. Rests on {@code deciders.yaml}, the positions and the readings on approval.
 */
public final class WhoDecides {
    private final Law law;
    private final String code;
    private final LocalDate asOf;
    private final List<Practice> items = new ArrayList<>();

    private WhoDecides(Law law, String code, LocalDate asOf) {
        this.law = law;
        this.code = code;
        this.asOf = asOf;
    }

    /**
     * The answer, item by item, in a fixed order.
     *
     * @param code the jurisdiction
     * @param agency id of the agency, when it is known
     * @param asOf the day it speaks for
     */
    public static List<Practice> of(Law law, String code, Optional<String> agency, LocalDate asOf) {
        WhoDecides who = new WhoDecides(law, Law.code(code), asOf);
        DecidersFile file = law.deciders();
        who.add("signatory", Phrase.of("law", "decides.signatory"), file.signatory());
        who.body();
        file.notice().forEach(n -> who.add("notice-" + n.id(), Phrase.of("law", "decides.notice." + n.id()), n.rule()));
        who.leaving(file);
        Optional<DecidersFile.Place> place = file.places().stream()
                .filter(p -> agency.filter(p.agency()::equals).isPresent())
                .findFirst();
        who.day("meeting", place, DecidersFile.Place::nextMeeting);
        who.election(file, place);
        return List.copyOf(who.items);
    }

    private void add(String id, Phrase what, Datum datum) {
        add(id, what, datum.confidence().verified(), datum.authority().orElse(""));
    }

    private void add(String id, Phrase what, boolean verified, String cite) {
        items.add(new Practice(id, verified ? what : Phrase.of("law", "decides.unverified", what), verified, cite));
    }

    /** Whether the county board or council must approve: what a court or an opinion made of it here. */
    private void body() {
        Optional<ReadingsFile.Approval> held = law.readings().approval().stream()
                .filter(a -> a.state().equals(code))
                .findFirst();
        if (held.isEmpty()) {
            add("governing-body", Phrase.of("law", "decides.body.unknown"), true, "");
            return;
        }
        Authority said = law.authority(held.get().authority());
        String need = held.get().need().name().toLowerCase(java.util.Locale.ROOT);
        Phrase what = held.get()
                .against()
                .map(a -> Phrase.of(
                        "law",
                        "decides.body." + need + ".against",
                        Phrase.verbatim(said.printed()),
                        Phrase.verbatim(law.authority(a).printed())))
                .orElseGet(() -> Phrase.of("law", "decides.body." + need, Phrase.verbatim(said.printed())));
        add("governing-body", what, said.confidence().verified(), said.printed());
    }

    private void leaving(DecidersFile file) {
        List<StateMandate> here =
                law.mandates(code).stream().filter(m -> !m.overBefore(asOf)).toList();
        boolean any = false;
        for (StateMandate m : here) {
            Stance joining = m.reading().joining();
            if (joining == Stance.NOT_SAID) {
                continue;
            }
            any = true;
            String key = switch (joining) {
                case REQUIRED, APPLY -> "decides.leaving.required";
                case FORBIDDEN -> "decides.leaving.forbidden-to-stay";
                default -> "decides.leaving.unclear";
            };
            items.add(new Practice(
                    "leaving",
                    Phrase.of("law", key, m.duty(), Phrase.verbatim(m.printed())),
                    m.confidence().verified(),
                    m.printed()));
        }
        file.leaving().stream()
                .filter(l -> l.state().equals(code))
                .forEach(l -> add("leaving", Phrase.of("law", "decides.leaving." + l.id()), l.rule()));
        if (!any) {
            add("leaving", Phrase.of("law", "decides.leaving.none-held"), true, "");
        }
    }

    /** The day of the agency's own body, else the day on which the state's law has the office of every county elected. */
    private void election(DecidersFile file, Optional<DecidersFile.Place> place) {
        List<DecidersFile.Elections> here =
                file.elections().stream().filter(e -> e.state().equals(code)).toList();
        boolean own = place.flatMap(DecidersFile.Place::nextElection)
                .filter(d -> !d.isBefore(asOf))
                .isPresent();
        if (own || here.isEmpty()) {
            day("election", place, DecidersFile.Place::nextElection);
            return;
        }
        here.forEach(e -> add(
                "election",
                Phrase.of(
                        "law",
                        "decides.election.by-law",
                        Phrase.of("law", "decides.office." + e.office()),
                        e.next(asOf),
                        Phrase.verbatim(e.rule().authority().orElse(""))),
                e.rule()));
    }

    private void day(
            String id, Optional<DecidersFile.Place> place, Function<DecidersFile.Place, Optional<LocalDate>> when) {
        Optional<LocalDate> next = place.flatMap(when).filter(d -> !d.isBefore(asOf));
        if (place.isPresent() && next.isPresent()) {
            Phrase what = Phrase.of(
                    "law", "decides." + id, Phrase.verbatim(place.get().body()), next.get());
            add(id, what, place.get().rule());
        } else {
            add(id, Phrase.of("law", "decides." + id + ".unknown"), true, "");
        }
    }
}
