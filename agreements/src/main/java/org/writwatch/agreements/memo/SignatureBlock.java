package org.writwatch.agreements.memo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The two columns under "By signing this MOA": who signed, and when.
 *
 * <p>The forms of 2019 and 2020 have ICE on the left, those since 2025 the agency. A date is taken only when one date
 * alone stands in a column; handwriting is mostly unreadable, and then there is none. A date that could be misread (on a
 * scanned page) must also lie within 120 days of the other party's.
 */
final class SignatureBlock {
    /** Points from the left edge at which the right column begins at the earliest; seen between 232 and 367. */
    private static final double RIGHT_COLUMN = 225;

    private static final long APART = 120;

    private static final Pattern LABEL = Pattern.compile("(?:Date|Signature|Name|Title|Agency)[:;]");

    /** A second field on a line whose columns were read as one. */
    private static final Pattern SECOND_LABEL =
            Pattern.compile("(?i)(?<=\\S )(?=(?:date|signature|name|title|agency)[:;.,] )");

    /** ICE's office and behind it the local one, on a line of the older forms whose columns were read as one. */
    private static final Pattern TWO_OFFICES = Pattern.compile(
            "(?i)(.*\\b(?:director|enforcement|operations|customs|security),?) +((?:deputy |high |chief )?"
                    + "(?:sheriff|chief|commissioner|superintendent|jailer|colonel|warden)\\b.*)");

    private final List<TextLine> agency = new ArrayList<>();
    private final List<TextLine> ice = new ArrayList<>();
    private boolean scanned;
    private boolean merged;
    private int page;
    private int lastPage;

    private SignatureBlock() {}

    /** Whether a word opens a field of a signature block, and with it a line of its own. */
    static boolean isLabel(String word) {
        return LABEL.matcher(word).matches();
    }

    static SignatureBlock of(Laid laid, Words words, List<TextPage> pages) {
        SignatureBlock block = new SignatureBlock();
        Form form = laid.form();
        int blank = form.words().indexOf("{signatures}");
        if (blank < 0) {
            return block;
        }
        boolean agencyLeft = form.template().endsWith("2025");
        int from = -1;
        for (int f = blank - 1; f >= 0 && from < 0; f--) {
            from = laid.alignment().textOf(f);
        }
        int to = laid.tokens().size();
        for (int f = form.words().size() - 1; f > blank; f--) {
            int t = laid.alignment().textOf(f);
            to = t > from ? t : to;
        }
        TreeSet<Integer> lines = new TreeSet<>();
        int page = from < 0 ? 1 : laid.tokens().get(from).page();
        for (int t = from + 1; t < to && laid.tokens().get(t).page() <= page + 1; t++) {
            lines.add(laid.tokens().get(t).line());
            block.page = block.page == 0 ? laid.tokens().get(t).page() : block.page;
            block.lastPage = laid.tokens().get(t).page();
            block.scanned |= pages.get(laid.tokens().get(t).page() - 1).ocr();
        }
        for (int line : lines) {
            TextLine l = words.line(line);
            block.add(l, l.x() < RIGHT_COLUMN, agencyLeft);
        }
        return block;
    }

    private void add(TextLine line, boolean left, boolean agencyLeft) {
        Matcher second = SECOND_LABEL.matcher(line.text());
        Matcher offices = TWO_OFFICES.matcher(line.text());
        int cut = left && second.find() ? second.start() : left && offices.matches() ? offices.start(2) : 0;
        if (cut > 0) {
            merged = true;
            column(true, agencyLeft)
                    .add(new TextLine(line.text().substring(0, cut).strip(), line.x(), line.y(), line.width()));
            column(false, agencyLeft).add(new TextLine(line.text().substring(cut), RIGHT_COLUMN, line.y(), 0));
        } else {
            column(left, agencyLeft).add(line);
        }
    }

    private List<TextLine> column(boolean left, boolean agencyLeft) {
        return left == agencyLeft ? agency : ice;
    }

    /** Whether some line held both columns: then a line without a label may hold two names. */
    boolean merged() {
        return merged;
    }

    /** Lines in the agency's column, from top to bottom. */
    List<TextLine> agency() {
        return agency;
    }

    /** Lines in ICE's column. */
    List<TextLine> ice() {
        return ice;
    }

    /** The date in the agency's column. */
    Optional<LocalDate> agencyDate() {
        Optional<LocalDate> own = only(agency);
        Optional<LocalDate> other = only(ice);
        boolean near = own.isPresent()
                && other.isPresent()
                && Math.abs(ChronoUnit.DAYS.between(own.get(), other.get())) <= APART;
        return !scanned || near ? own : Optional.empty();
    }

    /** The date in ICE's column. */
    Optional<LocalDate> iceDate() {
        return only(ice);
    }

    /** The page it stands on; 0 when it was not found. */
    int page() {
        return page;
    }

    /** Whether a picture, a stamp or a drawing, which a signature would be, is on its pages, or they were scanned. */
    boolean drawn(Set<Integer> drawn) {
        return scanned || drawn.contains(page) || drawn.contains(lastPage);
    }

    /** Whether a column has a date in it or says that it was signed. */
    boolean marked(List<TextLine> column) {
        return column.stream()
                .anyMatch(l -> !PrintedDate.all(l.text()).isEmpty()
                        || l.text().toLowerCase(Locale.ROOT).contains("signed by"));
    }

    private static Optional<LocalDate> only(List<TextLine> column) {
        TreeSet<LocalDate> dates = new TreeSet<>();
        column.forEach(l -> dates.addAll(PrintedDate.all(l.text())));
        return dates.size() == 1 ? Optional.of(dates.first()) : Optional.empty();
    }
}
