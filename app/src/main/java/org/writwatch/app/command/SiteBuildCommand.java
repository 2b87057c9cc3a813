package org.writwatch.app.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.writwatch.agreements.Registry;
import org.writwatch.app.ExitCode;
import org.writwatch.app.output.OutputFolder;
import org.writwatch.app.output.Progress;
import org.writwatch.app.site.Hosting;
import org.writwatch.app.site.LanguageFiles;
import org.writwatch.app.site.SiteBuild;
import org.writwatch.app.site.SitePlan;
import org.writwatch.facts.UsState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code writwatch site build --out DIR}: the whole site, or that of one state. */
@Command(name = "build", mixinStandardHelpOptions = true)
final class SiteBuildCommand implements Callable<Integer> {
    private final Context context;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private SiteCommand parent;

    @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "site-out")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Mixin
    private final HostingOptions hosting = new HostingOptions();

    @Option(names = "--as-of", paramLabel = "YYYY-MM-DD", descriptionKey = "as-of")
    private @Nullable LocalDate asOf;

    @Option(names = "--base", paramLabel = "ADDRESS", descriptionKey = "site-base")
    private @Nullable String base;

    @Option(names = "--cards", descriptionKey = "site-cards")
    private boolean cards;

    @Option(names = "--state", paramLabel = "STATE", descriptionKey = "site-state", converter = StateConverter.class)
    private @Nullable UsState state;

    SiteBuildCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Registry registry = Stores.registry(context, parent.root);
        LocalDate day = Stores.covered(registry, asOf);
        Hosting added = hosting.read(context, cards);
        added.languages()
                .forEach(one -> context.surroundings()
                        .err()
                        .println(context.say("site.language.said", one.tag(), LanguageFiles.share(one))));
        SitePlan plan = new SitePlan(registry, day, Optional.ofNullable(state), parent.served(base), added);
        boolean watched = context.surroundings().terminal() && !parent.root.quiet;
        try (OutputFolder folder =
                OutputFolder.at(context.surroundings().folder().resolve(out))) {
            Progress progress = new Progress(context.surroundings().err(), watched, SiteBuild.steps(plan));
            SiteBuild.write(plan, folder, progress::step);
            progress.finish();
            folder.keep();
        }
        context.surroundings().out().println(out);
        return ExitCode.DONE;
    }
}
