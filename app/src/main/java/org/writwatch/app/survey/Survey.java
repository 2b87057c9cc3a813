package org.writwatch.app.survey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.writwatch.app.estimate.SpecFile;
import org.writwatch.app.output.Manifest;
import org.writwatch.app.output.Rows;
import org.writwatch.evidence.survey.QuestionBank;
import org.writwatch.evidence.survey.SurveyShare;
import org.writwatch.evidence.survey.SurveySheet;
import org.writwatch.evidence.survey.SurveyWave;
import org.writwatch.facts.phrase.Figure;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;

/**
 * Runs one specification of a survey: the share of each answer, wave by wave, and the change from each wave to the next.
 *
 * @param tree the answer as a tree of maps and lists
 * @param rows a row for each share and change; an empty cell where none is said
 * @param notes what is withheld and why, and what a survey cannot say, for people
 * @param said whether any share is said
 */
public record Survey(Map<String, Object> tree, Rows rows, String notes, boolean said) {
    private static final int DECIMALS = 3;
    private static final List<String> HEADER = List.of(
            "question",
            "wave",
            "answer",
            "share",
            "error",
            "low",
            "high",
            "people",
            "no_answer",
            "effective",
            "degrees");

    /**
     * Reads a specification and its table, and computes.
     *
     * @throws org.writwatch.facts.problem.BadInput the specification or the table is not what it should be, with file and place
     * @throws org.writwatch.facts.problem.TooLittle nobody answered, or the margins cannot be met
     */
    public static Survey of(Path spec, Lang lang, String version) {
        SurveySpecification s = SurveySpecification.read(spec);
        if (!Files.isRegularFile(s.data())) {
            throw SpecFile.missing(String.valueOf(s.data().getFileName()));
        }
        SurveySheet sheet = SurveySheet.read(s.data(), s.columns());
        List<SurveyWave> waves = SurveyWave.of(sheet, s.columns().margins());
        Making making = new Making(s, sheet, waves, lang);
        return making.make(hash(s.data()), hash(spec), version);
    }

