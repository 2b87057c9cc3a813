package org.writwatch.papers.draft;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.papers.draft.docx.DocxFile;
import org.writwatch.papers.draft.docx.FilledCheck;
import org.writwatch.papers.draft.docx.FormatOf;
import org.writwatch.papers.draft.docx.JoinedTables;
import org.writwatch.papers.draft.docx.TemplateComments;
import org.writwatch.papers.draft.docx.TemplateFill;
import org.writwatch.papers.draft.docx.TemplateVersion;
import org.writwatch.papers.draft.docx.XmlText;

/**
 * A draft as a word-processor file. The same draft gives the same bytes: no clock, no author, no machine. Safe for use
 * by several threads.
 */
public final class DocxWriter {
    private DocxWriter() {}

    /** Fills the template that comes with the program. */
    public static byte[] write(Draft draft) {
        return write(draft, template(draft.template()));
    }

    /**
     * Fills a template that a user has edited.
     *
     * @throws org.writwatch.facts.problem.BadInput when the template has a fault, has lost a notice that must stand on
     *     each page, or states a fact without its source: it is told with the words around it
     */
    public static byte[] write(Draft draft, DocxFile template) {
        DocxFile file = filled(draft, template);
        FilledCheck.check(file, draft.notices());
        TemplateVersion.clear(file);
        file.put("docProps/core.xml", core(draft));
        file.put("docProps/app.xml", APP);
        return file.bytes();
    }

    /**
     * The template, or the draft filled from it, with each fault as a comment beside the words it stands in; empty when
     * there is no fault.
     *
     * @param lang language of the comments
     */
    public static Optional<byte[]> commented(Draft draft, DocxFile template, Lang lang) {
        return TemplateComments.of(template, draft.fields(), lang)
                .or(() -> TemplateComments.ofFilled(filled(draft, template), draft.notices(), lang));
    }

    private static DocxFile filled(Draft draft, DocxFile template) {
        DocxFile file = DocxFile.open(template.name(), TemplateFill.fill(template, draft.fields()));
        JoinedTables.join(file);
        draft.format().ifPresent(f -> FormatOf.court(f, file));
        return file;
    }

    /**
     * The template of this name, as it comes with the program.
     *
     * @throws IllegalArgumentException when there is none (a defect)
     */
    public static DocxFile template(String name) {
        String file = name + ".docx";
        try (InputStream in = DocxWriter.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("no template " + file);
            }
            return DocxFile.open(file, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final String APP = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
            + "<Application>Writwatch</Application></Properties>";

    private static String core(Draft draft) {
        String day = draft.asOf() + "T00:00:00Z";
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
                + "<dc:title>" + XmlText.escaped(draft.title()) + "</dc:title>"
                + "<dc:description>" + XmlText.escaped(draft.description()) + "</dc:description>"
                + "<dc:language>" + (draft.lang() == Lang.ES ? "es-US" : "en-US") + "</dc:language>"
                + "<dcterms:created xsi:type=\"dcterms:W3CDTF\">" + day + "</dcterms:created>"
                + "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">" + day + "</dcterms:modified>"
                + "</cp:coreProperties>";
    }
}
