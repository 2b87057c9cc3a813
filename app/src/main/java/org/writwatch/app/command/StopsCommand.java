package org.writwatch.app.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.writwatch.agreements.Registry;
import org.writwatch.app.ExitCode;
import org.writwatch.app.output.Json;
import org.writwatch.app.output.Rows;
import org.writwatch.app.stops.Stops;
import org.writwatch.app.stops.StopsFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code writwatch stops SPEC.yaml}: profiling tests on stop records. */
@Command(name = "stops", mixinStandardHelpOptions = true)
final class StopsCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "SPEC.yaml", descriptionKey = "stops-spec")
    @SuppressWarnings("NullAway.Init")
    private Path spec;

    @Option(names = "--format", paramLabel = "table|csv|json", descriptionKey = "estimate-format")
    private Rows.@Nullable Format format;

    @Option(names = "--json")
    private boolean json;

    @Option(names = "--out", paramLabel = "FOLDER", descriptionKey = "stops-out")
    private @Nullable Path out;

    @Option(names = "--check", paramLabel = "FOLDER", descriptionKey = "stops-check")
    private @Nullable Path check;

    @Option(names = "--as-of", paramLabel = "YYYY-MM-DD")
    private @Nullable LocalDate asOf;

    StopsCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Path file = context.surroundings().folder().resolve(spec);
        Stops stops = Stops.of(file, context.lang(), Version.number());
        stops.faults().forEach(f -> context.surroundings().err().println("writwatch: " + f));
        Rows.Format how = json ? Rows.Format.JSON : format == null ? Rows.Format.TABLE : format;
        String text = switch (how) {
            case JSON -> Json.text(stops.tree());
            case CSV -> stops.rows().text(Rows.Format.CSV);
            case TABLE -> stops.rows().text(Rows.Format.TABLE) + "\n" + stops.notes();
        };
        if (out != null || check != null) {
            LocalDate day = asOf == null ? Registry.bundled().lastList() : asOf;
            StopsFolder made = StopsFolder.of(stops, context.lang(), day);
            if (check != null) {
                made.compare(context.surroundings().folder().resolve(check));
                context.surroundings().err().println(made.same(check));
            }
            if (out != null) {
                made.write(context.surroundings().folder().resolve(out));
            }
        }
        context.surroundings().out().print(text);
        return ExitCode.DONE;
    }
}
