package org.writwatch.law.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writwatch.law.Law;
import org.writwatch.law.Truth;
import org.writwatch.law.matter.Matter;
import org.writwatch.law.screen.Screen;

class LawCheckTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 24);

    @Test
    void theBundledLawHasNoError() {
        assertEquals(
                List.of(),
                LawCheck.of(Law.bundled(), AS_OF).stream()
                        .filter(r -> r.kind().error())
                        .toList());
    }

    @Test
    void aPlantedErrorOfEachKindIsFound(@TempDir Path folder) throws IOException, URISyntaxException {
        copy(Path.of(Law.class.getResource("data").toURI()), folder);
        change(folder, "readings.yaml", "authority: nash2", "authority: nash9");
        change(folder, "jurisdictions/NC.yaml", "as_of: '2026-11-24'", "as_of: soon");
        List<LawCheck.Remark> found = LawCheck.of(Law.from(folder), AS_OF);
        assertTrue(found.contains(new LawCheck.Remark(LawCheck.Kind.DANGLING, "readings.yaml", "CO", "nash9")));
        assertTrue(found.stream()
                .anyMatch(r -> r.kind() == LawCheck.Kind.SCHEMA
                        && r.file().equals("jurisdictions/NC.yaml")
                        && r.key().equals("$.as_of")));
        assertEquals(2, found.stream().filter(r -> r.kind().error()).count());
    }

    /** A text of 2022-11-28 is more than two years old on 2026-11-24, and was not on 2024-11-28. */
    @Test
    void ageIsMeasuredFromTheDayItSpeaksFor() {
        LawCheck.Remark fees = new LawCheck.Remark(LawCheck.Kind.STALE, "jurisdictions/NC.yaml", "fees", "2022-11-28");
        assertTrue(LawCheck.of(Law.bundled(), AS_OF).contains(fees));
        assertTrue(!LawCheck.of(Law.bundled(), LocalDate.of(2024, 11, 28)).contains(fees));
    }

    @Test
    void aLawThatHasEndedIsListedFromTheDayAfterAndNoLongerRead(@TempDir Path folder)
            throws IOException, URISyntaxException {
        copy(Path.of(Law.class.getResource("data").toURI()), folder);
        change(folder, "positions.yaml", "transition_until: 2025-08-13", "in_force_until: 2026-06-30");
        Law law = Law.from(folder);
        LawCheck.Remark ended = new LawCheck.Remark(LawCheck.Kind.ENDED, "positions.yaml", "de-8402b", "2026-06-30");
        assertTrue(LawCheck.of(law, AS_OF).contains(ended));
        assertTrue(!LawCheck.of(law, LocalDate.of(2026, 6, 30)).contains(ended));
        assertEquals(Truth.MET, inForce(law, LocalDate.of(2026, 6, 30)));
        assertEquals(Truth.NOT_MET, inForce(law, LocalDate.of(2026, 7, 1)));
    }

    /** The Virginia act that was read was the one in force until January 1, 2026. */
    @Test
    void aDatumThatHasEndedIsListedAndNoLongerMeetsAnything(@TempDir Path folder)
            throws IOException, URISyntaxException {
        LawCheck.Remark virginia = new LawCheck.Remark(LawCheck.Kind.ENDED, "reporting.yaml", "va-52-30", "2025-12-31");
        assertTrue(LawCheck.of(Law.bundled(), AS_OF).contains(virginia));
        assertTrue(!LawCheck.of(Law.bundled(), LocalDate.of(2025, 12, 31)).contains(virginia));
        copy(Path.of(Law.class.getResource("data").toURI()), folder);
        change(folder, "records/NC.yaml", "who_may_request:\n", "who_may_request:\n  in_force_until: 2026-06-30\n");
        Law law = Law.from(folder);
        assertEquals(Truth.MET, mayAsk(law, LocalDate.of(2026, 6, 30)));
        assertEquals(Truth.UNKNOWN, mayAsk(law, LocalDate.of(2026, 7, 1)));
    }

    private static Truth mayAsk(Law law, LocalDate day) {
        String text = "claim: D\njurisdiction: NC\nas_of: " + day
                + "\nrespondent: {sovereign: local}\nfacts: {request_in_writing: true, request_date: 2026-06-01,"
                + " request_delivered: true}\n";
        return Screen.of(law).run(Matter.parse("nc", new StringReader(text), law)).claims().get(0).elements().stream()
                .filter(e -> e.id().equals("D.request"))
                .findFirst()
                .orElseThrow()
                .truth();
    }

    private static Truth inForce(Law law, LocalDate day) {
        Matter matter = Matter.parse(
                "de",
                new StringReader(
                        "claim: E\njurisdiction: DE\nas_of: " + day + "\nfacts: {other_state_statute: false}\n"),
                law);
        return Screen.of(law).run(matter).claims().get(0).elements().get(0).truth();
    }

    private static void change(Path folder, String file, String before, String after) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertTrue(text.contains(before));
        Files.writeString(path, text.replaceFirst(before, after));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
