package org.writwatch.agreements.memo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.writwatch.facts.Source;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.MachineFailure;

/**
 * Reads a memorandum of agreement: its words, the form it is written on, its clauses and its duties.
 *
 * <p>Everything is told from the bytes; the file's name is only a label. Refuses, as {@code BadInput}, whatever is no
 * readable PDF of a known form, within bounded memory. A scan needs a recogniser ({@link Ocr#find}). Immutable; safe for
 * use by several threads.
 */
public final class MemorandumReader {
    static final Pattern AGENCY_WORD =
            Pattern.compile("(?i)sheriff|police|dep(?:artmen)?t|office|detention|correction|bureau|patrol|jail|guard");

    /** A page of its own making, with names and addresses on it, still has this share of words some form prints. */
    private static final double WELL_READ = 0.8;

    private final OcrUse use;
    private final Optional<Ocr> ocr;

    private MemorandumReader(OcrUse use, Optional<Ocr> ocr) {
        this.use = use;
        this.ocr = ocr;
    }

    /** A reader that recognises scanned pages when this machine can. */
    public static MemorandumReader standard() {
        return new MemorandumReader(OcrUse.WHEN_NEEDED, Ocr.find());
    }

    /** A reader with this recogniser, used as told. */
    public static MemorandumReader with(OcrUse use, Optional<Ocr> ocr) {
        return new MemorandumReader(use, ocr);
    }

    /** Reads a file with the standard reader. */
    public static Memorandum read(Path file) {
        return standard().open(file).memorandum();
    }

    /** Reads bytes with the standard reader. */
    public static Memorandum read(String file, byte[] bytes) {
        return standard().open(file, bytes).memorandum();
    }

    /**
     * Reads a file in full.
     *
     * @throws org.writwatch.facts.problem.BadInput when it is no memorandum that can be read
     * @throws MachineFailure when the disk does not give it up
     */
    public MemorandumReading open(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            if (Files.size(file) > PdfFile.MAX_BYTES) {
                throw Problems.bad(name, "too-large", "bounded", "bomb-remedy", Files.size(file) >> 20);
            }
            return open(name, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new MachineFailure(Phrase.of("agreements", "memo.problem.file-machine", name), e);
        }
    }

    /**
     * Reads bytes in full.
     *
     * @param file a name for messages and for the source; it decides nothing
     * @throws org.writwatch.facts.problem.BadInput when they are no memorandum that can be read
     */
    public MemorandumReading open(String file, byte[] bytes) {
        PdfFile.Content content = PdfFile.read(file, bytes);
        List<TextPage> pages = recognised(file, bytes, content);
        return read(file, sha256(bytes), pages, content);
    }

    /** The pages with those replaced that are better read from their pictures. */
    private List<TextPage> recognised(String file, byte[] bytes, PdfFile.Content content) {
        List<TextPage> best = new ArrayList<>();
        for (TextPage page : content.pages()) {
            double quality = TextQuality.of(page.lines());
            boolean improve =
                    use == OcrUse.WHENEVER_BETTER && content.pictures().contains(page.number());
            boolean wanted = quality < (improve ? TextQuality.CLEAN : TextQuality.USABLE);
            if (use == OcrUse.NEVER || ocr.isEmpty() || !wanted) {
                best.add(page);
                continue;
            }
            List<TextLine> lines = ocr.get().read(file, bytes, page.number());
            TextPage seen = new TextPage(page.number(), Tesseract.PAGE_HEIGHT, lines, true);
            best.add(TextQuality.better(page, seen));
        }
        return best;
    }

    /** The reading of pages already turned into words. */
    MemorandumReading read(String file, String sha256, List<TextPage> pages, PdfFile.Content content) {
        Words words = Words.of(pages);
        List<String> keys = words.tokens().stream().map(Token::key).toList();
        Recognition recognition = Recognition.of(keys).orElseThrow(() -> refuse(file, pages, words));
        Forms.Entry form = Forms.bundled().entry(recognition.template());
        Laid laid = new Laid(form.form(), words.tokens());
        Source source = source(file, sha256);
        SignatureBlock block = SignatureBlock.of(laid, words, pages);
        Memorandum memorandum = new Memorandum(
                Optional.empty(),
                file,
                recognition.model(),
                recognition.template(),
                Revision.of(words.edges().stream().map(TextLine::text).toList(), form.revisions()),
                block.agencyDate(),
                pages.size(),
                duties(laid, pages, source),
                source);
        Optional<String> party = party(laid);
        Redline redline = RedlineBuilder.of(laid, doubtful(pages, content), party);
        return new MemorandumReading(
                memorandum,
                recognition,
                party,
                Signatory.of(block),
                Contact.of(redline),
                laid.clauses(),
                redline,
                DocumentCheck.of(laid, redline, block, content, form, memorandum));
    }

