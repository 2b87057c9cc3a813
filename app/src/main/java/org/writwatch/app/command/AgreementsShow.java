package org.writwatch.app.command;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.writwatch.agreements.Agreement;
import org.writwatch.agreements.Registry;
import org.writwatch.agreements.RegistryTables;
import org.writwatch.agreements.RegistryTables.Table;
import org.writwatch.agreements.history.Event;
import org.writwatch.agreements.history.HeldAgency;
import org.writwatch.app.ExitCode;
import org.writwatch.app.output.Json;
import org.writwatch.app.output.Rows;
import org.writwatch.app.registry.AgencyText;
import org.writwatch.facts.gazetteer.Gazetteer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * {@code agreements show AGENCY}: one agency with its joins, agreements and events; or one event, by its id, with the
 * cells that prove it.
 */
@Command(name = "show", mixinStandardHelpOptions = true)
final class AgreementsShow implements Callable<Integer> {
    private final Context context;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private AgreementsCommand parent;

    @Parameters(paramLabel = "AGENCY|EVENT", descriptionKey = "agency-or-event")
    @SuppressWarnings("NullAway.Init")
    private String asked;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private RowsOptions options;

    AgreementsShow(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Registry registry = Stores.registry(context, parent.root);
        LocalDate day = options.day(registry);
        RegistryTables tables = new RegistryTables(registry, Gazetteer.bundled());
        Optional<Event> event = registry.findEvent(asked, day);
        Stores.sayHowOld(context, parent.root, registry, day);
        if (event.isPresent()) {
            options.print(context, tables.why(event.get(), context.lang()));
            return ExitCode.DONE;
        }
        Optional<Agreement> one = registry.findAgreement(asked, day);
        HeldAgency agency = registry.held(one.map(Agreement::agency).orElseGet(() -> registry.agency(asked)));
        Table agreements = only(one, tables.history(agency.agency().id(), day));
        Table events = only(one, tables.why(agency.agency().id(), day, context.lang()));
        Table card = tables.agency(agency, context.lang());
        switch (options.format()) {
            case JSON -> {
                Map<String, @Nullable Object> tree = new LinkedHashMap<>();
                tree.put("as_of", day.toString());
                tree.put("last_list", registry.lastListBy(day).until().toString());
                tree.put("agency", RowsOptions.objects(card).get(0));
                tree.put("agreements", RowsOptions.objects(agreements));
                tree.put("events", RowsOptions.objects(events));
                context.surroundings().out().print(Json.text(tree));
            }
            case CSV ->
                context.surroundings()
                        .out()
                        .print(new Rows(agreements.header(), agreements.rows()).text(Rows.Format.CSV));
            case TABLE ->
                context.surroundings()
                        .out()
                        .print(AgencyText.of(
                                agency,
                                card,
                                one.map(List::of)
                                        .orElseGet(() ->
                                                registry.history(agency.agency().id(), day)),
                                events,
                                context.lang()));
        }
        return ExitCode.DONE;
    }

    /** The rows of one agreement, where one was asked for. */
    private static Table only(Optional<Agreement> one, Table table) {
        int id = table.header().indexOf("agreement_id");
        return one.map(a -> new Table(
                        table.header(),
                        table.rows().stream()
                                .filter(r -> r.get(id).equals(a.id()))
                                .toList()))
                .orElse(table);
    }
}
