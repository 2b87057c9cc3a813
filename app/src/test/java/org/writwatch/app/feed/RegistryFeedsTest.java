package org.writwatch.app.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.writwatch.agreements.Registry;
import org.writwatch.agreements.history.Event;
import org.writwatch.agreements.history.EventKind;
import org.writwatch.app.ExitCode;
import org.writwatch.app.Surroundings;
import org.writwatch.app.command.CommandLines;
import org.writwatch.facts.bundle.Bundle;
import org.writwatch.facts.bundle.Row;
import org.writwatch.facts.phrase.Lang;

/** Feeds keep the rules of their forms, their ids are for ever, and their times are those of the lists. */
class RegistryFeedsTest {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DAY = "2025-09-30";

    @TempDir
    private static Path folder;

    private static Path made;
    private static final StringWriter ERR = new StringWriter();

    private static int run(String... args) {
        ERR.getBuffer().setLength(0);
        Surroundings here = new Surroundings(
                new PrintWriter(new StringWriter(), true),
                new PrintWriter(ERR, true),
                folder,
                Map.of("LANG", "C", "WRITWATCH_HOME", "home"),
                false);
        return CommandLines.run(here, args);
    }

    @BeforeAll
    static void feeds() {
        assertEquals(
                ExitCode.DONE,
                run("agreements", "feeds", "--out", "one", "--as-of", DAY, "--base", "https://example.org/w"),
                ERR::toString);
        made = folder.resolve("one");
    }

