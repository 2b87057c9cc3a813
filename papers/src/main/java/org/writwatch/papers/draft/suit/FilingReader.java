package org.writwatch.papers.draft.suit;

import java.io.Reader;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.facts.yaml.YamlMap;
import org.writwatch.law.Law;
import org.writwatch.papers.draft.suit.Filing.Attorney;
import org.writwatch.papers.draft.suit.Filing.Checked;
import org.writwatch.papers.draft.suit.Filing.Exhibit;
import org.writwatch.papers.draft.suit.Filing.Proof;
import org.writwatch.papers.draft.suit.Filing.Standing;
import org.writwatch.papers.pdf.PrintLetters;

/** Reads the manifest that a lawyer attaches to a matter. What it names must exist: facts, authorities, keys. */
public final class FilingReader {
    private static final int LONGEST = 2_000;
    private static final int VERSION = 1;

    private final Law law;
    private final YamlMap file;

    private FilingReader(YamlMap file, Law law) {
        this.file = file;
        this.law = law;
    }

    /**
     * Reads a manifest.
     *
     * @param name what to call it in messages
     * @throws BadInput when it says something it can not, with the line and the nearest names
     */
    public static Filing read(String name, Reader text, Law law) {
        return new FilingReader(YamlMap.read(name, text), law).read();
    }

    private Filing read() {
        file.findInteger("version").filter(v -> v != VERSION).ifPresent(v -> {
            throw file.problem("version", phrase("version", v), phrase("version-expected", VERSION));
        });
        Optional<Attorney> attorney = file.findMap("attorney").map(this::attorney);
        List<Exhibit> exhibits =
                file.maps("exhibits").stream().map(this::exhibit).toList();
        Map<String, Checked> checked = new HashMap<>();
        file.maps("checked").forEach(m -> {
            String id = m.text("authority");
            if (law.findAuthority(id).isEmpty() && law.mandates().stream().noneMatch(p -> p.id().equals(id))) {
                throw m.problem("authority", phrase("authority", id), phrase("authority-expected"));
            }
            checked.put(id, checked(m));
        });
        Filing filing = new Filing(
                attorney,
                words(file, "petitioner"),
                words(file, "pseudonym"),
                words(file, "respondent"),
                words(file, "agency"),
                words(file, "place"),
                words(file, "district"),
                words(file, "number"),
                words(file, "receipt"),
                exhibits,
                List.copyOf(new ArrayList<>(file.texts("minors"))),
                flag(file, "limited_access"),
                checked);
        file.done();
        return filing;
    }

    private Attorney attorney(YamlMap map) {
        Attorney attorney = new Attorney(
                words(map, "name"),
                words(map, "state").map(s -> state(map, s)),
                words(map, "bar_number"),
                map.findDate("attested"),
                words(map, "firm"));
        map.done();
        return attorney;
    }

    private static String state(YamlMap map, String given) {
        if (!Law.codes().contains(given)) {
            throw map.problem("state", phrase("state", given), phrase("state-expected"));
        }
        return given;
    }

    private Exhibit exhibit(YamlMap map) {
        Map<String, Proof> proves = new HashMap<>();
        for (YamlMap proof : map.maps("proves")) {
            String fact = proof.text("fact");
            if (law.facts().find(fact).isEmpty()) {
                throw proof.problem("fact", phrase("fact", fact), phrase("fact-expected"));
            }
            int page = proof.findInteger("page").orElse(1);
            if (page < 1) {
                throw proof.problem("page", phrase("page", page), phrase("page-expected"));
            }
            proves.put(fact, new Proof(page, words(proof, "words").orElse("")));
            proof.done();
        }
        String path = map.text("file");
        if (path.isBlank() || path.startsWith("/") || path.contains("..") || path.contains("\\")) {
            throw map.problem("file", phrase("path", path), phrase("path-expected"));
        }
        Exhibit exhibit = new Exhibit(path, words(map, "title").orElse(path), proves);
        map.done();
        return exhibit;
    }

    private static Checked checked(YamlMap map) {
        Map<String, Standing> words =
                Map.of("good", Standing.GOOD, "withdrawn", Standing.WITHDRAWN, "contradicted", Standing.CONTRADICTED);
        Checked checked = new Checked(
                map.findDate("on").orElseThrow(() -> map.problem("on", phrase("day"), phrase("day-expected"))),
                map.findWord("status", words).orElse(Standing.GOOD),
                words(map, "by").orElse(""));
        map.done();
        return checked;
    }

    private static Optional<String> words(YamlMap map, String key) {
        return map.findText(key).map(String::strip).filter(t -> !t.isEmpty()).map(t -> {
            if (t.length() > LONGEST) {
                throw map.problem(key, phrase("long", t.length()), phrase("long-expected", LONGEST));
            }
            // An accent typed as a sign of its own becomes part of its letter (Unicode Standard Annex 15).
            String whole = Normalizer.normalize(t, Normalizer.Form.NFC);
            PrintLetters.findMissing(whole).ifPresent(c -> {
                throw map.problem(
                        key,
                        phrase("letter", Character.toString(c), String.format(Locale.ROOT, "U+%04X", c)),
                        phrase("letter-expected"));
            });
            return whole;
        });
    }

    private static boolean flag(YamlMap map, String key) {
        return map.findWord(key, Map.of("true", true, "false", false)).orElse(false);
    }

    private static Phrase phrase(String key, Object... args) {
        return Phrase.of("papers", "draft.filing." + key, args);
    }
}
