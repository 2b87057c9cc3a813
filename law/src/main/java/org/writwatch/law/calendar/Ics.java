package org.writwatch.law.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.facts.phrase.Phrasebook;
import org.writwatch.law.Screening;
import org.writwatch.law.Screening.Deadline;

/**
 * The dates of a screening as an iCalendar file (RFC 5545): one all-day event a date, over the whole range where the end is
 * in doubt. An event keeps its id when its date changes, and its sequence number then goes up by one. Dates the law gives
 * no number for are left out. A date of this matter that stood in the file before and is no longer one stays as a cancelled
 * event (RFC 5545 § 3.8.1.11) of the next sequence number, so that a calendar that holds it takes it off; events of other
 * matters in the same file are kept as they are. The stamp is the day the screening speaks for, so the same input gives the same bytes.
 */
public final class Ics {
    private static final int FOLD = 75;
    private static final String OURS = "@writwatch";
    private static final String MATTER = "X-WRITWATCH-MATTER";
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final Phrasebook book;
    private final String stamp;
    private final String matter;
    private final Map<String, Map<String, String>> before;
    private final Set<String> written = new HashSet<>();
    private final StringBuilder text = new StringBuilder();

    private Ics(Lang lang, LocalDate asOf, String matter, String previous) {
        this.matter = matter;
        this.book = Phrasebook.of(lang);
        this.stamp = DAY.format(asOf) + "T000000Z";
        this.before = events(previous);
    }

    /**
     * The file.
     *
     * @param matter what tells this matter from others; part of each id
     * @param previous the file that stands at the same place, empty when there is none
     */
    public static String of(Screening screening, String matter, String previous, Lang lang) {
        Ics ics = new Ics(lang, screening.asOf(), digest(String.join("|", screening.jurisdiction(), matter)), previous);
        ics.line("BEGIN:VCALENDAR");
        ics.line("VERSION:2.0");
        ics.line("PRODID:-//Writwatch//deadlines//" + lang.name());
        for (Screening.Claim claim : screening.claims()) {
            for (Deadline deadline : claim.deadlines()) {
                if (deadline.date().isPresent()) {
                    String id = String.join("|", screening.jurisdiction(), claim.id(), deadline.id(), matter);
                    ics.event(digest(id) + OURS, claim.id(), deadline);
                }
            }
        }
        ics.before.forEach(ics::left);
        ics.line("END:VCALENDAR");
        return ics.text.toString();
    }

    private void event(String uid, String claim, Deadline deadline) {
        LocalDate date = deadline.date().orElseThrow();
        LocalDate first = deadline.range().map(Screening.Range::earliest).orElse(date);
        LocalDate last = deadline.range().map(Screening.Range::latest).orElse(date);
        Map<String, String> event = new LinkedHashMap<>();
        event.put("DTSTART;VALUE=DATE", DAY.format(first));
        event.put("DTEND;VALUE=DATE", DAY.format(last.plusDays(1)));
        event.put("SUMMARY", escaped(claim + ": " + book.say(deadline.rule())));
        String counted = deadline.counted().stream().map(book::say).collect(Collectors.joining("\n"));
        event.put("DESCRIPTION", escaped((deadline.cite().isEmpty() ? "" : deadline.cite() + "\n") + counted));
        event.put("STATUS", "CONFIRMED");
        event.put(MATTER, matter);
        write(uid, event);
    }

    /** An event of the file before that is none now: cancelled when it is of this matter, kept when it is of another. */
    private void left(String uid, Map<String, String> event) {
        if (written.contains(uid) || !uid.endsWith(OURS)) {
            return;
        }
        if (event.getOrDefault(MATTER, matter).equals(matter)) {
            Map<String, String> gone = new LinkedHashMap<>(event);
            List.of("UID", "DTSTAMP", "SEQUENCE").forEach(gone::remove);
            gone.put("STATUS", "CANCELLED");
            write(uid, gone);
        } else {
            line("BEGIN:VEVENT");
            event.forEach((key, value) -> line(key + ":" + value));
            line("END:VEVENT");
        }
    }

    private void write(String uid, Map<String, String> event) {
        written.add(uid);
        line("BEGIN:VEVENT");
        line("UID:" + uid);
        line("DTSTAMP:" + stamp);
        line("SEQUENCE:" + sequence(uid, event));
        event.forEach((key, value) -> line(key + ":" + value));
        line("END:VEVENT");
    }

    private int sequence(String uid, Map<String, String> event) {
        Map<String, String> old = before.get(uid);
        if (old == null) {
            return 0;
        }
        String number = old.getOrDefault("SEQUENCE", "0");
        int sequence = number.matches("[0-9]{1,6}") ? Integer.parseInt(number) : 0;
        boolean same = event.entrySet().stream().allMatch(e -> e.getValue().equals(old.get(e.getKey())));
        return same ? sequence : sequence + 1;
    }

    /** The events of a file by id; what is no event of ours is passed over. */
    private static Map<String, Map<String, String>> events(String file) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        Map<String, String> event = new LinkedHashMap<>();
        for (String line : unfolded(file)) {
            int colon = line.indexOf(':');
            if (line.equals("BEGIN:VEVENT")) {
                event = new LinkedHashMap<>();
            } else if (line.equals("END:VEVENT")) {
                all.put(event.getOrDefault("UID", ""), event);
            } else if (colon > 0) {
                event.put(line.substring(0, colon), line.substring(colon + 1));
            }
        }
        return all;
    }

    private static List<String> unfolded(String file) {
        List<String> lines = new ArrayList<>();
        for (String line : file.lines().toList()) {
            if (line.startsWith(" ") && !lines.isEmpty()) {
                lines.set(lines.size() - 1, lines.get(lines.size() - 1) + line.substring(1));
            } else {
                lines.add(line);
            }
        }
        return lines;
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r", "")
                .replace("\n", "\\n");
    }

    /** A line folded so that none is longer than 75 octets, never inside a character. */
    private void line(String words) {
        int octets = 0;
        for (int i = 0; i < words.length(); ) {
            int point = words.codePointAt(i);
            String one = Character.toString(point);
            int size = one.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > FOLD) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(one);
            octets += size;
            i += one.length();
        }
        text.append("\r\n");
    }

    private static String digest(String words) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum).substring(0, 32).toLowerCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
