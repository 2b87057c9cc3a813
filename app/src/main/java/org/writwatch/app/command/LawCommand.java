package org.writwatch.app.command;

import java.util.concurrent.Callable;
import org.writwatch.app.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code writwatch law}: what law is held, and how well it was checked. */
@Command(name = "law", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
final class LawCommand implements Callable<Integer> {
    private final Context context;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    LawCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(context.surroundings().err());
        return ExitCode.USAGE;
    }
}
