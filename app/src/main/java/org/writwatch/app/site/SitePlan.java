package org.writwatch.app.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.writwatch.agreements.Registry;
import org.writwatch.agreements.history.HeldAgency;
import org.writwatch.app.dossier.PlaceContents;
import org.writwatch.facts.Place;
import org.writwatch.facts.UsState;
import org.writwatch.facts.gazetteer.Gazetteer;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.law.Law;
import org.writwatch.law.text.Casebook;
import org.writwatch.papers.page.DossierContent;
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
    record Page(SiteAddress address, Supplier<Function<Lang, String>> make) {}

    /**
     * A file that is in no language or in one.
     *
     * @param name its name from the top of the site
     * @param make its text
     */
    record Extra(String name, Supplier<String> make) {}

    private final SiteViews views;
    private final SitePages pages;
    private final PlaceContents places;
    private final LocalDate asOf;
    private final List<Place> counties;
    private final List<HeldAgency> agencies;

    /**
     * A site as of a day.
     *
     * @param only the state whose counties and agencies have pages; empty for the whole site
     */
    public SitePlan(Registry registry, LocalDate asOf, Optional<UsState> only) {
        this.asOf = asOf;
        counties = only.map(Gazetteer.bundled()::listIn)
                .orElseGet(() -> Gazetteer.bundled().listPlaces());
        places = new PlaceContents(registry, Law.bundled(), asOf);
        views = new SiteViews(registry, places, asOf);
        pages = new SitePages(asOf, registry.lastListBy(asOf).until(), registry.trouble());
        agencies = views.agencies().stream()
                .filter(a -> only.map(s -> a.agency().state() == s).orElse(true))
                .toList();
    }

    /** The day the site speaks for. */
    LocalDate asOf() {
        return asOf;
    }

    /** Every page, those that take longest first. */
    List<Page> pages() {
        List<Page> all = new ArrayList<>();
        counties.forEach(p -> all.add(new Page(SiteAddress.of(p), () -> {
            DossierContent content = content(p);
            return lang -> pages.county(content, lang);
        })));
        for (UsState state : UsState.values()) {
            all.add(new Page(SiteAddress.of(state), () -> {
                var view = views.state(state);
                return lang -> pages.state(view, lang);
            }));
        }
        agencies.forEach(a -> all.add(new Page(SiteAddress.ofAgency(a.agency().id()), () -> {
            var view = views.agency(a);
            return lang -> pages.agency(view, lang);
        })));
        all.add(new Page(SiteAddress.HOME, () -> {
            var view = views.home();
            return lang -> pages.home(view, lang);
        }));
        all.add(new Page(SiteAddress.MAP, () -> {
            var view = views.map();
            return lang -> pages.map(view, lang);
        }));
        all.add(new Page(SiteAddress.HELP, () -> pages::help));
        all.add(new Page(SiteAddress.CARD, () -> pages::card));
        all.add(new Page(SiteAddress.ABOUT, () -> pages::about));
        all.add(new Page(SiteAddress.WORDS, () -> pages::words));
        all.add(new Page(SiteAddress.CASES, () -> {
            Casebook cases = Casebook.of(Law.bundled(), Optional.empty(), Optional.empty());
            return lang -> pages.cases(cases, lang);
        }));
        return all;
    }

    /** Every other file. */
    List<Extra> extras() {
        List<Extra> all = new ArrayList<>();
        all.add(new Extra("index.html", SitePages::root));
        SiteAssets.list().forEach((name, text) -> all.add(new Extra(name, () -> text)));
        for (Lang lang : Lang.values()) {
            all.add(new Extra("assets/places." + lang.tag() + ".js", () -> SearchIndex.of(counties, agencies, lang)));
        }
        return all;
    }

    private DossierContent content(Place place) {
        return places.of(place, List.of(), "./writwatch dossier \"" + place.label() + "\" --as-of " + asOf);
    }
}
