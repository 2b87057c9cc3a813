package org.writwatch.evidence.survey;

import java.util.List;
import java.util.stream.Stream;
import org.writwatch.facts.bundle.Bundle;
import org.writwatch.facts.bundle.Row;
import org.writwatch.facts.phrase.Lang;

/**
 * Questions for a survey of residents, each for one harm of the catalogue, in both languages, with the published survey that
 * asked something like it. The words and translations are ours and were not tried out on people: a survey should first.
 */
public final class QuestionBank {
    private static final String FILE = "survey/questions.csv";

    private QuestionBank() {}

    /**
     * A question.
     *
     * @param id stable name
     * @param harm id of the harm it measures
     * @param english its words
     * @param spanish its words
     * @param answersEnglish the answers to choose from, in order
     * @param answersSpanish the same
     * @param source where something like it was asked before, or that it was not
     * @param address where that is published; may be empty
     */
    public record Question(
            String id,
            String harm,
            String english,
            String spanish,
            List<String> answersEnglish,
            List<String> answersSpanish,
            String source,
            String address) {
        public Question {
            answersEnglish = List.copyOf(answersEnglish);
            answersSpanish = List.copyOf(answersSpanish);
            if (answersEnglish.size() != answersSpanish.size() || answersEnglish.size() < 2) {
                throw new IllegalArgumentException(id + ": the same answers in both languages, two at least");
            }
        }

        /** Its words in one language. */
        public String words(Lang lang) {
            return lang == Lang.ES ? spanish : english;
        }
    }

    /** Every question, in the order of the table. */
    public static List<Question> list() {
        try (Stream<Row> rows = Bundle.of("evidence").rows(FILE)) {
            return rows.map(r -> new Question(
                            r.text("id"),
                            r.text("harm"),
                            r.text("question_en"),
                            r.text("question_es"),
                            List.of(r.text("answers_en").split("\\|", -1)),
                            List.of(r.text("answers_es").split("\\|", -1)),
                            r.text("source"),
                            r.find("address").orElse("")))
                    .toList();
        }
    }

    /** Questions for one harm. */
    public static List<Question> of(String harm) {
        return list().stream().filter(q -> q.harm().equals(harm)).toList();
    }
}
