package org.writwatch.app.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.writwatch.app.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code writwatch site}: the public site, written to a folder. */
@Command(name = "site", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
final class SiteCommand implements Callable<Integer> {
    private final Context context;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    Root root;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    SiteCommand(Context context) {
        this.context = context;
    }

    /** Where a site will be served, ending in a slash. */
    Optional<String> served(@Nullable String address) {
        return AgreementsFeeds.served(spec, context, address);
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(context.surroundings().err());
        return ExitCode.USAGE;
    }
}
