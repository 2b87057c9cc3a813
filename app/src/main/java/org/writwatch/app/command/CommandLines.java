package org.writwatch.app.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.writwatch.app.ExitCode;
import org.writwatch.app.Surroundings;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.facts.problem.Problem;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Turns words into a command run, and whatever happens into a message and an exit code. */
public final class CommandLines {
    private CommandLines() {}

    /**
     * Runs one command line.
     *
     * @return the exit status of {@link ExitCode}
     */
    public static int run(Surroundings surroundings, String... args) {
        Lang lang = askedLanguage(List.of(args)).orElseGet(surroundings::language);
        CommandLine line = of(surroundings, lang);
        line.setExecutionExceptionHandler((e, command, parsed) -> explain(e, surroundings, lang));
        line.setParameterExceptionHandler((e, words) -> usage(e, surroundings, lang));
        return line.execute(args);
    }

    /** The whole command tree, with help in one language. */
    public static CommandLine of(Surroundings surroundings, Lang lang) {
        Context context = new Context(surroundings, lang);
        CommandLine line = new CommandLine(new Root(context));
        line.addSubcommand(new DossierCommand(context));
        line.addSubcommand(new EffectCommand(context));
        line.addSubcommand(new ScreenCommand(context));
        line.addSubcommand(new DraftCommand(context));
        line.addSubcommand(new DeadlinesCommand(context));
        line.addSubcommand(new CommandLine(new LawCommand(context))
                .addSubcommand(new LawCheckCommand(context))
                .addSubcommand(new LawShowCommand(context))
                .addSubcommand(new LawCasesCommand(context))
                .addSubcommand(new LawExplainCommand(context))
                .addSubcommand(new LawCountCommand(context)));
        line.addSubcommand(new SyncCommand(context));
        line.addSubcommand("agreements", AgreementsCommand.line(context));
        line.addSubcommand(new EstimateCommand(context));
        line.addSubcommand(new CommandLine(new SiteCommand(context))
                .addSubcommand(new SiteBuildCommand(context))
                .addSubcommand(new SiteServeCommand(context)));
        line.addSubcommand(new StopsCommand(context));
        line.addSubcommand(new VerifyCommand(context));
        line.addSubcommand(new CompletionCommand(context));
        line.registerConverter(LocalDate.class, new DayConverter());
        line.setOut(surroundings.out());
        line.setErr(surroundings.err());
        line.setResourceBundle(new PhraseBundle(Phrasebook.of(lang)));
        line.setUsageHelpAutoWidth(false);
        line.setUsageHelpWidth(100);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    private static Optional<Lang> askedLanguage(List<String> args) {
        for (int i = 0; i < args.size(); i++) {
            if (args.get(i).startsWith("--lang=")) {
                return Lang.find(args.get(i).substring("--lang=".length()));
            } else if (args.get(i).equals("--lang") && i + 1 < args.size()) {
                return Lang.find(args.get(i + 1));
            }
        }
        return Optional.empty();
    }

    private static int explain(Exception e, Surroundings surroundings, Lang lang) {
        if (e instanceof Problem problem) {
            surroundings.err().println("writwatch: " + problem.message(lang));
            return ExitCode.of(problem);
        }
        surroundings.err().println(Phrasebook.of(lang).say("app", "defect"));
        e.printStackTrace(surroundings.err());
        return ExitCode.DEFECT;
    }

    private static int usage(ParameterException e, Surroundings surroundings, Lang lang) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        surroundings.err().println("writwatch: " + wording(e, lang));
        surroundings.err().println(Phrasebook.of(lang).say(Phrase.of("app", "usage.see-help", command)));
        return ExitCode.USAGE;
    }

    private static String name(CommandLine.Model.ArgSpec asked) {
        return asked instanceof CommandLine.Model.OptionSpec option
                ? option.longestName() + " " + option.paramLabel()
                : asked.paramLabel();
    }

    private static String wording(ParameterException e, Lang lang) {
        Phrasebook book = Phrasebook.of(lang);
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().get(0);
            String near = String.join(", ", unmatched.getSuggestions());
            return near.isEmpty()
                    ? book.say(Phrase.of("app", "usage.unknown-word", first))
                    : book.say(Phrase.of("app", "usage.unknown-word-near", first, near));
        } else if (e instanceof CommandLine.MissingParameterException missing) {
            return book.say(Phrase.of(
                    "app",
                    "usage.missing",
                    missing.getMissing().stream()
                            .findFirst()
                            .map(CommandLines::name)
                            .orElse("")));
        }
        // Our own refusals carry no value and come in the language asked for.
        boolean ours = e.getClass() == ParameterException.class && e.getValue() == null;
        return ours || lang == Lang.EN
                ? String.valueOf(e.getMessage())
                : book.say(Phrase.of(
                        "app",
                        "usage.bad-value",
                        e.getArgSpec() == null ? "" : name(e.getArgSpec()),
                        String.valueOf(e.getValue())));
    }
}
