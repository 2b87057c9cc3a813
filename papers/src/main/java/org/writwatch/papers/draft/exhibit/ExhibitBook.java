package org.writwatch.papers.draft.exhibit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.papers.draft.records.English;
import org.writwatch.papers.draft.records.Letters;
import org.writwatch.papers.draft.redact.Hit;
import org.writwatch.papers.draft.redact.RedactionGuard;
import org.writwatch.papers.draft.suit.Filing;
import org.writwatch.papers.pdf.PdfIdentity;
import org.writwatch.papers.pdf.PdfMeta;

/**
 * The exhibits of a filing in one document: a cover sheet for each, a number on each page, a bookmark and page labels for
 * each, and a mark beside the words that prove a fact. What can not be read, is locked, is too long or must be blacked out
 * first is left out, and a sheet in its place says why; the others go on. A page that stands on its head or its side is
 * turned in the book, and the log says so. What pages would do by themselves (scripts, links, forms) stays behind.
 * Originals are never altered. The book says that it is PDF/A-2b where every page in it may stand in one.
 */
public final class ExhibitBook {
    /** Most pages of one exhibit: a longer one is filed in excerpts. */
    public static final int MOST_PAGES = 2_000;

    /** Most pictures of pages whose print is looked at, to tell which way it stands. */
    static final int MOST_PICTURES = 200;

    /** Marks that a page keeps; none of them does anything. */
    private static final Set<String> KEPT = Set.of(
            "Highlight",
            "Underline",
            "Squiggly",
            "StrikeOut",
            "Stamp",
            "FreeText",
            "Square",
            "Circle",
            "Line",
            "Ink",
            "Polygon",
            "PolyLine",
            "Caret",
            "Widget",
            "Redact");

    private final PDDocument book = new PDDocument();
    private final PDDocumentOutline outline = new PDDocumentOutline();
    private final PDPageLabels labels = new PDPageLabels(book);
    private final List<PDDocument> open = new ArrayList<>();
    private final List<Phrase> log = new ArrayList<>();
    private final List<String> minors;
    private final PDType0Font font;
    private final Stamp stamp;
    private final List<String> unfit = new ArrayList<>();
    private int number;
    private int pictures;

    private ExhibitBook(List<String> minors) throws IOException {
        this.minors = List.copyOf(minors);
        try (InputStream in =
                ExhibitBook.class.getResourceAsStream("/org/writwatch/papers/pdf/fonts/Tinos-Regular.ttf")) {
            if (in == null) {
                throw new IllegalStateException("the font is missing from the program");
            }
            this.font = PDType0Font.load(book, in, true);
        }
        this.stamp = new Stamp(book, font);
    }

    /** The document and what was found in the exhibits. */
    public static final class Bound {
        private final byte[] pdf;
        private final List<Phrase> log;

        Bound(byte[] pdf, List<Phrase> log) {
            this.pdf = pdf.clone();
            this.log = List.copyOf(log);
        }

        /** The document. */
        public byte[] pdf() {
            return pdf.clone();
        }

        /** What was found and left out, for the redaction log. */
        public List<Phrase> log() {
            return log;
        }
    }

