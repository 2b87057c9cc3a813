package org.writwatch.papers.draft.docx;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.policy.RenderPolicy;
import com.deepoove.poi.template.ElementTemplate;
import com.deepoove.poi.template.run.RunTemplate;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.writwatch.papers.draft.Note;
import org.writwatch.papers.draft.Slot;

/**
 * Prints the words of one field in the place of its mark, in the mark's own type, then its notes as footnotes. Words in
 * brackets take the character style "Gap"; words that run from right to left are marked so.
 */
final class FieldPolicy implements RenderPolicy {
    private static final String GAP = "Gap";
    private static final String REFERENCE = "FootnoteReference";

    @Override
    public void render(ElementTemplate mark, Object data, XWPFTemplate template) {
        XWPFRun run = ((RunTemplate) mark).getRun();
        Slot.Words words = (Slot.Words) data;
        XWPFParagraph paragraph = (XWPFParagraph) run.getParent();
        XWPFRun last = print(paragraph, run, Words.split(words.text()));
        if (paragraph.getBody() instanceof XWPFDocument document) {
            boolean several = false;
            for (Note note : words.notes()) {
                if (several) {
                    last = after(paragraph, last);
                    type(last, REFERENCE);
                    last.setText(",");
                }
                several = true;
                last = after(paragraph, last);
                type(last, REFERENCE);
                last.getCTR().addNewFootnoteReference().setId(footnote(document, note));
            }
        }
    }

    /** Prints pieces from this run on, and returns the last run. */
    private static XWPFRun print(XWPFParagraph paragraph, XWPFRun first, List<Words> pieces) {
        XWPFRun at = first;
        CTRPr plain =
                first.getCTR().isSetRPr() ? (CTRPr) first.getCTR().getRPr().copy() : CTRPr.Factory.newInstance();
        boolean used = false;
        for (Words piece : pieces) {
            if (used) {
                at = after(paragraph, at);
                at.getCTR().setRPr((CTRPr) plain.copy());
            }
            used = true;
            if (piece.gap()) {
                type(at, GAP);
            }
            if (piece.rightToLeft()) {
                properties(at).addNewRtl();
            }
            String[] lines = piece.text().split("\n", -1);
            at.setText(lines[0], 0);
            for (int line = 1; line < lines.length; line++) {
                at.addBreak();
                at.setText(lines[line]);
            }
        }
        return at;
    }

    private static BigInteger footnote(XWPFDocument document, Note note) {
        XWPFFootnote footnote = document.createFootnote();
        XWPFParagraph paragraph = footnote.createParagraph();
        paragraph.setStyle("FootnoteText");
        // The library has already put the note's own number in.
        paragraph.createRun().setText(" ");
        print(paragraph, paragraph.createRun(), Words.split(note.text()));
        return footnote.getId();
    }

    private static XWPFRun after(XWPFParagraph paragraph, XWPFRun run) {
        return paragraph.insertNewRun(paragraph.getRuns().indexOf(run) + 1);
    }

    private static void type(XWPFRun run, String style) {
        CTRPr properties = properties(run);
        while (properties.sizeOfRStyleArray() > 0) {
            properties.removeRStyle(0);
        }
        properties.addNewRStyle().setVal(style);
    }

    private static CTRPr properties(XWPFRun run) {
        return run.getCTR().isSetRPr() ? run.getCTR().getRPr() : run.getCTR().addNewRPr();
    }
}
