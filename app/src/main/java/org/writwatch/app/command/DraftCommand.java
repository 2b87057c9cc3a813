package org.writwatch.app.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.writwatch.app.ExitCode;
import org.writwatch.app.draft.DraftFolder;
import org.writwatch.app.output.OutputFolder;
import org.writwatch.app.output.Progress;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.facts.problem.MachineFailure;
import org.writwatch.facts.problem.NotFound;
import org.writwatch.law.Law;
import org.writwatch.law.Screening;
import org.writwatch.law.matter.Matter;
import org.writwatch.papers.draft.DocxWriter;
import org.writwatch.papers.draft.docx.DocxFile;
import org.writwatch.papers.draft.suit.Filing;
import org.writwatch.papers.draft.suit.FilingReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code writwatch draft MATTER.yaml}: the papers for one claim, in one folder. */
@Command(name = "draft", mixinStandardHelpOptions = true)
final class DraftCommand implements Callable<Integer> {
    private static final long LARGEST = 500_000_000;

    private final Context context;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Root root;

    @Parameters(paramLabel = "MATTER.yaml", descriptionKey = "matter")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Mixin
    private final MatterFile options = new MatterFile();

    @Option(names = "--claim", paramLabel = "A-I", descriptionKey = "draft-claim")
    private @Nullable String claim;

    @Option(names = "--sent", paramLabel = "YYYY-MM-DD", descriptionKey = "sent")
    private @Nullable LocalDate sent;

    @Option(names = "--filing", paramLabel = "FILING.yaml", descriptionKey = "filing")
    private @Nullable Path filing;

    @Option(names = "--templates", paramLabel = "FOLDER", descriptionKey = "templates")
    private @Nullable Path templates;

    @Option(names = "--out", paramLabel = "FOLDER", descriptionKey = "draft-out")
    private @Nullable Path out;

    DraftCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Matter matter = one(options.read(context, file));
        Screening screening = options.screen(context, matter);
        Path manifest = filing == null ? Path.of("filing.yaml") : filing;
        Filing attached = attached();
        DraftFolder papers = new DraftFolder(
                Stores.registry(context, root),
                matter,
                screening,
                attached,
                String.valueOf(manifest.getFileName()),
                exhibits(attached),
                Optional.ofNullable(sent),
                templates());
        Path named = out == null ? Path.of(papers.slug()) : out;
        boolean watched = context.surroundings().terminal() && !root.quiet;
        try (OutputFolder folder =
                OutputFolder.at(context.surroundings().folder().resolve(named))) {
            Progress progress = new Progress(context.surroundings().err(), watched, papers.parts());
            Map<String, byte[]> files = papers.make(progress::step);
            files.forEach(folder::write);
            progress.finish();
            folder.keep();
        } catch (BadInput fault) {
            comment(papers, named);
            throw fault;
        }
        tell(papers);
        context.surroundings().out().println(named);
        return ExitCode.DONE;
    }

    /** Puts the edited templates that have a fault, with comments that say it, into a folder of their own. */
    private void comment(DraftFolder papers, Path named) {
        SortedMap<String, byte[]> faulty = papers.papers().commented(context.lang());
        if (templates != null && !faulty.isEmpty()) {
            Path beside = named.resolveSibling(named.getFileName() + "-faults");
            try (OutputFolder folder =
                    OutputFolder.at(context.surroundings().folder().resolve(beside))) {
                faulty.forEach((name, docx) -> folder.write(name + ".docx", docx));
                folder.keep();
            }
            context.surroundings().err().println(context.say("draft.commented", faulty.size(), beside.toString()));
        }
    }

    /** The matter with the one claim that papers are asked for. */
    private Matter one(Matter matter) {
        List<String> claims = claim == null ? matter.claims() : List.of(claim);
        if (claims.size() != 1) {
            throw new NotFound(Phrase.of("app", "draft.several"), claims);
        }
        if (!Law.bundled().claims().contains(claims.get(0))) {
            throw new NotFound(
                    Phrase.of("app", "draft.no-claim", claims.get(0)),
                    Law.bundled().claims());
        }
        return new Matter(claims, matter.jurisdiction(), matter.respondent(), matter.asOf(), matter.facts());
    }

    private Filing attached() {
        if (filing == null) {
            return Filing.empty();
        }
        try (BufferedReader text = Files.newBufferedReader(present(filing), StandardCharsets.UTF_8)) {
            return FilingReader.read(String.valueOf(filing.getFileName()), text, Law.bundled());
        } catch (IOException e) {
            throw new MachineFailure(Phrase.of("facts", "file.unreadable", String.valueOf(filing.getFileName())), e);
        }
    }

    /** The exhibits beside the manifest; one that is not there, or can not be read, is told of in its place. */
    private Map<String, byte[]> exhibits(Filing attached) {
        Map<String, byte[]> found = new TreeMap<>();
        if (filing != null) {
            Path beside = context.surroundings().folder().resolve(filing).resolveSibling("");
            for (Filing.Exhibit exhibit : attached.exhibits()) {
                try {
                    Path at = beside.resolve(exhibit.file());
                    if (Files.isRegularFile(at) && Files.size(at) <= LARGEST) {
                        found.put(exhibit.file(), Files.readAllBytes(at));
                    }
                } catch (IOException e) {
                    context.surroundings().err().println(context.say("file.missing", exhibit.file()));
                }
            }
        }
        return found;
    }

    private Function<String, DocxFile> templates() {
        if (templates == null) {
            return DocxWriter::template;
        }
        Path folder = context.surroundings().folder().resolve(templates);
        if (!Files.isDirectory(folder)) {
            throw new NotFound(Phrase.of("app", "file.missing", String.valueOf(templates.getFileName())), List.of());
        }
        return name -> {
            Path own = folder.resolve(name + ".docx");
            try {
                return Files.isRegularFile(own)
                        ? DocxFile.open(name + ".docx", Files.readAllBytes(own))
                        : DocxWriter.template(name);
            } catch (IOException e) {
                throw new MachineFailure(Phrase.of("facts", "file.unreadable", name + ".docx"), e);
            }
        };
    }

    private Path present(Path path) {
        Path resolved = context.surroundings().folder().resolve(path);
        if (!Files.isRegularFile(resolved)) {
            throw new NotFound(Phrase.of("app", "file.missing", String.valueOf(path.getFileName())), List.of());
        }
        return resolved;
    }

    /** What stands in the way, on standard error: the folder holds it too. */
    private void tell(DraftFolder papers) {
        if (root.quiet) {
            return;
        }
        context.surroundings().err().println(context.say("draft.plain"));
        papers.papers().plan().why().forEach(w -> context.surroundings().err().println(context.say(w)));
        papers.papers()
                .plan()
                .missing()
                .forEach(m -> context.surroundings()
                        .err()
                        .println(context.say(Phrase.of("papers", "draft.suit.missing", m))));
        papers.papers()
                .gates()
                .unsigned()
                .forEach(g -> context.surroundings().err().println(context.say(g)));
        papers.papers()
                .gates()
                .blocked()
                .forEach(g -> context.surroundings().err().println(context.say(g)));
    }
}
