package org.writwatch.agreements.memo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Walks a memorandum's words beside its form's and cuts both into runs of one kind. */
final class RedlineBuilder {
    /** An added run of at least so many words is a paragraph of its own. */
    private static final int PARAGRAPH = 12;

    /** So many words on later pages are no part of a blank. */
    private static final int OVERLEAF = 40;

    /** Of a run of so many letters, names and places included, less has to be known words. */
    private static final int LONG = 200;

    private static final double KNOWN_OF_LONG = 0.6;

    /** On a page that was read with doubt, a difference of fewer letters than this may be a misreading. */
    private static final int SURE_LETTERS = 24;

    /** Share of a run's letters that must stand in known words for the run to be more than a misreading. */
    private static final double KNOWN = 0.9;

    /** A run of words both have or only one has: form words {@code f0} to before {@code f1}, tokens likewise. */
    private record Step(int f0, int f1, int t0, int t1) {}

    private final Laid laid;
    private final Form form;
    private final List<Token> tokens;
    private final Set<Integer> doubtful;
    private final String agency;
    private final List<Redline.Section> sections = new ArrayList<>();
    private final List<Redline.Paragraph> paragraphs = new ArrayList<>();
    private final List<Redline.Piece> pieces = new ArrayList<>();
    private final List<Step> region = new ArrayList<>();
    private int next;
    private int page = 1;
    private int end;

    private RedlineBuilder(Laid laid, Set<Integer> doubtful, Optional<String> agency) {
        this.laid = laid;
        this.form = laid.form();
        this.tokens = laid.tokens();
        this.doubtful = doubtful;
        this.agency = agency.map(RedlineBuilder::squash).orElse("");
    }

    /**
     * The redline.
     *
     * @param doubtful pages on which a small difference may be a misreading
     * @param agency its name as printed, which also stands on page edges
     */
    static Redline of(Laid laid, Set<Integer> doubtful, Optional<String> agency) {
        return new RedlineBuilder(laid, doubtful, agency).build();
    }

    private Redline build() {
        for (Form.Section section : form.sections()) {
            boolean optional = section.clause().equals("Addendum");
            if (optional && laid.find(section.from(), section.bodyFrom()).isEmpty()) {
                continue;
            }
            skipTo(section.bodyFrom());
            end = section.to();
            for (int f = section.bodyFrom(); f < section.to(); f++) {
                if (form.paragraphs().contains(f)) {
                    paragraphEnds(f);
                }
                step(f);
            }
            paragraphEnds(section.to());
            flush();
            paragraph();
            sections.add(new Redline.Section(section.clause(), section.heading(), paragraphs));
            paragraphs.clear();
        }
        return new Redline(sections);
    }

    /** Words of a heading are no part of the text; what was read of them is passed over. */
    private void skipTo(int body) {
        for (int f = body - 1; f >= 0 && laid.alignment().textOf(f) >= next; f--) {
            int t = laid.alignment().textOf(f);
            page = tokens.get(t).page();
            next = t + 1;
            break;
        }
    }

    private void step(int f) {
        int t = laid.alignment().textOf(f);
        if (form.keys().get(f).isEmpty() && !Form.isBlank(form.words().get(f))) {
            return;
        }
        if (t < 0 || Form.isBlank(form.words().get(f))) {
            region.add(new Step(f, f + 1, next, next));
            return;
        }
        if (t < next) {
            return;
        }
        putBefore(t, f);
        boolean split = t + 1 < tokens.size() && laid.alignment().formOf(t + 1) == f;
        boolean joined = f + 1 < end
                && !form.keys().get(f + 1).isEmpty()
                && laid.alignment().textOf(f + 1) == t;
        Step step = new Step(f, f + (joined ? 2 : 1), t, t + (split ? 2 : 1));
        next = step.t1();
        if (laid.alignment().isExact(f) && !split && !joined) {
            flush();
            page = tokens.get(t).page();
            add(Redline.Kind.SAME, form.words().get(f), true);
        } else {
            region.add(step);
        }
    }

    /** Tokens before {@code t} that no word of the form stands for. */
    private void putBefore(int t, int f) {
        for (int i = next; i < t; i++) {
            if (laid.alignment().formOf(i) < 0 && !tokens.get(i).key().isEmpty()) {
                region.add(new Step(f, f, i, i + 1));
            }
        }
    }

