package org.writwatch.evidence.survey;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.writwatch.evidence.table.CsvFile;
import org.writwatch.evidence.table.CsvRow;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;

/**
 * The rows of a survey, one for each person who answered: no names, no birth dates. A row that cannot be right refuses the
 * table with file and row; a person of whom a margin's class is not known is left out and counted. Immutable.
 *
 * @param people those used, in the order of the table
 * @param leftOut how many were left out for want of a class, by margin
 */
public record SurveySheet(List<Respondent> people, SortedMap<String, Integer> leftOut) {
    public SurveySheet {
        people = List.copyOf(people);
        leftOut = new TreeMap<>(leftOut);
    }

    /**
     * A person who answered.
     *
     * @param wave which survey, empty when there is one
     * @param weight above 0
     * @param stratum where it was drawn
     * @param unit first-stage unit, unique within the stratum
     * @param classes class by margin
     * @param answers place of the answer among those of the question, by question; absent when none was given
     */
    public record Respondent(
            String wave,
            double weight,
            String stratum,
            String unit,
            Map<String, String> classes,
            Map<String, Integer> answers) {
        public Respondent {
            classes = Map.copyOf(classes);
            answers = Map.copyOf(answers);
        }
    }

    /**
     * Which column plays which part; empty text for a part that none plays.
     *
     * @param delimiter what stands between two cells
     * @param weight one over the chance of being drawn
     * @param stratum where people were drawn apart
     * @param unit block or list drawn first
     * @param wave which survey
     * @param margins people of the population by class, by column
     * @param questions the question that each column answers
     */
    public record Columns(
            char delimiter,
            String weight,
            String stratum,
            String unit,
            String wave,
            Map<String, Map<String, Double>> margins,
            Map<String, QuestionBank.Question> questions) {
        List<String> needed() {
            Set<String> needed = new LinkedHashSet<>(questions.keySet());
            needed.addAll(margins.keySet());
            for (String column : List.of(weight, stratum, unit, wave)) {
                if (!column.isEmpty()) {
                    needed.add(column);
                }
            }
            return List.copyOf(needed);
        }
    }

    /**
     * Reads a table.
     *
     * @throws BadInput it has a column of names or birth dates, lacks a column, or a cell cannot be right
     */
    public static SurveySheet read(Path file, Columns columns) {
        String name = String.valueOf(file.getFileName());
        List<Respondent> people = new ArrayList<>();
        SortedMap<String, Integer> leftOut = new TreeMap<>();
        CsvFile.read(file, columns.delimiter(), columns.needed(), row -> {
            Optional<String> missing = columns.margins().keySet().stream()
                    .sorted()
                    .filter(m -> row.text(m).isEmpty())
                    .findFirst();
            if (missing.isPresent()) {
                leftOut.merge(missing.get(), 1, Integer::sum);
            } else {
                people.add(person(name, row, columns, people.size()));
            }
        });
        return new SurveySheet(people, leftOut);
    }

    private static Respondent person(String file, CsvRow row, Columns columns, int number) {
        Map<String, String> classes = new LinkedHashMap<>();
        columns.margins().forEach((margin, people) -> {
            String own = row.text(margin);
            if (!people.containsKey(own)) {
                throw bad(file, row, margin, own, String.join(", ", new TreeMap<>(people).keySet()));
            }
            classes.put(margin, own);
        });
        Map<String, Integer> answers = new LinkedHashMap<>();
        columns.questions().forEach((column, question) -> {
            String said = row.text(column);
            if (!said.isEmpty()) {
                answers.put(question.id(), answer(file, row, column, question));
            }
        });
        return new Respondent(
                columns.wave().isEmpty() ? "" : filled(file, row, columns.wave()),
                columns.weight().isEmpty() ? 1 : weight(file, row, columns.weight()),
                columns.stratum().isEmpty() ? "" : filled(file, row, columns.stratum()),
                columns.unit().isEmpty() ? "row " + number : filled(file, row, columns.unit()),
                classes,
                answers);
    }

    /** The answer in either language, or its number from 1. */
    private static int answer(String file, CsvRow row, String column, QuestionBank.Question question) {
        String said = row.text(column).toLowerCase(Locale.ROOT);
        for (int i = 0; i < question.answersEnglish().size(); i++) {
            if (said.equals(question.answersEnglish().get(i).toLowerCase(Locale.ROOT))
                    || said.equals(question.answersSpanish().get(i).toLowerCase(Locale.ROOT))
                    || said.equals(String.valueOf(i + 1))) {
                return i;
            }
        }
        throw bad(
                file,
                row,
                column,
                row.text(column),
                String.join(", ", question.answersEnglish()) + "; " + String.join(", ", question.answersSpanish())
                        + "; 1-" + question.answersEnglish().size());
    }

    private static double weight(String file, CsvRow row, String column) {
        String said = row.text(column);
        if (said.matches("[0-9]{1,12}(\\.[0-9]{1,12})?") && Double.parseDouble(said) > 0) {
            return Double.parseDouble(said);
        }
        throw new BadInput(
                place(file, row),
                Phrase.of("evidence", "survey.cell-found", said, column),
                Phrase.of("evidence", "survey.weight-expected"),
                Phrase.of("evidence", "survey.cell-remedy"));
    }

    private static String filled(String file, CsvRow row, String column) {
        String said = row.text(column);
        if (said.isEmpty()) {
            throw new BadInput(
                    place(file, row),
                    Phrase.of("evidence", "survey.cell-found", said, column),
                    Phrase.of("evidence", "survey.filled-expected"),
                    Phrase.of("evidence", "survey.cell-remedy"));
        }
        return said;
    }

    private static BadInput bad(String file, CsvRow row, String column, String said, String choices) {
        return new BadInput(
                place(file, row),
                Phrase.of("evidence", "survey.cell-found", said, column),
                Phrase.of("evidence", "survey.choice-expected", choices),
                Phrase.of("evidence", "survey.cell-remedy"));
    }

    private static String place(String file, CsvRow row) {
        return file + ":" + row.number();
    }
}
