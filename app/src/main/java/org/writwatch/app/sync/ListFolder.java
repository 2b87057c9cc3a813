package org.writwatch.app.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.writwatch.agreements.store.Incoming;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.facts.problem.MachineFailure;

/** Published lists in a folder, or in its folder {@code rosters}; or one file. */
public final class ListFolder {
    private ListFolder() {}

    /**
     * Every spreadsheet there, in order of name.
     *
     * @throws BadInput when there is no such folder, none in it, or one too big to be a list
     */
    public static List<Incoming> read(Path from) {
        try {
            Path folder = Files.isDirectory(from.resolve("rosters")) ? from.resolve("rosters") : from;
            List<Path> files;
            if (Files.isRegularFile(folder)) {
                files = List.of(folder);
            } else if (Files.isDirectory(folder)) {
                try (Stream<Path> all = Files.list(folder)) {
                    files = all.filter(
                                    f -> f.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx"))
                            .filter(Files::isRegularFile)
                            .sorted()
                            .toList();
                }
            } else {
                throw refuse(from, "sync.folder.absent");
            }
            if (files.isEmpty()) {
                throw refuse(from, "sync.folder.empty");
            }
            List<Incoming> lists = new ArrayList<>();
            for (Path file : files) {
                if (Files.size(file) > Fetcher.LARGEST) {
                    throw refuse(file, "sync.too-big.found");
                }
                lists.add(new Incoming(String.valueOf(file.getFileName()), Files.readAllBytes(file)));
            }
            return lists;
        } catch (IOException e) {
            throw new MachineFailure(
                    Phrase.of("app", "sync.folder.not-readable", String.valueOf(from.getFileName())), e);
        }
    }

    private static BadInput refuse(Path at, String found) {
        return new BadInput(
                String.valueOf(at.getFileName()),
                Phrase.of("app", found),
                Phrase.of("app", "sync.folder.expected"),
                Phrase.of("app", "sync.folder.remedy"));
    }
}
