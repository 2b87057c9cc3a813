package org.writwatch.app.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.facts.problem.MachineFailure;

/** One text file of results that appears whole or not at all; what stood there before is replaced. */
public final class OutputFile {
    private OutputFile() {}

    /**
     * Writes a text in UTF-8.
     *
     * @throws BadInput when something else than a file stands there, or there is no folder to write it in
     * @throws MachineFailure when it cannot be written; what stood there stays
     */
    public static void write(Path target, String text) {
        Path absolute = target.toAbsolutePath().normalize();
        refuse(absolute);
        Path aside = absolute.resolveSibling("." + absolute.getFileName() + ".partial");
        try {
            Files.writeString(aside, text, StandardCharsets.UTF_8);
            Files.move(aside, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            aside.toFile().delete();
            throw new MachineFailure(Phrase.of("app", "machine.not-writable", String.valueOf(target)), e);
        }
    }

    /** A folder or a device in the place of the file, or no folder for it: neither is replaced or made. */
    private static void refuse(Path target) {
        boolean other = Files.exists(target) && !Files.isRegularFile(target);
        boolean homeless = target.getParent() == null || !Files.isDirectory(target.getParent());
        if (other || homeless) {
            throw new BadInput(
                    String.valueOf(target),
                    Phrase.of("app", other ? "file.not-file.found" : "file.no-folder.found"),
                    Phrase.of("app", "file.not-file.expected"),
                    Phrase.of("app", "file.not-file.remedy"));
        }
    }

    /** What stands there now, up to a million characters; empty when nothing does. */
    public static String previous(Path target) {
        try {
            return Files.isRegularFile(target) && Files.size(target) < 1_000_000
                    ? Files.readString(target, StandardCharsets.UTF_8)
                    : "";
        } catch (IOException e) {
            throw new MachineFailure(Phrase.of("app", "machine.not-writable", String.valueOf(target)), e);
        }
    }
}
