package org.writwatch.papers.draft.docx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A word-processor file (ECMA-376) opened: its parts by name, within bounds that no honest template passes. Macros,
 * document types and packed bombs are refused. Writing it gives the same bytes for the same parts.
 */
public final class DocxFile {
    /** Largest file accepted, in bytes as stored. */
    public static final int MOST_BYTES = 20_000_000;

    private static final int MOST_UNPACKED = 60_000_000;
    private static final int MOST_PARTS = 500;
    // Not the first moment of the format: Java adds the machine's time zone beside that one.
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final String name;
    private final SortedMap<String, byte[]> parts;

    private DocxFile(String name, SortedMap<String, byte[]> parts) {
        this.name = name;
        this.parts = parts;
    }

    /**
     * Opens a file.
     *
     * @param name what to call it in messages: a file name, no path
     * @throws BadInput when it is no Word document, too large, or carries macros
     */
    public static DocxFile open(String name, byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw bad(name, "large", "size-expected");
        }
        SortedMap<String, byte[]> parts = new TreeMap<>(DocxFile::order);
        int left = MOST_UNPACKED;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] part = zip.readNBytes(left + 1);
                left -= part.length;
                if (left < 0 || parts.size() >= MOST_PARTS) {
                    throw bad(name, "large", "size-expected");
                }
                if (!entry.isDirectory()) {
                    parts.put(entry.getName(), part);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw bad(name, "broken", "docx-expected");
        }
        if (!parts.containsKey("word/document.xml") || !parts.containsKey("[Content_Types].xml")) {
            throw bad(name, "other-kind", "docx-expected");
        }
        if (parts.keySet().stream().anyMatch(p -> p.endsWith("vbaProject.bin"))) {
            throw bad(name, "macros", "docx-expected");
        }
        return new DocxFile(name, parts);
    }

    /** What it is called in messages. */
    public String name() {
        return name;
    }

    /** The names of its parts, in the order they are written. */
    public Iterable<String> list() {
        return List.copyOf(parts.keySet());
    }

    /**
     * A part as XML, if there is one of this name.
     *
     * @throws BadInput when it is not well-formed, or declares a document type
     */
    public Optional<Document> find(String part) {
        byte @Nullable [] bytes = parts.get(part);
        if (bytes == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(builder().parse(new InputSource(new ByteArrayInputStream(bytes))));
        } catch (SAXException | IOException e) {
            throw bad(name, "broken", "docx-expected");
        }
    }

    /** A copy whose parts can be changed without changing this one's. */
    DocxFile copy() {
        return new DocxFile(name, new TreeMap<>(parts));
    }

    /** Puts a part in, in place of what was there. */
    public void put(String part, String xml) {
        parts.put(part, xml.getBytes(StandardCharsets.UTF_8));
    }

    /** The file as bytes: parts in fixed order, no times. */
    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Readers expect the list of content types first. */
    private static int order(String a, String b) {
        int first = Boolean.compare(b.equals("[Content_Types].xml"), a.equals("[Content_Types].xml"));
        return first != 0 ? first : a.compareTo(b);
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BadInput bad(String name, String found, String expected) {
        return new BadInput(
                name,
                Phrase.of("papers", "draft.file." + found),
                Phrase.of("papers", "draft.file." + expected),
                Phrase.of("papers", "draft.file.remedy"));
    }
}
