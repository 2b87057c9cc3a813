package org.writwatch.app.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writwatch.agreements.Registry;
import org.writwatch.facts.UsState;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.papers.page.Wording;

/** A language is added by files alone: an invented one, and one that is written from right to left. */
class LanguageFilesTest {
    /** Each word of the invented languages begins with this, so that what was said in them can be told from the rest. */
    private static final String MARK = "\u0416";

    @TempDir
    private Path folder;

    private void language(String tag, String direction) throws IOException {
        Path own = Files.createDirectories(folder.resolve(tag));
        write(own.resolve("language.properties"), "name=" + MARK + tag + "\ndirection=" + direction + "\n");
        for (String room : List.of("papers", "law", "app", "facts", "agreements", "evidence")) {
            StringBuilder text = new StringBuilder();
            Phrasebook book = Phrasebook.of(Lang.EN);
            for (String key : new TreeSet<>(book.listKeys(room, ""))) {
                String pattern = pattern(room, key);
                if (pattern != null && !pattern.isEmpty()) {
                    text.append(key).append('=').append(MARK).append(pattern).append('\n');
                }
            }
            write(own.resolve(room + ".properties"), text.toString());
        }
    }

    /** The English pattern with its places; plurals are left to English, so that some of it stays. */
    private static String pattern(String room, String key) throws IOException {
        java.util.Properties read = new java.util.Properties();
        try (var in =
                LanguageFilesTest.class.getResourceAsStream("/org/writwatch/" + room + "/phrases_en.properties")) {
            read.load(new java.io.InputStreamReader(in, StandardCharsets.UTF_8));
        }
        String english = read.getProperty(key);
        return english == null || english.contains("choice") || english.contains("\n") || english.contains("\\")
                ? null
                : english.replaceAll("[A-Za-z]+(?![^{]*})", MARK + "$0");
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
    }

    private Map<String, String> site(List<String> wanted) {
        Registry registry = Registry.bundled();
        SitePlan plan = new SitePlan(
                registry,
                registry.lastList(),
                Optional.of(UsState.DE),
                Optional.empty(),
                new Hosting(Optional.empty(), Optional.empty(), false, LanguageFiles.list(folder)));
        Map<String, String> pages = new HashMap<>();
        plan.extras().stream()
                .filter(x -> wanted.contains(x.name()))
                .forEach(x -> pages.put(x.name(), x.make().get()));
        plan.pages().stream()
                .filter(p -> wanted.contains(p.address().en()))
                .forEach(p -> pages.put(p.address().en(), p.make().get().apply(Lang.EN)));
        return pages;
    }

    @Test
    void twoFoldersAreTwoMoreLanguagesOnEveryPage() throws IOException {
        language("qps", "ltr");
        language("ar", "rtl");
        Map<String, String> pages = site(List.of(
                "index.html",
                "en/index.html",
                "qps/index.html",
                "ar/index.html",
                "ar/county/new-castle-county-de.html",
                "ar/someone-was-detained.html",
                "ar/map.html",
                "qps/agreements.html"));
        assertEquals(8, pages.size(), pages.keySet().toString());
        String english = pages.get("en/index.html");
        assertTrue(english.contains("<html lang=\"en\" dir=\"ltr\""), "the language of the page stays");
        assertTrue(english.contains("href=\"../ar/index.html\" lang=\"ar\""), "English leads to the new one");
        assertFalse(english.contains(MARK + "L"), "and says nothing in it");
        assertTrue(pages.get("index.html").contains("<li lang=\"ar\" dir=\"rtl\"><a href=\"ar/index.html\""));
        String arabic = pages.get("ar/county/new-castle-county-de.html");
        assertTrue(arabic.contains("<html lang=\"ar\" dir=\"rtl\""));
        assertTrue(arabic.contains("href=\"../../en/county/new-castle-county-de.html\" lang=\"en\""));
        assertTrue(
                arabic.contains("href=\"../../ar/") || arabic.contains("href=\"../../ar/state/de.html\""),
                "its links stay in it");
        for (Map.Entry<String, String> page : pages.entrySet()) {
            assertTrue(
                    page.getValue().chars().noneMatch(c -> c == 0xE000 || c == 0xE001),
                    page.getKey() + " keeps no mark");
            // On a county's page a list inside a sentence may still be English within it: docs/site.md says so.
            boolean whole =
                    !page.getKey().contains("/county/") && !page.getKey().equals("index.html");
            if (whole && !page.getKey().startsWith("en/")) {
                assertEquals(List.of(), unmarked(page.getValue()), page.getKey());
            }
        }
    }

