package org.writwatch.app.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.writwatch.app.ExitCode;
import org.writwatch.app.output.Json;
import org.writwatch.app.output.Rows;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.NotFound;
import org.writwatch.law.Authority.Outcome;
import org.writwatch.law.Law;
import org.writwatch.law.text.Casebook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code writwatch law cases}: real cases, what kind of suit each was and how it came out. */
@Command(name = "cases", mixinStandardHelpOptions = true)
final class LawCasesCommand implements Callable<Integer> {
    private final Context context;

    @Option(names = "--claim", paramLabel = "A..I", descriptionKey = "claim")
    private @Nullable String claim;

    @Option(names = "--in", paramLabel = "JURISDICTION", descriptionKey = "in")
    private @Nullable String jurisdiction;

    @Option(names = "--kind", paramLabel = "WORDS", descriptionKey = "cases-kind")
    private @Nullable String kind;

    @Option(names = "--outcome", paramLabel = "granted|denied|mixed|pending", descriptionKey = "cases-outcome")
    private @Nullable Outcome outcome;

    @Option(names = "--verified", arity = "1", paramLabel = "true|false", descriptionKey = "cases-verified")
    private @Nullable Boolean verified;

    @Option(names = "--since", paramLabel = "YEAR", descriptionKey = "cases-since")
    private @Nullable Integer since;

    @Option(names = "--until", paramLabel = "YEAR", descriptionKey = "cases-until")
    private @Nullable Integer until;

    @Option(names = "--containing", paramLabel = "WORDS", descriptionKey = "cases-containing")
    private @Nullable String words;

    @Option(names = "--format", paramLabel = "table|csv|json", descriptionKey = "rows-format")
    private Rows.@Nullable Format format;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    LawCasesCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Law law = Law.bundled();
        Optional<String> letter = Optional.ofNullable(claim).map(c -> c.toUpperCase(Locale.ROOT));
        if (letter.isPresent() && !law.claims().contains(letter.get())) {
            throw new NotFound(Phrase.of("app", "claim.unknown", letter.get()), List.copyOf(law.claims()));
        }
        Casebook book = Casebook.of(
                law,
                new Casebook.Filter(
                        letter,
                        Optional.ofNullable(jurisdiction),
                        Optional.ofNullable(kind),
                        Optional.ofNullable(outcome),
                        Optional.ofNullable(verified),
                        Optional.ofNullable(since),
                        Optional.ofNullable(until),
                        Optional.ofNullable(words)));
        if (format == Rows.Format.CSV && !json) {
            context.surroundings()
                    .out()
                    .print(new Rows(Casebook.HEADER, book.rows(context.lang())).text(Rows.Format.CSV));
            return ExitCode.DONE;
        }
        boolean tree = json || format == Rows.Format.JSON;
        context.surroundings().out().print(tree ? Json.text(book.json()) : book.text(context.lang()));
        return ExitCode.DONE;
    }
}
