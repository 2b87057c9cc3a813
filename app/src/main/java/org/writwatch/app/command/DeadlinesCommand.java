package org.writwatch.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.writwatch.app.ExitCode;
import org.writwatch.app.output.Json;
import org.writwatch.app.output.OutputFile;
import org.writwatch.app.output.Rows;
import org.writwatch.law.Screening;
import org.writwatch.law.ScreeningJson;
import org.writwatch.law.calendar.Ics;
import org.writwatch.law.matter.Matter;
import org.writwatch.law.text.ScreeningText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code writwatch deadlines MATTER.yaml}: dates with the rule behind each; also as a calendar file. */
@Command(name = "deadlines", mixinStandardHelpOptions = true)
final class DeadlinesCommand implements Callable<Integer> {
    private static final List<String> HEADER =
            List.of("claim", "id", "date", "earliest", "latest", "rule", "from", "verified", "cite");

    private final Context context;

    @Parameters(paramLabel = "MATTER.yaml", descriptionKey = "matter")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Mixin
    private final MatterFile options = new MatterFile();

    @Option(names = "--out", paramLabel = "FILE.ics", descriptionKey = "ics")
    private @Nullable Path out;

    @Option(names = "--format", paramLabel = "table|csv|json", descriptionKey = "rows-format")
    private Rows.Format format = Rows.Format.TABLE;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    DeadlinesCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Matter matter = options.read(context, file);
        Screening screening = options.screen(context, matter);
        if (out != null) {
            Path target = context.surroundings().folder().resolve(out);
            String key = matter.respondent().agency().orElse("");
            OutputFile.write(target, Ics.of(screening, key, OutputFile.previous(target), context.lang()));
        }
        context.surroundings().out().print(text(screening));
        return ExitCode.DONE;
    }

    private String text(Screening screening) {
        if (json || format == Rows.Format.JSON) {
            return Json.text(ScreeningJson.deadlines(screening, context.lang()));
        } else if (format == Rows.Format.TABLE) {
            return ScreeningText.deadlines(screening, context.lang());
        }
        List<List<String>> rows = new ArrayList<>();
        for (Screening.Claim claim : screening.claims()) {
            claim.deadlines().forEach(d -> rows.add(row(claim.id(), d)));
        }
        return new Rows(HEADER, rows).text(format);
    }

    private List<String> row(String claim, Screening.Deadline d) {
        return List.of(
                claim,
                d.id(),
                d.date().map(String::valueOf).orElse(""),
                d.range().map(r -> r.earliest().toString()).orElse(""),
                d.range().map(r -> r.latest().toString()).orElse(""),
                context.say(d.rule()),
                d.from().map(String::valueOf).orElse(""),
                String.valueOf(d.verified()),
                d.cite());
    }
}
