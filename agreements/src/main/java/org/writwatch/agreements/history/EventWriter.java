package org.writwatch.agreements.history;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.writwatch.agreements.Model;
import org.writwatch.agreements.history.AgencyName.Nearness;
import org.writwatch.agreements.roster.MemoLink;
import org.writwatch.agreements.roster.PublishedList;

/**
 * Writes down what happened to each agreement, from its steps.
 *
 * <p>An agreement that is off a list is absent; off at least three lists over at least a week it is gone, or its model
 * dropped when the agency is still listed with another: rows have vanished for three lists in two days and come back
 * (the row of a Florida agency was overwritten with another's in July 2025). A web page seen many times counts as often
 * as it was seen. Where two families of lists
 * meet, a departure carries the span that nothing held covers.
 */
final class EventWriter {
    private static final int GONE_AFTER = 3;
    private static final int GONE_DAYS = 7;
    private static final int CORRECTION_DAYS = 31;

    private final Timeline participating;
    private final Timeline pending;
    private final List<Draft> drafts;
    private final Parties parties;
    private final Map<String, String> joinFlags = new HashMap<>();
    private final Set<String> sharedMemos = new HashSet<>();
    private final IdentityHashMap<Draft, Draft> heirs = new IdentityHashMap<>();
    private final Map<String, List<Draft>> byKind = new HashMap<>();
    private final Map<String, List<Draft>> byParty = new HashMap<>();
    private final List<Event> events = new ArrayList<>();

    EventWriter(Timeline participating, Timeline pending, List<Draft> drafts, Parties parties, Identity identity) {
        this.participating = participating;
        this.pending = pending;
        this.drafts = drafts;
        this.parties = parties;
        for (Identity.Joined j : identity.joined()) {
            joinFlags.put(j.one().key() + '|' + j.other().key(), j.flag());
            joinFlags.put(j.other().key() + '|' + j.one().key(), j.flag());
        }
        for (Identity.Doubt d : identity.doubts()) {
            Set<String> shared = new HashSet<>(d.one().memos());
            shared.retainAll(d.other().memos());
            shared.forEach(m -> sharedMemos.add(d.one().state() + "/" + m));
        }
        for (Draft d : drafts) {
            d.after.ifPresent(a -> heirs.putIfAbsent(a, d));
            if (!d.listed.isEmpty()) {
                byKind.computeIfAbsent(d.latest().state() + "/" + d.model, k -> new ArrayList<>())
                        .add(d);
                byParty.computeIfAbsent(parties.root(d.latest()), k -> new ArrayList<>())
                        .add(d);
            }
        }
    }

    List<Event> events() {
        drafts.forEach(this::write);
        events.sort(Comparator.comparing(Event::date)
                .thenComparing(Event::agreementId)
                .thenComparing(Event::kind)
                .thenComparing(Event::after));
        return events;
    }

    private void write(Draft draft) {
        if (!draft.pending.isEmpty()) {
            Step first = draft.pending.get(0);
            add(draft, EventKind.PENDING, pending.get(first.from()).date(), "", name(first), "", first, null);
        }
        Step before = null;
        Memory memory = new Memory();
        for (Step step : draft.listed) {
            if (before == null) {
                begin(draft, step);
            } else {
                if (step.from() > before.to() + 1) {
                    leave(draft, before, step.from());
                    add(
                            draft,
                            EventKind.RELISTED,
                            date(step),
                            until(before),
                            date(step).toString(),
                            "",
                            step,
                            before);
                }
                change(draft, before, step, memory);
            }
            memorandum(draft, before, step, memory);
            memory.signed = step.last().signed().or(memory.keepSigned());
            before = step;
        }
        if (before != null) {
            Draft next = heirs.get(draft);
            int end = next == null ? participating.size() : next.listed.get(0).from();
            if (before.to() + 1 < end) {
                leave(draft, before, end);
            }
        }
    }

    private static final class Memory {
        Optional<LocalDate> signed = Optional.empty();
        Optional<String> memo = Optional.empty();
        Optional<String> url = Optional.empty();

