package org.writwatch.papers.page;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.writwatch.agreements.Model;
import org.writwatch.facts.UsState;
import org.writwatch.facts.glossary.Glossary;
import org.writwatch.facts.phrase.Figure;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;

/** How a template speaks: our own phrases by their key, those of other rooms as they come. */
public final class Words {
    private final Phrasebook book;
    private final Optional<Wording> wording;

    /** The words of a language. */
    public Words(Lang lang) {
        this(lang, Optional.empty());
    }

    /** The words of a language that files add; what they do not say is said in {@code lang}. */
    public Words(Lang lang, Optional<Wording> wording) {
        this.book = Phrasebook.of(lang);
        this.wording = wording;
    }

    /** The language of the page. */
    public Lang lang() {
        return book.lang();
    }

    /** One of this module's phrases; "page." goes without saying. */
    public String say(String key, Object... args) {
        return of(new Phrase("papers", "page." + key, List.of(args)));
    }

    /** A phrase of any room. */
    public String of(Phrase phrase) {
        if (wording.isEmpty()) {
            return book.say(phrase);
        }
        return wording.get()
                .find(phrase.module(), phrase.key())
                .map(pattern -> said(pattern, phrase.args()))
                .orElseGet(() -> book.say(phrase));
    }

    /** Said in the language that files add; what an argument says in English is marked as that again. */
    private String said(String pattern, List<?> args) {
        Object[] given = args.stream()
                .map(a -> {
                    if (a instanceof Integer || a instanceof Long) {
                        return a;
                    } else if (a instanceof LocalDate day) {
                        return date(day);
                    } else if (a instanceof UsState state) {
                        return state(state);
                    } else if (a instanceof Phrase inner) {
                        String words = of(inner);
                        boolean ours = words.indexOf(Wording.OPEN) >= 0;
                        return ours ? words : Wording.CLOSE + words + Wording.OPEN;
                    }
                    return book.sayAll(List.of(a));
                })
                .toArray();
        return Wording.OPEN + new MessageFormat(pattern, Locale.ROOT).format(given) + Wording.CLOSE;
    }

    /** The name of a state. */
    public String state(UsState state) {
        String name = lang() == Lang.EN ? state.english() : state.spanish();
        return wording.flatMap(w -> w.find("facts", "state." + state.name()))
                .map(own -> Wording.OPEN + own + Wording.CLOSE)
                .orElse(name);
    }

    /** A date in words. */
    public String date(LocalDate day) {
        Optional<String> month = wording.flatMap(w -> w.find("facts", "month." + day.getMonthValue()));
        if (month.isEmpty()) {
            return book.say(day);
        }
        return of(Phrase.of(
                "facts", "date", String.valueOf(day.getDayOfMonth()), month.get(), String.valueOf(day.getYear())));
    }

    /** A number with so many decimals. */
    public String number(double value, int decimals) {
        return book.say(new Figure(value, decimals));
    }

    /** A number that always carries its sign. */
    public String signed(double value, int decimals) {
        String plain = number(Math.abs(value), decimals);
        return (value < 0 ? "\u2212" : "+") + plain;
    }

    /** The question a fact answers, in the law room's words or in ours; its id when neither has any. */
    public String fact(String id) {
        String key = "fact." + id + ".question";
        if (book.knows("law", key)) {
            return book.say("law", key);
        }
        return book.knows("papers", "page.fact." + id) ? say("fact." + id) : id;
    }

    /** What the glossary calls a model, as a heading. */
    public String model(Model model) {
        String key = switch (model) {
            case JEM -> "jail-enforcement-model";
            case TFM -> "task-force-model";
            case WSO -> "warrant-service-officer";
            case UNSTATED -> "";
        };
        if (key.isEmpty()) {
            return say("model." + model.name());
        }
        String name = Glossary.bundled().get(key).name(lang());
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** The address when it is one that may be followed; anything but http and https is shown as text only. */
    public Optional<String> link(String address) {
        String head = address.toLowerCase(Locale.ROOT);
        return head.startsWith("https://") || head.startsWith("http://") ? Optional.of(address) : Optional.empty();
    }

    /** Whether the address belongs to a government, so that a reader is told before following it. */
    public boolean government(String address) {
        String host = host(address);
        return host.endsWith(".gov") || host.endsWith(".mil");
    }

    /** Whether ICE, or the department above it, sees who follows the address. */
    public boolean agencyItself(String address) {
        String host = "." + host(address);
        return host.endsWith(".ice.gov") || host.endsWith(".dhs.gov");
    }

    private static String host(String address) {
        String rest = address.replaceFirst("^https?://", "");
        return rest.substring(
                        0, rest.length() - rest.replaceFirst("^[^/?#:]*", "").length())
                .toLowerCase(Locale.ROOT);
    }
}
