package org.writwatch.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.writwatch.facts.gazetteer.Gazetteer;

/** What the documents at the root of the project say is still so. */
class DocumentsTest {
    private static final Path ROOT = Path.of("..");

    private static List<String> matches(String pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    @Test
    void everyLibraryOfTheRootPomHasItsLicence() throws IOException {
        String pom = Files.readString(ROOT.resolve("pom.xml"));
        String managed = pom.substring(pom.indexOf("<dependencyManagement>"), pom.indexOf("</dependencyManagement>"));
        String licences = Files.readString(ROOT.resolve("docs/licences.md"));
        List<String> artifacts = matches("<artifactId>([^<]+)</artifactId>", managed);
        assertTrue(artifacts.size() > 20);
        List<String> missing = artifacts.stream()
                .filter(a -> !a.startsWith("writwatch-"))
                .filter(a -> !Pattern.compile("[:(]" + Pattern.quote(a) + "[ )]")
                        .matcher(licences)
                        .find())
                .toList();
        assertEquals(List.of(), missing, "no line in docs/licences.md");
    }

    @Test
    void linksLeadSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        List<Path> pages = new ArrayList<>();
        try (Stream<Path> root = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            Stream.concat(root, docs).filter(p -> p.toString().endsWith(".md")).forEach(pages::add);
        }
        for (Path page : pages) {
            for (String link : matches("\\]\\(([^)#]+)[^)]*\\)", Files.readString(page))) {
                if (!link.startsWith("http") && !Files.exists(page.resolveSibling(link))) {
                    broken.add(page.getFileName() + ": " + link);
                }
            }
        }
        assertTrue(pages.size() > 6);
        assertEquals(List.of(), broken);
    }

    @Test
    void theNumbersOfTheDecisionOnDoubtAreTheTables() throws IOException {
        String decision = Files.readString(ROOT.resolve("docs/decisions/0004-doubt-is-never-settled.md"));
        long all = Gazetteer.bundled().listAgencies().size();
        long without = Gazetteer.bundled().listAgencies().stream()
                .filter(a -> a.county().isEmpty())
                .count();
        long several = Gazetteer.bundled().listAgencies().stream()
                .filter(a -> a.counties().size() > 1)
                .count();
        String said = String.format(
                Locale.ROOT, "%,d of %,d agencies have no single county, %d of them", without, all, several);
        assertTrue(decision.contains(said), said);
    }

    @Test
    void theLicenceIsWhole() throws IOException {
        String licence = Files.readString(ROOT.resolve("LICENSE"));
        assertTrue(licence.contains("Version 2.0, January 2004") && licence.contains("END OF TERMS AND CONDITIONS"));
        assertTrue(Files.readString(ROOT.resolve("LICENSE-DATA.md")).contains("CC BY 4.0"));
    }
}
