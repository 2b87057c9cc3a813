package org.writwatch.papers.draft.docx;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.papers.draft.Fields;
import org.writwatch.papers.draft.Slot;

/**
 * Reads a template before it is filled and says, in the words of the page, what is wrong with it: a field that nothing
 * fills, a part opened and never closed, braces that are no field. All faults are told at once.
 *
 * <p>A field is {@code {{name}}}; a part printed under a condition or once for each row is {@code {{?name}}} to
 * {@code {{/name}}}.
 */
final class TemplateCheck {
    /** The parts of a file whose words are printed. */
    static final Pattern PRINTED =
            Pattern.compile("word/(document|header[0-9]*|footer[0-9]*|footnotes|endnotes)\\.xml");

    private static final Pattern MARK = Pattern.compile("\\{\\{(.*?)}}|\\{\\{|}}", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("([?/]?)([a-z][a-z0-9_]*)");
    private static final int MOST_TOLD = 12;

    private final List<TemplateFault> faults = new ArrayList<>();

    private TemplateCheck() {}

    /**
     * Checks every page of a template.
     *
     * @throws BadInput when there is any fault
     */
    static void check(DocxFile template, Fields fields) {
        List<TemplateFault> faults = find(parts(template), fields);
        if (!faults.isEmpty()) {
            List<Object> told =
                    faults.stream().limit(MOST_TOLD).map(f -> (Object) f.said()).toList();
            throw new BadInput(
                    template.name(),
                    Phrase.of("papers", "draft.template.faults", faults.size(), told),
                    Phrase.of("papers", "draft.template.expected", new ArrayList<Object>(names(Scope.of(fields)))),
                    Phrase.of("papers", "draft.template.remedy"));
        }
    }

    /** Every part of the template whose words are printed, by its name. */
    static SortedMap<String, Document> parts(DocxFile template) {
        SortedMap<String, Document> parts = new TreeMap<>();
        for (String part : template.list()) {
            if (PRINTED.matcher(part).matches()) {
                template.find(part).ifPresent(xml -> parts.put(part, xml));
            }
        }
        return parts;
    }

    /** Every fault, with the paragraph of these parts in which it stands. */
    static List<TemplateFault> find(Map<String, Document> parts, Fields fields) {
        TemplateCheck check = new TemplateCheck();
        parts.values().forEach(xml -> check.container(xml.getDocumentElement(), Optional.of(Scope.of(fields))));
        return check.faults;
    }

    /** One open part: its name, where it was opened (in words, and the paragraph), and what its inside may use (empty when it has no rows). */
    private record Open(String name, String page, Element paragraph, Optional<Scope> outside) {}

    /** Paragraphs of one body, table cell or note: a part must close in the one it was opened in. */
    private void container(Element element, Optional<Scope> around) {
        Deque<Open> open = new ArrayDeque<>();
        Optional<Scope> scope = around;
        for (Element child : Ooxml.children(element)) {
            if (Ooxml.is(child, "p")) {
                scope = paragraph(child, open, scope);
            } else {
                container(child, scope);
            }
        }
        open.descendingIterator()
                .forEachRemaining(o -> fault("unclosed", o.paragraph(), o.page(), "{{?" + o.name() + "}}"));
    }

    private Optional<Scope> paragraph(Element paragraph, Deque<Open> open, Optional<Scope> around) {
        String words = Ooxml.words(paragraph);
        Optional<Scope> scope = around;
        Matcher mark = MARK.matcher(words);
        while (mark.find()) {
            String page = page(words, mark.start());
            Matcher name = NAME.matcher(mark.group(1) == null ? "" : mark.group(1));
            if (!name.matches()) {
                fault("no-field", paragraph, page, mark.group());
                continue;
            }
            String called = name.group(2);
            switch (name.group(1)) {
                case "?" -> {
                    Optional<Slot> slot = scope.flatMap(s -> known(s, called, paragraph, page));
                    if (slot.isPresent() && slot.get() instanceof Slot.Words) {
                        fault("not-a-part", paragraph, page, mark.group());
                    }
                    open.push(new Open(called, page, paragraph, scope));
                    scope = inside(scope, slot);
                }
                case "/" -> {
                    if (open.isEmpty()) {
                        fault("unopened", paragraph, page, mark.group());
                    } else {
                        Open last = open.pop();
                        scope = last.outside();
                        if (!last.name().equals(called)) {
                            fault("crossed", paragraph, page, mark.group(), "{{/" + last.name() + "}}");
                        }
                    }
                }
                default -> {
                    if (scope.flatMap(s -> known(s, called, paragraph, page))
                            .filter(s -> !(s instanceof Slot.Words))
                            .isPresent()) {
                        fault("not-words", paragraph, page, mark.group());
                    }
                }
            }
        }
        return scope;
    }

    /** What a part's inside may use. Without a row nobody can say, and nothing of it is printed. */
    private static Optional<Scope> inside(Optional<Scope> around, Optional<Slot> slot) {
        if (slot.isPresent() && slot.get() instanceof Slot.Rows rows) {
            return rows.rows().isEmpty()
                    ? Optional.empty()
                    : around.map(s -> s.inside(rows.rows().get(0)));
        }
        return around;
    }

    private Optional<Slot> known(Scope scope, String name, Element paragraph, String page) {
        Optional<Slot> slot = scope.find(name);
        if (slot.isEmpty()) {
            List<String> near = near(name, names(scope));
            fault(
                    near.isEmpty() ? "unknown" : "unknown-near",
                    paragraph,
                    page,
                    "{{" + name + "}}",
                    new ArrayList<Object>(near));
        }
        return slot;
    }

    private void fault(String key, Element paragraph, String page, Object... args) {
        List<Object> all = new ArrayList<>();
        all.add(page);
        Collections.addAll(all, args);
        faults.add(new TemplateFault(paragraph, new Phrase("papers", "draft.template." + key, all)));
    }

    /** The words around a place, so that it can be found by reading. */
    private static String page(String words, int at) {
        String line = words.strip().replaceAll("\\s+", " ");
        if (line.length() <= 70) {
            return line;
        }
        int from = Math.max(0, at - 30);
        return (from > 0 ? "…" : "")
                + words.substring(from, Math.min(words.length(), at + 40))
                        .strip()
                        .replaceAll("\\s+", " ") + "…";
    }

    private static Set<String> names(Scope scope) {
        return new TreeSet<>(scope.names());
    }

    private static List<String> near(String name, Set<String> names) {
        Set<String> found = new LinkedHashSet<>();
        Stream.of(1, 2, 3)
                .forEach(d -> names.stream().filter(n -> distance(name, n) <= d).forEach(found::add));
        return found.stream().limit(3).toList();
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int swap = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(swap, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
