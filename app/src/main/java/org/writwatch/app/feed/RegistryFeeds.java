package org.writwatch.app.feed;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.writwatch.agreements.Registry;
import org.writwatch.agreements.RegistryTables;
import org.writwatch.agreements.RegistryTables.Table;
import org.writwatch.agreements.history.Event;
import org.writwatch.agreements.history.HeldAgency;
import org.writwatch.app.command.Version;
import org.writwatch.app.output.OutputFolder;
import org.writwatch.app.output.Rows;
import org.writwatch.facts.Fips;
import org.writwatch.facts.UsState;
import org.writwatch.facts.gazetteer.Gazetteer;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;

/**
 * Everything that happened by a day, as pages, weekly tables and feeds. Times are those of the lists, never of the run:
 * the same register, day and base are the same bytes.
 */
public final class RegistryFeeds {
    /** How many of the newest events the feed of the whole register and those of states hold. */
    static final int NEWEST = 200;

    private final Registry registry;
    private final LocalDate asOf;
    private final Optional<String> base;
    private final Map<String, Supplier<String>> files = new LinkedHashMap<>();

    private RegistryFeeds(Registry registry, LocalDate asOf, Optional<String> base) {
        this.registry = registry;
        this.asOf = asOf;
        this.base = base;
    }

    /**
     * Writes everything into a folder; the caller keeps it.
     *
     * @param base where the folder will be served, ending in a slash; empty when that is not known
     */
    public static void write(Registry registry, LocalDate asOf, Optional<String> base, OutputFolder folder) {
        files(registry, asOf, base, Optional.empty()).forEach((name, text) -> folder.write(name, text.get()));
    }

    /**
     * Every file by its name in the folder, each written when it is asked for. Feeds end in ".LANGUAGE.atom", ".json" and
     * ".ics". The texts may be asked for from several threads.
     *
     * @param base where the folder will be served, ending in a slash; empty when that is not known
     * @param only the state whose events are told; empty for all
     */
    public static Map<String, Supplier<String>> files(
            Registry registry, LocalDate asOf, Optional<String> base, Optional<UsState> only) {
        RegistryFeeds feeds = new RegistryFeeds(registry, asOf, base);
        feeds.plan(only);
        return feeds.files;
    }

    private void plan(Optional<UsState> only) {
        Table table = new RegistryTables(registry, Gazetteer.bundled()).events(asOf);
        List<Map<String, String>> rows = table.texts();
        List<Event> events = registry.events(asOf);
        List<Item> items = new ArrayList<>();
        Map<String, HeldAgency> agencies = new LinkedHashMap<>();
        registry.agencies().forEach(a -> agencies.put(a.agency().id(), a));
        Map<String, List<Item>> states = new TreeMap<>();
        Map<String, List<Item>> counties = new TreeMap<>();
        Map<String, List<Item>> byAgency = new TreeMap<>();
        for (int i = 0; i < events.size(); i++) {
            Map<String, String> row = new LinkedHashMap<>(rows.get(i));
            String id = events.get(i).agreementId().replaceFirst("/.*", "");
            row.put("agency_id", id);
            Item item = new Item(events.get(i), row);
            if (only.filter(s -> !s.name().equals(item.of("state"))).isPresent()) {
                continue;
            }
            items.add(item);
            add(states, item.of("state"), item);
            add(byAgency, id, item);
            HeldAgency agency = agencies.get(id);
            for (Fips county : agency == null ? List.<Fips>of() : agency.counties()) {
                add(counties, county.code(), item);
            }
        }
        List<String> english = standing(Lang.EN);
        List<String> spanish = standing(Lang.ES);
        items.forEach(i -> files.put(i.page(), () -> EventPage.html(i, english, spanish)));
        weeks(items, table.header());
        for (Lang lang : Lang.values()) {
            if (items.isEmpty()) {
                continue;
            }
            feed("feeds/all", Item.say(lang, "feed.title"), items, NEWEST, lang);
            states.forEach((s, of) -> feed(
                    "feeds/states/" + s.toLowerCase(Locale.ROOT),
                    Item.say(lang, "feed.title-of", Phrasebook.of(lang).say(UsState.valueOf(s))),
                    of,
                    NEWEST,
                    lang));
            counties.forEach((c, of) -> feed(
                    "feeds/counties/" + c,
                    Item.say(
                            lang,
                            "feed.title-of",
                            Gazetteer.bundled()
                                    .find(new Fips(c))
                                    .map(p -> p.name() + ", " + p.state().name())
                                    .orElse(c)),
                    of,
                    Integer.MAX_VALUE,
                    lang));
            byAgency.forEach((a, of) -> feed(
                    "feeds/agencies/" + a,
                    Item.say(
                            lang,
                            "feed.title-of",
                            of.get(0).of("agency") + ", " + of.get(0).of("state")),
                    of,
                    Integer.MAX_VALUE,
                    lang));
        }
        files.put("index.html", () -> index(states.keySet()));
    }

