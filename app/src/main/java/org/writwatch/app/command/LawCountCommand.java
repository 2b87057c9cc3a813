package org.writwatch.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.writwatch.app.ExitCode;
import org.writwatch.app.output.Json;
import org.writwatch.app.output.Rows;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.BadInput;
import org.writwatch.facts.problem.NotFound;
import org.writwatch.law.Law;
import org.writwatch.law.RecordsLaw.DayCount;
import org.writwatch.law.calendar.Closures;
import org.writwatch.law.calendar.CourtCalendar;
import org.writwatch.law.calendar.DayCounter;
import org.writwatch.law.calendar.Deadlines;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code writwatch law count JURISDICTION --from DAY --days N}: one period counted out day by day as the courts of a place
 * count, forward or back, with days added after service by mail or in hours in the federal courts.
 */
@Command(name = "count", mixinStandardHelpOptions = true)
final class LawCountCommand implements Callable<Integer> {
    private static final int MAILED = 3;

    private final Context context;

    @Parameters(paramLabel = "JURISDICTION", descriptionKey = "jurisdiction")
    @SuppressWarnings("NullAway.Init")
    private String jurisdiction;

    @Option(names = "--from", required = true, paramLabel = "DAY", descriptionKey = "count-from")
    @SuppressWarnings("NullAway.Init")
    private String from;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init")
    private Length length;

    /** One of the two. */
    static final class Length {
        @Option(names = "--days", paramLabel = "N", descriptionKey = "count-days")
        private @Nullable Integer days;

        @Option(names = "--hours", paramLabel = "N", descriptionKey = "count-hours")
        private @Nullable Integer hours;
    }

    @Option(names = "--business", descriptionKey = "count-business")
    private boolean business;

    @Option(names = "--backward", descriptionKey = "count-backward")
    private boolean backward;

    @Option(names = "--mailed", descriptionKey = "count-mailed")
    private boolean mailed;

    @Option(names = "--closures", paramLabel = "CLOSURES.yaml", descriptionKey = "closures")
    private @Nullable Path closures;

    @Option(names = "--format", paramLabel = "table|json", descriptionKey = "format")
    private Rows.@Nullable Format format;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    LawCountCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Law law = Law.bundled();
        String code = Law.code(jurisdiction);
        CourtCalendar calendar = CourtCalendar.of(law, code).with(closed());
        if ((mailed || length.hours != null) && !code.equals("US")) {
            throw new NotFound(Phrase.of("law", "count.no-hours", code), List.of("US"));
        } else if ((backward && (business || mailed)) || (length.hours != null && (business || backward || mailed))) {
            throw bad("count.together", "");
        }
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("jurisdiction", code);
        tree.put("from", from);
        List<Phrase> steps = length.hours == null ? days(calendar, tree) : hours(calendar, tree);
        tree.put("counted", steps.stream().map(context::say).toList());
        tree.put("verified", calendar.rule().isPresent());
        boolean asTree = json || format == Rows.Format.JSON;
        String lines = steps.stream().map(context::say).collect(Collectors.joining("\n", "", "\n"));
        context.surroundings().out().print(asTree ? Json.text(tree) : lines);
        return ExitCode.DONE;
    }

    private Closures closed() {
        if (closures == null) {
            return Closures.NONE;
        }
        Path file = context.surroundings().folder().resolve(closures);
        if (!Files.isRegularFile(file)) {
            throw new NotFound(Phrase.of("app", "file.missing", String.valueOf(closures.getFileName())), List.of());
        }
        return Closures.read(file);
    }

    private List<Phrase> days(CourtCalendar calendar, Map<String, @Nullable Object> tree) {
        int days = amount(length.days);
        LocalDate day = day();
        DayCounter end = backward
                ? calendar.backward(day, days)
                : calendar.count(day, new DayCount(days, business ? DayCount.Kind.BUSINESS : DayCount.Kind.CALENDAR));
        if (mailed) {
            end = calendar.added(end, MAILED);
        }
        tree.put("earliest", end.earliest().toString());
        tree.put("latest", end.date().toString());
        List<Phrase> steps = new ArrayList<>(Deadlines.on(calendar).explained(end, day));
        if (backward) {
            steps.set(0, Phrase.of("law", "count.back-start", day));
        }
        return steps;
    }

    private List<Phrase> hours(CourtCalendar calendar, Map<String, @Nullable Object> tree) {
        LocalDateTime event;
        try {
            event = LocalDateTime.parse(from);
        } catch (DateTimeParseException e) {
            throw bad("count.time", from);
        }
        CourtCalendar.HourCount end = calendar.hours(event, amount(length.hours));
        tree.put("end", end.end().toString());
        List<Phrase> steps = new ArrayList<>();
        steps.add(Phrase.of("law", "count.hours-start", Phrase.verbatim(event.toString())));
        steps.addAll(end.counted());
        steps.add(Phrase.of("law", "count.hours-end", Phrase.verbatim(end.end().toString())));
        steps.add(Phrase.of("law", "count.rule-hours"));
        steps.add(Phrase.of("law", "count.confirm"));
        return steps;
    }

    private LocalDate day() {
        try {
            return LocalDate.parse(from);
        } catch (DateTimeParseException e) {
            throw bad("count.day", from);
        }
    }

    private int amount(@Nullable Integer number) {
        if (number == null || number < 1 || number > 3660) {
            throw bad("count.amount", String.valueOf(number));
        }
        return number;
    }

    private static BadInput bad(String key, String found) {
        return new BadInput(
                "law count",
                Phrase.of("app", key, found),
                Phrase.of("app", key + "-expected"),
                Phrase.of("app", "count.remedy"));
    }
}
