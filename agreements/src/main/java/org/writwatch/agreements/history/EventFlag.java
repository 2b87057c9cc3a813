package org.writwatch.agreements.history;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;

/**
 * Why a person should look at an event, in either language. The register keeps the reasons in English, several with "; "
 * between, as its tables and exports print them; here they are taken apart again.
 */
public enum EventFlag {
    /** The first list held of its kind: listed by then, perhaps long before. */
    FIRST_HELD("on the first list held of its kind"),
    /** Lists are missing between the two that differ. */
    GAP("nothing held covers (\\S+) to (\\S+)"),
    /** The date is later than lists that had the agreement. */
    NEW_SIGNING("the new date is later than lists that had it already: may be a new signing"),
    /** The signing date moved by more than a slip of the pen. */
    MOVED("changed by (\\d+) days"),
    /** Two agencies link one file. */
    SHARED_MEMORANDUM("one memorandum is linked by two agencies"),
    /** Another model of the party begins as this one leaves. */
    OTHER_MODEL("perhaps relabelled as (.+?)"),
    /** A name much like this one is on the list. */
    LIKE_NAME("a like name is on that list: (.+?)"),
    /** Another office of the place takes over the row. */
    OTHER_OFFICE("another office of the place is listed from then on with the same date; not merged"),
    /** Joined by a line of the decisions file. */
    DECIDED("decided by a person"),
    /** Both names stood side by side. */
    SIDE_BY_SIDE("both rows stood on one list for a time"),
    /** Nothing in the two names is alike. */
    OTHERWISE_NAMED("named quite otherwise; same memorandum and date"),
    /** The list prints another state. */
    OTHER_STATE("the state printed changed"),
    /** Name and date changed at once. */
    RENAMED_AND_DATED("renamed while the signing date changed by a day");

    private final Pattern words;

    EventFlag(String words) {
        this.words = Pattern.compile(words + "(?:; |$)");
    }

    /** The reasons of an event, in the order printed; one that is not known here stands as it is printed. */
    public static List<Phrase> of(String flags) {
        List<Phrase> all = new ArrayList<>();
        String rest = flags;
        while (!rest.isEmpty()) {
            int taken = 0;
            for (EventFlag flag : values()) {
                Matcher m = flag.words.matcher(rest);
                if (taken == 0 && m.lookingAt()) {
                    Object[] args = new Object[m.groupCount()];
                    for (int i = 0; i < args.length; i++) {
                        args[i] = m.group(i + 1);
                    }
                    all.add(Phrase.of("agreements", "event.flag." + flag.name(), args));
                    taken = m.end();
                }
            }
            if (taken == 0) {
                all.add(Phrase.of("agreements", "event.flag.other", rest));
                taken = rest.length();
            }
            rest = rest.substring(taken);
        }
        return all;
    }

    /** The reasons in a language, "; " between. */
    public static String say(String flags, Lang lang) {
        return String.join(
                "; ", of(flags).stream().map(Phrasebook.of(lang)::say).toList());
    }
}
