package org.writwatch.app.command;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.writwatch.app.ExitCode;
import org.writwatch.app.output.Json;
import org.writwatch.app.output.OutputFile;
import org.writwatch.app.output.OutputFolder;
import org.writwatch.app.output.Rows;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.law.Law;
import org.writwatch.law.text.JurisdictionHtml;
import org.writwatch.law.text.JurisdictionPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code writwatch law show JURISDICTION}: a page a lawyer can review, datum by datum. */
@Command(name = "show", mixinStandardHelpOptions = true)
final class LawShowCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "JURISDICTION", descriptionKey = "jurisdiction")
    @SuppressWarnings("NullAway.Init")
    private String jurisdiction;

    @Option(names = "--format", paramLabel = "table|json", descriptionKey = "format")
    private Rows.@Nullable Format format;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    LawShowCommand(Context context) {
        this.context = context;
    }

    @Option(names = "--out", paramLabel = "PATH", descriptionKey = "law-out")
    private @Nullable Path out;

    @Override
    public Integer call() {
        if (jurisdiction.equalsIgnoreCase("all")) {
            return all();
        }
        JurisdictionPage page = JurisdictionPage.of(Law.bundled(), jurisdiction, context.lang());
        if (out != null) {
            OutputFile.write(context.surroundings().folder().resolve(out), JurisdictionHtml.of(page));
            return ExitCode.DONE;
        }
        boolean tree = json || format == Rows.Format.JSON;
        context.surroundings().out().print(tree ? Json.text(page.json()) : page.text());
        return ExitCode.DONE;
    }

    /** Every jurisdiction as a page of its own, in one folder. */
    private int all() {
        if (out == null) {
            throw new BadInput(
                    "law show all",
                    Phrase.of("app", "law-show.no-folder"),
                    Phrase.of("app", "law-show.folder"),
                    Phrase.of("app", "law-show.remedy"));
        }
        try (OutputFolder folder =
                OutputFolder.at(context.surroundings().folder().resolve(out))) {
            for (String code : Law.codes()) {
                folder.write(
                        code.toLowerCase(Locale.ROOT) + ".html",
                        JurisdictionHtml.of(JurisdictionPage.of(Law.bundled(), code, context.lang())));
            }
            folder.keep();
        }
        return ExitCode.DONE;
    }
}
