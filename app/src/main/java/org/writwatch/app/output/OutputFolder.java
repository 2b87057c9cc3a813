package org.writwatch.app.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.facts.problem.MachineFailure;

/**
 * A folder of results that appears whole or not at all.
 *
 * <p>Files are written to a hidden sibling folder and moved into place by {@link #keep()}; closing without keeping, or
 * an interrupt, removes them. A folder that was there before is replaced only when it is empty or one of ours (it holds
 * the marker file). Writing from several threads is allowed.
 */
public final class OutputFolder implements AutoCloseable {
    private static final String MARKER = "MANIFEST.sha256";

    private final Path target;
    private final Path aside;
    private final Thread onInterrupt = new Thread(this::remove);
    private boolean kept;

    private OutputFolder(Path target, Path aside) {
        this.target = target;
        this.aside = aside;
    }

    /**
     * Opens a folder to be made at {@code target}.
     *
     * @throws BadInput when something is there that is not ours to replace
     * @throws MachineFailure when the parent folder cannot be written
     */
    public static OutputFolder at(Path target) {
        Path absolute = target.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        if (parent == null) {
            throw notOurs(target);
        }
        try {
            refuseFile(absolute);
            if (Files.exists(absolute) && !replaceable(absolute)) {
                throw notOurs(target);
            }
            Files.createDirectories(parent);
            Path aside = Files.createTempDirectory(parent, "." + absolute.getFileName() + ".partial-");
            OutputFolder folder = new OutputFolder(absolute, aside);
            Runtime.getRuntime().addShutdownHook(folder.onInterrupt);
            return folder;
        } catch (IOException | ReadOnlyFileSystemException e) {
            throw cannotWrite(target.getFileName().toString(), e);
        }
    }

    /** Writes one file; {@code name} may hold folders, never steps upward. */
    public void write(String name, byte[] bytes) {
        Path file = aside.resolve(name).normalize();
        if (!file.startsWith(aside) || file.equals(aside)) {
            throw new IllegalArgumentException("outside the folder: " + name);
        }
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException | ReadOnlyFileSystemException e) {
            throw cannotWrite(name, e);
        }
    }

    /** Writes one text file in UTF-8. */
    public void write(String name, String text) {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Moves the finished folder into place. */
    public void keep() {
        try {
            write(MARKER, Manifest.of(aside));
            if (Files.exists(target)) {
                Path old = Files.createTempDirectory(target.getParent(), "." + target.getFileName() + ".old-");
                Files.move(target, old.resolve("old"));
                Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
                delete(old);
            } else {
                Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
            }
            openToReaders();
            kept = true;
        } catch (IOException | ReadOnlyFileSystemException e) {
            throw cannotWrite(target.getFileName().toString(), e);
        }
    }

    @Override
    public void close() {
        if (!kept) {
            remove();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException e) {
            // The process is already going down and the hook is at work: nothing is left to do here.
            kept = true;
        }
    }

    /** A temporary folder is private to its owner; a result is not. */
    private void openToReaders() throws IOException {
        if (Files.getFileStore(target).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(target, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private void remove() {
        try {
            delete(aside);
        } catch (IOException e) {
            throw cannotWrite(aside.getFileName().toString(), e);
        }
    }

    private static boolean replaceable(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        if (Files.isRegularFile(folder.resolve(MARKER))) {
            return true;
        }
        try (var inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attrs) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                    Path dir, java.io.@org.jspecify.annotations.Nullable IOException e) throws IOException {
                Files.deleteIfExists(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** A file or a device stands where the folder, or one it lies in, would be. */
    private static void refuseFile(Path folder) {
        for (Path at = folder; at != null; at = at.getParent()) {
            if (Files.exists(at, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(at)) {
                throw new BadInput(
                        String.valueOf(at),
                        Phrase.of("app", "folder.not-folder.found"),
                        Phrase.of("app", "folder.not-ours.expected"),
                        Phrase.of("app", "folder.not-folder.remedy"));
            }
        }
    }

    private static BadInput notOurs(Path target) {
        return new BadInput(
                String.valueOf(target.getFileName()),
                Phrase.of("app", "folder.not-ours.found"),
                Phrase.of("app", "folder.not-ours.expected"),
                Phrase.of("app", "folder.not-ours.remedy"));
    }

    private static MachineFailure cannotWrite(String name, Exception cause) {
        return new MachineFailure(Phrase.of("app", "machine." + kind(cause), name), cause);
    }

    private static String kind(Exception cause) {
        String reason = cause instanceof FileSystemException f ? String.valueOf(f.getReason()) : "";
        String said = (reason + " " + cause.getMessage()).toLowerCase(Locale.ROOT);
        if (said.contains("no space") || said.contains("out of disk space") || said.contains("quota")) {
            return "disk-full";
        } else if (cause instanceof AccessDeniedException
                || cause instanceof ReadOnlyFileSystemException
                || said.contains("read-only")) {
            return "not-writable";
        } else if (cause instanceof NoSuchFileException) {
            return "vanished";
        }
        return "not-writable";
    }
}
