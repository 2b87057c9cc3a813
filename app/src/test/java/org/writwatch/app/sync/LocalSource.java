package org.writwatch.app.sync;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.writwatch.agreements.Agreement;
import org.writwatch.agreements.AgreementStatus;
import org.writwatch.agreements.Model;
import org.writwatch.agreements.Registry;

/** A server on this machine that replays answers, good and bad, and remembers who asked for what. It is a proxy too. */
final class LocalSource implements AutoCloseable {
    /** One answer. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Reply(int status, Map<String, String> headers, byte[] body, int cutAfter, long delayMillis) {
        Reply with(String name, String value) {
            Map<String, String> more = new TreeMap<>(headers);
            more.put(name, value);
            return new Reply(status, more, body, cutAfter, delayMillis);
        }

        Reply cutAfter(int bytes) {
            return new Reply(status, headers, body, bytes, delayMillis);
        }

        Reply after(long millis) {
            return new Reply(status, headers, body, cutAfter, millis);
        }
    }

    /** One request: its address as sent, its headers, when it came. */
    record Asked(String address, Map<String, List<String>> headers, long nanos, int status) {
        String header(String name) {
            return headers.getOrDefault(name, List.of("")).get(0);
        }
    }

    private static final Map<Model, String> MODELS = Map.of(
            Model.JEM, "Jail Enforcement Model", Model.TFM, "Task Force Model", Model.WSO, "Warrant Service Officer");

    final Map<String, Reply> replies = new ConcurrentHashMap<>();
    final List<Asked> asked = new CopyOnWriteArrayList<>();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    LocalSource() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String address(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    static Reply page(String html) {
        return new Reply(
                200, Map.of("Content-Type", "text/html; charset=UTF-8"), html.getBytes(StandardCharsets.UTF_8), -1, 0);
    }

    static Reply file(byte[] body) {
        return new Reply(
                200,
                Map.of("Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
                body,
                -1,
                0);
    }

    static Reply status(int status) {
        return new Reply(status, Map.of(), new byte[0], -1, 0);
    }

    List<String> paths() {
        return asked.stream().map(Asked::address).toList();
    }

    private static boolean holds(Reply reply, String version, HttpExchange exchange, String asked) {
        return reply.headers().containsKey(version)
                && reply.headers()
                        .get(version)
                        .equals(exchange.getRequestHeaders().getFirst(asked));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply = replies.getOrDefault(exchange.getRequestURI().getPath(), status(404));
            boolean same = holds(reply, "ETag", exchange, "If-None-Match")
                    || holds(reply, "Last-Modified", exchange, "If-Modified-Since");
            int status = same ? 304 : reply.status();
            asked.add(new Asked(
                    exchange.getRequestURI().toString(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    System.nanoTime(),
                    status));
            Thread.sleep(reply.delayMillis());
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = same ? new byte[0] : reply.body();
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body, 0, reply.cutAfter() < 0 ? body.length : reply.cutAfter());
                exchange.getResponseBody().flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** A list of one application. */
    static byte[] workbook(String agency, String saved) throws IOException {
        return zipped(
                row(1, "STATE", "LAW ENFORCEMENT AGENCY", "TYPE", "COUNTY", "SUPPORT TYPE")
                        + row(2, "TEXAS", agency, "Municipality", "Travis County", "Task Force Model"),
                saved);
    }

    /** A list with headings that no published list has had. */
    static byte[] otherColumns(String saved) throws IOException {
        return zipped(
                row(1, "JURISDICTION", "PARTNER", "PROGRAM")
                        + row(2, "TEXAS", "X Police Department", "Task Force Model"),
                saved);
    }

    /** A list of every agreement on the last list that travels with the project, and of one more in Travis County. */
    static byte[] participating(String agency, String saved) throws IOException {
        StringBuilder rows = new StringBuilder(
                row(1, "STATE", "LAW ENFORCEMENT AGENCY", "TYPE", "COUNTY", "SUPPORT TYPE", "SIGNED", "MOA"));
        rows.append(row(2, "TEXAS", agency, "Municipality", "Travis County", "Task Force Model", "5/18/2026", ""));
        int number = 3;
        Registry bundled = Registry.bundled();
        for (Agreement a : bundled.list(bundled.lastList())) {
            if (a.status() instanceof AgreementStatus.Active) {
                rows.append(row(
                        number++,
                        a.agency().state().english().toUpperCase(Locale.ROOT),
                        a.agency().name().replace("&", "&amp;"),
                        "",
                        "",
                        MODELS.get(a.model()),
                        a.signed()
                                .map(DateTimeFormatter.ofPattern("M/d/uuuu", Locale.ROOT)::format)
                                .orElse(""),
                        ""));
            }
        }
        return zipped(rows.toString(), saved);
    }

    private static byte[] zipped(String rows, String saved) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        String r = "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
        parts.put(
                "xl/workbook.xml",
                "<workbook " + r + "><sheets><sheet name=\"Sheet1\" r:id=\"rId1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        parts.put("xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
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
