package org.writwatch.app.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writwatch.app.ExitCode;
import org.writwatch.app.Surroundings;
import org.writwatch.app.command.CommandLines;

/** The site of one state, from the command line to the last page. */
class SiteBuildTest {
    private static final Pattern LINK = Pattern.compile("(?:href|src|data-places)=\"([^\"]*)\"");

    @TempDir
    static Path dir;

    private static Path site;

    @BeforeAll
    static void build() {
        assertEquals(ExitCode.DONE, run("site", "build", "--state", "DE", "--out", "site"));
        site = dir.resolve("site");
    }

    private static int run(String... args) {
        Surroundings here = new Surroundings(
                new PrintWriter(new StringWriter()),
                new PrintWriter(new StringWriter()),
                dir,
                Map.of("LANG", "C", "HOME", dir.toString()),
                false);
        return CommandLines.run(here, args);
    }

    private static Map<String, String> pages() {
        try (Stream<Path> walk = Files.walk(site)) {
            Map<String, String> pages = new TreeMap<>();
            for (Path file : walk.filter(f -> f.toString().endsWith(".html")).toList()) {
                pages.put(site.relativize(file).toString(), Files.readString(file));
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyLinkWithinTheStateLeadsSomewhere() {
        List<String> dead = new ArrayList<>();
        pages().forEach((name, html) -> {
            Matcher link = LINK.matcher(html);
            while (link.find()) {
                String to = link.group(1);
                if (to.isEmpty() || to.startsWith("#") || to.startsWith("http") || to.startsWith("tel:")) {
                    continue;
                }
                Path target = site.resolve(name)
                        .getParent()
                        .resolve(to.replaceFirst("#.*", ""))
                        .normalize();
                boolean elsewhere = to.matches(".*(county|condado|agency|agencia)/.*") && !to.endsWith("-de.html");
                if (!target.startsWith(site) || (!elsewhere && !Files.isRegularFile(target))) {
                    dead.add(name + " -> " + to);
                }
            }
        });
        assertEquals(List.of(), dead);
    }

    @Test
    void everyPageHasItsTwinItsWayOutAndItsHelp() {
        pages().forEach((name, html) -> {
            if (name.equals("index.html") || name.startsWith("embed/") || name.startsWith("follow/")) {
                return;
            }
            String lang = name.substring(0, 2);
            assertTrue(html.contains("<html lang=\"" + lang + "\" "), name);
            assertTrue(html.indexOf("id=\"exit\"") < html.indexOf("class=\"detained\""), name);
            assertTrue(html.indexOf("class=\"detained\"") < html.indexOf("<h1"), name);
            Matcher twin = Pattern.compile("rel=\"alternate\" hreflang=\"(..)\" href=\"([^\"]+)\"")
                    .matcher(html);
            assertTrue(twin.find(), name);
            assertFalse(twin.group(1).equals(lang), name);
            assertTrue(Files.isRegularFile(site.resolve(name).getParent().resolve(twin.group(2))), name);
            assertEquals(1, html.split("<h1", -1).length - 1, name + ": one heading");
        });
    }

    @Test
    void nothingIsFetchedFromElsewhereAndNoScriptStandsInAPage() {
        pages().forEach((name, html) -> {
            assertFalse(html.matches("(?s).*<(script|img|link|iframe|source)[^>]+(src|href)=\"(https?:)?//.*"), name);
            assertFalse(html.matches("(?s).*<script(?![^>]+src=).*"), name + ": script of its own");
            assertFalse(html.matches("(?s).*<[^>]+\\son[a-z]+=.*"), name + ": a handler in the markup");
            assertFalse(html.contains("<form"), name + ": nothing is sent");
            assertFalse(html.contains("style=\""), name + ": the policy forbids it");
        });
    }

    @Test
    void aCountyIsAnsweredInBothLanguagesWithTheSameFigures() {
        Map<String, String> pages = pages();
        String en = pages.get("en/county/new-castle-county-de.html");
        String es = pages.get("es/condado/new-castle-county-de.html");
        assertTrue(en.contains("Do police here have a 287(g) agreement with ICE?"), en);
        assertTrue(es.contains("¿"), es);
        Pattern hash = Pattern.compile("[0-9a-f]{64}");
        assertEquals(
                hash.matcher(en).results().map(r -> r.group()).toList(),
                hash.matcher(es).results().map(r -> r.group()).toList());
        String state = pages.get("en/state/de.html");
        assertTrue(state.contains("New Castle County"), state);
        assertTrue(state.contains("State law"), state);
    }

    @Test
    void anAgencyShowsEachEventWithItsProofUnderALinkThatStays() {
        String georgetown = pages().entrySet().stream()
                .filter(e -> e.getKey().startsWith("en/agency/"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
        Matcher event = Pattern.compile("<li id=\"([0-9a-f]{16})\">(.*?)</li>", Pattern.DOTALL)
                .matcher(georgetown);
        assertTrue(event.find(), georgetown);
        assertTrue(event.group(2).contains("href=\"#" + event.group(1) + "\""), event.group(2));
        assertTrue(event.group(2).contains(", row "), "file, sheet and row: " + event.group(2));
    }

    @Test
    void theMapAndItsTableHaveTheSameCounties() {
        String map = pages().getOrDefault("en/map.html", "");
        long drawn =
                Pattern.compile("<path id=\"c\\d{5}\"").matcher(map).results().count();
        assertEquals(3231, drawn);
        assertEquals(
                drawn,
                map.substring(map.indexOf("id=\"twin\"")).split("<tr data-state=\"..\"><th scope=\"row\">", -1).length
                        - 1);
        assertTrue(map.contains("New Castle County, Delaware: "), "each has its words");
    }

    @Test
    void theQuestionsAreWholeWithoutScriptAndEndWithRecordsToAskFor() {
        for (String name : List.of("en/remedies/de.html", "es/remedios/de.html")) {
            String html = pages().getOrDefault(name, "");
            assertTrue(html.indexOf("id=\"first\"") < html.indexOf("id=\"about\""), name + ": emergency first");
            Matcher to = Pattern.compile("href=\"#([^\"]+)\"").matcher(html);
            while (to.find()) {
                assertTrue(html.contains("id=\"" + to.group(1) + "\""), name + " lacks " + to.group(1));
            }
            for (String claim : List.of("A", "B", "C", "D", "E", "F", "G", "H", "I")) {
                int from = html.indexOf("id=\"claim-" + claim + "\"");
                assertTrue(from > 0, name + " claim " + claim);
                long questions = Pattern.compile("<summary>")
                        .matcher(html.substring(from, html.indexOf("</section>", from)))
                        .results()
                        .count();
                assertTrue(questions <= 9, name + " asks at most nine of a claim: " + questions);
            }
            assertTrue(html.contains("href=\"#records\""), name + ": not knowing leads to records");
            assertFalse(html.matches("(?s).*[0-9]+ ?%.*"), name + ": no odds");
        }
        assertTrue(
                pages().getOrDefault("en/remedies/nc.html", "")
                        .contains(
                                "<span id=\"emergency\">Someone is held now: do this first. Ask a lawyer about habeas corpus today. In North Carolina"));
        assertFalse(
                read(site.resolve("assets/remedies/words.en.js")).contains("emergency"),
                "each page has its state's own");
        String sheet = read(site.resolve("assets/remedies/DE.js"));
        assertTrue(sheet.startsWith("window.writwatchSheet={\"code\":\"DE\""), sheet.substring(0, 60));
    }

    @Test
    void aRequestForRecordsNamesTheStatuteInBothLanguagesAndItsDaysWhereTheLawHasANumber() {
        String en = pages().getOrDefault("en/records/de.html", "");
        String es = pages().getOrDefault("es/registros/de.html", "");
        Pattern letter = Pattern.compile("<pre id=\"letter\"[^>]*>(.*?)</pre>", Pattern.DOTALL);
        Matcher first = letter.matcher(en);
        Matcher second = letter.matcher(es);
        assertTrue(first.find() && second.find());
        assertEquals(first.group(1), second.group(1), "one letter");
        assertTrue(first.group(1).startsWith("DRAFT - ATTORNEY REVIEW REQUIRED"), first.group(1));
        assertTrue(first.group(1).contains("under 29 Del. C. §§ 10001-10007"), first.group(1));
        Matcher due = Pattern.compile("data-due=\"([^\"]+)\"").matcher(pages().getOrDefault("en/records/ny.html", ""));
        assertTrue(due.find(), "New York gives five business days");
        assertEquals(731, due.group(1).split(" ", -1).length);
    }

    @Test
    void aTerritoryWhoseLawIsNotHeldSaysSo() {
        assertEquals(ExitCode.DONE, run("site", "build", "--state", "GU", "--out", "guam"));
        String guam = read(dir.resolve("guam/en/county/guam-gu.html"));
        assertTrue(guam.contains("We hold no law on this"), guam);
        assertFalse(guam.contains("Can mandamus stop this?"), guam);
    }

    @Test
    void theSameDataGiveTheSameBytes() {
        assertEquals(ExitCode.DONE, run("site", "build", "--state", "DE", "--out", "again"));
        assertEquals(hashes(site), hashes(dir.resolve("again")));
    }

    @Test
    void anOfficeIsAskedOnlyWhenItGaveEverythingAndNothingIsSaidOfTheReader() throws IOException {
        assertFalse(read(site.resolve("en/free-legal-help.html")).contains("mailto:"), "off by default");
        Files.writeString(dir.resolve("office.yaml"), """
                name: Ana Example
                office: Example Legal Clinic
                licence: N.C. State Bar 00000
                fee: "60"
                minutes: 30
                email: ask@example.org
                whatsapp: "17045550100"
                """);
        Files.writeString(dir.resolve("zips.csv"), "zip,county_fips\n19720,10003\n19720,10001\n");
        assertEquals(
                ExitCode.DONE,
                run(
                        "site",
                        "build",
                        "--state",
                        "DE",
                        "--operator",
                        "office.yaml",
                        "--zips",
                        "zips.csv",
                        "--out",
                        "own"));
        String page = read(dir.resolve("own/es/ayuda-legal-gratis.html"));
        assertTrue(page.contains("N.C. State Bar 00000"), page);
        assertTrue(page.contains("$60 por 30 minutos"), page);
        assertTrue(page.contains("href=\"mailto:ask@example.org?subject="), page);
        Matcher chat = Pattern.compile(
                        "href=\"https://wa.me/17045550100\\?text=([^\"]*)\"[^>]*>WhatsApp</a> <strong>([^<]*)")
                .matcher(page);
        assertTrue(chat.find(), page);
        assertTrue(chat.group(2).contains("WhatsApp (Meta) y esta oficina verán su número"), chat.group(2));
        assertFalse(chat.group(1).matches(".*(status|estatus|detenid).*"), chat.group(1));
        assertEquals(
                "window.writwatchZips={\"19720\":[\"new-castle-county-de\",\"kent-county-de\"]};\n",
                read(dir.resolve("own/assets/zips.js")));
        assertTrue(read(dir.resolve("own/en/index.html")).contains("data-zips=\"../assets/zips.js\""));
        assertFalse(read(site.resolve("en/index.html")).contains("data-zips="));
    }

    @Test
    void anOfficeThatLeavesSomethingOutIsRefused() throws IOException {
        String whole = "name: A\noffice: B\nlicence: C\nfee: free\nminutes: 20\nemail: a@example.org\n";
        for (String wrong : List.of(
                whole.replace("licence: C\n", ""),
                whole.replace("email: a@example.org\n", "whatsapp: \"17045550100\"\n"),
                whole.replace("fee: free", "fee: cheap"),
                whole.replace("minutes: 20", "minutes: 0"),
                whole + "whatsapp: \"call me\"\n",
                whole + "status: any\n")) {
            Files.writeString(dir.resolve("wrong.yaml"), wrong);
            assertEquals(
                    ExitCode.BAD_INPUT,
                    run("site", "build", "--state", "DE", "--operator", "wrong.yaml", "--out", "never"),
                    wrong);
        }
        for (String wrong : List.of("zip,county_fips\n1972,10003\n", "zip,county_fips\n19720,99999\n", "a,b\n1,2\n")) {
            Files.writeString(dir.resolve("wrong.csv"), wrong);
            assertEquals(
                    ExitCode.BAD_INPUT,
                    run("site", "build", "--state", "DE", "--zips", "wrong.csv", "--out", "never"),
                    wrong);
        }
        assertFalse(Files.exists(dir.resolve("never")));
    }

    @Test
    void theMapGoesThroughTheDaysAndEndsOnItsOwn() {
        String days = read(site.resolve("assets/days.js"));
        Matcher dates = Pattern.compile("\"(\\d{4}-\\d\\d-\\d\\d)\"").matcher(days);
        List<String> all = dates.results().map(r -> r.group(1)).toList();
        assertEquals(all.stream().sorted().toList(), all);
        assertTrue(all.size() > 10, all::toString);
        String map = read(site.resolve("en/map.html"));
        assertTrue(map.contains("as of May 18, 2026") && all.contains("2026-05-18"), all::toString);
        String[] rows = read(site.resolve("data/map.csv")).split("\r?\n", -1);
        assertEquals(1 + 3231 * all.size() + 1, rows.length);
        String last = "2026-05-18,10003,";
        String csv = java.util.Arrays.stream(rows)
                .filter(r -> r.startsWith(last))
                .findFirst()
                .orElseThrow();
        Matcher shown = Pattern.compile("New Castle County, Delaware</a></th><td class=\"says is-([a-z-]+)\"")
                .matcher(map);
        assertTrue(shown.find(), "the twin has the county");
        assertTrue(csv.endsWith("," + shown.group(1)), csv);
    }

    @Test
    void wrongInputLeavesNothing() {
        assertEquals(ExitCode.NO_ANSWER, run("site", "build", "--out", "late", "--as-of", "2099-01-01"));
        assertEquals(ExitCode.USAGE, run("site", "build", "--out", "late", "--state", "Narnia"));
        assertEquals(ExitCode.USAGE, run("site", "build"));
        assertFalse(Files.exists(dir.resolve("late")));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> hashes(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            Map<String, String> all = new TreeMap<>();
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                all.put(
                        folder.relativize(file).toString(),
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file))));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
