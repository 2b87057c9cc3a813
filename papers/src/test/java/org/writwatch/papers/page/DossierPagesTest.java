package org.writwatch.papers.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.writwatch.facts.Reach;
import org.writwatch.facts.phrase.Lang;

/** The page says yes, no and "we don't know" as the record does, in the order promised, the same in both languages. */
class DossierPagesTest {
    private static String text(DossierContent content, Lang lang) {
        return new Markup(DossierPages.html(content, lang)).text();
    }

    @Test
    void partsStandInTheOrderPromised() {
        List<String> ids = new ArrayList<>();
        for (Element h : new Markup(DossierPages.html(Dossiers.mecklenburg(), Lang.EN)).all("h2")) {
            ids.add(h.getAttribute("id"));
        }
        assertEquals(List.of("help", "answer", "timeline", "change", "memo", "remedies", "mandamus", "sources"), ids);
    }

    @Test
    void noAgreementIsSaidOnlyWhenAllThreeLayersAreEmpty() {
        assertTrue(text(Dossiers.nothing(), Lang.EN).contains("No agreement. No list we hold names"));
        assertTrue(text(Dossiers.nothing(), Lang.ES).contains("Sin acuerdo."));
        for (DossierContent other : List.of(Dossiers.mecklenburg(), Dossiers.clay(), Dossiers.doubtful())) {
            assertFalse(text(other, Lang.EN).contains("No agreement."));
            assertFalse(text(other, Lang.ES).contains("Sin acuerdo."));
        }
        assertTrue(text(Dossiers.doubtful(), Lang.EN).contains("We don’t know. No list names"));
    }

    @Test
    void aListIsNotAnEnding() {
        String said = text(Dossiers.mecklenburg(), Lang.EN);
        assertTrue(said.contains("No longer listed"));
        assertTrue(said.contains("That is not proof that it ended, and state law may make the jail act anyway."));
        assertFalse(said.contains("Ended, with a document"));
    }

    @Test
    void endedNeverStandsAlone() {
        DossierContent clay = Dossiers.clay();
        assertEquals(Verdict.ENDED, clay.layers().get(2).verdict());
        for (Lang lang : Lang.values()) {
            Markup page = new Markup(DossierPages.html(clay, lang));
            Element card = page.all("section").stream()
                    .filter(s -> s.getAttribute("aria-labelledby").equals("layer-STATEWIDE"))
                    .findFirst()
                    .orElseThrow();
            assertTrue(
                    Markup.words(card)
                            .contains(
                                    lang == Lang.EN
                                            ? "State law may still make the jail act."
                                            : "La ley estatal puede obligar a la cárcel"),
                    Markup.words(card));
        }
    }

    @Test
    void stateLawStandsBesideTheLayersWithItsFlag() {
        Markup page = new Markup(DossierPages.html(Dossiers.mecklenburg(), Lang.EN));
        List<Element> cards = page.all("section").stream()
                .filter(s -> s.getAttribute("class").equals("card"))
                .toList();
        assertEquals(4, cards.size());
        String law = Markup.words(cards.get(3));
        assertTrue(law.contains("State law requires it"), law);
        assertTrue(law.contains("[VERIFY]"), law);
        assertTrue(law.contains("In effect Oct. 1, 2025"), law);
        List<Element> strip = Markup.children(page.all("ul").stream()
                .filter(u -> u.getAttribute("class").equals("strip"))
                .findFirst()
                .orElseThrow());
        assertEquals("State law for the jail State law requires it [VERIFY]", Markup.words(strip.get(3)));
        assertTrue(text(Dossiers.nothing(), Lang.EN).contains("We hold no law of Vermont on this."));
    }

    @Test
    void whatSpeaksAgainstTheAnswerComesFirst() {
        String said = text(Dossiers.mecklenburg(), Lang.EN);
        int against = said.indexOf("The file drops jails");
        int neutral = said.indexOf("No window touches");
        int support = said.indexOf("The jails moved alike");
        assertTrue(0 < against && against < neutral && neutral < support);
        assertTrue(said.indexOf("What this does not show") < against);
        assertTrue(said.contains("0.00 people per day if absence is zero"));
        assertTrue(said.contains("from \u22124.21 to \u22122.63"));
        assertTrue(said.contains("place 1 of 25"));
    }

