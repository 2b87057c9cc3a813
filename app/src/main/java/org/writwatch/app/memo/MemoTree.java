package org.writwatch.app.memo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.writwatch.agreements.memo.Clause;
import org.writwatch.agreements.memo.Contact;
import org.writwatch.agreements.memo.Departure;
import org.writwatch.agreements.memo.Duty;
import org.writwatch.agreements.memo.DutyCalendar;
import org.writwatch.agreements.memo.MemoFlag;
import org.writwatch.agreements.memo.Memorandum;
import org.writwatch.agreements.memo.MemorandumReading;
import org.writwatch.agreements.memo.Signatory;
import org.writwatch.agreements.memo.Timing;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;

/** A memorandum as JSON; what was not read is null, and plain words are there in every language. */
public final class MemoTree {
    private MemoTree() {}

    /** The tree, schema {@code writwatch/memorandum/1}. */
    public static Map<String, @Nullable Object> of(MemoAnswer answer) {
        MemorandumReading reading = answer.reading();
        Memorandum m = reading.memorandum();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("schema", "writwatch/memorandum/1");
        tree.put("file", m.file());
        tree.put("sha256", text(m.source().sha256()));
        tree.put("pages", m.pages());
        tree.put("agency", text(reading.party()));
        tree.put(
                "listed",
                answer.list().linked().stream()
                        .map(a -> Map.of(
                                "agreement_id", a.id(), "agency_id", a.agency().id()))
                        .map(MemoTree::sorted)
                        .toList());
        tree.put("model", m.model().name());
        tree.put("template", m.template());
        tree.put("revision", text(m.revision()));
        Map<String, @Nullable Object> sure = new LinkedHashMap<>();
        sure.put("confidence", round(reading.recognition().confidence()));
        sure.put("share", round(reading.recognition().share()));
        sure.put("rival", reading.recognition().rival());
        sure.put("rival_share", round(reading.recognition().rivalShare()));
        tree.put("recognition", sure);
        tree.put(
                "signatories",
                reading.signatories().stream().map(MemoTree::signatory).toList());
        tree.put("dates", dates(answer));
        tree.put("contacts", reading.contacts().stream().map(MemoTree::contact).toList());
        tree.put("clauses", reading.clauses().stream().map(MemoTree::clause).toList());
        tree.put("duties", m.duties().stream().map(MemoTree::duty).toList());
        tree.put(
                "departures",
                reading.redline().departures().stream().map(MemoTree::departure).toList());
        tree.put(
                "calendar",
                answer.calendar().entries().stream().map(MemoTree::entry).toList());
        tree.put(
                "ask_today",
                answer.calendar().dueNow(m).stream().map(MemoTree::dueNow).toList());
        tree.put("flags", answer.flags().stream().map(MemoTree::flag).toList());
        return tree;
    }

    private static Map<String, Object> sorted(Map<String, String> pair) {
        return new java.util.TreeMap<>(pair);
    }

