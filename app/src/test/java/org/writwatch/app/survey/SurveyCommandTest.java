package org.writwatch.app.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writwatch.app.Surroundings;
import org.writwatch.app.command.CommandLines;
import org.writwatch.evidence.survey.QuestionBank;

/** {@code survey} as a person runs it, on invented answers. */
class SurveyCommandTest {
    private static final String SPEC = """
            data: answers.csv
            questions:
              trust-sheriff: q1
              stay-home: q2
              church:
                column: q3
                words: "Did you go to church?"
                answers: [went, stayed]
            weight: w
            stratum: town
            unit: block
            wave: year
            margins:
              age: {young: 60000, old: 40000}
              tongue: {en: 70000, es: 30000}
            """;

    @TempDir
    Path folder;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    /**
     * Two waves of 400: of the young 1 in 4 trusts a lot in the first, 1 in 2 in the second; of the old everyone does. The
     * old are over-asked, so only weights bring the share to the census.
     */
    private void answers() throws IOException {
        StringBuilder table = new StringBuilder("year,town,block,w,age,tongue,q1,q2,q3\n");
        for (int year = 2024; year <= 2026; year += 2) {
            for (int i = 0; i < 400; i++) {
                boolean old = i % 4 != 0;
                boolean trusts = old || (year == 2024 ? i % 16 == 0 : i % 8 == 0);
                table.append(year)
                        .append(',')
                        .append(i < 200 ? "north" : "south")
                        .append(",b")
                        .append(i % 40);
                table.append(",1.5,").append(old ? "old" : "young").append(',');
                table.append(i / 4 % 3 == 0 ? "es" : "en").append(',');
                table.append(trusts ? (i % 2 == 0 ? "a lot" : "mucho") : "4").append(',');
                table.append(i == 9 || i == 10 ? "yes" : i % 50 == 0 ? "" : "no")
                        .append(',');
                table.append(i % 3 == 0 ? "went" : "stayed").append('\n');
            }
        }
        Files.writeString(folder.resolve("answers.csv"), table);
        Files.writeString(folder.resolve("survey.yaml"), SPEC);
    }

    @Test
    void sharesMeetTheCensusAndTheChangeHasARange() throws IOException {
        answers();
        assertEquals(0, run("survey", "survey.yaml", "--json"), err.toString());
        JsonNode tree = new ObjectMapper().readTree(out.toString());
        JsonNode first = tree.at("/questions/0/shares/0");
        assertEquals("a lot", first.at("/answer").asText());
        assertEquals("mucho", first.at("/answer_es").asText());
        // 0.4 old who all trust, and a quarter of the 0.6 young: by weights, not by the 325 of 400 who said so.
        assertEquals(0.55, first.at("/share/value").asDouble(), 0.02);
        assertEquals(400, first.at("/people").asInt());
        assertEquals(78, first.at("/degrees").asInt());
        JsonNode change = tree.at("/questions/0/changes/0");
        assertEquals(0.15, change.at("/change/value").asDouble(), 0.02);
        assertTrue(change.at("/low/value").asDouble() < 0.15
                && change.at("/high/value").asDouble() > 0.15);
        assertTrue(tree.at("/weights/0/rounds").asInt() > 0);
        assertEquals(64, tree.at("/provenance/data_sha256").asText().length());
        // Two people said yes: neither yes nor, since it would follow, no is printed.
        assertEquals("stay-home", tree.at("/questions/1/id").asText());
        assertTrue(tree.at("/questions/1/shares/0/share").isNull());
        assertTrue(tree.at("/questions/1/shares/1/share").isNull());
        assertEquals(8, tree.at("/questions/1/shares/1/no_answer").asInt());
        assertTrue(
                tree.at("/withheld/0/why").asText().contains("Fewer than 5"),
                tree.at("/withheld").toString());
        assertEquals("went", tree.at("/questions/2/shares/0/answer").asText());
    }

    @Test
    void theSameDigitsInEveryFormatAndLanguage() throws IOException {
        answers();
        assertEquals(0, run("survey", "survey.yaml", "--json", "--out", "made"));
        JsonNode share = new ObjectMapper().readTree(out.toString()).at("/questions/0/shares/0");
        String printed = share.at("/share/printed").asText();
        String row = "trust-sheriff,2024,a lot," + printed + ","
                + share.at("/error/printed").asText() + ",";
        assertTrue(Files.readString(folder.resolve("made/survey.csv")).contains(row), row);
        assertTrue(Files.readString(folder.resolve("made/survey.txt")).contains("  " + printed + "  "));
        assertEquals(0, run("survey", "survey.yaml", "--format", "csv"));
        assertTrue(out.toString().contains(row), out.toString());
        assertEquals(0, run("--lang", "es", "survey", "survey.yaml"));
        assertTrue(out.toString().contains("mucho"), out.toString());
        assertTrue(out.toString().contains("no es un efecto"), out.toString());
        assertEquals(3, run("survey", "survey.yaml", "--out", "answers.csv"));
    }

