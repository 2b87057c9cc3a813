package org.writwatch.agreements.memo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.writwatch.facts.phrase.Phrase;

/**
 * When what a memorandum promises falls due.
 *
 * <p>Dates count from the day the agreement was signed; an anniversary of 29 February is 28 February. What a form lets run
 * from a day the memorandum does not print (an officer's authorization, a certification) is dated "no sooner than", since
 * nothing is authorized before the signing. What runs from an event (a hold, a complaint) has no date and is listed with its
 * span. Lists give the signing date where the document's own could not be read.
 *
 * @param start the day dates count from; empty when neither document nor list has it, and then nothing counted from it has
 *     a date
 * @param asOf the day the calendar speaks for
 * @param entries dated ones first, by date; then the others in clause order
 */
public record DutyCalendar(Optional<LocalDate> start, LocalDate asOf, List<Entry> entries) {
    private static final Set<String> NEEDS_AUTHORITY =
            Set.of("authorization", "certification", "training", "first-class");

    public DutyCalendar {
        entries = List.copyOf(entries);
    }

    /** How a date was found. */
    public enum Basis {
        /** Counted from the signing. */
        FROM_START,
        /** Counted from the signing because the true first day is later and not printed. */
        NO_SOONER_THAN,
        /** When it would be if notice were given on the day the calendar speaks for. */
        IF_NOTICE_NOW,
        /** It runs anew from each event. */
        EACH_TIME
    }

    /**
     * A duty in the calendar.
     *
     * @param duty with its clause, page and words
     * @param basis how the date was found
     * @param date next day it falls due on or after the day the calendar speaks for, or the one day it fell due before;
     *     empty when it has none
     * @param past days before the calendar's own on which it fell due, oldest first
     * @param everyMonths months between two days; 0 when it does not repeat
     */
    public record Entry(Duty duty, Basis basis, Optional<LocalDate> date, List<LocalDate> past, int everyMonths) {
        public Entry {
            past = List.copyOf(past);
        }

        /** The sentence for it: what, and how the day was counted. */
        public Phrase words() {
            String key =
                    "memo.calendar." + basis.name() + (basis != Basis.EACH_TIME && date.isEmpty() ? ".undated" : "");
            return Phrase.of(
                    "agreements", key, duty.summary(), duty.when().orElseThrow().phrase());
        }
    }

    /**
     * Records that must exist by now if the agreement was kept, for a records request.
     *
     * @param asked what to ask for, with the duties behind it
     * @param due the days on which one of those duties (not a mere power) had fallen due, oldest first; empty where no day
     *     can be told
     */
    public record DueNow(Requestable asked, List<LocalDate> due) {
        public DueNow {
            due = List.copyOf(due);
        }
    }

    /** The calendar of a memorandum. */
    public static DutyCalendar of(Memorandum memorandum, Optional<LocalDate> listed, LocalDate asOf) {
        Optional<LocalDate> start = listed.or(memorandum::signed);
        List<Entry> entries = new ArrayList<>();
        for (Duty duty : memorandum.duties()) {
            duty.when().flatMap(w -> entry(duty, w, start, asOf)).ifPresent(entries::add);
        }
        entries.sort(Comparator.comparing(e -> e.date().orElse(LocalDate.MAX)));
        return new DutyCalendar(start, asOf, entries);
    }

    /** What can be asked for today, in the order of the request. */
    public List<DueNow> dueNow(Memorandum memorandum) {
        List<DueNow> all = new ArrayList<>();
        for (Requestable asked : Memoranda.bundled().requestable(memorandum)) {
            List<LocalDate> due = entries.stream()
                    .filter(e -> asked.duties().contains(e.duty()))
                    .filter(e -> e.basis() == Basis.FROM_START && e.duty().force() != Duty.Force.MAY)
                    .flatMap(e -> e.past().stream())
                    .distinct()
                    .sorted()
                    .toList();
            all.add(new DueNow(asked, due));
        }
        return all;
    }

    private static Optional<Entry> entry(Duty duty, Timing when, Optional<LocalDate> start, LocalDate asOf) {
        return switch (when.kind()) {
            case EVERY, ABOUT, LASTS, AT_MOST_EVERY -> Optional.of(counted(duty, when, start, asOf));
            case BEFORE ->
                when.amount() == 0
                        ? Optional.empty()
                        : Optional.of(
                                new Entry(duty, Basis.IF_NOTICE_NOW, Optional.of(plus(asOf, when, 1)), List.of(), 0));
            case WITHIN, AT_ONCE, PROMPTLY, SAME_DAY ->
                Optional.of(new Entry(duty, Basis.EACH_TIME, Optional.empty(), List.of(), 0));
            case AFTER, ON_REQUEST, ONGOING, AS_NEEDED, ANY_TIME -> Optional.empty();
        };
    }

    private static Entry counted(Duty duty, Timing when, Optional<LocalDate> start, LocalDate asOf) {
        boolean later = NEEDS_AUTHORITY.contains(when.from());
        Basis basis = later ? Basis.NO_SOONER_THAN : Basis.FROM_START;
        int months = when.kind() == Timing.Kind.EVERY ? months(when) : 0;
        if (start.isEmpty()) {
            return new Entry(duty, basis, Optional.empty(), List.of(), months);
        }
        List<LocalDate> past = new ArrayList<>();
        int n = 1;
        LocalDate day = plus(start.get(), when, n);
        while (months > 0 && day.isBefore(asOf)) {
            past.add(day);
            day = plus(start.get(), when, ++n);
        }
        if (months == 0 && day.isBefore(asOf)) {
            past.add(day);
        }
        return new Entry(duty, basis, Optional.of(day), past, months);
    }

    private static LocalDate plus(LocalDate from, Timing when, int times) {
        int amount = when.amount() * times;
        return switch (when.unit()) {
            case HOURS -> from.plusDays((amount + 23) / 24);
            case DAYS -> from.plusDays(amount);
            case MONTHS -> from.plusMonths(amount);
            case YEARS -> from.plusYears(amount);
        };
    }

    private static int months(Timing when) {
        return switch (when.unit()) {
            case MONTHS -> when.amount();
            case YEARS -> 12 * when.amount();
            case HOURS, DAYS -> 0;
        };
    }
}
