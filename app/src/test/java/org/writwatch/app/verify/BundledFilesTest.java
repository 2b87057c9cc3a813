package org.writwatch.app.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writwatch.facts.check.Checked;

/** A jar of facts that was tampered with is seen. */
class BundledFilesTest {
    private static final String LIST = "file,publisher,title,licence,retrieved,original,original_sha256,command\n"
            + "a.csv,Writwatch,A,CC-BY-4.0,,,,\n";

    @TempDir
    Path folder;

    @Test
    void aWholeJarIsWhole() throws IOException {
        assertEquals(List.of(), faults(jar(Map.of("a.csv", "n\n12345\n", "sources.csv", LIST))));
    }

    @Test
    void aByteThatFlippedIsNamed() throws IOException {
        Path jar = jar(Map.of("a.csv", "n\n12345\n", "sources.csv", LIST));
        String bytes = Files.readString(jar, StandardCharsets.ISO_8859_1);
        Files.writeString(jar, bytes.replace("12345", "12346"), StandardCharsets.ISO_8859_1);
        assertEquals(List.of("DIFFERS m/a.csv"), faults(jar));
    }

    @Test
    void aFileWithoutALineAndALineWithoutAFileAreNamed() throws IOException {
        assertEquals(
                List.of("EXTRA m/b.csv"),
                faults(jar(Map.of("a.csv", "n\n", "b.csv", "n\n", "b.class", "", "sources.csv", LIST))));
        assertEquals(List.of("DIFFERS m/sources.csv"), faults(jar(Map.of("sources.csv", LIST))));
    }

    private static List<String> faults(Path jar) throws IOException {
        return BundledFiles.in("m", jar).stream()
                .filter(Checked::isFault)
                .map(c -> c.state() + " " + c.file())
                .toList();
    }

    /** A jar that keeps its bytes as they are, so that one of them can be flipped. */
    private Path jar(Map<String, String> files) throws IOException {
        Path jar = folder.resolve("m.jar");
        try (OutputStream raw = Files.newOutputStream(jar);
                ZipOutputStream out = new ZipOutputStream(raw)) {
            for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
                byte[] bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
                ZipEntry entry = new ZipEntry("org/writwatch/m/" + file.getKey());
                CRC32 sum = new CRC32();
                sum.update(bytes);
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(bytes.length);
                entry.setCrc(sum.getValue());
                out.putNextEntry(entry);
                out.write(bytes);
                out.closeEntry();
            }
        }
        return jar;
    }
}
