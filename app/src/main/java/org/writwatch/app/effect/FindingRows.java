package org.writwatch.app.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.writwatch.app.output.Rows;
import org.writwatch.evidence.Answer;
import org.writwatch.evidence.Finding;
import org.writwatch.evidence.FindingRecord;
import org.writwatch.evidence.SeveralAnswers;
import org.writwatch.evidence.Specification;
import org.writwatch.facts.phrase.Figure;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrasebook;

/** Findings as rows: one each, numbers with the digits of the page, an empty cell where a number does not exist. */
public final class FindingRows {
    private static final List<String> HEADER = List.of(
            "fips",
            "place",
            "finding",
            "answer",
            "unit",
            "difference",
            "low",
            "high",
            "before",
            "after",
            "after_is_absence",
            "change_on",
            "treated_units",
            "comparisons",
            "p",
            "p_over_all",
            "design",
            "specification_sha256",
            "vintage");

    private FindingRows() {}

    /**
     * The rows, in the order of the findings.
     *
     * <p>{@code p_over_all} is p adjusted over every estimate among these findings (Benjamini and Hochberg 1995).
     */
    public static Rows of(List<Finding> findings, Lang lang) {
        Phrasebook book = Phrasebook.of(lang);
        double[] p = findings.stream()
                .flatMap(f -> estimated(f).stream())
                .mapToDouble(e -> e.inference().p())
                .toArray();
        double[] adjusted = SeveralAnswers.benjaminiHochberg(p);
        List<List<String>> rows = new ArrayList<>();
        int next = 0;
        for (Finding finding : findings) {
            Optional<Answer.Estimated> answer = estimated(finding);
            rows.add(row(finding, answer, answer.isPresent() ? adjusted[next++] : 1, book));
        }
        return new Rows(HEADER, rows);
    }

    private static List<String> row(
            Finding finding, Optional<Answer.Estimated> answer, double adjusted, Phrasebook book) {
        List<String> cells = new ArrayList<>(
                List.of(finding.place().fips().code(), finding.place().label(), finding.id(), kind(finding.answer())));
        if (answer.isPresent()) {
            Answer.Estimated e = answer.get();
            cells.add(book.say(e.unit()));
            cells.add(level(e.difference()));
            cells.add(e.interval().map(i -> level(i.low())).orElse(""));
            cells.add(e.interval().map(i -> level(i.high())).orElse(""));
            cells.add(level(e.before()));
            cells.add(level(e.after()));
            cells.add(String.valueOf(e.afterIsAbsence()));
            cells.add(e.changeOn().map(Object::toString).orElse(""));
            cells.add("1");
            cells.add(String.valueOf(e.inference().places()));
            cells.add(number(e.inference().p(), FindingRecord.P_DECIMALS));
            cells.add(number(adjusted, FindingRecord.P_DECIMALS));
        } else {
            cells.addAll(java.util.Collections.nCopies(12, ""));
        }
        cells.add(finding.specification().map(Specification::chosen).orElse(""));
        cells.add(finding.specification().map(Specification::sha256).orElse(""));
        cells.add(finding.vintage());
        return cells;
    }

    private static Optional<Answer.Estimated> estimated(Finding finding) {
        return finding.answer() instanceof Answer.Estimated e ? Optional.of(e) : Optional.empty();
    }

    private static String kind(Answer answer) {
        return answer instanceof Answer.Estimated
                ? "estimated"
                : answer instanceof Answer.TooThin ? "too_thin" : "not_identified";
    }

    private static String level(double value) {
        return number(value, FindingRecord.LEVEL_DECIMALS);
    }

    /** Without marks between thousands, so that a machine reads it. */
    private static String number(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%." + decimals + "f", new Figure(value, decimals).value());
        return text.matches("-0(\\.0+)?") ? text.substring(1) : text;
    }
}
