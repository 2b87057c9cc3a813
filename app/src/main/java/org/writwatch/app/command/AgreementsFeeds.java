package org.writwatch.app.command;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.writwatch.agreements.Registry;
import org.writwatch.app.ExitCode;
import org.writwatch.app.feed.RegistryFeeds;
import org.writwatch.app.output.OutputFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code agreements feeds --out DIR}: a page for each event, a CSV for each week, Atom and JSON feeds. */
@Command(name = "feeds", mixinStandardHelpOptions = true)
final class AgreementsFeeds implements Callable<Integer> {
    private final Context context;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AgreementsCommand parent;

    @Option(names = "--out", paramLabel = "FOLDER", required = true, descriptionKey = "out.folder")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(names = "--base", paramLabel = "ADDRESS", descriptionKey = "feed.base")
    private @Nullable String base;

    @Option(names = "--as-of", paramLabel = "YYYY-MM-DD")
    private @Nullable LocalDate asOf;

    AgreementsFeeds(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Optional<String> served = served(spec, context, base);
        Registry registry = Stores.registry(context, parent.root);
        LocalDate day = Stores.covered(registry, asOf);
        try (OutputFolder folder =
                OutputFolder.at(context.surroundings().folder().resolve(out))) {
            RegistryFeeds.write(registry, day, served, folder);
            folder.keep();
        }
        Stores.sayHowOld(context, parent.root, registry, day);
        context.surroundings().out().println(out);
        return ExitCode.DONE;
    }

    /** The address a folder will be served at, ending in a slash; anything but a plain web address is wrong usage. */
    static Optional<String> served(CommandSpec spec, Context context, @Nullable String given) {
        return Optional.ofNullable(given).map(a -> plain(spec, context, a));
    }

    private static String plain(CommandSpec spec, Context context, String address) {
        try {
            URI uri = URI.create(address);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (web && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null) {
                return address.endsWith("/") ? address : address + "/";
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), context.say("feed.bad-base", address), e);
        }
        throw new ParameterException(spec.commandLine(), context.say("feed.bad-base", address));
    }
}
