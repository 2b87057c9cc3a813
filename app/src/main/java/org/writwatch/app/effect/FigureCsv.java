package org.writwatch.app.effect;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.writwatch.app.output.Rows;
import org.writwatch.evidence.Figure;
import org.writwatch.facts.Reading;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrasebook;

/**
 * {@code data/*.csv}: the table behind a chart, one row per line and period. The value kinds stay apart: an absent or
 * withheld reading has no value, a reported none is 0.
 */
final class FigureCsv {
    private static final List<String> HEADER =
            List.of("series", "from", "reading", "value", "days_covered", "days_in_period");

    private FigureCsv() {}

    static String of(Figure figure) {
        List<List<String>> rows = new ArrayList<>();
        for (Figure.Line line : figure.lines()) {
            String name = Phrasebook.of(Lang.EN).say(line.name());
            for (Figure.Point point : line.points()) {
                List<String> row = new ArrayList<>(List.of(name, point.from().toString()));
                row.addAll(cells(point.reading()));
                rows.add(row);
            }
        }
        return new Rows(HEADER, rows).text(Rows.Format.CSV);
    }

    /** What each column means: column, English, Spanish. */
    static String dictionary() {
        List<List<String>> rows = HEADER.stream()
                .map(c -> List.of(
                        c,
                        Phrasebook.of(Lang.EN).say("app", "dictionary." + c),
                        Phrasebook.of(Lang.ES).say("app", "dictionary." + c)))
                .toList();
        return new Rows(List.of("column", "en", "es"), rows).text(Rows.Format.CSV);
    }

    private static List<String> cells(Reading reading) {
        if (reading instanceof Reading.Counted counted) {
            return List.of("counted", number(counted.value()), "", "");
        } else if (reading instanceof Reading.Zero) {
            return List.of("zero", "0", "", "");
        } else if (reading instanceof Reading.NotReported) {
            return List.of("not_reported", "", "", "");
        } else if (reading instanceof Reading.Partial p) {
            return List.of(
                    "partial", number(p.value()), String.valueOf(p.daysCovered()), String.valueOf(p.daysInPeriod()));
        }
        return List.of("withheld", "", "", "");
    }

    /** Up to six decimals, no trailing zeros: more than any reading of ours is known to. */
    private static String number(double value) {
        BigDecimal rounded =
                BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.toPlainString();
    }
}
