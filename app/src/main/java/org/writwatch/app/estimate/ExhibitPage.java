package org.writwatch.app.estimate;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.writwatch.app.output.Rows;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.papers.pdf.PdfMeta;
import org.writwatch.papers.pdf.PdfWriter;

/** An estimate on paper: what was assumed, the pictures, the numbers, what is withheld and why. */
public final class ExhibitPage {
    private static final int MOST_ROWS = 120;

    private ExhibitPage() {}

    /**
     * The page as a tagged PDF.
     *
     * @param files from {@link Estimate#files()}: the pictures among them are drawn
     * @param day the day the document speaks for
     */
    public static byte[] pdf(Estimate estimate, Map<String, String> files, Lang lang, LocalDate day) {
        String title =
                say(lang, "estimate.page.title", String.valueOf(estimate.tree().get("design")));
        Map<String, Rows> numbers = Map.of(say(lang, "estimate.page.numbers"), estimate.rows());
        return pdf(title, estimate.notes(), numbers, files, lang, day);
    }

    /**
     * A page of any analysis: its words, its pictures, its numbers.
     *
     * @param notes lines for people; those that begin with a dash and a blank become a list
     * @param tables by their headings, in their order
     * @param files texts by name; those ending in {@code .svg} are drawn
     */
    public static byte[] pdf(
            String title, String notes, Map<String, Rows> tables, Map<String, String> files, Lang lang, LocalDate day) {
        StringBuilder page = new StringBuilder("<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>")
                .append(escaped(title))
                .append(
                        "</title><style>table{border-collapse:collapse;font-size:8pt}"
                                + "td,th{border-bottom:0.5pt solid #767676;padding:1pt 4pt;text-align:left}</style></head><body><h1>")
                .append(escaped(title))
                .append("</h1>");
        boolean list = false;
        for (String line : notes.split("\n", -1)) {
            boolean item = line.startsWith("- ");
            if (item != list) {
                page.append(item ? "<ul>" : "</ul>");
                list = item;
            }
            if (item) {
                page.append("<li>").append(escaped(line.substring(2))).append("</li>");
            } else if (!line.isBlank()) {
                page.append("<p>").append(escaped(line)).append("</p>");
            }
        }
        page.append(list ? "</ul>" : "");
        files.forEach((name, text) -> {
            if (name.endsWith(".svg")) {
                page.append("<div style=\"page-break-inside:avoid\">")
                        .append(text)
                        .append("</div>");
            }
        });
        tables.forEach((heading, rows) -> {
            page.append("<h2>").append(escaped(heading)).append("</h2>");
            table(page, rows);
            if (rows.rows().size() > MOST_ROWS) {
                page.append("<p>")
                        .append(escaped(
                                say(lang, "estimate.page.more", rows.rows().size())))
                        .append("</p>");
            }
        });
        page.append("</body></html>");
        return PdfWriter.write(page.toString(), new PdfMeta(title, title, lang, day, Optional.empty(), title));
    }

    private static void table(StringBuilder page, Rows rows) {
        List<Integer> used = java.util.stream.IntStream.range(0, rows.header().size())
                .filter(c -> rows.rows().stream().anyMatch(r -> !r.get(c).isEmpty()))
                .boxed()
                .toList();
        page.append("<table><thead><tr>");
        used.forEach(
                c -> page.append("<th>").append(escaped(rows.header().get(c))).append("</th>"));
        page.append("</tr></thead><tbody>");
        rows.rows().stream().limit(MOST_ROWS).forEach(r -> {
            page.append("<tr>");
            used.forEach(c -> page.append("<td>").append(escaped(r.get(c))).append("</td>"));
            page.append("</tr>");
        });
        page.append("</tbody></table>");
    }

    private static String say(Lang lang, String key, Object... args) {
        return Phrasebook.of(lang).say(Phrase.of("app", key, args));
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
