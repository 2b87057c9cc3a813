package org.writwatch.agreements.memo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.writwatch.agreements.Model;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrasebook;

class MemorandumReaderTest {
    private static MemorandumReading open(byte[] pdf) {
        return MemorandumReader.with(OcrUse.NEVER, Optional.empty()).open("renamed.bin", pdf);
    }

    private static Duty duty(Memorandum memorandum, String id) {
        return memorandum.duties().stream()
                .filter(d -> d.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JEM-2020", "JEM-2020-06", "JEM-2025", "WSO-2019", "WSO-2020", "WSO-2025", "TFM-2025"})
    void readsEveryFormFromItsBytesAlone(String template) throws IOException {
        MemorandumReading read = open(
                MemoPdf.on(template).agency("Quartz County Sheriff's Office").bytes());
        Memorandum memorandum = read.memorandum();
        assertEquals(template, memorandum.template());
        assertEquals(Model.valueOf(template.substring(0, 3)), memorandum.model());
        assertTrue(read.recognition().confidence() > 0.2, "confidence " + read.recognition());
        assertEquals(Optional.of("Quartz County Sheriff's Office"), read.party());
        Set<String> wanted = new LinkedHashSet<>();
        Forms.bundled().get(template).marks().forEach(m -> wanted.add(m.duty()));
        memorandum.duties().forEach(d -> wanted.remove(d.id()));
        assertEquals(Set.of(), wanted, "duties not found");
        assertEquals(
                Forms.bundled().get(template).sections().size(), read.clauses().size());
    }

    @Test
    void quotesTheWordsWithTheirClauseAndPage() throws IOException {
        Memorandum memorandum =
                open(MemoPdf.on("JEM-2025").revised("02/15/2025").bytes()).memorandum();
        Duty exam = duty(memorandum, "training-exam-score");
        assertEquals("IV.C", exam.clause());
        assertEquals(
                "Each LEA nominee must pass each examination with a minimum score of 70-percent to receive certification.",
                exam.quote());
        assertEquals(2, exam.page());
        assertEquals("p. 2, IV.C", exam.source().location());
        assertEquals(Duty.Party.AGENCY, exam.who());
        assertEquals(Duty.Force.MUST, exam.force());
        assertEquals(Optional.of(LocalDate.of(2025, 2, 15)), memorandum.revision());
        assertEquals("Appendix B", duty(memorandum, "complaint-notice").clause());
    }

    @Test
    void footersNeverStandInAQuotation() throws IOException {
        Memorandum memorandum = open(MemoPdf.on("TFM-2025")
                        .agency("Zinnia Police")
                        .revised("03/07/2025")
                        .bytes())
                .memorandum();
        for (Duty duty : memorandum.duties()) {
            assertTrue(!duty.quote().contains("Zinnia") && !duty.quote().contains("Revised"), duty.quote());
        }
    }

    @Test
    void aDutyThatWasStruckIsNotReported() throws IOException {
        byte[] pdf = MemoPdf.on("JEM-2020")
                .changed(t -> t.replaceFirst("\\[\\[steering-committee\\|[^]]*]]", ""))
                .bytes();
        Memorandum memorandum = open(pdf).memorandum();
        assertEquals("JEM-2020", memorandum.template());
        assertTrue(memorandum.duties().stream().noneMatch(d -> d.id().equals("steering-committee")));
        assertTrue(memorandum.duties().stream().anyMatch(d -> d.id().equals("annual-meeting")));
    }

    @Test
    void foldsWhatScannersDo() throws IOException {
        byte[] pdf = MemoPdf.on("WSO-2025")
                .changed(t -> t.replace("perform", "perfonn")
                        .replace("of the", "ofthe")
                        .replace("terminat", "tenninat")
                        .replace("jail/correctional", "jaiVcorrectional"))
                .revised("02/1512025")
                .bytes();
        Memorandum memorandum = open(pdf).memorandum();
        assertEquals("WSO-2025", memorandum.template());
        assertEquals(Optional.of(LocalDate.of(2025, 2, 15)), memorandum.revision());
        Set<String> found = new LinkedHashSet<>();
        memorandum.duties().forEach(d -> found.add(d.id()));
        Set<String> wanted = new LinkedHashSet<>();
        Forms.bundled().get("WSO-2025").marks().forEach(m -> wanted.add(m.duty()));
        assertEquals(wanted, found);
        assertTrue(duty(memorandum, "hold-limit-48h").quote().contains("48 hours"));
        for (Duty duty : memorandum.duties()) {
            assertFalse(duty.quote().contains("perfonn") || duty.quote().contains("ofthe"), duty.quote());
        }
        assertTrue(duty(memorandum, "ice-supervision").quote().contains("perform immigration officer functions"));
        assertTrue(duty(memorandum, "hold-limit-48h").quote().contains("jail/correctional facilities"));
    }

    @Test
    void wordsThatAreWordsAndNumbersThatAreNumbersStayAsRead() throws IOException {
        byte[] pdf = MemoPdf.on("WSO-2025")
                .changed(t -> t.replace("no more than 48 hours unless", "no more than 49 hours unless")
                        .replace("the alien shall be released", "the aliens shall be released"))
                .bytes();
        String quote = duty(open(pdf).memorandum(), "hold-limit-48h").quote();
        assertTrue(quote.contains("no more than 49 hours unless"), quote);
        assertTrue(quote.contains("the aliens shall be released"), quote);
    }

    @Test
    void aDutyPrintedTwiceInAClauseIsReportedOnce() throws IOException {
        Memorandum memorandum = open(MemoPdf.on("JEM-2025").bytes()).memorandum();
        assertEquals(
                1,
                memorandum.duties().stream()
                        .filter(d -> d.id().equals("hold-limit-48h"))
                        .count());
    }

    @Test
    void saysToWhomAndWhenADutyIsOwed() throws IOException {
        Memorandum jail = open(MemoPdf.on("JEM-2025").bytes()).memorandum();
        Duty notice = duty(jail, "complaint-notice");
        Phrasebook english = Phrasebook.of(Lang.EN);
        Phrasebook spanish = Phrasebook.of(Lang.ES);
        assertEquals(Optional.of(Duty.To.ICE), notice.to());
        assertEquals(Topic.COMPLAINTS, notice.topic());
        Timing when = notice.when().orElseThrow();
        assertEquals(new Timing(Timing.Kind.WITHIN, 48, Timing.Unit.HOURS, "complaint-weekdays"), when);
        assertEquals("within 48 hours of notice of the complaint, weekends left out", english.say(when.phrase()));
        assertEquals(
                "en un plazo de 48 horas desde el aviso de la queja, sin contar fines de semana",
                spanish.say(when.phrase()));
        assertEquals(
                "within one hour of the claim of citizenship",
                english.say(
                        duty(jail, "citizenship-claims-1h").when().orElseThrow().phrase()));
        Memorandum street = open(MemoPdf.on("TFM-2025").bytes()).memorandum();
        assertEquals(
                "good for 2 years from the date of the authorization",
                english.say(duty(street, "authorization-letter")
                        .when()
                        .orElseThrow()
                        .phrase()));
        assertEquals(
                Timing.Kind.PROMPTLY,
                duty(street, "complaint-notice").when().orElseThrow().kind());
        assertEquals(
                Optional.of(Duty.To.OTHER_PARTY),
                duty(street, "revocation-notice").to());
    }

    @Test
    void takesTheDateOfTheAgencysColumnOnly() throws IOException {
        assertEquals(
                Optional.of(LocalDate.of(2025, 3, 18)),
                open(MemoPdf.on("TFM-2025").bytes()).memorandum().signed());
        assertEquals(
                Optional.empty(),
                open(MemoPdf.on("TFM-2025")
                                .signed("For the LEA:~For ICE:", "Date:~Date: March 26, 2025")
                                .bytes())
                        .memorandum()
                        .signed());
        assertEquals(
                Optional.of(LocalDate.of(2020, 6, 9)),
                open(MemoPdf.on("JEM-2020")
                                .signed("Date: June 11, 2020~Date: June 9, 2020", "Assistant Director~Sheriff")
                                .bytes())
                        .memorandum()
                        .signed());
    }

    @Test
    void everyDutyCanBeSaidInBothLanguages() {
        for (Forms.Entry entry : Forms.bundled().list()) {
            List<String> ids = entry.form().marks().stream()
                    .map(Form.Mark::duty)
                    .distinct()
                    .toList();
            for (String id : ids) {
                DutyTable.Kind kind = DutyTable.bundled().get(id, entry.form().template());
                for (Lang lang : Lang.values()) {
                    Phrasebook book = Phrasebook.of(lang);
                    assertTrue(book.say(kind.words()).length() > 20, id);
                    assertTrue(book.say(kind.topic().phrase()).length() > 5, id);
                    kind.to().ifPresent(t -> assertTrue(book.say(t.phrase()).length() > 2, id));
                    kind.when().ifPresent(w -> assertTrue(book.say(w.phrase()).length() > 5, id));
                }
            }
        }
    }
}
