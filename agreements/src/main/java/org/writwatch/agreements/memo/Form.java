package org.writwatch.agreements.memo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.writwatch.agreements.Model;

/**
 * One of ICE's printed forms: its words in order, the clause each stands in, the blanks and the duties.
 *
 * <p>Read from a text of our own making, one per form: {@code = IV.C | C. TRAINING OF PERSONNEL} opens a clause,
 * {@code {agency}} is a blank filled in for each agency, {@code [[training-exam-score| words]]} marks the words a duty
 * rests on. A new revision of a form is a new text, no code. Immutable.
 */
final class Form {
    /** A run of words, from {@code from} to before {@code to}, that a duty rests on. */
    record Mark(String duty, int from, int to) {}

    /** A clause as the form prints it: its number from the top, its heading, and its run of words (heading first). */
    record Section(String clause, String heading, int from, int bodyFrom, int to) {}

    private final String template;
    private final Model model;
    private final List<String> words;
    private final List<String> keys;
    private final Set<Integer> paragraphs;
    private final List<Section> sections;
    private final List<Mark> marks;

    private Form(String template, Model model, Reading reading) {
        this.template = template;
        this.model = model;
        this.words = List.copyOf(reading.words);
        this.keys = words.stream().map(w -> isBlank(w) ? "" : Fold.key(w)).toList();
        this.paragraphs = Collections.unmodifiableSet(reading.paragraphs);
        this.sections = List.copyOf(reading.sections);
        this.marks = List.copyOf(reading.marks);
    }

    /** Reads the text of a form. */
    static Form parse(String template, Model model, String text) {
        Reading reading = new Reading();
        for (String line : text.split("\n", -1)) {
            reading.line(line.strip());
        }
        reading.closeSection();
        return new Form(template, model, reading);
    }

    String template() {
        return template;
    }

    Model model() {
        return model;
    }

    /** The words, blanks as "{agency}". */
    List<String> words() {
        return words;
    }

    /** The folded key of each word; empty for a blank. */
    List<String> keys() {
        return keys;
    }

    /** Indices of the words that open a paragraph. */
    Set<Integer> paragraphs() {
        return paragraphs;
    }

    List<Section> sections() {
        return sections;
    }

    /** The duties, in the order printed; a duty printed twice has two marks. */
    List<Mark> marks() {
        return marks;
    }

    /** The clause a word stands in. */
    Section sectionOf(int word) {
        for (Section s : sections) {
            if (word >= s.from() && word < s.to()) {
                return s;
            }
        }
        throw new IllegalArgumentException(template + ": no clause holds word " + word);
    }

    /** The keys of the form's own words, without an addendum that only some copies carry. */
    List<String> ownKeys() {
        int end = keys.size();
        for (Section s : sections) {
            end = s.clause().equals("Addendum") ? s.from() : end;
        }
        return keys.subList(0, end);
    }

    static boolean isBlank(String word) {
        return word.length() > 2 && word.charAt(0) == '{' && word.indexOf('}') > 0;
    }

    private static final class Reading {
        private final List<String> words = new ArrayList<>();
        private final Set<Integer> paragraphs = new LinkedHashSet<>();
        private final List<Section> sections = new ArrayList<>();
        private final List<Mark> marks = new ArrayList<>();
        private String clause = "";
        private String heading = "";
        private int from;
        private int bodyFrom;
        private String open = "";
        private int openFrom;

        void line(String line) {
            if (line.isEmpty() || line.startsWith("#")) {
                return;
            }
            paragraphs.add(words.size());
            if (line.startsWith("= ")) {
                closeSection();
                int bar = line.indexOf('|');
                clause = line.substring(2, bar).strip();
                heading = line.substring(bar + 1).strip();
                from = words.size();
                add(heading);
                bodyFrom = words.size();
                paragraphs.add(bodyFrom);
                return;
            }
            body(line);
        }

        private void body(String line) {
            int at = 0;
            while (at < line.length()) {
                int start = line.indexOf("[[", at);
                int end = line.indexOf("]]", at);
                if (open.isEmpty() && start >= 0) {
                    add(line.substring(at, start));
                    int bar = line.indexOf('|', start);
                    open = line.substring(start + 2, bar);
                    openFrom = words.size();
                    at = bar + 1;
                } else if (!open.isEmpty() && end >= 0) {
                    add(line.substring(at, end));
                    marks.add(new Mark(open, openFrom, words.size()));
                    open = "";
                    at = end + 2;
                } else {
                    add(line.substring(at));
                    at = line.length();
                }
            }
        }

        private void add(String text) {
            for (String word : text.strip().split(" +", -1)) {
                if (!word.isEmpty()) {
                    words.add(word);
                }
            }
        }

        void closeSection() {
            if (!clause.isEmpty()) {
                sections.add(new Section(clause, heading, from, bodyFrom, words.size()));
            }
        }
    }
}
