package org.writwatch.app.memo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.writwatch.agreements.memo.Contact;
import org.writwatch.agreements.memo.Departure;
import org.writwatch.agreements.memo.Duty;
import org.writwatch.agreements.memo.DutyCalendar;
import org.writwatch.agreements.memo.Memorandum;
import org.writwatch.agreements.memo.MemorandumReading;
import org.writwatch.agreements.memo.Signatory;
import org.writwatch.agreements.memo.Topic;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;

/** A memorandum in words for a terminal: what it is, what is odd, what it makes whom do, what departs, what falls due. */
public final class MemoText {
    private static final int LONG = 160;

    private final StringBuilder text = new StringBuilder();
    private final Phrasebook words;

    private MemoText(Lang lang) {
        words = Phrasebook.of(lang);
    }

    /** The text, each line ended by a line feed. */
    public static String of(MemoAnswer answer, Lang lang) {
        MemoText page = new MemoText(lang);
        page.head(answer);
        page.flags(answer);
        page.duties(answer.reading().memorandum());
        page.departures(answer.reading());
        page.calendar(answer.calendar());
        page.today(answer);
        return page.text.toString();
    }

    private void head(MemoAnswer answer) {
        MemorandumReading reading = answer.reading();
        Memorandum m = reading.memorandum();
        line(answer.agency().orElseGet(() -> say("memo.agency-unread")));
        field("file", m.file() + ", " + say("memo.pages", m.pages()));
        long share = Math.round(100 * reading.recognition().share());
        field("model", m.model().name() + ", " + say("memo.form", m.template(), (int) share));
        field("revision", m.revision().map(this::day).orElseGet(() -> say("memo.none-printed")));
        for (Signatory s : reading.signatories()) {
            String who = say("memo.party." + s.party().name());
            String read = java.util.stream.Stream.of(
                            s.name(), s.title(), s.date().map(this::day))
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining(", "));
            field("signed-by", who + ": " + (read.isEmpty() ? say("memo.not-read") : read));
        }
        answer.calendar().start().ifPresent(d -> field("counted-from", day(d)));
        for (Contact c : reading.contacts()) {
            String filled = c.text().isBlank() ? say("memo.left-empty") : c.text();
            field(
                    "contact",
                    say("memo.party." + c.party().name()) + " "
                            + words.say(c.role().phrase()) + ": " + cut(filled) + " (" + at(c.clause(), c.page())
                            + ")");
        }
    }

    private void flags(MemoAnswer answer) {
        if (!answer.flags().isEmpty()) {
            title(say("memo.flags"));
            answer.flags().forEach(f -> line("  ! " + words.say(f.words())));
        }
    }

    private void duties(Memorandum m) {
        title(say("memo.duties", m.duties().size()));
        for (Topic topic : Topic.values()) {
            List<Duty> of = m.duties().stream().filter(d -> d.topic() == topic).toList();
            if (!of.isEmpty()) {
                line("  " + words.say(topic.phrase()));
                for (Duty d : of) {
                    line("    " + words.say(d.summary()) + " (" + at(d.clause(), d.page()) + ")");
                    line("      \"" + cut(d.quote()) + "\"");
                }
            }
        }
    }

    private void departures(MemorandumReading reading) {
        List<Departure> all = reading.redline().departures().stream()
                .filter(d -> d.kind() != Departure.Kind.FILLED)
                .toList();
        List<Departure> sure = all.stream().filter(Departure::sure).toList();
        title(say("memo.departures", sure.size(), reading.memorandum().template()));
        for (Departure d : sure) {
            List<String> said = new ArrayList<>();
            if (!d.form().isEmpty()) {
                said.add("[-" + cut(d.form()) + "-]");
            }
            if (!d.read().isEmpty()) {
                said.add("{+" + cut(d.read()) + "+}");
            }
            line("  " + words.say(d.kind().phrase()) + " (" + at(d.clause(), d.page()) + "): "
                    + String.join(" ", said));
        }
        if (all.size() > sure.size()) {
            line("  " + say("memo.departures.unsure", all.size() - sure.size()));
        }
    }

    private void calendar(DutyCalendar calendar) {
        title(say("memo.calendar", day(calendar.asOf())));
        for (DutyCalendar.Entry e : calendar.entries()) {
            line("  " + e.date().map(LocalDate::toString).orElse("          ") + "  " + words.say(e.words()) + " ("
                    + at(e.duty().clause(), e.duty().page()) + ")");
        }
    }

    private void today(MemoAnswer answer) {
        title(say("memo.today"));
        for (DutyCalendar.DueNow d : answer.calendar().dueNow(answer.reading().memorandum())) {
            Duty best = d.asked().duties().get(0);
            line("  - " + words.say(d.asked().what()) + " (" + at(best.clause(), best.page()) + ")");
            if (!d.due().isEmpty()) {
                line("      " + say("memo.today.due", List.copyOf(d.due())));
            }
        }
    }

    private String at(String clause, int page) {
        return say("memo.at", clause, page);
    }

    private static String cut(String said) {
        return said.length() <= LONG ? said : said.substring(0, said.lastIndexOf(' ', LONG)) + " \u2026";
    }

    private String day(LocalDate day) {
        return words.say(day);
    }

    private void title(String said) {
        line("");
        line(said);
    }

    private void field(String name, String value) {
        line("  " + say("memo." + name) + ' ' + value);
    }

    private String say(String key, Object... args) {
        return words.say(Phrase.of("app", key, args));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
