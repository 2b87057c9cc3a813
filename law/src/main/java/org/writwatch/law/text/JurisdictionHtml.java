package org.writwatch.law.text;

import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;

/**
 * The page of one jurisdiction as a web page that stands alone: no script, no outside file. Citations are marked as English.
 */
public final class JurisdictionHtml {
    private static final String STYLE = "body{font:1rem/1.5 sans-serif;max-width:70rem;margin:1rem auto;padding:0 1rem}"
            + "table{border-collapse:collapse;width:100%}th,td{border:1px solid #666;padding:.4rem;text-align:left;"
            + "vertical-align:top;overflow-wrap:anywhere}caption{text-align:left;font-weight:bold;padding:.5rem 0}"
            + "@media print{a{color:inherit}}";

    private final Phrasebook book;
    private final StringBuilder html = new StringBuilder();

    private JurisdictionHtml(Lang lang) {
        this.book = Phrasebook.of(lang);
    }

    /** The whole page. */
    public static String of(JurisdictionPage page) {
        JurisdictionHtml one = new JurisdictionHtml(page.lang());
        one.write(page, page.lang().tag());
        return one.html.toString();
    }

    private void write(JurisdictionPage page, String lang) {
        String title = say("page.head", page.name(), page.code());
        html.append("<!doctype html>\n<html lang=\"").append(lang).append("\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        element("title", title);
        html.append("<style>").append(STYLE).append("</style>\n</head>\n<body>\n<main>\n");
        element("h1", title);
        element("p", say("notice"));
        page.groups().stream().filter(g -> !g.lines().isEmpty()).forEach(this::group);
        element("h2", say("text.who-decides"));
        html.append("<ul>\n");
        page.whoDecides().forEach(p -> element("li", book.say(p.what())));
        html.append("</ul>\n");
        if (!page.notes().isEmpty()) {
            element("h2", say("page.notes"));
            html.append("<ul>\n");
            page.notes().forEach(n -> element("li", n));
            html.append("</ul>\n");
        }
        html.append("</main>\n</body>\n</html>\n");
    }

    private void group(JurisdictionPage.Group group) {
        html.append("<table>\n");
        element(
                "caption",
                say("page." + group.id(), group.verified(), group.lines().size()));
        html.append("<thead><tr>");
        for (String column : new String[] {"about", "words", "rests", "read"}) {
            html.append("<th scope=\"col\">")
                    .append(escaped(say("page.column." + column)))
                    .append("</th>");
        }
        html.append("</tr></thead>\n<tbody>\n");
        for (JurisdictionPage.Line line : group.lines()) {
            html.append("<tr><th scope=\"row\">").append(escaped(line.about())).append("</th>");
            cell("", line.text() + line.note().map(n -> " (" + n + ")").orElse(""));
            cell("en", line.cite());
            cell("", say(line.where(), line.source()));
            html.append("</tr>\n");
        }
        html.append("</tbody>\n</table>\n");
    }

    private void cell(String lang, String words) {
        html.append(lang.isEmpty() ? "<td>" : "<td lang=\"" + lang + "\">")
                .append(escaped(words))
                .append("</td>");
    }

    private void element(String name, String words) {
        html.append('<').append(name).append('>').append(escaped(words));
        html.append("</").append(name).append(">\n");
    }

    private String say(String key, Object... args) {
        return book.say(Phrase.of("law", key, args));
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
