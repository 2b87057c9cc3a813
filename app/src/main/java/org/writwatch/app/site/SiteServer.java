package org.writwatch.app.site;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.facts.problem.MachineFailure;

/**
 * Answers requests for the pages of a site on this machine. It takes no answers, sets no cookie, keeps no log and remembers
 * no visitor; because it knows nobody, its limits are for all visitors together. Only GET and HEAD are answered.
 */
public final class SiteServer implements AutoCloseable {
    /** A page has no reason to be asked for in more words than this, in bytes. */
    private static final int LONGEST_HEAD = 8 * 1024;

    /** Fewer than there are threads, so that one is left to say that the others are busy. */
    private static final int AT_ONCE = 24;

    private static final int THREADS = 32;
    private static final int KEPT_BYTES = 64 * 1024 * 1024;

    /** How long a client may take over its first request, and over all of them, in seconds. */
    private static final int FIRST_SECONDS = 20;

    private static final int ALL_SECONDS = 300;
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
            + "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Map<String, Supplier<byte[]>> first;
    private final Supplier<Map<String, Supplier<byte[]>>> all;
    private volatile int files;
    private final KeptPages kept = new KeptPages(KEPT_BYTES);
    private final Semaphore room;
    private final SitePlan plan;
    private final Javalin javalin;

    private SiteServer(SitePlan plan, int port, int idleMillis, int firstSeconds, Semaphore room) {
        this.plan = plan;
        this.room = room;
        this.first = named(plan.first());
        this.all =
                Once.of(() -> named(plan.pieces().stream().flatMap(List::stream).toList()));
        javalin = Javalin.create(config -> configure(config, port, idleMillis, firstSeconds));
    }

    /**
     * Starts to answer on the loopback address.
     *
     * @param port 0 for any that is free
     * @param idleMillis after how long a silent connection is closed
     * @throws MachineFailure when the port is in use
     */
    public static SiteServer start(SitePlan plan, int port, int idleMillis) {
        return start(plan, port, idleMillis, FIRST_SECONDS, new Semaphore(AT_ONCE));
    }

    /** @param room how many answers may be under way; whoever finds none is asked to come again in two seconds */
    static SiteServer start(SitePlan plan, int port, int idleMillis, int firstSeconds, Semaphore room) {
        SiteServer server = new SiteServer(plan, port, idleMillis, firstSeconds, room);
        try {
            server.javalin.start();
            server.layOut();
        } catch (RuntimeException e) {
            server.close();
            throw busy(e) ? new MachineFailure(Phrase.of("app", "site.port-in-use", String.valueOf(port)), e) : e;
        }
        return server;
    }

    /** The first page is answered while the rest of the site is laid out; who asks for another page waits for that. */
    private void layOut() {
        Thread apart = new Thread(() -> files = all.get().size(), "site-layout");
        apart.setDaemon(true);
        apart.start();
    }

    private static Map<String, Supplier<byte[]>> named(List<SitePlan.Part> parts) {
        Map<String, Supplier<byte[]>> named = new HashMap<>();
        for (SitePlan.Part part : parts) {
            if (part instanceof SitePlan.Page page) {
                for (Lang lang : Lang.values()) {
                    named.put(
                            page.address().in(lang),
                            () -> page.make().get().apply(lang).getBytes(StandardCharsets.UTF_8));
                }
            } else if (part instanceof SitePlan.Extra extra) {
                named.put(extra.name(), () -> extra.make().get().getBytes(StandardCharsets.UTF_8));
            } else if (part instanceof SitePlan.Picture picture) {
                named.put(picture.name(), picture.make());
            }
        }
        return named;
    }

    /** How the thing of that name is made; empty when the site has none. */
    private Optional<Supplier<byte[]>> find(String name) {
        Supplier<byte[]> early = first.get(name);
        return early == null ? Optional.ofNullable(all.get().get(name)) : Optional.of(early);
    }