    /** Pages on which a small difference from the form may be a misreading: pictures, and layers with unknown letters. */
    private static Set<Integer> doubtful(List<TextPage> pages, PdfFile.Content content) {
        Set<Integer> doubtful = new HashSet<>(content.pictures());
        doubtful.addAll(content.unmapped());
        for (TextPage page : pages) {
            if (page.ocr() || TextQuality.of(page.lines()) < WELL_READ) {
                doubtful.add(page.number());
            }
        }
        return doubtful;
    }

    private RuntimeException refuse(String file, List<TextPage> pages, Words words) {
        long unread = pages.stream()
                .filter(p -> !p.ocr() && TextQuality.of(p.lines()) < TextQuality.GARBAGE)
                .count();
        if (2 * unread > pages.size() && (ocr.isEmpty() || use == OcrUse.NEVER)) {
            return Problems.bad(file, "scan", "scan-readable", "scan-remedy");
        }
        if (isAddendum(words)) {
            return Problems.bad(file, "addendum-alone", "memorandum", "addendum-remedy");
        }
        String found = words.tokens().size() < TextQuality.ENOUGH_WORDS ? "blank" : "other-document";
        return Problems.bad(file, found, "memorandum", "other-remedy");
    }

    /** Whether the document calls itself an addendum at its head and speaks of a memorandum of agreement. */
    private static boolean isAddendum(Words words) {
        List<String> all =
                words.tokens().stream().map(t -> Fold.letters(t.text())).toList();
        boolean head = all.subList(0, Math.min(60, all.size())).stream()
                .anyMatch(w -> w.equals("addendum") || w.equals("amendment"));
        return head && (all.contains("memorandum") || all.contains("moa"));
    }

    /** The duties found; one that a form prints twice in a clause is reported once. */
    private static List<Duty> duties(Laid laid, List<TextPage> pages, Source source) {
        List<Duty> duties = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Form form = laid.form();
        for (Form.Mark mark : form.marks()) {
            Optional<Laid.Span> span = laid.find(mark.from(), mark.to());
            String clause = form.sectionOf(mark.from()).clause();
            if (span.isPresent() && seen.add(mark.duty() + " " + clause)) {
                DutyTable.Kind kind = DutyTable.bundled().get(mark.duty(), form.template());
                int page = laid.tokens().get(span.get().from()).page();
                boolean ocr = pages.get(page - 1).ocr();
                duties.add(kind.on(clause, page, laid.text(span.get()), ocr, source));
            }
        }
        return duties;
    }

    /** How a place in a memorandum is written: "p. 10, Appendix B". */
    static String location(int page, String clause) {
        return "p. " + page + ", " + clause;
    }

    static Source source(String file, String sha256) {
        return new Source(
                "memo:" + file,
                "U.S. Immigration and Customs Enforcement",
                "Memorandum of agreement under INA section 287(g), " + file,
                "public record",
                Optional.empty(),
                Optional.of(sha256),
                "",
                Optional.empty());
    }

    private static Optional<String> party(Laid laid) {
        List<String> words = laid.form().words();
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).startsWith("{agency}")) {
                return laid.filled(i).map(laid::text).flatMap(MemorandumReader::name);
            }
        }
        return Optional.empty();
    }

    /** The name in a filled blank; empty when what was read looks like no agency's name. */
    private static Optional<String> name(String filled) {
        String name = filled.replaceAll("_+", " ")
                .replaceAll(" +", " ")
                .strip()
                .replaceFirst("^the(?: |(?=[A-Z]))", "")
                .replaceAll("[ ,.;:'‘’`]+$", "");
        long crumbs = List.of(name.split(" ", -1)).stream()
                .filter(w -> w.length() < 3)
                .count();
        boolean broken = 2 * crumbs > name.split(" ", -1).length;
        return AGENCY_WORD.matcher(name).find() && !broken ? Optional.of(name) : Optional.empty();
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