        java.util.function.Supplier<Optional<LocalDate>> keepSigned() {
            Optional<LocalDate> kept = signed;
            return () -> kept;
        }
    }

    private void begin(Draft draft, Step step) {
        boolean firstHeld = step.from() == 0 || participating.isBreak(step.from() - 1);
        String flag = firstHeld ? "on the first list held of its kind" : "";
        if (draft.after.isPresent()) {
            List<Step> earlier = draft.after.get().listed;
            Step last = earlier.get(earlier.size() - 1);
            add(
                    draft,
                    EventKind.RE_SIGNED,
                    date(step),
                    draft.after.get().id,
                    step.first().printed().signed(),
                    firstHeld ? gap(step.from() - 1) : "",
                    step,
                    last);
        } else {
            add(draft, EventKind.LISTED, date(step), "", name(step), flag, step, null);
        }
    }

    private void change(Draft draft, Step before, Step step, Memory memory) {
        if (before.last().isLike(step.first())) {
            return;
        }
        if (before.last().state() != step.first().state()) {
            String flag = flag(before, step);
            add(
                    draft,
                    EventKind.STATE_CORRECTED,
                    date(step),
                    before.last().state().name(),
                    step.first().state().name(),
                    flag,
                    step,
                    before);
        }
        AgencyName was = before.last().agency();
        AgencyName is = step.first().agency();
        if (!was.key().equals(is.key())) {
            boolean otherOffice = was.body() != is.body();
            EventKind kind = otherOffice ? EventKind.RELABELLED : EventKind.RENAMED;
            String flag = flag(before, step);
            add(draft, kind, date(step), was.display(), is.display(), flag, step, before);
        }
        boolean sameFamily = participating.get(before.to()).family()
                == participating.get(step.from()).family();
        String printed = step.first().printed().signed();
        Optional<LocalDate> now = step.first().signed();
        if (sameFamily && now.isPresent() && !now.equals(memory.signed)) {
            String flag = "";
            if (memory.signed.isPresent()) {
                long days = Math.abs(ChronoUnit.DAYS.between(memory.signed.get(), now.get()));
                if (now.get().isAfter(participating.get(before.to()).until())) {
                    flag = "the new date is later than lists that had it already: may be a new signing";
                } else if (days > CORRECTION_DAYS) {
                    flag = "changed by " + days + " days";
                }
            }
            String old = memory.signed
                    .map(LocalDate::toString)
                    .orElse(before.last().printed().signed());
            add(draft, EventKind.DATE_CORRECTED, date(step), old, printed, flag, step, before);
        }
    }

    private void memorandum(Draft draft, @org.jspecify.annotations.Nullable Step before, Step step, Memory memory) {
        Optional<MemoLink> link = step.first().memo();
        if (link.isPresent() && !link.map(MemoLink::key).equals(memory.memo)) {
            boolean shared =
                    sharedMemos.contains(step.first().state() + "/" + link.get().key());
            add(
                    draft,
                    EventKind.MEMORANDUM_POSTED,
                    date(step),
                    memory.url.orElse(""),
                    link.get().url(),
                    shared ? "one memorandum is linked by two agencies" : "",
                    step,
                    before);
            memory.memo = link.map(MemoLink::key);
            memory.url = link.map(MemoLink::url);
        }
    }