    /** The port it answers on. */
    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }

    private static boolean busy(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException || cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private void configure(JavalinConfig config, int port, int idleMillis, int firstSeconds) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = LONGEST_HEAD;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.threadPool = new QueuedThreadPool(THREADS, 4);
        config.jetty.modifyHttpConfiguration(http -> {
            http.setRequestHeaderSize(LONGEST_HEAD);
            http.setSendServerVersion(false);
            http.setSendXPoweredBy(false);
        });
        config.jetty.addConnector((server, http) -> {
            ServerConnector connector =
                    new ServerConnector(server, new org.eclipse.jetty.server.HttpConnectionFactory(http));
            connector.setHost("127.0.0.1");
            connector.setPort(port);
            connector.setIdleTimeout(idleMillis);
            connector.addBean(new SlowClients(connector, firstSeconds, ALL_SECONDS));
            return connector;
        });
        config.routes.before(SiteServer::guard);
        config.routes.get("/health", this::health);
        config.routes.get("/", ctx -> answer(ctx, "index.html"));
        config.routes.get("/<path>", ctx -> answer(ctx, ctx.pathParam("path")));
        config.routes.exception(Exception.class, (e, ctx) -> ctx.status(500).result("500\n"));
    }

    private static void guard(Context ctx) {
        ctx.header("Content-Security-Policy", POLICY);
        ctx.header("Referrer-Policy", "no-referrer");
        ctx.header("X-Content-Type-Options", "nosniff");
        if (!ctx.path().startsWith("/embed/")) {
            ctx.header("X-Frame-Options", "DENY");
        }
        ctx.header("Cross-Origin-Opener-Policy", "same-origin");
        ctx.header("Cross-Origin-Resource-Policy", "same-origin");
        ctx.header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    }

    /** How many files the site has; 0 while they are still being laid out. */
    private void health(Context ctx) {
        ctx.contentType("application/json")
                .result("{\"status\":\"ok\",\"as_of\":\"" + plan.asOf() + "\",\"files\":" + files + "}\n");
    }

    private void answer(Context ctx, String path) {
        String name = path.equals("en") || path.equals("es") || path.equals("en/") || path.equals("es/")
                ? path.substring(0, 2) + "/index.html"
                : path;
        if (!name.endsWith(".html")
                && find(name).isEmpty()
                && find(name + ".html").isPresent()) {
            name = name + ".html";
        }
        Optional<Supplier<byte[]>> make = find(name);
        if (make.isEmpty()) {
            missing(ctx, path);
        } else if (!room.tryAcquire()) {
            ctx.status(503).header("Retry-After", "2").contentType("text/plain").result("503\n");
        } else {
            try {
                KeptPages.Body body = body(name, make.get());
                if (body.isEmpty()) {
                    missing(ctx, path);
                    return;
                }
                if (name.startsWith("embed/")) {
                    ctx.header("Content-Security-Policy", POLICY.replace("ancestors 'none'", "ancestors *"));
                    ctx.header("Cross-Origin-Resource-Policy", "cross-origin");
                }
                ctx.contentType(kind(name)).header("Cache-Control", "no-cache").header("Vary", "Accept-Encoding");
                if (body.isPacked() && packed(ctx)) {
                    ctx.header("Content-Encoding", "gzip").result(body.kept());
                } else {
                    ctx.result(body.plain());
                }
            } finally {
                room.release();
            }
        }
    }

    private static boolean packed(Context ctx) {
        String taken = ctx.header("Accept-Encoding");
        return taken != null && taken.matches("(?i)(.*[, ])?gzip(\\s*;\\s*q=(1|0\\.[0-9]*[1-9][0-9]*).*|\\s*,.*|\\s*)");
    }

    /** What was asked for is not repeated: nobody's words are sent back into a page. */
    private static void missing(Context ctx, String path) {
        Lang lang = path.startsWith("es/") ? Lang.ES : Lang.EN;
        ctx.status(404)
                .contentType("text/plain; charset=utf-8")
                .result(Phrasebook.of(lang).say(Phrase.of("app", "site.no-page")) + "\n");
    }

    private KeptPages.Body body(String name, Supplier<byte[]> make) {
        return kept.find(name).orElseGet(() -> kept.keep(name, make.get(), !name.endsWith(".png")));
    }

    private static final Map<String, String> KINDS = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json",
            "csv", "text/csv; charset=utf-8",
            "atom", "application/atom+xml; charset=utf-8",
            "ics", "text/calendar; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png");

    private static String kind(String name) {
        return KINDS.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain; charset=utf-8");
    }
}
