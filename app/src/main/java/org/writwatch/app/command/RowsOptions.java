package org.writwatch.app.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.writwatch.agreements.Registry;
import org.writwatch.agreements.RegistryTables.Table;
import org.writwatch.app.output.Json;
import org.writwatch.app.output.Rows;
import picocli.CommandLine.Option;

/** How rows are printed and for which day: the options of every command of the registry. */
final class RowsOptions {
    /** Cells that are counts and leave as numbers in JSON. */
    private static final Set<String> NUMBERS = Set.of(
            "rows",
            "jem",
            "tfm",
            "wso",
            "agencies",
            "duplicates",
            "links",
            "agreements",
            "pending",
            "row",
            "before_row",
            "population",
            "officers",
            "fbi_year",
            "lists");

    @Option(names = "--format", paramLabel = "table|csv|json", descriptionKey = "format.rows")
    private Rows.Format format = Rows.Format.TABLE;

    @Option(names = "--json")
    private boolean json;

    @Option(names = "--as-of", paramLabel = "YYYY-MM-DD")
    private @Nullable LocalDate asOf;

    Rows.Format format() {
        return json ? Rows.Format.JSON : format;
    }

    /** The day asked for. */
    Optional<LocalDate> asked() {
        return Optional.ofNullable(asOf);
    }

    /**
     * The day to speak for: the one asked for, else that of the last list.
     *
     * @throws org.writwatch.facts.problem.NotFound when no list of agreements that old is held
     */
    LocalDate day(Registry registry) {
        return Stores.day(registry, asOf);
    }

    /** Prints a table; an absent value is an empty cell, and null in JSON. */
    void print(Context context, Table table) {
        context.surroundings().out().print(text(table));
    }

    private String text(Table table) {
        return format() == Rows.Format.JSON
                ? Json.text(table.records(NUMBERS))
                : new Rows(table.header(), table.rows()).text(format());
    }

    /** Rows as objects, for a tree that holds more than one table. */
    static List<?> objects(Table table) {
        return table.records(NUMBERS);
    }
}
