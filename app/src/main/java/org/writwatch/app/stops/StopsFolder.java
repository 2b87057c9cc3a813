package org.writwatch.app.stops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.writwatch.app.estimate.ExhibitPage;
import org.writwatch.app.output.Json;
import org.writwatch.app.output.OutputFolder;
import org.writwatch.app.output.Rows;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.facts.problem.BadInput;

/**
 * A finding as a sealed folder: specification, hashes, rows or cells used, numbers, pictures, page, script for R, and the checksum of each
 * file. The same specification, table and version give the same bytes, so an opponent can make it anew and compare.
 */
public final class StopsFolder {
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Lang lang;

    private StopsFolder(Lang lang) {
        this.lang = lang;
    }

    /**
     * The folder of an answer.
     *
     * @param day the day the page speaks for
     */
    public static StopsFolder of(Stops stops, Lang lang, LocalDate day) {
        StopsFolder f = new StopsFolder(lang);
        Map<String, String> texts = stops.files().get();
        texts.forEach(f::put);
        f.put("answer.json", Json.text(stops.tree()));
        f.put("answer.csv", stops.rows().text(Rows.Format.CSV));
        String title =
                f.say("stops.page.title", f.say("stops.name." + stops.tree().get("test")));
        f.files.put("stops.pdf", ExhibitPage.pdf(title, stops.paperNotes(), stops.tables(), texts, lang, day));
        return f;
    }

    private void put(String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private String say(String key, Object... args) {
        return Phrasebook.of(lang).say(Phrase.of("app", key, args));
    }

    /** Writes the folder, whole or not at all. */
    public void write(Path folder) {
        try (OutputFolder to = OutputFolder.at(folder)) {
            files.forEach(to::write);
            to.keep();
        }
    }

    /**
     * Holds a folder made before against this one, byte for byte.
     *
     * @throws BadInput a file is missing or another, with its name
     */
    public void compare(Path folder) {
        files.forEach((name, bytes) -> {
            Path file = folder.resolve(name);
            boolean there = Files.isRegularFile(file);
            if (!there || !same(file, bytes)) {
                throw new BadInput(
                        folder.getFileName() + "/" + name,
                        Phrase.of("app", there ? "stops.check.other" : "stops.check.missing"),
                        Phrase.of("app", "stops.check.expected"),
                        Phrase.of("app", "stops.check.remedy"));
            }
        });
    }

    private static boolean same(Path file, byte[] bytes) {
        try {
            return Arrays.equals(Files.readAllBytes(file), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What to say when nothing differs. */
    public String same(Path folder) {
        return say("stops.check.same", String.valueOf(folder.getFileName()), files.size());
    }
}
