package org.writwatch.app.command;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.writwatch.agreements.Registry;
import org.writwatch.agreements.roster.PublishedList;
import org.writwatch.facts.phrase.Phrase;

/** The register a command reads: the one kept in the home folder, else the one that travels with the project. */
final class Stores {
    private static final int OLD_DAYS = 45;

    private Stores() {}

    static Registry registry(Context context, Root root) {
        return Registry.in(context.home(root));
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
