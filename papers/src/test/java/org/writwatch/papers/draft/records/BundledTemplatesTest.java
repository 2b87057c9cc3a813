package org.writwatch.papers.draft.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.writwatch.papers.draft.Docx;
import org.writwatch.papers.draft.DocxWriter;
import org.writwatch.papers.draft.Draft;
import org.writwatch.papers.draft.docx.DocxFile;
import org.writwatch.papers.draft.docx.XmlText;

/** The two templates as a word processor may leave them, and what they may not say by themselves. */
public class BundledTemplatesTest {
    private static final Pattern RUN =
            Pattern.compile("<w:r>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t xml:space=\"preserve\">([^<]*)</w:t></w:r>");
    private static final Pattern SIGN = Pattern.compile("&[a-z]+;|.", Pattern.DOTALL);

    /** Ways to cut each template: a few in every build, a thousand in the heavy run ({@code -Dwritwatch.heavy=true}). */
    private static final int SPLITS = Boolean.getBoolean("writwatch.heavy") ? 1000 : 12;

    private static Draft draft(String template) {
        return template.equals("petition")
                ? Petition.of(Samples.unripe(Samples.clay()))
                : RecordsRequest.of(Samples.mecklenburg());
    }

    @ParameterizedTest
    @ValueSource(strings = {"records-request", "petition"})
    void saysTheSameHoweverItsRunsAreCut(String template) {
        Draft draft = draft(template);
        Map<String, String> whole = new TreeMap<>();
        for (String part : List.of("word/document.xml", "word/header1.xml", "word/footer1.xml")) {
            whole.put(part, xml(DocxWriter.template(template), part));
        }
        String said = said(DocxWriter.write(draft));
        for (int seed = 0; seed < SPLITS; seed++) {
            Random random = new Random(seed);
            DocxFile cut = DocxWriter.template(template);
            whole.forEach((part, xml) -> cut.put(part, cut(xml, random)));
            int at = seed;
            assertEquals(said, said(DocxWriter.write(draft, cut)), () -> template + ", seed " + at);
        }
    }

    private static String said(byte[] docx) {
        var document = Docx.open(docx);
        return Docx.all(docx)
                + document.getHeaderList().get(0).getText()
                + document.getFooterList().get(0).getText();
    }

    private static String xml(DocxFile file, String part) {
        return XmlText.written(file.find(part).orElseThrow());
    }

    /** Cuts each run at random places, with the signs a spelling checker leaves between. */
    public static String cut(String xml, Random random) {
        Matcher run = RUN.matcher(xml);
        StringBuilder out = new StringBuilder();
        while (run.find()) {
            String type = run.group(1) == null ? "" : run.group(1);
            StringBuilder pieces = new StringBuilder("<w:r>" + type + "<w:t xml:space=\"preserve\">");
            Matcher sign = SIGN.matcher(run.group(2));
            while (sign.find()) {
                boolean brace = sign.group().equals("{") || sign.group().equals("}");
                if (random.nextInt(brace ? 3 : 12) == 0) {
                    pieces.append("</w:t></w:r>");
                    pieces.append(random.nextBoolean() ? "<w:proofErr w:type=\"spellStart\"/>" : "");
                    pieces.append("<w:r>").append(type).append("<w:t xml:space=\"preserve\">");
                }
                pieces.append(sign.group());
            }
            run.appendReplacement(out, Matcher.quoteReplacement(pieces + "</w:t></w:r>"));
        }
        return run.appendTail(out).toString();
    }

    /** No citation outside the law's own data: a template cites nothing by itself. */
    @Test
    void citeNothingByThemselves() {
        for (String template : List.of("records-request", "petition")) {
            String words = xml(DocxWriter.template(template), "word/document.xml")
                    .replaceAll("<[^>]*>", " ")
                    .replaceAll("\\{\\{[^}]*}}", " ");
            for (String sign : List.of("§", "U.S.C", "C.F.R", "Stat.", " v. ", "N.E.", "F.3d", "Code §", "Rule 1")) {
                assertFalse(words.contains(sign), () -> template + " cites by itself: " + sign);
            }
        }
    }

    /** Every citation in a filled draft stands in the data it was made from. */
    @Test
    void citeOnlyWhatTheDataHold() {
        PetitionInputs in = Samples.unripe(Samples.clay());
        String data = in.toString();
        String said = Docx.all(DocxWriter.write(Petition.of(in)))
                + Docx.all(DocxWriter.write(RecordsRequest.of(in.request())));
        Matcher cite = Pattern.compile("[^\\s]+ §§? ?[0-9A-Za-z.:()-]+|[0-9]+ [A-Z][A-Za-z. ]*[0-9a-z.]+ [0-9]{2,}")
                .matcher(said);
        int found = 0;
        while (cite.find()) {
            String text = cite.group().replaceAll("[.,;:)]+$", "");
            if (text.contains("§") || text.matches(".*[A-Z].*\\..*")) {
                found++;
                assertEquals(true, data.contains(text), () -> "not in the data: " + text);
            }
        }
        assertFalse(found < 20, "the draft cites: " + found);
    }
}
