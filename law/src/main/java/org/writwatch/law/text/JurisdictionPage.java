package org.writwatch.law.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.writwatch.facts.UsState;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.law.Datum;
import org.writwatch.law.Jurisdiction;
import org.writwatch.law.Law;
import org.writwatch.law.RecordsLaw;
import org.writwatch.law.Screening;
import org.writwatch.law.Spanish;
import org.writwatch.law.StateMandate;
import org.writwatch.law.WhoDecides;

/**
 * The law held for one jurisdiction, datum by datum, with where each was read and how it was checked: a page a lawyer can
 * review.
 *
 * @param lang the language of all of it
 * @param code the jurisdiction
 * @param name its name
 * @param groups the statements in groups: writ, records, counting, positions, reporting, certification
 * @param whoDecides who decides about an agreement there
 * @param notes what to beware of
 */
public record JurisdictionPage(
        Lang lang,
        String code,
        String name,
        List<Group> groups,
        List<Screening.Practice> whoDecides,
        List<String> notes) {
    /** Statements of one kind; {@code id} names a phrase, "page." before it. */
    public record Group(String id, List<Line> lines) {
        public Group {
            lines = List.copyOf(lines);
        }

        /** How many of them were read in a source. */
        public long verified() {
            return lines.stream().filter(Line::verified).count();
        }

        /** How many were read in the law itself, a reprint of it or a court's own page, as far as the data say so. */
        public long primary() {
            return lines.stream()
                    .filter(l -> l.verified() && l.primary().orElse(false))
                    .count();
        }
    }

    /**
     * One statement.
     *
     * @param key what it is about, as the file has it
     * @param about the same in words
     * @param text its words, flagged unless verified
     * @param cite what it rests on; may be empty
     * @param source where it was read
     * @param verified whether the words were found there
     * @param primary whether the source is the law itself, when the data say
     * @param note what to beware of
     */
    public record Line(
            String key,
            String about,
            String text,
            String cite,
            String source,
            boolean verified,
            Optional<Boolean> primary,
            Optional<String> note) {
        /** The phrase that says where it was read: in the law itself or elsewhere, or not at all. */
        String where() {
            if (!verified) {
                return "page.not-read";
            }
            return primary.orElse(true) ? "page.read-in" : "page.read-in-secondary";
        }
    }

    public JurisdictionPage {
        groups = List.copyOf(groups);
        whoDecides = List.copyOf(whoDecides);
        notes = List.copyOf(notes);
    }

    /** The page of a jurisdiction, by code or name, in the language asked for. */
    public static JurisdictionPage of(Law law, String jurisdiction, Lang lang) {
        Jurisdiction writ = law.jurisdiction(jurisdiction);
        String code = writ.code();
        RecordsLaw records = law.records(code);
        Reader reader = new Reader(lang);
        List<Group> groups = new ArrayList<>();
        groups.add(new Group(
                "writ",
                writ.data().entrySet().stream()
                        .map(e -> reader.line(e.getKey(), "", e.getValue()))
                        .toList()));
        groups.add(new Group(
                "records",
                RecordsLaw.KEYS.stream()
                        .map(k -> reader.line("records." + k, k, records.statute(), records.get(k)))
                        .toList()));
        List<Line> counting = new ArrayList<>();
        law.counting(code).ifPresent(r -> {
            counting.add(reader.line("counting", "", r.datum()));
            r.own().ifPresent(h -> counting.add(reader.line("own_holidays", "", h.datum())));
        });
        groups.add(new Group("counting", counting));
        groups.add(new Group(
                "positions", law.mandates(code).stream().map(reader::position).toList()));
        groups.add(new Group(
                "reporting",
                law.reporting(code).stream()
                        .map(r -> reader.line(r.id(), r.cite(), r.datum()))
                        .toList()));
        groups.add(new Group(
                "certification",
                law.certification(code).stream()
                        .map(c -> reader.line(c.id(), "", c.datum()))
                        .toList()));
        List<String> notes = new ArrayList<>(writ.notes());
        notes.addAll(records.notes());
        return new JurisdictionPage(
                lang,
                code,
                lang == Lang.ES
                        ? UsState.find(code).map(UsState::spanish).orElse(Spanish.name(writ.name(), lang))
                        : writ.name(),
                groups,
                WhoDecides.of(law, code, Optional.empty(), LocalDate.parse(writ.asOf())),
                notes.stream().map(n -> Spanish.say(n, lang)).toList());
    }

    /** Turns data into lines of one language. */
    private record Reader(Lang lang, Phrasebook book) {
        Reader(Lang lang) {
            this(lang, Phrasebook.of(lang));
        }

        private String say(String key, Object... args) {
            return book.say(Phrase.of("law", key, args));
        }

        private String about(String key) {
            return book.knows("law", "page.about." + key) ? say("page.about." + key) : key;
        }

        private String inForce(Optional<LocalDate> from, Optional<LocalDate> until) {
            return from.map(d -> " " + say("page.in-force-from", d)).orElse("")
                    + until.map(d -> " " + say("page.in-force-until", d)).orElse("");
        }

        Line position(StateMandate m) {
            return new Line(
                    m.id(),
                    m.id(),
                    Spanish.say(m.text(), lang)
                            + inForce(m.inForceFrom(), m.inForceUntil())
                            + m.transitionUntil()
                                    .map(d -> " " + say("page.older-until", d))
                                    .orElse(""),
                    m.printed(),
                    String.join(" ; ", m.sources()),
                    m.confidence().verified(),
                    Optional.empty(),
                    m.note().map(n -> Spanish.say(n, lang)));
        }

        Line line(String key, String cite, Datum datum) {
            return line(key, key, cite, datum);
        }

        /** {@code label} names the words for what it is about. */
        Line line(String label, String key, String cite, Datum datum) {
            return new Line(
                    key,
                    about(label),
                    book.say(datum.said()) + inForce(datum.inForceFrom(), datum.inForceUntil()),
                    Spanish.name(datum.authority().orElse(cite), lang),
                    Spanish.name(datum.source(), lang),
                    datum.confidence().verified(),
                    datum.sourceKind().map(k -> k.startsWith("primary")),
                    datum.note().map(n -> Spanish.say(n, lang)));
        }
    }

    /** As ordered maps. */
    public Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("jurisdiction", code);
        map.put("name", name);
        for (Group group : groups) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("verified", group.verified());
            one.put("primary", group.primary());
            one.put("of", (long) group.lines().size());
            one.put("data", group.lines().stream().map(JurisdictionPage::json).toList());
            map.put(group.id(), one);
        }
        map.put(
                "who_decides",
                whoDecides.stream().map(p -> json(p, Phrasebook.of(lang))).toList());
        map.put("notes", notes);
        return map;
    }

    private static Map<String, @Nullable Object> json(Screening.Practice item, Phrasebook book) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("id", item.id());
        map.put("what", book.say(item.what()));
        map.put("verified", item.verified());
        map.put("cite", item.cite());
        return map;
    }

    private static Map<String, @Nullable Object> json(Line line) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("key", line.key());
        map.put("about", line.about());
        map.put("text", line.text());
        map.put("cite", line.cite());
        map.put("source", line.source());
        map.put("verified", line.verified());
        map.put("primary", line.primary().orElse(null));
        map.put("note", line.note().orElse(null));
        return map;
    }

    /** As text. */
    public String text() {
        Lines lines = new Lines(Phrasebook.of(lang));
        lines.heading(lines.say("page.head", name, code));
        lines.paragraph("", "", lines.say("notice"));
        for (Group group : groups) {
            lines.heading(lines.say(
                    "page." + group.id(), group.verified(), group.lines().size()));
            for (Line line : group.lines()) {
                lines.item(line.about() + ": " + line.text());
                if (!line.cite().isEmpty()) {
                    lines.under(lines.say("page.rests-on", line.cite()));
                }
                lines.under(lines.say(line.where(), line.source()));
                line.note().ifPresent(n -> lines.under(lines.say("page.note", n)));
            }
        }
        lines.heading(lines.say("text.who-decides"));
        whoDecides.forEach(p -> lines.item(lines.say(p.what())));
        if (!notes.isEmpty()) {
            lines.heading(lines.say("page.notes"));
            notes.forEach(lines::item);
        }
        return lines.toString();
    }
}
