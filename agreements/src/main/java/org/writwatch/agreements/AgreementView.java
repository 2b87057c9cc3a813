package org.writwatch.agreements;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.writwatch.agreements.history.Edition;
import org.writwatch.agreements.history.HistoryLine;
import org.writwatch.agreements.history.Spell;
import org.writwatch.agreements.history.Timeline;
import org.writwatch.agreements.roster.ListFamily;
import org.writwatch.agreements.roster.ListKind;
import org.writwatch.agreements.roster.PublishedList;
import org.writwatch.facts.Agency;
import org.writwatch.facts.Source;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;

/** One agreement as the lists made on or before a day show it. */
final class AgreementView {
    private static final String ICE = "U.S. Immigration and Customs Enforcement";

    private final HistoryLine line;
    private final Agency agency;
    private final Timeline participating;
    private final Timeline pending;
    private final LocalDate asOf;

    AgreementView(HistoryLine line, Agency agency, Timeline participating, Timeline pending, LocalDate asOf) {
        this.line = line;
        this.agency = agency;
        this.participating = participating;
        this.pending = pending;
        this.asOf = asOf;
    }

    /** Empty when no list of that day or before has it. */
    Optional<Agreement> agreement() {
        List<Spell> listed = by(line.listed(), participating);
        List<Spell> applied = by(line.pending(), pending);
        if (listed.isEmpty() && applied.isEmpty()) {
            return Optional.empty();
        }
        Timeline timeline = listed.isEmpty() ? pending : participating;
        List<Spell> spells = listed.isEmpty() ? applied : listed;
        int known = timeline.countBy(asOf);
        int last = Math.min(spells.get(spells.size() - 1).to(), known - 1);
        LocalDate first = timeline.get(spells.get(0).from()).date();
        Edition lastEdition = timeline.get(last);
        LocalDate lastListed = lastEdition.until().isAfter(asOf) ? asOf : lastEdition.until();
        Optional<LocalDate> absent =
                last + 1 < known ? Optional.of(timeline.get(last + 1).date()) : Optional.empty();
        List<Spell> all = new ArrayList<>(applied);
        all.addAll(listed);
        return Optional.of(new Agreement(
                line.id(),
                agency,
                line.model(),
                latest(all, Spell::signed),
                status(listed.isEmpty(), first, lastListed, absent),
                first,
                lastListed,
                absent,
                latest(listed, Spell::memoUrl),
                proof(spells, last),
                notes(listed, last, absent)));
    }

    private static List<Spell> by(List<Spell> spells, Timeline timeline, LocalDate day) {
        int known = timeline.countBy(day);
        return spells.stream().filter(s -> s.from() < known).toList();
    }

    private List<Spell> by(List<Spell> spells, Timeline timeline) {
        return by(spells, timeline, asOf);
    }

    private AgreementStatus status(
            boolean applicationOnly, LocalDate first, LocalDate lastListed, Optional<LocalDate> absent) {
        if (line.ended().isPresent() && !line.ended().get().on().isAfter(asOf)) {
            HistoryLine.End end = line.ended().get();
            Source document = new Source(
                    "document/" + line.id(),
                    agency.name(),
                    "Document that ended the agreement",
                    "public record",
                    Optional.empty(),
                    Optional.empty(),
                    "",
                    Optional.of(end.document()));
            return new AgreementStatus.Ended(end.on(), document);
        }
        if (applicationOnly) {
            return new AgreementStatus.Pending(first, lastListed);
        }
        return absent.<AgreementStatus>map(a -> new AgreementStatus.NotSeen(lastListed, a))
                .orElseGet(() -> new AgreementStatus.Active(lastListed));
    }

    private static <T> Optional<T> latest(List<Spell> spells, java.util.function.Function<Spell, Optional<T>> field) {
        for (int i = spells.size() - 1; i >= 0; i--) {
            Optional<T> value = field.apply(spells.get(i));
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    private List<Source> proof(List<Spell> spells, int last) {
        Spell first = spells.get(0);
        Spell end = spells.get(spells.size() - 1);
        Source one = source(first.first());
        // Inside a run the row of its first day is known, not that of every day.
        Source other = source(end.to() <= last ? end.last() : end.first());
        return one.equals(other) ? List.of(one) : List.of(one, other);
    }

    private List<Phrase> notes(List<Spell> listed, int last, Optional<LocalDate> absent) {
        List<Phrase> notes = new ArrayList<>();
        if (line.hybrid()) {
            notes.add(Phrase.of("agreements", "note.hybrid"));
        }
        if (!listed.isEmpty() && absent.isPresent() && participating.isBreak(last)) {
            notes.add(Phrase.of(
                    "agreements",
                    "note.not-covered",
                    participating.get(last).until(),
                    participating.get(last + 1).date()));
        }
        if (line.model() == Model.UNSTATED) {
            notes.add(Phrase.of("agreements", "note.model-unstated"));
        }
        return notes;
    }

    private static Source source(Spell.Cite cite) {
        return source(cite.list()).at(cite.list().sheet() + " row " + cite.row());
    }

    /** A list as a whole. */
    static Source source(PublishedList list) {
        String day = LocalDate.ofInstant(list.order(), ZoneOffset.UTC).toString();
        boolean inspector = list.family() == ListFamily.OIG_2009;
        return new Source(
                list.family().code() + "/" + list.file() + "/" + day,
                inspector ? "DHS Office of Inspector General" : ICE,
                title(list),
                "public record (17 U.S.C. 105)",
                list.archived().map(a -> LocalDate.ofInstant(a, ZoneOffset.UTC)),
                list.sha256().isEmpty() ? Optional.empty() : Optional.of(list.sha256()),
                "",
                Optional.empty());
    }

    /** What a list is, in words: the archive's time before a file's own name is left out. */
    private static String title(PublishedList list) {
        String what = switch (list.family()) {
            case PARTNERS_2007 -> "List of 287(g) partners";
            case OIG_2009 -> "Table of 287(g) agreements in report OIG-10-63";
            case CURRENT ->
                list.kind() == ListKind.PENDING
                        ? "List of agencies with a pending 287(g) agreement"
                        : "List of agencies with a 287(g) agreement";
        };
        String file = list.file().replaceFirst("^[0-9]{8}T[0-9]{6}Z_", "");
        return what + ", " + Phrasebook.of(Lang.EN).say(list.date()) + " (" + file + ")";
    }
}
