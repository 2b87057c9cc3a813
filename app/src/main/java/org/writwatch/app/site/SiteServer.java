package org.writwatch.app.site;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

    private static final int AT_ONCE = 64;
    private static final int KEPT_CHARS = 48 * 1024 * 1024;
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
            + "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Map<String, Supplier<String>> made = new HashMap<>();
    private final Map<String, String> kept = new LinkedHashMap<>(256, 0.75f, true);
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final SitePlan plan;
    private final Javalin javalin;
    private long keptChars;

    private SiteServer(SitePlan plan, int port, int idleMillis) {
        this.plan = plan;
        plan.pages().forEach(page -> {
            for (Lang lang : Lang.values()) {
                made.put(page.address().in(lang), () -> page.make().get().apply(lang));
            }
        });
        plan.extras().forEach(extra -> made.put(extra.name(), extra.make()));
        javalin = Javalin.create(config -> configure(config, port, idleMillis));
    }

    /**
     * Starts to answer on the loopback address.
     *
     * @param port 0 for any that is free
     * @param idleMillis after how long a silent connection is closed
     * @throws MachineFailure when the port is in use
     */
    public static SiteServer start(SitePlan plan, int port, int idleMillis) {
        SiteServer server = new SiteServer(plan, port, idleMillis);
        try {
            server.javalin.start();
        } catch (RuntimeException e) {
            server.close();
            throw busy(e) ? new MachineFailure(Phrase.of("app", "site.port-in-use", String.valueOf(port)), e) : e;
        }
        return server;
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

    private void configure(JavalinConfig config, int port, int idleMillis) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = LONGEST_HEAD;
        config.jetty.threadPool = new QueuedThreadPool(32, 4);
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

    private void health(Context ctx) {
        ctx.contentType("application/json").result("{\"status\":\"ok\",\"as_of\":\"" + plan.asOf() + "\"}\n");
    }

    private void answer(Context ctx, String path) {
        String name = path.equals("en") || path.equals("es") || path.equals("en/") || path.equals("es/")
                ? path.substring(0, 2) + "/index.html"
                : path;
        if (!made.containsKey(name) && made.containsKey(name + ".html")) {
            name = name + ".html";
        }
        if (!made.containsKey(name)) {
            missing(ctx, path);
        } else if (!room.tryAcquire()) {
            ctx.status(503).header("Retry-After", "2").contentType("text/plain").result("503\n");
        } else {
            try {
                byte[] text = text(name);
                if (text.length == 0) {
                    missing(ctx, path);
                    return;
                }
                if (name.startsWith("embed/")) {
                    ctx.header("Content-Security-Policy", POLICY.replace("ancestors 'none'", "ancestors *"));
                    ctx.header("Cross-Origin-Resource-Policy", "cross-origin");
                }
                ctx.contentType(kind(name)).header("Cache-Control", "no-cache").result(text);
            } finally {
                room.release();
            }
        }
    }

    /** What was asked for is not repeated: nobody's words are sent back into a page. */
    private static void missing(Context ctx, String path) {
        Lang lang = path.startsWith("es/") ? Lang.ES : Lang.EN;
        ctx.status(404)
                .contentType("text/plain; charset=utf-8")
                .result(Phrasebook.of(lang).say(Phrase.of("app", "site.no-page")) + "\n");
    }

    private byte[] text(String name) {
        Optional<String> ready = ready(name);
        String text = ready.orElseGet(
                () -> String.valueOf(made.getOrDefault(name, () -> "").get()));
        if (ready.isEmpty()) {
            keep(name, text);
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private synchronized Optional<String> ready(String name) {
        return Optional.ofNullable(kept.get(name));
    }

    /** Keeps the pages asked for last, up to a bound. */
    private synchronized void keep(String name, String text) {
        if (kept.put(name, text) == null) {
            keptChars += text.length();
        }
        while (keptChars > KEPT_CHARS && kept.size() > 1) {
            String oldest = kept.keySet().iterator().next();
            keptChars -= String.valueOf(kept.remove(oldest)).length();
        }
    }

    private static final Map<String, String> KINDS = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json",
            "csv", "text/csv; charset=utf-8",
            "atom", "application/atom+xml; charset=utf-8",
            "ics", "text/calendar; charset=utf-8");

    private static String kind(String name) {
        return KINDS.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain; charset=utf-8");
    }
}
