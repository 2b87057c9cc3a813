package org.writwatch.law.screen;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.writwatch.law.Law;
import org.writwatch.law.Truth;
import org.writwatch.law.calendar.Closures;
import org.writwatch.law.matter.FactTable;
import org.writwatch.law.matter.Matter;
import org.writwatch.law.matter.Matter.Respondent;
import org.writwatch.law.matter.Matter.Value;

/**
 * The calendar's part of a {@link ScreenSheet}: for each question about time the days between which its answer changes, found
 * by asking {@link TimeAtoms} itself. An answer changes once as the day asked about comes nearer, so halving finds it.
 */
final class SheetDays {
    /** No period in the law that we hold is longer, in years. */
    private static final int YEARS = 60;

    private final Law law;
    private final String code;
    private final LocalDate asOf;

    SheetDays(Law law, String code, LocalDate asOf) {
        this.law = law;
        this.code = code;
        this.asOf = asOf;
    }

    Matter matter(Map<String, Value> facts) {
        Respondent nobody = new Respondent(Optional.empty(), Optional.empty(), Optional.empty());
        return new Matter(List.of("D"), code, nobody, asOf, facts);
    }

    private TimeAtoms time(Matter matter) {
        UscisAtoms uscis = new UscisAtoms(law, matter);
        return new TimeAtoms(
                law, matter, new LawAtoms(law, code, asOf), new DutyAtoms(law, code), uscis, Closures.NONE);
    }

    private Truth ask(String atom, Map<String, Value> facts) {
        return time(matter(facts)).known(atom);
    }

    /** The answer, when no fact can change it. */
    Optional<Boolean> settled(String atom) {
        boolean hangs = !time(matter(Map.of())).facts(atom).isEmpty() || atom.equals("time.response_over");
        Truth now = ask(atom, Map.of());
        return hangs || now == Truth.UNKNOWN ? Optional.empty() : Optional.of(now == Truth.MET);
    }

    /** How to answer an atom from the facts; empty when it is settled, or left to the command line. */
    Optional<Object> of(String atom) {
        return switch (atom) {
            case "time.response_over" ->
                Optional.of(cuts("response", atom, "request_date", Map.of("answered", new Value.Truth(false))));
            case "time.appeal_over" -> dated(atom, "appeal", Map.of());
            case "time.suit_open" -> dated(atom, "suit", Map.of());
            case "time.writ_open" -> dated(atom, "writ", Map.of());
            case "time.report_over" -> dated(atom, "report", Map.of());
            case "time.cert_over" -> certification(atom);
            case "time.hard_clock_over" -> Optional.of(clocks(atom));
            default -> Optional.empty();
        };
    }

    private Optional<Object> dated(String atom, String kind, Map<String, Value> besides) {
        List<String> facts = time(matter(Map.of())).facts(atom);
        return facts.isEmpty() ? Optional.empty() : Optional.of(cuts(kind, atom, facts.get(0), besides));
    }

    private Optional<Object> certification(String atom) {
        if (time(matter(Map.of())).facts(atom).isEmpty()) {
            return Optional.empty();
        }
        String asked = "cert_request_date";
        Map<String, @Nullable Object> map =
                cuts("certification", atom, asked, Map.of("in_removal_proceedings", new Value.Truth(false)));
        map.put("removal", cuts("certification", atom, asked, Map.of("in_removal_proceedings", new Value.Truth(true))));
        return Optional.of(map);
    }

    /** For each form: an answer, or the days between which it changes. */
    private Map<String, @Nullable Object> clocks(String atom) {
        Map<String, @Nullable Object> forms = new LinkedHashMap<>();
        for (String form : forms()) {
            Map<String, Value> named = Map.of("uscis_form", new Value.Choice(form));
            List<String> start = time(matter(named)).facts(atom);
            forms.put(form, start.isEmpty() ? truth(ask(atom, named)) : cuts("clock", atom, start.get(0), named));
        }
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("kind", "clocks");
        map.put("forms", forms);
        return map;
    }

    /** What is known of an atom for each form. */
    Map<String, @Nullable Object> byForm(Function<Matter, Truth> known) {
        Map<String, @Nullable Object> forms = new TreeMap<>();
        for (String form : forms()) {
            forms.put(form, truth(known.apply(matter(Map.of("uscis_form", new Value.Choice(form))))));
        }
        return forms;
    }

    private List<String> forms() {
        return law.facts().find("uscis_form").map(FactTable.Entry::choices).orElse(List.of());
    }

    private static @Nullable Boolean truth(Truth truth) {
        return truth == Truth.UNKNOWN ? null : (Boolean) (truth == Truth.MET);
    }

    /** The answers for a distant and a near value of a fact, the last value of the first and the first of the second. */
    private Map<String, @Nullable Object> cuts(String kind, String atom, String fact, Map<String, Value> besides) {
        boolean years = law.facts().find(fact).orElseThrow().kind() == FactTable.Kind.NUMBER;
        int from = years ? asOf.getYear() - YEARS : 0;
        int to = years
                ? asOf.getYear()
                : (int) (asOf.toEpochDay() - asOf.minusYears(YEARS).toEpochDay());
        Function<Integer, Truth> at = n -> {
            Map<String, Value> facts = new LinkedHashMap<>(besides);
            facts.put(fact, years ? new Value.Count(n) : new Value.On(asOf.minusDays(to - n)));
            return ask(atom, facts);
        };
        Truth old = at.apply(from);
        Truth now = at.apply(to);
        int last = edge(at, from, to, old, true);
        int first = edge(at, from, to, now, false);
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("kind", kind);
        map.put("fact", fact);
        map.put("old", truth(old));
        map.put(
                "old_to",
                years ? Integer.toString(last) : asOf.minusDays(to - last).toString());
        map.put("new", truth(now));
        map.put(
                "new_from",
                years ? Integer.toString(first) : asOf.minusDays(to - first).toString());
        return map;
    }

    /** The last value that still has the answer of the first one, or the first that has that of the last. */
    private static int edge(Function<Integer, Truth> at, int from, int to, Truth answer, boolean last) {
        int same = last ? from : to;
        int other = last ? to + 1 : from - 1;
        while (Math.abs(same - other) > 1) {
            int middle = (same + other) >> 1;
            if (at.apply(middle) == answer) {
                same = middle;
            } else {
                other = middle;
            }
        }
        return same;
    }
}
