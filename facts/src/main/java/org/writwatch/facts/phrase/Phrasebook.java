package org.writwatch.facts.phrase;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.writwatch.facts.UsState;

/**
 * Says phrases in one language.
 *
 * <p>Files are UTF-8 properties whose values are {@link MessageFormat} patterns (an apostrophe is written twice).
 * Numbers, dates and lists are formatted here and not by the machine's locale, so the same phrase gives the same bytes
 * everywhere: English "1,234.50" and "December 5, 2018", Spanish "1,234.50" (the custom of Spanish in the United
 * States) and "5 de diciembre de 2018". Safe for use by several threads.
 */
public final class Phrasebook {
    private static final Map<Lang, Phrasebook> BOOKS = new ConcurrentHashMap<>();

    private final Lang lang;
    private final Map<String, Map<String, String>> modules = new ConcurrentHashMap<>();

    private Phrasebook(Lang lang) {
        this.lang = lang;
    }

    /** The book of a language; the same object at every call. */
    public static Phrasebook of(Lang lang) {
        return BOOKS.computeIfAbsent(lang, Phrasebook::new);
    }

    /** The language it speaks. */
    public Lang lang() {
        return lang;
    }

    /**
     * Says the phrase.
     *
     * @throws IllegalArgumentException when the module has no such key in this language, its pattern is malformed or
     *     asks for more arguments than the phrase has (a defect of ours; {@link PhraseFiles} finds the first two)
     */
    public String say(Phrase phrase) {
        if (phrase.module().equals("facts") && phrase.key().equals("verbatim")) {
            return (String) phrase.args().get(0);
        }
        String pattern = patterns(phrase.module()).get(phrase.key());
        if (pattern == null) {
            throw new IllegalArgumentException("no phrase '" + phrase.key() + "' in " + file(phrase.module()));
        }
        Object[] args = phrase.args().stream().map(this::argument).toArray();
        try {
            MessageFormat format = new MessageFormat(pattern, Locale.ROOT);
            if (format.getFormatsByArgumentIndex().length > args.length) {
                throw new IllegalArgumentException("it has " + args.length + " arguments for: " + pattern);
            }
            return format.format(args);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "phrase '" + phrase.key() + "' in " + file(phrase.module()) + ": " + e.getMessage(), e);
        }
    }

    /** Says a phrase without arguments. */
    public String say(String module, String key) {
        return say(Phrase.of(module, key));
    }

    /** Whether the module has the key. */
    public boolean knows(String module, String key) {
        return patterns(module).containsKey(key);
    }

    /** The module's keys that begin with {@code prefix}, without it, in alphabetical order. */
    public List<String> listKeys(String module, String prefix) {
        return patterns(module).keySet().stream()
                .filter(k -> k.startsWith(prefix))
                .map(k -> k.substring(prefix.length()))
                .sorted()
                .toList();
    }

    /** A number with grouping commas and a decimal point, rounded half up. */
    public String say(Figure figure) {
        BigDecimal rounded = BigDecimal.valueOf(figure.value()).setScale(figure.decimals(), RoundingMode.HALF_UP);
        return String.format(Locale.ROOT, "%,." + figure.decimals() + "f", rounded);
    }

    /** A date in words. */
    public String say(LocalDate day) {
        return say(Phrase.of(
                "facts",
                "date",
                String.valueOf(day.getDayOfMonth()),
                say("facts", "month." + day.getMonthValue()),
                String.valueOf(day.getYear())));
    }

    /** A month in words. */
    public String say(YearMonth month) {
        return say(Phrase.of(
                "facts",
                "year-month",
                say("facts", "month." + month.getMonthValue()),
                String.valueOf(month.getYear())));
    }

    /** The state's name. */
    public String say(UsState state) {
        return lang == Lang.ES ? state.spanish() : state.english();
    }

    /** Things joined as a sentence would: "a, b and c"; in Spanish "y" turns into "e" before the sound of i. */
    public String sayAll(List<?> things) {
        List<String> said = new ArrayList<>();
        things.forEach(t -> said.add(text(t)));
        if (said.size() < 2) {
            return String.join("", said);
        }
        String head = String.join(", ", said.subList(0, said.size() - 1));
        String last = said.get(said.size() - 1);
        return head + " " + say("facts", startsWithSoundOfI(last) ? "and.before-i" : "and") + " " + last;
    }

    /** "Iredell", "Hidalgo", but not "hierba": the rule of Spanish for the conjunction. */
    private static boolean startsWithSoundOfI(String text) {
        String start = text.toLowerCase(Locale.ROOT);
        start = start.startsWith("h") ? start.substring(1) : start;
        boolean i = start.startsWith("i") || start.startsWith("\u00ed");
        return i && !(start.length() > 1 && "aeou\u00e1\u00e9\u00f3\u00fa".indexOf(start.charAt(1)) >= 0);
    }

    static void requireSayable(Object arg) {
        boolean sayable = arg instanceof String
                || arg instanceof Phrase
                || arg instanceof Translated
                || arg instanceof Figure
                || arg instanceof Integer
                || arg instanceof Long
                || arg instanceof LocalDate
                || arg instanceof YearMonth
                || arg instanceof UsState;
        if (arg instanceof List<?> list) {
            list.forEach(Phrasebook::requireSayable);
        } else if (!sayable) {
            throw new IllegalArgumentException("not something a phrase can say: " + arg.getClass());
        }
    }

    /** Whole numbers stay numbers, so that a pattern can choose a plural by them. */
    private Object argument(Object arg) {
        return arg instanceof Integer || arg instanceof Long ? arg : text(arg);
    }

    private String text(Object arg) {
        if (arg instanceof Phrase p) {
            return say(p);
        } else if (arg instanceof Translated t) {
            return t.in(lang);
        } else if (arg instanceof Figure f) {
            return say(f);
        } else if (arg instanceof LocalDate d) {
            return say(d);
        } else if (arg instanceof YearMonth m) {
            return say(m);
        } else if (arg instanceof UsState s) {
            return say(s);
        } else if (arg instanceof List<?> l) {
            return sayAll(l);
        } else if (arg instanceof Integer || arg instanceof Long) {
            return say(new Figure(((Number) arg).doubleValue(), 0));
        }
        return arg.toString();
    }

    private Map<String, String> patterns(String module) {
        return modules.computeIfAbsent(module, this::load);
    }

    private String file(String module) {
        return "/org/writwatch/" + module + "/phrases_" + lang.tag() + ".properties";
    }

    private Map<String, String> load(String module) {
        try (InputStream in = Phrasebook.class.getResourceAsStream(file(module))) {
            if (in == null) {
                throw new IllegalArgumentException("no phrase file " + file(module));
            }
            Properties read = new Properties();
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            Map<String, String> patterns = new java.util.HashMap<>();
            read.stringPropertyNames().forEach(k -> patterns.put(k, read.getProperty(k)));
            return Map.copyOf(patterns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
