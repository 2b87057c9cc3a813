package org.writwatch.papers.site;

import java.time.LocalDate;
import java.util.Optional;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
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
        Optional<String> card) {
    /** The language of the page. */
    public Lang lang() {
        return w.lang();
    }

    /** The language of the title: a case and an agency keep the name they have. */
    public String titleLang() {
        boolean named = here.en().startsWith("en/case/") || here.en().startsWith("en/agency/");
        return named ? "en" : lang().tag();
    }

    /** The other language. */
    public Lang other() {
        return w.lang() == Lang.EN ? Lang.ES : Lang.EN;
    }

    /** The way from this page to a page in the same language. */
    public String to(SiteAddress page) {
        return file(page.in(lang()));
    }

    /** The way from this page to its twin. */
    public String twin() {
        return file(here.in(other()));
    }

    /** This page in a language: its whole address where that is known, as programs that list pages ask; else the way to it. */
    public String whole(Lang in) {
        return base.map(b -> b + here.in(in)).orElseGet(() -> file(here.in(in)));
    }

    /** The way from this page to a file of the site, named from the top. */
    public String file(String name) {
        String from = here.in(lang());
        return "../".repeat((int) from.chars().filter(c -> c == '/').count()) + name;
    }
}
