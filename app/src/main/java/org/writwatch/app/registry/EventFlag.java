package org.writwatch.app.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.writwatch.facts.phrase.Phrase;

/** Why a person should look at an event, in the reader's language; the files for programs keep the words as they are. */
public final class EventFlag {
    private static final Map<String, Pattern> KNOWN = Map.ofEntries(
            known("first", "on the first list held of its kind"),
            known("gap", "nothing held covers (\\d{4}-\\d\\d-\\d\\d) to (\\d{4}-\\d\\d-\\d\\d)"),
            known("shared", "one memorandum is linked by two agencies"),
            known("state", "the state printed changed"),
            known("days", "changed by (-?\\d+) days"),
            known("decided", "decided by a person"),
            known("later", "the new date is later than lists that had it already: may be a new signing"),
            known("office", "another office of the place is listed from then on with the same date; not merged"),
            known("otherwise", "named quite otherwise; same memorandum and date"),
            known("both", "both rows stood on one list for a time"),
            known("like", "a like name is on that list: ([^;]+)"),
            known("relabelled", "perhaps relabelled as ([^;]+)"),
            known("renamed", "renamed while the signing date changed by a day"));

    private EventFlag() {}

    private static Map.Entry<String, Pattern> known(String key, String words) {
        return Map.entry(key, Pattern.compile(words));
    }

    /** The flag in words; what is not known is repeated as it stands. */
    public static List<Phrase> of(String flag) {
        List<Phrase> said = new ArrayList<>();
        String rest = flag.strip();
        while (!rest.isEmpty()) {
            Phrase next = Phrase.verbatim(rest);
            int end = rest.length();
            for (Map.Entry<String, Pattern> one : KNOWN.entrySet()) {
                Matcher m = one.getValue().matcher(rest);
                if (m.lookingAt() && (m.end() == rest.length() || rest.startsWith("; ", m.end()))) {
                    List<Object> args = new ArrayList<>();
                    for (int i = 1; i <= m.groupCount(); i++) {
                        String part = m.group(i);
                        args.add(part.matches("\\d{4}-\\d\\d-\\d\\d") ? LocalDate.parse(part) : part);
                    }
                    next = new Phrase("app", "flag." + one.getKey(), args);
                    end = m.end();
                }
            }
            said.add(next);
            rest = rest.substring(end).replaceFirst("^; ", "").strip();
        }
        return said;
    }

    /**
     * The flag as one phrase: "Look again" and why.
     *
     * @param flag not blank
     */
    public static Phrase phrase(String flag) {
        Phrase all = of(flag).stream()
                .reduce((a, b) -> Phrase.of("app", "flag.and", a, b))
                .orElseThrow();
        return Phrase.of("app", "show.flag", all);
    }
}
