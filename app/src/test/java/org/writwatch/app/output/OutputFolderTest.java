package org.writwatch.app.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.facts.problem.MachineFailure;

class OutputFolderTest {
    @TempDir
    Path dir;

    @Test
    void appearsWholeWithChecksums() throws IOException {
        try (OutputFolder folder = OutputFolder.at(dir.resolve("result"))) {
            folder.write("a.txt", "one\n");
            folder.write("data/b.csv", "x\n");
            assertFalse(Files.exists(dir.resolve("result")), "nothing shows before it is kept");
            folder.keep();
        }
        assertEquals(List.of("result"), names());
        assertEquals(
                "2c8b08da5ce60398e1f19af0e5dccc744df274b826abe585eaba68c525434806  a.txt\n"
                        + "73cb3858a687a8494ca3323053016282f3dad39d42cf62ca4e79dda2aac7d9ac  data/b.csv\n",
                Files.readString(dir.resolve("result/MANIFEST.sha256")));
    }

    @Test
    void leavesNothingWhenNotKept() throws IOException {
        try (OutputFolder folder = OutputFolder.at(dir.resolve("result"))) {
            folder.write("a.txt", "one\n");
        }
        assertEquals(List.of(), names());
    }

    @Test
    void replacesItsOwnFolderAndNoOther() throws IOException {
        for (String text : List.of("first\n", "second\n")) {
            try (OutputFolder folder = OutputFolder.at(dir.resolve("result"))) {
                folder.write(text.strip() + ".txt", text);
                folder.keep();
            }
        }
        assertTrue(Files.exists(dir.resolve("result/second.txt")));
        assertFalse(Files.exists(dir.resolve("result/first.txt")));
        assertEquals(List.of("result"), names());

        Files.createDirectory(dir.resolve("mine"));
        Files.writeString(dir.resolve("mine/letter.txt"), "keep me");
        assertThrows(BadInput.class, () -> OutputFolder.at(dir.resolve("mine")));
        assertEquals("keep me", Files.readString(dir.resolve("mine/letter.txt")));
    }

    @Test
    void refusesWhatIsNoFolderAndWhatLiesInNone() throws IOException {
        Path file = Files.writeString(dir.resolve("notes.txt"), "keep me");
        for (Path target : List.of(file, file.resolve("sub/result"), Path.of("/dev/null"))) {
            BadInput refused = assertThrows(BadInput.class, () -> OutputFolder.at(target), target.toString());
            assertTrue(
                    refused.getMessage().contains("a file or device, not a folder"),
                    () -> target + refused.getMessage());
        }
        Path dangling = Files.createSymbolicLink(dir.resolve("link"), dir.resolve("nowhere"));
        assertThrows(BadInput.class, () -> OutputFolder.at(dangling));
        assertEquals("keep me", Files.readString(file));
        assertEquals(List.of("link", "notes.txt"), names());
    }

    @Test
    void aFileOfResultsTakesThePlaceOfAFileOnly() throws IOException {
        Path folder = Files.createDirectory(dir.resolve("folder"));
        for (Path target : List.of(folder, Path.of("/dev/null"), dir.resolve("absent/x.ics"))) {
            assertThrows(BadInput.class, () -> OutputFile.write(target, "x"), target.toString());
        }
        assertFalse(Files.isRegularFile(Path.of("/dev/null")));
        OutputFile.write(folder.resolve("x.ics"), "one");
        OutputFile.write(folder.resolve("x.ics"), "two");
        assertEquals("two", Files.readString(folder.resolve("x.ics")));
        assertEquals(List.of("folder"), names());
    }

    @Test
    void neverWritesOutside() {
        try (OutputFolder folder = OutputFolder.at(dir.resolve("result"))) {
            assertThrows(IllegalArgumentException.class, () -> folder.write("../escape.txt", "x"));
        }
    }

    @Test
    void aFullDiskIsSaidAndLeavesNothing() throws IOException {
        Configuration small = Configuration.unix().toBuilder()
                .setMaxSize(64 * 1024)
                .setBlockSize(1024)
                .build();
        try (FileSystem disk = Jimfs.newFileSystem(small)) {
            Path target = Files.createDirectory(disk.getPath("/here")).resolve("result");
            try (OutputFolder folder = OutputFolder.at(target)) {
                folder.write("small.txt", "fits");
                MachineFailure failure =
                        assertThrows(MachineFailure.class, () -> folder.write("big.bin", new byte[128 * 1024]));
                assertTrue(failure.getMessage().startsWith("No room left while writing big.bin"), failure.getMessage());
                assertTrue(failure.message(Lang.ES).startsWith("No queda espacio"), failure.message(Lang.ES));
            }
            try (Stream<Path> left = Files.list(disk.getPath("/here"))) {
                assertEquals(0, left.count());
            }
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> inside = Files.list(dir)) {
            return inside.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }
}
