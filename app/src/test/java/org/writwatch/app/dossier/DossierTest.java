package org.writwatch.app.dossier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writwatch.app.ExitCode;

/** The main job on real places, from the command line to the last file. */
class DossierTest {
    private static final List<String> FILES = List.of(
            "CITATION.cff",
            "MANIFEST.sha256",
            "REPRODUCE.txt",
            "agreement.json",
            "data/dictionary.csv",
            "dossier.pdf",
            "findings.json",
            "index.es.html",
            "index.html",
            "petition.docx",
            "petition.pdf",
            "records-request.docx",
            "records-request.pdf",
            "screening.json",
            "sources/sources.csv");

    @TempDir
    Path dir;

    @Test
    void asOfAnEarlierDayTheFolderKnowsNothingLater() throws java.io.IOException {
        Dossiers early = new Dossiers(dir);
        assertEquals(0, early.run("dossier", "37119", "--as-of", "2018-11-30", "--out", "early"), early.err.toString());
        String findings = java.nio.file.Files.readString(dir.resolve("early/findings.json"));
        var answer = new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(findings)
                .at("/findings/0/answer");
        assertTrue(answer.at("/after_period/to").asText().compareTo("2018-11-30") <= 0, answer.toString());
        assertTrue(answer.at("/change_on").asText().compareTo("2018-11-30") < 0, answer.toString());
        // Before the record begins custody is refused, and the folder is made all the same.
        assertEquals(0, early.run("dossier", "37119", "--as-of", "2010-06-01", "--out", "older"), early.err.toString());
        assertTrue(java.nio.file.Files.readString(dir.resolve("older/findings.json"))
                .contains("does not reach back to"));
    }

    @Test
    void mecklenburgSaysWhatIsKnownAndNoMore() {
        Path folder = make("Mecklenburg County, NC");
        List<String> names = new ArrayList<>(Dossiers.files(folder).keySet());
        assertTrue(names.containsAll(FILES), names.toString());
        assertTrue(names.contains("data/custody-mecklnc.csv"), names.toString());

        String page = Dossiers.text(folder.resolve("index.html"));
        assertTrue(page.contains("held 3.49 people per day"), "the level before");
        assertTrue(page.contains("0.00 if absence is zero"), "what absence means");
        assertTrue(page.contains("December 6, 2018"), "the last recorded person-day");
        assertTrue(page.contains("No longer listed"), "never 'ended': no document says so");
        assertTrue(page.contains("162-62"), "the state's own law stands beside it");
        assertTrue(page.contains("Can mandamus stop this?"), "the half page");
        assertFalse(page.contains("<script"), "no script is needed");
        assertFalse(page.matches("(?s).*(src|href)=\"//.*"), "nothing is fetched");
        assertTrue(Dossiers.text(folder.resolve("index.es.html")).contains("¿Puede un mandamus frenar"));

        String agreement = Dossiers.text(folder.resolve("agreement.json"));
        assertTrue(agreement.contains("\"kind\" : \"no_longer_listed\""), agreement);
        assertFalse(agreement.contains("\"state\" : \"VA\""), "the county of that name in Virginia never shows");
        String screening = Dossiers.text(folder.resolve("screening.json"));
        assertTrue(
                screening.matches("(?s).*\"claim\" : \"D\",[^{}]*\"result\" : \"unknown_missing_facts\".*"), screening);

        String request = Dossiers.text(folder.resolve("records-request.docx"));
        assertTrue(request.contains("as promptly as possible"), request);
        assertTrue(request.toLowerCase(Locale.ROOT).contains("memorandum of agreement"), "the memorandum is asked for");
        for (String draft : List.of("petition.docx", "petition.pdf")) {
            String petition = Dossiers.text(folder.resolve(draft));
            assertTrue(petition.contains("NOT RIPE - NO REQUEST OR REFUSAL ON FILE"), draft);
            assertTrue(petition.contains("DRAFT - ATTORNEY REVIEW REQUIRED"), draft);
            assertTrue(petition.contains("Adverse authority"), draft);
            assertTrue(petition.contains("mediation within 30 days"), draft);
        }
    }

    @Test
    void theSameNumberToTheDigitOnEveryPaper() throws java.io.IOException {
        Path folder = make("Wake County, NC");
        var answer = new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(java.nio.file.Files.readString(folder.resolve("findings.json")))
                .at("/findings/0/answer");
        Dossiers rows = new Dossiers(dir);
        assertEquals(0, rows.run("effect", "37183", "--format", "csv"));
        for (String at : List.of("/before", "/difference", "/interval/low", "/interval/high", "/inference/p")) {
            String printed = answer.at(at + "/printed").asText();
            String said = printed.replace("-", "");
            assertFalse(said.isEmpty(), at);
            assertTrue(rows.out.toString().contains("," + printed + ","), at + " " + printed + " in the rows");
            for (String file : List.of("index.html", "index.es.html", "dossier.pdf")) {
                String text = Dossiers.text(folder.resolve(file));
                assertTrue(text.matches("(?s).*[^0-9.]" + said.replace(".", "\\.") + "[^0-9].*"), at + " in " + file);
            }
        }
    }

