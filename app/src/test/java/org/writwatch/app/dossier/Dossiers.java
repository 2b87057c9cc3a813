package org.writwatch.app.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.writwatch.app.ExitCode;
import org.writwatch.app.Surroundings;
import org.writwatch.app.command.CommandLines;

/** Runs the command in this process and reads what it made. */
final class Dossiers {
    private final Path folder;
    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();

    Dossiers(Path folder) {
        this.folder = folder;
    }

    int run(String... args) {
        Surroundings here = new Surroundings(
                new PrintWriter(out, true), new PrintWriter(err, true), folder, Map.of("LANG", "C"), false);
        return CommandLines.run(here, args);
    }

    /** The folder of a place's dossier, made in this one. */
    static Path make(Path dir, String place) {
        Dossiers run = new Dossiers(dir);
        assertEquals(ExitCode.DONE, run.run("dossier", place), run.err.toString());
        return dir.resolve(run.out.toString().strip());
    }

    /** Every file below a folder by its name. */
    static Map<String, byte[]> files(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            Map<String, byte[]> files = new TreeMap<>();
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            String name = file.toString();
            return name.endsWith(".pdf") ? pdf(bytes) : name.endsWith(".docx") ? docx(bytes) : utf8(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file with everything compressed in it laid open: parts of a DOCX, objects of a PDF. */
    static String laidOpen(String name, byte[] bytes) throws IOException {
        if (name.endsWith(".docx")) {
            return parts(bytes);
        } else if (name.endsWith(".pdf")) {
            try (PDDocument pdf = Loader.loadPDF(bytes)) {
                java.io.ByteArrayOutputStream open = new java.io.ByteArrayOutputStream();
                for (var key : pdf.getDocument().getXrefTable().keySet()) {
                    COSBase object = pdf.getDocument().getObjectFromPool(key).getObject();
                    if (object instanceof COSDictionary dictionary) {
                        for (COSBase value : dictionary.getValues()) {
                            if (value instanceof COSString said) {
                                open.write(said.getString().getBytes(StandardCharsets.UTF_8));
                            }
                        }
                    }
                    if (object instanceof COSStream stream) {
                        try (var in = stream.createInputStream()) {
                            in.transferTo(open);
                        }
                    }
                }
                return open.toString(StandardCharsets.ISO_8859_1);
            }
        }
        return utf8(bytes);
    }

    private static String pdf(byte[] bytes) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }

    private static String docx(byte[] bytes) throws IOException {
        return parts(bytes).replaceAll("</w:p>", " ").replaceAll("<[^>]+>", "").replaceAll("\\s+", " ");
    }

    private static String parts(byte[] bytes) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                text.append(part.getName())
                        .append(' ')
                        .append(utf8(zip.readAllBytes()))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
