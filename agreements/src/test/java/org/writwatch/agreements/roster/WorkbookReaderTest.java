package org.writwatch.agreements.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.writwatch.facts.problem.BadInput;

class WorkbookReaderTest {
    private static final String LIST = "20250525T092608Z_participatingAgencies05232025am.xlsx";

    private static byte[] list() {
        return new Xlsx()
                .row("STATE", "LAW ENFORCEMENT AGENCY", "TYPE", "COUNTY", "SUPPORT TYPE", "SIGNED", "MOA")
                .row(
                        " FLORIDA",
                        "Clay County Sheriff\u2019s Office ",
                        "County",
                        "Clay County",
                        "Task Force Model",
                        45714,
                        "link")
                .link(
                        "G2",
                        "https://gcc02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.ice.gov%2Fdoclib%2F287gMOA%2FClay.pdf&amp;data=05")
                .hidden(
                        "PENNSLYVANIA",
                        "York PD",
                        "Muncipality",
                        "#N/A",
                        "Warrant Service Office",
                        "05/082025",
                        "link pending")
                .row(" ", "", "")
                .bytes();
    }

    @Test
    void readsHiddenRowsLinksAndMisspellingsAndSaysWhatItRepaired() {
        PublishedList list = RosterReader.read(LIST, list());
        assertEquals(ListKind.PARTICIPATING, list.kind());
        assertEquals("2025-05-23", list.date().toString());
        assertEquals(new ListCounts(2, 0, 1, 1, 2, 0, 1), list.counts());
        assertEquals(
                "Clay County Sheriff\u2019s Office",
                list.rows().get(0).printed().agency());
        assertEquals("2025-02-26", list.rows().get(0).printed().signed());
        MemoLink link = MemoLink.read(list.rows().get(0).printed().memoLink()).orElseThrow();
        assertEquals("https://www.ice.gov/doclib/287gMOA/Clay.pdf", link.url());
        assertEquals(
                java.util.List.of("link-wrapped", "state-spelling", "model-spelling", "signed-text"),
                list.rowRemarks().stream().map(Remark::code).toList());
        assertEquals(java.util.List.of(), list.remarks());
    }

    @Test
    void refusesWhatIsNoWorkbookAndSaysWhatItIs() {
        refused("%PDF-1.7\n...".getBytes(StandardCharsets.US_ASCII), "PDF");
        refused("<!DOCTYPE html><html></html>".getBytes(StandardCharsets.US_ASCII), "web page");
        refused(new byte[0], "empty");
        refused(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0}, "password");
        refused("PK\u0003\u0004 and nothing else".getBytes(StandardCharsets.US_ASCII), "damaged");
        refused(new Xlsx().row("STATE").part("xl/vbaProject.bin", "x").bytes(), "macros");
    }

    @Test
    void refusesEntitiesAndPartsTooBigToBeAList() {
        String bomb = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\">]><worksheet>&b;</worksheet>";
        refused(new Xlsx().row("STATE").part("xl/worksheets/sheet1.xml", bomb).bytes(), "");
        refused(
                new Xlsx()
                        .row("STATE")
                        .zeros("xl/sharedStrings.xml", Parts.LARGEST_PART + 1)
                        .bytes(),
                "more than");
    }

    /** Any one byte of a list changed: it is refused, or what it says is what it said. */
    @Test
    void aFlippedByteIsRefusedOrHarmless() {
        byte[] good = list();
        PublishedList read = RosterReader.read(LIST, good);
        int refused = 0;
        for (int at = 0; at < good.length; at++) {
            for (int bit : new int[] {0x01, 0x80}) {
                byte[] bad = good.clone();
                bad[at] ^= (byte) bit;
                try {
                    assertEquals(unsigned(read), unsigned(RosterReader.read(LIST, bad)), "byte " + at);
                } catch (BadInput e) {
                    refused++;
                }
            }
        }
        assertTrue(refused > good.length / 2, refused + " refused");
    }

    /** The same inside a part whose checksum was made to fit again. */
    @Test
    void aDoctoredPartNeverCrashes() {
        Random random = new Random(287);
        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = new Xlsx()
                    .row("STATE", "LAW ENFORCEMENT AGENCY", "SUPPORT TYPE")
                    .row("FLORIDA", "Clay County Sheriff's Office", 45714)
                    .doctor(random)
                    .bytes();
            try {
                RosterReader.read(LIST, bytes);
            } catch (BadInput e) {
                assertTrue(e.getMessage().startsWith(LIST), e.getMessage());
            }
        }
    }

    /** All a list says but the hash of its bytes. */
    private static String unsigned(PublishedList list) {
        return list.toString().replace(list.sha256(), "");
    }

    private static void refused(byte[] bytes, String word) {
        BadInput e = assertThrows(BadInput.class, () -> RosterReader.read(LIST, bytes));
        assertTrue(e.getMessage().startsWith(LIST + ": found "), e.getMessage());
        assertTrue(e.getMessage().contains(word), e.getMessage());
    }
}
