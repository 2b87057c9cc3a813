package org.writwatch.papers.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.papers.page.Wording;
import org.writwatch.papers.page.Words;

/**
 * What stands around every page.
 *
 * @param w the words of the page's language
 * @param here where the page lies
 * @param title of the page, for the tab and the heading
 * @param description one sentence for who shares it
 * @param asOf the day it speaks for
 * @param lastList the day on which the last list of agreements was last seen
 * @param trouble what is wrong with the source of the lists, if anything
 * @param feed the feed of what the page is about, from the top of the site without language and ending
 * @param base where the site is served, ending in a slash; empty when that is not known
 * @param card the picture for messages, from the top of the site; empty when there is none
 * @param wording the language that files add, when the page is in one
 * @param further every language that files add to this site
 */
public record Frame(
        Words w,
        SiteAddress here,
        String title,
        String description,
        LocalDate asOf,
        LocalDate lastList,
        Optional<Phrase> trouble,
        Optional<String> feed,
        Optional<String> base,
        Optional<String> card,
        Optional<Wording> wording,
        List<Wording> further) {
    /** The language of the page. */
    public Lang lang() {
        return w.lang();
    }

    /** The language of the title: a case and an agency keep the name they have. */
    public String titleLang() {
        boolean named = here.en().startsWith("en/case/") || here.en().startsWith("en/agency/");
        return named ? "en" : tag();
    }

    /** English and Spanish: the one that is not the page's. */
    public Lang other() {
        return w.lang() == Lang.EN ? Lang.ES : Lang.EN;
    }

    /** The BCP 47 tag of the page's language. */
    public String tag() {
        return wording.map(Wording::tag).orElse(lang().tag());
    }

    /** The way its language is written. */
    public String direction() {
        return wording.filter(Wording::rightToLeft).isPresent() ? "rtl" : "ltr";
    }

    /**
     * The page in a language.
     *
     * @param tag of the language
     * @param name of the language in itself
     * @param path from the top of the site
     */
    public record Twin(String tag, String name, String path) {}

    /** The page in every other language of the site. */
    public List<Twin> twins() {
        List<Twin> all = new ArrayList<>();
        for (Lang one : Lang.values()) {
            // Each book calls the other language by its own name.
            Phrasebook other = Phrasebook.of(one == Lang.EN ? Lang.ES : Lang.EN);
            all.add(new Twin(one.tag(), other.say("papers", "page.nav.other"), here.in(one)));
        }
        further.forEach(one -> all.add(new Twin(one.tag(), one.name(), one.path(here.en()))));
        return all.stream().filter(t -> !t.tag().equals(tag())).toList();
    }

    /** The way from this page to a page in the same language. */
    public String to(SiteAddress page) {
        return file(lies(page));
    }

    private String lies(SiteAddress page) {
        return wording.map(one -> one.path(page.en())).orElse(page.in(lang()));
    }

    /** A page named from the top: its whole address where that is known, as programs that list pages ask; else the way to it. */
    public String whole(String path) {
        return base.map(b -> b + path).orElseGet(() -> file(path));
    }

    /** This page, named from the top. */
    public String own() {
        return lies(here);
    }

    /** The way from this page to a file of the site, named from the top. */
    public String file(String name) {
        String from = own();
        return "../".repeat((int) from.chars().filter(c -> c == '/').count()) + name;
    }
}
