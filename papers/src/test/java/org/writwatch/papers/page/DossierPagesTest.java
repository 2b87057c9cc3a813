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
import org.writwatch.agreements.Agreement;
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
        assertEquals(
                List.of("help", "answer", "timeline", "change", "memo", "remedies", "mandamus", "terms", "sources"),
                ids);
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
    void aRequestThatLaterListsDropIsNoRequestOfToday() {
        Agreement dropped =
                Dossiers.clay().layers().get(1).policing().get(0).agreements().get(0);
        Agreement old = new Agreement(
                dropped.id(),
                dropped.agency(),
                dropped.model(),
                dropped.signed(),
                dropped.status(),
                dropped.firstListed(),
                dropped.lastListed(),
                Optional.of(Dossiers.AS_OF),
                dropped.memoUrl(),
                dropped.proof());
        for (var now : java.util.Map.of(dropped, Verdict.APPLIED, old, Verdict.NO_LONGER_LISTED)
                .entrySet()) {
            Layer layer = new Layer(
                    Reach.WITHIN_COUNTY,
                    List.of(new Layer.Policing(dropped.agency(), List.of(now.getKey()))),
                    Optional.empty());
            assertEquals(now.getValue(), layer.verdict());
        }
    }

    @Test
    void whereOfficersActIsSaidForAgreementsInForceOnly() {
        List<Layer> layers = Dossiers.clay().layers();
        assertEquals(java.util.Set.of(Layer.Where.JAIL), layers.get(0).where());
        assertEquals(java.util.Set.of(), layers.get(2).where(), "an ended agreement");
        Element strip = new Markup(DossierPages.html(Dossiers.clay(), Lang.EN))
                .all("ul").stream()
                        .filter(u -> u.getAttribute("class").equals("strip"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(
                "Sheriff and county Yes in the jail",
                Markup.words(Markup.children(strip).get(0)));
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
                                            : "La ley del estado puede obligar a la cárcel"),
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
        assertTrue(law.contains("Makes jails or police help ICE"), law);
        assertTrue(law.contains("[VERIFY]"), law);
        assertTrue(law.contains("In effect Oct. 1, 2025"), law);
        List<Element> strip = Markup.children(page.all("ul").stream()
                .filter(u -> u.getAttribute("class").equals("strip"))
                .findFirst()
                .orElseThrow());
        assertEquals("State law Makes jails or police help ICE [VERIFY]", Markup.words(strip.get(3)));
        assertTrue(text(Dossiers.nothing(), Lang.EN).contains("We hold no law on this for this state or territory."));
    }

    @Test
    void whatSpeaksAgainstTheAnswerComesFirst() {
        String said = text(Dossiers.mecklenburg(), Lang.EN);
        int against = said.indexOf("The file drops jails");
        int neutral = said.indexOf("No window touches");
        int support = said.indexOf("The jails moved alike");
        assertTrue(0 < against && against < neutral && neutral < support);
        int numbers = said.indexOf("The numbers");
        int notShown = said.indexOf("What this does not show");
        assertTrue(against < numbers && numbers < notShown && notShown < neutral);
        assertTrue(said.contains("0.00 people per day if absence is zero"));
        assertTrue(said.contains("from \u22124.21 to \u22122.63"));
        assertTrue(said.contains("place 1 of 25"));
    }

    @Test
    void adverseLawAndDoubtfulCitesAreAlwaysPrinted() {
        String said = text(Dossiers.mecklenburg(), Lang.ES);
        assertTrue(said.contains("Chavez v. McFadden, 374 N.C. 458 (2020)"));
        assertTrue(said.contains("Doe v. Roe, 1 F.4th 1 (4th Cir. 2021) [VERIFY]"));
        assertTrue(said.contains("(Nassau County Article 78) (exact caption not known) [VERIFY]"));
    }

    @Test
    void whatIsAdverseIsNeverFoldedAway() {
        Markup page = new Markup(DossierPages.html(Dossiers.mecklenburg(), Lang.EN));
        List<String> open = page.all("li").stream()
                .filter(li -> !Markup.inside(li, "details"))
                .map(Markup::words)
                .toList();
        for (String adverse : List.of(
                "Chavez v. McFadden, 374 N.C. 458 (2020)", "(Nassau County Article 78)", "Against The file drops")) {
            assertTrue(open.stream().anyMatch(li -> li.startsWith(adverse)), adverse);
        }
        assertTrue(open.stream().noneMatch(li -> li.startsWith("In favor")), "the rest is folded");
    }

    @Test
    void theTableShowsTheMonthsAroundTheChangeAndFoldsTheRest() {
        Markup page = new Markup(DossierPages.html(Dossiers.mecklenburg(), Lang.EN));
        List<Element> tables = page.all("table").stream()
                .filter(t -> t.getAttribute("class").equals("series"))
                .toList();
        assertEquals(2, tables.size());
        assertFalse(Markup.inside(tables.get(0), "details"));
        assertTrue(Markup.inside(tables.get(1), "details"));
        List<String> near = page.all("th").stream()
                .filter(th -> th.getParentNode().getParentNode().getParentNode() == tables.get(0))
                .filter(th -> th.getAttribute("scope").equals("row"))
                .map(Markup::words)
                .toList();
        assertEquals("2018-07-01", near.get(0));
        assertEquals("2019-05-01", near.get(near.size() - 1));
    }

    @Test
    void theFactsThatWouldDecideAreAskedOnceAndTheirSetsKeptShort() {
        FactSets sets = FactSets.of(List.of(
                java.util.Set.of("b", "a", "c"),
                java.util.Set.of("a", "d", "b"),
                java.util.Set.of("a", "b"),
                java.util.Set.of("z")));
        assertEquals(List.of("a", "b"), sets.shared());
        assertEquals(List.of(List.of("c"), List.of("d")), sets.rests());
        assertEquals(1, sets.more());
        assertTrue(FactSets.of(List.of()).isEmpty());
        String said = text(Dossiers.mecklenburg(), Lang.EN);
        assertTrue(said.contains("these questions need answers (1): On what day was the request made?"), said);
    }

    @Test
    void everyUnknownFactOfTheLawHasAQuestion() {
        for (Lang lang : Lang.values()) {
            Words w = new Words(lang);
            for (String id : org.writwatch.law.screen.Screen.of(org.writwatch.law.Law.bundled())
                    .forPlace("NC", Dossiers.AS_OF, java.util.Map.of())
                    .claims()
                    .stream()
                    .flatMap(c -> java.util.stream.Stream.concat(c.wouldDecide().stream(), c.wouldEnd().stream()))
                    .flatMap(java.util.Set::stream)
                    .distinct()
                    .toList()) {
                assertTrue(w.fact(id).contains("?"), lang + ": " + id + " is shown as: " + w.fact(id));
            }
        }
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
        assertEquals(Verdict.UNKNOWN, new Layer(Reach.STATEWIDE, List.of(), Optional.empty()).verdict());
        Layer noCity = new Layer(Reach.WITHIN_COUNTY, List.of(), Optional.empty());
        assertEquals(Verdict.NONE_KNOWN, noCity.verdict());
        assertEquals(
                Verdict.NO,
                Verdict.together(
                        List.of(whole.layers().get(0), noCity, whole.layers().get(2))));
        assertEquals(Verdict.UNKNOWN, Verdict.together(List.of(noCity)), "nothing known is no no");
    }
}
