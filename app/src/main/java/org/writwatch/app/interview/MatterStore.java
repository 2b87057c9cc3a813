package org.writwatch.app.interview;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.MachineFailure;
import org.writwatch.law.matter.SealedText;

/** Where a matter is kept after each answer: sealed unless plain text was asked for; readable by its owner only. */
public final class MatterStore {
    private final Path file;
    private final @Nullable SealedText seal;

    /**
     * A store.
     *
     * @param seal null for plain text
     */
    public MatterStore(Path file, @Nullable SealedText seal) {
        this.file = file.toAbsolutePath().normalize();
        this.seal = seal;
    }

    /**
     * Keeps a text in place of the one before; when it cannot be written, the one before stays.
     *
     * @throws MachineFailure when it cannot be written
     */
    public void keep(String text) {
        byte[] bytes = seal == null ? text.getBytes(StandardCharsets.UTF_8) : seal.seal(text);
        Path aside = file.resolveSibling("." + file.getFileName() + ".partial");
        try {
            Files.deleteIfExists(aside);
            Files.createFile(aside, owner());
            Files.write(aside, bytes, StandardOpenOption.WRITE);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            aside.toFile().delete();
            throw new MachineFailure(Phrase.of("app", "machine.not-writable", String.valueOf(file.getFileName())), e);
        }
    }

    private FileAttribute<?>[] owner() {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
