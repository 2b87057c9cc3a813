package org.writwatch.papers.draft.records;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.writwatch.agreements.Agreement;
import org.writwatch.agreements.memo.Duty;
import org.writwatch.agreements.memo.Memorandum;
import org.writwatch.facts.Source;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.law.Authority;
import org.writwatch.law.Datum;
import org.writwatch.papers.draft.Note;

/** How facts and law are said in a paper for an agency or a court, which reads English. */
public final class English {
    private static final int LONGEST_QUOTE = 650;
    private static final String FLAG = "[VERIFY]";
    private static final Pattern STOPPED = Pattern.compile("[.!?][”\")\\]]?$");
    private static final Pattern LABEL = Pattern.compile("^(?:[Aa]dverse|[A-Z]{3,}(?: [A-Z]{2,})*):\\s+");
    private static final Pattern ASIDE =
            Pattern.compile("\\b(?:CHECK|Check|CAUTION|Caution|BEWARE|NOTE|Note):|\\bCHECK FIRST\\b");

    /** Words that the data shout and a paper says. */
    private static final Pattern SHOUTED =
            Pattern.compile("\\b(?:UNITED STATES|NOT|NONE|NO|SHALL|MUST|MAY|ONLY|REQUIRED|STATE|SHERIFF|"
                    + "COUNTY|CITY|CITIZEN|PRIVATE|PUBLIC|BODY|BUSINESS|REQUESTER|DAYS|MONTHS|THREE|FOUR|THIRTY|BUT|AND|AFTER|BEFORE|"
                    + "EITHER|SOLE|DAMAGES|INACTION|EXCEPTION|CERTIFY|RIGHT|UNKNOWN)\\b(?![^\\[]*\\])");

    private static final Pattern YEAR_LAST = Pattern.compile("^(.+, [0-9]+ [A-Z].*?[0-9]+) (\\([^()]*[0-9]{4}\\).*)$");

    private English() {}

    /** What the data have in capitals for stress, in small letters; words in brackets are left as they are. */
    public static String calm(String words) {
        Matcher shouted = SHOUTED.matcher(words);
        StringBuilder said = new StringBuilder();
        while (shouted.find()) {
            boolean first =
                    shouted.start() == 0 || words.substring(0, shouted.start()).endsWith(". ");
            String small = shouted.group().equals("UNITED STATES")
                    ? "United States"
                    : shouted.group().toLowerCase(Locale.ROOT);
            shouted.appendReplacement(
                    said, first ? small.substring(0, 1).toUpperCase(Locale.ROOT) + small.substring(1) : small);
        }
        return shouted.appendTail(said).toString();
    }

    public static String say(Phrase phrase) {
        return Phrasebook.of(Lang.EN).say(phrase);
    }

    public static String say(String key, Object... args) {
        return say(Phrase.of("papers", "draft." + key, args));
    }

    public static String say(LocalDate day) {
        return Phrasebook.of(Lang.EN).say(day);
    }

    /** "Jail Enforcement Model". */
    public static String model(Agreement agreement) {
        return say("model." + agreement.model().name());
    }

