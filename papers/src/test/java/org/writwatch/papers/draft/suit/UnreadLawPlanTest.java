package org.writwatch.papers.draft.suit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writwatch.law.Law;
import org.writwatch.law.matter.Matter;
import org.writwatch.law.matter.Matter.Value;
import org.writwatch.law.screen.Screen;

/** No pleading is offered on law that nobody has read, neither the program's readers nor the lawyer of the matter. */
class UnreadLawPlanTest {
    /** Facts by which a lawyer says to have read the law: without them only the data speak. */
    private static final List<String> READ = List.of(
            "other_law_imposes_act",
            "approval_law_read",
            "other_state_statute",
            "other_reporting_statute",
            "other_cert_statute");

    @Test
    void noPleadingIsOfferedOnLawThatNobodyHasRead(@TempDir Path folder) throws IOException, URISyntaxException {
        Law unread = unread(folder);
        Screen screen = Screen.of(unread);
        List<String> offered = new ArrayList<>();
        int before = 0;
        for (String claim : List.of("A", "B", "C", "D", "E", "F", "G", "I")) {
            for (String code : List.of("TX", "FL", "NC", "NY", "CA", "OH", "MN", "CO", "DE", "KY", "US")) {
                Matter matter = withoutReadings(Matters.strong(claim, code));
                before += Plan.of(Matters.inputs(matter, Filing.empty()))
                        .pleading()
                        .map(p -> 1)
                        .orElse(0);
                Plan.of(Matters.inputs(matter, Filing.empty(), unread, screen))
                        .pleading()
                        .ifPresent(p -> offered.add(claim + " " + code + " " + p));
            }
        }
        assertTrue(before >= 15, "pleadings on the law as it was read: " + before);
        assertEquals(List.of(), offered);
    }

    private static Matter withoutReadings(Matter matter) {
        Map<String, Value> facts = new TreeMap<>(matter.facts());
        READ.forEach(facts::remove);
        return new Matter(matter.claims(), matter.jurisdiction(), matter.respondent(), matter.asOf(), facts);
    }

    /** The bundled law with every flag taken away, and the numbers that only read words may carry. */
    private static Law unread(Path folder) throws IOException, URISyntaxException {
        URI data = Law.class.getResource("data").toURI();
        if (data.getScheme().equals("jar")) {
            try (FileSystem jar = FileSystems.newFileSystem(data, Map.of())) {
                copy(jar.provider().getPath(data), folder);
            }
        } else {
            copy(Path.of(data), folder);
        }
        return Law.from(folder);
    }

    private static void copy(Path from, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                try (InputStream in = Files.newInputStream(file)) {
                    Path target = folder.resolve(from.relativize(file).toString());
                    Files.createDirectories(target.getParent());
                    Files.writeString(
                            target,
                            new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                                    .replace("verified-in-source", "from-knowledge-needs-verification")
                                    .replaceAll("(?m)^  response: \\{.*\\}\\n", ""));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
