package org.writwatch.app.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The checksums of a folder, in the form {@code sha256sum -c} reads: hash, two spaces, name; ordered by name. */
public final class Manifest {
    private Manifest() {}

    /** The manifest of every file below the folder. */
    public static String of(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        StringBuilder lines = new StringBuilder();
        for (Path file : files) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            lines.append(sha256(Files.readAllBytes(file)))
                    .append("  ")
                    .append(name)
                    .append('\n');
        }
        return lines.toString();
    }

    /** The SHA-256 of the bytes: 64 lower-case hex digits. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
