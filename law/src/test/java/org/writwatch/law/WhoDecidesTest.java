package org.writwatch.law;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.law.Screening.Practice;

class WhoDecidesTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 24);

    @Test
    void everyJurisdictionHasEveryItemInBothLanguages() {
        for (String code : Law.codes()) {
            List<Practice> items = WhoDecides.of(Law.bundled(), code, Optional.empty(), AS_OF);
            for (String id : List.of(
                    "signatory",
                    "governing-body",
                    "notice-tfm",
                    "notice-jem",
                    "notice-wso",
                    "leaving",
                    "meeting",
                    "election")) {
                assertTrue(items.stream().anyMatch(i -> i.id().equals(id)), code + " " + id);
            }
            for (Practice item : items) {
                for (Lang lang : Lang.values()) {
                    String said = Phrasebook.of(lang).say(item.what());
                    assertTrue(item.verified() || said.contains("[VERIFY]"), code + " " + said);
                }
            }
        }
    }

    @Test
    void whereStateLawRequiresOrForbidsTheAgreementItSaysSo() {
        assertTrue(said("TX", "leaving").contains("does not let the agency simply leave"));
        assertTrue(said("TN", "leaving").contains("does not let the agency simply leave"));
        assertTrue(said("FL", "leaving").contains("State Board of Immigration Enforcement must approve"));
        assertTrue(said("DE", "leaving").contains("does not let the agency stay"));
        assertTrue(said("MD", "leaving").contains("[VERIFY]"), "known from the press only");
        assertTrue(said("WI", "leaving").contains("no proof that there is none"));
        assertTrue(said("TN", "governing-body").contains("need not approve"));
        assertTrue(said("MN", "governing-body").contains("binds no court"));
        assertTrue(said("OH", "governing-body").contains("not known here"));
    }

    /** The warrant officers' form has ninety days either way; the two others name no days for the agency. */
    @Test
    void noticeIsThatOfTheForm() {
        assertTrue(said("OH", "notice-wso").contains("90 days after the notice is received"));
        assertTrue(said("OH", "notice-tfm").contains("no number of days is named"));
        assertTrue(said("OH", "notice-jem").contains("no number of days is named"));
    }

    @Test
    void aMeetingIsNamedOnlyWithASourceAndUntilItsDay(@TempDir Path folder) throws IOException, URISyntaxException {
        Path from = Path.of(Law.class.getResource("data").toURI());
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = folder.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        Path data = folder.resolve("deciders.yaml");
        Files.writeString(data, Files.readString(data).replace("places: []", """
                places:
                - agency: clay
                  body: Board of County Commissioners
                  next_meeting: 2026-12-08
                  rule: {value: calendar of 2026, source: county page, confidence: verified-in-source}
                """));
        Law law = Law.from(folder);
        assertTrue(said(law, "clay", AS_OF, "meeting").contains("December 8, 2026"));
        assertTrue(said(law, "clay", LocalDate.of(2026, 12, 9), "meeting").contains("not known here"));
        assertTrue(said("OH", "election").contains("not known here"));
        assertTrue(said(law, "polk", AS_OF, "meeting").contains("not known here"));
        assertFalse(said(law, "clay", AS_OF, "meeting").contains("[VERIFY]"));
    }

    /** Fla. Stat. 100.041(1): years that are a multiple of 4; Va. Code 24.2-217: from 1995; Wyo. Stat. 22-2-105: from 1974. */
    @Test
    void theNextElectionIsThatOfTheStatesOwnLawWhereItWasRead() {
        assertTrue(said("FL", "election").contains("November 7, 2028 (Fla. Stat. §§ 100.031, 100.041(1))"));
        assertTrue(said("VA", "election").contains("November 2, 2027"));
        assertTrue(said("WY", "election").contains("November 5, 2030"));
        assertTrue(said(Law.bundled(), "clay", LocalDate.of(2028, 11, 7), "election")
                .contains("November 7, 2028"));
        assertTrue(said(Law.bundled(), "clay", LocalDate.of(2028, 11, 8), "election")
                .contains("November 2, 2032"));
    }

    private static String said(String code, String id) {
        return said(WhoDecides.of(Law.bundled(), code, Optional.empty(), AS_OF), id);
    }

    private static String said(Law law, String agency, LocalDate day, String id) {
        return said(WhoDecides.of(law, "FL", Optional.of(agency), day), id);
    }

    private static String said(List<Practice> items, String id) {
        return String.join(
                "\n",
                items.stream()
                        .filter(i -> i.id().equals(id))
                        .map(i -> Phrasebook.of(Lang.EN).say(i.what()))
                        .toList());
    }
}
