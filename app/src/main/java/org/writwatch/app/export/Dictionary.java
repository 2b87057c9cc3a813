package org.writwatch.app.export;

import java.util.ArrayList;
import java.util.List;
import org.writwatch.app.export.RegistryExport.Standing;
import org.writwatch.app.output.Rows;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;

/** What each column means, in both languages; the words are phrases, the same for all forms of a table. */
final class Dictionary {
    private Dictionary() {}

    /** What to know before reading any table. */
    static List<String> about(Standing standing, Lang lang) {
        List<String> lines = new ArrayList<>(standing.lines(lang));
        lines.add(say("export.not-ended", lang));
        lines.add(say("export.empty", lang));
        lines.add(say("export.formula", lang));
        lines.add(say("export.cite", lang));
        return lines;
    }

    /** The page of one language, in Markdown. */
    static String page(List<ExportTable> tables, Standing standing, Lang lang) {
        StringBuilder page = new StringBuilder("# " + say("export.title", lang) + "\n\n");
        about(standing, lang).forEach(l -> page.append(l).append("\n\n"));
        for (ExportTable table : tables) {
            page.append("## " + table.name() + "\n\n" + say("export.table." + table.name(), lang) + "\n\n");
            page.append("| " + say("export.column", lang) + " | " + say("export.kind", lang) + " | "
                    + say("export.meaning", lang) + " |\n|---|---|---|\n");
            for (Field field : table.fields()) {
                page.append("| " + field.name() + " | "
                        + say("export.kind." + field.kind().word(), lang) + " | "
                        + meaning(table.name(), field.name(), lang) + values(field, lang) + " |\n");
            }
            page.append("\n");
        }
        return page.toString().stripTrailing() + "\n";
    }

    private static String values(Field field, Lang lang) {
        return field.values().isEmpty()
                ? ""
                : " " + say("export.one-of", lang) + " " + String.join(", ", field.values()) + ".";
    }

    /** Both languages, for programs. */
    static Rows rows(List<ExportTable> tables) {
        List<List<String>> rows = new ArrayList<>();
        for (ExportTable table : tables) {
            for (Field field : table.fields()) {
                rows.add(List.of(
                        table.name(),
                        field.name(),
                        field.kind().word(),
                        String.join(";", field.values()),
                        meaning(table.name(), field.name(), Lang.EN),
                        meaning(table.name(), field.name(), Lang.ES)));
            }
        }
        return new Rows(List.of("table", "column", "type", "values", "description_en", "description_es"), rows);
    }

    /** What a column means: of this table where it says so, else of every table that has it. */
    static String meaning(String table, String column, Lang lang) {
        String own = "column." + table + "." + column;
        return say(Phrasebook.of(lang).knows("app", own) ? own : "column." + column, lang);
    }

    static String say(String key, Lang lang) {
        return say(Phrase.of("app", key), lang);
    }

    static String say(Phrase phrase, Lang lang) {
        return Phrasebook.of(lang).say(phrase);
    }
}
