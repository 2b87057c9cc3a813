package org.writwatch.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writwatch.app.ExitCode;
import org.writwatch.app.Surroundings;

class LawCommandsTest {
    private static final String MATTER = """
            claim: D
            jurisdiction: US
            respondent: {agency: ice, sovereign: federal}
            as_of: 2026-11-24
            facts: {request_in_writing: true, request_date: 2026-11-02, denied: unknown}
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @BeforeEach
    void aMatter() throws IOException {
        Files.writeString(folder.resolve("matter.yaml"), MATTER);
    }

    @Test
    void screenPrintsTheContractAndTheWords() {
        assertEquals(ExitCode.DONE, run("screen", "matter.yaml", "--json"));
        for (String key : new String[] {
            "emergency",
            "claims",
            "claim",
            "result",
            "gates",
            "elements",
            "would_decide",
            "remedies",
            "deadlines",
            "writ"
        }) {
            assertTrue(out.toString().contains('"' + key + "\" : "), key);
        }
        out.getBuffer().setLength(0);
        assertEquals(ExitCode.DONE, run("--lang", "es", "screen", "matter.yaml"));
        assertTrue(out.toString().contains("En contra:"), out.toString());
        assertTrue(out.toString().lines().allMatch(l -> l.length() <= 200), "lines are wrapped");
    }

    @Test
    void wrongMattersAreBadInputAndNameTheLine() throws IOException {
        Files.writeString(folder.resolve("bad.yaml"), MATTER.replace("request_in_writing", "request_in_writting"));
        assertEquals(ExitCode.BAD_INPUT, run("screen", "bad.yaml"));
        assertTrue(err.toString().contains("bad.yaml line 5"), err.toString());
        assertTrue(err.toString().contains("request_in_writing"), err.toString());
        Files.writeString(folder.resolve("later.yaml"), "version: 2\n" + MATTER);
        assertEquals(ExitCode.BAD_INPUT, run("screen", "later.yaml"));
        assertEquals(ExitCode.NO_ANSWER, run("screen", "absent.yaml"));
    }

    @Test
    void deadlinesAreCountedAndKeepTheirIdWhenAClosureMovesThem() throws IOException {
        assertEquals(ExitCode.DONE, run("deadlines", "matter.yaml", "--out", "dates.ics", "--format", "csv"));
        assertTrue(out.toString()
                .startsWith("claim,id,date,earliest,latest,rule,from,verified,cite\nD,response,2026-12-02"));
        String first = Files.readString(folder.resolve("dates.ics"));
        assertTrue(first.contains("DTSTART;VALUE=DATE:20261202\r\n"), first);
        assertTrue(first.contains("SEQUENCE:0\r\n"), first);
        run("deadlines", "matter.yaml", "--out", "dates.ics");
        assertEquals(first, Files.readString(folder.resolve("dates.ics")), "the same again");
        Files.writeString(folder.resolve("closed.yaml"), "closures:\n- {date: 2026-12-02, why: ice storm}\n");
        assertEquals(ExitCode.DONE, run("deadlines", "matter.yaml", "--out", "dates.ics", "--closures", "closed.yaml"));
        String moved = Files.readString(folder.resolve("dates.ics"));
        assertTrue(moved.contains("DTSTART;VALUE=DATE:20261203\r\n"), moved);
        assertTrue(moved.contains("SEQUENCE:1\r\n"), moved);
        assertEquals(uid(first), uid(moved));
        assertTrue(moved.lines().allMatch(l -> l.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= 75));
    }

    /** Without the day of the request nothing can be counted: the calendar that holds the date must be told. */
    @Test
    void aDateThatIsNoLongerOneIsCancelledOnceAndOtherMattersAreLeftAlone() throws IOException {
        run("deadlines", "matter.yaml", "--out", "dates.ics");
        String first = Files.readString(folder.resolve("dates.ics"));
        assertTrue(first.contains("STATUS:CONFIRMED\r\n"), first);
        Files.writeString(folder.resolve("undated.yaml"), MATTER.replace("2026-11-02", "unknown"));
        assertEquals(ExitCode.DONE, run("deadlines", "undated.yaml", "--out", "dates.ics"));
        String gone = Files.readString(folder.resolve("dates.ics"));
        assertTrue(gone.contains("STATUS:CANCELLED\r\n"), gone);
        assertTrue(gone.contains("SEQUENCE:1\r\n"), gone);
        assertTrue(gone.contains("DTSTART;VALUE=DATE:20261202\r\n"), gone);
        assertEquals(uid(first), uid(gone));
        run("deadlines", "undated.yaml", "--out", "dates.ics");
        assertEquals(gone, Files.readString(folder.resolve("dates.ics")), "cancelled once");
        run("deadlines", "matter.yaml", "--out", "dates.ics");
        String back = Files.readString(folder.resolve("dates.ics"));
        assertTrue(back.contains("SEQUENCE:2\r\n") && back.contains("STATUS:CONFIRMED\r\n"), back);
        Files.writeString(
                folder.resolve("other.yaml"),
                MATTER.replace("agency: ice", "agency: uscis").replace("2026-11-02", "2026-11-03"));
        run("deadlines", "other.yaml", "--out", "dates.ics");
        String both = Files.readString(folder.resolve("dates.ics"));
        assertTrue(both.contains("DTSTART;VALUE=DATE:20261202\r\n"), both);
        assertTrue(both.contains("DTSTART;VALUE=DATE:20261203\r\n"), both);
        assertFalse(both.contains("CANCELLED"), both);
    }

    private static String uid(String calendar) {
        return calendar.lines().filter(l -> l.startsWith("UID:")).findFirst().orElseThrow();
    }

    @Test
    void theDayIsTheOptionThenTheFileThenTheLastList() throws IOException {
        Files.writeString(folder.resolve("undated.yaml"), MATTER.replace("as_of: 2026-11-24\n", ""));
        assertEquals(ExitCode.BAD_INPUT, run("screen", "undated.yaml"), "the request comes after the last list");
        assertEquals(ExitCode.DONE, run("screen", "undated.yaml", "--as-of", "2026-11-10", "--json"));
        assertTrue(out.toString().contains("\"as_of\" : \"2026-11-10\""), out.toString());
    }

    @Test
    void lawShowsAPageAndChecksTheData() {
        assertEquals(ExitCode.DONE, run("law", "show", "North Carolina"));
        assertTrue(out.toString().contains("Sutton v. Figgatt"), out.toString());
        assertTrue(out.toString().contains("[VERIFY]"), out.toString());
        assertEquals(ExitCode.NO_ANSWER, run("law", "show", "Nowhere"));
        out.getBuffer().setLength(0);
        assertEquals(ExitCode.DONE, run("law", "check", "--format", "csv"));
        assertTrue(out.toString().startsWith("kind,file,key,detail\n"), out.toString());
        assertTrue(out.toString().contains("\nunverified,jurisdictions/NC.yaml,limitations,"), out.toString());
        assertTrue(out.toString().contains("\npress_only,positions.yaml,"), out.toString());
        assertTrue(out.toString().contains("\nstale,jurisdictions/NC.yaml,fees,2022-11-28"), out.toString());
        assertFalse(out.toString().contains("\ndangling,"), out.toString());
        assertEquals(ExitCode.USAGE, run("law"));
        assertEquals(ExitCode.BAD_INPUT, run("law", "check", "--from", "."));
    }

    @Test
    void casesAreFilteredAndCountedInBothLanguages() {
        assertEquals(ExitCode.DONE, run("law", "cases", "--kind", "habeas", "--outcome", "denied", "--format", "csv"));
        String rows = out.toString();
        assertTrue(rows.startsWith("id,citation,court,year,where,vehicle,outcome,"), rows);
        assertTrue(rows.contains("\nchavez_app,"), rows);
        assertFalse(rows.contains("\ndemarco,"), rows);
        out.getBuffer().setLength(0);
        assertEquals(ExitCode.DONE, run("--lang", "es", "law", "cases", "--in", "NC", "--since", "2018"));
        assertTrue(out.toString().contains("Por resultado:"), out.toString());
        assertTrue(out.toString().contains("Resultado: perdió quien demandó"), out.toString());
        out.getBuffer().setLength(0);
        assertEquals(ExitCode.DONE, run("law", "cases", "--verified", "false", "--containing", "detainer", "--json"));
        assertTrue(out.toString().contains("\"verified\" : 0"), out.toString());
        assertEquals(ExitCode.USAGE, run("law", "cases", "--outcome", "good"));
    }

    @Test
    void aPeriodIsCountedOutForwardBackInHoursAndAfterMail() throws IOException {
        assertEquals(ExitCode.DONE, run("law", "count", "US", "--from", "2026-11-07", "--days", "14", "--mailed"));
        assertTrue(out.toString().contains("The last day is November 27, 2026."), out.toString());
        assertTrue(out.toString().contains("Thanksgiving"), out.toString());
        out.getBuffer().setLength(0);
        assertEquals(
                ExitCode.DONE,
                run("law", "count", "US", "--from", "2026-12-10", "--days", "14", "--backward", "--json"));
        assertTrue(out.toString().contains("\"latest\" : \"2026-11-25\""), out.toString());
        out.getBuffer().setLength(0);
        assertEquals(ExitCode.DONE, run("law", "count", "US", "--from", "2026-11-20T15:30", "--hours", "24", "--json"));
        assertTrue(out.toString().contains("\"end\" : \"2026-11-23T15:30\""), out.toString());
        out.getBuffer().setLength(0);
        assertEquals(ExitCode.DONE, run("--lang", "es", "law", "count", "OK", "--from", "2026-11-04", "--days", "10"));
        assertTrue(out.toString().contains("[VERIFY]"), out.toString());
        assertEquals(ExitCode.NO_ANSWER, run("law", "count", "TX", "--from", "2026-11-04", "--days", "3", "--mailed"));
        assertEquals(ExitCode.NO_ANSWER, run("law", "count", "ZZ", "--from", "2026-11-04", "--days", "3"));
        assertEquals(ExitCode.BAD_INPUT, run("law", "count", "US", "--from", "yesterday", "--days", "3"));
        assertEquals(ExitCode.BAD_INPUT, run("law", "count", "US", "--from", "2026-11-04", "--days", "0"));
        assertEquals(ExitCode.BAD_INPUT, run("law", "count", "US", "--from", "2026-11-04", "--hours", "3"));
        assertEquals(
                ExitCode.BAD_INPUT,
                run("law", "count", "US", "--from", "2026-11-04", "--days", "3", "--backward", "--mailed"));
        assertEquals(ExitCode.USAGE, run("law", "count", "US", "--from", "2026-11-04"));
    }

    @Test
    void anExplainerIsReadInEitherLanguageAndAWrongTopicListsThem() {
        assertEquals(ExitCode.DONE, run("--lang", "es", "law", "explain"));
        assertTrue(out.toString().contains("jail-interview"), out.toString());
        out.getBuffer().setLength(0);
        assertEquals(ExitCode.DONE, run("--lang", "es", "law", "explain", "mandamus"));
        assertTrue(out.toString().contains("Qué es y qué no es el mandamus"), out.toString());
        assertEquals(ExitCode.NO_ANSWER, run("law", "explain", "everything"));
        assertTrue(err.toString().contains("what-is-287g"), err.toString());
    }

    @Test
    void processingTimesComeFromAFileOrNotAtAll() throws IOException {
        Files.writeString(
                folder.resolve("h.yaml"),
                "claim: H\njurisdiction: US\nas_of: 2026-11-24\nrespondent: {sovereign: federal}\n"
                        + "facts: {uscis_form: i485, filed_date: 2025-01-06}\n");
        Files.writeString(
                folder.resolve("times.csv"),
                "form,office,months,posted,source\nI-485,Charlotte,14.5,2026-11-02,https://egov.uscis.gov/processing-times/\n");
        assertEquals(ExitCode.DONE, run("screen", "h.yaml"));
        assertFalse(out.toString().contains("Posted time:"), out.toString());
        assertTrue(out.toString().contains("Gather first:"), out.toString());
        out.getBuffer().setLength(0);
        assertEquals(ExitCode.DONE, run("screen", "h.yaml", "--processing-times", "times.csv"));
        assertTrue(out.toString().contains("Posted time: 14.5 months"), out.toString());
        Files.writeString(
                folder.resolve("bad.csv"), "form,office,months,posted,source\nI-485,Charlotte,soon,2026-11-02,x\n");
        assertEquals(ExitCode.BAD_INPUT, run("deadlines", "h.yaml", "--processing-times", "bad.csv"));
        assertTrue(err.toString().contains("bad.csv row 2"), err.toString());
        assertEquals(ExitCode.NO_ANSWER, run("screen", "h.yaml", "--processing-times", "absent.csv"));
    }

    @Test
    void everyJurisdictionIsAPageThatStandsAlone() throws IOException {
        assertEquals(ExitCode.DONE, run("--lang", "es", "law", "show", "all", "--out", "pages"));
        try (var pages = Files.list(folder.resolve("pages"))) {
            assertEquals(53, pages.filter(p -> p.toString().endsWith(".html")).count());
        }
        String page = Files.readString(folder.resolve("pages").resolve("nc.html"));
        assertTrue(page.startsWith("<!doctype html>\n<html lang=\"es\">"), page.substring(0, 60));
        assertTrue(page.contains("<td lang=\"en\">") && page.contains("Sutton v. Figgatt"), page);
        assertTrue(page.contains("Quién decide aquí"), page);
        assertFalse(page.contains("<script") || page.contains("<link"), "it stands alone");
        assertEquals(ExitCode.DONE, run("law", "show", "TX", "--out", "tx.html"));
        assertTrue(Files.readString(folder.resolve("tx.html")).contains("Where it was read"));
        assertEquals(ExitCode.BAD_INPUT, run("law", "show", "all"));
    }

    @Test
    void casesSayFirstWhatWasNotFound() {
        assertEquals(ExitCode.DONE, run("law", "cases", "--claim", "c", "--in", "PA"));
        String text = out.toString();
        assertTrue(text.contains("No case was found"), text);
        assertTrue(text.contains("Make the Road States, Inc. v. Harran"), text);
        assertFalse(text.contains("Renteria"), text);
        assertEquals(ExitCode.NO_ANSWER, run("law", "cases", "--claim", "Z"));
    }

    private int run(String... args) {
        Surroundings here = new Surroundings(
                new PrintWriter(out, true), new PrintWriter(err, true), folder, Map.of("LANG", "C"), false);
        return CommandLines.run(here, args);
    }
}
