package org.writwatch.app.feed;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.writwatch.agreements.history.Event;
import org.writwatch.agreements.history.EventFlag;
import org.writwatch.agreements.history.EventKind;
import org.writwatch.app.registry.AgencyLink;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;

/**
 * One event as it stands in feeds and on its page.
 *
 * @param event the event as it could be known on the day the feeds speak for
 * @param row its row of the table of events, by column
 * @param said what was said of it once: title, kind, then its lines, by language; many feeds say the same event
 */
record Item(Event event, Map<String, String> row, Map<Lang, List<String>> said) {
    /** An item of which nothing was said yet. */
    Item(Event event, Map<String, String> row) {
        this(event, row, new ConcurrentHashMap<>());
    }

    private List<String> words(Lang lang) {
        return said.computeIfAbsent(lang, this::say);
    }

    private List<String> say(Lang lang) {
        String kind = say(lang, "event." + event.kind().code().replace(' ', '-'));
        List<String> all = new ArrayList<>();
        all.add(say(lang, "feed.item", of("agency"), of("state"), kind, of("model")));
        all.add(kind);
        all.addAll(told(lang));
        return List.copyOf(all);
    }

    private static final Set<EventKind> AWAY = Set.of(EventKind.ABSENT, EventKind.GONE, EventKind.MODEL_DROPPED);

    /** The same for ever, whatever is found out of the event later. */
    String urn() {
        return urn("event/" + event.id());
    }

    /** The id of a thing of ours: a name-based UUID (RFC 9562, version 3) of its name. */
    static String urn(String name) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(("writwatch/" + name).getBytes(StandardCharsets.UTF_8));
    }

    /** Where its page is, from the root of the folder. */
    String page() {
        return "events/" + event.id() + ".html";
    }

    /** The day the list was made, at its start: feeds want a time, lists have a day. */
    String published() {
        return instant(event.date());
    }

    /** The day from which it could be known as it is told. */
    String updated() {
        return instant(event.known());
    }

    static String instant(LocalDate day) {
        return day + "T00:00:00Z";
    }

    String title(Lang lang) {
        return words(lang).get(0);
    }

    String kind(Lang lang) {
        return words(lang).get(1);
    }

    /** What happened and the cells that prove it, a line each. */
    List<String> lines(Lang lang) {
        List<String> all = words(lang);
        return all.subList(2, all.size());
    }

    private List<String> told(Lang lang) {
        List<String> lines = new ArrayList<>();
        String before = AgencyLink.marked(event.before(), lang);
        String after = AgencyLink.marked(event.after(), lang);
        if (!before.isEmpty()) {
            lines.add(say(lang, "feed.before", before));
        }
        if (!after.isEmpty()) {
            lines.add(say(lang, "feed.after", after));
        }
        lines.add(say(lang, "feed.day", event.date()));
        if (AWAY.contains(event.kind())) {
            lines.add(say(lang, "export.not-ended"));
        }
        if (!event.flag().isEmpty()) {
            lines.add(say(lang, "show.flag", EventFlag.say(event.flag(), lang)));
        }
        lines.add(say(lang, "feed.proof", cell(lang, "file", "sheet", "row", "sha256")));
        if (!of("before_file").isEmpty()) {
            lines.add(say(
                    lang,
                    "feed.proof-before",
                    cell(lang, "before_file", "before_sheet", "before_row", "before_sha256")));
        }
        return lines;
    }

    private String cell(Lang lang, String file, String sheet, String row, String sha256) {
        List<String> parts = new ArrayList<>(List.of(of(file), of(sheet)));
        if (!of(row).isEmpty()) {
            parts.add(say(lang, "show.row", of(row)));
        }
        if (!of(sha256).isEmpty()) {
            parts.add("sha256 " + of(sha256));
        }
        return String.join(", ", parts);
    }

    String of(String column) {
        return row.getOrDefault(column, "");
    }

    static String say(Lang lang, String key, Object... args) {
        return Phrasebook.of(lang).say(Phrase.of("app", key, args));
    }
}
