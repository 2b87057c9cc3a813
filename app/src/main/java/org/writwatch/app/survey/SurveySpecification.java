package org.writwatch.app.survey;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.writwatch.app.estimate.SpecFile;
import org.writwatch.evidence.survey.QuestionBank;
import org.writwatch.evidence.survey.Raking;
import org.writwatch.evidence.survey.SurveySheet;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.facts.yaml.YamlMap;

/**
 * What to compute of a survey: {@code data}, {@code questions} (id of the bank to column, or a question of one's own), and where
 * wanted {@code weight}, {@code stratum}, {@code unit}, {@code wave}, {@code margins} (census people by class, by column) and
 * {@code delimiter}.
 *
 * @param data the table
 * @param columns which column plays which part
 * @param asked the questions with the column of each, in the order of the file
 */
record SurveySpecification(Path data, SurveySheet.Columns columns, Map<String, QuestionBank.Question> asked) {
    /**
     * Reads a file.
     *
     * @throws BadInput it is no such specification, with file and line
     */
    static SurveySpecification read(Path spec) {
        return SpecFile.read(spec, y -> {
            Path folder = spec.toAbsolutePath().getParent();
            String data = y.text("data");
            Map<String, QuestionBank.Question> asked = questions(y);
            Map<String, Map<String, Double>> margins = margins(y);
            String delimiter = y.findText("delimiter").orElse(",");
            if (delimiter.length() != 1) {
                throw y.problem(
                        "delimiter",
                        Phrase.of("facts", "yaml.value", delimiter, "delimiter"),
                        Phrase.of("app", "survey.delimiter.expected"));
            }
            SurveySheet.Columns columns = new SurveySheet.Columns(
                    delimiter.charAt(0),
                    y.findText("weight").orElse(""),
                    y.findText("stratum").orElse(""),
                    y.findText("unit").orElse(""),
                    y.findText("wave").orElse(""),
                    margins,
                    asked);
            y.done();
            return new SurveySpecification(folder == null ? Path.of(data) : folder.resolve(data), columns, asked);
        });
    }

    private static Map<String, QuestionBank.Question> questions(YamlMap y) {
        YamlMap map = y.map("questions");
        Map<String, QuestionBank.Question> asked = new LinkedHashMap<>();
        for (String id : map.keys()) {
            Object read = map.either(id, column -> column, own -> own(id, own));
            if (read instanceof Own own) {
                asked.put(own.column, own.question);
                continue;
            }
            Optional<QuestionBank.Question> known =
                    QuestionBank.list().stream().filter(q -> q.id().equals(id)).findFirst();
            if (known.isEmpty()) {
                throw map.problem(
                        id,
                        Phrase.of("app", "survey.question.found", id),
                        Phrase.of(
                                "app",
                                "survey.question.expected",
                                String.join(
                                        ", ",
                                        QuestionBank.list().stream()
                                                .map(QuestionBank.Question::id)
                                                .toList())));
            }
            asked.put(String.valueOf(read), known.get());
        }
        map.done();
        if (asked.size() != map.keys().size() || asked.isEmpty()) {
            throw y.problem(
                    "questions",
                    Phrase.of("app", "survey.questions.found"),
                    Phrase.of("app", "survey.questions.expected"));
        }
        return asked;
    }

    private record Own(String column, QuestionBank.Question question) {}

    /** A question that is not of the bank: {@code column}, {@code answers}, {@code words} where wanted. */
    private static Own own(String id, YamlMap y) {
        String column = y.text("column");
        List<String> answers = y.texts("answers");
        String words = y.findText("words").orElse(id);
        y.done();
        if (answers.size() < 2) {
            throw y.problem(
                    "answers",
                    Phrase.of("facts", "yaml.value", String.join(", ", answers), "answers"),
                    Phrase.of("app", "survey.answers.expected"));
        }
        return new Own(column, new QuestionBank.Question(id, "", words, words, answers, answers, "", ""));
    }

    private static Map<String, Map<String, Double>> margins(YamlMap y) {
        Map<String, Map<String, Double>> margins = new LinkedHashMap<>();
        YamlMap map = y.findMap("margins").orElse(null);
        if (map == null) {
            return margins;
        }
        String first = "";
        double firstTotal = 0;
        for (String margin : map.keys()) {
            YamlMap classes = map.map(margin);
            Map<String, Double> people = new LinkedHashMap<>();
            for (String each : classes.keys()) {
                double count = SpecFile.parsed(classes, each, classes.text(each));
                if (!(count > 0)) {
                    throw classes.problem(
                            each,
                            Phrase.of("facts", "yaml.value", classes.text(each), each),
                            Phrase.of("app", "survey.people.expected"));
                }
                people.put(each, count);
            }
            classes.done();
            double total =
                    people.values().stream().mapToDouble(Double::doubleValue).sum();
            if (first.isEmpty()) {
                first = margin;
                firstTotal = total;
            } else if (Math.abs(total - firstTotal) > Raking.SAME_TOTAL * firstTotal) {
                throw map.problem(
                        margin,
                        Phrase.of(
                                "app", "survey.total.found", margin, Math.round(total), first, Math.round(firstTotal)),
                        Phrase.of("app", "survey.total.expected"));
            }
            margins.put(margin, people);
        }
        map.done();
        return margins;
    }
}
