package org.writwatch.app.site;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.writwatch.agreements.Registry;
import org.writwatch.facts.UsState;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.problem.MachineFailure;

/** The server over real sockets: what it answers, what it refuses, and that it stays up. */
class SiteServerTest {
    private static final int IDLE_MILLIS = 1500;
    private static final int FIRST_SECONDS = 2;
    private static final int AT_ONCE = 24;
    private static final Semaphore ROOM = new Semaphore(AT_ONCE);

    private static SitePlan plan;
    private static SiteServer server;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        Registry registry = Registry.bundled();
        plan = new SitePlan(
                registry,
                registry.lastList(),
                Optional.of(UsState.DE),
                Optional.of("https://example.org/"),
                new Hosting(Optional.empty(), Optional.empty(), true));
        server = SiteServer.start(plan, 0, IDLE_MILLIS, FIRST_SECONDS, ROOM);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI at = URI.create("http://127.0.0.1:" + server.port() + path);
        return CLIENT.send(HttpRequest.newBuilder(at).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Sends bytes as they are and returns the first line of the answer, "" when there is none. */
    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return answer.lines().findFirst().orElse("");
        }
    }

    @Test
    void aPageIsTheOneThatIsBuilt() throws IOException, InterruptedException {
        SitePlan.Page county = plan.pages().get(0);
        for (Lang lang : Lang.values()) {
            HttpResponse<String> answer = get("/" + county.address().in(lang));
            assertEquals(200, answer.statusCode());
            assertEquals(county.make().get().apply(lang), answer.body());
        }
        assertEquals(200, get("/").statusCode());
        assertEquals(200, get("/es/").statusCode());
        assertEquals(get("/en/index.html").body(), get("/en").body(), "without the file's name the same page is meant");
        assertTrue(get("/health").body().contains("\"ok\""));
    }

    @Test
    void everyAnswerCarriesItsGuardAndNoCookie() throws IOException, InterruptedException {
        for (String path : new String[] {"/en/index.html", "/assets/site.js", "/nowhere"}) {
            var headers = get(path).headers();
            assertTrue(headers.firstValue("Content-Security-Policy").orElse("").startsWith("default-src 'none'"), path);
            assertEquals("no-referrer", headers.firstValue("Referrer-Policy").orElse(""), path);
            assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElse(""), path);
            assertEquals(Optional.empty(), headers.firstValue("Set-Cookie"), path);
            assertEquals(Optional.empty(), headers.firstValue("Server"), path);
        }
    }

    @Test
    void whatIsNotThereIsSaidInTheLanguageAskedAndNeverRepeated() throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/es/condado/%3Cscript%3E.html");
        assertEquals(404, answer.statusCode());
        assertTrue(answer.body().contains("página"), answer.body());
        assertFalse(answer.body().contains("script"), answer.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /../../etc/passwd HTTP/1.1",
                "GET /assets/%2e%2e/%2e%2e/etc/passwd HTTP/1.1",
                "GET /..%2f..%2fetc%2fpasswd HTTP/1.1",
                "GET /en/..\\..\\etc\\passwd HTTP/1.1",
                "GET //etc/passwd HTTP/1.1",
                "GET /en/index.html%00.js HTTP/1.1",
                "POST /en/index.html HTTP/1.1",
                "NONSENSE"
            })
    void pathTricksAndOtherMethodsAreRefused(String first) throws IOException {
        String status = raw(first + "\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertTrue(status.matches("HTTP/1.1 4\\d\\d.*|"), first + " gave " + status);
    }

    @Test
    void longRequestsAreRefusedAndTheServerGoesOn() throws IOException, InterruptedException {
        String query = "q".repeat(10_000);
        assertTrue(raw("GET /en/index.html?" + query + " HTTP/1.1\r\nHost: x\r\n\r\n")
                .startsWith("HTTP/1.1 4"));
        assertTrue(raw("GET / HTTP/1.1\r\nHost: x\r\nX: " + query + "\r\n\r\n").startsWith("HTTP/1.1 4"));
        assertEquals(200, get("/en/index.html").statusCode());
    }

    @Test
    void aSlowClientIsLetGo() throws IOException {
        long before = System.nanoTime();
        String answer = raw("GET /en/index.html HTTP/1.1\r\nHost: x\r\nX-Slow: ");
        assertTrue(System.nanoTime() - before < 8_000_000_000L, "the connection was closed by the server");
        assertFalse(answer.contains("200"), answer);
    }

    @Test
    void aClientThatSendsALetterAtATimeIsLetGoToo() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write("GET /en/index.html HTTP/1.1\r\nHost: x\r\nX: ".getBytes(StandardCharsets.UTF_8));
            assertThrows(
                    IOException.class,
                    () -> {
                        for (int i = 0; i < 150; i++) {
                            socket.getOutputStream().write('a');
                            socket.getOutputStream().flush();
                            Thread.sleep(100);
                        }
                    },
                    "never silent for long, and closed all the same");
        }
        assertEquals(200, get("/health").statusCode());
    }

    @Test
    void aHundredSilentClientsLeaveRoomForOneThatAsks() throws Exception {
        List<Socket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < 100; i++) {
                Socket one = new Socket(InetAddress.getLoopbackAddress(), server.port());
                one.getOutputStream().write("GET /en/".getBytes(StandardCharsets.UTF_8));
                silent.add(one);
            }
            assertEquals(200, get("/en/index.html").statusCode());
        } finally {
            for (Socket one : silent) {
                one.close();
            }
        }
    }

    @Test
    void aPageIsPackedForWhoCanUnpackItAndTheSame() throws Exception {
        URI at = URI.create("http://127.0.0.1:" + server.port() + "/es/index.html");
        var packed = CLIENT.send(
                HttpRequest.newBuilder(at)
                        .header("Accept-Encoding", "br, gzip;q=0.5")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertEquals("gzip", packed.headers().firstValue("Content-Encoding").orElse(""));
        var plain = CLIENT.send(
                HttpRequest.newBuilder(at)
                        .header("Accept-Encoding", "br, gzip;q=0")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertEquals(Optional.empty(), plain.headers().firstValue("Content-Encoding"));
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertArrayEquals(plain.body(), in.readAllBytes());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/en/county/new%2Dcastle-county-de.html?q=%D0%9C%D0%95%D0%A1%D0%9A",
                "/en/county/new-castle-county-de"
            })
    void aQueryIsNeitherReadNorRepeated(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertEquals(200, answer.statusCode());
        assertEquals(get("/en/county/new-castle-county-de.html").body(), answer.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/en/county/n%D0%B5w-castle-county-de.html",
                "/en/county/%EF%BC%AEew-castle-county-de.html",
                "/en/county/new%E2%80%91castle-county-de.html",
                "/en/county/new-castle-county-de.html%E2%80%AE",
                "/EN/COUNTY/NEW-CASTLE-COUNTY-DE.HTML"
            })
    void lettersThatOnlyLookAlikeAreOtherLetters(String path) throws Exception {
        assertEquals(404, get(path).statusCode());
    }

    @Test
    void aPictureForMessagesIsMadeOnDemand() throws Exception {
        URI at = URI.create("http://127.0.0.1:" + server.port() + "/cards/es/new-castle-county-de.png");
        var answer = CLIENT.send(HttpRequest.newBuilder(at).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertEquals("image/png", answer.headers().firstValue("Content-Type").orElse(""));
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(answer.body()));
        assertEquals(1200, picture.getWidth());
        assertEquals(630, picture.getHeight());
        assertTrue(get("/es/condado/new-castle-county-de.html")
                .body()
                .contains("content=\"https://example.org/cards/es/new-castle-county-de.png\""));
    }

    @Test
    void programsGetTheFactsOfThePageAndTheirDescription() throws IOException, InterruptedException {
        HttpResponse<String> county = get("/api/county/new-castle-county-de.json");
        assertEquals(200, county.statusCode());
        assertEquals(
                "application/json", county.headers().firstValue("Content-Type").orElse(""));
        assertTrue(county.body().contains("\"findings\":["), county.body());
        assertTrue(county.body().contains("writwatch effect"), "the command that makes it again");
        assertTrue(get("/api/openapi.json").body().contains("\"/api/county/{slug}.json\""));
        assertTrue(get("/api/state/de.json").body().contains("\"fips\":\"10003\""));
        assertTrue(get("/data/state/de.csv").body().startsWith("county_fips,county,state,"));
        assertEquals(404, get("/api/county/nowhere.json").statusCode());
        HttpResponse<String> feed = get("/follow/feeds/states/de.es.atom");
        assertEquals(200, feed.statusCode());
        assertTrue(feed.body().contains("https://example.org/follow/events/"), feed.body());
        assertTrue(get("/follow/feeds/states/de.es.ics").body().startsWith("BEGIN:VCALENDAR"));
    }

    @Test
    void onlyThePieceForOtherSitesMayStandInAFrame() throws IOException, InterruptedException {
        var piece = get("/embed/en/new-castle-county-de.html");
        assertEquals(200, piece.statusCode());
        assertFalse(piece.body().contains("<script"), piece.body());
        assertTrue(
                piece.headers().firstValue("Content-Security-Policy").orElse("").contains("frame-ancestors *"));
        assertEquals(Optional.empty(), piece.headers().firstValue("X-Frame-Options"));
        var page = get("/en/county/new-castle-county-de.html");
        assertEquals("DENY", page.headers().firstValue("X-Frame-Options").orElse(""));
        assertTrue(page.body().contains("class=\"qr-code\""), "the address is known, so there is a code to scan");
        assertTrue(
                page.body().contains("https://example.org/en/county/new-castle-county-de.html"),
                "a plain link to share");
    }

    @Test
    void whoComesWhenAllAreBusyIsAskedToComeAgainAndTheNextIsAnswered() throws Exception {
        ROOM.acquire(AT_ONCE);
        try {
            HttpResponse<String> busy = get("/en/index.html");
            assertEquals(503, busy.statusCode());
            assertEquals("2", busy.headers().firstValue("Retry-After").orElse(""));
            assertEquals(
                    "no-referrer", busy.headers().firstValue("Referrer-Policy").orElse(""));
            assertEquals(200, get("/health").statusCode(), "whoever watches the server still learns that it runs");
        } finally {
            ROOM.release(AT_ONCE);
        }
        assertEquals(200, get("/en/index.html").statusCode());
        assertEquals(404, get("/nowhere").statusCode(), "what is not there takes no room");
        assertEquals(AT_ONCE, ROOM.availablePermits(), "every answer gives its room back");
    }

    @Test
    void aPortInUseIsSaidWithItsNumber() throws Exception {
        MachineFailure ours =
                assertThrows(MachineFailure.class, () -> SiteServer.start(plan, server.port(), IDLE_MILLIS));
        assertTrue(ours.getMessage().contains(String.valueOf(server.port())), ours.getMessage());
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThrows(
                    MachineFailure.class,
                    () -> SiteServer.start(plan, other.getLocalPort(), IDLE_MILLIS),
                    "held by a program that is not ours");
        }
        assertEquals(200, get("/health").statusCode(), "the one that was there goes on");
    }

    @Test
    void whatIsAskedForFirstIsAPartOfTheWhole() {
        List<String> whole = names(plan.pieces().stream().flatMap(List::stream).toList());
        List<String> first = names(plan.first());
        assertTrue(whole.containsAll(first), first.toString());
        assertTrue(
                first.containsAll(List.of("index.html", "es/index.html", "assets/site.css", "keep.js")),
                first.toString());
        assertEquals(whole.size(), whole.stream().distinct().count(), "nothing is written twice");
    }

    private static List<String> names(List<SitePlan.Part> parts) {
        return parts.stream()
                .flatMap(p -> {
                    if (p instanceof SitePlan.Page page) {
                        return Stream.of(page.address().en(), page.address().es());
                    }
                    return Stream.of(p instanceof SitePlan.Extra x ? x.name() : ((SitePlan.Picture) p).name());
                })
                .toList();
    }

    @Test
    void everyAgreementIsOnOnePageThatFiltersItselfWithoutScript() throws Exception {
        HttpResponse<String> page = get("/es/acuerdos.html");
        assertEquals(200, page.statusCode());
        String style = get("/assets/register.css").body();
        List<String> rows =
                page.body().lines().filter(l -> l.startsWith("<tr data-state=")).toList();
        List<String> agencies = plan.pages().stream()
                .map(p -> p.address().es())
                .filter(a -> a.startsWith("es/agencia/"))
                .toList();
        assertFalse(rows.isEmpty());
        assertTrue(agencies.stream().allMatch(a -> page.body().contains("\"../" + a + "\"")), "every agency has a row");
        for (String row : rows) {
            Matcher said = Pattern.compile("data-(state|model|status|since)=\"([^\"]+)\"")
                    .matcher(row);
            int count = 0;
            while (said.find()) {
                count += 1;
                String choice = "#g-" + said.group(1) + " option[value=\"" + said.group(2) + "\"]";
                assertTrue(
                        style.contains(choice + ":checked") && page.body().contains("<option value=\"" + said.group(2)),
                        row);
            }
            assertEquals(4, count, row);
        }
    }
}
