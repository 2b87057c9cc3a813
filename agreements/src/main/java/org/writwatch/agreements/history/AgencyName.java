package org.writwatch.agreements.history;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.writwatch.agreements.roster.Printed;
import org.writwatch.facts.UsState;
import org.writwatch.facts.gazetteer.Spelling;

/**
 * An agency's name taken apart, so that two spellings of it can be compared.
 *
 * <p>Only what cannot change the meaning is folded: case, spaces, apostrophes, "&amp;" and "and", "Dept." and "PD", a
 * slip of one letter in the words police, department, sheriff's, office and county, "Sheriff's Department" for
 * "Sheriff's Office", a note "(Addendum)" at the end, the state's own name before "Department of". Everything else is left to {@link Identity}, which
 * asks for more proof than a name.
 *
 * @param display as printed, spaces and apostrophes folded
 * @param key what all foldable spellings of the name share; unique within a state
 * @param body which office of the place it is
 * @param core the words that name the place, without the office
 */
record AgencyName(String display, String key, Body body, Set<String> core) {
    /** The offices a place may have; two different ones are never one agency. */
    enum Body {
        SHERIFF,
        POLICE,
        CONSTABLE,
        MARSHAL,
        JAIL,
        BOARD,
        ATTORNEY,
        OTHER
    }

    private static final String NOTE = " (Addendum)";
    private static final Set<String> STOP = Set.of("and", "the", "of", "a", "for", "at");
    private static final List<String> SLIPS = List.of(
            "police", "department", "sheriffs", "office", "county", "township", "constables", "borough", "corrections");
    private static final Set<String> NO_SLIP = Set.of("country", "count", "counts", "officer", "offices", "polices");
    private static final Map<String, String> SHORT = Map.of(
            "dept", "department",
            "twp", "township",
            "ft", "fort",
            "bocc", "board of county commissioners",
            "pd", "police department",
            "dps", "department of public safety",
            "so", "sheriffs office",
            "univ", "university",
            "constable", "constables",
            "correction", "corrections");
    private static final Set<String> OFFICE_WORDS = Set.of(
            "police",
            "department",
            "sheriffs",
            "office",
            "county",
            "parish",
            "city",
            "town",
            "village",
            "constables",
            "services",
            "public",
            "safety",
            "marshals",
            "division",
            "state");
    private static final Set<String> BODY_WORDS = Set.of(
            "board",
            "commissioners",
            "trustees",
            "jail",
            "detention",
            "center",
            "facility",
            "corrections",
            "attorneys");
    private static final Set<String> AFTER_STATE =
            Set.of("department", "division", "office", "bureau", "state", "national", "highway", "attorney");

    private static final Map<UsState, List<String>> STATE_WORDS = stateWords();

    private static Map<UsState, List<String>> stateWords() {
        Map<UsState, List<String>> words = new EnumMap<>(UsState.class);
        for (UsState state : UsState.values()) {
            words.put(state, List.copyOf(Spelling.words(state.english())));
        }
        return words;
    }

    static AgencyName of(UsState state, String printed) {
        String display = Printed.tidy(printed)
                .replace('\u2019', '\'')
                .replace('\u2018', '\'')
                .replace('\u00b4', '\'')
                .replace('`', '\'');
        int note = display.length() - NOTE.length();
        if (note > 0 && display.regionMatches(true, note, NOTE, 0, NOTE.length())) {
            display = display.substring(0, note);
        }
        List<String> words = fold(state, Spelling.words(display));
        return new AgencyName(display, String.join(" ", words), body(words), core(state, words));
    }

