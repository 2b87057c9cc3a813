package org.writwatch.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.law.check.LawCheck;
import org.writwatch.law.matter.FactTable;
import org.writwatch.law.text.JurisdictionPage;

/** The figures of docs/law.md and the table of docs/facts.md are those of the data. */
class LawFiguresTest {
    private static final Law LAW = Law.bundled();
    private static final Path DOCS = Path.of("../docs");
    private static final String BEGIN = "<!-- measured: written by LawFiguresTest -->\n";
    private static final String END = "<!-- end -->";
    private static final String HOW = "mvn -pl law -am test -Dtest=LawFiguresTest -Dwritwatch.write=docs";

    @Test
    void theFiguresOfThePageAreMeasured() throws IOException {
        Path page = DOCS.resolve("law.md");
        String text = Files.readString(page, StandardCharsets.UTF_8);
        String before = text.substring(0, text.indexOf(BEGIN) + BEGIN.length());
        String after = text.substring(text.indexOf(END));
        same(page, text, before + figures() + after);
    }

    @Test
    void theTableOfFactsIsGenerated() throws IOException {
        Path page = DOCS.resolve("facts.md");
        same(page, Files.exists(page) ? Files.readString(page, StandardCharsets.UTF_8) : "", facts());
    }

    private static void same(Path page, String held, String wanted) throws IOException {
        if ("docs".equals(System.getProperty("writwatch.write"))) {
            Files.writeString(page, wanted, StandardCharsets.UTF_8);
        } else {
            assertEquals(wanted, held, "write it anew: " + HOW);
        }
    }

    private static String figures() {
        StringBuilder text = new StringBuilder("## Measured\n");
        text.append(
                        "Statements read in a source, of all that are held (in brackets: in the law's own text, a reprint of it or a")
                .append(" court's page,\nas far as the data say so):\n\n");
        text.append("| jurisdiction | writ | records | counting days | joining and holding |\n|---|---|---|---|---|\n");
        for (String code : new String[] {"US", "TX", "FL", "NC", "NY", "CA", "OH"}) {
            JurisdictionPage page = JurisdictionPage.of(LAW, code, Lang.EN);
            text.append("| ").append(page.name());
            for (String group : new String[] {"writ", "records", "counting", "positions"}) {
                text.append(" | ").append(share(page, group));
            }
            text.append(" |\n");
        }
        Map<String, long[]> all = new TreeMap<>();
        for (String code : Law.codes()) {
            JurisdictionPage.of(LAW, code, Lang.EN).groups().forEach(g -> {
                long[] sum = all.computeIfAbsent(g.id(), k -> new long[3]);
                sum[0] += g.verified();
                sum[1] += g.lines().size();
                sum[2] += g.primary();
            });
        }
        text.append("| all 53");
        for (String group : new String[] {"writ", "records", "counting", "positions"}) {
            long[] sum = all.getOrDefault(group, new long[3]);
            text.append(" | ")
                    .append(sum[0])
                    .append(" of ")
                    .append(sum[1])
                    .append(" (")
                    .append(sum[2])
                    .append(")");
        }
        text.append(" |\n\n");
        long verified = LAW.authorities().stream()
                .filter(a -> a.confidence().verified())
                .count();
        long against = LAW.authorities().stream()
                .filter(a -> !a.cutsAgainst().isEmpty())
                .count();
        text.append("Authorities: ")
                .append(LAW.authorities().size())
                .append(", of which ")
                .append(verified)
                .append(" were read in a source and ")
                .append(against)
                .append(" cut against somebody's claim.\n\n");
        Map<LawCheck.Kind, Long> kinds = LawCheck.of(LAW, LocalDate.of(2026, 11, 24)).stream()
                .collect(Collectors.groupingBy(LawCheck.Remark::kind, TreeMap::new, Collectors.counting()));
        text.append("`law check` on November 24, 2026:");
        String comma = " ";
        for (LawCheck.Kind kind : LawCheck.Kind.values()) {
            text.append(comma).append(kinds.getOrDefault(kind, 0L)).append(' ').append(kind.key());
            comma = ", ";
        }
        return text.append(".\n").toString();
    }

    private static String share(JurisdictionPage page, String id) {
        return page.groups().stream()
                .filter(g -> g.id().equals(id))
                .findFirst()
                .filter(g -> !g.lines().isEmpty())
                .map(g -> g.verified() + " of " + g.lines().size() + " (" + g.primary() + ")")
                .orElse("none held");
    }

    private static String facts() {
        StringBuilder text = new StringBuilder("""
                # Facts a matter may state

                Written by a test from the table the program reads; do not edit. In `matter.yaml`, under `facts`, each is
                `true`, `false` or `unknown`, or a date, a whole number or one of the words listed. What is left out is
                unknown. Cost is how hard it is to find out: 1 is known at once, 5 needs a lawyer.

                | id | kind | claims | cost | question | pregunta |
                |---|---|---|---|---|---|
                """);
        for (FactTable.Entry fact : LAW.facts().list()) {
            String kind = fact.choices().isEmpty()
                    ? fact.kind().key()
                    : fact.choices().size() > 20 ? "postal code" : String.join(", ", fact.choices());
            text.append("| `")
                    .append(fact.id())
                    .append("` | ")
                    .append(kind)
                    .append(" | ")
                    .append(String.join(" ", fact.claims()))
                    .append(" | ")
                    .append(fact.cost())
                    .append(" | ")
                    .append(Phrasebook.of(Lang.EN).say(fact.question()))
                    .append(" | ")
                    .append(Phrasebook.of(Lang.ES).say(fact.question()))
                    .append(" |\n");
        }
        return text.toString();
    }
}
