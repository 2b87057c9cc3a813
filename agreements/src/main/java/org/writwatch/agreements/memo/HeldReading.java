package org.writwatch.agreements.memo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.writwatch.facts.phrase.Phrase;

/**
 * A reading as a small table, so that it can travel with the program: what departs from the form in full, what does not as
 * a number of words. Who is named as a contact, with telephone and address, is left out; such a blank holds an ellipsis.
 *
 * <p>Columns: {@code what} (piece, party, form, signatory, flag, heading: the page of one whose first words stand on the next) and what it needs of {@code clause}, {@code paragraph},
 * {@code kind}, {@code page}, {@code sure}, {@code blank}, {@code words} (how many of the form), {@code text}.
 */
final class HeldReading {
    /** Stands for words that are in the document and not in the table. */
    static final String LEFT_OUT = "\u2026";

    private static final String[] HEADER = {
        "what", "clause", "paragraph", "kind", "page", "sure", "blank", "words", "text"
    };

    private HeldReading() {}

    /** The table of a reading. */
    static String write(MemorandumReading reading) {
        StringWriter out = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(HEADER);
            Recognition r = reading.recognition();
            csv.writeRecord("form", "", "", r.rival(), "", "", "", "", share(r.share()) + " " + share(r.rivalShare()));
            reading.party().ifPresent(p -> csv.writeRecord("party", "", "", "", "", "", "", "", p));
            for (Signatory s : reading.signatories()) {
                csv.writeRecord(
                        "signatory",
                        "",
                        "",
                        s.party().name(),
                        "",
                        "",
                        s.title().orElse(""),
                        s.date().map(LocalDate::toString).orElse(""),
                        s.name().orElse(""));
            }
            for (MemoFlag f : reading.flags()) {
                csv.writeRecord(
                        "flag",
                        "",
                        "",
                        f.kind().name(),
                        f.page().map(String::valueOf).orElse(""),
                        "",
                        f.words().key(),
                        "",
                        String.join(
                                "|",
                                f.words().args().stream()
                                        .map(HeldReading::typed)
                                        .toList()));
            }
            Map<String, Integer> words = firstPages(reading.redline());
            for (Clause c : reading.clauses()) {
                if (words.getOrDefault(c.number(), c.page()) != c.page()) {
                    csv.writeRecord("heading", c.number(), "", "", String.valueOf(c.page()), "", "", "", "");
                }
            }
            for (Redline.Section section : reading.redline().sections()) {
                writeSection(csv, section);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** The page on which the first words of each clause stand. */
    private static Map<String, Integer> firstPages(Redline redline) {
        Map<String, Integer> pages = new HashMap<>();
        clauses(redline, Map.of()).forEach(c -> pages.put(c.number(), c.page()));
        return pages;
    }

    private static void writeSection(CsvWriter csv, Redline.Section section) {
        for (int i = 0; i < section.paragraphs().size(); i++) {
            for (Redline.Piece p : section.paragraphs().get(i).pieces()) {
                boolean formWords = p.kind() == Redline.Kind.SAME || p.kind() == Redline.Kind.STRUCK;
                boolean person = p.blank().equals("contact") || p.blank().equals("signatures");
                csv.writeRecord(
                        "piece",
                        section.clause(),
                        String.valueOf(i),
                        p.kind().name(),
                        String.valueOf(p.page()),
                        p.sure() ? "yes" : "no",
                        p.blank(),
                        formWords ? String.valueOf(p.text().split(" ", -1).length) : "",
                        formWords ? "" : person && !p.text().isBlank() ? LEFT_OUT : p.text());
            }
        }
    }

    private static String share(double share) {
        return String.valueOf(Math.round(share * 10_000) / 10_000.0);
    }

    private static String typed(Object arg) {
        return (arg instanceof LocalDate ? "d" : arg instanceof Integer ? "i" : "s") + arg;
    }

    private static Object untyped(String arg) {
        String value = arg.substring(1);
        return switch (arg.charAt(0)) {
            case 'd' -> LocalDate.parse(value);
            case 'i' -> Integer.valueOf(value);
            default -> value;
        };
    }

    /** The reading of a table and the memorandum it is of. */
    static MemorandumReading read(Memorandum memorandum, String table) {
        Form form = Forms.bundled().get(memorandum.template());
        Map<String, List<List<Redline.Piece>>> pieces = new LinkedHashMap<>();
        Map<String, Integer> cursor = new LinkedHashMap<>();
        List<Signatory> signatories = new ArrayList<>();
        List<MemoFlag> flags = new ArrayList<>();
        Map<String, Integer> headings = new HashMap<>();
        Optional<String> party = Optional.empty();
        Optional<Recognition> recognition = Optional.empty();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(table)) {
            for (NamedCsvRecord row : rows) {
                String text = row.getField("text");
                switch (row.getField("what")) {
                    case "form" -> recognition = Optional.of(recognition(memorandum, row.getField("kind"), text));
                    case "party" -> party = Optional.of(text);
                    case "signatory" ->
                        signatories.add(new Signatory(
                                Duty.Party.valueOf(row.getField("kind")),
                                said(text),
                                said(row.getField("blank")),
                                said(row.getField("words")).map(LocalDate::parse)));
                    case "flag" -> flags.add(flag(row));
                    case "heading" -> headings.put(row.getField("clause"), Integer.valueOf(row.getField("page")));
                    default -> piece(row, form, pieces, cursor);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Redline redline = redline(form, pieces);
        return new MemorandumReading(
                memorandum,
                recognition.orElseThrow(),
                party,
                signatories,
                Contact.of(redline),
                clauses(redline, headings),
                redline,
                flags);
    }

    private static void piece(
            NamedCsvRecord row, Form form, Map<String, List<List<Redline.Piece>>> pieces, Map<String, Integer> cursor) {
        String clause = row.getField("clause");
        List<List<Redline.Piece>> paragraphs = pieces.computeIfAbsent(clause, c -> new ArrayList<>());
        while (paragraphs.size() <= Integer.parseInt(row.getField("paragraph"))) {
            paragraphs.add(new ArrayList<>());
        }
        String text = row.getField("text");
        if (!row.getField("words").isEmpty()) {
            List<String> words = words(form, clause);
            int from = cursor.getOrDefault(clause, 0);
            int to = from + Integer.parseInt(row.getField("words"));
            cursor.put(clause, to);
            text = String.join(" ", words.subList(from, to));
        }
        paragraphs
                .get(paragraphs.size() - 1)
                .add(new Redline.Piece(
                        Redline.Kind.valueOf(row.getField("kind")),
                        text,
                        Integer.parseInt(row.getField("page")),
                        row.getField("sure").equals("yes"),
                        row.getField("blank")));
    }

    /** The words of a clause of the form that are words: neither blanks nor bullets. */
    private static List<String> words(Form form, String clause) {
        List<String> words = new ArrayList<>();
        for (Form.Section s : form.sections()) {
            for (int f = s.bodyFrom(); f < s.to() && s.clause().equals(clause); f++) {
                if (!form.keys().get(f).isEmpty()) {
                    words.add(form.words().get(f));
                }
            }
        }
        return words;
    }

    private static Redline redline(Form form, Map<String, List<List<Redline.Piece>>> pieces) {
        List<Redline.Section> sections = new ArrayList<>();
        for (Form.Section s : form.sections()) {
            boolean optional = s.clause().equals("Addendum") && !pieces.containsKey(s.clause());
            if (!optional) {
                sections.add(new Redline.Section(
                        s.clause(),
                        s.heading(),
                        pieces.getOrDefault(s.clause(), List.of()).stream()
                                .map(Redline.Paragraph::new)
                                .toList()));
            }
        }
        return new Redline(sections);
    }

    /** The clauses as read, out of a redline: what is there, without what was struck; a bare heading goes with the next. */
    private static List<Clause> clauses(Redline redline, Map<String, Integer> headings) {
        List<Clause> clauses = new ArrayList<>();
        List<Redline.Section> bare = new ArrayList<>();
        for (Redline.Section s : redline.sections()) {
            if (s.paragraphs().isEmpty()) {
                bare.add(s);
                continue;
            }
            List<Redline.Piece> there = s.paragraphs().stream()
                    .flatMap(p -> p.pieces().stream())
                    .filter(p -> p.kind() != Redline.Kind.STRUCK && !p.text().isBlank())
                    .toList();
            if (there.stream().anyMatch(p -> p.kind() == Redline.Kind.SAME)) {
                int page = there.get(0).page();
                bare.forEach(b ->
                        clauses.add(new Clause(b.clause(), b.heading(), headings.getOrDefault(b.clause(), page), "")));
                String text =
                        String.join(" ", there.stream().map(Redline.Piece::text).toList());
                clauses.add(new Clause(s.clause(), s.heading(), headings.getOrDefault(s.clause(), page), text));
            }
            bare.clear();
        }
        return clauses;
    }

    private static MemoFlag flag(NamedCsvRecord row) {
        Object[] args = Arrays.stream(row.getField("text").split("\\|", -1))
                .filter(a -> !a.isEmpty())
                .map(HeldReading::untyped)
                .toArray();
        return new MemoFlag(
                MemoFlag.Kind.valueOf(row.getField("kind")),
                Phrase.of("agreements", row.getField("blank"), args),
                said(row.getField("page")).map(Integer::valueOf));
    }

    private static Recognition recognition(Memorandum memorandum, String rival, String shares) {
        String[] share = shares.split(" ", -1);
        return new Recognition(
                memorandum.template(),
                memorandum.model(),
                Double.parseDouble(share[0]),
                rival,
                Double.parseDouble(share[1]));
    }

    private static Optional<String> said(String field) {
        return field.isEmpty() ? Optional.empty() : Optional.of(field);
    }
}
