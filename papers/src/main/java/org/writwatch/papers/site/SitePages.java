package org.writwatch.papers.site;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.writwatch.facts.Fips;
import org.writwatch.facts.UsState;
import org.writwatch.facts.glossary.Glossary;
import org.writwatch.facts.glossary.Term;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.law.Authority;
import org.writwatch.law.explain.Explainer;
import org.writwatch.law.text.Casebook;
import org.writwatch.papers.chart.CountyMap;
import org.writwatch.papers.chart.TimelineChart;
import org.writwatch.papers.page.DossierContent;
import org.writwatch.papers.page.DossierPages;
import org.writwatch.papers.page.Verdict;
import org.writwatch.papers.page.Wording;
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

    /** The folder of the feeds. */
    public static final String FEEDS = "follow/";

    private final Predicate<String> feeds;
    private final Optional<String> base;
    private final boolean cards;
    private final List<Wording> further;
    private final Optional<Wording> wording;
    private final LocalDate asOf;
    private final LocalDate lastList;
    private final Optional<Phrase> trouble;

    /**
     * Pages that speak for a day.
     *
     * @param asOf the day
     * @param lastList the day on which the last list of agreements was last seen
     * @param trouble what is wrong with the source of the lists, if anything
     * @param feeds tells whether there is a feed, by its path in the folder of the feeds
     * @param base where the site is served, ending in a slash; empty when that is not known
     * @param cards whether counties have pictures for messages
     */
    public SitePages(
            LocalDate asOf,
            LocalDate lastList,
            Optional<Phrase> trouble,
            Predicate<String> feeds,
            Optional<String> base,
            boolean cards) {
        this(asOf, lastList, trouble, feeds, base, cards, List.of(), Optional.empty());
    }

    private SitePages(
            LocalDate asOf,
            LocalDate lastList,
            Optional<Phrase> trouble,
            Predicate<String> feeds,
            Optional<String> base,
            boolean cards,
            List<Wording> further,
            Optional<Wording> wording) {
        this.further = List.copyOf(further);
        this.wording = wording;
        this.cards = cards;
        this.feeds = feeds;
        this.base = base;
        this.asOf = asOf;
        this.lastList = lastList;
        this.trouble = trouble;
    }

    /** The same pages, which name further languages beside their own. */
    public SitePages with(List<Wording> languages) {
        return new SitePages(asOf, lastList, trouble, feeds, base, cards, languages, wording);
    }

    /** The pages of a language that files add: they are asked for in {@link Lang#EN}, which stands where the files say nothing. */
    public SitePages in(Wording language) {
        return new SitePages(asOf, lastList, trouble, feeds, base, cards, further, Optional.of(language));
    }

    private Words said(Lang lang) {
        return new Words(lang, wording);
    }

    /** The page at the top of the site, in no language yet: it offers both. */
    public String root() {
        return render("site/root.jte", Map.of("en", new Words(Lang.EN), "es", new Words(Lang.ES), "further", further));
    }

    /** The first page of a language. */
    public String home(HomeView view, boolean zips, Lang lang) {
        Words w = said(lang);
        return render(
                "site/home.jte",
                Map.of(
                        "f",
                        frame(w, SiteAddress.HOME, w.say("site.home.title"), w.say("site.home.about")),
                        "v",
                        view,
                        "zips",
                        zips));
    }

    /** A state's page. */
    public String state(StateView view, Lang lang) {
        Words w = said(lang);
        String name = w.state(view.state());
        return render(
                "site/state.jte",
                Map.of(
                        "f",
                        frame(
                                w,
                                SiteAddress.of(view.state()),
                                w.say("site.state.title", name),
                                w.say("site.state.about", name),
                                "feeds/states/" + view.state().name().toLowerCase(Locale.ROOT)),
                        "v",
                        view));
    }

    /** A county's page: what its dossier says. */
    public String county(DossierContent content, Lang lang) {
        Words w = said(lang);
        String name = w.of(content.name());
        return render(
                "site/county.jte",
                Map.of(
                        "f",
                        frame(
                                w,
                                SiteAddress.of(content.place()),
                                w.say("heading", name),
                                w.say("description", name),
                                "feeds/counties/" + content.place().fips().code()),
                        "v",
                        DossierPages.view(content, w)));
    }

    /** An agency's page. */
    public String agency(AgencyView view, Lang lang) {
        Words w = said(lang);
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
                                w.say("site.agency.about", name),
                                "feeds/agencies/" + view.agency().agency().id()),
                        "v",
                        view,
                        "timeline",
                        TimelineChart.draw(view.agreements(), asOf, Phrasebook.of(lang))));
    }

    /** Every county on a map, with the same in a table. */
    public String map(MapView view, Lang lang) {
        Words w = said(lang);
        Map<String, List<Fips>> patterns = new LinkedHashMap<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Verdict verdict : Verdict.values()) {
            List<Fips> counties = view.counties().stream()
                    .filter(c -> c.verdict() == verdict)
                    .map(c -> c.place().fips())
                    .toList();
            if (!counties.isEmpty() || view.answers().contains(verdict)) {
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

    /** Every agreement, with filters. */
    public String register(RegisterView view, Lang lang) {
        Words w = said(lang);
        return render(
                "site/register.jte",
                Map.of(
                        "f",
                        frame(w, SiteAddress.REGISTER, w.say("site.register.title"), w.say("site.register.about")),
                        "v",
                        view));
    }

    /** What to do when someone was detained. */
    public String help(Lang lang) {
        return plain("help", SiteAddress.HELP, lang);
    }

    /** Who helps for free, and who may be asked for an appointment. */
    public String freeHelp(FreeHelpView view, Lang lang) {
        Words w = said(lang);
        return render(
                "site/freehelp.jte",
                Map.of(
                        "f",
                        frame(w, SiteAddress.FREE_HELP, w.say("site.find-help.title"), w.say("site.find-help.about")),
                        "v",
                        view));
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
        Words w = said(lang);
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
        Words w = said(lang);
        return render(
                "site/cases.jte",
                Map.of(
                        "f",
                        frame(w, SiteAddress.CASES, w.say("site.cases.title"), w.say("site.cases.about")),
                        "book",
                        casebook));
    }

    /** One case. */
    public String ofCase(Authority authority, Lang lang) {
        Words w = said(lang);
        String name = authority.printed();
        String shown = name.length() > 90 ? name.substring(0, 89) + "…" : name;
        return render(
                "site/case.jte",
                Map.of(
                        "f",
                        frame(w, SiteAddress.ofCase(authority.id()), shown, w.say("site.case.about", shown)),
                        "a",
                        authority));
    }

    /** The questions about remedies of a jurisdiction. */
    public String remedies(RemediesView view, Lang lang) {
        Words w = said(lang);
        SiteAddress here = SiteAddress.remedies(view.code());
        String place = place(view.code(), w);
        Frame frame = frame(w, here, w.say("site.ask.title", place), w.say("site.ask.about", place));
        return render(
                "site/remedies.jte",
                Map.of("f", frame, "v", view, "records", frame.to(SiteAddress.records(view.code()))));
    }

    /** The request for records of a jurisdiction. */
    public String records(RecordsView view, Lang lang) {
        Words w = said(lang);
        String code = view.law().jurisdiction();
        String place = place(code, w);
        return render(
                "site/records.jte",
                Map.of(
                        "f",
                        frame(
                                w,
                                SiteAddress.records(code),
                                w.say("site.records.title", place),
                                w.say("site.records.about", place)),
                        "v",
                        view));
    }

    private static String place(String code, Words w) {
        return code.equals("US") ? w.say("site.law.federal") : w.state(UsState.valueOf(code));
    }

    /** What the memoranda of a county's agencies make them do; empty for a county of which none is held. */
    public String papers(DossierContent content, Lang lang) {
        if (content.memoranda().isEmpty()) {
            return "";
        }
        Words w = said(lang);
        String name = w.of(content.name());
        return render(
                "site/papers.jte",
                Map.of(
                        "f",
                        frame(
                                w,
                                SiteAddress.papers(content.place()),
                                w.say("site.papers.title", name),
                                w.say("site.papers.about", name)),
                        "v",
                        DossierPages.view(content, w)));
    }

    /** Every topic. */
    public String explainers(List<Explainer> all, Lang lang) {
        Words w = said(lang);
        return render(
                "site/explainers.jte",
                Map.of(
                        "f",
                        frame(w, SiteAddress.EXPLAINERS, w.say("site.explain.title"), w.say("site.explain.about")),
                        "all",
                        all));
    }

    /** One topic; the others are named below it. */
    public String explainer(Explainer one, List<Explainer> all, Lang lang) {
        Words w = said(lang);
        String title = one.title(lang);
        return render(
                "site/explainer.jte",
                Map.of(
                        "f",
                        frame(w, SiteAddress.explainer(one.id()), title, w.say("site.explain.one", title)),
                        "e",
                        one,
                        "all",
                        all));
    }

    /** What was decided about the lists. */
    public String corrections(List<CorrectionView> all, Lang lang) {
        Words w = said(lang);
        return render(
                "site/corrections.jte",
                Map.of(
                        "f",
                        frame(
                                w,
                                SiteAddress.CORRECTIONS,
                                w.say("site.corrections.title"),
                                w.say("site.corrections.about")),
                        "all",
                        all));
    }

    /** The states whose law is held, each with its questions and its request for records. */
    public String law(List<UsState> states, Lang lang) {
        Words w = said(lang);
        return render(
                "site/places.jte",
                Map.of(
                        "f",
                        frame(w, SiteAddress.LAW, w.say("site.law.title"), w.say("site.law.about")),
                        "states",
                        states));
    }

    /** For who uses the data. */
    public String data(Lang lang) {
        return plain("data", SiteAddress.DATA, lang);
    }

    /** What a county's page says first, to stand inside a page of somebody else. */
    public String embed(DossierContent content, Lang lang) {
        Words w = said(lang);
        String name = w.of(content.name());
        return render(
                "site/embed.jte",
                Map.of(
                        "f",
                        frame(w, SiteAddress.of(content.place()), w.say("heading", name), w.say("description", name)),
                        "v",
                        DossierPages.view(content, w)));
    }

    private String plain(String name, SiteAddress here, Lang lang) {
        Words w = said(lang);
        Frame frame = frame(w, here, w.say("site." + name + ".title"), w.say("site." + name + ".about"));
        return render("site/" + name + ".jte", Map.of("f", frame));
    }

    private Frame frame(Words w, SiteAddress here, String title, String description) {
        return frame(w, here, title, description, "");
    }

    private Frame frame(Words w, SiteAddress here, String title, String description, String feed) {
        Optional<String> followed =
                Optional.of(feed).filter(f -> !f.isEmpty()).filter(feeds).map(f -> FEEDS + f);
        return new Frame(
                w,
                here,
                title,
                description,
                asOf,
                lastList,
                trouble,
                followed,
                base,
                card(here, w.lang()),
                wording,
                further);
    }

    /** The picture of a county's page. */
    private Optional<String> card(SiteAddress here, Lang lang) {
        boolean county =
                cards && here.en().startsWith("en/county/") && !here.en().endsWith("-agreements.html");
        String slug = here.en().replaceFirst(".*/", "").replaceFirst("\\.html$", "");
        return county ? Optional.of(cardOf(slug, lang)) : Optional.empty();
    }

    /** Where the picture of a county lies, by its slug. */
    public static String cardOf(String slug, Lang lang) {
        return "cards/" + lang.tag() + "/" + slug + ".png";
    }

    private String render(String template, Map<String, Object> params) {
        StringOutput out = new StringOutput(1 << 15);
        Templates.ENGINE.render(template, params, out);
        String written = out.toString();
        return wording.map(own -> own.finish(written)).orElse(written);
    }
}