    private static String hash(Path file) {
        try {
            return Manifest.sha256(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows, tree and notes of one answer while they are made. */
    private static final class Making {
        private final SurveySpecification spec;
        private final SurveySheet sheet;
        private final List<SurveyWave> waves;
        private final Lang lang;
        private final Phrasebook book;
        private final List<List<String>> rows = new ArrayList<>();
        private final List<Object> withheld = new ArrayList<>();
        private final StringBuilder notes = new StringBuilder();
        private boolean said;

        Making(SurveySpecification spec, SurveySheet sheet, List<SurveyWave> waves, Lang lang) {
            this.spec = spec;
            this.sheet = sheet;
            this.waves = waves;
            this.lang = lang;
            this.book = Phrasebook.of(lang);
        }

        Survey make(String dataHash, String specHash, String version) {
            List<Object> questions = new ArrayList<>();
            spec.asked().forEach((column, question) -> questions.add(question(column, question)));
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("questions", questions);
            tree.put("weights", waves.stream().map(this::weights).toList());
            Map<String, Object> counts = new LinkedHashMap<>();
            counts.put("people", sheet.people().size());
            counts.put("left_out", leftOut());
            tree.put("counts", counts);
            tree.put("withheld", withheld);
            tree.put("caveats", caveats());
            Map<String, Object> provenance = new LinkedHashMap<>();
            provenance.put("data_sha256", dataHash);
            provenance.put("spec_sha256", specHash);
            provenance.put("version", version);
            tree.put("provenance", provenance);
            return new Survey(tree, new Rows(HEADER, rows), notes.toString(), said);
        }

        private Map<String, Object> question(String column, QuestionBank.Question question) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("id", question.id());
            tree.put("column", column);
            tree.put("harm", question.harm());
            Map<String, Object> words = new LinkedHashMap<>();
            words.put("en", question.english());
            words.put("es", question.spanish());
            tree.put("words", words);
            tree.put("source", question.source());
            List<Object> shares = new ArrayList<>();
            List<Object> changes = new ArrayList<>();
            List<SurveyWave.AnswerShare> before = List.of();
            for (SurveyWave wave : waves) {
                List<SurveyWave.AnswerShare> now = wave.shares(question);
                now.forEach(a -> shares.add(share(question, wave, a)));
                for (int a = 0; a < before.size(); a++) {
                    if (before.get(a).share().isPresent() && now.get(a).share().isPresent()) {
                        changes.add(change(
                                question,
                                wave,
                                a,
                                before.get(a).share().get(),
                                now.get(a).share().get()));
                    }
                }
                before = now;
            }
            tree.put("shares", shares);
            tree.put("changes", changes);
            return tree;
        }

        private Map<String, Object> share(
                QuestionBank.Question question, SurveyWave wave, SurveyWave.AnswerShare answer) {
            String words = words(question, answer.answer());
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("wave", wave.name());
            tree.put("answer", question.answersEnglish().get(answer.answer()));
            tree.put("answer_es", question.answersSpanish().get(answer.answer()));
            SurveyShare share = answer.share().orElse(null);
            tree.put("share", share == null ? null : number(share.share()));
            tree.put("error", share == null ? null : number(share.error()));
            tree.put("low", share == null ? null : number(share.low()));
            tree.put("high", share == null ? null : number(share.high()));
            tree.put("people", share == null ? null : share.respondents());
            tree.put("no_answer", wave.silent(question));
            tree.put("effective", share == null ? null : number(share.effective()));
            tree.put("degrees", share == null ? null : share.degreesOfFreedom());
            String silent = String.valueOf(wave.silent(question));
            if (share == null) {
                rows.add(List.of(question.id(), wave.name(), words, "", "", "", "", "", silent, "", ""));
                String why = answer.why().orElseThrow().message(lang);
                withheld(question.id() + " " + wave.name() + " " + words, why);
            } else {
                said = true;
                rows.add(List.of(
                        question.id(),
                        wave.name(),
                        words,
                        digits(share.share()),
                        digits(share.error()),
                        digits(share.low()),
                        digits(share.high()),
                        String.valueOf(share.respondents()),
                        silent,
                        digits(share.effective(), 1),
                        String.valueOf(share.degreesOfFreedom())));
            }
            return tree;
        }

        private Map<String, Object> change(
                QuestionBank.Question question, SurveyWave wave, int answer, SurveyShare was, SurveyShare is) {
            double[] change = was.changeTo(is);
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("to", wave.name());
            tree.put("answer", question.answersEnglish().get(answer));
            tree.put("answer_es", question.answersSpanish().get(answer));
            tree.put("change", number(change[1]));
            tree.put("low", number(change[0]));
            tree.put("high", number(change[2]));
            rows.add(List.of(
                    question.id(),
                    book.say(Phrase.of("app", "survey.change", wave.name())),
                    words(question, answer),
                    digits(change[1]),
                    "",
                    digits(change[0]),
                    digits(change[2]),
                    "",
                    "",
                    "",
                    ""));
            return tree;
        }

        private Map<String, Object> weights(SurveyWave wave) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("wave", wave.name());
            tree.put("people", wave.people());
            tree.put("rounds", wave.raking().map(r -> (Object) r.rounds()).orElse(0));
            tree.put("largest", number(wave.largestWeight()));
            return tree;
        }

        private Map<String, Object> leftOut() {
            Map<String, Object> tree = new LinkedHashMap<>();
            sheet.leftOut().forEach((margin, n) -> {
                tree.put(margin, n);
                note(Phrase.of("app", "survey.left-out", n, margin));
            });
            return tree;
        }

        private List<Object> caveats() {
            List<Phrase> all = new ArrayList<>();
            SurveySheet.Columns c = spec.columns();
            all.add(Phrase.of("app", "survey.caveat.who"));
            all.add(
                    c.margins().isEmpty()
                            ? Phrase.of("app", "survey.caveat.no-margins")
                            : Phrase.of(
                                    "app",
                                    "survey.caveat.margins",
                                    List.copyOf(c.margins().keySet())));
            if (c.unit().isEmpty()) {
                all.add(Phrase.of("app", "survey.caveat.no-unit"));
            }
            if (c.weight().isEmpty()) {
                all.add(Phrase.of("app", "survey.caveat.no-weight"));
            }
            if (waves.size() > 1) {
                all.add(Phrase.of("app", "survey.caveat.change"));
            }
            if (rows.size() > 1) {
                all.add(Phrase.of("app", "survey.caveat.several", rows.size()));
            }
            all.add(Phrase.of("app", "survey.caveat.words"));
            all.forEach(this::note);
            return all.stream().map(p -> (Object) book.say(p)).toList();
        }

        private void withheld(String what, String why) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("what", what.replace("  ", " "));
            tree.put("why", why);
            withheld.add(tree);
            notes.append("- ")
                    .append(what.replace("  ", " "))
                    .append(": ")
                    .append(why)
                    .append('\n');
        }

        private void note(Phrase phrase) {
            notes.append("- ").append(book.say(phrase)).append('\n');
        }

        private String words(QuestionBank.Question question, int answer) {
            return (lang == Lang.ES ? question.answersSpanish() : question.answersEnglish()).get(answer);
        }

        private static Map<String, Object> number(double value) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("value", value);
            map.put("printed", digits(value));
            return map;
        }
    }

    private static String digits(double value) {
        return digits(value, DECIMALS);
    }

    private static String digits(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%." + decimals + "f", new Figure(value, decimals).value());
        return text.matches("-0(\\.0+)?") ? text.substring(1) : text;
    }
}