    private static void add(Map<String, List<Item>> to, String key, Item item) {
        to.computeIfAbsent(key, k -> new ArrayList<>()).add(item);
    }

    private void feed(String path, String title, List<Item> of, int newest, Lang lang) {
        Supplier<Channel> channel = () -> channel(path, title, of, newest, lang);
        String name = path + "." + lang.tag() + ".";
        files.put(name + "atom", () -> AtomFeed.text(channel.get(), Version.number()));
        files.put(name + "json", () -> JsonFeed.text(channel.get()));
        files.put(name + "ics", () -> CalendarFeed.text(channel.get(), asOf));
    }

    private Channel channel(String path, String title, List<Item> of, int newest, Lang lang) {
        List<Item> items = of.stream()
                .sorted(Comparator.comparing((Item i) -> i.event().known())
                        .thenComparing(i -> i.event().date())
                        .reversed()
                        .thenComparing(i -> i.event().id()))
                .limit(newest)
                .toList();
        return new Channel(path, title, standing(lang), items, lang, base);
    }

    /** One CSV for each ISO week in which a list showed something, with the columns of {@code changes}. */
    private void weeks(List<Item> items, List<String> header) {
        Map<String, List<Item>> weeks = new TreeMap<>();
        items.forEach(i -> add(weeks, week(i.event().date()), i));
        List<List<String>> index = new ArrayList<>();
        weeks.forEach((week, of) -> {
            files.put(
                    "weeks/" + week + ".csv",
                    () -> new Rows(
                                    header,
                                    of.stream()
                                            .map(i -> header.stream().map(i::of).toList())
                                            .toList())
                            .text(Rows.Format.CSV));
            LocalDate monday = of.get(0).event().date().with(java.time.DayOfWeek.MONDAY);
            index.add(List.of(week, monday.toString(), monday.plusDays(6).toString(), Integer.toString(of.size())));
        });
        files.put(
                "weeks/index.csv",
                () -> new Rows(List.of("week", "from", "to", "events"), index).text(Rows.Format.CSV));
    }

    private static String week(LocalDate day) {
        return String.format(
                Locale.ROOT,
                "%d-W%02d",
                day.get(IsoFields.WEEK_BASED_YEAR),
                day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /** The day it speaks for, the last list, and that the source is dead when it is. */
    private List<String> standing(Lang lang) {
        List<String> lines = new ArrayList<>();
        lines.add(
                Item.say(lang, "registry.as-of", asOf, registry.lastListBy(asOf).until()));
        registry.trouble().ifPresent(t -> lines.add(say(lang, t)));
        return lines;
    }

    private static String say(Lang lang, Phrase phrase) {
        return Phrasebook.of(lang).say(phrase);
    }

    private String index(Iterable<String> states) {
        StringBuilder page = new StringBuilder(EventPage.head(Lang.EN, Item.say(Lang.EN, "feed.title")));
        page.append("<main>\n");
        for (Lang lang : Lang.values()) {
            String tag = lang == Lang.EN ? "h1" : "h2";
            page.append("<section lang=\"" + lang.tag() + "\">\n<" + tag + ">"
                    + Markup.text(Item.say(lang, "feed.title")) + "</" + tag + ">\n");
            standing(lang).forEach(l -> page.append("<p>" + Markup.text(l) + "</p>\n"));
            page.append("<p>" + Markup.text(Item.say(lang, "feed.where", NEWEST)) + "</p>\n<ul>\n");
            link(page, "feeds/all", Item.say(lang, "feed.all"), lang);
            states.forEach(s -> link(
                    page,
                    "feeds/states/" + s.toLowerCase(Locale.ROOT),
                    Phrasebook.of(lang).say(UsState.valueOf(s)),
                    lang));
            page.append("</ul>\n<p><a href=\"weeks/index.csv\">" + Markup.text(Item.say(lang, "feed.weeks"))
                    + "</a></p>\n</section>\n");
        }
        return page.append("</main>\n</body></html>\n").toString();
    }

    private static void link(StringBuilder page, String path, String name, Lang lang) {
        String file = path + "." + lang.tag();
        page.append("<li>" + Markup.text(name) + ": <a href=\"" + file + ".atom\">Atom</a>, <a href=\"" + file
                + ".json\">JSON Feed</a></li>\n");
    }
}
