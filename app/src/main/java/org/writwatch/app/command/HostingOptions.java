package org.writwatch.app.command;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.writwatch.app.site.Hosting;
import org.writwatch.app.site.LanguageFiles;
import org.writwatch.app.site.ZipTable;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.MachineFailure;
import org.writwatch.facts.problem.NotFound;
import org.writwatch.facts.yaml.YamlMap;
import org.writwatch.papers.site.Operator;
import picocli.CommandLine.Option;

/** What who runs a site adds to it: an office that may be asked, a table of ZIP codes. */
final class HostingOptions {
    @Option(names = "--operator", paramLabel = "FILE.yaml", descriptionKey = "site-operator")
    private @Nullable Path operator;

    @Option(names = "--zips", paramLabel = "FILE.csv", descriptionKey = "site-zips")
    private @Nullable Path zips;

    @Option(names = "--languages", paramLabel = "FOLDER", descriptionKey = "site-languages")
    private @Nullable Path languages;

    Hosting read(Context context, boolean cards) {
        return new Hosting(
                Optional.ofNullable(operator).map(f -> operator(present(context, f))),
                Optional.ofNullable(zips).map(f -> ZipTable.read(present(context, f))),
                cards,
                Optional.ofNullable(languages)
                        .map(f -> LanguageFiles.list(folder(context, f)))
                        .orElse(List.of()));
    }

    private static Path folder(Context context, Path given) {
        Path found = context.surroundings().folder().resolve(given);
        if (!Files.isDirectory(found)) {
            throw new NotFound(Phrase.of("app", "site.no-file", given.toString()), List.of());
        }
        return found;
    }

    private static Path present(Context context, Path file) {
        Path found = context.surroundings().folder().resolve(file);
        if (!Files.isRegularFile(found)) {
            throw new NotFound(Phrase.of("app", "site.no-file", file.toString()), List.of());
        }
        return found;
    }

    private static Operator operator(Path file) {
        String name = String.valueOf(file.getFileName());
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            YamlMap map = YamlMap.read(name, text);
            String person = map.text("name");
            String office = map.text("office");
            String licence = map.text("licence");
            String email = map.text("email");
            int minutes = map.integer("minutes");
            String fee = map.text("fee");
            Optional<String> chat = map.findText("whatsapp");
            map.done();
            check(map, "fee", fee, "free|\\d{1,4}(\\.\\d{2})?");
            check(map, "email", email, "[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}");
            check(map, "minutes", String.valueOf(minutes), "[5-9]|[1-9]\\d{1,2}");
            check(map, "name", person, "(?s).*\\S.*");
            check(map, "office", office, "(?s).*\\S.*");
            check(map, "licence", licence, "(?s).*\\S.*");
            chat.ifPresent(c -> check(map, "whatsapp", c, "[1-9]\\d{7,14}"));
            return new Operator(
                    person,
                    office,
                    licence,
                    fee.equals("free") ? Optional.empty() : Optional.of(new BigDecimal(fee)),
                    minutes,
                    email,
                    chat);
        } catch (IOException e) {
            throw new MachineFailure(Phrase.of("facts", "file.unreadable", name), e);
        }
    }

    private static void check(YamlMap map, String key, String value, String pattern) {
        if (!value.matches(pattern)) {
            throw map.problem(key, Phrase.verbatim(value), Phrase.of("app", "site.operator." + key));
        }
    }
}
