package org.writwatch.evidence.demonstration;

import java.util.ArrayList;
import java.util.List;
import org.writwatch.facts.phrase.Figure;
import org.writwatch.facts.phrase.Phrase;

/** Estimates of a demonstration as a table. */
final class LineTable {
    private static final int DECIMALS = 3;
    private static final List<String> COLUMNS = List.of(
            "among", "design", "outcome", "estimate", "error", "low", "high", "p", "treated", "comparison", "p_before");

    private final List<List<Object>> rows = new ArrayList<>();

    /** Adds estimates, all made among the same places or by the same dates. */
    LineTable add(String among, List<Line> lines) {
        for (Line line : lines) {
            rows.add(List.of(
                    say("demo.among." + among),
                    say("demo.design." + line.design()),
                    say("demo.outcome." + line.outcome()),
                    number(line.estimate(), DECIMALS),
                    number(line.error(), DECIMALS),
                    number(line.end(false), DECIMALS),
                    number(line.end(true), DECIMALS),
                    number(line.p(), DECIMALS),
                    number(line.treated(), 0),
                    number(line.comparison(), 0),
                    line.pretest().map(p -> number(p, DECIMALS)).orElse("")));
        }
        return this;
    }

    PageTable table(String id) {
        return new PageTable(id, say("demo.table." + id), COLUMNS, rows);
    }

    /** A number for the page; nothing where it does not exist. */
    static Object number(double value, int decimals) {
        return Double.isFinite(value) ? new Figure(value, decimals) : "";
    }

    private static Phrase say(String key) {
        return Phrase.of("evidence", key);
    }
}
