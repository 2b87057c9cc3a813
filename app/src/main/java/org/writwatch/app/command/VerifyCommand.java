package org.writwatch.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.writwatch.app.ExitCode;
import org.writwatch.app.output.Progress;
import org.writwatch.app.output.Rows;
import org.writwatch.app.verify.Verification;
import org.writwatch.facts.check.Checked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/**
 * {@code writwatch verify}: hashes every source again, makes what is derived again, and names every file that differs; exit
 * 3 when one does. Changes nothing, and may run beside a {@code sync}.
 */
@Command(name = "verify", mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    private final Context context;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Root root;

    @Option(names = "--format", paramLabel = "table|csv|json", descriptionKey = "rows-format")
    private Rows.@Nullable Format format;

    @Option(names = "--json")
    private boolean json;

    VerifyCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Path home = context.home(root);
        Progress progress = new Progress(
                context.surroundings().err(),
                context.surroundings().terminal() && !root.quiet,
                Verification.steps(home));
        List<Checked> bundled;
        List<Checked> kept;
        try {
            bundled = Verification.bundled(progress::step);
            kept = Verification.home(home, progress::step);
        } finally {
            progress.finish();
        }
        Rows.Format kind = json ? Rows.Format.JSON : format == null ? Rows.Format.TABLE : format;
        context.surroundings().out().print(Verification.rows(bundled, kept).text(kind));
        bundled.stream().filter(Checked::isFault).forEach(c -> say("bundled", c));
        kept.stream().filter(Checked::isFault).forEach(c -> say("home", c));
        long faults = Stream.concat(bundled.stream(), kept.stream())
                .filter(Checked::isFault)
                .count();
        context.surroundings().err().println(context.say("verify.done", bundled.size(), kept.size(), faults));
        return faults == 0 ? ExitCode.DONE : ExitCode.BAD_INPUT;
    }

    /** File, what was found, what was expected, what to do. */
    private void say(String part, Checked fault) {
        boolean gone =
                fault.state() == Checked.State.MISSING && fault.expected().isEmpty();
        String state = gone ? "gone" : fault.state().name().toLowerCase(Locale.ROOT);
        context.surroundings()
                .err()
                .println("writwatch: " + fault.file() + ": "
                        + context.say("verify." + state, fault.found(), fault.expected()) + " "
                        + context.say("verify.remedy-" + remedy(part, fault)));
    }

    private static String remedy(String part, Checked fault) {
        if (part.equals("bundled")) {
            return "bundled";
        } else if (fault.state() == Checked.State.EXTRA) {
            return "extra";
        } else if (fault.file().startsWith("tables/")) {
            return "table";
        }
        return fault.file().contains("/register-") || fault.file().endsWith("/current") ? "register" : "source";
    }
}
