package org.writwatch.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.writwatch.app.ExitCode;
import org.writwatch.app.output.Json;
import org.writwatch.app.output.Rows;
import org.writwatch.app.stops.Stops;
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
        context.surroundings().out().print(text);
        return ExitCode.DONE;
    }
}
