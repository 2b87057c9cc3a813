package org.writwatch.app.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.writwatch.agreements.Registry;
import org.writwatch.agreements.history.HeldAgency;
import org.writwatch.app.dossier.PlaceContents;
import org.writwatch.app.feed.RegistryFeeds;
import org.writwatch.app.output.Rows;
import org.writwatch.facts.Place;
import org.writwatch.facts.UsState;
import org.writwatch.facts.gazetteer.Gazetteer;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.law.Law;
import org.writwatch.law.explain.Explainer;
import org.writwatch.law.explain.Explainers;
import org.writwatch.law.text.Casebook;
import org.writwatch.papers.page.DossierContent;
import org.writwatch.papers.page.Wording;
import org.writwatch.papers.site.FreeHelpView;
import org.writwatch.papers.site.MapDays;
import org.writwatch.papers.site.ShareCard;
import org.writwatch.papers.site.SiteAddress;
import org.writwatch.papers.site.SiteAssets;
import org.writwatch.papers.site.SitePages;

/**
 * Every page and file of the site and how each is made, as of a day: what {@link SiteBuild} writes and {@link SiteServer}
 * answers with. Safe for use by several threads; the bytes depend on the register, the law and the day alone.
 */
public final class SitePlan {
    /**
     * A page in both languages.
     *
     * @param address where it lies
     * @param make asks the rooms once for both languages
     */
    record Page(SiteAddress address, Supplier<Function<Lang, String>> make) implements Part {}

    /**
     * A file that is in no language or in one.
     *
     * @param name its name from the top of the site
     * @param make its text
     */
    record Extra(String name, Supplier<String> make) implements Part {}

    /**
     * A picture.
     *
     * @param name its name from the top of the site
     * @param make its bytes
     */
    record Picture(String name, Supplier<byte[]> make) implements Part {}

    /** What the site is written from. */
    sealed interface Part permits Page, Extra, Picture {}

    /** How many of the counties asked for last are kept: their pages are made one after the other. */
    private static final int KEPT = 8;

    private final SiteViews views;
    private final SitePages pages;
    private final SiteData data;
    private final Supplier<RemedyViews> remedies;
    private final Supplier<RecordsViews> records;
    private final Supplier<PlaceContents> places;
    private List<List<Part>> laid = List.of();
    private final LocalDate asOf;
    private final Hosting hosting;
    private final List<Place> counties;
    private final List<HeldAgency> agencies;
    private final Supplier<Map<String, Supplier<String>>> feeds;
    private final Map<Place, DossierContent> kept = new LinkedHashMap<>();

    /**
     * A site as of a day.
     *
     * @param only the state whose counties and agencies have pages; empty for the whole site
     * @param base where the site will be served, ending in a slash; empty when that is not known
     * @param hosting what who runs the site adds
     */
    public SitePlan(Registry registry, LocalDate asOf, Optional<UsState> only, Optional<String> base, Hosting hosting) {
        this.asOf = asOf;
        this.hosting = hosting;
        counties = only.map(Gazetteer.bundled()::listIn)
                .orElseGet(() -> Gazetteer.bundled().listPlaces());
        places = Once.of(() -> new PlaceContents(registry, Law.bundled(), asOf));
        views = new SiteViews(registry, places, asOf);
        data = new SiteData(registry, asOf);
        remedies = Once.of(() -> new RemedyViews(Law.bundled(), asOf));
        records = Once.of(() -> new RecordsViews(Law.bundled(), asOf));
        feeds = Once.of(() -> RegistryFeeds.files(registry, asOf, base.map(b -> b + SitePages.FEEDS), only));
        pages = new SitePages(
                        asOf,
                        registry.lastListBy(asOf).until(),
                        registry.trouble(),
                        this::isFollowed,
                        base,
                        hosting.cards())
                .with(hosting.languages());
        agencies = views.agencies().stream()
                .filter(a -> only.map(s -> a.agency().state() == s).orElse(true))
                .toList();
    }

    private boolean isFollowed(String feed) {
        return feeds.get().containsKey(feed + ".en.atom");
    }

