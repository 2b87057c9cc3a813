package org.writwatch.agreements.memo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.Test;
import org.writwatch.agreements.Agreement;
import org.writwatch.agreements.AgreementStatus;
import org.writwatch.agreements.Model;
import org.writwatch.facts.Agency;
import org.writwatch.facts.Reach;
import org.writwatch.facts.Source;
import org.writwatch.facts.UsState;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.facts.problem.BadInput;

/** Documents that are not what they are taken for say so. */
class WrongDocumentTest {
    private static final String[] NO_DATES = {"For the LEA:~For ICE:", "Date:~Date:", "Signature:~Signature:"};

    private static MemorandumReading open(byte[] bytes) {
        return MemorandumReader.with(OcrUse.NEVER, Optional.empty()).open("memo.pdf", bytes);
    }

    private static List<MemoFlag.Kind> kinds(List<MemoFlag> flags) {
        for (MemoFlag f : flags) {
            for (Lang lang : Lang.values()) {
                assertTrue(Phrasebook.of(lang).say(f.words()).length() > 20, f.toString());
            }
        }
        return flags.stream().map(MemoFlag::kind).toList();
    }

    private static Agreement listed(String id, String name, UsState state, Model model, String signed, String file) {
        LocalDate day = LocalDate.of(2026, 1, 5);
        Source proof = MemorandumReader.source(file, "0".repeat(64));
        return new Agreement(
                id + "/" + model.name(),
                new Agency(id, name, state, Reach.COUNTY, Optional.empty(), Optional.empty()),
                model,
                Optional.of(LocalDate.parse(signed)),
                new AgreementStatus.Active(day),
                day,
                day,
                Optional.empty(),
                Optional.of("https://www.ice.gov/doclib/287gMOA/" + file),
                List.of(proof));
    }

    private static ListCheck check(String file, String agency, Agreement... listed) throws IOException {
        MemorandumReading reading = open(MemoPdf.on("TFM-2025").agency(agency).bytes());
        return ListCheck.of(file, reading.memorandum(), reading.party(), List.of(listed));
    }

    @Test
    void aSoundAgreementHasNoFlag() throws IOException {
        for (Forms.Entry form : Forms.bundled().list()) {
            assertEquals(
                    List.of(), open(MemoPdf.on(form.form().template()).bytes()).flags());
        }
    }

    @Test
    void oneFileListedUnderTwoAgencies() throws IOException {
        String file = "CokeCoTX_TFM_MOA_031825.pdf";
        ListCheck check = check(
                file,
                "Coke County Sheriff's Office",
                listed("coke-tx", "Coke County Sheriff's Office", UsState.TX, Model.TFM, "2025-03-18", file),
                listed("cooke-tx", "Cooke County Sheriff's Office", UsState.TX, Model.TFM, "2025-03-18", file));
        assertEquals(List.of(MemoFlag.Kind.TWO_AGENCIES), kinds(check.flags()));
        String said = Phrasebook.of(Lang.EN).say(check.flags().get(0).words());
        assertTrue(said.contains("Coke County") && said.contains("Cooke County"), said);
    }

    @Test
    void twoAgenciesNamedInOneDocument() throws IOException {
        byte[] pdf = MemoPdf.on("TFM-2025")
                .agency("Franklin County Sheriff's Office")
                .changed(t -> {
                    int last = t.lastIndexOf("{agency}");
                    return t.substring(0, last) + "Jackson City Police Department"
                            + t.substring(last + "{agency}".length());
                })
                .bytes();
        MemorandumReading reading = open(pdf);
        assertEquals(List.of(MemoFlag.Kind.TWO_AGENCIES), kinds(reading.flags()));
        assertTrue(reading.flags().get(0).page().orElseThrow() > 1);
    }

    @Test
    void theDocumentOfAnotherAgencyOrModel() throws IOException {
        String file = "a.pdf";
        assertEquals(
                List.of(MemoFlag.Kind.OTHER_AGENCY, MemoFlag.Kind.OTHER_MODEL),
                kinds(check(
                                file,
                                "Walker County Sheriff's Office",
                                listed("x", "Polk County Sheriff's Office", UsState.TX, Model.WSO, "2025-03-18", file))
                        .flags()));
        assertEquals(
                List.of(),
                kinds(check(
                                file,
                                "POLK COUNTY SHERIFF\u2019S OFFICE, TX",
                                listed("x", "Polk County Sheriff's Office", UsState.TX, Model.TFM, "2025-03-18", file))
                        .flags()));
    }

    @Test
    void stateAndDateInTheNameAgainstTheList() throws IOException {
        String file = "FranklinCoAL_TFM_MOA_031825.pdf";
        Agreement right = listed("a", "Franklin County Sheriff's Office", UsState.AL, Model.TFM, "2025-03-18", file);
        Agreement wrong = listed("b", "Franklin County Sheriff's Office", UsState.PA, Model.TFM, "2025-02-28", file);
        assertEquals(
                List.of(),
                check(file, "Franklin County Sheriff's Office", right).flags());
        ListCheck check = check(file, "Franklin County Sheriff's Office", wrong);
        assertEquals(List.of(MemoFlag.Kind.STATE_IN_NAME, MemoFlag.Kind.DATE_IN_NAME), kinds(check.flags()));
        String said = Phrasebook.of(Lang.ES).say(check.flags().get(0).words());
        assertTrue(said.contains("Alabama") && said.contains("Pensilvania"), said);
    }