    /**
     * Binds exhibits.
     *
     * @param exhibits in the order they are lettered
     * @param files the bytes of each, by its file name; what is absent could not be read
     * @param minors names of children
     * @param asOf the day the filing speaks for
     */
    public static Bound bind(
            List<Filing.Exhibit> exhibits, Map<String, byte[]> files, List<String> minors, LocalDate asOf) {
        try {
            ExhibitBook book = new ExhibitBook(minors);
            try {
                for (int i = 0; i < exhibits.size(); i++) {
                    book.add(
                            Letters.letter(i),
                            exhibits.get(i),
                            files.get(exhibits.get(i).file()));
                }
                return new Bound(book.finish(asOf), book.log);
            } finally {
                book.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String letter, Filing.Exhibit exhibit, byte @org.jspecify.annotations.Nullable [] bytes)
            throws IOException {
        int first = book.getNumberOfPages();
        PDPageLabelRange range = new PDPageLabelRange();
        range.setPrefix(letter + "-");
        range.setStyle(PDPageLabelRange.STYLE_DECIMAL);
        labels.setLabelItem(first, range);
        List<PDPage> pages = new ArrayList<>();
        List<String> why = new ArrayList<>();
        read(letter, exhibit, bytes, pages, why);
        PDPage cover = stamp.cover(letter, exhibit.title(), why);
        book.addPage(cover);
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle(English.say("exhibit.cover", letter) + ": " + exhibit.title());
        item.setDestination(cover);
        outline.addLast(item);
        number++;
        stamp.number(cover, number);
        Map<Integer, List<String>> proofs = proofs(exhibit);
        for (int page = 1; page <= pages.size(); page++) {
            PDPage added = book.importPage(pages.get(page - 1));
            still(added);
            added.setRotation(pages.get(page - 1).getRotation());
            added.setMediaBox(pages.get(page - 1).getMediaBox());
            added.setCropBox(pages.get(page - 1).getCropBox());
            added.setResources(pages.get(page - 1).getResources());
            number++;
            if (proofs.containsKey(page)) {
                stamp.mark(added, proofs.get(page));
                PDOutlineItem proof = new PDOutlineItem();
                proof.setTitle(English.say("exhibit.proof", page));
                proof.setDestination(added);
                item.addLast(proof);
            }
            stamp.number(added, number);
        }
    }

    private static Map<Integer, List<String>> proofs(Filing.Exhibit exhibit) {
        Map<Integer, List<String>> proofs = new TreeMap<>();
        exhibit.proves()
                .values()
                .forEach(p ->
                        proofs.computeIfAbsent(p.page(), k -> new ArrayList<>()).add(p.words()));
        return proofs;
    }

    /** Reads the pages of an exhibit, or says why it is left out. */
    private void read(
            String letter,
            Filing.Exhibit exhibit,
            byte @org.jspecify.annotations.Nullable [] bytes,
            List<PDPage> pages,
            List<String> why) {
        if (bytes == null) {
            leave("absent", letter, why);
            return;
        }
        try {
            PDDocument document = open(exhibit.file(), bytes);
            open.add(document);
            if (document.isEncrypted()) {
                leave("locked", letter, why);
                return;
            } else if (document.getNumberOfPages() > MOST_PAGES) {
                leave("long", letter, why, document.getNumberOfPages(), MOST_PAGES);
                return;
            }
            RedactionGuard.Look look = RedactionGuard.look(document, minors);
            if (!look.hits().isEmpty()) {
                leave("redact", letter, why, said(look.hits()));
                return;
            }
            log.add(phrase(look.blind() > 0 ? "blind" : "clean", letter, document.getNumberOfPages(), look.blind()));
            if (!Archive.fits(document)) {
                unfit.add(letter);
            }
            turn(letter, document, look.pictures());
            document.getPages().forEach(pages::add);
        } catch (InvalidPasswordException e) {
            leave("locked", letter, why);
        } catch (IOException | RuntimeException e) {
            pages.clear();
            leave("broken", letter, why);
        }
    }

    /** Turns the pages that do not stand upright, in memory alone. */
    private void turn(String letter, PDDocument document, List<Integer> blind) throws IOException {
        List<Object> turned = new ArrayList<>();
        int unseen = 0;
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
            boolean picture = blind.contains(page);
            if (picture && ++pictures > MOST_PICTURES) {
                unseen++;
                continue;
            }
            OptionalInt by = Turn.of(document, page - 1, !picture);
            if (by.orElse(0) != 0) {
                PDPage it = document.getPage(page - 1);
                it.setRotation(Math.floorMod(it.getRotation() + by.getAsInt(), 360));
                turned.add(page);
            }
        }
        if (!turned.isEmpty()) {
            log.add(phrase("turned", letter, turned));
        }
        if (unseen > 0) {
            log.add(phrase("unseen", letter, unseen, MOST_PICTURES));
        }
    }

    /** Takes from a page what it would do by itself. */
    private static void still(PDPage page) throws IOException {
        COSDictionary own = page.getCOSObject();
        own.removeItem(COSName.AA);
        own.removeItem(COSName.STRUCT_PARENTS);
        own.removeItem(COSName.METADATA);
        List<PDAnnotation> kept = new ArrayList<>();
        for (PDAnnotation annotation : page.getAnnotations()) {
            if (KEPT.contains(annotation.getSubtype()) && annotation.getAppearance() != null) {
                COSDictionary mark = annotation.getCOSObject();
                List.of("A", "AA", "Parent", "Kids", "Popup", "IRT", "P", "StructParent", "MK")
                        .forEach(k -> mark.removeItem(COSName.getPDFName(k)));
                kept.add(annotation);
            }
        }
        if (kept.isEmpty()) {
            own.removeItem(COSName.ANNOTS);
        } else {
            page.setAnnotations(kept);
        }
    }

    private PDDocument open(String file, byte[] bytes) throws IOException {
        String name = file.toLowerCase(Locale.ROOT);
        if (!name.matches(".*\\.(png|jpe?g|gif|bmp)")) {
            return Loader.loadPDF(bytes);
        }
        PDDocument document = new PDDocument();
        PDImageXObject image = PDImageXObject.createFromByteArray(document, bytes, file);
        document.addPage(stamp.picture(document, image));
        return document;
    }

    /** "A-number on page 2; birth date on page 4". The thing itself is never repeated. */
    private static String said(List<Hit> hits) {
        Map<Hit.Kind, List<Integer>> by = new LinkedHashMap<>();
        hits.forEach(h -> by.computeIfAbsent(h.kind(), k -> new ArrayList<>()).add(h.page()));
        return by.entrySet().stream()
                .map(e -> English.say(
                        "exhibit.hit",
                        English.say("exhibit.kind." + e.getKey().name()),
                        e.getValue().stream().map(String::valueOf).collect(Collectors.joining(", "))))
                .collect(Collectors.joining("; "));
    }

    private void leave(String key, String letter, List<String> why, Object... args) {
        List<Object> all = new ArrayList<>(List.of(letter));
        all.addAll(List.of(args));
        Phrase phrase = phrase(key, all.toArray());
        log.add(phrase);
        why.add(English.say(phrase));
    }

    private static Phrase phrase(String key, Object... args) {
        return Phrase.of("papers", "draft.exhibit." + key, args);
    }

    private byte[] finish(LocalDate asOf) throws IOException {
        if (!unfit.isEmpty()) {
            log.add(phrase("unfit", new ArrayList<Object>(unfit)));
        } else {
            log.add(phrase("archival"));
        }
        PdfIdentity.bound(
                book,
                new PdfMeta(
                        English.say("exhibit.title"),
                        English.say("exhibit.about"),
                        Lang.EN,
                        asOf,
                        Optional.empty(),
                        ""),
                unfit.isEmpty());
        book.getDocumentCatalog().setDocumentOutline(outline);
        book.getDocumentCatalog().setPageLabels(labels);
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 20);
        book.save(out);
        return out.toByteArray();
    }

    private void close() throws IOException {
        book.close();
        for (PDDocument document : open) {
            document.close();
        }
    }
}
