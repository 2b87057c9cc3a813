package org.writwatch.app.command;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.writwatch.agreements.Registry;
import org.writwatch.agreements.RegistryTables;
import org.writwatch.app.ExitCode;
import org.writwatch.facts.gazetteer.Gazetteer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code agreements history AGENCY [--why]}: every agreement of one agency; why: every event and the cells that prove it. */
@Command(name = "history", mixinStandardHelpOptions = true)
final class AgreementsHistory implements Callable<Integer> {
    private final Context context;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AgreementsCommand parent;

    @Parameters(paramLabel = "AGENCY", descriptionKey = "agency")
    @SuppressWarnings("NullAway.Init")
    private String agency;

    @Option(names = "--why")
    private boolean why;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private RowsOptions options;

    AgreementsHistory(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Registry registry = Stores.registry(context, parent.root);
        LocalDate day = options.day(registry);
        RegistryTables tables = new RegistryTables(registry, Gazetteer.bundled());
        RegistryTables.Table table = why ? tables.why(agency, day, context.lang()) : tables.history(agency, day);
        Stores.sayHowOld(context, parent.root, registry, day);
        options.print(context, table);
        return ExitCode.DONE;
    }
}
