package org.writwatch.agreements.memo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.writwatch.agreements.Model;
import org.writwatch.facts.Slug;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrasebook;

class MemorandaTest {
    private final Memoranda memoranda = Memoranda.bundled();

    @Test
    void holdsSixtyOneMemorandaOfThreeModels() {
        List<Memorandum> all = memoranda.list();
        assertEquals(61, all.size());
        assertEquals(17, all.stream().filter(m -> m.model() == Model.JEM).count() + 1);
        assertEquals(20, all.stream().filter(m -> m.model() == Model.TFM).count());
        Set<String> hashes = new HashSet<>();
        all.forEach(m -> hashes.add(m.source().sha256().orElseThrow()));
        assertEquals(61, hashes.size());
    }

    @Test
    void clayCountyIsFoundByAgencyAndByTheAddressItsAgreementCarries() {
        Memorandum clay =
                memoranda.findFor("clay-county-sheriffs-office-fl", Model.JEM).orElseThrow();
        assertEquals("287gJEM_ClayCoFl2020-03-11.pdf", clay.file());
        assertEquals("JEM-2020", clay.template());
        assertEquals(12, clay.pages());
        String address = "https://www.ice.gov/doclib/287gMOA/287gJEM_ClayCoFl2020-03-11.pdf";
        assertEquals(Optional.of(clay), memoranda.findByFile(address));
        assertEquals(Optional.of(clay), memoranda.findByFile("287gjem_ClayCoFl2020-03-11%2Epdf?x=1"));
        assertEquals(Optional.empty(), memoranda.findByFile("287gJEM_ClayCoFl2020-03-12.pdf"));
        assertEquals(Optional.empty(), memoranda.findFor("clay-county-sheriffs-office-fl", Model.TFM));
        Duty complaint = clay.duties().stream()
                .filter(d -> d.id().equals("complaint-notice"))
                .findFirst()
                .orElseThrow();
        assertEquals("Appendix B", complaint.clause());
        assertEquals(10, complaint.page());
        assertTrue(complaint.quote().contains("within 48 hours of the LEA receiving notice"), complaint.quote());
        assertEquals("p. 10, Appendix B", complaint.source().location());
    }

    @Test
    void twoModelsOfOneAgencyAreToldApart() {
        assertEquals(
                2, memoranda.forAgency("grayson-county-detention-center-ky").size());
        assertEquals(
                "WSO-2025",
                memoranda
                        .findFor("grayson-county-detention-center-ky", Model.WSO)
                        .orElseThrow()
                        .template());
        assertEquals(List.of(), memoranda.forAgency("mecklenburg-county-sheriffs-office-nc"));
    }

    @Test
    void everyDutyHasAPageOfItsFileAndWordsOfBothLanguages() {
        for (Memorandum m : memoranda.list()) {
            m.agencyId().ifPresent(id -> assertEquals(Slug.of(id), id));
            assertTrue(m.duties().size() > 50, m.file() + " has " + m.duties().size() + " duties");
            for (Duty d : m.duties()) {
                assertTrue(d.page() <= m.pages(), m.file() + " " + d.id());
                assertFalse(d.quote().contains("\n"));
                assertTrue(
                        Phrasebook.of(Lang.EN).knows("agreements", d.summary().key()), d.id());
                assertTrue(
                        Phrasebook.of(Lang.ES).knows("agreements", d.summary().key()), d.id());
            }
        }
    }

    @Test
    void aRequestNamesAFewThingsEachOnceWithItsDuties() {
        Memorandum clay = memoranda.findByFile("287gJEM_ClayCoFl2020-03-11.pdf").orElseThrow();
        List<Requestable> asks = memoranda.requestable(clay);
        List<String> ids = asks.stream().map(Requestable::id).toList();
        assertEquals(ids.size(), new HashSet<>(ids).size());
        assertTrue(ids.size() <= 12, ids.toString());
        assertTrue(ids.containsAll(List.of("officers", "training", "holds", "detainers", "complaints", "meetings")));
        assertFalse(ids.contains("statistics"), "a jail model names no statistics");
        for (Requestable ask : asks) {
            assertEquals(ask.duty(), ask.duties().stream().findFirst());
            assertTrue(clay.duties().containsAll(ask.duties()) && !ask.duties().isEmpty(), ask.id());
        }
        Requestable training = asks.get(ids.indexOf("training"));
        assertEquals("training-exam-score", training.duty().orElseThrow().id());
        assertTrue(training.duties().size() >= 3);
        String meetings =
                Phrasebook.of(Lang.EN).say(asks.get(ids.indexOf("meetings")).what());
        assertTrue(meetings.contains("Steering Committee"), meetings);
    }

    @Test
    void whatNoFormOfTodayNamesIsNotAskedFor() {
        String meetings = Phrasebook.of(Lang.EN)
                .say(memoranda.requestable(Model.JEM).stream()
                        .filter(r -> r.id().equals("meetings"))
                        .findFirst()
                        .orElseThrow()
                        .what());
        assertFalse(meetings.contains("Steering"), "cut from the form in 2025");
        assertTrue(memoranda.requestable(Model.TFM).stream().noneMatch(r -> r.id().equals("meetings")));
        assertTrue(memoranda.requestable(Model.TFM).stream().anyMatch(r -> r.id().equals("statistics")));
    }

    @Test
    void withoutAMemorandumTheMemorandumIsAskedForFirst() {
        for (Model model : Model.values()) {
            List<Requestable> asks = memoranda.requestable(model);
            assertEquals("memorandum", asks.get(0).id());
            assertTrue(asks.size() > 8 && asks.size() <= 13, model + ": " + asks.size());
            assertTrue(asks.stream().allMatch(a -> a.duty().isEmpty()));
        }
    }

    @Test
    void everyDutyThatIsAskedAboutIsAKindOfDuty() {
        for (String template :
                Forms.bundled().list().stream().map(e -> e.form().template()).toList()) {
            for (AskTable.Ask ask : AskTable.bundled().of(template)) {
                assertTrue(DutyTable.bundled().list().containsAll(ask.duties()), ask.toString());
                for (Lang lang : Lang.values()) {
                    assertTrue(Phrasebook.of(lang).say(ask.words()).length() > 40, ask.id());
                }
            }
        }
    }
}
