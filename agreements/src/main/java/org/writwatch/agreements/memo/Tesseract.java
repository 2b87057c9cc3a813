package org.writwatch.agreements.memo;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.facts.problem.MachineFailure;

/**
 * Tesseract, run as a program of its own, on pages that poppler's {@code pdftoppm} has drawn at 200 dots per inch in
 * grey.
 *
 * <p>Both are separate programs so that a hostile picture (a bomb, an exotic codec) can hurt neither our memory nor our
 * process; each page has a limit of time and of memory. Not tied to a thread; every call works in a folder of its own and removes it.
 */
final class Tesseract implements Ocr {
    /** The longer side of the picture: 200 dots per inch on a letter page, and a bound on any other. */
    private static final int PIXELS = 2200;
    /** Points; every recognised page is measured as if it were letter size. */
    static final double PAGE_HEIGHT = 792;

    private static final long SECONDS_A_PAGE = 180;

    /** Address space of either program; a page needs a quarter of it. */
    private static final long KILOBYTES = 2L << 20;

    private final Path pdftoppm;
    private final Path tesseract;

    private Tesseract(Path pdftoppm, Path tesseract) {
        this.pdftoppm = pdftoppm;
        this.tesseract = tesseract;
    }

    /** The two programs on the search path; empty when either is missing. */
    static Optional<Tesseract> find() {
        Optional<Path> draw = onPath("pdftoppm");
        Optional<Path> read = onPath("tesseract");
        return draw.isPresent() && read.isPresent()
                ? Optional.of(new Tesseract(draw.get(), read.get()))
                : Optional.empty();
    }

    @Override
    public List<TextLine> read(String file, byte[] pdf, int page) {
        return lines(table(file, pdf, page));
    }

    /** Tesseract's own table (TSV) of the words of a page. */
    String table(String file, byte[] pdf, int page) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("writwatch-ocr");
            Path source = Files.write(folder.resolve("in.pdf"), pdf);
            String number = String.valueOf(page);
            run(
                    file,
                    page,
                    folder,
                    List.of(
                            pdftoppm.toString(),
                            "-scale-to",
                            String.valueOf(PIXELS),
                            "-gray",
                            "-f",
                            number,
                            "-l",
                            number,
                            "-singlefile",
                            source.toString(),
                            "page"));
            Path drawn = folder.resolve("page.pgm");
            if (!Files.exists(drawn)) {
                throw unreadable(file, page);
            }
            run(file, page, folder, List.of(tesseract.toString(), drawn.toString(), "page", "--psm", "3", "tsv"));
            Path table = folder.resolve("page.tsv");
            if (!Files.exists(table)) {
                throw unreadable(file, page);
            }
            return Files.readString(table, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new MachineFailure(Phrase.of("agreements", "memo.problem.ocr-machine", file), e);
        } finally {
            remove(folder);
        }
    }

    /** Words of Tesseract's table (level 5), put together by block, paragraph and line, in points. */
    static List<TextLine> lines(String tsv) {
        List<TextLine> lines = new ArrayList<>();
        double scale = 1;
        String lineId = "";
        StringBuilder text = new StringBuilder();
        double left = 0;
        double right = 0;
        double bottom = 0;
        for (String row : tsv.split("\n", -1)) {
            String[] cell = row.split("\t", -1);
            if (cell.length < 12 || !Character.isDigit(cell[0].isEmpty() ? ' ' : cell[0].charAt(0))) {
                continue;
            }
            if (cell[0].equals("1")) {
                scale = PAGE_HEIGHT / Math.max(1, Double.parseDouble(cell[9]));
            }
            if (!cell[0].equals("5") || cell[11].isBlank()) {
                continue;
            }
            String id = cell[2] + "." + cell[3] + "." + cell[4];
            double x = Double.parseDouble(cell[6]) * scale;
            double y = (Double.parseDouble(cell[7]) + Double.parseDouble(cell[9])) * scale;
            boolean column = !text.isEmpty() && x > right + PdfFile.COLUMN_GAP;
            if (!id.equals(lineId) || column || SignatureBlock.isLabel(cell[11])) {
                flush(lines, text, left, bottom, right);
                lineId = id;
                left = x;
                bottom = y;
            }
            text.append(text.isEmpty() ? "" : " ").append(cell[11].strip());
            right = x + Double.parseDouble(cell[8]) * scale;
            bottom = Math.max(bottom, y);
        }
        flush(lines, text, left, bottom, right);
        return lines;
    }

    private static void flush(List<TextLine> lines, StringBuilder text, double left, double y, double right) {
        if (!text.isEmpty()) {
            lines.add(new TextLine(text.toString(), left, y, right - left));
            text.setLength(0);
        }
    }

    private static void run(String file, int page, Path folder, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(bounded(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        try {
            if (!process.waitFor(SECONDS_A_PAGE, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw unreadable(file, page);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** The command with a bound on its memory, where the system's shell can set one. */
    private static List<String> bounded(List<String> command) {
        Path shell = Path.of("/bin/sh");
        if (!Files.isExecutable(shell)) {
            return command;
        }
        List<String> bounded = new ArrayList<>(List.of(
                shell.toString(), "-c", "ulimit -v " + KILOBYTES + " 2>/dev/null; exec \"$@\"", shell.toString()));
        bounded.addAll(command);
        return bounded;
    }

    private static BadInput unreadable(String file, int page) {
        return Problems.bad(Problems.page(file, page), "page-unreadable", "page-readable", "page-remedy");
    }

    private static Optional<Path> onPath(String program) {
        String path = System.getenv("PATH");
        return Stream.of((path == null ? "" : path).split(File.pathSeparator, -1))
                .filter(p -> !p.isEmpty())
                .map(p -> Path.of(p, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static void remove(@org.jspecify.annotations.Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            inside.sorted(Comparator.reverseOrder()).forEach(p -> p.toFile().delete());
        } catch (IOException e) {
            // A temporary folder that can not be removed is the system's to sweep.
            return;
        }
    }
}
