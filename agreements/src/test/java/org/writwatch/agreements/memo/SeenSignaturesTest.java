package org.writwatch.agreements.memo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.writwatch.facts.problem.BadInput;

/** What travels with the program and what the reader reads, against what people saw on the 61 pages that were signed. */
class SeenSignaturesTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("writwatch.shared", "../../shared"), "data", "ice-287g", "moa");
    private static final Map<String, SeenSignatures.Seen> SEEN =
            SeenSignatures.bundled().all();

    @Test
    void whatIsBundledIsWhatWasSeen() {
        List<Memorandum> held = Memoranda.bundled().list();
        assertEquals(held.stream().map(Memorandum::file).toList(), List.copyOf(SEEN.keySet()));
        int revisions = 0;
        for (Memorandum m : held) {
            SeenSignatures.Seen seen = see(m.file());
            assertEquals(seen.revision(), m.revision(), m.file());
            assertEquals(seen.agency().date(), m.signed(), m.file());
            assertEquals(
                    List.of(seen.agency(), seen.ice()),
                    Memoranda.bundled().reading(m).signatories(),
                    m.file());
            revisions += m.revision().isPresent() ? 1 : 0;
        }
        assertEquals(43, revisions, "every form of 2025 prints one, none of 2019 and 2020 does");
    }

    /** A reader may miss an office, a date or a revision; it must not tell another one. Every fifth file, or all when asked. */
    @Test
    void whatIsReadFromTextLayersIsWhatWasSeenOrNothing() throws IOException {
        if (!Files.isDirectory(FOLDER)) {
            System.out.println("skipped: no folder of memoranda beside the project");
        }
        assumeTrue(Files.isDirectory(FOLDER));
        MemorandumReader reader = MemorandumReader.with(OcrUse.NEVER, Optional.empty());
        List<String> wrong = new ArrayList<>();
        int files = 0;
        int titles = 0;
        int dates = 0;
        int names = 0;
        int misread = 0;
        int revisions = 0;
        int every = Boolean.getBoolean("writwatch.ocr") ? 1 : 5;
        int at = 0;
        for (String file : SEEN.keySet()) {
            Optional<MemorandumReading> read = at++ % every == 0 ? open(reader, file) : Optional.empty();
            if (read.isEmpty()) {
                continue;
            }
            files++;
            SeenSignatures.Seen seen = see(file);
            Memorandum m = read.get().memorandum();
            revisions += m.revision().isPresent() ? 1 : 0;
            differs(file + " revision", seen.revision(), m.revision(), wrong);
            List<Signatory> both = List.of(seen.agency(), seen.ice());
            for (int i = 0; i < both.size(); i++) {
                Signatory is = read.get().signatories().get(i);
                String who = file + " " + is.party();
                differs(
                        who + " title",
                        both.get(i).title().map(SeenSignaturesTest::low),
                        is.title().map(SeenSignaturesTest::low),
                        wrong);
                differs(who + " date", both.get(i).date(), is.date(), wrong);
                titles += is.title().isPresent() ? 1 : 0;
                dates += is.date().isPresent() ? 1 : 0;
                names += is.name().isPresent() ? 1 : 0;
                boolean same = is.name()
                        .map(SeenSignaturesTest::low)
                        .equals(both.get(i).name().map(SeenSignaturesTest::low));
                misread += is.name().isPresent() && !same ? 1 : 0;
                if (is.name().isPresent() && !same) {
                    System.out.println("name misread: " + who + " " + is.name().get());
                }
            }
        }
        System.out.println("signature pages of " + files + " files with a text layer: " + revisions + " revisions, "
                + titles + " offices, " + dates + " dates, " + names + " names, of which misread " + misread
                + "; told wrongly " + wrong);
        assertEquals(List.of(), wrong);
        assertTrue(titles >= files && 2 * dates >= files, titles + " offices, " + dates + " dates of " + files);
    }

    private static SeenSignatures.Seen see(String file) {
        return Optional.ofNullable(SEEN.get(file)).orElseThrow();
    }

    private static Optional<MemorandumReading> open(MemorandumReader reader, String file) throws IOException {
        try {
            return Optional.of(reader.open("x.pdf", Files.readAllBytes(FOLDER.resolve(file))));
        } catch (BadInput scan) {
            return Optional.empty();
        }
    }

    private static <T> void differs(String what, Optional<T> seen, Optional<T> read, List<String> wrong) {
        if (read.isPresent() && !read.equals(seen)) {
            wrong.add(what + ": " + read + ", seen " + seen);
        }
    }

    private static String low(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
