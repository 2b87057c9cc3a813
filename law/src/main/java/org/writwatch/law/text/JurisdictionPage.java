package org.writwatch.law.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.law.CertificationStatute;
import org.writwatch.law.Datum;
import org.writwatch.law.Jurisdiction;
import org.writwatch.law.Law;
import org.writwatch.law.RecordsLaw;
import org.writwatch.law.ReportingStatute;
import org.writwatch.law.Screening;
import org.writwatch.law.StateMandate;
import org.writwatch.law.WhoDecides;

/**
 * The law held for one jurisdiction, datum by datum, with where each was read and how it was checked: a page a lawyer can
 * review.
 *
 * @param code the jurisdiction
 * @param name its name
 * @param groups the statements in groups: writ, records, counting, positions, reporting, certification
 * @param whoDecides who decides about an agreement there
 * @param notes what to beware of
 */
public record JurisdictionPage(
        String code, String name, List<Group> groups, List<Screening.Practice> whoDecides, List<String> notes) {
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
     * @param text its words, flagged unless verified
     * @param cite what it rests on; may be empty
     * @param source where it was read
     * @param verified whether the words were found there
     * @param primary whether the source is the law itself, when the data say
     * @param note what to beware of
     */
    public record Line(
            String key,
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

    /** The page of a jurisdiction, by code or name. */
    public static JurisdictionPage of(Law law, String jurisdiction) {
        Jurisdiction writ = law.jurisdiction(jurisdiction);
        String code = writ.code();
        RecordsLaw records = law.records(code);
        List<Line> writs = new ArrayList<>();
        writ.data().forEach((key, datum) -> writs.add(line(key, "", datum)));
        List<Group> groups = new ArrayList<>();
        groups.add(new Group("writ", writs));
        groups.add(new Group(
                "records",
                RecordsLaw.KEYS.stream()
                        .map(k -> line(k, records.statute(), records.get(k)))
                        .toList()));
        List<Line> counting = new ArrayList<>();
        law.counting(code).ifPresent(r -> {
            counting.add(line("counting", "", r.datum()));
            r.own().ifPresent(h -> counting.add(line("own_holidays", "", h.datum())));
        });
        groups.add(new Group("counting", counting));
        groups.add(new Group(
                "positions",
                law.mandates(code).stream().map(JurisdictionPage::position).toList()));
        groups.add(new Group(
                "reporting",
                law.reporting(code).stream().map(JurisdictionPage::reporting).toList()));
        groups.add(new Group(
                "certification",
                law.certification(code).stream()
                        .map(JurisdictionPage::certification)
                        .toList()));
        List<String> notes = new ArrayList<>(writ.notes());
        notes.addAll(records.notes());
        return new JurisdictionPage(
                code,
                writ.name(),
                groups,
                WhoDecides.of(law, code, Optional.empty(), LocalDate.parse(writ.asOf())),
                notes);
    }

    private static Line position(StateMandate m) {
        String older = m.transitionUntil()
                .map(d -> " (older agreements until " + d + ")")
                .orElse("");
        return new Line(
                m.id(),
                m.text() + inForce(m.inForceFrom(), m.inForceUntil()) + older,
                m.printed(),
                String.join(" ; ", m.sources()),
                m.confidence().verified(),
                Optional.empty(),
                m.note());
    }

    private static String inForce(Optional<LocalDate> from, Optional<LocalDate> until) {
        return from.map(d -> " (in force from " + d + ")").orElse("")
                + until.map(d -> " (in force until " + d + ")").orElse("");
    }

    private static Line reporting(ReportingStatute r) {
        return line(r.id(), r.cite(), r.datum());
    }

    private static Line certification(CertificationStatute c) {
        return line(c.id(), "", c.datum());
    }

    private static Line line(String key, String cite, Datum datum) {
        return new Line(
                key,
                datum.printed() + inForce(datum.inForceFrom(), datum.inForceUntil()),
                datum.authority().orElse(cite),
                datum.source(),
                datum.confidence().verified(),
                datum.sourceKind().map(k -> k.startsWith("primary")),
                datum.note());
    }

    /** As ordered maps; what is ours to say is in the language asked for. */
    public Map<String, @Nullable Object> json(Lang lang) {
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
        map.put("text", line.text());
        map.put("cite", line.cite());
        map.put("source", line.source());
        map.put("verified", line.verified());
        map.put("primary", line.primary().orElse(null));
        map.put("note", line.note().orElse(null));
        return map;
    }

    /** As text; the words of the data are English, the rest is in the language asked for. */
    public String text(Lang lang) {
        Lines lines = new Lines(Phrasebook.of(lang));
        lines.heading(lines.say("page.head", name, code));
        lines.paragraph("", "", lines.say("notice"));
        for (Group group : groups) {
            lines.heading(lines.say(
                    "page." + group.id(), group.verified(), group.lines().size()));
            for (Line line : group.lines()) {
                lines.item(line.key() + ": " + line.text());
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
