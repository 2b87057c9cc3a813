package org.writwatch.papers.draft.suit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.writwatch.papers.draft.DocxWriter;
import org.writwatch.papers.draft.Draft;
import org.writwatch.papers.draft.DraftPdf;
import org.writwatch.papers.draft.Fields;
import org.writwatch.papers.draft.Slot;
import org.writwatch.papers.draft.docx.DocxFile;
import org.writwatch.papers.draft.docx.WordCount;

/**
 * The memorandum with its tables of contents and of authorities. It is printed, the pages on which headings and citations
 * fall are read back from the print, and it is printed again until the numbers in the tables are those of the pages.
 */
final class MemoPages {
    private static final int MOST_ROUNDS = 6;
    private static final Pattern PAGE_OF = Pattern.compile("Page[0-9]+of[0-9]+$");

    private MemoPages() {}

    /**
     * Prints until the numbers hold.
     *
     * @param draft the memorandum, without the fields {@code contents}, {@code table}, {@code words} and {@code word_limit}
     * @param cited authorities as the table lists them, each with the words to look for
     * @param limit says the limit of the court for a count of words and pages
     */
    static Made of(Draft draft, DocxFile template, SortedMap<String, String> cited, Limit limit) {
        Found before = new Found(List.of(), Map.of());
        int words = 0;
        int pages = 0;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            byte[] docx = DocxWriter.write(draft.with(fields(draft, before, words, pages, limit)), template);
            byte[] pdf = DraftPdf.print(draft, docx);
            Found found = find(pdf, cited, margins(draft));
            int count = WordCount.of(DocxFile.open("memorandum.docx", docx));
            int length = pages(pdf);
            if (found.equals(before) && count == words && length == pages) {
                return new Made("memorandum", docx, pdf);
            }
            before = found;
            words = count;
            pages = length;
        }
        throw new IllegalStateException("the tables of a memorandum do not settle");
    }

    /** The memorandum before any page is known, with all its fields. */
    static Draft first(Draft draft, Limit limit) {
        return draft.with(fields(draft, new Found(List.of(), Map.of()), 0, 0, limit));
    }

    /** Says how a count stands to the court's limit. */
    @FunctionalInterface
    interface Limit {
        String say(int words, int pages);
    }

    /** Where headings and citations were found: headings in order, each with its page; pages by citation. */
    private record Found(List<Map.Entry<String, Integer>> headings, Map<String, List<Integer>> cited) {}

    private static Fields fields(Draft draft, Found found, int words, int pages, Limit limit) {
        return Overlay.of(draft.fields())
                .rows(
                        "contents",
                        found.headings().stream()
                                .map(h -> Fields.builder()
                                        .words("part", h.getKey())
                                        .words("page", String.valueOf(h.getValue()))
                                        .build())
                                .toList())
                .rows(
                        "table",
                        found.cited().entrySet().stream()
                                .map(c -> Fields.builder()
                                        .words("authority", c.getKey())
                                        .words(
                                                "pages",
                                                c.getValue().stream()
                                                        .map(String::valueOf)
                                                        .collect(Collectors.joining(", ")))
                                        .build())
                                .toList())
                .words("words", String.valueOf(words))
                .words("word_limit", limit.say(words, pages))
                .build();
    }

    private static int pages(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands in the margin of each page, between two parts of a citation that goes over a page. */
    private static List<String> margins(Draft draft) {
        List<String> margins = new ArrayList<>();
        draft.notices().forEach(n -> margins.add(bare(n)));
        draft.fields().find("footer").ifPresent(f -> margins.add(bare(((Slot.Words) f).text())));
        return margins;
    }

    private static Found find(byte[] pdf, SortedMap<String, String> cited, List<String> margins) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<Map.Entry<String, Integer>> headings = new ArrayList<>();
            collect(document, document.getDocumentCatalog().getDocumentOutline().children(), headings);
            List<Map.Entry<String, Integer>> body = body(headings);
            int first = body.isEmpty() ? 1 : body.get(0).getValue();
            String heading = body.isEmpty() ? "" : bare(body.get(0).getKey());
            StringBuilder text = new StringBuilder();
            List<Integer> starts = new ArrayList<>();
            for (int page = first; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                stripper.setSortByPosition(false);
                String said = body(bare(stripper.getText(document)), margins);
                if (page == first) {
                    said = said.substring(Math.max(0, said.lastIndexOf(heading)));
                }
                starts.add(text.length());
                text.append(said);
            }
            Map<String, List<Integer>> where = new LinkedHashMap<>();
            cited.forEach((c, words) -> {
                TreeSet<Integer> on = new TreeSet<>();
                String wanted = bare(words);
                for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
                    on.add(first + page(starts, at));
                }
                if (!on.isEmpty()) {
                    where.put(c, List.copyOf(on));
                }
            });
            return new Found(body, where);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page without its margins. */
    private static String body(String page, List<String> margins) {
        String said = PAGE_OF.matcher(page).replaceFirst("");
        for (String margin : margins) {
            said = said.replace(margin, "");
        }
        return said;
    }

    /** The headings after the two tables. */
    private static List<Map.Entry<String, Integer>> body(List<Map.Entry<String, Integer>> all) {
        int tables = 0;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).getKey().equals("Authorities")) {
                tables = i + 1;
                break;
            }
        }
        return List.copyOf(all.subList(tables, all.size()));
    }

    private static void collect(
            PDDocument document, Iterable<PDOutlineItem> items, List<Map.Entry<String, Integer>> headings)
            throws IOException {
        for (PDOutlineItem item : items) {
            int page = document.getPages().indexOf(item.findDestinationPage(document)) + 1;
            headings.add(Map.entry(item.getTitle(), page));
            collect(document, item.children(), headings);
        }
    }

    private static int page(List<Integer> starts, int at) {
        int page = 0;
        while (page + 1 < starts.size() && starts.get(page + 1) <= at) {
            page++;
        }
        return page;
    }

    /** Letters and signs without spaces or hyphens, so that the ends of lines do not matter. */
    private static String bare(String words) {
        return words.replaceAll("[\\s\\u00ad\\u2010\\u2011-]", "");
    }
}