    /**
     * What is asked for first and is made without the rest: the first page, what to do when someone was detained, the card,
     * and the files they share. All of it is among {@link #pieces} too.
     */
    List<Part> first() {
        List<Part> first = new ArrayList<>(firstPages(pages));
        first.addAll(firstFiles());
        return first;
    }

    /** The day the site speaks for. */
    LocalDate asOf() {
        return asOf;
    }

    /**
     * Every page and file in the order of writing, those that take longest first. What is about one county is one piece of work, so
     * that the rooms are asked about it once; every other page and file is a piece by itself.
     */
    synchronized List<List<Part>> pieces() {
        if (laid.isEmpty()) {
            laid = laidOut();
        }
        return laid;
    }

    private List<List<Part>> laidOut() {
        List<List<Part>> all = new ArrayList<>();
        for (Place p : counties) {
            List<Part> one = new ArrayList<>(pagesOf(p, pages));
            one.addAll(further(own -> pagesOf(p, own)));
            one.addAll(filesOf(p));
            one.addAll(picturesOf(p));
            all.add(one);
        }
        otherPages(pages).forEach(page -> all.add(List.of(page)));
        further(this::otherPages).forEach(page -> all.add(List.of(page)));
        otherFiles().forEach(file -> all.add(List.of(file)));
        return all;
    }

    /** Every page. One without text is none. */
    List<Page> pages() {
        return only(Page.class);
    }

    /** Every other file; one whose text is empty is none. */
    List<Extra> extras() {
        return only(Extra.class);
    }

    /** Every picture. */
    List<Picture> pictures() {
        return only(Picture.class);
    }

    private List<Picture> picturesOf(Place p) {
        if (!hosting.cards()) {
            return List.of();
        }
        return Arrays.stream(Lang.values())
                .map(lang -> new Picture(SitePages.cardOf(p.slug(), lang), () -> ShareCard.png(content(p), lang)))
                .toList();
    }

