package org.writwatch.app.command;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.facts.problem.MachineFailure;
import org.writwatch.facts.problem.NotFound;
import org.writwatch.law.Law;
import org.writwatch.law.Screening;
import org.writwatch.law.calendar.Closures;
import org.writwatch.law.matter.Matter;
import org.writwatch.law.matter.ProcessingTimes;
import org.writwatch.law.matter.SealedText;
import org.writwatch.law.screen.Screen;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options by which a command reads a matter, and the screening of it. */
final class MatterFile {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--as-of", paramLabel = "YYYY-MM-DD", descriptionKey = "matter-as-of")
    private @Nullable LocalDate asOf;

    @Option(names = "--closures", paramLabel = "CLOSURES.yaml", descriptionKey = "closures")
    private @Nullable Path closures;

    @Option(names = "--processing-times", paramLabel = "FILE", descriptionKey = "processing-times")
    private @Nullable Path times;

    /** A matter as it was kept, and the passphrase that opened it; none when it is plain text. */
    record Opened(Matter matter, Optional<char[]> passphrase) {}

    /** The matter in a file; the day it speaks for is that of the option, else of the file, else of the last list. */
    Matter read(Context context, Path file) {
        return open(context, file).matter();
    }

    /** The same, with what opened it. */
    Opened open(Context context, Path file) {
        Path found = present(context, file);
        byte[] bytes = bytes(found);
        if (SealedText.isSealed(bytes)) {
            String name = String.valueOf(file.getFileName());
            char[] passphrase = passphrase(context, "interview.passphrase");
            StringReader text = new StringReader(SealedText.open(name, bytes, passphrase));
            return new Opened(
                    Matter.parse(name, text, Law.bundled(), asOf, () -> lastList(context)), Optional.of(passphrase));
        }
        return new Opened(Matter.read(found, Law.bundled(), asOf, () -> lastList(context)), Optional.empty());
    }

    /** The day of the option, else that of the last list. */
    LocalDate day(Context context) {
        return asOf == null ? lastList(context) : asOf;
    }

    private LocalDate lastList(Context context) {
        return Stores.registry(context, spec).lastList();
    }

    /**
     * A passphrase from the person at the terminal.
     *
     * @throws BadInput when there is no terminal
     */
    static char[] passphrase(Context context, String prompt) {
        return context.surroundings()
                .dialog()
                .secret(context.say(prompt) + " ")
                .orElseThrow(() -> new BadInput(
                        "passphrase",
                        Phrase.of("app", "interview.no-terminal"),
                        Phrase.of("app", "interview.terminal"),
                        Phrase.of("app", "interview.use-terminal")));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new MachineFailure(Phrase.of("facts", "file.unreadable", String.valueOf(file.getFileName())), e);
        }
    }

    /** The matter screened, with the closures named. */
    Screening screen(Context context, Matter matter) {
        Closures closed = closures == null ? Closures.NONE : Closures.read(present(context, closures));
        Optional<ProcessingTimes> posted = Optional.ofNullable(times)
                .map(t -> ProcessingTimes.read(present(context, t), Law.bundled(), matter.asOf()));
        return Screen.of(Law.bundled()).run(matter, closed, posted);
    }

    private static Path present(Context context, Path file) {
        Path resolved = context.surroundings().folder().resolve(file);
        if (!Files.isRegularFile(resolved)) {
            throw new NotFound(Phrase.of("app", "file.missing", String.valueOf(file.getFileName())), List.of());
        }
        return resolved;
    }
}
