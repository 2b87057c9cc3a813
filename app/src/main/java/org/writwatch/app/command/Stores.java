package org.writwatch.app.command;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.writwatch.agreements.Registry;
import org.writwatch.agreements.roster.PublishedList;
import org.writwatch.evidence.held.HeldTables;
import org.writwatch.facts.phrase.Phrase;
import org.writwatch.facts.problem.NotFound;
import picocli.CommandLine.Model.CommandSpec;

/** The register a command reads: the one kept in the home folder, else the one that travels with the project. */
final class Stores {
    private static final int OLD_DAYS = 45;

    private Stores() {}

    static Registry registry(Context context, Root root) {
        return Registry.in(context.home(root));
    }

    /** The same for a command anywhere below the root. */
    static Registry registry(Context context, CommandSpec spec) {
        return registry(context, (Root) spec.root().userObject());
    }

    /** The outcome tables of the home folder that speak for a day; those in use when none is asked for. */
    static HeldTables tables(Context context, Root root, @Nullable LocalDate asOf) {
        return HeldTables.of(context.home(root), Optional.ofNullable(asOf), List.of());
    }

    /**
     * The day to speak for: the one asked for, else that of the last list. What no list reaches can not be told, so a later
     * day is refused.
     *
     * @throws NotFound when the day is after the last list held, or no list that old is held
     */
    static LocalDate covered(Registry registry, @Nullable LocalDate asked) {
        LocalDate last = registry.lastList();
        if (asked == null) {
            return last;
        } else if (asked.isAfter(last)) {
            throw new NotFound(Phrase.of("app", "day.after-last-list", asked, last), List.of());
        }
        registry.lastListBy(asked);
        return asked;
    }

    /**
     * The day to speak for: the one asked for, else that of the last list.
     *
     * @throws org.writwatch.facts.problem.NotFound when no list of agreements that old is held
     */
    static LocalDate day(Registry registry, @Nullable LocalDate asOf) {
        LocalDate day = asOf == null ? registry.lastList() : asOf;
        registry.lastListSource(day);
        return day;
    }

    /**
     * Says on standard error how old what is shown is: the last list before that day, and a gap when nothing held covers
     * the day.
     */
    static void sayHowOld(Context context, Root root, Registry registry, LocalDate day) {
        if (!root.quiet) {
            PublishedList last = registry.lastListBy(day);
            boolean old = ChronoUnit.DAYS.between(last.until(), day) > OLD_DAYS;
            context.surroundings()
                    .err()
                    .println(context.say(Phrase.of("app", old ? "registry.old" : "registry.as-of", day, last.until())));
            registry.trouble().ifPresent(t -> context.surroundings().err().println(context.say(t)));
        }
    }
}
