package org.writwatch.agreements.roster;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.writwatch.facts.problem.BadInput;

/**
 * What a fuzzer calls with anything at all. The first byte picks the part of a workbook that the rest is put in, with a
 * checksum that fits, so that the guided search gets past the ZIP; or the rest is the whole file.
 *
 * <p>Nothing but a refusal that names the file may be thrown, and the reader must read a good list afterwards as it did
 * before.
 */
public final class WorkbookFuzz {
    static final String FILE = "participatingAgencies05232025am.xlsx";

    private static final List<String> PARTS = List.of(
            "xl/worksheets/sheet1.xml",
            "xl/sharedStrings.xml",
            "xl/worksheets/_rels/sheet1.xml.rels",
            "xl/workbook.xml",
            "xl/_rels/workbook.xml.rels",
            "docProps/core.xml");
    private static final byte[] GOOD = good().bytes();
    private static final String READ = RosterReader.read("good.xlsx", GOOD).toString();

    private WorkbookFuzz() {}

    private static Xlsx good() {
        return new Xlsx()
                .row("STATE", "LAW ENFORCEMENT AGENCY", "TYPE", "COUNTY", "SUPPORT TYPE", "SIGNED", "MOA")
                .row(
                        "FLORIDA",
                        "Clay County Sheriff\u2019s Office",
                        "County",
                        "#N/A",
                        "Task Force Model",
                        45714,
                        "link")
                .link("G2", "https://www.ice.gov/doclib/287gMOA/Clay.pdf");
    }

    /** The entry point of coverage-guided fuzzers. */
    public static void fuzzerTestOneInput(byte[] data) {
        RosterReader reader = new RosterReader();
        try {
            PublishedList list = reader.list(FILE, data.length == 0 ? data : file(data));
            list.rowRemarks().forEach(Remark::reason);
        } catch (BadInput e) {
            if (!e.getMessage().startsWith(FILE)) {
                throw new IllegalStateException("a refusal that does not name the file: " + e.getMessage());
            }
        }
        if (!reader.list("good.xlsx", GOOD).toString().equals(READ)) {
            throw new IllegalStateException("another file was read otherwise");
        }
    }

    private static byte[] file(byte[] data) {
        int part = (data[0] & 0xff) % (PARTS.size() + 1);
        String rest = new String(data, 1, data.length - 1, StandardCharsets.ISO_8859_1);
        return part == PARTS.size()
                ? rest.getBytes(StandardCharsets.ISO_8859_1)
                : good().raw(PARTS.get(part), rest.getBytes(StandardCharsets.ISO_8859_1))
                        .bytes();
    }
}
