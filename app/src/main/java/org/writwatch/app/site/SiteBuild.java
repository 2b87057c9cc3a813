package org.writwatch.app.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.writwatch.agreements.Registry;
import org.writwatch.agreements.history.HeldAgency;
import org.writwatch.app.dossier.PlaceContents;
import org.writwatch.app.output.OutputFolder;
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
 * Writes the whole site: a page in each language for every county, state and agency, and those that belong to none. Pages are
 * made side by side; the bytes depend on the register, the law and the day alone.
 */
public final class SiteBuild {
    private static final int SIDE_BY_SIDE = 2;

    private final SiteViews views;
    private final SitePages pages;
    private final PlaceContents places;
    private final LocalDate asOf;
    private final List<Place> counties;
    private final List<HeldAgency> agencies;

    /**
     * A site as of a day.
     *
     * @param only the state whose counties and agencies are written; empty for the whole site
     */
    public SiteBuild(Registry registry, LocalDate asOf, Optional<UsState> only) {
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

    /** How many steps {@link #write} reports. */
    public int steps() {
        return counties.size() + UsState.values().length + agencies.size() + 1;
    }

    /**
     * Writes every page.
     *
     * @param done told of each step, from any thread
     */
    public void write(OutputFolder folder, Consumer<String> done) {
        List<Runnable> jobs = new ArrayList<>();
        counties.forEach(p -> jobs.add(() -> {
            DossierContent content =
                    places.of(p, List.of(), "./writwatch dossier \"" + p.label() + "\" --as-of " + asOf);
            both(folder, SiteAddress.of(p), lang -> pages.county(content, lang));
            done.accept(p.label());
        }));
        for (UsState state : UsState.values()) {
            jobs.add(() -> {
                var view = views.state(state);
                both(folder, SiteAddress.of(state), lang -> pages.state(view, lang));
                done.accept(state.name());
            });
        }
        agencies.forEach(a -> jobs.add(() -> {
            var view = views.agency(a);
            both(folder, SiteAddress.ofAgency(a.agency().id()), lang -> pages.agency(view, lang));
            done.accept(a.agency().id());
        }));
        jobs.add(() -> {
            general(folder);
            done.accept("index.html");
        });
        run(jobs);
    }

    private void general(OutputFolder folder) {
        folder.write("index.html", SitePages.root());
        SiteAssets.list().forEach(folder::write);
        var home = views.home();
        both(folder, SiteAddress.HOME, lang -> pages.home(home, lang));
        both(folder, SiteAddress.HELP, pages::help);
        both(folder, SiteAddress.CARD, pages::card);
        both(folder, SiteAddress.ABOUT, pages::about);
        both(folder, SiteAddress.WORDS, pages::words);
        Casebook cases = Casebook.of(Law.bundled(), Optional.empty(), Optional.empty());
        both(folder, SiteAddress.CASES, lang -> pages.cases(cases, lang));
        for (Lang lang : Lang.values()) {
            folder.write("assets/places." + lang.tag() + ".js", SearchIndex.of(counties, agencies, lang));
        }
    }

    private static void both(OutputFolder folder, SiteAddress address, Function<Lang, String> page) {
        for (Lang lang : Lang.values()) {
            folder.write(address.in(lang), page.apply(lang));
        }
    }

    private static void run(List<Runnable> jobs) {
        ExecutorService hands = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        try {
            List<Future<?>> running = new ArrayList<>();
            jobs.forEach(j -> running.add(hands.submit(j)));
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the site was written", e);
        } finally {
            hands.shutdownNow();
        }
    }
}