    /** Words with a full stop and a capital letter; the flag of unverified law goes after the stop. */
    public static String sentence(String words) {
        String said = words.strip();
        if (said.isEmpty()) {
            return said;
        }
        return stop(said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1));
    }

    /** Words with a full stop; the flag of unverified law goes after it, so that no line starts with a stop. */
    public static String stop(String words) {
        if (words.endsWith(" " + FLAG)) {
            return stop(words.substring(0, words.length() - FLAG.length() - 1)) + " " + FLAG;
        }
        return STOPPED.matcher(words).find() ? words : words + ".";
    }

    /** Words with a full stop, flagged unless the law behind them was read in a source. */
    public static String stop(String words, boolean verified) {
        return stop(verified || words.endsWith(FLAG) ? words : words + " " + FLAG);
    }

    /** What a statement of law says, to stand after a colon: without the asides that are meant for a lawyer. */
    public static String clause(Datum datum) {
        String said = String.join("; ", datum.values());
        Matcher aside = ASIDE.matcher(said);
        String kept = aside.find() ? said.substring(0, aside.start()).strip() : said;
        return stop(calm(kept), datum.confidence().verified());
    }

    /** The asides: what to check or beware of, meant for a lawyer and not for an agency or a court. */
    public static List<String> asides(Datum datum) {
        String said = String.join("; ", datum.values());
        Matcher aside = ASIDE.matcher(said);
        return Stream.concat(
                        aside.find() ? Stream.of(said.substring(aside.start()).strip()) : Stream.of(),
                        datum.note().stream())
                .map(English::sentence)
                .toList();
    }

    /**
     * The authority of a statement of law, and how fresh the text was that was read.
     *
     * @param whole what to name where the statement names no section of its own: the act, or the practice of a state
     */
    public static Note note(Datum datum, String whole) {
        String cite = datum.authority().orElseGet(() -> say("note.no-section", whole));
        String asOf =
                datum.asOf().map(d -> " " + say("note.text-as-of", day(d))).orElse("");
        return new Note(
                Note.Kind.LAW, stop(sentence(cite + asOf), datum.confidence().verified()));
    }

    public static Note note(Authority authority) {
        return new Note(Note.Kind.LAW, sentence(citation(authority)));
    }

    /** The authorities that stand against the statement they are noted under. */
    public static Note against(List<Authority> authorities) {
        return new Note(
                Note.Kind.LAW,
                sentence(say(
                        "note.against",
                        authorities.stream().map(English::citation).collect(Collectors.joining("; ")))));
    }

    /** The citation with its pages, which stand before the year of a reported case, flagged as the law room flags it. */
    public static String citation(Authority authority) {
        String flag = " [VERIFY]";
        String printed = authority.printed();
        boolean flagged = printed.endsWith(flag);
        String bare = flagged ? printed.substring(0, printed.length() - flag.length()) : printed;
        return authority.pinpoint().map(p -> pinned(bare, p)).orElse(bare) + (flagged ? flag : "");
    }

    /** The citation as it stands in a text, without its flag. */
    public static String unflagged(Authority authority) {
        return citation(authority).replaceFirst(" \\[VERIFY]$", "");
    }

    private static String pinned(String citation, String pages) {
        Matcher reported = YEAR_LAST.matcher(citation);
        return reported.matches()
                ? reported.group(1) + ", " + pages + " " + reported.group(2)
                : citation + ", " + pages;
    }

    /** A source in full: who, what, where inside, when fetched, where published. */
    public static String full(Source source) {
        StringBuilder said = new StringBuilder(source.publisher())
                .append(", “")
                .append(source.title())
                .append("”");
        if (!source.location().isEmpty()) {
            said.append(", ").append(source.location());
        }
        source.retrieved().ifPresent(d -> said.append(", ").append(say("note.retrieved", d)));
        source.address().ifPresent(a -> said.append(", ").append(a));
        return said.toString();
    }

    /** Each source once, in a fixed order. */
    public static List<Source> once(List<Source> sources) {
        return sources.stream().distinct().sorted(Comparator.naturalOrder()).toList();
    }

    /** "Jail Enforcement Model memorandum, signed on March 11, 2020 (12 pages)", or how its date is known instead. */
    public static String memorandum(Memorandum memo, AgencyRecord record) {
        String model = say("model." + memo.model().name());
        Optional<LocalDate> listed = record.agreements().stream()
                .filter(a -> a.model() == memo.model())
                .flatMap(a -> a.signed().stream())
                .findFirst();
        if (memo.signed().isPresent()) {
            return say("memo.signed", model, memo.signed().get(), memo.pages());
        }
        return listed.map(day -> say("memo.listed", model, day, memo.pages()))
                .orElseGet(() -> say("memo.undated", model, memo.pages()));
    }

    /** Several notes as one, parted by semicolons; none when there are none. */
    public static List<Note> joined(List<Note> notes) {
        if (notes.size() < 2) {
            return notes;
        }
        String said = notes.stream()
                .map(Note::text)
                .map(t -> t.endsWith(". " + FLAG) ? t.substring(0, t.length() - FLAG.length() - 2) + " " + FLAG : t)
                .map(t -> t.endsWith(".") ? t.substring(0, t.length() - 1) : t)
                .collect(Collectors.joining("; "));
        return List.of(new Note(notes.get(0).kind(), stop(said)));
    }

    /** Where a duty stands in its memorandum: "section IV.C, page 2", "Appendix B, page 10". */
    public static String place(Duty duty) {
        String clause = duty.clause().startsWith("Appendix") ? duty.clause() : say("section", duty.clause());
        return say("place", clause, duty.page());
    }

    /** A point as the data have it, without the label that the data put before it. */
    public static String unlabelled(String words) {
        return LABEL.matcher(words.strip()).replaceFirst("");
    }

    /** The quotation, cut at the end of a sentence or word when it is long, with the cut shown. */
    public static String quote(String words) {
        if (words.length() <= LONGEST_QUOTE) {
            return words;
        }
        int sentence = words.lastIndexOf(". ", LONGEST_QUOTE);
        int cut = sentence > LONGEST_QUOTE / 2 ? sentence + 1 : words.lastIndexOf(' ', LONGEST_QUOTE);
        return words.substring(0, cut) + " …";
    }

    /** A day in words where the data write a whole one; a year or a month as it stands. */
    private static Object day(String asOf) {
        return asOf.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? LocalDate.parse(asOf) : asOf;
    }
}
