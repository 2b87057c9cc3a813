package org.writwatch.papers.draft.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.writwatch.facts.UsState;
import org.writwatch.law.RecordsLaw;
import org.writwatch.papers.draft.Docx;
import org.writwatch.papers.draft.DocxWriter;
import org.writwatch.papers.draft.Draft;

/** The skeleton says that it is not ripe for exactly as long as it is not, and proves each sentence or marks it. */
class PetitionTest {
    private static final PetitionInputs MECKLENBURG = Samples.unripe(Samples.mecklenburg());
    private static final Event LETTER =
            new Event(LocalDate.of(2026, 9, 14), "by letter", Optional.of("Letter of September 14, 2026"));

    private static String petition(PetitionInputs in) {
        return Docx.all(DocxWriter.write(Petition.of(in)));
    }

    private static String header(PetitionInputs in) {
        return Docx.open(DocxWriter.write(Petition.of(in)))
                .getHeaderList()
                .get(0)
                .getText();
    }

    private static void has(String text, String... words) {
        for (String each : words) {
            assertTrue(text.contains(each), () -> "missing: " + each + "\nin: " + text);
        }
    }

    @Test
    void isNotRipeUntilRequestDeliveryAndRefusalAreFacts() {
        RecordsLaw law = Samples.LAW.records(UsState.NC);
        RequestHistory full = Samples.done(Map.of());
        assertTrue(Ripeness.of(full, law).ripe());
        assertEquals(3, Ripeness.of(RequestHistory.empty(), law).missing().size());
        Optional<Event> none = Optional.empty();
        Optional<String> name = full.petitioner();
        assertFalse(ripe(new RequestHistory(name, none, full.delivery(), full.refusal(), none, Map.of()), law));
        assertFalse(ripe(new RequestHistory(name, full.request(), none, full.refusal(), none, Map.of()), law));
        assertFalse(ripe(new RequestHistory(name, full.request(), full.delivery(), none, none, Map.of()), law));
        assertTrue(
                ripe(new RequestHistory(name, full.request(), full.delivery(), none, full.refusal(), Map.of()), law));
    }

    @Test
    void isNotRipeUntilTheStepsOfTheStateAreFacts() {
        RecordsLaw ohio = Samples.LAW.records(UsState.OH);
        assertFalse(ripe(Samples.done(Map.of()), ohio));
        assertTrue(ripe(Samples.done(Map.of("oh-pre-suit-complaint", LETTER)), ohio));
        assertFalse(ripe(Samples.done(Map.of("some-other-step", LETTER)), ohio));
        RecordsLaw newYork = Samples.LAW.records(UsState.NY);
        assertFalse(ripe(Samples.done(Map.of()), newYork));
        assertTrue(ripe(Samples.done(Map.of(RequestHistory.APPEAL, LETTER)), newYork));
        has(
                petition(Samples.unripe(Samples.in(UsState.OH))),
                "give it three business days to cure",
                "[NOT ON FILE]",
                Ripeness.NOT_RIPE);
    }

    private static boolean ripe(RequestHistory history, RecordsLaw law) {
        return Ripeness.of(history, law).ripe();
    }

    @Test
    void isNotRipeWhenTheDatesCanNotBeTrue() {
        RequestHistory full = Samples.done(Map.of());
        Event early = new Event(LocalDate.of(2026, 8, 1), "", Optional.empty());
        RequestHistory wrong = new RequestHistory(
                full.petitioner(), full.request(), Optional.of(early), full.refusal(), full.lapse(), Map.of());
        assertFalse(ripe(wrong, Samples.LAW.records(UsState.NC)));
    }

    @Test
    void headsEachPageNotRipe() {
        has(header(MECKLENBURG), "DRAFT - ATTORNEY REVIEW REQUIRED", Ripeness.NOT_RIPE);
        has(
                petition(MECKLENBURG),
                "This action can not be filed as things stand.",
                "The written request for the records, with its date and a copy.",
                "On [DATE], [NAME OF THE PERSON WHO SUES] asked Mecklenburg County Sheriff’s Office in writing",
                "[NOT ON FILE: STATE THE REFUSAL",
                "Result: unknown: facts are missing.",
                "The agency denied the request, in whole or in part.",
                "What the matter must still say");
    }