    /** Pieces of text with English words outside any element that says it is another language. */
    private static List<String> unmarked(String html) {
        List<String> found = new ArrayList<>();
        List<Boolean> open = new ArrayList<>();
        Matcher piece = Pattern.compile("<(/?)([a-zA-Z0-9]+)((?:\"[^\"]*\"|[^>\"])*)>|([^<]+)")
                .matcher(html);
        boolean alone = false;
        while (piece.find()) {
            if (piece.group(4) == null) {
                String name = piece.group(2);
                boolean empty = piece.group(3).endsWith("/")
                        || List.of("br", "input", "meta", "link").contains(name);
                alone = List.of("title", "option", "desc").contains(name)
                        && piece.group(1).isEmpty();
                if (!piece.group(1).isEmpty()) {
                    open.remove(open.size() - 1);
                } else if (!empty) {
                    boolean other = piece.group(3).contains(" lang=\"") && !name.equals("html");
                    open.add(other || (!open.isEmpty() && open.get(open.size() - 1)));
                }
            } else if (!alone && !open.isEmpty() && !open.get(open.size() - 1)) {
                String text = piece.group(4).replaceAll("&[a-z]+;|&#[0-9]+;", " ");
                boolean english = Pattern.compile(
                                "(?<![" + MARK + "\\p{L}])(is|are|not|people|that|with|you)(?!\\p{L})")
                        .matcher(text)
                        .find();
                if (english) {
                    found.add(text.strip());
                }
            }
        }
        return found;
    }

    @Test
    void whatTheFilesDoNotSayStandsInEnglishAndIsMarked() {
        Wording one = new Wording("ht", "Krey\u00f2l", false, Map.of());
        assertEquals(
                "<p title=\"a > b\">di <span lang=\"en\" dir=\"ltr\">the sheriff</span> sa</p>",
                one.finish("<p title=\"a > b\">\uE000di \uE001the sheriff\uE000 sa\uE001</p>"));
        assertEquals(
                "<svg><title>All</title><text><tspan lang=\"en\">All</tspan></text></svg>",
                one.finish("<svg><title>\uE000All\uE001</title><text>All</text></svg>"));
        assertEquals("<option>x</option> 12 &amp; 3", one.finish("<option>\uE000x\uE001</option> 12 &amp; 3"));
        assertEquals("ht/county/x.html", one.path("en/county/x.html"));
        assertEquals("embed/ht/x.html", one.path("embed/en/x.html"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "es | name=E | page.skip=x",
                "HT | name=E | page.skip=x",
                "assets | name=E | page.skip=x",
                "ht | name= | page.skip=x",
                "ht | name=E | page.no-such-key=x",
                "ht | name=E | page.skip={0",
                "ht | name=E | page.skip=l'an",
                "ht | name=E | page.skip=x",
            })
    void filesThatWouldOnlyLookLikeALanguageAreRefused(String tag, String about, String phrases) throws IOException {
        Path own = Files.createDirectories(folder.resolve(tag));
        write(own.resolve("language.properties"), about + "\ndirection=ltr\n");
        write(own.resolve("papers.properties"), phrases + "\n");
        BadInput refused = assertThrows(BadInput.class, () -> LanguageFiles.list(folder));
        assertTrue(refused.message(Lang.EN).contains(tag), refused.message(Lang.EN));
    }
}
