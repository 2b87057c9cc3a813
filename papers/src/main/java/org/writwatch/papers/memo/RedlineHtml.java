package org.writwatch.papers.memo;

import java.util.Locale;
import org.writwatch.agreements.memo.Departure;
import org.writwatch.agreements.memo.MemoFlag;
import org.writwatch.agreements.memo.Redline;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.papers.draft.docx.XmlText;
import org.writwatch.papers.page.PageStyle;

/**
 * A redline as one self-contained page: struck words in {@code <del>}, added ones in {@code <ins>}, blanks boxed, each with
 * its page beside it; nothing rests on colour alone. Same input, same bytes.
 */
public final class RedlineHtml {
    private final RedlineView view;
    private final Lang lang;
    private final StringBuilder out = new StringBuilder(1 << 16);
    private int page;

    private RedlineHtml(RedlineView view, Lang lang) {
        this.view = view;
        this.lang = lang;
    }

    /** The page in one language; the agreement itself stays in English as printed. */
    public static String of(RedlineView view, Lang lang) {
        RedlineHtml html = new RedlineHtml(view, lang);
        html.head();
        html.list();
        html.body();
        html.out.append("</main>\n</body>\n</html>\n");
        return html.out.toString();
    }

    private void head() {
        String style = PageStyle.read(RedlineHtml.class, "redline.css");
        out.append("<!doctype html>\n<html lang=\"")
                .append(lang.tag())
                .append("\">\n<head>\n<meta charset=\"utf-8\"/>\n");
        out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .append(PageStyle.policy(style))
                .append("\"/>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
                .append("<meta name=\"referrer\" content=\"no-referrer\"/>\n")
                .append("<meta name=\"color-scheme\" content=\"light dark\"/>\n<title>")
                .append(escaped(view.title(lang)))
                .append("</title>\n<style>")
                .append(style)
                .append("</style>\n</head>\n<body>\n<header>\n<h1>")
                .append(escaped(view.title(lang)))
                .append("</h1>\n");
        paragraph("", view.lead(lang));
        paragraph("quiet long", view.hash(lang));
        out.append("</header>\n<main>\n<section aria-labelledby=\"key\">\n<h2 id=\"key\">")
                .append(escaped(say("key")))
                .append("</h2>\n<ul class=\"key\">\n<li><ins>")
                .append(escaped(say("key.added")))
                .append("</ins></li>\n<li><del>")
                .append(escaped(say("key.struck")))
                .append("</del></li>\n<li><span class=\"filled\">")
                .append(escaped(say("key.filled")))
                .append("</span></li>\n<li><ins class=\"unsure\">")
                .append(escaped(say("key.unsure")))
                .append("</ins></li>\n</ul>\n");
        paragraph("quiet", say("limits"));
        out.append("</section>\n");
    }

    private void list() {
        out.append("<section aria-labelledby=\"differences\">\n<h2 id=\"differences\">")
                .append(escaped(say("differences")))
                .append("</h2>\n");
        for (MemoFlag flag : view.flags()) {
            paragraph("flag", Phrasebook.of(lang).say(flag.words()));
        }
        paragraph("", view.count(lang));
        if (!view.departures().isEmpty()) {
            out.append("<ol>\n");
            for (Departure d : view.departures()) {
                out.append("<li>").append(escaped(view.line(d, lang))).append(": <span lang=\"en\">");
                mark("del", d.form(), d.sure());
                mark("ins", d.read(), d.sure());
                out.append("</span></li>\n");
            }
            out.append("</ol>\n");
        }
        out.append("</section>\n");
    }

    private void body() {
        out.append("<section aria-labelledby=\"whole\">\n<h2 id=\"whole\">")
                .append(escaped(say("whole")))
                .append("</h2>\n");
        for (Redline.Section section : view.reading().redline().sections()) {
            out.append("<h3 lang=\"en\">").append(escaped(section.heading())).append("</h3>\n");
            if (section.paragraphs().isEmpty()) {
                continue;
            }
            for (Redline.Paragraph paragraph : section.paragraphs()) {
                out.append("<p lang=\"en\">");
                paragraph.pieces().forEach(this::piece);
                out.append("</p>\n");
            }
        }
        out.append("</section>\n");
    }

    private void piece(Redline.Piece piece) {
        if (piece.page() != page) {
            page = piece.page();
            out.append("<span class=\"page\" lang=\"")
                    .append(lang.tag())
                    .append("\">[")
                    .append(escaped(say("page", page)))
                    .append("]</span> ");
        }
        switch (piece.kind()) {
            case SAME -> out.append(escaped(piece.text())).append(' ');
            case STRUCK -> mark("del", piece.text(), piece.sure());
            case ADDED -> mark("ins", piece.text(), piece.sure());
            case FILLED ->
                out.append("<span class=\"filled")
                        .append(piece.sure() ? "" : " unsure")
                        .append("\">")
                        .append(escaped(view.text(piece, lang)))
                        .append("</span> ");
        }
    }

    private void mark(String tag, String words, boolean sure) {
        if (!words.isEmpty()) {
            out.append('<').append(tag).append(sure ? "" : " class=\"unsure\"").append('>');
            out.append(escaped(words)).append("</").append(tag).append("> ");
        }
    }

    private void paragraph(String kind, String words) {
        out.append(kind.isEmpty() ? "<p>" : "<p class=\"" + kind.toLowerCase(Locale.ROOT) + "\">")
                .append(escaped(words))
                .append("</p>\n");
    }

    private String say(String key, Object... args) {
        return RedlineView.say(lang, key, args);
    }

    private static String escaped(String words) {
        return XmlText.escaped(words);
    }
}
