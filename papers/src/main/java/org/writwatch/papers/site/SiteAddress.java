package org.writwatch.papers.site;

import java.util.Locale;
import org.writwatch.facts.Place;
import org.writwatch.facts.UsState;
import org.writwatch.facts.phrase.Lang;

/**
 * Where a page of the site lies, in each language: a relative name with slashes, without a leading one, that works on any web
 * server and from a disk.
 *
 * @param en the English page, "en/county/clay-county-fl.html"
 * @param es its Spanish twin, "es/condado/clay-county-fl.html"
 */
public record SiteAddress(String en, String es) {
    /** One box, and the states. */
    public static final SiteAddress HOME = new SiteAddress("en/index.html", "es/index.html");

    /** Someone was detained. */
    public static final SiteAddress HELP =
            new SiteAddress("en/someone-was-detained.html", "es/detuvieron-a-alguien.html");

    /** The card to keep. */
    public static final SiteAddress CARD = new SiteAddress("en/rights-card.html", "es/tarjeta-de-derechos.html");

    /** What the courts did. */
    public static final SiteAddress CASES = new SiteAddress("en/cases.html", "es/casos.html");

    /** The words of the field. */
    public static final SiteAddress WORDS = new SiteAddress("en/words.html", "es/palabras.html");

    /** Every county at once. */
    public static final SiteAddress MAP = new SiteAddress("en/map.html", "es/mapa.html");

    /** Where the facts come from, what is not known, and what the site keeps. */
    public static final SiteAddress ABOUT = new SiteAddress("en/about.html", "es/acerca-de.html");

    public SiteAddress {
        if (!en.startsWith("en/") || !es.startsWith("es/") || (en + es).contains("..")) {
            throw new IllegalArgumentException("not an address of the site: " + en + ", " + es);
        }
    }

    /** A state's list of counties. */
    public static SiteAddress of(UsState state) {
        String code = state.name().toLowerCase(Locale.ROOT);
        return new SiteAddress("en/state/" + code + ".html", "es/estado/" + code + ".html");
    }

    /** A county's page. */
    public static SiteAddress of(Place county) {
        return new SiteAddress("en/county/" + county.slug() + ".html", "es/condado/" + county.slug() + ".html");
    }

    /** The page of an agency of the register, by its id. */
    public static SiteAddress ofAgency(String id) {
        return new SiteAddress("en/agency/" + id + ".html", "es/agencia/" + id + ".html");
    }

    /** The page in a language. */
    public String in(Lang lang) {
        return lang == Lang.EN ? en : es;
    }
}
