package org.writwatch.app.command;

import java.util.concurrent.Callable;
import org.writwatch.app.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code writwatch agreements}: who agreed to what, when, and how we know. */
@Command(name = "agreements", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
final class AgreementsCommand implements Callable<Integer> {
    private final Context context;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    Root root;

    private AgreementsCommand(Context context) {
        this.context = context;
    }

    /** The command with everything below it. */
    static CommandLine line(Context context) {
        CommandLine line = new CommandLine(new AgreementsCommand(context));
        line.addSubcommand(new AgreementsRows.Listed(context));
        line.addSubcommand(new AgreementsShow(context));
        line.addSubcommand(new AgreementsMemo(context));
        line.addSubcommand(new AgreementsHistory(context));
        line.addSubcommand(new AgreementsRows.Changes(context));
        line.addSubcommand(new AgreementsRows.Counts(context));
        line.addSubcommand(new AgreementsRows.Agencies(context));
        line.addSubcommand(new AgreementsRows.Sources(context));
        line.addSubcommand(new AgreementsExport(context));
        line.addSubcommand(new AgreementsFeeds(context));
        return line;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(context.surroundings().err());
        return ExitCode.USAGE;
    }
}
