package org.writwatch.agreements.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.writwatch.agreements.roster.PublishedList;
import org.writwatch.agreements.roster.RosterReader;
import org.writwatch.agreements.roster.Xlsx;
import org.writwatch.facts.gazetteer.Gazetteer;

/** Small lists made up for one story each. */
class HistoryBuilderTest {
    private static final String CLAY = "Clay County Sheriff's Office";
    private static final String BAKER = "Baker County Sheriff's Office";

    private static Xlsx list(String day) {
        return new Xlsx()
                .saved(day + "T12:00:00Z")
                .row("STATE", "LAW ENFORCEMENT AGENCY", "TYPE", "COUNTY", "SUPPORT TYPE", "SIGNED", "MOA");
    }

    private static PublishedList read(String day, Xlsx list) {
        return RosterReader.read("participatingAgencies-" + day + ".xlsx", list.bytes());
    }

    private static PublishedList of(String day, Object... signed) {
        Xlsx list = list(day);
        String[] names = {CLAY, BAKER};
        for (int i = 0; i < signed.length; i++) {
            list.row("FLORIDA", names[i], "County", "", "Task Force Model", signed[i], "link pending");
        }
        return read(day, list);
    }

    private static History build(List<PublishedList> lists) {
        return HistoryBuilder.build(lists, Ground.of(Corrections.none(), Gazetteer.bundled()));
    }

    private static List<String> ids(History history) {
        return history.lines().stream().map(HistoryLine::id).toList();
    }

    private static List<String> events(History history) {
        return history.events().stream()
                .map(e -> e.date() + " " + e.kind().code() + " " + e.agreementId() + " " + e.id())
                .toList();
    }

    /** 45728 is 12 March 2025; the list of the 20th says the 11th. */
    @Test
    void anAgreementKeepsItsIdWhenItsDateIsCorrected() {
        PublishedList first = of("2025-03-14", 45728, 45728);
        PublishedList second = of("2025-03-20", 45727, 45728);
        History before = build(List.of(first));
        History after = build(List.of(first, second));
        assertEquals(
                List.of(
                        "baker-county-sheriffs-office-fl/tfm/2025-03-12",
                        "clay-county-sheriffs-office-fl/tfm/2025-03-12"),
                ids(before));
        assertEquals(ids(before), ids(after));
        assertEquals("2025-03-11", after.lines().get(1).signed().orElseThrow().toString());
        assertEquals(events(before), events(after).subList(0, events(before).size()));
        assertTrue(
                events(after).get(2).startsWith("2025-03-20 date corrected clay-county"),
                events(after).toString());
    }

    /** A year nobody can have signed in is no date; the id takes the first that can be one, and keeps it. */
    @Test
    void anImpossibleYearNeverNamesAnAgreement() {
        History history = build(List.of(of("2025-03-14", 1_190_000), of("2025-03-20", 45727), of("2025-03-27", 45726)));
        assertEquals(List.of("clay-county-sheriffs-office-fl/tfm/2025-03-11"), ids(history));
    }

    @Test
    void theSameListsInAnyOrderGiveTheSameTables() {
        List<PublishedList> lists = new ArrayList<>();
        Random random = new Random(287);
        for (int day = 10; day < 30; day++) {
            lists.add(random.nextInt(3) == 0 ? of("2025-04-" + day, 45728) : of("2025-04-" + day, 45728, 45727));
        }
        Map<String, String> first = tables(lists);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(lists, random);
            assertEquals(first, tables(lists));
        }
    }

    /** ICE's slips: a wrong state for one list, a curly apostrophe, a misspelt state. None is a departure. */
    @Test
    void aSlipOfThePublisherIsNoDeparture() {
        List<PublishedList> lists = new ArrayList<>();
        String[][] rows = {
            {"FLORIDA", CLAY},
            {"FLORIDA", "Clay County Sheriff's Department"},
            {"FLROIDA", CLAY},
            {"Florida ", CLAY},
            {"FLORIDA", " Clay  County Sheriffs Office"},
            {"FLORIDA", "Clay County Sheriff\u2019s Office"}
        };
        for (int i = 0; i < rows.length; i++) {
            String day = "2025-04-1" + i;
            lists.add(read(
                    day,
                    list(day)
                            .row(
                                    rows[i][0],
                                    rows[i][1],
                                    "County",
                                    "#N/A",
                                    "Task Force Officer",
                                    45728,
                                    "link pending")));
        }
        assertEquals(
                List.of("2025-04-10 listed clay-county-sheriffs-office-fl/tfm/2025-03-12"),
                events(build(lists)).stream()
                        .map(e -> e.substring(0, e.lastIndexOf(' ')))
                        .toList());
    }

    /** What has happened keeps its id when an application becomes an agreement, and the old id still leads to it. */
    @Test
    void anApplicationKeepsItsEventAndItsIdLeadsOn() {
        PublishedList applied = RosterReader.read(
                "pendingAgencies-2025-03-01.xlsx",
                new Xlsx()
                        .saved("2025-03-01T12:00:00Z")
                        .row("STATE", "LAW ENFORCEMENT AGENCY", "TYPE", "COUNTY", "SUPPORT TYPE")
                        .row("FLORIDA", CLAY, "County", "", "Task Force Model")
                        .bytes());
        PublishedList other = of("2025-03-02");
        History before = build(List.of(applied, other));
        assertEquals(List.of("clay-county-sheriffs-office-fl/tfm/pending"), ids(before));
        History after = build(List.of(applied, other, of("2025-03-14", 45728)));
        assertEquals(List.of("clay-county-sheriffs-office-fl/tfm/2025-03-12"), ids(after));
        assertTrue(after.lines().get(0).wasApplication(before.lines().get(0).id()));
        assertEquals(EventKind.PENDING, after.events().get(0).kind());
        assertEquals(before.events().get(0).id(), after.events().get(0).id());
    }

    private static Map<String, String> tables(List<PublishedList> lists) {
        Map<String, String> tables = new TreeMap<>();
        HistoryTables.write(build(lists))
                .forEach((name, bytes) -> tables.put(name, new String(bytes, StandardCharsets.UTF_8)));
        return tables;
    }
}