    private <T extends Part> List<T> only(Class<T> kind) {
        return pieces().stream()
                .flatMap(List::stream)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** The same pages in each language that files add. */
    private List<Extra> further(Function<SitePages, List<Page>> of) {
        List<Extra> all = new ArrayList<>();
        for (Wording one : hosting.languages()) {
            for (Page page : of.apply(pages.in(one))) {
                all.add(new Extra(
                        one.path(page.address().en()), () -> page.make().get().apply(Lang.EN)));
            }
        }
        return all;
    }

    private List<Page> pagesOf(Place p, SitePages pages) {
        return List.of(
                page(SiteAddress.of(p), () -> content(p), pages::county),
                page(embed(p), () -> content(p), pages::embed),
                page(SiteAddress.papers(p), () -> content(p), pages::papers));
    }

    private List<Extra> filesOf(Place p) {
        return List.of(
                new Extra("api/county/" + p.slug() + ".json", () -> data.county(content(p))),
                new Extra(
                        "data/county/" + p.slug() + ".csv",
                        () -> data.figures(content(p)).orElse("")));
    }

    private List<Page> otherPages(SitePages pages) {
        List<Page> all = new ArrayList<>();
        for (UsState state : UsState.values()) {
            all.add(page(SiteAddress.of(state), () -> views.state(state), pages::state));
        }
        agencies.forEach(
                a -> all.add(page(SiteAddress.ofAgency(a.agency().id()), () -> views.agency(a), pages::agency)));
        all.addAll(firstPages(pages));
        all.add(page(SiteAddress.REGISTER, () -> views.register(agencies), pages::register));
        all.add(page(SiteAddress.MAP, views::map, pages::map));
        for (String code : Law.codes()) {
            all.add(page(SiteAddress.remedies(code), () -> remedies.get().of(code), pages::remedies));
            all.add(page(SiteAddress.records(code), () -> records.get().of(code), pages::records));
        }
        List<Explainer> topics = Explainers.of(Law.bundled()).list();
        all.add(page(SiteAddress.EXPLAINERS, () -> topics, pages::explainers));
        topics.forEach(t -> all.add(
                page(SiteAddress.explainer(t.id()), () -> t, (one, lang) -> pages.explainer(one, topics, lang))));
        Casebook cases = Casebook.of(Law.bundled(), Optional.empty(), Optional.empty());
        all.add(page(SiteAddress.CASES, () -> cases, pages::cases));
        cases.cases().forEach(a -> all.add(page(SiteAddress.ofCase(a.id()), () -> a, pages::ofCase)));
        List<UsState> held = Arrays.stream(UsState.values())
                .filter(s -> Law.codes().contains(s.name()))
                .sorted(Comparator.comparing(UsState::english))
                .toList();
        all.add(page(SiteAddress.LAW, () -> held, pages::law));
        all.add(page(SiteAddress.CORRECTIONS, CorrectionViews::list, pages::corrections));
        all.add(new Page(SiteAddress.DATA, () -> pages::data));
        all.add(new Page(SiteAddress.ABOUT, () -> pages::about));
        all.add(new Page(SiteAddress.WORDS, () -> pages::words));
        return all;
    }

    private List<Page> firstPages(SitePages pages) {
        return List.of(
                page(
                        SiteAddress.HOME,
                        views::home,
                        (home, lang) -> pages.home(home, hosting.zips().isPresent(), lang)),
                new Page(SiteAddress.HELP, () -> pages::help),
                page(
                        SiteAddress.FREE_HELP,
                        () -> new FreeHelpView(FreeHelpFile.list(), hosting.operator()),
                        pages::freeHelp),
                new Page(SiteAddress.CARD, () -> pages::card));
    }

    private List<Extra> firstFiles() {
        List<Extra> all = new ArrayList<>();
        all.add(new Extra("index.html", pages::root));
        SiteAssets.list().forEach((name, text) -> all.add(new Extra(name, () -> text)));
        return all;
    }

    private static <T> Page page(SiteAddress address, Supplier<T> view, BiFunction<T, Lang, String> page) {
        return new Page(address, () -> {
            T made = view.get();
            return lang -> page.apply(made, lang);
        });
    }

    private static SiteAddress embed(Place place) {
        return new SiteAddress("embed/en/" + place.slug() + ".html", "embed/es/" + place.slug() + ".html");
    }

    private List<Extra> otherFiles() {
        List<Extra> all = new ArrayList<>();
        for (UsState state : UsState.values()) {
            String name = SiteData.lower(state);
            all.add(new Extra("api/state/" + name + ".json", () -> data.state(views.state(state))));
            all.add(new Extra(
                    "data/state/" + name + ".csv",
                    () -> data.counties(views.state(state)).text(Rows.Format.CSV)));
        }
        agencies.forEach(a -> all.add(new Extra("api/agency/" + a.agency().id() + ".json", () -> data.agency(a))));
        data.whole(counties, agencies).forEach((name, text) -> all.add(new Extra(name, text)));
        feeds.get().forEach((name, text) -> all.add(new Extra(SitePages.FEEDS + name, text)));
        all.addAll(firstFiles());
        all.add(new Extra("assets/register.css", () -> views.register(agencies).style()));
        all.add(new Extra("data/free-help.csv", FreeHelpFile::text));
        hosting.zips().ifPresent(zips -> all.add(new Extra("assets/zips.js", zips::script)));
        all.add(new Extra("assets/days.js", () -> MapDays.script(views.map())));
        all.add(new Extra("data/map.csv", () -> SiteData.days(views.map()).text(Rows.Format.CSV)));
        for (String code : Law.codes()) {
            all.add(new Extra("assets/remedies/" + code + ".js", () -> RemedyScripts.sheet(Law.bundled(), code, asOf)));
        }
        for (Lang lang : Lang.values()) {
            all.add(new Extra("assets/places." + lang.tag() + ".js", () -> SearchIndex.of(counties, agencies, lang)));
            all.add(new Extra(
                    "assets/remedies/words." + lang.tag() + ".js", () -> RemedyScripts.words(Law.bundled(), lang)));
        }
        return all;
    }

    private DossierContent content(Place place) {
        synchronized (kept) {
            DossierContent held = kept.get(place);
            if (held != null) {
                return held;
            }
        }
        DossierContent made =
                places.get().of(place, List.of(), "./writwatch dossier \"" + place.label() + "\" --as-of " + asOf);
        synchronized (kept) {
            kept.put(place, made);
            if (kept.size() > KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return made;
    }
}