    @Test
    void tooFewAreRefusedAndWhatWouldBeEnoughIsSaid() throws IOException {
        StringBuilder few = new StringBuilder("q\n");
        for (int i = 0; i < 24; i++) {
            few.append(i < 8 ? "yes" : "no").append('\n');
        }
        Files.writeString(folder.resolve("answers.csv"), few);
        Files.writeString(folder.resolve("few.yaml"), "data: answers.csv\nquestions: {stay-home: q}\n");
        assertEquals(4, run("survey", "few.yaml"));
        assertTrue(out.toString().contains("too few for a share"), out.toString());
        assertTrue(out.toString().contains("as 30 people drawn at random"), out.toString());
        assertFalse(out.toString().contains("0.333"), out.toString());
        Files.writeString(folder.resolve("answers.csv"), "q\n");
        assertEquals(4, run("survey", "few.yaml"));
        answers();
        Files.writeString(
                folder.resolve("thin.yaml"),
                "data: answers.csv\nquestions: {trust-sheriff: q1}\nmargins:\n  age: {young: 5, old: 4, ancient: 1}\n");
        assertEquals(4, run("survey", "thin.yaml"));
        assertTrue(err.toString().contains("Nobody answered in the class \"ancient\""), err.toString());
    }

    @Test
    void whatCanNotBeRightIsNamed() throws IOException {
        answers();
        refused("questions: {trust: q1}", "a question \"trust\" that the bank does not have", "trust-sheriff");
        refused("questions: {trust-sheriff: q7}", "q7");
        refused("questions: {trust-sheriff: q2}", "answers.csv:3", "\"no\" in the column q2", "a lot, some");
        refused("questions: {trust-sheriff: q1, stay-home: q1}", "two questions on one column");
        refused("questions: {trust-sheriff: q1}\nweight: age", "answers.csv:2", "a weight above 0");
        refused("questions: {trust-sheriff: q1}\nmargins: {age: {young: 5}}", "answers.csv:3", "\"old\"", "young");
        refused(
                "questions: {trust-sheriff: q1}\nmargins:\n  age: {young: 5, old: 5}\n  tongue: {en: 5, es: 4}",
                "tongue adds up to 9, age to 10");
        refused("questions: {trust-sheriff: q1}\nmargins: {age: {young: 5, old: -1}}", "above 0");
        refused("questions: {trust-sheriff: q1}\nwieght: w", "wieght", "weight");
        refused("questions: {own: {column: q3, answers: [went]}}", "two answers or more");
        Files.writeString(folder.resolve("answers.csv"), "first_name,q1\nAna,some\n");
        refused("questions: {trust-sheriff: q1}", "first_name");
        assertEquals(3, run("survey", "absent.yaml"));
        assertEquals(2, run("survey"));
        assertEquals(2, run("survey", "survey.yaml", "--questions"));
    }

    @Test
    void theBankIsPrintedInBothLanguages() throws IOException {
        assertEquals(0, run("survey", "--questions", "--json"));
        JsonNode bank = new ObjectMapper().readTree(out.toString());
        assertEquals(QuestionBank.list().size(), bank.size());
        bank.forEach(q -> {
            assertFalse(q.at("/question_en").asText().isBlank());
            assertFalse(q.at("/question_es").asText().isBlank());
            assertFalse(q.at("/source").asText().isBlank());
        });
    }

    private void refused(String rest, String... words) throws IOException {
        Files.writeString(folder.resolve("bad.yaml"), "data: answers.csv\n" + rest + "\n");
        assertEquals(3, run("survey", "bad.yaml"), rest + "\n" + err);
        for (String word : words) {
            assertTrue(err.toString().contains(word), rest + "\n" + err);
        }
    }

    private int run(String... args) {
        out = new StringWriter();
        err = new StringWriter();
        Surroundings here = new Surroundings(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                folder,
                Map.of("LANG", "C", "WRITWATCH_HOME", folder.resolve("home").toString()),
                false);
        return CommandLines.run(here, args);
    }
}
