package org.writwatch.app.stops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.writwatch.app.ExitCode;

/** The sealed folder: the same bytes when made again, a changed one found, and R comes to the same numbers. */
class StopsFolderTest {
    private static final String VEIL =
            "test: veil-of-darkness\nplace: {latitude: lat, longitude: lng, county: \"37119\"}\n"
                    + "effects: [location, year]\ninteract: year\nspline_df: 4\nstandard_errors: [model, hc0, hc1, cluster]\n"
                    + "cluster: [officer, date]\nbootstrap: {draws: 99}\n";

    @TempDir
    Path folder;

    private StopsRun run;

    /** Two years of evening stops by officers of three districts, with coordinates, searches and finds. */
    @BeforeEach
    void table() throws IOException {
        run = new StopsRun(folder);
        StringBuilder s = new StringBuilder("day,clock,group,district,badge,searched,found,why,lat,lng,people\n");
        Random random = new Random(11);
        String[] groups = {"white", "black", "hispanic"};
        for (int i = 0; i < 6000; i++) {
            int district = random.nextInt(3);
            int minute = 16 * 60 + random.nextInt(6 * 60);
            int group = random.nextInt(10) < 5 - district ? 0 : 1 + random.nextInt(2);
            boolean searched = random.nextInt(12) < 1 + group;
            s.append(java.time.LocalDate.of(2015, 1, 1).plusDays(random.nextInt(730)));
            s.append(String.format(Locale.ROOT, ",%02d:%02d,", minute / 60, minute % 60));
            s.append(groups[group]).append(',').append("ABC".charAt(district)).append(',');
            s.append(district * 20 + random.nextInt(20))
                    .append(',')
                    .append(searched)
                    .append(',');
            s.append(searched && random.nextInt(3) == 0).append(',');
            s.append(random.nextBoolean() ? "speed" : "lamp");
            s.append(String.format(Locale.ROOT, ",%.3f,%.3f,", 35 + random.nextDouble(), -80 - random.nextDouble()));
            s.append(1000 * (1 + group + 3 * district)).append('\n');
        }
        Files.writeString(folder.resolve("stops.csv"), s);
    }

    private int run(String test, String... options) throws IOException {
        return run.spec(
                "data: stops.csv\ncolumns: {date: day, time: clock, race: group, location: district, officer: badge, "
                        + "searched: searched, hit: found, purpose: why}\nminority: [black, hispanic]\nreference: white\n"
                        + test,
                options);
    }

    @Test
    void aFolderMadeAgainIsTheSameAndAChangedOneIsFound() throws IOException {
        assertEquals(ExitCode.DONE, run(VEIL, "--out", "finding"), run.err());
        assertEquals(ExitCode.DONE, run(VEIL, "--check", "finding"), run.err());
        assertTrue(run.err().contains("byte for byte"), run.err());
        Path numbers = folder.resolve("finding/numbers.csv");
        Files.writeString(numbers, Files.readString(numbers).replace("is_dark", "is_Dark"));
        assertEquals(ExitCode.BAD_INPUT, run(VEIL, "--check", "finding"));
        assertTrue(run.err().contains("finding/numbers.csv"), run.err());
        assertEquals(ExitCode.BAD_INPUT, run(VEIL.replace("spline_df: 4", "spline_df: 5"), "--check", "finding"));
        String rows = Files.readString(folder.resolve("finding/rows.csv"));
        assertTrue(rows.startsWith("y,is_dark,minute,e1,e2,c1,c2\n"), rows.substring(0, 60));
        assertTrue(!rows.contains("2015-"), "no day leaves the table");
        assertTrue(
                Files.readString(folder.resolve("finding/share-by-minute.svg")).contains("<svg"), "picture");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "veil|7",
                "test: outcome|46",
                "test: convergence\\nplace: {county: \"37119\"}\\nbootstrap: {draws: 99}|3",
                "test: specification-curve\\nplace: {county: \"37119\"}\\nspline_df: 3|2",
                "test: search-rate\\neffects: [location, year]\\nstandard_errors: [model, hc0, hc1, cluster]\\ncluster: [officer, date]|12",
                "test: benchmark\\noffset: people\\nfamily: quasipoisson\\nstandard_errors: [hc0, hc1]|8",
                "test: purpose-mix|4"
            })
    void commandsOfRComeToTheSameNumbers(String test, int least) throws IOException, InterruptedException {
        String spec = test.equals("veil") ? VEIL : test.replace("\\n", "\n") + "\n";
        assertEquals(ExitCode.DONE, run(spec, "--out", "finding"), run.err());
        Path log = folder.resolve("r.log");
        Assumptions.assumeTrue(hasR(), "R with the package sandwich");
        Process r = new ProcessBuilder("Rscript", "reproduce.R")
                .directory(folder.resolve("finding").toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertTrue(r.waitFor(180, TimeUnit.SECONDS), "R is slow");
        String said = Files.readString(log);
        assertEquals(0, r.exitValue(), said);
        String last = said.substring(said.lastIndexOf('\n', said.length() - 2) + 1);
        assertTrue(Integer.parseInt(last.substring(0, last.indexOf(' '))) >= least, said);
        assertTrue(last.endsWith("compared, 0 differ\n"), said);
    }

    /** With ten officers the interval and the chance are those of the t distribution, not of the normal one. */
    @Test
    void fewClustersAreReadWithTheirTDistribution() throws IOException {
        assertEquals(ExitCode.DONE, run(VEIL, "--json"), run.err());
        String flat = run.out().replaceAll("\\s+", "");
        assertTrue(flat.contains("\"interval_from\":\"cr2:officer\""), flat);
        String few = flat.substring(flat.indexOf("\"few_clusters\""));
        String upper = few.substring(few.indexOf("\"upper\":") + 8, few.indexOf(",\"mde\""));
        assertTrue(flat.substring(0, flat.indexOf("\"few_clusters\"")).contains("\"upper\":" + upper), upper + flat);
        assertEquals(ExitCode.DONE, run("test: benchmark\noffset: people\ncluster: [location]\n", "--json"), run.err());
        assertTrue(run.out().contains("cr2:location"), run.out());
        assertEquals(ExitCode.DONE, run("test: outcome\n", "--json"), run.err());
        assertTrue(run.out().contains("p_cluster"), run.out());
    }

    @Test
    void purposesAreNamedInRowsAndDrawn() throws IOException {
        assertEquals(ExitCode.DONE, run("test: purpose-mix\n", "--out", "finding"), run.err());
        assertTrue(run.out().contains("purpose_share: lamp"), run.out());
        String numbers = Files.readString(folder.resolve("finding/numbers.csv"));
        assertTrue(numbers.contains("purpose_share_difference: speed"), numbers);
        String picture = Files.readString(folder.resolve("finding/purpose_share.svg"));
        assertTrue(picture.contains("lamp") && picture.contains("speed"), picture);
    }

    private static boolean hasR() throws InterruptedException {
        try {
            Process p = new ProcessBuilder("Rscript", "-e", "library(sandwich)")
                    .redirectErrorStream(true)
                    .start();
            p.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
            if (p.waitFor() == 0) {
                return true;
            }
        } catch (IOException e) {
            // No R on this machine.
        }
        System.out.println("skipped: R with the package sandwich is not on this machine");
        return false;
    }
}
