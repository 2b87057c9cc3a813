package org.writwatch.app.stops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writwatch.app.ExitCode;

/** Tables of stops as they come: each fault gets a message with its row, and no row is lost without a line. */
class BadStopsTest {
    private static final String SPEC = "data: stops.csv\ncolumns: {date: date, time: time, race: race}\n"
            + "test: veil-of-darkness\nminority: [hispanic]\nreference: white\n"
            + "place: {latitude: 35.23, longitude: -80.84, county: \"37119\"}\nspline_df: 3\ncluster: [date]\n"
            + "bootstrap: {draws: 99}\n";

    @TempDir
    Path folder;

    private StopsRun run;

    @BeforeEach
    void here() {
        run = new StopsRun(folder);
    }

    /** A year of evening stops. */
    private static StringBuilder table() {
        StringBuilder s = new StringBuilder("state,date,time,race\n");
        Random random = new Random(5);
        for (int i = 0; i < 3000; i++) {
            java.time.LocalDate d = java.time.LocalDate.of(2015, 1, 1).plusDays(random.nextInt(365));
            int minute = 16 * 60 + random.nextInt(6 * 60);
            s.append("NC,").append(d).append(',');
            s.append(String.format(java.util.Locale.ROOT, "%02d:%02d", minute / 60, minute % 60))
                    .append(',');
            s.append(random.nextInt(4) == 0 ? "hispanic" : "white").append('\n');
        }
        return s;
    }

    private int run(String table, String spec, String... options) throws IOException {
        Files.writeString(folder.resolve("stops.csv"), table);
        return run.spec(spec, options);
    }

    private void refused(String table, String spec, String... words) throws IOException {
        assertEquals(ExitCode.BAD_INPUT, run(table, spec), run.err());
        for (String w : words) {
            assertTrue(run.err().contains(w), w + " in: " + run.err());
        }
        assertEquals("", run.out());
    }

    @Test
    void impossibleTimesAndMidnightAreListedAndTheirRowsKept() throws IOException {
        String table = table() + "NC,2015-05-01,25:10,white\nNC,2015-05-01,24:00,white\nNC,2015-05-01,19:75,white\n";
        assertEquals(ExitCode.DONE, run(table, SPEC, "--json"));
        assertTrue(
                run.err().contains("stops.csv row 3002, time: found \"25:10\"")
                        || run.err().contains("stops.csv row 3002, time"),
                run.err());
        assertTrue(run.err().contains("24:00 may mean"), run.err());
        assertTrue(run.err().contains("19:75"), run.err());
        String flat = run.out().replaceAll("\\s+", "");
        assertTrue(flat.contains("{\"filter\":\"file\",\"left\":3003}"), flat);
        assertTrue(flat.contains("{\"filter\":\"time\",\"left\":3000}"), flat);
    }

    @Test
    void unknownRaceCodesAreListed() throws IOException {
        assertEquals(ExitCode.DONE, run(table() + "NC,2015-05-01,19:10,Q7\n", SPEC, "--json"));
        assertTrue(run.err().contains("\"Q7\""), run.err());
        assertTrue(run.err().contains("recode"), run.err());
    }

    @Test
    void aDateColumnInThreeFormsIsRefusedWithTheFirstOddRow() throws IOException {
        StringBuilder s = table();
        for (int i = 0; i < 300; i++) {
            s.append("NC,5/1/2015,19:10,white\nNC,01-May-2015,19:10,white\n");
        }
        refused(s.toString(), SPEC, "row 3002", "5/1/2015", "2005-01-04");
    }

    @Test
    void fewDatesInAnotherFormAreListedAndNotGuessed() throws IOException {
        String table = table() + "NC,5/1/2015,19:10,white\nNC,01-May-2015,19:10,white\nNC,2015-13-01,19:10,white\n";
        assertEquals(ExitCode.DONE, run(table, SPEC, "--json"));
        assertTrue(run.err().contains("5/1/2015"), run.err());
        assertTrue(run.err().contains("01-May-2015"), run.err());
        assertTrue(run.err().contains("2015-13-01"), run.err());
        assertTrue(run.out().replaceAll("\\s+", "").contains("{\"filter\":\"date\",\"left\":3000}"), "kept apart");
    }

    @Test
    void namesAndBirthDatesAreRefusedAtTheDoor() throws IOException {
        for (String column : new String[] {"driver_last_name", "dob", "date_of_birth"}) {
            String table = table().toString().replace("state,date", column + ",date");
            refused(table, SPEC, column, "names or birth dates");
        }
    }

    @Test
    void aFileOfTheWrongStateIsRefused() throws IOException {
        refused(table().toString().replace("NC,", "SC,"), SPEC, "SC", "37119");
    }

    @Test
    void aMillionColumnsAreRefusedWithoutReadingOn() throws IOException {
        refused("c" + ",c".repeat(1_000_000) + "\n", SPEC, "more than 2,000 columns");
    }

    @Test
    void aMissingColumnAndAnUnknownGroupAreNamed() throws IOException {
        refused(table().toString().replace(",time,", ",hour,"), SPEC, "time", "columns");
        refused(table().toString(), SPEC.replace("[hispanic]", "[martian]"), "martian", "hispanic, white");
    }

    @Test
    void raggedRowsAreNamed() throws IOException {
        refused(table() + "NC,2015-05-01,19:10\n", SPEC, "row 3002");
        refused(table() + "NC,\"2015-05-01,19:10,white\n", SPEC, "row 3002");
    }

    @Test
    void anUnknownKeyOrTestIsRefusedByLine() throws IOException {
        refused(table().toString(), SPEC + "splines: 4\n", "spec.yaml line 10", "splines");
        refused(table().toString(), SPEC.replace("veil-of-darkness", "tea-leaves"), "tea-leaves", "spec.yaml line 3");
    }

    @Test
    void tooLittleSaysWhatWouldBeEnough() throws IOException {
        assertEquals(
                ExitCode.NO_ANSWER,
                run("state,date,time,race\nNC,2015-05-01,19:10,white\nNC,2015-05-02,19:10,hispanic\n", SPEC));
        assertTrue(run.err().contains("dark"), run.err());
    }

    @Test
    void shufflingRowsChangesNothingAndSpanishCarriesTheSameNumbers() throws IOException {
        assertEquals(ExitCode.DONE, run(table().toString(), SPEC, "--json"));
        String first = estimates();
        java.util.List<String> lines =
                new java.util.ArrayList<>(table().toString().lines().toList());
        String header = lines.remove(0);
        java.util.Collections.shuffle(lines, new Random(9));
        assertEquals(ExitCode.DONE, run(header + "\n" + String.join("\n", lines) + "\n", SPEC, "--json"));
        assertEquals(first.substring(0, 60), estimates().substring(0, 60));
        assertEquals(ExitCode.DONE, run(table().toString(), SPEC, "--json", "--lang", "es"));
        assertEquals(first, estimates());
        assertTrue(run.out().contains("alumbrado"), "caveats in Spanish");
    }

    private String estimates() {
        String all = run.out();
        return all.substring(all.indexOf("\"estimates\""), all.indexOf("\"diagnostics\""));
    }
}
