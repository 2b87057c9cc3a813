package org.writwatch.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.writwatch.agreements.Agreement;
import org.writwatch.agreements.Model;
import org.writwatch.agreements.Registry;
import org.writwatch.agreements.memo.Memoranda;
import org.writwatch.agreements.memo.Memorandum;
import org.writwatch.agreements.memo.MemorandumReader;
import org.writwatch.agreements.memo.MemorandumReading;
import org.writwatch.agreements.memo.Ocr;
import org.writwatch.agreements.memo.OcrUse;
import org.writwatch.app.ExitCode;
import org.writwatch.app.memo.MemoAnswer;
import org.writwatch.app.memo.MemoText;
import org.writwatch.app.memo.MemoTree;
import org.writwatch.app.output.Json;
import org.writwatch.app.output.OutputFile;
import org.writwatch.app.output.OutputFolder;
import org.writwatch.app.output.Progress;
import org.writwatch.app.output.Rows;
import org.writwatch.facts.Agency;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.MachineFailure;
import org.writwatch.facts.problem.NotFound;
import org.writwatch.papers.memo.DutyIcs;
import org.writwatch.papers.memo.RedlineDocx;
import org.writwatch.papers.memo.RedlineHtml;
import org.writwatch.papers.memo.RedlineView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code agreements memo FILE.pdf | AGENCY}: a memorandum read, held against its form and the lists, and its calendar. */
@Command(name = "memo", mixinStandardHelpOptions = true)
final class AgreementsMemo implements Callable<Integer> {
    private final Context context;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AgreementsCommand parent;

    @Parameters(paramLabel = "FILE.pdf|AGENCY", descriptionKey = "memo-what")
    @SuppressWarnings("NullAway.Init")
    private String asked;

    @Option(
            names = "--model",
            paramLabel = "jem|tfm|wso",
            converter = ModelConverter.class,
            descriptionKey = "memo-model")
    private @Nullable Model model;

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "memo-out")
    private @Nullable Path out;

    @Option(names = "--ocr-pages", paramLabel = "DIR", descriptionKey = "memo-ocr")
    private @Nullable Path kept;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private RowsOptions options;

    AgreementsMemo(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Registry registry = Stores.registry(context, parent.root);
        LocalDate day = options.day(registry);
        Optional<Path> file = file();
        MemoAnswer answer = file.isPresent() ? ofFile(file.get(), registry, day) : ofAgency(registry, day);
        if (out != null) {
            write(answer, context.surroundings().folder().resolve(out), day);
        }
        Stores.sayHowOld(context, parent.root, registry, day);
        context.surroundings().out().print(text(answer));
        return ExitCode.DONE;
    }

    /** The file, when the words mean one: they end in .pdf, or a file of that name is there. */
    private Optional<Path> file() {
        try {
            Path path = context.surroundings().folder().resolve(asked);
            boolean there = Files.isRegularFile(path);
            if (!there && asked.toLowerCase(Locale.ROOT).endsWith(".pdf")) {
                throw new NotFound(Phrase.of("app", "file.missing", String.valueOf(path.getFileName())), List.of());
            }
            return there ? Optional.of(path) : Optional.empty();
        } catch (java.nio.file.InvalidPathException e) {
            return Optional.empty();
        }
    }

    private MemoAnswer ofFile(Path file, Registry registry, LocalDate day) {
        String name = String.valueOf(file.getFileName());
        boolean watched = context.surroundings().terminal() && !parent.root.quiet;
        if (watched) {
            context.surroundings().err().println(context.say("memo.reading", name, (int) (size(file, name) >> 20)));
        }
        Optional<Ocr> ocr = kept == null
                ? Ocr.find()
                : Optional.of(Ocr.keptIn(context.surroundings().folder().resolve(kept)));
        Optional<Ocr> told = ocr.map(o -> watched ? shown(o) : o);
        MemorandumReading reading =
                MemorandumReader.with(OcrUse.WHEN_NEEDED, told).open(file);
        String sha = reading.memorandum().source().sha256().orElseThrow();
        String published =
                Memoranda.bundled().findByHash(sha).map(Memorandum::file).orElse(name);
        return MemoAnswer.of(reading, published, registry.list(day), day);
    }

    /** The recogniser, saying which page it is at. */
    private Ocr shown(Ocr ocr) {
        return (file, pdf, page) -> {
            Progress bar = new Progress(context.surroundings().err(), true, 1);
            bar.step(context.say("memo.at", file, page));
            var lines = ocr.read(file, pdf, page);
            bar.finish();
            return lines;
        };
    }

    private static long size(Path file, String name) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new MachineFailure(Phrase.of("agreements", "memo.problem.file-machine", name), e);
        }
    }

    private MemoAnswer ofAgency(Registry registry, LocalDate day) {
        Agency agency = registry.agency(asked);
        List<Memorandum> held = Memoranda.bundled().forAgency(agency.id()).stream()
                .filter(m -> model == null || m.model() == model)
                .toList();
        if (held.isEmpty()) {
            List<String> where = registry.history(agency.id(), day).stream()
                    .filter(a -> model == null || a.model() == model)
                    .map(Agreement::memoUrl)
                    .flatMap(Optional::stream)
                    .distinct()
                    .map(url -> context.say("memo.not-held.at", url))
                    .toList();
            throw new NotFound(Phrase.of("app", "memo.not-held", agency.name()), where);
        }
        if (held.stream().map(Memorandum::model).distinct().count() > 1) {
            throw new NotFound(
                    Phrase.of("app", "memo.several", agency.name()),
                    held.stream()
                            .map(m -> "--model " + m.model().name().toLowerCase(Locale.ROOT) + "   " + m.file())
                            .toList());
        }
        Memorandum memorandum =
                Memoranda.bundled().findFor(agency.id(), held.get(0).model()).orElseThrow();
        if (!parent.root.quiet) {
            context.surroundings().err().println(context.say("memo.no-contacts"));
        }
        return MemoAnswer.of(Memoranda.bundled().reading(memorandum), memorandum.file(), registry.list(day), day);
    }

    private void write(MemoAnswer answer, Path target, LocalDate day) {
        Memorandum memorandum = answer.reading().memorandum();
        String agency = answer.agency().orElseGet(() -> context.say("memo.agency-unread"));
        RedlineView view = new RedlineView(answer.reading(), agency, answer.flags(), day);
        String before = OutputFile.previous(target.resolve("calendar.ics"));
        try (OutputFolder folder = OutputFolder.at(target)) {
            folder.write("redline.html", RedlineHtml.of(view, context.lang()));
            folder.write("redline.docx", RedlineDocx.of(view, context.lang()));
            folder.write(
                    "duties.csv",
                    new Rows(MemoTree.DUTY_COLUMNS, MemoTree.duties(memorandum, context.lang())).text(Rows.Format.CSV));
            folder.write("calendar.ics", DutyIcs.of(memorandum, answer.calendar(), before, context.lang()));
            folder.write("memorandum.json", Json.text(MemoTree.of(answer)));
            folder.keep();
        }
    }

    private String text(MemoAnswer answer) {
        return switch (options.format()) {
            case JSON -> Json.text(MemoTree.of(answer));
            case TABLE -> MemoText.of(answer, context.lang());
            case CSV ->
                new Rows(MemoTree.DUTY_COLUMNS, MemoTree.duties(answer.reading().memorandum(), context.lang()))
                        .text(Rows.Format.CSV);
        };
    }
}
