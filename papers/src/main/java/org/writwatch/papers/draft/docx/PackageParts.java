package org.writwatch.papers.draft.docx;

import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Makes a part known to the package it was put in: its content type and what refers to it (ECMA-376 part 2). */
final class PackageParts {
    private static final String TYPES = "[Content_Types].xml";
    private static final String TYPES_NS = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static final String RELATIONS_NS = "http://schemas.openxmlformats.org/package/2006/relationships";

    private PackageParts() {}

    /**
     * Adds what is missing; a part that is known already stays as it is.
     *
     * @param part its name in the package, "word/comments.xml"
     * @param relations the part that holds the relations of what refers to it
     * @param target the part as those relations name it
     */
    static void add(DocxFile file, String part, String type, String relations, String relation, String target) {
        Document types = file.find(TYPES).orElseThrow();
        if (!has(types, "PartName", "/" + part)) {
            Element override = types.createElementNS(TYPES_NS, "Override");
            override.setAttribute("PartName", "/" + part);
            override.setAttribute("ContentType", type);
            types.getDocumentElement().appendChild(override);
            file.put(TYPES, XmlText.written(types));
        }
        Document known = file.find(relations).orElseThrow();
        if (!has(known, "Type", relation)) {
            Element one = known.createElementNS(RELATIONS_NS, "Relationship");
            one.setAttribute(
                    "Id", "rIdOurs" + known.getDocumentElement().getChildNodes().getLength());
            one.setAttribute("Type", relation);
            one.setAttribute("Target", target);
            known.getDocumentElement().appendChild(one);
            file.put(relations, XmlText.written(known));
        }
    }

    private static boolean has(Document document, String attribute, String value) {
        var all = document.getDocumentElement().getChildNodes();
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof Element e && e.getAttribute(attribute).equals(value)) {
                return true;
            }
        }
        return false;
    }
}
