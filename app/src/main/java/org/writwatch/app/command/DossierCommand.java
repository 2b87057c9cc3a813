package org.writwatch.app.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.writwatch.agreements.Registry;
import org.writwatch.app.ExitCode;
import org.writwatch.app.dossier.DossierContents;
import org.writwatch.app.dossier.DossierFiles;
import org.writwatch.app.output.OutputFolder;
import org.writwatch.app.output.Progress;
import org.writwatch.facts.Place;
import org.writwatch.facts.gazetteer.Gazetteer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code writwatch dossier PLACE}: everything about one place in one folder. */
@Command(name = "dossier", mixinStandardHelpOptions = true)
final class DossierCommand implements Callable<Integer> {
    private final Context context;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Root root;

    @Parameters(paramLabel = "PLACE", descriptionKey = "place")
    @SuppressWarnings("NullAway.Init")
    private String place;

    @Option(names = "--out", paramLabel = "FOLDER")
    private @Nullable Path out;

    @Option(names = "--as-of", paramLabel = "YYYY-MM-DD")
    private @Nullable LocalDate asOf;

    DossierCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Place found = Gazetteer.bundled().get(place);
        Path named = out == null ? Path.of("dossier-" + found.slug()) : out;
        boolean watched = context.surroundings().terminal() && !root.quiet;
        try (OutputFolder folder =
                OutputFolder.at(context.surroundings().folder().resolve(named))) {
            Progress reading = new Progress(context.surroundings().err(), watched, 1);
            Registry registry = Stores.registry(context, root);
            DossierContents contents = DossierContents.of(
                    registry, found, Stores.covered(registry, asOf), Stores.tables(context, root, asOf));
            reading.step(context.say("progress.read"));
            Progress writing = new Progress(context.surroundings().err(), watched, DossierFiles.parts(contents));
            DossierFiles.write(contents, folder, writing::step);
            writing.finish();
            folder.keep();
        }
        context.surroundings().out().println(named);
        return ExitCode.DONE;
    }
}