    @Test
    void adverseLawAndDoubtfulCitesAreAlwaysPrinted() {
        String said = text(Dossiers.mecklenburg(), Lang.ES);
        assertTrue(said.contains("Chavez v. McFadden, 374 N.C. 458 (2020)"));
        assertTrue(said.contains("Doe v. Roe, 1 F.4th 1 (4th Cir. 2021) [VERIFY]"));
        assertTrue(said.contains("[caption unverified] (Nassau County Article 78) [VERIFY]"));
    }

    @Test
    void refusalsSayWhatWouldBeEnough() {
        String said = text(Dossiers.clay(), Lang.EN);
        assertTrue(said.contains("Too little data for an estimate"));
        assertTrue(said.contains("There are 41 person-days in all. At least 365 would be enough."));
        assertTrue(said.contains("the daily count of people held on ICE detainers"));
        assertTrue(text(Dossiers.nothing(), Lang.EN).contains("We hold no numbers for this place"));
    }

    @Test
    void courtWordsKeepTheirLanguage() {
        Markup page = new Markup(DossierPages.html(Dossiers.clay(), Lang.ES));
        page.all("blockquote").forEach(q -> assertEquals("en", q.getAttribute("lang")));
        page.all("cite")
                .forEach(c -> assertTrue(
                        c.getAttribute("lang").equals("en")
                                || ((Element) c.getParentNode())
                                        .getAttribute("lang")
                                        .equals("en"),
                        Markup.words(c)));
    }

    @Test
    void bothLanguagesCarryTheSameHeadingsNumbersAndCites() {
        for (DossierContent content : List.of(Dossiers.mecklenburg(), Dossiers.clay(), Dossiers.nothing())) {
            Markup en = new Markup(DossierPages.html(content, Lang.EN));
            Markup es = new Markup(DossierPages.html(content, Lang.ES));
            assertEquals(shape(en), shape(es));
            assertEquals(numbers(en), numbers(es));
        }
    }

    /** Tags in document order: the same page in another language has the same skeleton. */
    private static String shape(Markup page) {
        StringBuilder shape = new StringBuilder();
        page.all().forEach(e -> shape.append(e.getTagName()).append(' '));
        return shape.toString();
    }

    private static List<String> numbers(Markup page) {
        List<String> found = new ArrayList<>();
        Matcher m = Pattern.compile("\\d[\\d.,:/-]*\\d|\\d").matcher(page.text());
        while (m.find()) {
            found.add(m.group());
        }
        found.sort(String::compareTo);
        return found;
    }

    @Test
    void hostileTextIsTextAndNothingElse() throws Exception {
        for (Lang lang : Lang.values()) {
            String html = DossierPages.html(Dossiers.hostile(), lang);
            Markup page = new Markup(html);
            assertTrue(page.all("script").isEmpty() && page.all("img").isEmpty());
            assertTrue(page.text().contains("<script>alert('x')</script>"), "it is still there to read");
            assertTrue(page.text().contains("${7*7} {0} ñ"));
            assertFalse(html.contains("href=\"javascript"));
            assertTrue(DossierPages.pdf(Dossiers.hostile(), lang).length > 1000);
        }
    }

    @Test
    void sameContentSameBytesInAnyLocale() {
        String first = DossierPages.html(Dossiers.mecklenburg(), Lang.ES);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertEquals(first, DossierPages.html(Dossiers.mecklenburg(), Lang.ES));
        } finally {
            Locale.setDefault(before);
        }
        assertTrue(first.getBytes(StandardCharsets.UTF_8).length < 150_000);
    }

    @Test
    void everySourceIsListedOnceWithItsHash() {
        Markup page = new Markup(DossierPages.html(Dossiers.mecklenburg(), Lang.EN));
        Element list = page.all("ol").stream()
                .filter(o -> o.getAttribute("class").equals("sources"))
                .findFirst()
                .orElseThrow();
        assertEquals(3, Markup.children(list).size());
        Markup.children(list).forEach(li -> assertTrue(Markup.words(li).contains("SHA-256 0123456789abcdef")));
    }

    @Test
    void layersMustBeComplete() {
        DossierContent whole = Dossiers.nothing();
        List<Layer> two = whole.layers().subList(0, 2);
        assertThrows(IllegalArgumentException.class, () -> Dossiers.bare(whole.place(), two));
        assertEquals(Verdict.UNKNOWN, new Layer(Reach.COUNTY, List.of(), Optional.empty()).verdict());
    }
}
