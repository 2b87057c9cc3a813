package org.writwatch.app.command;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.writwatch.agreements.Model;
import org.writwatch.agreements.Registry;
import org.writwatch.agreements.RegistryTables;
import org.writwatch.agreements.RegistryTables.Table;
import org.writwatch.app.ExitCode;
import org.writwatch.facts.UsState;
import org.writwatch.facts.gazetteer.Gazetteer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The commands that print one table of the whole register. */
abstract class AgreementsRows implements Callable<Integer> {
    final Context context;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AgreementsCommand parent;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    RowsOptions options;

    AgreementsRows(Context context) {
        this.context = context;
    }

    abstract Table table(Registry registry, RegistryTables tables, LocalDate day);

    @Override
    public Integer call() {
        Registry registry = Stores.registry(context, parent.root);
        LocalDate day = options.day(registry);
        Table table = table(registry, new RegistryTables(registry, Gazetteer.bundled()), day);
        Stores.sayHowOld(context, parent.root, registry, day);
        options.print(context, table);
        return ExitCode.DONE;
    }

    private static Table only(Table table, String column, Optional<String> value) {
        return value.map(v -> table.where(column, v)).orElse(table);
    }

    /** {@code agreements list}: every agreement and application known on a day. */
    @Command(name = "list", mixinStandardHelpOptions = true)
    static final class Listed extends AgreementsRows {
        @Option(names = "--state", paramLabel = "XX", converter = StateConverter.class)
        private @Nullable UsState state;

        @Option(
                names = "--model",
                paramLabel = "jem|tfm|wso",
                converter = ModelConverter.class,
                descriptionKey = "model")
        private @Nullable Model model;

        @Option(names = "--status", paramLabel = "active|not_seen|pending|ended", descriptionKey = "status")
        private @Nullable Status status;

        Listed(Context context) {
            super(context);
        }

        @Override
        Table table(Registry registry, RegistryTables tables, LocalDate day) {
            Table all = tables.list(day);
            all = only(all, "state", Optional.ofNullable(state).map(UsState::name));
            all = only(all, "model", Optional.ofNullable(model).map(Model::name));
            return only(
                    all, "status", Optional.ofNullable(status).map(s -> s.name().toLowerCase(Locale.ROOT)));
        }

        /** The words of the column {@code status}. */
        enum Status {
            ACTIVE,
            NOT_SEEN,
            PENDING,
            ENDED
        }
    }

    /** {@code agreements changes [--since D]}: what happened, each with the list, sheet and row that show it. */
    @Command(name = "changes", mixinStandardHelpOptions = true)
    static final class Changes extends AgreementsRows {
        @Option(names = "--since", paramLabel = "YYYY-MM-DD")
        private @Nullable LocalDate since;

        @Option(names = "--state", paramLabel = "XX", converter = StateConverter.class)
        private @Nullable UsState state;

        Changes(Context context) {
            super(context);
        }

        @Override
        Table table(Registry registry, RegistryTables tables, LocalDate day) {
            return only(
                    tables.changes(Optional.ofNullable(since), day, context.lang()),
                    "state",
                    Optional.ofNullable(state).map(UsState::name));
        }
    }

    /** {@code agreements counts}: how many stood on a day, by state and model. */
    @Command(name = "counts", mixinStandardHelpOptions = true)
    static final class Counts extends AgreementsRows {
        Counts(Context context) {
            super(context);
        }

        @Override
        Table table(Registry registry, RegistryTables tables, LocalDate day) {
            return tables.counts(day);
        }
    }

    /** {@code agreements agencies}: every agency with its county, FBI number, how sure each is and why. */
    @Command(name = "agencies", mixinStandardHelpOptions = true)
    static final class Agencies extends AgreementsRows {
        Agencies(Context context) {
            super(context);
        }

        @Override
        Table table(Registry registry, RegistryTables tables, LocalDate day) {
            return tables.agencies(context.lang());
        }
    }

    /** {@code agreements sources [--repairs]}: every published list, what it counts, and why it does not count. */
    @Command(name = "sources", mixinStandardHelpOptions = true)
    static final class Sources extends AgreementsRows {
        @Option(names = "--repairs")
        private boolean repairs;

        Sources(Context context) {
            super(context);
        }

        @Override
        Table table(Registry registry, RegistryTables tables, LocalDate day) {
            return repairs
                    ? tables.repairs(options.asked(), context.lang())
                    : tables.sources(options.asked(), context.lang());
        }
    }
}