    @Test
    void dropsTheHeadingWhenEverythingIsOnFile() {
        PetitionInputs ripe = Samples.with(MECKLENBURG, Samples.done(Map.of()));
        assertFalse(header(ripe).contains("NOT RIPE"), header(ripe));
        has(header(ripe), "DRAFT - ATTORNEY REVIEW REQUIRED");
        String text = petition(ripe);
        has(
                text,
                "On August 3, 2026, María José Ñúñez asked Mecklenburg County Sheriff’s Office in writing by e-mail for",
                "On September 10, 2026, Mecklenburg County Sheriff’s Office refused the request, in whole or in part, saying",
                "Letter of September 10, 2026.");
        assertFalse(text.contains("NOT ON FILE"), text);
    }

    @Test
    void everyNumberedParagraphIsFooted() {
        for (PetitionInputs in : List.of(
                MECKLENBURG,
                Samples.unripe(Samples.clay()),
                Samples.unripe(Samples.princeWilliam()),
                Samples.with(MECKLENBURG, Samples.done(Map.of(RequestHistory.APPEAL, LETTER))))) {
            List<XWPFParagraph> numbered = Docx.paragraphs(Docx.open(DocxWriter.write(Petition.of(in)))).stream()
                    .filter(p -> "Allegation".equals(p.getStyle()))
                    .toList();
            assertTrue(numbered.size() >= 12, "a pleading has its paragraphs: " + numbered.size());
            for (XWPFParagraph paragraph : numbered) {
                assertTrue(
                        paragraph.getRuns().stream().anyMatch(r -> r.getCTR().sizeOfFootnoteReferenceArray() > 0),
                        paragraph.getText());
            }
        }
    }

    @Test
    void alwaysPrintsWhatStandsAgainstIt() {
        String text = petition(MECKLENBURG);
        has(
                text,
                "Voces de la Frontera, Inc. v. Clarke, 2017 WI 16",
                "Against the claim: Detainee-identifying ICE records exempt via 8 C.F.R. § 236.6.",
                "307 Conn. 53 (2012). [VERIFY]",
                "But see Voces de la Frontera, Inc. v. Clarke, 2017 WI 16");
        assertTrue(text.indexOf("Adverse authority") < text.indexOf("Authority for the claim"));
        var claim = Samples.claim();
        var none = new org.writwatch.law.Screening.Claim(
                claim.id(),
                claim.title(),
                claim.result(),
                claim.why(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
        has(
                petition(
                        new PetitionInputs(MECKLENBURG.request(), none, MECKLENBURG.practice(), MECKLENBURG.history())),
                "No adverse authority is held in the data for this claim. That is not to say that there is none");
    }

    @Test
    void listsTheStepsAfterFiling() {
        has(
                petition(MECKLENBURG),
                "start mediation within 30 days of the responsive pleadings",
                "without it the court loses jurisdiction");
    }

    @Test
    void lettersItsExhibitsInTheOrderTheyAreReliedOn() {
        String text = petition(Samples.unripe(Samples.clay()));
        has(
                text,
                "Exhibit A\tU.S. Immigration and Customs Enforcement, “Agencies by county”",
                "Exhibit B\tU.S. Immigration and Customs Enforcement, “Participating agencies”",
                "SHA-256: 01234567 89abcdef 01234567 89abcdef",
                "Ex. B, sheet 1, row 212.",
                "Schedule 1 sets out, by section and page, the words of the memorandum",
                "Section IV.C, page 3\t“Before participating LEA personnel",
                "Appendix B, page 14\t“The LEA will inform ICE");
        assertEquals("A", Letters.letter(0));
        assertEquals("Z", Letters.letter(25));
        assertEquals("AA", Letters.letter(26));
        assertEquals("BA", Letters.letter(52));
    }

    @Test
    void takesTheStatesOwnCaption() {
        has(
                petition(MECKLENBURG),
                "SUPERIOR COURT DIVISION",
                "COUNTY OF MECKLENBURG",
                "Plaintiff,",
                "[NAME], in official capacity as Sheriff of Mecklenburg County",
                "COMPLAINT FOR AN ORDER COMPELLING DISCLOSURE OF PUBLIC RECORDS",
                "not a rule of court that was read. [VERIFY]");
        has(
                petition(Samples.unripe(Samples.clay())),
                "COMPLAINT FOR WRIT OF MANDAMUS",
                "IN AND FOR CLAY COUNTY, FLORIDA");
        has(petition(Samples.unripe(Samples.princeWilliam())), "PETITION FOR MANDAMUS OR INJUNCTION");
    }

    @Test
    void leavesNoFieldUnfilledAndNamesItselfPlainly() {
        Draft draft = Petition.of(MECKLENBURG);
        String text = Docx.all(DocxWriter.write(draft));
        assertFalse(text.contains("{{") || text.contains("}}"), text);
        assertEquals("Records action against Mecklenburg County Sheriff’s Office", draft.title());
    }
}
