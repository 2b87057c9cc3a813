package org.writwatch.app.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.writwatch.agreements.Registry;
import org.writwatch.agreements.RegistryTables;
import org.writwatch.agreements.RegistryTables.Table;
import org.writwatch.agreements.history.HeldAgency;
import org.writwatch.app.dossier.AgreementTree;
import org.writwatch.app.output.Json;
import org.writwatch.app.output.Rows;
import org.writwatch.evidence.Figure;
import org.writwatch.evidence.FigureTable;
import org.writwatch.evidence.FindingRecord;
import org.writwatch.facts.Place;
import org.writwatch.facts.UsState;
import org.writwatch.facts.gazetteer.Gazetteer;
import org.writwatch.facts.phrase.Lang;
import org.writwatch.law.Law;
import org.writwatch.law.text.Casebook;
import org.writwatch.papers.page.DossierContent;
import org.writwatch.papers.site.MapView;
import org.writwatch.papers.site.StateView;

/**
 * The facts of the pages as files for programs: {@code api/*.json}, described by {@code api/openapi.json}, and
 * {@code data/*.csv}. The same names answer from a folder and from {@link SiteServer}.
 */
final class SiteData {
    private final Registry registry;
    private final LocalDate asOf;
    private final RegistryTables tables;

    SiteData(Registry registry, LocalDate asOf) {
        this.registry = registry;
        this.asOf = asOf;
        this.tables = new RegistryTables(registry, Gazetteer.bundled());
    }

    /** The files that are about the whole register. */
    Map<String, Supplier<String>> whole(List<Place> counties, List<HeldAgency> agencies) {
        Map<String, Supplier<String>> files = new LinkedHashMap<>();
        Supplier<Casebook> cases = () -> Casebook.of(Law.bundled(), Optional.empty(), Optional.empty());
        files.put("data/agreements.csv", () -> csv(tables.list(asOf)));
        files.put("data/changes.csv", () -> csv(tables.changes(Optional.empty(), asOf, Lang.EN)));
        files.put("data/counts.csv", () -> csv(tables.counts(asOf)));
        files.put("data/cases.csv", () -> new Rows(Casebook.HEADER, cases.get().rows(Lang.EN)).text(Rows.Format.CSV));
        files.put("api/agreements.json", () -> {
            Map<String, @Nullable Object> tree = head("agreements");
            tree.put("agreements", tables.list(asOf).records(Set.of()));
            return Json.line(tree) + "\n";
        });
        files.put("api/cases.json", () -> {
            Map<String, @Nullable Object> tree = head("cases");
            tree.putAll(cases.get().json());
            return Json.line(tree) + "\n";
        });
        files.put("api/index.json", () -> index(counties, agencies));
        files.put("api/openapi.json", OpenApi::text);
        return files;
    }

    private static String csv(Table table) {
        return new Rows(table.header(), table.rows()).text(Rows.Format.CSV);
    }

    private Map<String, @Nullable Object> head(String what) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("schema", "writwatch/site-" + what + "/1");
        tree.put("as_of", asOf.toString());
        tree.put("last_list", registry.lastListBy(asOf).until().toString());
        tree.put("licence", "CC-BY-4.0");
        return tree;
    }

    private String index(List<Place> counties, List<HeldAgency> agencies) {
        Map<String, @Nullable Object> tree = head("index");
        tree.put(
                "counties",
                counties.stream()
                        .map(p -> named("county", p.slug(), p.label(), p.fips().code()))
                        .toList());
        tree.put(
                "agencies",
                agencies.stream()
                        .map(a -> named(
                                "agency",
                                a.agency().id(),
                                a.agency().name() + ", " + a.agency().state().name(),
                                ""))
                        .toList());
        return Json.line(tree) + "\n";
    }

    private static Map<String, @Nullable Object> named(String kind, String id, String name, String fips) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("id", id);
        map.put("name", name);
        if (!fips.isEmpty()) {
            map.put("fips", fips);
        }
        map.put("file", "api/" + kind + "/" + id + ".json");
        return map;
    }

    /** Agreements, findings and the command that makes them again. */
    String county(DossierContent content) {
        Map<String, @Nullable Object> tree = head("county");
        tree.putAll(AgreementTree.of(content));
        tree.put("schema", "writwatch/site-county/1");
        tree.put("findings", FindingRecord.of(content.findings()));
        tree.put("reproduce", content.reproduce());
        tree.put("reproduce_effect", "./writwatch effect \"" + content.place().label() + "\" --as-of " + asOf);
        return Json.line(tree) + "\n";
    }

    /** The numbers of every figure of a county one below the other, each with its figure's id; empty when it has none. */
    Optional<String> figures(DossierContent content) {
        StringBuilder text = new StringBuilder();
        List<Figure> figures =
                content.findings().stream().flatMap(f -> f.figures().stream()).toList();
        for (Figure figure : figures) {
            String[] lines = FigureTable.csv(figure, Lang.EN).split("\r?\n", -1);
            for (int i = text.isEmpty() ? 0 : 1; i < lines.length; i++) {
                if (!lines[i].isEmpty()) {
                    text.append(i == 0 ? "figure," : figure.id() + ",")
                            .append(lines[i])
                            .append("\r\n");
                }
            }
        }
        return figures.isEmpty() ? Optional.empty() : Optional.of(text.toString());
    }

    /** The counties of a state with what their layers say. */
    Rows counties(StateView view) {
        return new Rows(
                List.of("county_fips", "county", "state", "sheriff_and_county", "cities_and_campuses", "as_of"),
                view.counties().stream()
                        .map(c -> List.of(
                                c.place().fips().code(),
                                c.place().name(),
                                c.place().state().name(),
                                c.county().key(),
                                c.within().key(),
                                asOf.toString()))
                        .toList());
    }

    /** Every county on every day of the map. */
    static Rows days(MapView view) {
        List<List<String>> rows = new ArrayList<>();
        for (MapView.Day day : view.days()) {
            for (int c = 0; c < view.counties().size(); c++) {
                Place place = view.counties().get(c).place();
                rows.add(List.of(
                        day.date().toString(),
                        place.fips().code(),
                        place.name(),
                        place.state().name(),
                        day.verdicts().get(c).key()));
            }
        }
        return new Rows(List.of("date", "county_fips", "county", "state", "local"), rows);
    }

    /** The same as JSON, with what the agencies of the whole state agreed to. */
    String state(StateView view) {
        Map<String, @Nullable Object> tree = head("state");
        tree.put("state", view.state().name());
        tree.put("statewide", view.statewide().key());
        tree.put(
                "counties",
                view.counties().stream()
                        .map(c -> {
                            Map<String, @Nullable Object> map = new LinkedHashMap<>();
                            map.put("fips", c.place().fips().code());
                            map.put("slug", c.place().slug());
                            map.put("name", c.place().name());
                            map.put("sheriff_and_county", c.county().key());
                            map.put("cities_and_campuses", c.within().key());
                            return map;
                        })
                        .toList());
        return Json.line(tree) + "\n";
    }

    /** An agency's history. */
    String agency(HeldAgency agency) {
        Map<String, @Nullable Object> tree = head("agency");
        tree.put("agency", tables.agency(agency, Lang.EN).records(Set.of()).get(0));
        tree.put("agreements", tables.history(agency.agency().id(), asOf).records(Set.of()));
        return Json.line(tree) + "\n";
    }

    static String lower(UsState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
