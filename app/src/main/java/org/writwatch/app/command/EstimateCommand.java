package org.writwatch.app.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.writwatch.agreements.Registry;
import org.writwatch.app.ExitCode;
import org.writwatch.app.estimate.Estimate;
import org.writwatch.app.estimate.ExhibitPage;
import org.writwatch.app.output.Json;
import org.writwatch.app.output.OutputFile;
import org.writwatch.app.output.OutputFolder;
import org.writwatch.app.output.Rows;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code writwatch estimate SPEC.yaml}: any design on any table. */
@Command(name = "estimate", mixinStandardHelpOptions = true)
final class EstimateCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "SPEC.yaml", descriptionKey = "estimate-spec")
    @SuppressWarnings("NullAway.Init")
    private Path spec;

    @Option(names = "--format", paramLabel = "table|csv|json", descriptionKey = "estimate-format")
    private Rows.@Nullable Format format;

    @Option(names = "--json")
    private boolean json;

    @Option(names = "--out", paramLabel = "FOLDER", descriptionKey = "estimate-out")
    private @Nullable Path out;

    @Option(names = "--r-script", paramLabel = "FILE", descriptionKey = "estimate-r-script")
    private @Nullable Path script;

    @Option(names = "--as-of", paramLabel = "YYYY-MM-DD")
    private @Nullable LocalDate asOf;

    EstimateCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Path file = context.surroundings().folder().resolve(spec);
        Estimate estimate = Estimate.of(file, context.lang(), Version.number());
        Rows.Format how = json || format == null ? (json ? Rows.Format.JSON : Rows.Format.TABLE) : format;
        String text = switch (how) {
            case JSON -> Json.text(estimate.tree());
            case CSV -> estimate.rows().text(Rows.Format.CSV);
            case TABLE -> estimate.rows().text(Rows.Format.TABLE) + "\n" + estimate.notes();
        };
        if (out != null) {
            Map<String, String> files = estimate.files().get();
            LocalDate day = asOf == null ? Registry.bundled().lastList() : asOf;
            try (OutputFolder folder =
                    OutputFolder.at(context.surroundings().folder().resolve(out))) {
                files.forEach(folder::write);
                folder.write("answer.json", Json.text(estimate.tree()));
                folder.write("answer.csv", estimate.rows().text(Rows.Format.CSV));
                folder.write("estimate.pdf", ExhibitPage.pdf(estimate, files, context.lang(), day));
                folder.keep();
            }
        }
        if (script != null) {
            OutputFile.write(
                    context.surroundings().folder().resolve(script),
                    estimate.files().get().getOrDefault("reproduce.R", ""));
        }
        context.surroundings().out().print(text);
        return ExitCode.DONE;
    }
}
