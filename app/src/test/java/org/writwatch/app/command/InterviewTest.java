package org.writwatch.app.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writwatch.app.Dialog;
import org.writwatch.app.ExitCode;
import org.writwatch.app.Surroundings;

class InterviewTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void asksWhoIsHeldFirstAndKeepsEachAnswerSealed() throws IOException {
        Dialog person = person("passphrase1", "no", "nc", "D", "local", "yes", "?", "q");
        assertEquals(ExitCode.DONE, run(person, "screen", "--as-of", "2026-11-24"));
        String asked = err.toString();
        assertTrue(asked.indexOf("held") > 0 && asked.indexOf("held") < asked.indexOf("In which state"), asked);
        assertTrue(asked.contains("Why it matters:"), asked);
        Path kept = folder.resolve("matter.sealed");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)));
        assertEquals(ExitCode.DONE, run(person("passphrase1"), "screen", "matter.sealed", "--json"));
        assertTrue(out.toString().contains("\"jurisdiction\" : \"NC\""), out.toString());
        assertEquals(ExitCode.BAD_INPUT, run(person("passphrase2"), "screen", "matter.sealed"));
        assertEquals(ExitCode.BAD_INPUT, run(Dialog.NOBODY, "deadlines", "matter.sealed"));
        assertEquals(ExitCode.BAD_INPUT, run(person("passphrase1"), "screen"), "what is there is never written over");
    }

    @Test
    void plainTextOnlyWhenAskedForAndWithAWarning() throws IOException {
        Dialog person = person("", "?", "US", "H", "federal", "not a form", "n400", "2027-01-01", "2026-01-05", "q");
        assertEquals(ExitCode.DONE, run(person, "--lang", "es", "screen", "--plaintext", "--as-of", "2026-11-24"));
        assertTrue(err.toString().contains("Cuidado: matter.yaml es texto simple"), err.toString());
        String kept = Files.readString(folder.resolve("matter.yaml"));
        assertTrue(kept.contains("claim: H\njurisdiction: \"US\"\n"), kept);
        assertFalse(kept.contains("2027"), "a date after the day it speaks for is asked again");
        assertEquals(ExitCode.DONE, run(Dialog.NOBODY, "screen", "matter.yaml"));
    }

    @Test
    void anInterviewBrokenOffGoesOnWhereItStopped() throws IOException {
        assertEquals(
                ExitCode.DONE,
                run(person("passphrase1", "no", "nc", "D", "local", "yes", "q"), "screen", "--as-of", "2026-11-20"));
        err.getBuffer().setLength(0);
        byte[] before = Files.readAllBytes(folder.resolve("matter.sealed"));
        assertEquals(ExitCode.BAD_INPUT, run(person("passphrase9", "yes"), "screen", "--resume"));
        assertArrayEquals(before, Files.readAllBytes(folder.resolve("matter.sealed")), "a wrong one loses nothing");
        assertEquals(ExitCode.DONE, run(person("passphrase1", "yes", "q"), "screen", "--resume"));
        String asked = err.toString();
        assertTrue(asked.contains("2 answers were kept"), asked);
        assertFalse(asked.contains("In which state"), asked);
        out.getBuffer().setLength(0);
        assertEquals(ExitCode.DONE, run(person("passphrase1"), "screen", "matter.sealed", "--json"));
        assertTrue(out.toString().contains("\"as_of\" : \"2026-11-20\""), "the day stays that of the file");
        assertEquals(ExitCode.NO_ANSWER, run(person("passphrase1"), "screen", "--resume", "--save", "absent"));
    }

    @Test
    void aPlainMatterGoesOnToAndKeepsWhatItSaid() throws IOException {
        Files.writeString(
                folder.resolve("mine.yaml"),
                "claim: [A, D]\njurisdiction: NC\nas_of: 2026-11-20\n"
                        + "respondent: {agency: clay, office: \"jail \\\"east\\\"\", sovereign: local}\n"
                        + "facts: {held_now: false, release_due: true, request_date: 2026-08-03}\n");
        assertEquals(ExitCode.DONE, run(person("", "?", "yes", "q"), "screen", "--resume", "--save", "mine.yaml"));
        String kept = Files.readString(folder.resolve("mine.yaml"));
        assertTrue(kept.contains("claim: [A, D]\n"), kept);
        assertTrue(kept.contains("agency: \"clay\", office: \"jail \\\"east\\\"\""), kept);
        assertTrue(kept.contains("request_date: 2026-08-03\n") && kept.contains("release_due: true\n"), kept);
        assertEquals(ExitCode.DONE, run(Dialog.NOBODY, "screen", "mine.yaml"));
    }

    @Test
    void someoneHeldNowIsToldWhatToDoBeforeAnythingElse() {
        Dialog person = person("passphrase1", "yes", "q");
        assertEquals(ExitCode.NO_ANSWER, run(person, "screen"));
        String asked = err.toString();
        assertTrue(asked.contains("habeas corpus today"), asked);
        assertFalse(asked.contains("In which state"), asked);
    }

    @Test
    void aCutAChangedAndANewerFileAreRefusedAndStayAsTheyAre() throws IOException {
        run(person("passphrase1", "no", "nc", "D", "q"), "screen", "--as-of", "2026-11-20");
        byte[] good = Files.readAllBytes(folder.resolve("matter.sealed"));
        byte[] changed = good.clone();
        changed[good.length - 3] ^= 1;
        byte[] newer = good.clone();
        newer[6] = 2;
        for (byte[] bad : List.of(Arrays.copyOf(good, good.length - 5), changed, newer)) {
            Files.write(folder.resolve("bad.sealed"), bad);
            for (String[] words : new String[][] {
                {"screen", "bad.sealed"}, {"deadlines", "bad.sealed"}, {"screen", "--resume", "--save", "bad.sealed"}
            }) {
                out.getBuffer().setLength(0);
                assertEquals(ExitCode.BAD_INPUT, run(person("passphrase1", "yes"), words));
                assertEquals("", out.toString());
            }
            assertArrayEquals(bad, Files.readAllBytes(folder.resolve("bad.sealed")));
        }
        assertTrue(err.toString().contains("version 2"), err.toString());
    }

    @Test
    void stoppingBeforeTheClaimKeepsNothing() throws IOException {
        assertEquals(ExitCode.NO_ANSWER, run(person("passphrase1", "no"), "screen"));
        try (var files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
        assertEquals(ExitCode.BAD_INPUT, run(person("short", "no"), "screen"));
    }

    private static Dialog person(String passphrase, String... answers) {
        Deque<String> left = new ArrayDeque<>(Arrays.asList(answers));
        return new Dialog() {
            @Override
            public Optional<String> line() {
                return Optional.ofNullable(left.poll());
            }

            @Override
            public Optional<char[]> secret(String prompt) {
                return Optional.of(passphrase.toCharArray());
            }
        };
    }

    private int run(Dialog dialog, String... args) {
        Surroundings here = new Surroundings(
                new PrintWriter(out, true), new PrintWriter(err, true), folder, Map.of("LANG", "C"), false, dialog);
        return CommandLines.run(here, args);
    }
}
