package org.writwatch.app.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.writwatch.agreements.Registry;
import org.writwatch.agreements.store.Brought;
import org.writwatch.app.Dialog;
import org.writwatch.app.ExitCode;
import org.writwatch.app.Surroundings;
import org.writwatch.app.command.CommandLines;
import org.writwatch.app.output.Manifest;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.facts.problem.MachineFailure;
import org.writwatch.facts.problem.Problem;

/** Visits to a source that answers well, badly, late, twice, by another way or not at all. */
class IceVisitTest {
    private static final String LIST = "/doclib/pendingAgencies06012026.xlsx";
    private static final String OTHER = "/doclib/pendingAgencies06032026.xlsx";
    private static final Fetcher.Manners QUICK = new Fetcher.Manners(0, 500, 2);
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 4);

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private LocalSource source;

    @BeforeEach
    void open() throws IOException {
        source = new LocalSource();
        source.replies.put("/287g", LocalSource.page("<a href=\"" + LIST + "\">Pending</a>"));
        source.replies.put(
                LIST, LocalSource.file(LocalSource.workbook("Nowhere Police Department", "2026-06-01T12:00:00Z")));
    }

    @AfterEach
    void close() {
        source.close();
    }

    private int run(String... args) {
        return run(false, Dialog.NOBODY, args);
    }

    private int run(boolean terminal, Dialog dialog, String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        Surroundings here = new Surroundings(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                folder,
                Map.of("LANG", "C", "WRITWATCH_HOME", "home"),
                terminal,
                dialog);
        return CommandLines.run(here, args);
    }

    private Brought visit() {
        return visit(source.address("/287g"), Proxy.NO_PROXY);
    }

    private Brought visit(String page, Proxy proxy) {
        return new IceSync(folder.resolve("home"), Optional.of(URI.create(page)), proxy, QUICK).run(TODAY);
    }

    private String said(Class<? extends Problem> kind) {
        String message = assertThrows(kind, this::visit).message(Lang.EN);
        assertFalse(Files.exists(folder.resolve("home/ice-287g/current")), "nothing was changed");
        String told = Registry.in(folder.resolve("home"))
                .trouble()
                .map(Phrasebook.of(Lang.EN)::say)
                .orElse("");
        assertTrue(told.contains("on June 4, 2026 the source did not answer"), told);
        return message;
    }

    @Test
    void aSecondVisitIsNotSentAgainWhatHasNotChanged() throws IOException {
        source.replies.computeIfPresent("/287g", (p, r) -> r.with("Last-Modified", "Mon, 01 Jun 2026 13:00:00 GMT"));
        source.replies.computeIfPresent(LIST, (p, r) -> r.with("ETag", "\"abc-123\""));
        assertEquals(1, visit().added().size());
        String bytes = Manifest.of(folder.resolve("home"));
        source.asked.clear();
        Brought again = visit();
        assertEquals(0, again.added().size());
        assertEquals(1, again.known());
        assertEquals(bytes, Manifest.of(folder.resolve("home")), "the same visit twice leaves the same bytes");
        assertEquals(List.of("/robots.txt", "/287g", LIST), source.paths());
        assertEquals(
                List.of(404, 304, 304),
                source.asked.stream().map(LocalSource.Asked::status).toList());
        assertEquals("\"abc-123\"", source.asked.get(2).header("If-none-match"));
        // Bytes that are gone are asked for in full.
        try (var files = Files.list(folder.resolve("home/ice-287g/originals"))) {
            Files.delete(files.findFirst().orElseThrow());
        }
        source.asked.clear();
        visit();
        assertEquals(200, source.asked.get(2).status());
    }

    @Test
    void anInterruptedVisitGoesOnWhereItStopped() throws IOException {
        source.replies.put("/287g", LocalSource.page("<a href='" + LIST + "'>a</a> <a href='" + OTHER + "'>b</a>"));
        source.replies.computeIfPresent(LIST, (p, r) -> r.with("ETag", "\"one\""));
        source.replies.put(OTHER, LocalSource.status(500));
        assertTrue(said(MachineFailure.class).contains("500"));
        source.replies.put(
                OTHER, LocalSource.file(LocalSource.workbook("Elsewhere Police Department", "2026-06-03T12:00:00Z")));
        source.asked.clear();
        assertEquals(2, visit().added().size());
        assertEquals(
                List.of(304),
                source.asked.stream()
                        .filter(a -> a.address().equals(LIST))
                        .map(LocalSource.Asked::status)
                        .toList(),
                "what had come was not sent again");
        assertFalse(Files.exists(folder.resolve("home/ice-287g/arriving")));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 410, 429, 500, 502, 503})
    void anAnswerThatIsNoneChangesNothing(int status) {
        source.replies.put(LIST, LocalSource.status(status));
        assertTrue(said(MachineFailure.class).contains(Integer.toString(status)));
    }

    @Test
    void aSourceThatIsSilentOrBreaksOffChangesNothing() {
        source.replies.computeIfPresent(LIST, (p, r) -> r.after(1_500));
        assertTrue(said(MachineFailure.class).contains("127.0.0.1 did not answer"));
        source.replies.computeIfPresent(LIST, (p, r) -> r.after(0).cutAfter(100));
        assertTrue(said(MachineFailure.class).contains("broke off after 100 of"));
        assertThrows(MachineFailure.class, () -> visit("http://127.0.0.1:1/287g", Proxy.NO_PROXY), "nobody there");
    }

    @Test
    void somethingElseThanWhatWasAskedForIsNamed() {
        source.replies.put(LIST, LocalSource.page("<h1>Access denied</h1>"));
        String said = said(BadInput.class);
        assertTrue(said.contains("text/html") && said.contains("pendingAgencies06012026.xlsx"), said);
        source.replies.put("/287g", LocalSource.file(new byte[] {1}));
        assertTrue(said(BadInput.class).contains("spreadsheetml"));
        source.replies.put("/287g", LocalSource.file(new byte[Fetcher.LARGEST + 1]));
        assertTrue(said(BadInput.class).contains("more than a list"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:1/x",
                "https://elsewhere.example/x",
                "//elsewhere.example/x",
                "ftp://127.0.0.1/x",
                "file:///etc/hostname",
                "http:///"
            })
    void nobodyIsFollowedElsewhere(String target) {
        source.replies.put(LIST, LocalSource.status(302).with("Location", target));
        said(MachineFailure.class);
        assertEquals(List.of("/robots.txt", "/287g", LIST), source.paths());
    }

    @Test
    void aRedirectOnTheSameHostIsFollowedAndACircleIsLeft() {
        source.replies.put("/287g", LocalSource.status(301).with("Location", "/new"));
        source.replies.put("/new", LocalSource.page("<a href=\"" + LIST + "\">a</a>"));
        assertEquals(1, visit().added().size());
        source.replies.put("/new", LocalSource.status(302).with("Location", "/287g"));
        assertThrows(MachineFailure.class, this::visit);
    }

    /** The page as it is marked up this year, and as it may be next. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<A HREF='/doclib/pendingAgencies06012026.xlsx'>x</A>",
                "<a class=b href=/doclib/pendingAgencies06012026.xlsx>x</a>",
                "<a href=\"doclib/pendingAgencies06012026.xlsx#top\">x</a>",
                "<a href=\"&#x2F;doclib/pendingAgencies06012026.xlsx\">x</a>",
                "<a href=\"ht tp:agencies.xlsx\">bad</a><a href=\"/doclib/pendingAgencies06012026.xlsx\">x</a>",
                "<a href=\"https://cdn.example/participatingAgencies.xlsx\">x</a><a href=\"/doclib/pendingAgencies06012026.xlsx\">x</a>"
            })
    void thePageMayChangeItsMarkup(String html) {
        URI page = URI.create(source.address("/287g"));
        assertEquals(
                List.of(URI.create(source.address(LIST))), IcePage.lists(page, html.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<p>Moved</p>",
                "<a href=\"/doclib/participatingAgencies.pdf\">x</a>",
                "<a href=\"https://cdn.example/participatingAgencies.xlsx\">x</a>",
                "<a href=\"/doclib/budget.xlsx\">x</a>"
            })
    void aPageWithoutListsIsSaidToHaveChanged(String html) {
        source.replies.put("/287g", LocalSource.page(html));
        assertTrue(said(BadInput.class).contains("The source may have changed"));
    }

    /** A list whose columns nobody has seen before is kept, set aside with the reason, and makes no event. */
    @Test
    void aListWithOtherColumnsIsSetAsideAndMakesNoEvent() throws IOException {
        source.replies.put(LIST, LocalSource.file(LocalSource.otherColumns("2026-06-01T12:00:00Z")));
        assertEquals(1, visit().added().size());
        Registry after = Registry.in(folder.resolve("home"));
        assertEquals(Registry.bundled().events(), after.events());
        List<String> aside = after.lists().aside().entrySet().stream()
                .filter(e -> e.getKey().file().endsWith("pendingAgencies06012026.xlsx"))
                .map(e -> Phrasebook.of(Lang.EN).say(e.getValue().reason()))
                .toList();
        assertEquals(1, aside.size());
        assertTrue(aside.get(0).startsWith("No sheet"), aside.toString());
    }

    @Test
    void aDamagedListChangesNothing() throws IOException {
        byte[] damaged = LocalSource.workbook("X", "2026-06-01T12:00:00Z");
        damaged[damaged.length / 2] ^= 0x55;
        source.replies.put(LIST, LocalSource.file(damaged));
        said(BadInput.class);
    }

    @Test
    void itPausesBetweenRequestsAndWaitsWhenAsked() {
        Fetcher slow = new Fetcher(Proxy.NO_PROXY, new Fetcher.Manners(150, 2_000, 2));
        slow.get(URI.create(source.address("/287g")), Fetcher.Version.NONE);
        slow.get(URI.create(source.address(LIST)), Fetcher.Version.NONE);
        for (int i = 1; i < source.asked.size(); i++) {
            assertTrue(source.asked.get(i).nanos() - source.asked.get(i - 1).nanos() >= 150_000_000L);
        }
        source.asked.clear();
        source.replies.put("/busy", LocalSource.status(503).with("Retry-After", "1"));
        Fetcher quick = new Fetcher(Proxy.NO_PROXY, QUICK);
        assertThrows(MachineFailure.class, () -> quick.get(URI.create(source.address("/busy")), Fetcher.Version.NONE));
        assertEquals(List.of("/robots.txt", "/busy", "/busy"), source.paths(), "once more, no oftener");
        assertTrue(source.asked.get(2).nanos() - source.asked.get(1).nanos() >= 1_000_000_000L);
        source.replies.put("/busy", LocalSource.status(429).with("Retry-After", "3600"));
        MachineFailure long1 = assertThrows(
                MachineFailure.class, () -> quick.get(URI.create(source.address("/busy")), Fetcher.Version.NONE));
        assertTrue(long1.message(Lang.EN).contains("3,600 seconds"), long1::getMessage);
        source.replies.put("/busy", LocalSource.status(503).with("Retry-After", "Fri, 31 Dec 1999 23:59:59 GMT"));
        assertThrows(MachineFailure.class, () -> quick.get(URI.create(source.address("/busy")), Fetcher.Version.NONE));
    }

    @Test
    void robotsTxtIsObeyed() {
        source.replies.put("/robots.txt", LocalSource.page("User-agent: *\nDisallow: /doclib/*.xlsx$\n"));
        assertTrue(said(MachineFailure.class).contains("stay away from " + LIST));
        assertEquals(List.of("/robots.txt", "/287g"), source.paths());
        source.replies.put("/robots.txt", LocalSource.status(503));
        source.asked.clear();
        assertTrue(said(MachineFailure.class).contains("robots.txt asks (status 503)"));
        assertEquals(List.of("/robots.txt"), source.paths(), "nothing else is asked for");
        source.replies.put("/robots.txt", LocalSource.status(403));
        assertEquals(1, visit().added().size(), "a source without robots.txt forbids nothing");
        Robots robots = Robots.parse(
                "User-agent: other\nDisallow: /\n\nUser-agent: a\nUser-agent: *\n"
                        + "Crawl-delay: 10\nDisallow: /private # x\nAllow: /private/open\nDisallow: /*?q=\nDisallow: /end$\nDisallow:\n");
        assertEquals(10_000, robots.delayMillis());
        Map<String, Boolean> expected = Map.of(
                "/", true, "/private", false, "/private/open/x", true, "/a?q=1", false, "/end", false, "/end/x", true);
        expected.forEach(
                (path, allowed) -> assertEquals(allowed, robots.allows(URI.create("https://h.example" + path)), path));
        assertEquals(30_000, Robots.parse("User-agent: *\nCrawl-delay: 99999").delayMillis());
    }

    @Test
    void nothingInARequestNamesUs() {
        visit();
        assertFalse(source.asked.isEmpty());
        for (LocalSource.Asked asked : source.asked) {
            assertEquals("Mozilla/5.0", asked.header("User-agent"));
            assertEquals(
                    java.util.Set.of("Accept", "Cache-control", "Connection", "Host", "Pragma", "User-agent"),
                    asked.headers().keySet());
        }
    }

    @Test
    void itGoesThroughAnHttpProxyByName() {
        visit("http://lists.example/287g", Fetcher.proxy("http://127.0.0.1:" + source.port()));
        assertEquals(
                List.of("http://lists.example/robots.txt", "http://lists.example/287g", "http://lists.example" + LIST),
                source.paths());
    }

    /** The name goes to the proxy: nobody looks it up here, where it could be overheard. */
    @Test
    void itGoesThroughASocksProxyByName() throws IOException {
        try (SocksProxy proxy = new SocksProxy(source.port())) {
            visit("http://lists.example/287g", Fetcher.proxy("socks://127.0.0.1:" + proxy.port()));
            assertEquals(java.util.Set.of("lists.example:80"), java.util.Set.copyOf(proxy.wanted));
            assertEquals(List.of("/robots.txt", "/287g", LIST), source.paths());
        }
    }

    @Test
    void aGovernmentIsAskedAboutOnce() throws IOException {
        String[] sync = {
            "sync", "ice", "--mirror", "http://lists.example.gov/287g", "--proxy", "http://127.0.0.1:" + source.port()
        };
        assertEquals(ExitCode.USAGE, run(sync));
        assertTrue(err.toString().contains("lists.example.gov"), err.toString());
        assertEquals(ExitCode.USAGE, run(true, saying("n"), sync));
        assertEquals(ExitCode.USAGE, run(true, Dialog.NOBODY, sync));
        assertEquals(List.of(), source.asked, "nobody was visited before a yes");
        assertFalse(Files.exists(folder.resolve("home")));
        assertEquals(ExitCode.DONE, run(true, saying("y"), sync), err.toString());
        assertTrue(err.toString().contains("Visiting lists.example.gov"), err.toString());
        assertEquals(ExitCode.DONE, run(sync), "asked once, and never again");
        assertEquals(
                ExitCode.USAGE, run("--home", "other", "sync", "ice", "--mirror", "http://LISTS.EXAMPLE.GOV./287g"));
    }

    private static Dialog saying(String answer) {
        return new Dialog() {
            @Override
            public Optional<String> line() {
                return Optional.of(answer);
            }

            @Override
            public Optional<char[]> secret(String prompt) {
                return Optional.empty();
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/hostname", "287g", "ftp://h.example/x", "http://"})
    void aMirrorIsAnAddressOfThePage(String mirror) {
        for (String lang : List.of("en", "es")) {
            assertEquals(ExitCode.USAGE, run("--lang", lang, "sync", "ice", "--mirror", mirror), err.toString());
            assertTrue(err.toString().contains(mirror), err.toString());
        }
    }

    /** ICE's page answers, and what it links is half a year old. */
    @Test
    void aStaleSourceSaysSo() {
        new IceSync(folder.resolve("home"), Optional.of(URI.create(source.address("/287g"))), Proxy.NO_PROXY, QUICK)
                .run(LocalDate.of(2026, 11, 24));
        for (String lang : List.of("en", "es")) {
            assertEquals(ExitCode.DONE, run("--lang", lang, "agreements", "counts"));
            assertTrue(
                    err.toString().contains(lang.equals("en") ? "November 24, 2026" : "24 de noviembre de 2026"),
                    err.toString());
        }
    }
}
