package org.writwatch.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.writwatch.evidence.custody.Facility;
import org.writwatch.evidence.held.HeldTable;
import org.writwatch.evidence.held.HeldTables;
import org.writwatch.evidence.table.TableDescriptor;
import org.writwatch.facts.Place;
import org.writwatch.facts.UsState;
import org.writwatch.facts.gazetteer.FbiAgency;
import org.writwatch.facts.gazetteer.Gazetteer;

/** Every question that the tables a person brought in answer, asked of one county. */
final class OutcomeFindings {
    private final HeldTables held;
    private final Place place;
    private final Consumer<Specification> announce;

    OutcomeFindings(HeldTables held, Place place, Consumer<Specification> announce) {
        this.held = held;
        this.place = place;
        this.announce = announce;
    }

    /**
     * The findings by harm: tables by name, places of a table by their code, questions in the descriptor's order; a number
     * that should not move stands after those it is the control of, and among what speaks for or against each.
     */
    Map<String, List<Finding>> byHarm(List<ChangeDate> dates) {
        Map<String, List<Finding>> all = new LinkedHashMap<>();
        for (HeldTable table : held.outcomes()) {
            for (Map.Entry<String, String> at : places(table).entrySet()) {
                ask(table, at.getKey(), at.getValue(), dates)
                        .forEach((harm, found) -> all.computeIfAbsent(harm, k -> new ArrayList<>())
                                .addAll(found));
            }
        }
        return all;
    }

    private Map<String, List<Finding>> ask(HeldTable table, String key, String name, List<ChangeDate> dates) {
        Map<String, List<Finding>> asked = new LinkedHashMap<>();
        List<Finding> controls = new ArrayList<>();
        for (TableDescriptor.Answers question : table.answers()) {
            if (!table.periods(question).containsKey(key)) {
                continue;
            }
            Finding finding = new OutcomeFinding(table, question, place, key, name)
                    .find(dates, other -> state(table, other), announce);
            if (question.control()) {
                controls.add(finding);
            } else {
                asked.computeIfAbsent(question.harm(), k -> new ArrayList<>()).add(finding);
            }
        }
        List<Diagnostic> beside = controls.stream().map(OutcomeDoubts::control).toList();
        asked.replaceAll((harm, found) -> found.stream()
                .map(f -> f.answer() instanceof Answer.Estimated ? f.with(beside) : f)
                .toList());
        Map<String, List<Finding>> all = new LinkedHashMap<>();
        asked.forEach((harm, found) -> all.put(harm, new ArrayList<>(found)));
        if (!controls.isEmpty()) {
            all.computeIfAbsent("negative-control", k -> new ArrayList<>()).addAll(controls);
        }
        return all;
    }

    /** The places of a table that lie in the county, by code, with the name of each. */
    private Map<String, String> places(HeldTable table) {
        Map<String, String> places = new LinkedHashMap<>();
        switch (table.descriptor().place().kind()) {
            case "fips", "fips-number" -> places.put(place.fips().code(), place.label());
            case "ori" ->
                Gazetteer.bundled().listAgencies(place.fips()).stream()
                        .sorted(java.util.Comparator.comparing(FbiAgency::ori))
                        .forEach(a -> places.put(a.ori(), a.name()));
            case "facility" ->
                held.custody()
                        .inCounty(place.fips(), Facility.Kind.LOCAL_JAIL)
                        .forEach(f -> places.put(f.code(), f.name()));
            default -> {}
        }
        return places;
    }

    private Optional<String> state(HeldTable table, String key) {
        return switch (table.descriptor().place().kind()) {
            case "ori" -> Optional.of(key.substring(0, 2));
            case "facility" -> held.custody().facility(key).state().map(UsState::name);
            default -> Optional.of(key.substring(0, Math.min(2, key.length())));
        };
    }
}