    /** The agreement is off every edition after {@code last} and before {@code end}. */
    private void leave(Draft draft, Step last, int end) {
        int first = last.to() + 1;
        int seen = 0;
        LocalDate known = participating.get(first).date();
        boolean gone = participating.isBreak(last.to());
        for (int e = first; e < end && !gone; e++) {
            seen += participating.get(e).observations();
            LocalDate seenOn = participating.get(e).until();
            known = participating.get(e).date();
            gone = seen >= GONE_AFTER
                    && ChronoUnit.DAYS.between(participating.get(first).date(), seenOn) >= GONE_DAYS;
        }
        PublishedList without = participating.get(first).proof();
        List<String> flags = new ArrayList<>();
        if (participating.isBreak(last.to())) {
            flags.add(gap(last.to()));
        }
        boolean stays = byParty.getOrDefault(parties.root(last.last()), List.of()).stream()
                .anyMatch(d -> d != draft && isOn(d, first));
        byParty.getOrDefault(parties.root(last.last()), List.of()).stream()
                .filter(d -> d.model != draft.model && !d.listed.isEmpty() && startsNear(d, first))
                .filter(d -> d.listed.get(0).first().signed().equals(last.last().signed()))
                .forEach(d -> flags.add("perhaps relabelled as " + d.id));
        byKind.getOrDefault(last.last().state() + "/" + draft.model, List.of()).stream()
                .filter(d -> d != draft && isOn(d, first) && !parties.areOne(d.latest(), last.last()))
                .filter(d -> d.latest().agency().nearness(last.last().agency()) != Nearness.APART)
                .forEach(d -> flags.add(
                        "a like name is on that list: " + d.latest().agency().display()));
        Optional<Draft> heir = heir(draft, last);
        heir.ifPresent(
                d -> flags.add("another office of the place is listed from then on with the same date; not merged"));
        events.add(new Event(
                participating.get(first).date(),
                known,
                heir.isPresent()
                        ? EventKind.RELABELLED
                        : !gone
                                ? EventKind.ABSENT
                                : stays && draft.model != Model.UNSTATED ? EventKind.MODEL_DROPPED : EventKind.GONE,
                draft.id,
                heir.isPresent() ? name(last) : until(last),
                heir.map(d -> d.id).orElse(participating.get(first).date().toString()),
                String.join("; ", flags),
                without.file(),
                without.sheet(),
                0,
                Optional.of(cell(last))));
    }

    /** Another office of the same place that is listed, from the very next list on, with the same date and model. */
    private Optional<Draft> heir(Draft draft, Step last) {
        List<Draft> heirs = byKind.getOrDefault(last.last().state() + "/" + draft.model, List.of()).stream()
                .filter(d -> d != draft && d.listed.get(0).from() == last.to() + 1)
                .filter(d -> !d.listed.get(0).first().signed().isEmpty()
                        && d.listed.get(0).first().signed().equals(last.last().signed()))
                .filter(d ->
                        d.listed.get(0).first().agency().isSamePlace(last.last().agency()))
                .toList();
        return heirs.size() == 1 ? Optional.of(heirs.get(0)) : Optional.empty();
    }

    private static boolean isOn(Draft draft, int edition) {
        return Step.isOn(draft.listed, edition);
    }

    private static boolean startsNear(Draft draft, int edition) {
        int start = draft.listed.get(0).from();
        return start >= edition && start <= edition + 2;
    }

    private String gap(int before) {
        return "nothing held covers " + participating.get(before).until() + " to "
                + participating.get(before + 1).date();
    }

    private String flag(Step before, Step step) {
        return joinFlags.getOrDefault(
                before.strand().key() + '|' + step.strand().key(), "");
    }

    private LocalDate date(Step step) {
        return participating.get(step.from()).date();
    }

    private String until(Step step) {
        return participating.get(step.to()).until().toString();
    }

    private static String name(Step step) {
        return step.last().agency().display();
    }

    private static Event.Cell cell(Step step) {
        return new Event.Cell(
                step.last().list().file(),
                step.last().list().sheet(),
                step.last().row());
    }

    private void add(
            Draft draft,
            EventKind kind,
            LocalDate date,
            String before,
            String after,
            String flag,
            Step step,
            @org.jspecify.annotations.Nullable Step earlier) {
        PublishedList list = step.first().list();
        events.add(new Event(
                date,
                date,
                kind,
                draft.id,
                before,
                after,
                flag,
                list.file(),
                list.sheet(),
                step.first().row(),
                Optional.ofNullable(earlier).map(EventWriter::cell)));
    }
}