    private static Map<String, @Nullable Object> dates(MemoAnswer answer) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        Memorandum read = answer.reading().memorandum();
        tree.put("agency_signed", text(read.signed().or(() -> signed(answer, Duty.Party.AGENCY))));
        tree.put("ice_signed", text(signed(answer, Duty.Party.ICE)));
        tree.put(
                "listed_signed",
                text(answer.list()
                        .agreement(answer.reading().memorandum())
                        .flatMap(org.writwatch.agreements.Agreement::signed)));
        tree.put("revision", text(answer.reading().memorandum().revision()));
        tree.put("counted_from", text(answer.calendar().start()));
        tree.put("as_of", answer.calendar().asOf());
        return tree;
    }

    private static Optional<LocalDate> signed(MemoAnswer answer, Duty.Party party) {
        return answer.reading().signatories().stream()
                .filter(s -> s.party() == party)
                .findFirst()
                .flatMap(Signatory::date);
    }

    private static Map<String, @Nullable Object> signatory(Signatory s) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("party", lower(s.party()));
        tree.put("name", text(s.name()));
        tree.put("title", text(s.title()));
        tree.put("date", text(s.date()));
        return tree;
    }

    private static Map<String, @Nullable Object> contact(Contact c) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("party", lower(c.party()));
        tree.put("role", lower(c.role()));
        tree.put("clause", c.clause());
        tree.put("page", c.page());
        tree.put("text", c.text().isBlank() ? null : c.text());
        return tree;
    }

    private static Map<String, @Nullable Object> clause(Clause c) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("number", c.number());
        tree.put("heading", c.heading());
        tree.put("page", c.page());
        tree.put("text", c.text());
        return tree;
    }

    private static Map<String, @Nullable Object> duty(Duty d) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", d.id());
        tree.put("topic", lower(d.topic()));
        tree.put("who", lower(d.who()));
        tree.put("force", lower(d.force()));
        tree.put("summary", said(d.summary()));
        tree.put("to", d.to().map(MemoTree::lower).orElse(null));
        tree.put("when", d.when().map(MemoTree::timing).orElse(null));
        tree.put("clause", d.clause());
        tree.put("page", d.page());
        tree.put("quote", d.quote());
        tree.put("ocr", d.ocr());
        return tree;
    }

    private static Map<String, @Nullable Object> timing(Timing when) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("kind", lower(when.kind()));
        tree.put("amount", when.amount() == 0 ? null : when.amount());
        tree.put("unit", when.amount() == 0 ? null : lower(when.unit()));
        tree.put("from", when.from().isEmpty() ? null : when.from());
        tree.put("words", said(when.phrase()));
        return tree;
    }

    private static Map<String, @Nullable Object> departure(Departure d) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("kind", lower(d.kind()));
        tree.put("clause", d.clause());
        tree.put("page", d.page());
        tree.put("form", d.form().isEmpty() ? null : d.form());
        tree.put("read", d.read().isEmpty() ? null : d.read());
        tree.put("sure", d.sure());
        return tree;
    }

    private static Map<String, @Nullable Object> entry(DutyCalendar.Entry e) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("duty", e.duty().id());
        tree.put("basis", lower(e.basis()));
        tree.put("date", text(e.date()));
        tree.put("past", e.past());
        tree.put("every_months", e.everyMonths() == 0 ? null : e.everyMonths());
        tree.put("words", said(e.words()));
        tree.put("clause", e.duty().clause());
        tree.put("page", e.duty().page());
        return tree;
    }

    private static Map<String, @Nullable Object> dueNow(DutyCalendar.DueNow d) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", d.asked().id());
        tree.put("what", said(d.asked().what()));
        tree.put("due", d.due());
        tree.put(
                "duties",
                d.asked().duties().stream()
                        .map(x -> Map.<String, Object>of("id", x.id(), "clause", x.clause(), "page", x.page()))
                        .map(java.util.TreeMap::new)
                        .toList());
        return tree;
    }

    private static Map<String, @Nullable Object> flag(MemoFlag f) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("kind", lower(f.kind()));
        tree.put("page", f.page().orElse(null));
        tree.put("words", said(f.words()));
        return tree;
    }

    private static Map<String, Object> said(Phrase phrase) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (Lang lang : Lang.values()) {
            tree.put(lang.tag(), Phrasebook.of(lang).say(phrase));
        }
        return tree;
    }

    private static double round(double share) {
        return Math.round(share * 10_000) / 10_000.0;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String text(Optional<?> value) {
        return value.map(Object::toString).orElse(null);
    }

    /** The columns of the table of duties. */
    public static final List<String> DUTY_COLUMNS =
            List.of("duty", "topic", "who", "force", "to", "when", "clause", "page", "ocr", "summary", "quote");

    /** The duties as rows under {@link #DUTY_COLUMNS}, plain words in one language. */
    public static List<List<String>> duties(Memorandum memorandum, Lang lang) {
        Phrasebook book = Phrasebook.of(lang);
        return memorandum.duties().stream()
                .map(d -> List.of(
                        d.id(),
                        lower(d.topic()),
                        lower(d.who()),
                        lower(d.force()),
                        d.to().map(t -> book.say(t.phrase())).orElse(""),
                        d.when().map(w -> book.say(w.phrase())).orElse(""),
                        d.clause(),
                        String.valueOf(d.page()),
                        d.ocr() ? "yes" : "no",
                        book.say(d.summary()),
                        d.quote()))
                .toList();
    }
}
