package org.writwatch.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.writwatch.app.ExitCode;
import org.writwatch.app.output.Json;
import org.writwatch.app.output.OutputFolder;
import org.writwatch.app.output.Rows;
import org.writwatch.app.survey.Survey;
import org.writwatch.evidence.survey.QuestionBank;
import org.writwatch.facts.phrase.Lang;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code writwatch survey SPEC.yaml | --questions}: shares of answers with errors that follow how people were drawn; exit 4 when
 * too few answered to say any.
 */
@Command(name = "survey", mixinStandardHelpOptions = true)
final class SurveyCommand implements Callable<Integer> {
    private final Context context;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec commandSpec;

    @Parameters(paramLabel = "SPEC.yaml", arity = "0..1", descriptionKey = "survey-spec")
    private @Nullable Path spec;

    @Option(names = "--questions", descriptionKey = "survey-questions")
    private boolean questions;

    @Option(names = "--format", paramLabel = "table|csv|json", descriptionKey = "estimate-format")
    private Rows.@Nullable Format format;

    @Option(names = "--json")
    private boolean json;

    @Option(names = "--out", paramLabel = "FOLDER", descriptionKey = "survey-out")
    private @Nullable Path out;

    SurveyCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (questions == (spec != null) || (questions && out != null)) {
            throw new ParameterException(commandSpec.commandLine(), context.say("survey.spec-or-questions"));
        }
        Rows.Format how = json ? Rows.Format.JSON : format == null ? Rows.Format.TABLE : format;
        if (spec == null) {
            context.surroundings().out().print(bank().text(how));
            return ExitCode.DONE;
        }
        Path file = context.surroundings().folder().resolve(spec);
        Survey survey = Survey.of(file, context.lang(), Version.number());
        if (out != null) {
            try (OutputFolder folder =
                    OutputFolder.at(context.surroundings().folder().resolve(out))) {
                folder.write("survey.json", Json.text(survey.tree()));
                folder.write("survey.csv", survey.rows().text(Rows.Format.CSV));
                folder.write("survey.txt", plain(survey));
                folder.keep();
            }
        }
        context.surroundings()
                .out()
                .print(
                        switch (how) {
                            case JSON -> Json.text(survey.tree());
                            case CSV -> survey.rows().text(Rows.Format.CSV);
                            case TABLE -> plain(survey);
                        });
        return survey.said() ? ExitCode.DONE : ExitCode.NO_ANSWER;
    }

    private static String plain(Survey survey) {
        return survey.rows().text(Rows.Format.TABLE) + "\n" + survey.notes();
    }

    /** The question bank, in both languages. */
    private static Rows bank() {
        List<List<String>> rows = new ArrayList<>();
        for (QuestionBank.Question q : QuestionBank.list()) {
            rows.add(List.of(
                    q.id(),
                    q.harm(),
                    q.words(Lang.EN),
                    String.join(" | ", q.answersEnglish()),
                    q.words(Lang.ES),
                    String.join(" | ", q.answersSpanish()),
                    q.source(),
                    q.address()));
        }
        return new Rows(
                List.of("id", "harm", "question_en", "answers_en", "question_es", "answers_es", "source", "address"),
                rows);
    }
}
