package org.writwatch.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.writwatch.app.ExitCode;
import org.writwatch.facts.phrase.Lang;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code writwatch}: the options every command knows; without a command it prints the help and asks for one. */
@Command(
        name = "writwatch",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false)
final class Root implements Callable<Integer> {
    private final Context context;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Where sources and tables are kept; only commands that keep something use it. */
    @Option(names = "--home", paramLabel = "DIR", scope = ScopeType.INHERIT)
    @Nullable Path home;

    /** Read before anything else; here so that it is listed, checked and completed. */
    @Option(names = "--lang", paramLabel = "en|es", scope = ScopeType.INHERIT, converter = LangConverter.class)
    @Nullable Lang lang;

    @Option(names = "--quiet", scope = ScopeType.INHERIT)
    boolean quiet;

    Root(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(context.surroundings().err());
        return ExitCode.USAGE;
    }
}
