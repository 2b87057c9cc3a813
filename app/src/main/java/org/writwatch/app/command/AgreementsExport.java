package org.writwatch.app.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.writwatch.agreements.Registry;
import org.writwatch.app.ExitCode;
import org.writwatch.app.export.RegistryExport;
import org.writwatch.app.output.OutputFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code agreements export --out DIR}: the whole register as CSV, JSON, Parquet and XLSX with what it means. */
@Command(name = "export", mixinStandardHelpOptions = true)
final class AgreementsExport implements Callable<Integer> {
    private final Context context;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AgreementsCommand parent;

    @Option(names = "--out", paramLabel = "FOLDER", required = true, descriptionKey = "out.folder")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(names = "--as-of", paramLabel = "YYYY-MM-DD")
    private @Nullable LocalDate asOf;

    AgreementsExport(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Registry registry = Stores.registry(context, parent.root);
        LocalDate day = Stores.covered(registry, asOf);
        try (OutputFolder folder =
                OutputFolder.at(context.surroundings().folder().resolve(out))) {
            RegistryExport.write(registry, day, folder);
            folder.keep();
        }
        Stores.sayHowOld(context, parent.root, registry, day);
        context.surroundings().out().println(out);
        return ExitCode.DONE;
    }
}
