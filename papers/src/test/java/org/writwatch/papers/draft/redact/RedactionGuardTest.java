package org.writwatch.papers.draft.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.writwatch.papers.draft.exhibit.Pages;

/** Two hundred documents with something planted, and two hundred with what only looks like it. */
class RedactionGuardTest {
    private static final List<Hit.Kind> KINDS = List.of(Hit.Kind.values());
    private static final List<String> MINORS = List.of("Ana Lucía Pérez");

    private static Set<Hit.Kind> seen(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return RedactionGuard.look(document, MINORS).hits().stream()
                    .map(Hit::kind)
                    .collect(Collectors.toSet());
        }
    }

    private static String digits(Random random, int count) {
        StringBuilder said = new StringBuilder();
        for (int i = 0; i < count; i++) {
            said.append((char) ('1' + random.nextInt(9)));
        }
        return said.toString();
    }

    private static String planted(Hit.Kind kind, Random random, int way) {
        int month = 1 + random.nextInt(12);
        int day = 1 + random.nextInt(28);
        int year = 1950 + random.nextInt(60);
        return switch (kind) {
            case SOCIAL_SECURITY -> {
                String n = String.format(
                        Locale.ROOT,
                        "%03d-%02d-%04d",
                        100 + random.nextInt(500),
                        1 + random.nextInt(98),
                        1 + random.nextInt(9998));
                yield List.of(
                                "SSN: " + n,
                                "His number is " + n + ".",
                                "Social Security no. " + n.replace("-", ""),
                                n.replace('-', ' '))
                        .get(way % 4);
            }
            case A_NUMBER -> {
                String n = digits(random, 9);
                yield List.of(
                                "A" + n,
                                "A-" + n,
                                "A# " + n.substring(0, 3) + "-" + n.substring(3, 6) + "-" + n.substring(6),
                                "Alien Registration Number: " + n)
                        .get(way % 4);
            }
            case BIRTH_DATE ->
                List.of(
                                "DOB: " + month + "/" + day + "/" + year,
                                "Date of birth " + String.format(Locale.ROOT, "%d-%02d-%02d", year, month, day),
                                "She was born on March " + day + ", " + year + " in Ohio",
                                "Fecha de nacimiento: " + day + " de mayo de " + year)
                        .get(way % 4);
            case MINOR ->
                List.of(
                                "The minor child Maria Gomez was there",
                                "Ana Luc\u00eda P\u00e9rez went home",
                                "Jose Ramirez, age 9, saw it",
                                "her daughter Elena Ortiz")
                        .get(way % 4);
            case ACCOUNT -> {
                String n = digits(random, 10);
                yield List.of(
                                "Account number " + n,
                                "acct. no. " + n,
                                "routing " + n.substring(0, 9),
                                "Cuenta: " + n.substring(0, 4) + " " + n.substring(4))
                        .get(way % 4);
            }
            case TEXT_UNDER_BOX -> "The words under the box " + digits(random, 3);
        };
    }

    @Test
    void everythingPlantedIsFound() throws Exception {
        Random random = new Random(287);
        int made = 0;
        for (int i = 0; i < 200; i++) {
            Hit.Kind kind = KINDS.get(i % KINDS.size());
            String words = planted(kind, random, i / KINDS.size());
            List<String> lines = List.of("Booking sheet of the county jail", words, "Printed on 08/03/2026");
            byte[] pdf = kind == Hit.Kind.TEXT_UNDER_BOX ? Pages.boxed(lines) : Pages.of(1, i % 5 == 0 ? 90 : 0, lines);
            assertTrue(seen(pdf).contains(kind), () -> kind + " in: " + words);
            made++;
        }
        assertEquals(200, made);
    }

    @Test
    void whatOnlyLooksLikeItRaisesFewAlarms() throws Exception {
        Random random = new Random(1357);
        List<String> alarms = new ArrayList<>();
        List<String> frames = List.of(
                "Receipt IOE%s was issued on March 4, 2025",
                "Phone (704) 555-%4.4s, fax 704-555-0101",
                "The agreement was signed on February 28, 2017, page %1.1s of 12",
                "Case No. 20-cv-%5.5s, filed June 2, 2025",
                "Invoice %6.6s for $1,234,567 of jail beds",
                "ORI NC060%4.4s, FIPS 37119, population 1,115,482",
                "Form I-247A, Form I-200, section 287(g), 8 U.S.C. 1357, %3.3s people held",
                "The deputy minor league game drew %4.4s people",
                "Children of the county, %2.2s percent of all residents",
                "ZIP 28202-%4.4s, Charlotte");
        for (int i = 0; i < 200; i++) {
            String words = String.format(Locale.ROOT, frames.get(i % frames.size()), digits(random, 10));
            Set<Hit.Kind> seen = seen(Pages.of(1, 0, List.of("Report of the sheriff", words)));
            if (!seen.isEmpty()) {
                alarms.add(words + " " + seen);
            }
        }
        System.out.printf("redaction: %d false alarms in 200%n", alarms.size());
        assertTrue(alarms.size() <= 4, alarms::toString);
    }
}
