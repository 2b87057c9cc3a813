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

/**
 * An iCalendar file (RFC 5545) of all-day events. An event keeps its id when its date changes, and its sequence number then
 * goes up by one. An event of the same matter that stood in the file before and is none now stays as a cancelled one (§
 * 3.8.1.11), so that a calendar that holds it takes it off; events of other matters are kept as they are. The stamp is a
 * given day, no clock, so the same input gives the same bytes. Not for several threads.
 */
public final class IcsFile {
    private static final int FOLD = 75;
    private static final String OURS = "@writwatch";
    private static final String MATTER = "X-WRITWATCH-MATTER";
    private static final String KIND = "BEGIN";
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final String stamp;
    private final String matter;
    private final Map<String, Map<String, String>> before;
    private final Set<String> written = new HashSet<>();
    private final StringBuilder text = new StringBuilder();

    /**
     * Opens a calendar.
     *
     * @param product what made it and in which language: "deadlines//EN"
     * @param asOf the day it speaks for
     * @param matter what tells this matter from others
     * @param previous the file that stands at the same place, empty when there is none
     */
    public IcsFile(String product, LocalDate asOf, String matter, String previous) {
        this.stamp = DAY.format(asOf) + "T000000Z";
        this.matter = digest(matter);
        this.before = events(previous);
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Writwatch//" + product);
    }

    /**
     * An event.
     *
     * @param id what tells it from all others, the same for every date it may have
     * @param first its first day
     * @param last its last day
     * @param summary its headline
     * @param description more, lines apart by a line feed
     * @param everyMonths months after which it comes again; 0 when it does not
     */
    public void event(String id, LocalDate first, LocalDate last, String summary, String description, int everyMonths) {
        Map<String, String> event = new LinkedHashMap<>();
        event.put("DTSTART;VALUE=DATE", DAY.format(first));
        event.put("DTEND;VALUE=DATE", DAY.format(last.plusDays(1)));
        if (everyMonths > 0) {
            boolean years = everyMonths % 12 == 0;
            int interval = years ? everyMonths / 12 : everyMonths;
            event.put("RRULE", "FREQ=" + (years ? "YEARLY" : "MONTHLY") + ";INTERVAL=" + interval);
        }
        event.put("SUMMARY", escaped(summary));
        event.put("DESCRIPTION", escaped(description));
        event.put("STATUS", "CONFIRMED");
        event.put(MATTER, matter);
        write("VEVENT", digest(id) + OURS, event);
    }

    /** Something to mind that has no date: it runs anew from each event. */
    public void standing(String id, String summary, String description) {
        Map<String, String> task = new LinkedHashMap<>();
        task.put("SUMMARY", escaped(summary));
        task.put("DESCRIPTION", escaped(description));
        task.put("STATUS", "NEEDS-ACTION");
        task.put(MATTER, matter);
        write("VTODO", digest(id) + OURS, task);
    }

    /** The file, closed: nothing can be added any more. */
    public String text() {
        before.forEach(this::left);
        line("END:VCALENDAR");
        return text.toString();
    }

    /** An event of the file before that is none now: cancelled when it is of this matter, kept when it is of another. */
    private void left(String uid, Map<String, String> event) {
        if (written.contains(uid) || !uid.endsWith(OURS)) {
            return;
        }
        String kind = event.getOrDefault(KIND, "VEVENT");
        Map<String, String> rest = new LinkedHashMap<>(event);
        rest.remove(KIND);
        if (event.getOrDefault(MATTER, matter).equals(matter)) {
            List.of("UID", "DTSTAMP", "SEQUENCE").forEach(rest::remove);
            rest.put("STATUS", "CANCELLED");
            write(kind, uid, rest);
        } else {
            line("BEGIN:" + kind);
            rest.forEach((key, value) -> line(key + ":" + value));
            line("END:" + kind);
        }
    }

    private void write(String kind, String uid, Map<String, String> event) {
        written.add(uid);
        line("BEGIN:" + kind);
        line("UID:" + uid);
        line("DTSTAMP:" + stamp);
        line("SEQUENCE:" + sequence(uid, event));
        event.forEach((key, value) -> line(key + ":" + value));
        line("END:" + kind);
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
            if (line.equals("BEGIN:VEVENT") || line.equals("BEGIN:VTODO")) {
                event = new LinkedHashMap<>();
                event.put(KIND, line.substring(colon + 1));
            } else if (line.equals("END:VEVENT") || line.equals("END:VTODO")) {
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

    /** The first 32 hex digits of the SHA-256 of some words. */
    static String digest(String words) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum).substring(0, 32).toLowerCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
