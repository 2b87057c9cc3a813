package org.writwatch.app.registry;

import java.util.List;
import java.util.Map;
import org.writwatch.agreements.Agreement;
import org.writwatch.agreements.RegistryTables;
import org.writwatch.agreements.RegistryTables.Table;
import org.writwatch.agreements.history.HeldAgency;
import org.writwatch.facts.Source;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;

/** One agency in words: what it is, what was joined to it and why, its agreements, and what happened. */
public final class AgencyText {
    private final StringBuilder text = new StringBuilder();
    private final Phrasebook words;

    private AgencyText(Lang lang) {
        words = Phrasebook.of(lang);
    }

    /**
     * The text, each line ended by a line feed.
     *
     * @param card the agency's row of the table of agencies
     * @param agreements oldest first
     * @param events as {@link RegistryTables#why} prints them
     */
    public static String of(HeldAgency agency, Table card, List<Agreement> agreements, Table events, Lang lang) {
        AgencyText page = new AgencyText(lang);
        Map<String, String> row = card.texts().get(0);
        page.line(agency.agency().name() + ", " + agency.agency().state().name());
        page.line("  " + agency.agency().id());
        page.field("county", join(of(row, "county"), of(row, "county_why")));
        page.field("ori", join(of(row, "ori"), of(row, "ori_why")));
        page.field("fbi", page.fbi(row));
        page.field("earlier", of(row, "earlier_ids").replace(" ", ", "));
        agreements.forEach(page::agreement);
        page.events(events);
        return page.text.toString();
    }

    private String fbi(Map<String, String> row) {
        return of(row, "fbi_year").isEmpty()
                ? ""
                : join(
                        say("show.fbi-line", or(of(row, "population")), or(of(row, "officers")), of(row, "fbi_year")),
                        of(row, "figures_why"));
    }

    private static String of(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private String or(String value) {
        return value.isEmpty() ? say("show.unknown") : value;
    }

    private static String join(String value, String why) {
        return value.isEmpty() ? why : value + " - " + why;
    }

    private void agreement(Agreement a) {
        line("");
        line(say(
                "show.agreement",
                a.model().name(),
                a.signed().map(Object::toString).orElseGet(() -> say("show.no-date"))));
        field("status", say("show.status." + RegistryTables.status(a.status())));
        field("listed", a.firstListed() + " - " + a.lastListed());
        a.firstAbsent().ifPresent(d -> field("absent", d.toString()));
        a.memoUrl().ifPresent(url -> field("memo", AgencyLink.marked(url, words.lang())));
        for (Source proof : a.proof()) {
            field("proof", proof.title() + ", " + proof.location());
        }
        for (Phrase note : a.notes()) {
            field("note", words.say(note));
        }
        field("id", a.id());
    }

    private void events(Table events) {
        line("");
        line(say("show.events"));
        for (Map<String, String> e : events.texts()) {
            String change = change(
                    AgencyLink.marked(of(e, "before"), words.lang()), AgencyLink.marked(of(e, "after"), words.lang()));
            line("  " + of(e, "date") + "  " + say("event." + of(e, "event").replace(' ', '-')) + " (" + of(e, "model")
                    + ")" + change);
            if (!of(e, "flag").isEmpty()) {
                line("              " + say("show.flag", of(e, "flag")));
            }
            line("              " + of(e, "file") + ", " + of(e, "sheet")
                    + (of(e, "row").isEmpty() ? "" : ", " + say("show.row", of(e, "row"))) + "  ["
                    + of(e, "event_id") + "]");
        }
    }

    private static String change(String before, String after) {
        return before.isEmpty() ? ": " + after : ": " + before + " -> " + after;
    }

    private void field(String name, String value) {
        if (!value.isEmpty()) {
            line("  " + say("show." + name) + ' ' + value);
        }
    }

    private String say(String key, Object... args) {
        return words.say(Phrase.of("app", key, args));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