    private static List<Path> files(String below, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(made.resolve(below))) {
            return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        }
    }

    @Test
    void everyAtomFeedKeepsTheRulesOfRfc4287() throws Exception {
        List<Path> feeds = files("feeds", ".atom");
        assertTrue(feeds.size() > 1000, "one for each state, county and agency: " + feeds.size());
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Set<String> feedIds = new HashSet<>();
        for (Path file : feeds) {
            Document document;
            try (InputStream in = Files.newInputStream(file)) {
                document = factory.newDocumentBuilder().parse(in);
            }
            Element feed = document.getDocumentElement();
            assertEquals(ATOM, feed.getNamespaceURI());
            assertEquals("feed", feed.getLocalName());
            // 4.1.1: exactly one id, title and updated; an author here, since entries have none; one self link.
            assertTrue(feedIds.add(only(feed, "id").getTextContent()), "an id is one feed's: " + file);
            assertTrue(URI.create(only(feed, "id").getTextContent()).isAbsolute());
            assertFalse(only(feed, "title").getTextContent().isBlank());
            OffsetDateTime updated = OffsetDateTime.parse(only(feed, "updated").getTextContent());
            assertFalse(only(only(feed, "author"), "name").getTextContent().isBlank());
            assertTrue(children(feed, "link").stream()
                    .anyMatch(l -> l.getAttribute("rel").equals("self")
                            && l.getAttribute("href")
                                    .endsWith(made.relativize(file).toString())));
            assertTrue(only(feed, "subtitle").getTextContent().contains("2025"), "the day of the last list");
            Set<String> ids = new HashSet<>();
            for (Element entry : children(feed, "entry")) {
                // 4.1.2: exactly one id, title and updated; an alternate link, and at most one of a type.
                assertTrue(ids.add(only(entry, "id").getTextContent()), "twice in one feed");
                assertTrue(only(entry, "id").getTextContent().matches("urn:uuid:[0-9a-f-]{36}"));
                assertFalse(only(entry, "title").getTextContent().isBlank());
                OffsetDateTime changed =
                        OffsetDateTime.parse(only(entry, "updated").getTextContent());
                assertFalse(changed.isAfter(updated), "a feed is as new as its newest entry");
                assertFalse(OffsetDateTime.parse(only(entry, "published").getTextContent())
                        .isAfter(changed));
                Element link = only(entry, "link");
                assertEquals("alternate", link.getAttribute("rel"));
                String page = link.getAttribute("href").replace("https://example.org/w/", "");
                assertTrue(Files.isRegularFile(made.resolve(page)), page);
                assertEquals("text", only(entry, "content").getAttribute("type"));
                assertTrue(children(entry, "category").stream()
                        .allMatch(c -> EventKind.find(c.getAttribute("term")).isPresent()));
            }
            assertFalse(ids.isEmpty());
        }
    }

    @Test
    void everyJsonFeedKeepsTheRulesOfItsVersion() throws IOException {
        List<Path> feeds = files("feeds", ".json");
        assertEquals(files("feeds", ".atom").size(), feeds.size());
        for (Path file : feeds) {
            JsonNode feed = JSON.readTree(file.toFile());
            assertEquals("https://jsonfeed.org/version/1.1", feed.get("version").asText());
            assertFalse(feed.get("title").asText().isBlank());
            assertTrue(URI.create(feed.get("feed_url").asText()).isAbsolute());
            assertTrue(List.of("en", "es").contains(feed.get("language").asText()));
            assertTrue(feed.get("authors").get(0).hasNonNull("name"));
            assertFalse(feed.get("items").isEmpty());
            Set<String> ids = new HashSet<>();
            for (JsonNode item : feed.get("items")) {
                assertTrue(item.get("id").isTextual() && ids.add(item.get("id").asText()));
                assertFalse(item.get("content_text").asText().isBlank());
                assertTrue(URI.create(item.get("url").asText()).isAbsolute());
                OffsetDateTime.parse(item.get("date_published").asText());
                OffsetDateTime.parse(item.get("date_modified").asText());
                item.get("tags").forEach(t -> assertTrue(t.isTextual()));
            }
            List<String> unknown = new ArrayList<>();
            feed.get("items").get(0).fieldNames().forEachRemaining(n -> {
                if (!List.of("id", "url", "title", "content_text", "date_published", "date_modified", "tags")
                                .contains(n)
                        && !n.startsWith("_")) {
                    unknown.add(n);
                }
            });
            assertEquals(List.of(), unknown, "our own begin with an underscore");
        }
    }

    @Test
    void theWeeksHoldEveryEventOnceAndEveryEventHasItsPage() throws IOException {
        List<Event> events = Registry.bundled().events(java.time.LocalDate.parse(DAY));
        Set<String> ids = new HashSet<>();
        long listed = 0;
        for (Path file : files("weeks", ".csv")) {
            try (InputStream in = Files.newInputStream(file);
                    Stream<Row> rows = Bundle.rows(in, file.toString())) {
                if (file.endsWith("index.csv")) {
                    listed = rows.mapToLong(r -> r.integer("events")).sum();
                } else {
                    rows.forEach(r -> assertTrue(ids.add(r.text("event_id"))));
                }
            }
        }
        assertEquals(events.size(), ids.size());
        assertEquals(events.size(), listed);
        for (Event event : events) {
            String page = Files.readString(made.resolve("events/" + event.id() + ".html"));
            assertTrue(page.contains(event.file()), "the list that shows it");
            assertTrue(page.contains("September 30, 2025") && page.contains("30 de septiembre de 2025"), page);
            assertFalse(page.contains("href=\"http"), "a page sends nobody anywhere");
            assertTrue(!event.after().startsWith("http") || page.contains("(ICE can see this visit)"), page);
        }
    }

    /** An absence that turns out to be a departure is the same event, told anew later. */
    @Test
    void anIdStaysWhenAnAbsenceBecomesADeparture() {
        Event gone = Registry.bundled().events().stream()
                .filter(e -> e.kind() == EventKind.GONE && e.known().isAfter(e.date()))
                .findFirst()
                .orElseThrow();
        Item before = new Item(gone.asAbsence(), Map.of());
        Item after = new Item(gone, Map.of());
        assertEquals(before.urn(), after.urn());
        assertEquals(before.page(), after.page());
        assertEquals(before.published(), after.published());
        assertTrue(before.updated().compareTo(after.updated()) < 0);
    }

    @Test
    void theSameDayIsTheSameBytes() throws IOException {
        assertEquals(
                ExitCode.DONE,
                run(
                        "--lang",
                        "es",
                        "agreements",
                        "feeds",
                        "--out",
                        "two",
                        "--as-of",
                        DAY,
                        "--base",
                        "https://example.org/w/"),
                ERR::toString);
        assertEquals(
                Files.readString(made.resolve("MANIFEST.sha256")),
                Files.readString(folder.resolve("two/MANIFEST.sha256")));
    }

    @Test
    void hostileTextStaysText() throws Exception {
        Event event = Registry.bundled().events().get(0);
        Event hostile = new Event(
                event.date(),
                event.known(),
                EventKind.RENAMED,
                event.agreementId(),
                "]]><script>&\u0001",
                "\"'<b>",
                "",
                event.file(),
                event.sheet(),
                2,
                Optional.empty());
        Item item = new Item(hostile, Map.of("agency", "A <B> & \uD800", "state", "TX", "model", "TFM"));
        for (Optional<String> base : List.of(Optional.<String>empty(), Optional.of("https://example.org/?a&b/"))) {
            Channel channel = new Channel("feeds/states/tx", "T & <T>", List.of("x"), List.of(item), Lang.ES, base);
            Document read = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new java.io.ByteArrayInputStream(
                            AtomFeed.text(channel, "1").getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            assertNotNull(read.getElementsByTagName("entry").item(0));
            assertTrue(JSON.readTree(JsonFeed.text(channel)).has("items"));
        }
        assertFalse(EventPage.html(item, List.of(), List.of()).contains("<script>"));
    }

    @Test
    void wrongWordsMakeNothing() {
        assertEquals(ExitCode.USAGE, run("agreements", "feeds"));
        for (String base :
                List.of("example.org", "ftp://example.org/", "https://", "https://example.org/?q=1", "a b")) {
            assertEquals(ExitCode.USAGE, run("agreements", "feeds", "--out", "bad", "--base", base), base);
            assertTrue(ERR.toString().contains(base), ERR::toString);
        }
        assertEquals(ExitCode.NO_ANSWER, run("agreements", "feeds", "--out", "bad", "--as-of", "1999-01-01"));
        assertFalse(Files.exists(folder.resolve("bad")));
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element e && ATOM.equals(e.getNamespaceURI()) && name.equals(e.getLocalName())) {
                found.add(e);
            }
        }
        return found;
    }

    private static Element only(Element parent, String name) {
        List<Element> found = children(parent, name);
        assertEquals(1, found.size(), name + " in " + parent.getLocalName());
        return found.get(0);
    }
}