    @Test
    void namesOfFilesAreReadOrLeftAlone() {
        assertEquals(
                Optional.of(UsState.AR),
                MemoFileName.of("287gJEM_BentonCoAR_06-30-2020.pdf").state());
        assertEquals(
                Optional.of(LocalDate.of(2020, 6, 30)),
                MemoFileName.of("287gJEM_BentonCoAR_06-30-2020.pdf").date());
        assertEquals(
                Optional.of(UsState.FL),
                MemoFileName.of("287gJEM_ClayCoFl2020-03-11.pdf").state());
        assertEquals(
                Optional.of(LocalDate.of(2020, 3, 11)),
                MemoFileName.of("287gJEM_ClayCoFl2020-03-11.pdf").date());
        assertEquals(
                Optional.of(UsState.SD),
                MemoFileName.of("HughesCountySOSD_WSO_MOA_030725.pdf").state());
        assertEquals(
                Optional.of(UsState.ME),
                MemoFileName.of("WellsPDME_TFM_MOA_040225.pdf").state());
        assertEquals(
                Optional.of(UsState.GA),
                MemoFileName.of("georgiaDeptPublicSafety_TFM_MOA_03.10.25.pdf").state());
        assertEquals(
                Optional.of(LocalDate.of(2025, 6, 18)),
                MemoFileName.of("LawrenceCoSheriffsOfficeAL_TFM_MOA_06182025.pdf")
                        .date());
        assertEquals(
                Optional.empty(), MemoFileName.of("OrangeCountySO_TFM_MOA.pdf").state());
        assertEquals(
                Optional.empty(), MemoFileName.of("OrangeCountySO_TFM_MOA.pdf").date());
        assertEquals(
                Optional.empty(),
                MemoFileName.of("LeeCoSheriffsOffice_JEM_MOA_02.20.2025.pdf").state());
        assertEquals(
                Optional.empty(), MemoFileName.of("WashingtonCo_99.99.2025.pdf").date());
        assertEquals(
                Optional.empty(), MemoFileName.of("WashingtonCo_99.99.2025.pdf").state());
    }

    @Test
    void anAddendumWithoutItsAgreement() throws IOException {
        byte[] pdf = MemoPdf.on("JEM-2020")
                .changed(t -> t.substring(t.indexOf("= Addendum")))
                .bytes();
        BadInput problem = assertThrows(BadInput.class, () -> open(pdf));
        assertTrue(problem.message(Lang.EN).contains("an addendum without its agreement"), problem.message(Lang.EN));
        assertTrue(problem.message(Lang.ES).contains("un anexo sin su acuerdo"), problem.message(Lang.ES));
    }

    @Test
    void aMissingAppendix() throws IOException {
        byte[] pdf = MemoPdf.on("JEM-2025")
                .changed(t -> t.substring(0, t.indexOf("= Appendix B |")) + t.substring(t.indexOf("= Appendix C |")))
                .bytes();
        List<MemoFlag> flags = open(pdf).flags();
        assertEquals(List.of(MemoFlag.Kind.MISSING_APPENDIX), kinds(flags));
        assertTrue(Phrasebook.of(Lang.EN).say(flags.get(0).words()).startsWith("Appendix B"));
    }

    @Test
    void anUnsignedAgreement() throws IOException {
        assertEquals(
                List.of(MemoFlag.Kind.UNSIGNED, MemoFlag.Kind.UNSIGNED),
                kinds(open(MemoPdf.on("TFM-2025").signed(NO_DATES).bytes()).flags()));
        List<MemoFlag> one = open(MemoPdf.on("TFM-2025")
                        .signed("For the LEA:~For ICE:", "Date: 3/18/2025~Date:")
                        .bytes())
                .flags();
        assertEquals(1, kinds(one).size());
        assertTrue(Phrasebook.of(Lang.EN).say(one.get(0).words()).contains("ICE signed"));
    }

    @Test
    void aRevisionNobodyKnows() throws IOException {
        assertEquals(
                List.of(MemoFlag.Kind.UNKNOWN_REVISION),
                kinds(open(MemoPdf.on("TFM-2025").revised("09/01/2026").bytes()).flags()));
        assertEquals(
                List.of(),
                open(MemoPdf.on("TFM-2025").revised("03/07/2025").bytes()).flags());
    }

    @Test
    void aScriptOrAFileInsideIsSaid() throws IOException {
        try (PDDocument document = new PDDocument()) {
            MemoPdf.on("WSO-2020").print(document);
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("while (true) {}"));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(new PDEmbeddedFilesNameTreeNode());
            document.getDocumentCatalog().setNames(names);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            assertEquals(
                    List.of(MemoFlag.Kind.SCRIPT, MemoFlag.Kind.ATTACHMENT),
                    kinds(open(out.toByteArray()).flags()));
        }
    }
}
