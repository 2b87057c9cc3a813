package org.writwatch.app.command;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
    private static final Map<String, Function<Context, CommandLine>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("dossier", c -> new CommandLine(new DossierCommand(c)));
        COMMANDS.put("effect", c -> new CommandLine(new EffectCommand(c)));
        COMMANDS.put("screen", c -> new CommandLine(new ScreenCommand(c)));
        COMMANDS.put("draft", c -> new CommandLine(new DraftCommand(c)));
        COMMANDS.put("deadlines", c -> new CommandLine(new DeadlinesCommand(c)));
        COMMANDS.put(
                "law",
                c -> new CommandLine(new LawCommand(c))
                        .addSubcommand(new LawCheckCommand(c))
                        .addSubcommand(new LawShowCommand(c))
                        .addSubcommand(new LawCasesCommand(c))
                        .addSubcommand(new LawExplainCommand(c))
                        .addSubcommand(new LawCountCommand(c)));
        COMMANDS.put("sync", c -> new CommandLine(new SyncCommand(c)));
        COMMANDS.put("agreements", AgreementsCommand::line);
        COMMANDS.put("estimate", c -> new CommandLine(new EstimateCommand(c)));
        COMMANDS.put(
                "site",
                c -> new CommandLine(new SiteCommand(c))
                        .addSubcommand(new SiteBuildCommand(c))
                        .addSubcommand(new SiteServeCommand(c)));
        COMMANDS.put("stops", c -> new CommandLine(new StopsCommand(c)));
        COMMANDS.put("survey", c -> new CommandLine(new SurveyCommand(c)));
        COMMANDS.put("verify", c -> new CommandLine(new VerifyCommand(c)));
        COMMANDS.put("completion", c -> new CommandLine(new CompletionCommand(c)));
    }

    private CommandLines() {}

    /**
     * Runs one command line.
     *
     * @return the exit status of {@link ExitCode}
     */
    public static int run(Surroundings surroundings, String... args) {
        Lang lang = askedLanguage(List.of(args)).orElseGet(surroundings::language);
        CommandLine line = of(surroundings, lang, asked(args));
        line.setExecutionExceptionHandler((e, command, parsed) -> explain(e, surroundings, lang));
        line.setParameterExceptionHandler((e, words) -> usage(e, surroundings, lang));
        return line.execute(args);
    }

    /** The whole command tree, with help in one language. */
    public static CommandLine of(Surroundings surroundings, Lang lang) {
        return of(surroundings, lang, Optional.empty());
    }

    /**
     * The command tree with help in one language.
     *
     * @param only the one command of it that is needed: to describe all of them takes longer than many a command runs
     */
    private static CommandLine of(Surroundings surroundings, Lang lang, Optional<String> only) {
        Context context = new Context(surroundings, lang);
        CommandLine line = new CommandLine(new Root(context));
        COMMANDS.forEach((name, command) -> {
            if (only.isEmpty() || only.get().equals(name)) {
                line.addSubcommand(name, command.apply(context));
            }
        });
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

    /**
     * The command asked for when it stands where one is expected. Empty for help, for a mistake (whoever mistook a name is
     * told which are near) and for the one command that describes all others.
     */
    private static Optional<String> asked(String... args) {
        for (int i = 0; i < args.length; i++) {
            String word = args[i];
            if (word.equals("--home") || word.equals("--lang")) {
                i++;
            } else if (!word.equals("--quiet") && !word.startsWith("--home=") && !word.startsWith("--lang=")) {
                return Optional.of(word).filter(COMMANDS::containsKey).filter(w -> !w.equals("completion"));
            }
        }
        return Optional.empty();
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
