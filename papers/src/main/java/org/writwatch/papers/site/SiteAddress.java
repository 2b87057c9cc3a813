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

    /** Who helps for free. */
    public static final SiteAddress FREE_HELP =
            new SiteAddress("en/free-legal-help.html", "es/ayuda-legal-gratis.html");

    /** The card to keep. */
    public static final SiteAddress CARD = new SiteAddress("en/rights-card.html", "es/tarjeta-de-derechos.html");

    /** What the courts did. */
    public static final SiteAddress CASES = new SiteAddress("en/cases.html", "es/casos.html");

    /** The words of the field. */
    public static final SiteAddress WORDS = new SiteAddress("en/words.html", "es/palabras.html");

    /** Every county at once. */
    public static final SiteAddress MAP = new SiteAddress("en/map.html", "es/mapa.html");

    /** Every agreement on any list. */
    public static final SiteAddress REGISTER = new SiteAddress("en/agreements.html", "es/acuerdos.html");

    /** Where the facts come from, what is not known, and what the site keeps. */
    public static final SiteAddress ABOUT = new SiteAddress("en/about.html", "es/acerca-de.html");

    /** The topics in plain words. */
    public static final SiteAddress EXPLAINERS = new SiteAddress("en/explained.html", "es/explicado.html");

    /** What was put right in the lists, and how to report a mistake. */
    public static final SiteAddress CORRECTIONS = new SiteAddress("en/corrections.html", "es/correcciones.html");

    /** The questions and the records of each state. */
    public static final SiteAddress LAW = new SiteAddress("en/what-can-be-done.html", "es/que-se-puede-hacer.html");

    /** For those who use the data: downloads, feeds, the interface for programs. */
    public static final SiteAddress DATA = new SiteAddress("en/data.html", "es/datos.html");

    public SiteAddress {
        boolean ours = (en.startsWith("en/") && es.startsWith("es/"))
                || (en.startsWith("embed/en/") && es.startsWith("embed/es/"));
        if (!ours || (en + es).contains("..")) {
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

    /** The questions about remedies of a jurisdiction, by its code. */
    public static SiteAddress remedies(String code) {
        String name = code.toLowerCase(Locale.ROOT);
        return new SiteAddress("en/remedies/" + name + ".html", "es/remedios/" + name + ".html");
    }

    /** The request for records of a jurisdiction and the days of its answer. */
    public static SiteAddress records(String code) {
        String name = code.toLowerCase(Locale.ROOT);
        return new SiteAddress("en/records/" + name + ".html", "es/registros/" + name + ".html");
    }

    /** A topic in plain words. */
    public static SiteAddress explainer(String topic) {
        return new SiteAddress("en/explained/" + topic + ".html", "es/explicado/" + topic + ".html");
    }

    /** One case of the casebook. */
    public static SiteAddress ofCase(String id) {
        return new SiteAddress("en/case/" + id + ".html", "es/caso/" + id + ".html");
    }

    /** What the agreements of a county's agencies make them do, duty by duty. */
    public static SiteAddress papers(Place county) {
        return new SiteAddress(
                "en/county/" + county.slug() + "-agreements.html", "es/condado/" + county.slug() + "-acuerdos.html");
    }

    /** The page in a language. */
    public String in(Lang lang) {
        return lang == Lang.EN ? en : es;
    }
}
