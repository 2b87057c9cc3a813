package org.writwatch.app.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writwatch.app.ExitCode;
import org.writwatch.app.Surroundings;
import org.writwatch.app.command.CommandLines;
import org.writwatch.app.output.Manifest;

/** New lists come in whole or not at all; a local server answers well, badly and not at all. */
class SyncTest {
    private static final String NAME = "pendingAgencies06012026.xlsx";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String home, String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        Surroundings here = new Surroundings(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                folder,
                Map.of("LANG", "C", "WRITWATCH_HOME", home),
                false);
        return CommandLines.run(here, args);
    }

    @Test
    void aNewListComesInWithoutTouchingTheHistoryOfTheOthers() throws IOException {
        lists("in", NAME, "Nowhere Town Police Department", "2026-06-01T12:00:00Z");
        assertEquals(ExitCode.DONE, run("other", "agreements", "changes", "--format", "csv"));
        String before = out.toString();
        assertEquals(ExitCode.DONE, run("home", "sync", "ice", "--from", "in"), err.toString());
        assertTrue(out.toString().contains("One new list"), out.toString());
        String bytes = tree("home");
        assertEquals(ExitCode.DONE, run("home", "sync", "--from", "in", "--json"));
        assertTrue(out.toString().contains("\"known\" : 1"), out.toString());
        assertEquals(bytes, tree("home"), "the same list twice changes nothing");
        assertEquals(ExitCode.DONE, run("home", "agreements", "changes", "--as-of", "2026-06-02", "--format", "csv"));
        assertTrue(out.toString().startsWith(before), "what had happened is what it was");
        String added = out.toString().substring(before.length());
        assertTrue(added.contains("2026-06-01,pending,nowhere-town-police-department-tx/tfm/pending"), added);
        assertTrue(added.contains(NAME + ",Sheet1,2"), added);
    }

    @Test
    void theSameListsInAnyOrderLeaveTheSameRegister() throws IOException {
        lists("one", NAME, "Nowhere Town Police Department", "2026-06-01T12:00:00Z");
        lists("two", "pendingAgencies06032026.xlsx", "Elsewhere Police Department", "2026-06-03T12:00:00Z");
        for (String[] order : new String[][] {{"a", "one", "two"}, {"b", "two", "one"}}) {
            assertEquals(ExitCode.DONE, run(order[0], "sync", "--from", order[1]));
            assertEquals(ExitCode.DONE, run(order[0], "sync", "--from", order[2]));
        }
        assertEquals(current("a"), current("b"));
        assertEquals(
                Manifest.of(folder.resolve("a/ice-287g").resolve(current("a"))),
                Manifest.of(folder.resolve("b/ice-287g").resolve(current("b"))));
    }

    @Test
    void aBadListAmongGoodOnesChangesNothing() throws IOException {
        lists("in", NAME, "Nowhere Town Police Department", "2026-06-01T12:00:00Z");
        Files.writeString(folder.resolve("in/participatingAgencies06012026.xlsx"), "%PDF-1.7");
        assertEquals(ExitCode.BAD_INPUT, run("home", "sync", "--from", "in"));
        assertTrue(err.toString().contains("participatingAgencies06012026.xlsx"), err.toString());
        assertTrue(err.toString().contains("PDF"), err.toString());
        assertFalse(Files.exists(folder.resolve("home")), "no trace of a bad list");
        assertEquals(ExitCode.BAD_INPUT, run("home", "sync", "--from", "not-there"));
        assertEquals(ExitCode.USAGE, run("home", "sync", "bogus"));
        assertEquals(ExitCode.USAGE, run("home", "sync", "--proxy", "ftp://x", "--mirror", "http://127.0.0.1:1/"));
    }

    /** What an interrupted run leaves is neither read nor kept. */
    @Test
    void whatAnInterruptedRunLeftIsCleared() throws IOException {
        Path half = folder.resolve("home/ice-287g/register-0000.partial");
        Files.createDirectories(half);
        Files.writeString(half.resolve("lists.csv"), "half a ta");
        assertEquals(ExitCode.DONE, run("home", "agreements", "counts"));
        lists("in", NAME, "Nowhere Town Police Department", "2026-06-01T12:00:00Z");
        assertEquals(ExitCode.DONE, run("home", "sync", "--from", "in"), err.toString());
        assertFalse(Files.exists(half));
    }

    @Test
    void aGovernmentIsNotVisitedUnasked() {
        assertEquals(ExitCode.USAGE, run("home", "sync", "ice"));
        assertTrue(err.toString().contains("www.ice.gov"), err.toString());
        assertFalse(Files.exists(folder.resolve("home")));
    }

    @Test
    void aServerThatAnswersWellBadlyOrNotAtAll() throws IOException {
        Map<String, byte[]> pages = new TreeMap<>();
        StringWriter agents = new StringWriter();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            agents.write(exchange.getRequestHeaders().getFirst("User-Agent") + "\n");
            byte[] page = pages.get(exchange.getRequestURI().getPath());
            int without = exchange.getRequestURI().getPath().equals("/robots.txt") ? 404 : 503;
            exchange.sendResponseHeaders(page == null ? without : 200, page == null ? -1 : page.length);
            if (page != null) {
                exchange.getResponseBody().write(page);
            }
            exchange.close();
        });
        server.start();
        String mirror = "http://127.0.0.1:" + server.getAddress().getPort() + "/287g";
        try {
            assertEquals(ExitCode.MACHINE, run("home", "sync", "ice", "--mirror", mirror));
            assertEquals(ExitCode.DONE, run("home", "agreements", "counts"));
            assertTrue(err.toString().contains("the source did not answer"), err.toString());
            pages.put("/287g", "<p>moved</p>".getBytes(StandardCharsets.UTF_8));
            assertEquals(ExitCode.BAD_INPUT, run("home", "sync", "ice", "--mirror", mirror));
            pages.put(
                    "/287g",
                    ("<a href=\"/doclib/" + NAME + "?x=1&amp;y=2\">list</a>").getBytes(StandardCharsets.UTF_8));
            assertEquals(ExitCode.MACHINE, run("home", "sync", "ice", "--mirror", mirror));
            pages.put("/doclib/" + NAME, "<html>".getBytes(StandardCharsets.UTF_8));
            assertEquals(ExitCode.BAD_INPUT, run("home", "sync", "ice", "--mirror", mirror));
            pages.put("/doclib/" + NAME, workbook("Nowhere Town Police Department", "2026-06-01T12:00:00Z"));
            assertEquals(ExitCode.DONE, run("home", "sync", "ice", "--mirror", mirror), err.toString());
            assertTrue(out.toString().contains("One new list"), out.toString());
            assertEquals(ExitCode.DONE, run("home", "agreements", "counts"));
            assertFalse(err.toString().contains("the source did not answer"), err.toString());
            assertFalse(agents.toString().toLowerCase(java.util.Locale.ROOT).contains("writwatch"));
        } finally {
            server.stop(0);
        }
        assertEquals(ExitCode.MACHINE, run("home", "sync", "ice", "--mirror", mirror), "nobody is there");
    }

    private String current(String home) throws IOException {
        return Files.readAllLines(folder.resolve(home).resolve("ice-287g/current"))
                .get(0);
    }

    private String tree(String home) throws IOException {
        return Manifest.of(folder.resolve(home));
    }

    private void lists(String in, String name, String agency, String saved) throws IOException {
        Files.createDirectories(folder.resolve(in));
        Files.write(folder.resolve(in).resolve(name), workbook(agency, saved));
    }

    /** A list of one application. */
    static byte[] workbook(String agency, String saved) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        String r = "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
        parts.put(
                "xl/workbook.xml",
                "<workbook " + r + "><sheets><sheet name=\"Sheet1\" r:id=\"rId1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData>" + row(1, "STATE", "LAW ENFORCEMENT AGENCY", "TYPE", "COUNTY", "SUPPORT TYPE")
                        + row(2, "TEXAS", agency, "Municipality", "Travis County", "Task Force Model")
                        + "</sheetData></worksheet>");
        parts.put("docProps/core.xml", "<coreProperties><modified>" + saved + "</modified></coreProperties>");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTime(315_532_800_000L);
                zip.putNextEntry(entry);
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static String row(int number, String... cells) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (int i = 0; i < cells.length; i++) {
            row.append("<c r=\"")
                    .append((char) ('A' + i))
                    .append(number)
                    .append("\" t=\"inlineStr\"><is><t>")
                    .append(cells[i])
                    .append("</t></is></c>");
        }
        return row.append("</row>").toString();
    }
}
