package org.writwatch.agreements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.writwatch.agreements.RegistryTables.Table;
import org.writwatch.agreements.history.Event;
import org.writwatch.agreements.history.EventFlag;
import org.writwatch.facts.gazetteer.Gazetteer;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.problem.NotFound;

class RegistryTablesTest {
    private final Registry registry = Registry.bundled();
    private final RegistryTables tables = new RegistryTables(registry, Gazetteer.bundled());
    private final LocalDate last = registry.lastList();

    private static List<Map<String, String>> records(Table table) {
        return table.rows().stream()
                .map(row -> {
                    assertEquals(table.header().size(), row.size());
                    Map<String, String> record = new HashMap<>();
                    for (int i = 0; i < row.size(); i++) {
                        record.put(table.header().get(i), row.get(i));
                    }
                    return record;
                })
                .toList();
    }

    @Test
    void theColumnsAreThoseScriptsRelyOn() {
        assertEquals(
                "file,kind,order_date,rows,jem,tfm,wso,agencies,duplicates,links,quarantined",
                String.join(",", tables.sources(Optional.empty(), Lang.EN).header()));
        assertEquals(
                "agreement_id,agency_id,agency,state,county,county_fips,ori,type,model,signed,status,first_listed,"
                        + "last_listed,first_absent,memo_url",
                String.join(",", tables.list(last).header()));
        assertEquals(
                "date,event,agreement_id,agency,state,model,before,after,flag,file,sheet,row",
                String.join(",", tables.changes(Optional.empty(), last, Lang.EN).header()));
    }

    @Test
    void aPendingListUnderTheWrongNameIsSetAsideInBothLanguages() {
        Map<String, String> misfiled = records(tables.sources(Optional.empty(), Lang.EN)).stream()
                .filter(r -> r.get("file").contains("participatingAgencies09222025pm"))
                .findFirst()
                .orElseThrow();
        assertEquals("pending", misfiled.get("kind"));
        assertTrue(misfiled.get("quarantined").contains("participating"), misfiled.toString());
        long aside = records(tables.sources(Optional.empty(), Lang.ES)).stream()
                .filter(r -> !r.get("quarantined").isEmpty())
                .count();
        assertEquals(registry.lists().aside().size(), aside);
    }

    @Test
    void sourcesOfAnEarlierDayLeaveOutLaterLists() {
        LocalDate day = LocalDate.of(2025, 3, 1);
        List<Map<String, String>> rows = records(tables.sources(Optional.of(day), Lang.EN));
        assertFalse(rows.isEmpty());
        rows.forEach(r -> assertFalse(LocalDate.parse(r.get("order_date")).isAfter(day), r.toString()));
    }

    @Test
    void anAgencyAnswersToItsIdItsNumberItsNameAndItsCounty() {
        Table byId = tables.history("clay-county-sheriffs-office-fl", last);
        assertEquals(byId, tables.history("FL0100000", last));
        assertEquals(byId, tables.history("Clay County Sheriff\u2019s Office, Florida", last));
        assertEquals(byId, tables.history("12019", last));
        assertEquals(byId, tables.history("Clay County, FL", last));
        NotFound none = assertThrows(NotFound.class, () -> tables.history("Kalawao County, HI", last));
        assertEquals(List.of(), none.choices());
        assertEquals(
                "cabell-county-sheriffs-office-wv",
                registry.agency("Cabell County Sheriff's Office, West Virginia").id());
    }

    /** The sheriff is off the list of 30 September 2025; that he is gone is known a week and three lists later. */
    @Test
    void aDayKnowsOnlyWhatWasKnownThen() {
        String cambria = "cambria-county-sheriffs-office-pa/wso/2025-07-31";
        LocalDate day = LocalDate.of(2025, 9, 30);
        assertEquals(List.of("listed", "absent"), events(cambria, day));
        assertEquals(List.of("listed", "gone from list"), events(cambria, LocalDate.of(2025, 10, 7)));
        for (Map<String, String> r : records(tables.changes(Optional.empty(), day, Lang.EN))) {
            assertFalse(LocalDate.parse(r.get("date")).isAfter(day), r.toString());
        }
    }

    private List<String> events(String agreement, LocalDate asOf) {
        return records(tables.changes(Optional.of(LocalDate.of(2025, 7, 1)), asOf, Lang.EN)).stream()
                .filter(r -> r.get("agreement_id").equals(agreement))
                .map(r -> r.get("event"))
                .filter(e -> !e.equals("memorandum posted") && !e.equals("pending"))
                .toList();
    }

    @Test
    void countsAddUpToTheRowsOfTheList() {
        List<Map<String, String>> counts = records(tables.counts(last));
        Map<String, String> all = counts.get(counts.size() - 1);
        assertEquals("all", all.get("state"));
        assertEquals("1843", all.get("agreements"));
        int states = counts.subList(0, counts.size() - 1).stream()
                .mapToInt(r -> Integer.parseInt(r.get("agreements")))
                .sum();
        assertEquals(1843, states);
    }

    @Test
    void whyNamesTheCellsAndTheHashOfTheirFile() {
        List<Map<String, String>> why = records(tables.why("clay-county-sheriffs-office-fl", last, Lang.EN));
        assertFalse(why.isEmpty());
        Map<String, String> latest = why.get(why.size() - 1);
        assertFalse(latest.get("file").isEmpty());
        assertTrue(latest.get("sha256").isEmpty() || latest.get("sha256").length() == 64);
    }

    /** Every reason in the register is one that has words in both languages; the English ones are those it keeps. */
    @Test
    void whyAPersonShouldLookIsSaidInTheReadersLanguage() {
        int flagged = 0;
        for (Event event : Registry.bundled().events(last)) {
            assertEquals(event.flag(), EventFlag.say(event.flag(), Lang.EN));
            if (!event.flag().isEmpty()) {
                flagged++;
                EventFlag.of(event.flag()).forEach(p -> assertFalse(p.key().endsWith(".other"), event.flag()));
                assertNotEquals(event.flag(), EventFlag.say(event.flag(), Lang.ES));
            }
        }
        assertTrue(flagged > 300, flagged + " flagged");
        String two = "nothing held covers 2009-10-28 to 2021-01-13; another office of the place is listed from then on"
                + " with the same date; not merged";
        assertEquals(2, EventFlag.of(two).size());
        assertEquals(
                "nada de lo conservado cubre del 2009-10-28 al 2021-01-13; desde entonces figura otra oficina del lugar con"
                        + " la misma fecha; no se unieron",
                EventFlag.say(two, Lang.ES));
    }
}
