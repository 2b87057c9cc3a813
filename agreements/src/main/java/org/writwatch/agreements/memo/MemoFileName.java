package org.writwatch.agreements.memo;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.writwatch.facts.UsState;

/**
 * What a publisher's file name says of a memorandum: "BentonCoAR_JEM_MOA_06-30-2020.pdf". It decides nothing; it is only
 * held against what the lists and the document say.
 *
 * @param state the state it names; empty when it names none for certain
 * @param date the date it names; empty when it names none for certain
 */
public record MemoFileName(Optional<UsState> state, Optional<LocalDate> date) {
    private static final Pattern STATE = Pattern.compile(
            "(?:Co|County|City|Dept|PD|SO|DC|Sheriffs?|Office|Center|Corrections|Police)([A-Za-z]{2})(?![A-Za-z])");
    private static final Pattern ISO = Pattern.compile("(20\\d\\d)[-.](\\d\\d)[-.](\\d\\d)(?!\\d)");
    private static final Pattern PARTS =
            Pattern.compile("(?<!\\d)(\\d\\d?)[-._](\\d\\d?)[-._](20\\d\\d|\\d\\d)(?!\\d)");
    private static final Pattern RUN = Pattern.compile("(?<!\\d)(\\d\\d)(\\d\\d)(20\\d\\d|\\d\\d)(?!\\d)");

    /** Reads a file name. */
    public static MemoFileName of(String file) {
        String name = file.replaceFirst("(?i)\\.pdf$", "").replace("%20", " ");
        return new MemoFileName(state(name), date(name));
    }

    private static Optional<UsState> state(String name) {
        Matcher m = STATE.matcher(name);
        while (m.find()) {
            String code = m.group(1);
            boolean cased = Character.isUpperCase(code.charAt(0));
            for (UsState state : UsState.values()) {
                if (cased && state.name().equals(code.toUpperCase(Locale.ROOT))) {
                    return Optional.of(state);
                }
            }
        }
        String start = name.toLowerCase(Locale.ROOT);
        for (UsState state : UsState.values()) {
            String spelled = state.english().toLowerCase(Locale.ROOT).replace(" ", "");
            if (start.startsWith(spelled)
                    && start.substring(spelled.length()).matches("(?:state|dept|dep|bureau|highway|national).*")) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> date(String name) {
        Matcher iso = ISO.matcher(name);
        if (iso.find()) {
            return PrintedDate.day(iso.group(1), iso.group(2), iso.group(3));
        }
        for (Pattern pattern : new Pattern[] {PARTS, RUN}) {
            Matcher m = pattern.matcher(name);
            if (m.find()) {
                return PrintedDate.day(m.group(3), m.group(1), m.group(2));
            }
        }
        return Optional.empty();
    }
}
