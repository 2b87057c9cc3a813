package org.writwatch.papers.draft.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.writwatch.law.Confidence;
import org.writwatch.law.Datum;
import org.writwatch.papers.draft.Docx;
import org.writwatch.papers.draft.DocxWriter;

/** The letter says what is known, asks for what is not, and never more. */
class RecordsRequestTest {
    private static String letter(RequestInputs in) {
        return Docx.all(DocxWriter.write(RecordsRequest.of(in)));
    }

    private static void has(String text, String... words) {
        for (String each : words) {
            assertTrue(text.contains(each), () -> "missing: " + each + "\nin: " + text);
        }
    }

    @Test
    void quotesSectionAndPageOfAMemorandumThatIsHeld() {
        String letter = letter(Samples.clay());
        has(
                letter,
                "I hold a copy of the Jail Enforcement Model memorandum, signed on March 11, 2020, 16 pages.[^]",
                "who acts or acted under the agreement. (section IV.C, page 3)",
                "Schedule: what the memorandum says",
                "Section IV.C, page 3\t“Before participating LEA personnel",
                "Appendix B, page 14\t“The LEA will inform ICE of all complaints within 48 hours.”",
                "Every addendum, amendment, renewal and standard operating procedure under the memorandum",
                "for the time from March 11, 2020 to the day you answer",
                "“Memorandum of agreement, Clay County”, fetched March 5, 2026");
        assertFalse(letter.contains("I do not hold the memorandum"), letter);
        assertFalse(letter.contains("read by machine"), letter);
    }

    @Test
    void asksForTheMemorandumAndTheEndingDocumentWhereNeitherIsHeld() {
        String letter = letter(Samples.mecklenburg());
        has(
                letter,
                "I do not hold the memorandum of agreement itself.",
                "Every memorandum of agreement between Mecklenburg County Sheriff’s Office and ICE",
                "that ended, suspended or declined to renew such an agreement",
                "The last list that shows it is that of November 20, 2018; the list of December 14, 2018 does not.",
                "The daily count of people held for ICE by kind of hold.");
        assertFalse(letter.contains("ended on"), "no document says that it ended: " + letter);
        assertFalse(letter.contains("Schedule"), "nothing is quoted: " + letter);
    }

    @Test
    void saysWhatTheLawSaysWhenItHasNoNumber() {
        String letter = letter(Samples.mecklenburg());
        has(
                letter,
                "the law of North Carolina provides in substance: as promptly as possible; a denial must be explained",
                "Please answer as promptly as possible",
                "Con la ley de Carolina del Norte no se puede calcular aquí una fecha");
        assertFalse(letter.contains("If this request is received on"), letter);
    }

    @Test
    void countsTheDaysWhereTheLawHasANumber() {
        String letter = letter(Samples.princeWilliam());
        has(
                letter,
                "If this request is received on November 24, 2026, the answer is due on December 3, 2026, or as early as",
                "If it is received later, the same count runs from that day.",
                "If it is received on November 24, 2026, the answer is due on December 3, 2026.",
                "Si la reciben el 24 de noviembre de 2026, la respuesta vence el 3 de diciembre de 2026.",
                "How the date was counted: Counting starts the day after November 24, 2026.",
                "(holiday of the state)",
                "María José Ñúñez");
        assertFalse(letter.contains("No day for an answer"), letter);
    }

    @Test
    void warnsWhereOnlySomeMayAsk() {
        has(letter(Samples.princeWilliam()), "[CONFIRM THAT YOU ARE SUCH A PERSON, OR ASK THROUGH ONE]");
        assertFalse(letter(Samples.mecklenburg()).contains("CONFIRM THAT YOU ARE"));
    }

    @Test
    void namesTheDaysForWhichARecordShouldExist() {
        RequestInputs in = Samples.clay();
        List<Asked> dated = in.asked().stream()
                .map(a -> a.duties().isEmpty() ? a : a.dueOn(List.of(java.time.LocalDate.of(2021, 3, 11))))
                .toList();
        assertFalse(letter(in).contains("should exist for each"), letter(in));
        String letter = letter(new RequestInputs(
                in.asOf(), in.record(), dated, in.law(), in.overlay(), in.deadlines(), in.requester()));
        has(letter, "By the agreement, such a record should exist for each of these days: March 11, 2021.");
    }

    @Test
    void flagsLawThatNobodyRead() {
        String letter = letter(Samples.princeWilliam());
        has(
                letter,
                "On cost, the law provides in substance: § 2.2-3704(F). [VERIFY][^]",
                "Va. Code § 2.2-3700 et seq., read as a whole: the data name no section for this point. [VERIFY]");
        assertFalse(letter(Samples.mecklenburg()).contains("actual cost (direct reproduction cost only). [VERIFY]"));
    }

    @Test
    void saysWhenNoAgreementWasFoundAndThatListsCanBeIncomplete() {
        has(
                letter(Samples.princeWilliam()),
                "I found no 287(g) agreement of Prince William County Sheriff’s Office",
                "A list can be incomplete, so I ask.[^]");
    }

    @Test
    void neverAsksForWhatNamesAPersonHeld() {
        for (RequestInputs in : List.of(Samples.clay(), Samples.mecklenburg(), Samples.princeWilliam())) {
            has(
                    letter(in),
                    "I do not ask for any record, or part of one, that names or identifies a person",
                    "8 C.F.R. § 236.6.",
                    "as numbers only");
        }
    }

    @Test
    void changingTheLawChangesTheSentenceAndItsFootnote() {
        RequestInputs in = Samples.mecklenburg();
        Datum other = new Datum(
                List.of("within 3 days"),
                Optional.of("Other Code § 1"),
                "read",
                Confidence.FROM_KNOWLEDGE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        var law = in.law();
        var changed = new org.writwatch.law.RecordsLaw(
                law.jurisdiction(),
                law.name(),
                law.asOf(),
                law.statute(),
                law.whoMayRequest(),
                other,
                law.responseDays(),
                law.administrativeAppeal(),
                law.enforcement(),
                law.deadlineForSuit(),
                law.fees(),
                law.feeShifting(),
                law.requester(),
                law.appeal(),
                law.suitTime(),
                law.before(),
                law.feesOnly(),
                law.after(),
                law.crossCheckDays(),
                law.notes());
        String letter = letter(new RequestInputs(
                in.asOf(), in.record(), in.asked(), changed, in.overlay(), in.deadlines(), in.requester()));
        has(letter, "in substance: within 3 days. [VERIFY][^]", "Other Code § 1. [VERIFY]");
        assertFalse(letter.contains("132-6.2(c)"), letter);
    }

    @Test
    void isHeadedForAttorneyReview() {
        var document = Docx.open(DocxWriter.write(RecordsRequest.of(Samples.clay())));
        assertEquals(
                "DRAFT - ATTORNEY REVIEW REQUIRED",
                document.getHeaderList().get(0).getText().strip());
    }
}
