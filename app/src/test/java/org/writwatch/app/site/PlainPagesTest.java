package org.writwatch.app.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.writwatch.agreements.Registry;
import org.writwatch.facts.UsState;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.papers.page.Readability;

/** What stands on the pages as they are rendered: plain words, and the same in both languages. */
class PlainPagesTest {
    /** A page shorter than this says too little for a grade, in words. */
    private static final int ENOUGH = 60;

    /** Names that are the same in both languages. */
    private static final Set<String> NAMES =
            Set.of("Puerto Rico", "Rhode Island", "Carson City", "Carson City, Nevada", "JSON Feed");

    private record Pair(String en, String es) {}

    private static final Map<String, Pair> PAGES = new LinkedHashMap<>();

    @BeforeAll
    static void render() {
        Registry registry = Registry.bundled();
        UsState state = UsState.valueOf(System.getProperty("writwatch.site.state", "DE"));
        SitePlan plan = new SitePlan(registry, registry.lastList(), Optional.of(state), Optional.empty(), Hosting.NONE);
        for (SitePlan.Page page : plan.pages()) {
            Function<Lang, String> text = page.make().get();
            PAGES.put(page.address().en(), new Pair(text.apply(Lang.EN), text.apply(Lang.ES)));
        }
    }

    private static String kind(String address) {
        return address.replaceFirst("^en/", "").replaceFirst("/.*", "");
    }

    private static Readability measure(String html, Lang lang, List<String> hard) {
        Readability all = new Readability();
        for (String sentence : RenderedPage.of(html).sentences(lang.tag())) {
            Readability one = Readability.of(sentence, lang);
            all.add(one);
            boolean bad = lang == Lang.EN ? one.grade() > 10 : one.szigriszt() < 55;
            if (bad && one.words() > 4) {
                hard.add(String.format(
                        Locale.ROOT, "   %.1f %s", lang == Lang.EN ? one.grade() : one.szigriszt(), sentence));
            }
        }
        return all;
    }

    @Test
    void everyPageIsAtMostGradeEightAndAsEasyInSpanish() {
        List<String> faults = new ArrayList<>();
        Map<String, double[]> worst = new TreeMap<>();
        int measured = 0;
        for (var page : PAGES.entrySet()) {
            for (Lang lang : Lang.values()) {
                List<String> hard = new ArrayList<>();
                String html =
                        lang == Lang.EN ? page.getValue().en() : page.getValue().es();
                Readability all = measure(html, lang, hard);
                if (all.words() < ENOUGH) {
                    continue;
                }
                measured++;
                double figure = lang == Lang.EN ? all.grade() : all.szigriszt();
                double[] held = worst.computeIfAbsent(
                        kind(page.getKey()), k -> new double[] {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY});
                if (lang == Lang.EN) {
                    held[0] = Math.max(held[0], figure);
                } else {
                    held[1] = Math.min(held[1], figure);
                }
                if (lang == Lang.EN ? figure > 8 : figure < 65) {
                    faults.add(String.format(Locale.ROOT, "%s %s: %.1f%n", page.getKey(), lang, figure)
                            + String.join("\n", hard.subList(0, Math.min(12, hard.size()))));
                }
            }
        }
        worst.forEach((kind, figures) -> System.out.printf(
                Locale.ROOT, "readability: %s grade %.1f, Szigriszt %.1f%n", kind, figures[0], figures[1]));
        assertTrue(measured > 100, "pages were measured: " + measured);
        assertEquals("", String.join("\n", faults), faults.size() + " pages");
    }

    @Test
    void bothLanguagesHaveTheSameHeadingsAndFigures() {
        List<String> faults = new ArrayList<>();
        PAGES.forEach((address, pair) -> {
            List<String> en = headings(pair.en());
            if (!en.equals(headings(pair.es()))) {
                faults.add(address + ": headings " + en + " and " + headings(pair.es()));
            }
            Set<String> only = figures(pair.en());
            Set<String> other = figures(pair.es());
            only.removeAll(figures(pair.es()));
            other.removeAll(figures(pair.en()));
            if (!only.isEmpty() || !other.isEmpty()) {
                faults.add(address + ": figures only in one language " + only + " " + other);
            }
        });
        assertEquals("", String.join("\n", faults), faults.size() + " pages");
    }

    private static List<String> headings(String html) {
        return Pattern.compile("<(h[1-6])[ >]")
                .matcher(html)
                .results()
                .map(r -> r.group(1))
                .toList();
    }

    private static Set<String> figures(String html) {
        Set<String> found = new TreeSet<>();
        for (RenderedPage.Piece p : RenderedPage.of(html).pieces()) {
            Matcher m = Pattern.compile("\\d[\\d.,\u00a0\u202f]*").matcher(p.text());
            while (m.find()) {
                found.add(m.group().replaceAll("[^0-9]", ""));
            }
        }
        return found;
    }

    @Test
    void noTextIsLeftInTheOtherLanguageWithoutAMark() {
        Set<String> faults = new TreeSet<>();
        PAGES.forEach((address, pair) -> {
            Set<String> en = new TreeSet<>();
            RenderedPage.of(pair.en()).pieces().stream()
                    .filter(p -> p.lang().equals("en"))
                    .forEach(p -> en.add(p.text().strip()));
            RenderedPage.of(pair.es()).pieces().stream()
                    .filter(p -> p.lang().equals("es"))
                    .map(p -> p.text().strip())
                    .filter(t -> !t.startsWith("./writwatch") && !t.startsWith("SHA-256") && !NAMES.contains(t))
                    .filter(t -> t.matches("(?s).*\\p{L}{3,}.*\\s.*\\p{L}{3,}.*"))
                    .filter(en::contains)
                    .forEach(t -> faults.add(kind(address) + ": " + t));
        });
        assertEquals("", String.join("\n", faults), faults.size() + " texts");
    }
}
