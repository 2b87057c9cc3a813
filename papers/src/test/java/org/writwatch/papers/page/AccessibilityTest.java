package org.writwatch.papers.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.writwatch.facts.phrase.Lang;

/** What WCAG 2.2 lets a program check without a browser, on every kind of dossier in both languages. */
class AccessibilityTest {
    static Stream<Arguments> pages() {
        Map<String, DossierContent> all = new TreeMap<>();
        all.put("mecklenburg", Dossiers.mecklenburg());
        all.put("clay", Dossiers.clay());
        all.put("nothing", Dossiers.nothing());
        all.put("doubtful", Dossiers.doubtful());
        all.put("hostile", Dossiers.hostile());
        return all.entrySet().stream()
                .flatMap(e -> Stream.of(Lang.values())
                        .map(l -> Arguments.of(e.getKey(), l, new Markup(DossierPages.html(e.getValue(), l)))));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("pages")
    void languageTitleAndLandmarks(String name, Lang lang, Markup page) {
        assertEquals(lang.tag(), page.root().getAttribute("lang"));
        assertFalse(Markup.words(page.all("title").get(0)).isEmpty());
        for (String landmark : List.of("header", "main", "footer", "nav", "h1")) {
            assertEquals(1, page.all(landmark).size(), landmark);
        }
        Element first = page.all("a").get(0);
        assertEquals("skip", first.getAttribute("class"));
        assertEquals("#main", first.getAttribute("href"));
        page.all("nav").forEach(n -> assertFalse(n.getAttribute("aria-label").isEmpty()));
        List<Element> twins = page.all("a").stream()
                .filter(a -> a.getAttribute("class").equals("twin"))
                .toList();
        assertEquals(1, twins.size());
        assertEquals(twins.get(0).getAttribute("hreflang"), twins.get(0).getAttribute("lang"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("pages")
    void headingsStepDownOneAtATime(String name, Lang lang, Markup page) {
        int before = 0;
        for (Element e : page.all()) {
            if (e.getTagName().matches("h[1-6]")) {
                int level = e.getTagName().charAt(1) - '0';
                assertTrue(level <= before + 1, "h" + level + " after h" + before + ": " + Markup.words(e));
                assertFalse(Markup.words(e).isEmpty());
                before = level;
            }
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("pages")
    void idsAreUniqueAndEveryReferenceArrives(String name, Lang lang, Markup page) {
        Set<String> ids = new HashSet<>();
        for (Element e : page.all()) {
            String id = e.getAttribute("id");
            if (!id.isEmpty()) {
                assertTrue(ids.add(id), "twice: " + id);
                assertFalse(id.matches(".*\\s.*"), "an id has no space: " + id);
            }
        }
        for (Element e : page.all()) {
            for (String id : e.getAttribute("aria-labelledby").split(" ", -1)) {
                assertTrue(id.isEmpty() || ids.contains(id), "no element " + id);
            }
            String href = e.getAttribute("href");
            assertTrue(!href.startsWith("#") || ids.contains(href.substring(1)), "leads nowhere: " + href);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("pages")
    void picturesAndTablesSayWhatTheyAre(String name, Lang lang, Markup page) {
        for (Element svg : page.all("svg")) {
            assertEquals("img", svg.getAttribute("role"));
            List<Element> children = Markup.children(svg);
            assertEquals("title", children.get(0).getTagName());
            assertEquals("desc", children.get(1).getTagName());
            assertFalse(Markup.words(children.get(0)).isEmpty());
            assertFalse(Markup.words(children.get(1)).isEmpty());
            assertTrue(Markup.inside(svg, "figure"));
        }
        for (Element table : page.all("table")) {
            assertEquals("caption", Markup.children(table).get(0).getTagName());
            Element around = (Element) table.getParentNode();
            assertEquals("region", around.getAttribute("role"));
            assertEquals("0", around.getAttribute("tabindex"));
            assertFalse(around.getAttribute("aria-label").isEmpty());
        }
        page.all("th").forEach(th -> assertTrue(th.getAttribute("scope").matches("row|col"), Markup.words(th)));
        for (Element row : page.all("tr")) {
            assertTrue(Markup.children(row).get(0).getTagName().equals("th"), "each row starts with its header");
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("pages")
    void listsAndLinksAreWhole(String name, Lang lang, Markup page) {
        for (String tag : List.of("ul", "ol")) {
            for (Element list : page.all(tag)) {
                assertFalse(Markup.children(list).isEmpty(), "an empty list");
                Markup.children(list).forEach(c -> assertEquals("li", c.getTagName()));
            }
        }
        for (Element a : page.all("a")) {
            assertFalse(Markup.words(a).isEmpty(), "a link without words: " + a.getAttribute("href"));
            if (a.getAttribute("href").startsWith("http")) {
                assertTrue(a.getAttribute("rel").contains("noreferrer"), a.getAttribute("href"));
            }
        }
        page.all("details")
                .forEach(d -> assertEquals("summary", Markup.children(d).get(0).getTagName()));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("pages")
    void nothingIsFetchedAndNothingRuns(String name, Lang lang, Markup page) throws Exception {
        for (Element e : page.all()) {
            String tag = e.getTagName().toLowerCase(Locale.ROOT);
            assertFalse(
                    List.of("script", "iframe", "object", "embed", "img", "base", "form")
                            .contains(tag),
                    tag);
            for (int i = 0; i < e.getAttributes().getLength(); i++) {
                String attribute = e.getAttributes().item(i).getNodeName();
                assertFalse(attribute.startsWith("on"), attribute);
                assertFalse(attribute.equals("src") || attribute.equals("style"), attribute);
            }
            if (tag.equals("a")) {
                assertTrue(e.getAttribute("href").matches("(?s)(https?://|#|[a-z0-9.-]+$).*"), e.getAttribute("href"));
            }
        }
        String style = page.all("style").get(0).getTextContent();
        assertFalse(style.contains("url(") || style.contains("@import"));
        String policy = page.all("meta").stream()
                .filter(m -> m.getAttribute("http-equiv").equals("Content-Security-Policy"))
                .map(m -> m.getAttribute("content"))
                .findFirst()
                .orElseThrow();
        byte[] hash = java.security.MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
        String expected = "'sha256-" + java.util.Base64.getEncoder().encodeToString(hash) + "'";
        assertTrue(policy.startsWith("default-src 'none'; style-src " + expected), policy);
    }

    @Test
    void coloursOfThePageHaveContrastInLightAndDark() {
        String css = new Markup(DossierPages.html(Dossiers.nothing(), Lang.EN))
                .all("style")
                .get(0)
                .getTextContent();
        Matcher blocks = Pattern.compile(":root \\{([^}]*)}").matcher(css);
        int seen = 0;
        while (blocks.find()) {
            seen++;
            Map<String, String> colours = new TreeMap<>();
            Matcher one = Pattern.compile("--([a-z-]+): (#[0-9a-f]{6})").matcher(blocks.group(1));
            while (one.find()) {
                colours.put(one.group(1), one.group(2));
            }
            for (String ground : List.of("paper", "soft", "help")) {
                for (String words : List.of("ink", "quiet", "link", "flag")) {
                    atLeast(4.5, colours, words, ground);
                }
            }
            for (String marks : List.of("line", "main", "other", "flag", "help-line", "yes")) {
                atLeast(3, colours, marks, "paper");
            }
            atLeast(3, colours, "other", "band");
            atLeast(4.5, colours, "ink", "band");
        }
        assertEquals(2, seen);
    }

    private static void atLeast(double least, Map<String, String> colours, String above, String below) {
        double found = Contrast.between(colours.get(above), colours.get(below));
        assertTrue(found >= least, above + " on " + below + ": " + found);
    }
}
