package org.writwatch.agreements.memo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A memorandum's words laid against its form: where each clause, duty and blank of the form stands in the file. */
final class Laid {
    /** Share of a duty's letters that must be read for the duty to count as found. */
    private static final double ENOUGH = 0.6;

    private static final int LONGEST_FILL = 40;

    /** A run of the memorandum's words, from {@code from} to before {@code to}. */
    record Span(int from, int to) {}

    private final Form form;
    private final List<Token> tokens;
    private final Alignment alignment;

    Laid(Form form, List<Token> tokens) {
        this.form = form;
        this.tokens = tokens;
        this.alignment =
                Alignment.of(form.keys(), tokens.stream().map(Token::key).toList());
    }

    Form form() {
        return form;
    }

    List<Token> tokens() {
        return tokens;
    }

    Alignment alignment() {
        return alignment;
    }

    /** Where a run of the form's words stands, when enough of it was read. */
    Optional<Span> find(int from, int to) {
        int letters = 0;
        int read = 0;
        int first = -1;
        int last = -1;
        for (int f = from; f < to; f++) {
            int t = alignment.textOf(f);
            letters += form.keys().get(f).length();
            if (t >= 0) {
                read += form.keys().get(f).length();
                first = first < 0 ? f : first;
                last = f;
            }
        }
        if (letters == 0 || read < ENOUGH * letters) {
            return Optional.empty();
        }
        int start = alignment.textOf(first);
        int end = alignment.textOf(last) + 1;
        return Optional.of(new Span(start - lead(start, first - from, from), end + trail(end, to - 1 - last, to)));
    }

    /** Unread words before the first one read that must belong to the run, at most as many as the form has there. */
    private int lead(int start, int missing, int from) {
        int n = 0;
        int before = from > 0 ? alignment.textOf(from - 1) : -1;
        while (n < missing + 2 && missing > 0 && start - n - 1 > before && free(start - n - 1)) {
            n++;
        }
        return before >= 0 && start - n - 1 == before ? n : Math.min(n, missing);
    }

    private int trail(int end, int missing, int to) {
        int n = 0;
        int after = to < form.keys().size() ? alignment.textOf(to) : -1;
        while (n < missing + 2 && missing > 0 && end + n < tokens.size() && end + n != after && free(end + n)) {
            n++;
        }
        return end + n == after ? n : Math.min(n, missing);
    }

    private boolean free(int token) {
        return alignment.formOf(token) < 0;
    }

    /** What was filled in at a blank of the form; empty when nothing was, or its neighbours were not read. */
    Optional<Span> filled(int blank) {
        int before = blank - 1;
        while (before >= 0 && before > blank - 6 && alignment.textOf(before) < 0) {
            before--;
        }
        int after = blank + 1;
        while (after < form.keys().size() - 1 && after < blank + 6 && alignment.textOf(after) < 0) {
            after++;
        }
        if (before < 0 || after >= form.keys().size()) {
            return Optional.empty();
        }
        int from = alignment.textOf(before) + 1;
        int to = alignment.textOf(after);
        boolean read = from > 0 && to > from && to - from <= LONGEST_FILL;
        return read ? Optional.of(new Span(from, to)) : Optional.empty();
    }

    /** The words of a run as printed, line breaks folded, plain misreadings put right from the form. */
    String text(Span span) {
        List<Token> run = new ArrayList<>();
        int t = span.from();
        while (t < span.to()) {
            Token token = tokens.get(t);
            int f = alignment.formOf(t);
            boolean split = f >= 0 && t + 1 < span.to() && alignment.formOf(t + 1) == f;
            String read = split ? token.text() + " " + tokens.get(t + 1).text() : token.text();
            String printed = f < 0 ? read : mended(read, f, t);
            if (split && printed.equals(read)) {
                run.add(token);
                run.add(tokens.get(t + 1));
            } else {
                run.add(new Token(printed, token.key(), token.page(), token.line()));
            }
            t += split ? 2 : 1;
        }
        return words(run);
    }

    /**
     * The form's word for what was read, when what was read is no word: "shal]", "Ifa", "inter nal". A word that some form
     * prints stays as read even when the form has another one here, and so does every number that is not the same number.
     */
    private String mended(String read, int f, int token) {
        boolean joined = f + 1 < form.words().size() && alignment.textOf(f + 1) == token;
        String printed = form.words().get(f) + (joined ? " " + form.words().get(f + 1) : "");
        if (Form.isBlank(form.words().get(f)) || same(read, printed)) {
            return read;
        }
        boolean number =
                read.chars().anyMatch(Character::isDigit) || printed.chars().anyMatch(Character::isDigit);
        if (number) {
            boolean glyphs = !joined && Fold.key(read).equals(form.keys().get(f));
            return glyphs ? printed : read;
        }
        for (String part : read.split(" ", -1)) {
            String letters = Fold.letters(part);
            if (!letters.isEmpty() && !Forms.bundled().prints(letters)) {
                return printed;
            }
        }
        return read;
    }

    /** Whether two readings differ at most in case and punctuation. */
    private static boolean same(String read, String printed) {
        return letters(read).equals(letters(printed));
    }

    private static String letters(String words) {
        StringBuilder out = new StringBuilder();
        for (String word : words.split(" ", -1)) {
            out.append(Fold.letters(word)).append(word.replaceAll("[^0-9]", "")).append(' ');
        }
        return out.toString();
    }

    static String words(List<Token> run) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < run.size(); i++) {
            Token t = run.get(i);
            if (t.key().isEmpty() && (out.isEmpty() || isBullet(t.text()))) {
                continue;
            }
            boolean broken = i > 0
                    && run.get(i - 1).line() != t.line()
                    && out.length() > 1
                    && out.charAt(out.length() - 1) == '-'
                    && Character.isLetter(out.charAt(out.length() - 2));
            out.append(out.isEmpty() || broken ? "" : " ").append(t.text());
        }
        return out.toString();
    }

    private static boolean isBullet(String text) {
        return text.chars().noneMatch(c -> c == '§' || c == '&' || c == '-' || c == '–' || c == '—');
    }

    /** The clauses of the form that were found, with their words. */
    List<Clause> clauses() {
        List<Clause> clauses = new ArrayList<>();
        for (Form.Section s : form.sections()) {
            Optional<Span> heading = find(s.from(), s.bodyFrom());
            Optional<Span> body = s.bodyFrom() < s.to() ? firstToLast(s.bodyFrom(), s.to()) : Optional.empty();
            if (heading.isPresent() || body.isPresent()) {
                int at = heading.or(() -> body).orElseThrow().from();
                clauses.add(new Clause(
                        s.clause(),
                        s.heading(),
                        tokens.get(at).page(),
                        body.map(this::text).orElse("")));
            }
        }
        return clauses;
    }

    private Optional<Span> firstToLast(int from, int to) {
        int first = -1;
        int last = -1;
        int read = 0;
        for (int f = from; f < to; f++) {
            int t = alignment.textOf(f);
            if (t >= 0) {
                first = first < 0 ? t : first;
                last = t;
                read++;
            }
        }
        return 2 * read > to - from ? Optional.of(new Span(first, last + 1)) : Optional.empty();
    }
}
