package org.writwatch.law.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writwatch.law.Authority;
import org.writwatch.law.Datum;
import org.writwatch.law.Law;
import org.writwatch.law.Result;
import org.writwatch.law.Screening;
import org.writwatch.law.Truth;
import org.writwatch.law.load.ClaimFile;
import org.writwatch.law.matter.Matter;
import org.writwatch.law.screen.FactPatternsTest.Pattern;

/** Every element rests on something that can be looked up, and law that nobody has read decides nothing alone. */
class UnreadLawTest {
    private static final Law LAW = Law.bundled();

    /** What the rules call by another name than an authority's id: data of the jurisdiction, of a form, or a lawyer's reading. */
    private static final Set<String> DATA =
            Set.of("position", "holding", "approval", "reporting", "certification", "form");

    @Test
    void everyElementOfEveryClaimIsSourced() {
        List<String> unsourced = new ArrayList<>();
        int elements = 0;
        for (ClaimFile claim : Screen.of(LAW).claimFiles()) {
            for (ClaimFile.Element e : claim.elements()) {
                elements++;
                boolean some = e.law().stream().anyMatch(ref -> !ref.startsWith(LegalBasis.READ));
                boolean all = e.law().stream().allMatch(UnreadLawTest::leadsSomewhere);
                if (!some || !all) {
                    unsourced.add(e.id() + " " + e.law());
                }
            }
        }
        assertTrue(elements >= 40, "elements: " + elements);
        assertEquals(List.of(), unsourced, "of " + elements);
    }

    private static boolean leadsSomewhere(String reference) {
        if (reference.startsWith(LegalBasis.READ)) {
            return LAW.facts()
                    .find(reference.substring(LegalBasis.READ.length()))
                    .isPresent();
        } else if (reference.startsWith("records.")) {
            return everywhere(code -> LAW.records(code).get(reference.substring("records.".length())));
        } else if (reference.startsWith("writ.")) {
            return everywhere(code -> LAW.jurisdiction(code).get(reference.substring("writ.".length())));
        }
        return DATA.contains(reference)
                || LAW.findAuthority(reference)
                        .map(Authority::source)
                        .filter(s -> !s.isBlank())
                        .isPresent();
    }

    private static boolean everywhere(java.util.function.Function<String, Datum> datum) {
        return Law.codes().stream().noneMatch(code -> datum.apply(code).source().isBlank());
    }

    /** The elements of the writ in each of the 53 jurisdictions name where they stand, read or not. */
    @Test
    void theElementsOfEveryWritAreSourcedOrFlagged() {
        for (String code : Law.codes()) {
            Datum elements = LAW.jurisdiction(code).get("elements");
            assertFalse(elements.source().isBlank(), code);
            assertEquals(!elements.confidence().verified(), elements.printed().endsWith("[VERIFY]"), code);
        }
    }

    /** The same law with every flag taken away: no pattern meets an element, and none comes out viable. */
    @Test
    void lawThatNobodyHasReadDecidesNothing(@TempDir Path folder) throws IOException, URISyntaxException {
        Law unread = unread(folder);
        Set<String> readings = new TreeSet<>();
        Screen.of(LAW).claimFiles().stream()
                .flatMap(c -> c.elements().stream())
                .flatMap(e -> e.law().stream())
                .filter(ref -> ref.startsWith(LegalBasis.READ))
                .forEach(ref -> readings.add(ref.substring(LegalBasis.READ.length())));
        long met = 0;
        int viable = 0;
        for (Pattern p : FactPatternsTest.patterns()) {
            for (String facts : List.of(p.facts(), FactPatternsTest.flipped(p))) {
                if (readings.stream().anyMatch(r -> facts.contains(r + ": true"))) {
                    continue;
                }
                Screening.Claim now = screen(LAW, p, facts);
                met += now.elements().stream()
                        .filter(e -> e.truth() == Truth.MET)
                        .count();
                viable += now.result() == Result.VIABLE_SUBJECT_TO_ATTORNEY_REVIEW ? 1 : 0;
                Screening.Claim then = screen(unread, p, facts);
                then.elements()
                        .forEach(e -> assertTrue(
                                e.truth() != Truth.MET && !e.verified(), () -> p.id() + " " + e.id() + ": " + facts));
                assertTrue(then.result() != Result.VIABLE_SUBJECT_TO_ATTORNEY_REVIEW, () -> p.id() + ": " + facts);
            }
        }
        assertTrue(
                met > 200 && viable > 15, "the law as read meets " + met + " elements and makes " + viable + " viable");
    }

    private static Screening.Claim screen(Law law, Pattern p, String facts) {
        Matter matter = Matter.parse(
                p.id(),
                new StringReader("claim: %s%njurisdiction: %s%nas_of: %s%nrespondent: {sovereign: %s}%nfacts: {%s}%n"
                        .formatted(p.claim(), p.jurisdiction(), p.asOf(), p.sovereign(), facts)),
                law);
        return Screen.of(law).run(matter).claims().get(0);
    }

    /** A number read from words nobody has read is refused, so it goes with the flag. */
    private static Law unread(Path folder) throws IOException, URISyntaxException {
        Path from = Path.of(Law.class.getResource("data").toURI());
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.writeString(
                        target,
                        Files.readString(file)
                                .replace("verified-in-source", "from-knowledge-needs-verification")
                                .replaceAll("(?m)^  response: \\{.*\\}\\n", ""));
            }
        }
        return Law.from(folder);
    }
}