    /** A bullet read as a letter. */
    private boolean crumb(Step s) {
        String text = tokens.get(s.t0()).text();
        return text.length() == 1 && !Character.isDigit(text.charAt(0));
    }

    /** What is missing or put in before the next paragraph belongs to this one, unless that begins with a blank. */
    private void paragraphEnds(int f) {
        int near = f;
        while (near < Math.min(f + 3, form.words().size())
                && laid.alignment().textOf(near) < 0
                && !Form.isBlank(form.words().get(near))) {
            near++;
        }
        boolean last = f >= form.words().size();
        int t = last
                ? tokens.size()
                : near < form.words().size() ? laid.alignment().textOf(near) - (near - f) : -1;
        if (t >= next) {
            putBefore(t, f);
            next = t;
        }
        if (t >= 0 || !open()) {
            flush();
            paragraph();
        }
    }

    /** Whether a blank waits for its words. */
    private boolean open() {
        return region.stream().anyMatch(this::isBlank);
    }

    private boolean isBlank(Step s) {
        return s.f1() > s.f0() && Form.isBlank(form.words().get(s.f0()));
    }

    private String blankName(List<Step> steps) {
        String word = steps.stream()
                .filter(this::isBlank)
                .map(s -> form.words().get(s.f0()))
                .findFirst()
                .orElse("{agency}");
        return word.substring(1, word.indexOf('}'));
    }

    private void flush() {
        if (region.isEmpty()) {
            return;
        }
        if (!open() && alike(formWords(region), readWords(region), doubtful.contains(page))) {
            same(region);
        } else {
            int from = 0;
            for (int i = 0; i <= region.size(); i++) {
                boolean pair = i < region.size()
                        && region.get(i).f1() > region.get(i).f0()
                        && region.get(i).t1() > region.get(i).t0();
                if (pair || i == region.size()) {
                    gap(region.subList(from, i));
                    from = i + 1;
                }
                if (pair) {
                    pair(region.get(i));
                }
            }
        }
        region.clear();
    }

    /** A word that looks like the form's: a misreading, unless both are words of the forms or their numbers differ. */
    private void pair(Step s) {
        List<Step> one = List.of(s);
        String printed = formWords(one);
        String read = readWords(one);
        boolean other =
                !digits(printed).equals(digits(read)) && !Fold.key(printed).equals(Fold.key(read));
        if (digits(printed).isEmpty() && digits(read).isEmpty()) {
            other = !squash(printed).equals(squash(read)) && known(read) == 1 && s.t1() == s.t0() + 1;
        }
        page = tokens.get(s.t0()).page();
        if (other) {
            boolean sure = !doubtful.contains(page);
            add(Redline.Kind.STRUCK, printed, sure);
            add(Redline.Kind.ADDED, read, sure);
        } else {
            same(one);
        }
    }

    /** Missing words, blanks, and words put in. */
    private void gap(List<Step> steps) {
        if (steps.stream().allMatch(s -> s.f1() == s.f0() && crumb(s))) {
            return;
        }
        List<Step> missing = new ArrayList<>(
                steps.stream().filter(s -> s.f1() > s.f0() && !isBlank(s)).toList());
        List<Step> put =
                new ArrayList<>(steps.stream().filter(s -> s.t1() > s.t0()).toList());
        boolean blank = steps.stream().anyMatch(this::isBlank);
        page = put.isEmpty() ? page : tokens.get(put.get(0).t0()).page();
        if (blank) {
            while (!missing.isEmpty()
                    && !put.isEmpty()
                    && near(formWords(missing.subList(0, 1)), readWords(put.subList(0, 1)))) {
                same(List.of(missing.remove(0)));
                put.remove(0);
            }
        } else if (alike(formWords(missing), readWords(put), doubtful.contains(page))) {
            same(missing);
            return;
        }
        String struck = formWords(missing);
        List<Step> more = blank ? overleaf(put) : List.of();
        put.removeAll(more);
        String words = text(put);
        boolean name = !agency.isEmpty() && missing.isEmpty() && near(agency, squash(words));
        boolean sure = !doubtful.contains(page) || sure(struck, words);
        if (!struck.isEmpty()) {
            add(Redline.Kind.STRUCK, struck, sure);
        }
        if (blank || name) {
            String which = name ? "agency" : blankName(steps);
            pieces.add(new Redline.Piece(Redline.Kind.FILLED, words, page, !doubtful.contains(page), which));
        } else if (!words.isBlank()) {
            boolean whole = put.size() >= PARAGRAPH && struck.isEmpty();
            if (whole) {
                paragraph();
            }
            add(Redline.Kind.ADDED, words, sure);
            if (whole) {
                paragraph();
            }
        }
        if (!more.isEmpty()) {
            paragraph();
            page = tokens.get(more.get(0).t0()).page();
            String added = text(more);
            add(Redline.Kind.ADDED, added, !doubtful.contains(page) || sure("", added));
            paragraph();
        }
    }

