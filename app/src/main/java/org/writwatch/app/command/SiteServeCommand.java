package org.writwatch.app.command;

import java.time.LocalDate;
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
        try (SiteServer server = SiteServer.start(plan, port, IDLE_MILLIS)) {
            context.surroundings()
                    .err()
                    .println(context.say("site.serving", "http://127.0.0.1:" + server.port() + "/"));
            new CountDownLatch(1).await();
        }
        return ExitCode.DONE;
    }
}