    @Test
    void clayQuotesTheMemorandumByClauseAndPage() {
        Path folder = make("Clay County, FL");
        String request = Dossiers.text(folder.resolve("records-request.docx"));
        assertTrue(request.contains("287gJEM_ClayCoFl2020-03-11.pdf"), request);
        assertTrue(request.matches("(?s).*page [0-9]+.*"), "pages are named");
        assertTrue(Dossiers.text(folder.resolve("agreement.json")).contains("\"kind\" : \"active\""));
        assertTrue(Dossiers.text(folder.resolve("index.html")).contains("908"), "Florida's own law stands beside it");
    }

    @Test
    void princeWilliamIsTooThinAndStillMade() {
        Path folder = make("Prince William County, VA");
        assertTrue(Dossiers.text(folder.resolve("findings.json")).contains("\"kind\" : \"too_thin\""));
        assertTrue(Dossiers.text(folder.resolve("index.html")).contains("Too few person-days"));
        assertTrue(
                Dossiers.text(folder.resolve("records-request.docx")).contains("5 working days"),
                "Virginia's number of days");
        assertEquals(ExitCode.NO_ANSWER, new Dossiers(dir).run("effect", "Prince William County, VA"));
    }

    @Test
    void aCountyWithNoAgreementGetsAnHonestDossier() {
        Path folder = make("Kalawao County, HI");
        String page = Dossiers.text(folder.resolve("index.html"));
        assertFalse(page.contains("No longer listed"), "nothing was ever listed here");
        assertTrue(Dossiers.text(folder.resolve("petition.docx")).contains("[SHERIFF OR JAIL OF KALAWAO COUNTY]"));
    }

    @Test
    void everyRunGivesTheSameBytesWhateverTheMachine() throws IOException {
        Map<String, byte[]> first = Dossiers.files(make("Wake County, NC"));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        Map<String, String> planted = Map.of(
                "user.name", "plantedname",
                "user.home", "/planted/home",
                "user.language", "tr",
                "java.io.tmpdir", System.getProperty("java.io.tmpdir"));
        Map<String, String> before = new java.util.TreeMap<>();
        planted.keySet().forEach(k -> before.put(k, System.getProperty(k)));
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            planted.forEach(System::setProperty);
            Path home = Files.createDirectory(dir.resolve("plantedfolder"));
            Dossiers again = new Dossiers(home);
            assertEquals(ExitCode.DONE, again.run("dossier", "37183", "--out", "wake"), again.err.toString());
            Map<String, byte[]> second = Dossiers.files(home.resolve("wake"));
            assertEquals(first.keySet(), second.keySet());
            for (Map.Entry<String, byte[]> file : first.entrySet()) {
                assertArrayEquals(file.getValue(), second.get(file.getKey()), file.getKey());
                String open = Dossiers.laidOpen(file.getKey(), second.get(file.getKey()));
                for (String secret : List.of("plantedname", "/planted", "plantedfolder", dir.toString())) {
                    assertFalse(open.contains(secret), file.getKey() + " holds " + secret);
                }
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
            before.forEach((k, v) -> {
                if (v == null) {
                    System.clearProperty(k);
                } else {
                    System.setProperty(k, v);
                }
            });
        }
    }

    @Test
    void aMisspeltOrAmbiguousPlaceListsChoicesAndMakesNothing() throws IOException {
        for (String asked : List.of("Mecklenburg", "Meklenburg County, NC", "Atlantis County, NC")) {
            Dossiers run = new Dossiers(dir);
            assertEquals(ExitCode.NO_ANSWER, run.run("dossier", asked), asked);
            assertTrue(asked.startsWith("Atlantis") || run.err.toString().contains("Mecklenburg County, NC"));
        }
        try (Stream<Path> inside = Files.list(dir)) {
            assertEquals(0, inside.count());
        }
    }

    @Test
    void aDayBeforeTheFirstListIsRefused() {
        Dossiers run = new Dossiers(dir);
        assertEquals(ExitCode.NO_ANSWER, run.run("dossier", "37119", "--as-of", "1999-01-01"));
        assertTrue(run.err.toString().contains("1999"), run.err.toString());
        assertEquals(ExitCode.USAGE, run.run("dossier", "37119", "--as-of", "yesterday"));
        assertTrue(run.err.toString().contains("'yesterday'"), run.err.toString());
        assertFalse(run.err.toString().contains("LocalDate"), "no name from inside: " + run.err);
        run.err.getBuffer().setLength(0);
        assertEquals(ExitCode.NO_ANSWER, run.run("dossier", "37119", "--as-of", "2099-01-01"));
        assertTrue(run.err.toString().contains("No list held covers January 1, 2099"), run.err.toString());
    }

    private Path make(String place) {
        return Dossiers.make(dir, place);
    }
}