    private String text(List<Step> put) {
        return Laid.words(put.stream().map(s -> tokens.get(s.t0())).toList());
    }

    /** What follows a blank on later pages and is too long to have been filled into it: an addendum, an exhibit. */
    private List<Step> overleaf(List<Step> put) {
        for (int i = 1; i < put.size(); i++) {
            int turned = tokens.get(put.get(i).t0()).page()
                    - tokens.get(put.get(0).t0()).page();
            if (turned > 0 && put.size() - i >= OVERLEAF) {
                return List.copyOf(put.subList(i, put.size()));
            }
        }
        return List.of();
    }

    private static boolean sure(String struck, String put) {
        boolean garbled = !put.isBlank() && known(put) < (put.length() > LONG ? KNOWN_OF_LONG : KNOWN);
        return !garbled && Fold.letters(struck).length() + Fold.letters(put).length() >= SURE_LETTERS;
    }

    /** The share of the letters that stand in words some form prints; 0 for no letters. */
    private static double known(String words) {
        int letters = 0;
        int known = 0;
        for (String word : words.split(" ", -1)) {
            String only = Fold.letters(word);
            letters += only.length();
            known += Forms.bundled().prints(only) ? only.length() : 0;
        }
        return letters == 0 ? 0 : (double) known / letters;
    }

    /** The same letters in the same order but for spaces, or a misreading of a word here and there. */
    private static boolean alike(String printed, String read, boolean doubt) {
        String a = squash(printed);
        String b = squash(read);
        if (a.isEmpty() || b.isEmpty()) {
            return a.equals(b) && !printed.isEmpty();
        }
        boolean misread = digits(printed).equals(digits(read)) && known(read) < KNOWN;
        int limit = Math.max(1, doubt ? 2 * a.length() / 5 : a.length() / 4);
        return a.equals(b) || (misread && Fold.edits(a, b, limit) <= limit);
    }

    /** Letters that could be the same words badly read. */
    private static boolean near(String a, String b) {
        String x = squash(a);
        String y = squash(b);
        int limit = Math.max(1, Math.min(x.length(), y.length()) / 3);
        return !x.isEmpty() && !y.isEmpty() && Fold.edits(x, y, limit) <= limit;
    }

    private static String squash(String words) {
        return Fold.key(words.replace(" ", ""));
    }

    private static String digits(String words) {
        return words.replaceAll("[^0-9]", "");
    }

    private String formWords(List<Step> steps) {
        return String.join(
                " ",
                steps.stream()
                        .flatMapToInt(s -> IntStream.range(s.f0(), s.f1()))
                        .mapToObj(f -> form.words().get(f))
                        .filter(w -> !Form.isBlank(w) && !Fold.key(w).isEmpty())
                        .toList());
    }

    private String readWords(List<Step> steps) {
        return String.join(
                " ",
                steps.stream()
                        .flatMapToInt(s -> IntStream.range(s.t0(), s.t1()))
                        .mapToObj(t -> tokens.get(t).text())
                        .toList());
    }

    private void same(List<Step> steps) {
        String words = formWords(steps);
        if (!words.isEmpty()) {
            add(Redline.Kind.SAME, words, true);
        }
    }

    private void add(Redline.Kind kind, String text, boolean sure) {
        int last = pieces.size() - 1;
        if (last >= 0 && pieces.get(last).kind() == kind && pieces.get(last).sure() == sure) {
            Redline.Piece before = pieces.get(last);
            pieces.set(last, new Redline.Piece(kind, before.text() + " " + text, before.page(), sure, ""));
        } else {
            pieces.add(new Redline.Piece(kind, text, page, sure, ""));
        }
    }

    private void paragraph() {
        if (!pieces.isEmpty()) {
            paragraphs.add(new Redline.Paragraph(pieces));
            pieces.clear();
        }
    }
}
