package org.writwatch.app.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.writwatch.agreements.Registry;
import org.writwatch.app.ExitCode;
import org.writwatch.app.site.SitePlan;
import org.writwatch.app.site.SiteServer;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code writwatch site serve [--port N]}: answers on this machine until it is interrupted. */
@Command(name = "serve", mixinStandardHelpOptions = true)
final class SiteServeCommand implements Callable<Integer> {
    private static final int IDLE_MILLIS = 10_000;
    private static final int LAST_PORT = 65_535;

    private final Context context;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private SiteCommand parent;

    @Option(names = "--port", paramLabel = "N", defaultValue = "8287", descriptionKey = "port")
    private int port;

    @Mixin
    private final HostingOptions hosting = new HostingOptions();

    @Option(names = "--as-of", paramLabel = "YYYY-MM-DD", descriptionKey = "as-of")
    private @Nullable LocalDate asOf;

    @Option(names = "--base", paramLabel = "ADDRESS", descriptionKey = "site-base")
    private @Nullable String base;

    /** For the launcher: answers one page to itself and ends, so that the classes this takes can be kept for the next start. */
    @Option(names = "--rehearse", hidden = true)
    private boolean rehearse;

    SiteServeCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > LAST_PORT) {
            throw new BadInput(
                    "--port",
                    Phrase.verbatim(String.valueOf(port)),
                    Phrase.of("app", "site.port.expected"),
                    Phrase.of("app", "site.port.remedy"));
        }
        Registry registry = Stores.registry(context, parent.root);
        SitePlan plan = new SitePlan(
                registry,
                Stores.covered(registry, asOf),
                Optional.empty(),
                parent.served(base),
                hosting.read(context, true));
        try (SiteServer server = SiteServer.start(plan, rehearse ? 0 : port, IDLE_MILLIS)) {
            if (rehearse) {
                ask(server.port());
                return ExitCode.DONE;
            }
            context.surroundings()
                    .err()
                    .println(context.say("site.serving", "http://127.0.0.1:" + server.port() + "/"));
            new CountDownLatch(1).await();
        }
        return ExitCode.DONE;
    }

    private static void ask(int port) {
        for (String page : List.of("/es/index.html", "/en/county/mecklenburg-county-nc.html")) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.getOutputStream()
                        .write(("GET " + page
                                        + " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
