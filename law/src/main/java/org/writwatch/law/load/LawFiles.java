package org.writwatch.law.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.facts.problem.MachineFailure;
import org.writwatch.facts.yaml.YamlMap;

/** Where law files are read from: the bundle, or a folder laid out like it. */
public final class LawFiles {
    private static final String BUNDLE = "/org/writwatch/law/data/";

    private final Opener opener;

    private LawFiles(Opener opener) {
        this.opener = opener;
    }

    /** The files that came with the program. */
    public static LawFiles bundled() {
        return new LawFiles(name -> {
            InputStream in = LawFiles.class.getResourceAsStream(BUNDLE + name);
            if (in == null) {
                throw new NoSuchFileException(name);
            }
            return in;
        });
    }

    /** The files of a folder; messages name them relative to it. */
    public static LawFiles in(Path folder) {
        return new LawFiles(name -> Files.newInputStream(folder.resolve(name)));
    }

    /**
     * Reads one file.
     *
     * @param name relative, with slashes: "records/NC.yaml"
     * @throws BadInput when there is no such file or it cannot be read as the YAML it should be
     */
    public YamlMap read(String name) {
        try (BufferedReader text =
                new BufferedReader(new InputStreamReader(opener.open(name), StandardCharsets.UTF_8))) {
            return YamlMap.read(name, text);
        } catch (NoSuchFileException e) {
            throw new BadInput(
                    name,
                    Phrase.of("law", "file.absent"),
                    Phrase.of("law", "file.expected"),
                    Phrase.of("law", "file.remedy"));
        } catch (IOException e) {
            throw new MachineFailure(Phrase.of("facts", "file.unreadable", name), e);
        }
    }

    @FunctionalInterface
    private interface Opener {
        InputStream open(String name) throws IOException;
    }
}
