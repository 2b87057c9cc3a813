package org.writwatch.papers.draft.suit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.writwatch.law.matter.Matter;
import org.writwatch.papers.draft.Docx;
import org.writwatch.papers.pdf.Conformance;

/**
 * Every package for every claim in six states and the federal courts: bare, and (with a plus) with the facts that let the
 * claim stand and all that a lawyer attaches. Each build makes every claim once, the heavy run
 * ({@code -Dwritwatch.heavy=true}) all of them; {@code -Dwritwatch.papers=FOLDER} keeps what was made, to be looked at.
 */
class PackagesTest {
    private static final List<String> CLAIMS = List.of("A", "B", "C", "D", "E", "F", "G", "H", "I");
    private static final List<String> PLACES = List.of("TX", "FL", "NC", "NY", "CA", "OH", "US");
    private static final boolean HEAVY = Boolean.getBoolean("writwatch.heavy");

    /** Packages that veraPDF judges in every build; in the heavy run it judges all. */
    private static final List<String> JUDGED = List.of("H US", "D NC");

    static Stream<String> cases() {
        List<String> all = new ArrayList<>();
        for (int c = 0; c < CLAIMS.size(); c++) {
            for (int p = 0; p < PLACES.size(); p++) {
                if (HEAVY || p == c % PLACES.size()) {
                    all.add(CLAIMS.get(c) + " " + PLACES.get(p));
                    if (HEAVY) {
                        all.add(CLAIMS.get(c) + "+ " + PLACES.get(p));
                    }
                }
            }
        }
        if (!HEAVY) {
            all.addAll(List.of("H US", "D NC", "F MO", "G MN", "E DE", "A CO", "C+ NY", "D+ NC"));
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyPaperIsMadeAndConforms(String which) throws Exception {
        String place = which.substring(which.indexOf(' ') + 1);
        boolean attached = which.charAt(1) == '+';
        Matter matter =
                attached ? Matters.strong(which.substring(0, 1), place) : Matters.of(which.substring(0, 1), place);
        Papers papers = Matters.papers(matter, attached ? Matters.attached(matter) : Filing.empty());
        assertEquals("client-risk", papers.names().get(0), "the page for the client comes first");
        int at = 0;
        for (Made made : papers.make(List.of())) {
            String said = Docx.all(made.docx());
            keep(which, at++, made);
            assertFalse(said.contains("{{") || said.contains("}}"), () -> made.name() + ": an unfilled field");
            if (!HEAVY && !JUDGED.contains(which)) {
                continue;
            }
            for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)) {
                assertEquals(List.of(), Conformance.failures(made.pdf(), flavour), () -> which + " " + made.name());
            }
        }
    }

    @Test
    void theSameInputsGiveTheSameBytes() {
        Matter matter = Matters.of("H", "US");
        List<Made> first = Matters.papers(matter, Filing.empty()).make(List.of());
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long start = System.nanoTime();
        long worked = clock.getCurrentThreadCpuTime();
        List<Made> second = Matters.papers(matter, Filing.empty()).make(List.of());
        System.out.printf(
                "one package, warm, one thread: %.1f s of work, %.1f s by the clock%n",
                (clock.getCurrentThreadCpuTime() - worked) / 1e9, (System.nanoTime() - start) / 1e9);
        for (int i = 0; i < first.size(); i++) {
            assertArrayEquals(
                    first.get(i).docx(), second.get(i).docx(), first.get(i).name());
            assertArrayEquals(
                    first.get(i).pdf(), second.get(i).pdf(), first.get(i).name());
        }
        assertTrue(first.size() >= 6);
    }

    private static void keep(String which, int at, Made made) throws IOException {
        Optional<String> folder = Optional.ofNullable(System.getProperty("writwatch.papers"));
        if (folder.isPresent()) {
            Path to = Path.of(folder.get()).resolve(which.replace(' ', '-'));
            Files.createDirectories(to);
            Files.write(to.resolve(String.format("%02d-%s.docx", at, made.name())), made.docx());
            Files.write(to.resolve(String.format("%02d-%s.pdf", at, made.name())), made.pdf());
        }
    }
}
