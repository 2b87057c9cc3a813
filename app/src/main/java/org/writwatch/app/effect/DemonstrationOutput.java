package org.writwatch.app.effect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.writwatch.app.output.Json;
import org.writwatch.app.output.Rows;
import org.writwatch.evidence.demonstration.DemonstrationPage;
import org.writwatch.evidence.demonstration.PageTable;
import org.writwatch.facts.phrase.Figure;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;

/** A demonstration printed: as text, as one long table ({@code table,row,column,value}), as a tree, or as files. */
public final class DemonstrationOutput {
    private final DemonstrationPage page;
    private final Phrasebook book;

    /**
     * @param page what is printed
     * @param lang language of the text and of the words in cells
     */
    public DemonstrationOutput(DemonstrationPage page, Lang lang) {
        this.page = page;
        this.book = Phrasebook.of(lang);
    }

    /** In one format, each line ended by a line feed. */
    public String text(Rows.Format format) {
        return switch (format) {
            case JSON -> Json.text(tree());
            case CSV -> cells().text(Rows.Format.CSV);
            case TABLE -> plain();
        };
    }

    /** Every table by itself, the text and the tree, by file name. */
    public Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(page.id() + ".txt", plain());
        files.put(page.id() + ".json", Json.text(tree()));
        for (PageTable table : page.tables()) {
            List<List<String>> rows = table.rows().stream()
                    .map(row -> row.stream().map(this::plainCell).toList())
                    .toList();
            files.put(table.id() + ".csv", new Rows(table.columns(), rows).text(Rows.Format.CSV));
        }
        return files;
    }

    private String plain() {
        Wrapped text = new Wrapped().paragraph("", "", book.say(page.title()));
        page.how().forEach(h -> text.paragraph("  ", "  ", book.say(h)));
        for (PageTable table : page.tables()) {
            text.lines("\n").paragraph("", "", book.say(table.title()));
            text.lines(new Rows(table.header(book.lang()), table.said(book.lang())).text(Rows.Format.TABLE));
        }
        text.lines("\n").paragraph("", "", book.say("app", "effect.demonstration.says"));
        page.reading().forEach(r -> text.paragraph("  - ", "    ", book.say(r)));
        page.leftOut().forEach(r -> text.paragraph("  - ", "    ", book.say(r)));
        for (String release : page.releases()) {
            text.paragraph("  - ", "    ", book.say("app", "effect.vintage") + " " + release);
        }
        return text.toString();
    }

    private Rows cells() {
        List<List<String>> rows = new ArrayList<>();
        for (PageTable table : page.tables()) {
            for (int r = 0; r < table.rows().size(); r++) {
                for (int c = 0; c < table.columns().size(); c++) {
                    rows.add(List.of(
                            table.id(),
                            String.valueOf(r + 1),
                            table.columns().get(c),
                            plainCell(table.rows().get(r).get(c))));
                }
            }
        }
        return new Rows(List.of("table", "row", "column", "value"), rows);
    }

    /** The digits of the page, without marks between thousands. */
    private String plainCell(Object cell) {
        String said = PageTable.said(cell, book.lang());
        return cell instanceof Figure ? said.replace(",", "") : said;
    }

    private Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", page.id());
        tree.put("title", said(page.title()));
        tree.put("how", page.how().stream().map(DemonstrationOutput::said).toList());
        List<Map<String, Object>> tables = new ArrayList<>();
        for (PageTable table : page.tables()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("id", table.id());
            one.put("title", said(table.title()));
            one.put("rows", table.rows().stream().map(r -> row(table, r)).toList());
            tables.add(one);
        }
        tree.put("tables", tables);
        tree.put(
                "reading",
                page.reading().stream().map(DemonstrationOutput::said).toList());
        tree.put(
                "left_out",
                page.leftOut().stream().map(DemonstrationOutput::said).toList());
        tree.put("releases", page.releases());
        return tree;
    }

    private static Map<String, Object> row(PageTable table, List<Object> cells) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int c = 0; c < cells.size(); c++) {
            row.put(table.columns().get(c), cell(cells.get(c)));
        }
        return row;
    }

    private static @Nullable Object cell(Object cell) {
        if (cell instanceof Figure figure) {
            Map<String, Object> number = new LinkedHashMap<>();
            number.put("value", figure.value());
            number.put("printed", PageTable.said(figure, Lang.EN));
            return number;
        } else if (cell instanceof Phrase phrase) {
            return said(phrase);
        }
        return cell.equals("") ? null : cell;
    }

    private static Map<String, Object> said(Phrase phrase) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (Lang lang : Lang.values()) {
            map.put(lang.tag(), Phrasebook.of(lang).say(phrase));
        }
        return map;
    }
}
