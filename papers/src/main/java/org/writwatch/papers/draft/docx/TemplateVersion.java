package org.writwatch.papers.draft.docx;

import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;

/**
 * The version of the language of fields in which a template is written. It stands in a custom property of the file
 * (ECMA-376 part 1, clause 15.2.12.2), which word processors keep when a template is edited and saved. A file without it
 * is of the first version.
 */
public final class TemplateVersion {
    /** The newest version that this program fills. */
    public static final int NEWEST = 1;

    static final String PROPERTY = "WritwatchTemplate";
    private static final String PART = "docProps/custom.xml";
    private static final String CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties";

    private TemplateVersion() {}

    /**
     * Checks that this program can fill the template.
     *
     * @throws BadInput when the template was made for a newer program, or its mark is no number
     */
    static void check(DocxFile template) {
        Optional<String> mark = template.find(PART).flatMap(TemplateVersion::mark);
        if (mark.isPresent() && !mark.get().matches("[1-9][0-9]{0,5}")) {
            throw bad(template, Phrase.of("papers", "draft.version.unread", mark.get()));
        }
        if (mark.map(Integer::parseInt).orElse(NEWEST) > NEWEST) {
            throw bad(template, Phrase.of("papers", "draft.version.newer", mark.orElseThrow()));
        }
    }

    /** Puts the mark of the newest version into a template. */
    public static void mark(DocxFile template) {
        template.put(
                PART,
                HEAD + "<property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"2\" name=\"" + PROPERTY
                        + "\"><vt:i4>" + NEWEST + "</vt:i4></property></Properties>");
        PackageParts.add(
                template,
                PART,
                "application/vnd.openxmlformats-officedocument.custom-properties+xml",
                "_rels/.rels",
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties",
                PART);
    }

    /** Leaves nothing of the custom properties of a template in what is made from it: they may name people. */
    public static void clear(DocxFile file) {
        if (file.find(PART).isPresent()) {
            file.put(PART, HEAD + "</Properties>");
        }
    }

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            + "<Properties xmlns=\"" + CUSTOM
            + "\" xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">";

    private static Optional<String> mark(Document properties) {
        NodeList all = properties.getElementsByTagNameNS(CUSTOM, "property");
        for (int i = 0; i < all.getLength(); i++) {
            Element property = (Element) all.item(i);
            if (property.getAttribute("name").equals(PROPERTY)) {
                return Optional.of(property.getTextContent().strip());
            }
        }
        return Optional.empty();
    }

    private static BadInput bad(DocxFile template, Phrase found) {
        return new BadInput(
                template.name(),
                found,
                Phrase.of("papers", "draft.version.expected", NEWEST),
                Phrase.of("papers", "draft.version.remedy"));
    }
}
