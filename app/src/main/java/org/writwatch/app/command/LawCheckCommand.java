package org.writwatch.app.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.writwatch.app.ExitCode;
import org.writwatch.app.output.Rows;
import org.writwatch.law.Law;
import org.writwatch.law.check.LawCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code writwatch law check}: unverified, stale and dangling data. Malformed data are bad input; so is an id that leads
 * nowhere.
 */
@Command(name = "check", mixinStandardHelpOptions = true)
final class LawCheckCommand implements Callable<Integer> {
    private final Context context;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--from", paramLabel = "FOLDER", descriptionKey = "law-from")
    private @Nullable Path from;

    @Option(names = "--as-of", paramLabel = "YYYY-MM-DD", descriptionKey = "as-of")
    private @Nullable LocalDate asOf;

    @Option(names = "--format", paramLabel = "table|csv|json", descriptionKey = "rows-format")
    private Rows.Format format = Rows.Format.TABLE;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    LawCheckCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Law law = from == null
                ? Law.bundled()
                : Law.from(context.surroundings().folder().resolve(from));
        List<LawCheck.Remark> remarks =
                LawCheck.of(law, asOf == null ? Stores.registry(context, spec).lastList() : asOf);
        Rows rows = new Rows(
                List.of("kind", "file", "key", "detail"),
                remarks.stream()
                        .map(r -> List.of(r.kind().key(), r.file(), r.key(), r.detail()))
                        .toList());
        context.surroundings().out().print(rows.text(json ? Rows.Format.JSON : format));
        boolean wrong = remarks.stream().anyMatch(r -> r.kind().error());
        return wrong ? ExitCode.BAD_INPUT : ExitCode.DONE;
    }
}
