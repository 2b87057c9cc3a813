package org.writwatch.papers.site;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.writwatch.facts.Fips;
import org.writwatch.facts.glossary.Glossary;
import org.writwatch.facts.glossary.Term;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.law.text.Casebook;
import org.writwatch.papers.chart.CountyMap;
import org.writwatch.papers.chart.TimelineChart;
import org.writwatch.papers.page.DossierContent;
import org.writwatch.papers.page.DossierPages;
import org.writwatch.papers.page.Verdict;
import org.writwatch.papers.page.Words;

/**
 * Writes the pages of the site. Same views, same bytes. Safe for use by several threads.
 *
 * <p>No page needs script, carries a cookie or asks another host for anything.
 */
public final class SitePages {
    private static final class Templates {
        static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(
                null, ContentType.Html, SitePages.class.getClassLoader(), "org.writwatch.papers.page.jte");
    }

    private final LocalDate asOf;
    private final LocalDate lastList;
    private final Optional<Phrase> trouble;

    /**
     * Pages that speak for a day.
     *
     * @param asOf the day
     * @param lastList the day on which the last list of agreements was last seen
     * @param trouble what is wrong with the source of the lists, if anything
     */
    public SitePages(LocalDate asOf, LocalDate lastList, Optional<Phrase> trouble) {
        this.asOf = asOf;
        this.lastList = lastList;
        this.trouble = trouble;
    }

    /** The page at the top of the site, in no language yet: it offers both. */
    public static String root() {
        return render("site/root.jte", Map.of("en", new Words(Lang.EN), "es", new Words(Lang.ES)));
    }

    /** The first page of a language. */
    public String home(HomeView view, Lang lang) {
        Words w = new Words(lang);
        return render(
                "site/home.jte",
                Map.of("f", frame(w, SiteAddress.HOME, w.say("site.home.title"), w.say("site.home.about")), "v", view));
    }

    /** A state's page. */
    public String state(StateView view, Lang lang) {
        Words w = new Words(lang);
        String name = w.state(view.state());
        return render(
                "site/state.jte",
                Map.of(
                        "f",
                        frame(
                                w,
                                SiteAddress.of(view.state()),
                                w.say("site.state.title", name),
                                w.say("site.state.about", name)),
                        "v",
                        view));
    }

    /** A county's page: what its dossier says. */
    public String county(DossierContent content, Lang lang) {
        Words w = new Words(lang);
        String name = w.of(content.name());
        return render(
                "site/county.jte",
                Map.of(
                        "f",
                        frame(w, SiteAddress.of(content.place()), w.say("heading", name), w.say("description", name)),
                        "v",
                        DossierPages.view(content, lang)));
    }

    /** An agency's page. */
    public String agency(AgencyView view, Lang lang) {
        Words w = new Words(lang);
        String name = view.agency().agency().name() + ", "
                + view.agency().agency().state().name();
        return render(
                "site/agency.jte",
                Map.of(
                        "f",
                        frame(
                                w,
                                SiteAddress.ofAgency(view.agency().agency().id()),
                                name,
                                w.say("site.agency.about", name)),
                        "v",
                        view,
                        "timeline",
                        TimelineChart.draw(view.agreements(), asOf, Phrasebook.of(lang))));
    }

    /** Every county on a map, with the same in a table. */
    public String map(MapView view, Lang lang) {
        Words w = new Words(lang);
        Map<String, List<Fips>> patterns = new LinkedHashMap<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Verdict verdict : Verdict.values()) {
            List<Fips> counties = view.counties().stream()
                    .filter(c -> c.verdict() == verdict)
                    .map(c -> c.place().fips())
                    .toList();
            if (!counties.isEmpty()) {
                patterns.put(verdict.key(), counties);
                counts.put(verdict.key(), counties.size());
            }
        }
        Map<String, String> names = new HashMap<>();
        view.counties()
                .forEach(c -> names.put(
                        c.place().fips().code(),
                        w.of(c.name()) + ": " + w.say("verdict." + c.verdict().key())));
        String svg = CountyMap.bundled()
                .draw(w.say("site.map.title"), w.say("site.map.describe"), patterns, c -> names.getOrDefault(c, c));
        return render(
                "site/map.jte",
                Map.of(
                        "f",
                        frame(w, SiteAddress.MAP, w.say("site.map.title"), w.say("site.map.about")),
                        "v",
                        view,
                        "counts",
                        counts,
                        "svg",
                        svg));
    }

    /** What to do when someone was detained. */
    public String help(Lang lang) {
        return plain("help", SiteAddress.HELP, lang);
    }

    /** The card with the rights everyone has. */
    public String card(Lang lang) {
        return plain("card", SiteAddress.CARD, lang);
    }

    /** Where the facts come from, what is not known, and what this site keeps of its readers. */
    public String about(Lang lang) {
        return plain("about", SiteAddress.ABOUT, lang);
    }

    /** Every word of the field with its meaning. */
    public String words(Lang lang) {
        Words w = new Words(lang);
        List<Term> terms = Glossary.bundled().list();
        return render(
                "site/words.jte",
                Map.of(
                        "f",
                        frame(w, SiteAddress.WORDS, w.say("site.words.title"), w.say("site.words.about")),
                        "terms",
                        terms));
    }

    /** What really happened in court. */
    public String cases(Casebook casebook, Lang lang) {
        Words w = new Words(lang);
        return render(
                "site/cases.jte",
                Map.of(
                        "f",
                        frame(w, SiteAddress.CASES, w.say("site.cases.title"), w.say("site.cases.about")),
                        "book",
                        casebook));
    }

    private String plain(String name, SiteAddress here, Lang lang) {
        Words w = new Words(lang);
        Frame frame = frame(w, here, w.say("site." + name + ".title"), w.say("site." + name + ".about"));
        return render("site/" + name + ".jte", Map.of("f", frame));
    }

    private Frame frame(Words w, SiteAddress here, String title, String description) {
        return new Frame(w, here, title, description, asOf, lastList, trouble);
    }

    private static String render(String template, Map<String, Object> params) {
        StringOutput out = new StringOutput(1 << 15);
        Templates.ENGINE.render(template, params, out);
        return out.toString();
    }
}
