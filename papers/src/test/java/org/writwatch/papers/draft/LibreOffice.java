package org.writwatch.papers.draft;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Another word processor, where it is installed: the judge of whether our files open. */
public final class LibreOffice {
    private LibreOffice() {}

    /** Whether it is there; says so on standard output when it is not. */
    public static boolean installed() {
        boolean there = Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(p -> Files.isExecutable(Path.of(p, "soffice")));
        if (!there) {
            System.out.println("LibreOffice is not installed: drafts were not opened in it");
        }
        return there;
    }

    /** Converts every {@code .docx} of a folder, in one start of the program. */
    public static void toPdf(Path folder) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                folder.toString()));
        try (Stream<Path> files = Files.list(folder)) {
            files.map(Path::toString).filter(f -> f.endsWith(".docx")).sorted().forEach(command::add);
        }
        Process office = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        if (!office.waitFor(180, TimeUnit.SECONDS)) {
            office.destroyForcibly();
            throw new IOException("LibreOffice did not finish: " + Files.readString(folder.resolve("log")));
        }
        if (office.exitValue() != 0) {
            throw new IOException("LibreOffice failed: " + Files.readString(folder.resolve("log")));
        }
    }
}
