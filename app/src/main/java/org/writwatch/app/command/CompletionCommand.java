package org.writwatch.app.command;

import java.util.concurrent.Callable;
import org.writwatch.app.ExitCode;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** {@code writwatch completion}: a script that teaches bash and zsh the commands and options. */
@Command(name = "completion", mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
    private final Context context;

    CompletionCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        String script = AutoComplete.bash("writwatch", CommandLines.of(context.surroundings(), context.lang()));
        context.surroundings().out().print(script);
        return ExitCode.DONE;
    }
}
