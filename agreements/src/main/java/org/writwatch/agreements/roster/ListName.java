package org.writwatch.agreements.roster;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file's name claims. Claims are witnesses: the name of a list has been wrong about its kind once and about its
 * day nine times.
 *
 * @param kind "participating" or "pending" when the name says so
 * @param label the day in ICE's own part of the name, month first
 * @param labelled whether the name carries digits that should be a day
 * @param archived when the archive fetched it
 */
record ListName(Optional<ListKind> kind, Optional<LocalDate> label, boolean labelled, Optional<Instant> archived) {
    private static final Pattern ARCHIVED = Pattern.compile("^(\\d{8}T\\d{6}Z)_");
    private static final Pattern CAPTURED = Pattern.compile("-(\\d{14})\\.");
    private static final Pattern LABEL = Pattern.compile("agencies_?(\\d{6,10})(?:am|pm|mid|[^\\d]|$)");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);
    private static final DateTimeFormatter CAPTURE = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);

    static ListName of(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        Optional<ListKind> kind = name.contains("pending")
                ? Optional.of(ListKind.PENDING)
                : name.contains("participating") ? Optional.of(ListKind.PARTICIPATING) : Optional.empty();
        Optional<Instant> archived =
                time(ARCHIVED.matcher(file), STAMP).or(() -> time(CAPTURED.matcher(file), CAPTURE));
        Matcher label = LABEL.matcher(name);
        boolean labelled = label.find();
        return new ListName(kind, labelled ? day(label.group(1)) : Optional.empty(), labelled, archived);
    }

    private static Optional<LocalDate> day(String digits) {
        if (digits.length() != 8) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(digits.substring(4)),
                    Integer.parseInt(digits.substring(0, 2)),
                    Integer.parseInt(digits.substring(2, 4))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> time(Matcher matcher, DateTimeFormatter format) {
        if (!matcher.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(matcher.group(1), format).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
