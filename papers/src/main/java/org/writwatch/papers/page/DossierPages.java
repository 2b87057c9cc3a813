package org.writwatch.papers.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.papers.pdf.PdfMeta;
import org.writwatch.papers.pdf.PdfWriter;

/**
 * Writes the dossier of a place for people to read. Both languages say the same and link each other under the names
 * {@link #fileName}. Same content, same bytes. Safe for use by several threads.
 */
public final class DossierPages {
    private static final class Templates {
        static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(
                null, ContentType.Html, DossierPages.class.getClassLoader(), "org.writwatch.papers.page.jte");
    }

    private DossierPages() {}

    /** The name a page must be saved under, so that its twin finds it: "index.html", "index.es.html". */
    public static String fileName(Lang lang) {
        return lang == Lang.EN ? "index.html" : "index." + lang.tag() + ".html";
    }

    /** The page as one self-contained HTML file. */
    public static String html(DossierContent content, Lang lang) {
        String style = style("page.css");
        String policy =
                "default-src 'none'; style-src 'sha256-" + digest(style) + "'; base-uri 'none'; form-action 'none'";
        return render(view(content, new Words(lang), false, style, policy));
    }

    /** The same as a tagged, bookmarked PDF. */
    public static byte[] pdf(DossierContent content, Lang lang) {
        Words w = new Words(lang);
        String page = render(view(content, w, true, style("paper.css"), ""));
        String place = w.of(content.name());
        return PdfWriter.write(
                page,
                new PdfMeta(
                        w.say("title", place),
                        w.say("description", place),
                        lang,
                        content.asOf(),
                        Optional.empty(),
                        w.say("print.footer", place, content.asOf())));
    }

    /** What the templates of the page are given, for a frame that brings its own style and policy. */
    public static DossierView view(DossierContent content, Words words) {
        return view(content, words, false, "", "");
    }

    private static DossierView view(DossierContent content, Words w, boolean print, String style, String policy) {
        return new DossierView(
                content,
                w,
                print,
                new SourceList(content),
                new Ways(content),
                new AuthorityTable(content),
                style,
                policy);
    }

    private static String render(DossierView view) {
        StringOutput out = new StringOutput(1 << 16);
        Templates.ENGINE.render("dossier.jte", view, out);
        return out.toString();
    }

    private static String style(String file) {
        try (InputStream in = DossierPages.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the style " + file + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
