package org.writwatch.app.command;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.writwatch.app.ExitCode;
import org.writwatch.app.output.Json;
import org.writwatch.app.output.Rows;
import org.writwatch.law.Law;
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

    @Override
    public Integer call() {
        JurisdictionPage page = JurisdictionPage.of(Law.bundled(), jurisdiction);
        boolean tree = json || format == Rows.Format.JSON;
        context.surroundings().out().print(tree ? Json.text(page.json(context.lang())) : page.text(context.lang()));
        return ExitCode.DONE;
    }
}
