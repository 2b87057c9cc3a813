package org.writwatch.app.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.writwatch.app.ExitCode;
import org.writwatch.app.interview.Interview;
import org.writwatch.app.interview.MatterStore;
import org.writwatch.app.output.Json;
import org.writwatch.app.output.Rows;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.law.Law;
import org.writwatch.law.Screening;
import org.writwatch.law.ScreeningJson;
import org.writwatch.law.matter.Matter;
import org.writwatch.law.matter.SealedText;
import org.writwatch.law.text.ScreeningText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code writwatch screen [MATTER.yaml]}: claims, element by element. Without a file it asks, and keeps the matter after
 * each answer: sealed with a passphrase, or plain when that is asked for. With {@code --resume} it goes on with answers
 * kept before.
 */
@Command(name = "screen", mixinStandardHelpOptions = true)
final class ScreenCommand implements Callable<Integer> {
    private static final int SHORTEST = 8;

    private final Context context;

    @Parameters(paramLabel = "MATTER.yaml", arity = "0..1", descriptionKey = "matter")
    private @Nullable Path file;

    @Option(names = "--save", paramLabel = "FILE", descriptionKey = "save")
    private @Nullable Path save;

    @Option(names = "--resume", descriptionKey = "resume")
    private boolean resume;

    @Option(names = "--plaintext", descriptionKey = "plaintext")
    private boolean plaintext;

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
        Optional<Matter> told = file == null ? interview() : Optional.of(matter.read(context, file));
        if (told.isEmpty()) {
            context.surroundings().err().println(context.say("interview.nothing"));
            return ExitCode.NO_ANSWER;
        }
        Screening screening = matter.screen(context, told.get());
        boolean tree = json || format == Rows.Format.JSON;
        context.surroundings()
                .out()
                .print(
                        tree
                                ? Json.text(ScreeningJson.of(screening, context.lang()))
                                : ScreeningText.of(screening, context.lang()));
        return ExitCode.DONE;
    }

    private Optional<Matter> interview() {
        PrintWriter err = context.surroundings().err();
        Path target = context.surroundings()
                .folder()
                .resolve(save != null ? save : Path.of(plaintext ? "matter.yaml" : "matter.sealed"));
        if (resume) {
            return resumed(target);
        }
        if (Files.exists(target)) {
            throw new BadInput(
                    String.valueOf(target.getFileName()),
                    Phrase.of("app", "interview.exists"),
                    Phrase.of("app", "interview.new-file"),
                    Phrase.of("app", "interview.choose-file"));
        }
        if (plaintext) {
            err.println(context.say("interview.plain-warning", String.valueOf(target.getFileName())));
        }
        MatterStore store = new MatterStore(target, plaintext ? null : SealedText.with(chosen()));
        return new Interview(
                        Law.bundled(),
                        context.surroundings().dialog(),
                        err,
                        context.lang(),
                        matter.day(context),
                        store::keep)
                .run();
    }

    /** Goes on with the answers kept in a file; it stays as it is until the next answer. */
    private Optional<Matter> resumed(Path target) {
        MatterFile.Opened before = matter.open(context, target);
        MatterStore store = new MatterStore(
                target, before.passphrase().map(SealedText::with).orElse(null));
        if (before.passphrase().isEmpty()) {
            context.surroundings()
                    .err()
                    .println(context.say("interview.plain-warning", String.valueOf(target.getFileName())));
        }
        return new Interview(
                        Law.bundled(),
                        context.surroundings().dialog(),
                        context.surroundings().err(),
                        context.lang(),
                        before.matter().asOf(),
                        store::keep)
                .from(before.matter())
                .run();
    }

    /** A new passphrase, typed twice. */
    private char[] chosen() {
        char[] first = MatterFile.passphrase(context, "interview.new-passphrase");
        char[] second = MatterFile.passphrase(context, "interview.passphrase-again");
        if (first.length < SHORTEST || !Arrays.equals(first, second)) {
            throw new BadInput(
                    "passphrase",
                    Phrase.of("app", "interview.not-same"),
                    Phrase.of("app", "interview.same-twice", SHORTEST),
                    Phrase.of("app", "interview.use-terminal"));
        }
        return first;
    }
}
