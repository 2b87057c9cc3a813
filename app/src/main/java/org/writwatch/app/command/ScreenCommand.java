package org.writwatch.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.writwatch.app.ExitCode;
import org.writwatch.app.output.Json;
import org.writwatch.app.output.Rows;
import org.writwatch.law.Screening;
import org.writwatch.law.ScreeningJson;
import org.writwatch.law.text.ScreeningText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code writwatch screen MATTER.yaml}: claims, element by element. */
@Command(name = "screen", mixinStandardHelpOptions = true)
final class ScreenCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "MATTER.yaml", descriptionKey = "matter")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Mixin
    private final MatterFile matter = new MatterFile();

    @Option(names = "--format", paramLabel = "table|json", descriptionKey = "format")
    private Rows.@Nullable Format format;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    ScreenCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Screening screening = matter.screen(context, matter.read(context, file));
        boolean tree = json || format == Rows.Format.JSON;
        context.surroundings()
                .out()
                .print(
                        tree
                                ? Json.text(ScreeningJson.of(screening, context.lang()))
                                : ScreeningText.of(screening, context.lang()));
        return ExitCode.DONE;
    }
}
