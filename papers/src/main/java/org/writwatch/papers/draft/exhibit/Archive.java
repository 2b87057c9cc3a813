package org.writwatch.papers.draft.exhibit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;

/**
 * Whether the pages of an exhibit can stand in a document that says of itself that it is PDF/A-2b (ISO 19005-2, level B).
 * It says yes only where that is safe: pages of a file that calls itself PDF/A and brings no colors of its own for print,
 * and pages that are pictures in gray or RGB. Anything else may hold what PDF/A forbids.
 */
final class Archive {
    private static final Pattern DECLARED =
            Pattern.compile("pdfaid:part\\s*(?:=\\s*[\"']|>)\\s*[123]|<[a-z]+:part[^>]*>\\s*[123]\\s*<");
    private static final Set<String> OPERATORS =
            Set.of("q", "Q", "cm", "Do", "gs", "re", "W", "W*", "n", "i", "w", "J", "j");
    private static final Set<String> BARRED = Set.of("LZWDecode", "LZW", "JPXDecode", "Crypt");

    private Archive() {}

    /** Whether every page may stand there. */
    static boolean fits(PDDocument document) {
        try {
            boolean declared = declared(document);
            for (PDPage page : document.getPages()) {
                if (!page.getAnnotations().isEmpty() || !(declared || picture(page))) {
                    return false;
                }
                COSDictionary resources = page.getCOSObject().getCOSDictionary(COSName.RESOURCES);
                if (resources != null && barred(resources, Collections.newSetFromMap(new IdentityHashMap<>()), 0)) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean declared(PDDocument document) throws IOException {
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        if (metadata == null) {
            return false;
        }
        List<PDOutputIntent> intents = document.getDocumentCatalog().getOutputIntents();
        for (PDOutputIntent intent : intents) {
            COSStream profile = intent.getDestOutputIntent();
            if (profile != null && profile.getInt(COSName.N, 3) == 4) {
                return false;
            }
        }
        String said = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        return DECLARED.matcher(said).find();
    }

    /** A page that paints pictures and does nothing else. */
    private static boolean picture(PDPage page) throws IOException {
        PDFStreamParser parser = new PDFStreamParser(page);
        for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
            if (token instanceof Operator operator && !OPERATORS.contains(operator.getName())) {
                return false;
            }
        }
        COSDictionary resources = page.getCOSObject().getCOSDictionary(COSName.RESOURCES);
        COSDictionary objects = resources == null ? null : resources.getCOSDictionary(COSName.XOBJECT);
        if (objects != null) {
            for (COSName name : objects.keySet()) {
                COSStream stream = objects.getCOSStream(name);
                if (stream == null || !COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether anything below holds what PDF/A-2b forbids, or colors that only a press knows. */
    private static boolean barred(COSBase node, Set<COSBase> seen, int depth) {
        if (depth > 40) {
            return true;
        }
        if (node instanceof COSName name) {
            return name.getName().equals("DeviceCMYK") || BARRED.contains(name.getName());
        } else if (node instanceof COSArray array) {
            if (!seen.add(array)) {
                return false;
            }
            for (int i = 0; i < array.size(); i++) {
                COSBase part = array.getObject(i);
                if (part != null && barred(part, seen, depth + 1)) {
                    return true;
                }
            }
            return false;
        } else if (node instanceof COSDictionary dictionary && seen.add(dictionary)) {
            boolean picture = COSName.IMAGE.equals(dictionary.getCOSName(COSName.SUBTYPE));
            if ((picture && dictionary.getBoolean(COSName.INTERPOLATE, false))
                    || dictionary.containsKey("Alternates")
                    || dictionary.containsKey("OPI")
                    || dictionary.containsKey("Ref")
                    || dictionary.containsKey("TR")
                    || dictionary.containsKey("HTP")
                    || COSName.getPDFName("PS").equals(dictionary.getCOSName(COSName.SUBTYPE))) {
                return true;
            }
            for (COSName key : dictionary.keySet()) {
                COSBase part = dictionary.getDictionaryObject(key);
                if (part != null && !COSName.PARENT.equals(key) && barred(part, seen, depth + 1)) {
                    return true;
                }
            }
        }
        return false;
    }
}
