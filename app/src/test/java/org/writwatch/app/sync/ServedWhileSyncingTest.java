package org.writwatch.app.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writwatch.agreements.Registry;
import org.writwatch.app.ExitCode;
import org.writwatch.app.Surroundings;
import org.writwatch.app.command.CommandLines;
import org.writwatch.app.site.Hosting;
import org.writwatch.app.site.SitePlan;
import org.writwatch.app.site.SiteServer;
import org.writwatch.facts.UsState;

/** A site is served from a home folder while lists are brought into it. */
class ServedWhileSyncingTest {
    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();

    private int sync(String list, String agency, String saved) throws Exception {
        Path in = Files.createDirectories(folder.resolve("in-" + list));
        Files.write(in.resolve(list), SyncTest.workbook(agency, saved));
        Surroundings here = new Surroundings(
                new PrintWriter(said, true),
                new PrintWriter(said, true),
                folder,
                Map.of("LANG", "C", "WRITWATCH_HOME", folder.resolve("home").toString()),
                false);
        return CommandLines.run(here, "sync", "ice", "--from", in.toString());
    }

    @Test
    void itGoesOnSpeakingForTheDayItWasStartedOn() throws Exception {
        assertEquals(
                ExitCode.DONE,
                sync("pendingAgencies05032026.xlsx", "Nowhere Town Police Department", "2026-05-03T12:00:00Z"),
                said::toString);
        Registry held = Registry.in(folder.resolve("home"));
        SitePlan plan = new SitePlan(held, held.lastList(), Optional.of(UsState.TX), Optional.empty(), Hosting.NONE);
        try (SiteServer server = SiteServer.start(plan, 0, 10_000)) {
            CompletableFuture<Integer> syncing = CompletableFuture.supplyAsync(() -> {
                try {
                    return sync("pendingAgencies05102026.xlsx", "Elsewhere Police Department", "2026-05-10T12:00:00Z");
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            int asked = 0;
            while (!syncing.isDone() || asked < 40) {
                for (String path :
                        List.of("en/agreements.html", "es/condado/travis-county-tx.html", "api/agreements.json")) {
                    HttpResponse<String> answer = get(server, path);
                    assertEquals(200, answer.statusCode(), path);
                    asked += 1;
                }
            }
            assertEquals(ExitCode.DONE, syncing.get(), said::toString);
            String after = get(server, "en/agreements.html").body();
            assertTrue(after.contains("Nowhere Town Police"), "what was held when it started");
            assertTrue(!after.contains("Elsewhere Police"), "not half of what came later");
            assertEquals(
                    200,
                    get(server, "en/agency/nowhere-town-police-department-tx.html")
                            .statusCode());
            assertTrue(
                    get(server, "data/changes.csv").body().contains("nowhere-town"),
                    "read from the home after the change");
        }
        assertTrue(
                Registry.in(folder.resolve("home")).agencies().stream()
                        .anyMatch(a -> a.agency().name().startsWith("Elsewhere")),
                "a server started now has it");
    }

    private static HttpResponse<String> get(SiteServer server, String path) throws Exception {
        URI at = URI.create("http://127.0.0.1:" + server.port() + "/" + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(at).build(), HttpResponse.BodyHandlers.ofString());
    }
}