    private static List<String> fold(UsState state, List<String> raw) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < raw.size(); i++) {
            String word = raw.get(i);
            boolean last = i == raw.size() - 1;
            if (word.equals("co")) {
                word = i == 0 && state == UsState.CO ? "colorado" : "county";
            } else if (i == 0 && word.equalsIgnoreCase(state.name()) && raw.size() > 2) {
                word = String.join(" ", STATE_WORDS.getOrDefault(state, List.of()));
            } else if (SHORT.containsKey(word) && isShortFor(word, i == 0, last)) {
                word = SHORT.getOrDefault(word, word);
            } else if (word.equals("sheriff")) {
                word = "sheriffs";
            } else {
                word = mended(word);
            }
            for (String part : word.split(" ", -1)) {
                if (!STOP.contains(part)) {
                    words.add(part);
                }
            }
        }
        replace(words, List.of("sheriffs", "department"), List.of("sheriffs", "office"));
        replace(words, List.of("state", "police", "department"), List.of("state", "police"));
        List<String> own = STATE_WORDS.getOrDefault(state, List.of());
        if (words.size() > own.size()
                && words.subList(0, own.size()).equals(own)
                && AFTER_STATE.contains(words.get(own.size()))) {
            words = new ArrayList<>(words.subList(own.size(), words.size()));
        }
        if (words.size() > 2
                && Set.of("city", "town", "village").contains(words.get(0))
                && words.get(words.size() - 2).equals("police")) {
            words.remove(0);
        }
        return words;
    }

    private static boolean isShortFor(String word, boolean first, boolean last) {
        return switch (word) {
            case "so", "pd" -> last;
            case "ft" -> first;
            default -> true;
        };
    }

    private static String mended(String word) {
        if (word.length() >= 7 && word.startsWith("sh") && Spelling.distance(word, "sheriffs", 2) <= 2) {
            return "sheriffs";
        }
        if (word.length() >= 5 && !NO_SLIP.contains(word)) {
            for (String right : SLIPS) {
                if (isOneSlip(word, right)) {
                    return right;
                }
            }
        }
        return word;
    }

    /** One letter put in, left out, changed or swapped with its neighbour: {@link Spelling#distance} is 1. */
    private static boolean isOneSlip(String word, String right) {
        int longer = Math.max(word.length(), right.length());
        if (longer - Math.min(word.length(), right.length()) > 1) {
            return false;
        }
        int same = 0;
        while (same < word.length() && same < right.length() && word.charAt(same) == right.charAt(same)) {
            same++;
        }
        int tail = 0;
        while (tail < Math.min(word.length(), right.length()) - same
                && word.charAt(word.length() - 1 - tail) == right.charAt(right.length() - 1 - tail)) {
            tail++;
        }
        int left = longer - same - tail;
        boolean swapped = left == 2
                && word.length() == right.length()
                && word.charAt(same) == right.charAt(same + 1)
                && word.charAt(same + 1) == right.charAt(same);
        return left == 1 || swapped;
    }

    private static void replace(List<String> words, List<String> from, List<String> to) {
        for (int i = 0; i + from.size() <= words.size(); i++) {
            if (words.subList(i, i + from.size()).equals(from)) {
                words.subList(i, i + from.size()).clear();
                words.addAll(i, to);
            }
        }
    }

    private static Body body(List<String> words) {
        if (words.contains("board") || words.contains("commissioners") || words.contains("trustees")) {
            return Body.BOARD;
        } else if (words.contains("sheriffs")) {
            return Body.SHERIFF;
        } else if (words.contains("constables")) {
            return Body.CONSTABLE;
        } else if (words.contains("attorney") || words.contains("attorneys")) {
            return Body.ATTORNEY;
        } else if (words.contains("jail") || words.contains("detention") || words.contains("corrections")) {
            return Body.JAIL;
        } else if (words.contains("police") || words.contains("safety") || words.contains("patrol")) {
            return Body.POLICE;
        } else if (words.contains("marshals") || words.contains("marshal")) {
            return Body.MARSHAL;
        }
        return Body.OTHER;
    }

    private static Set<String> core(UsState state, List<String> words) {
        Set<String> core = new java.util.LinkedHashSet<>(words);
        core.removeAll(OFFICE_WORDS);
        Set<String> withoutState = new java.util.LinkedHashSet<>(core);
        withoutState.removeAll(new HashSet<>(STATE_WORDS.getOrDefault(state, List.of())));
        return withoutState.isEmpty() ? core : withoutState;
    }

    /** How near two names in one state are. */
    enum Nearness {
        /** The same words, perhaps in another order: the same office of the same place. */
        SAME(0),
        /** The same office, one name within the other. */
        WITHIN(1),
        /** A slip or two of the hand apart. */
        SLIP(2),
        /** Different. */
        APART(3);

        private final int doubt;

        Nearness(int doubt) {
            this.doubt = doubt;
        }

        /** How much doubt is left, from 0. */
        int doubt() {
            return doubt;
        }
    }

    /** How near the other name is; names of different offices and names with different numbers are always apart. */
    Nearness nearness(AgencyName other) {
        if (key.equals(other.key)) {
            return Nearness.SAME;
        }
        if (body != other.body || !numbers().equals(other.numbers()) || kindsDiffer(other)) {
            return Nearness.APART;
        }
        if (core.equals(other.core)) {
            return Nearness.SAME;
        }
        if ((!core.isEmpty() && other.core.containsAll(core))
                || (!other.core.isEmpty() && core.containsAll(other.core))) {
            return Nearness.WITHIN;
        }
        String mine = String.join("", core);
        String theirs = String.join("", other.core);
        int slips = Math.min(mine.length(), theirs.length()) >= 8 ? 3 : 2;
        return Math.min(mine.length(), theirs.length()) >= 4 && Spelling.distance(mine, theirs, slips) <= slips
                ? Nearness.SLIP
                : Nearness.APART;
    }

    /** Whether both are offices of one place, whichever offices they are. */
    boolean isSamePlace(AgencyName other) {
        Set<String> mine = place();
        return !mine.isEmpty() && mine.equals(other.place()) && numbers().equals(other.numbers());
    }

    private Set<String> place() {
        Set<String> place = new HashSet<>(core);
        place.removeAll(BODY_WORDS);
        return place;
    }

    private Set<String> numbers() {
        Set<String> numbers = new HashSet<>();
        for (String word : key.split(" ", -1)) {
            if (word.chars().anyMatch(Character::isDigit)) {
                numbers.add(word);
            }
        }
        return numbers;
    }

    private boolean kindsDiffer(AgencyName other) {
        Set<String> kinds = Set.of("township", "borough");
        Set<String> mine = new HashSet<>(
                List.of(key.split(" ", -1)).stream().filter(kinds::contains).toList());
        Set<String> theirs = new HashSet<>(List.of(other.key.split(" ", -1)).stream()
                .filter(kinds::contains)
                .toList());
        return !mine.isEmpty() && !theirs.isEmpty() && !mine.equals(theirs);
    }
}
