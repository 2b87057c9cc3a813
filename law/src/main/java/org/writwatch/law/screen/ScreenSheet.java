package org.writwatch.law.screen;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.writwatch.law.Law;
import org.writwatch.law.Result;
import org.writwatch.law.Truth;
import org.writwatch.law.calendar.Closures;
import org.writwatch.law.load.ClaimFile;
import org.writwatch.law.matter.Matter;
import org.writwatch.law.matter.Matter.Respondent;
import org.writwatch.law.rule.Rule;

/**
 * The screening of one jurisdiction on one day with the law already looked up, so that a reader's own device can decide it
 * from the facts alone. Whatever a device could not compute as {@link Screen} does stays unknown in it: a sheet says at
 * most as much as the screening, never something else. Safe for use by several threads.
 *
 * <p>A rule is true, false, an atom's name, or a list: {@code ["all", …]}, {@code ["any", …]}, {@code ["not", rule]},
 * {@code ["atleast", count, …]}. An atom is a fact, a word of a choice ("vehicle:mandamus"), a name with an entry under
 * {@code days}, {@code forms} or {@code reads}, or else never known.
 */
public final class ScreenSheet {
    private static final String VERIFY = "verify.";

    private final Law law;
    private final String code;
    private final LocalDate asOf;
    private final SheetDays days;
    private final LegalBasis basis;
    private final Map<String, @Nullable Object> dayAtoms = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> formAtoms = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> readAtoms = new LinkedHashMap<>();

    private ScreenSheet(Law law, String code, LocalDate asOf) {
        this.law = law;
        this.code = code;
        this.asOf = asOf;
        this.days = new SheetDays(law, code, asOf);
        this.basis = new LegalBasis(law, code, new UscisAtoms(law, empty()));
    }

    /**
     * The sheet as ordered maps: {@code code}, {@code as_of}, {@code contradictions}, {@code claims} (each with its default
     * vehicle, what it is called when not all is met, its parts, its other ways), {@code days}, {@code forms}, {@code reads}.
     * A part has the order in which it decides the word ("rank", the lowest first) and the word it gives.
     */
    public static Map<String, @Nullable Object> of(Law law, String code, LocalDate asOf) {
        return new ScreenSheet(law, Law.code(code), asOf).json();
    }

    private Matter empty() {
        return days.matter(Map.of());
    }

    private Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> sheet = new LinkedHashMap<>();
        sheet.put("code", code);
        sheet.put("as_of", asOf.toString());
        sheet.put(
                "contradictions",
                law.facts().contradictions().stream()
                        .filter(p -> p.when().isEmpty())
                        .map(p -> List.of(p.first(), p.second()))
                        .toList());
        Map<String, @Nullable Object> claims = new LinkedHashMap<>();
        for (ClaimFile claim : Screen.of(law).claimFiles()) {
            claims.put(claim.id(), claim(claim));
        }
        sheet.put("claims", claims);
        sheet.put("days", dayAtoms);
        sheet.put("forms", formAtoms);
        sheet.put("reads", readAtoms);
        return sheet;
    }

    private Map<String, @Nullable Object> claim(ClaimFile claim) {
        MatterAtoms atoms = new MatterAtoms(law, empty(), claim.defaultVehicle(), Closures.NONE);
        List<Object> parts = new ArrayList<>();
        claim.gates().forEach(g -> parts.add(part(g.id(), "gate", folded(g.rule(), atoms))));
        for (ClaimFile.Element e : claim.elements()) {
            Object verified = verified(e);
            parts.add(part(e.id(), "element", joined("all", List.of(folded(e.rule(), atoms), verified))));
        }
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("vehicle", claim.defaultVehicle());
        map.put("unless", claim.unlessAllMet().orElse(null));
        map.put("parts", parts);
        map.put("ways", claim.remedies());
        return map;
    }

    private static Map<String, @Nullable Object> part(String id, String kind, Object rule) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("id", id);
        map.put("kind", kind);
        map.put("rank", ResultRule.order(id));
        map.put("gives", ResultRule.gives(id).key());
        map.put("rule", rule);
        return map;
    }

    /** Whether the law an element rests on was read: known now, or by the form that waits, or when a lawyer says so. */
    private Object verified(ClaimFile.Element element) {
        if (basis.verified(element.law())) {
            return true;
        }
        String atom = VERIFY + element.id();
        List<String> facts = element.law().stream()
                .filter(r -> r.startsWith(LegalBasis.READ))
                .map(r -> r.substring(LegalBasis.READ.length()))
                .toList();
        if (!facts.isEmpty()) {
            readAtoms.put(atom, facts);
        } else if (element.law().contains("form")) {
            formAtoms.put(atom, days.byForm(m -> new UscisAtoms(law, m).verified() ? Truth.MET : Truth.UNKNOWN));
        }
        return atom;
    }

    private Object folded(Rule rule, MatterAtoms atoms) {
        if (rule instanceof Rule.Is is) {
            return atom(is.atom(), atoms);
        } else if (rule instanceof Rule.All all) {
            return joined("all", all.of().stream().map(r -> folded(r, atoms)).toList());
        } else if (rule instanceof Rule.Any any) {
            return joined("any", any.of().stream().map(r -> folded(r, atoms)).toList());
        } else if (rule instanceof Rule.AtLeast some) {
            List<Object> list = new ArrayList<>(List.of("atleast", some.count()));
            some.of().forEach(r -> list.add(folded(r, atoms)));
            return list;
        } else if (rule instanceof Rule.Not not) {
            return negated(folded(not.of(), atoms));
        } else if (rule instanceof Rule.Unless unless) {
            Object exceptions = joined(
                    "any",
                    unless.exceptions().stream().map(r -> folded(r, atoms)).toList());
            return joined("all", List.of(folded(unless.base(), atoms), negated(exceptions)));
        } else if (rule instanceof Rule.Weigh weigh) {
            return Rule.OPEN + weigh.id();
        }
        throw new IllegalStateException("a kind of rule nobody lays out: " + rule);
    }

    private static Object negated(Object rule) {
        return rule instanceof Boolean b ? (Object) !b : List.of("not", rule);
    }

    /** "all" or "any" of parts, with what is certain taken out. */
    private static Object joined(String word, List<Object> parts) {
        boolean decides = word.equals("any");
        if (parts.contains(decides)) {
            return decides;
        }
        List<Object> open = parts.stream().filter(p -> !(p instanceof Boolean)).toList();
        if (open.size() < 2) {
            return open.isEmpty() ? (Object) !decides : open.get(0);
        }
        List<Object> list = new ArrayList<>(List.of(word));
        list.addAll(open);
        return list;
    }

    private Object atom(String name, MatterAtoms atoms) {
        if (name.startsWith("law.")) {
            Truth truth = atoms.known(name);
            return truth == Truth.UNKNOWN ? (Object) name : truth == Truth.MET;
        } else if (name.startsWith("time.")) {
            Optional<Object> spec = days.of(name);
            spec.ifPresent(s -> dayAtoms.put(name, s));
            return days.settled(name).map(Object.class::cast).orElse(name);
        } else if (name.startsWith("uscis.")) {
            formAtoms.computeIfAbsent(name, n -> days.byForm(m -> new UscisAtoms(law, m).known(name)));
        }
        return name;
    }

    /**
     * The word one claim comes out as on the facts stated, as {@link Screen} would say it, without what would decide it.
     */
    public static Result word(Law law, Matter matter, ClaimFile claim) {
        return new ClaimScreen(law, matter, claim, Closures.NONE, Optional.empty()).word();
    }

    /** Facts of the table, not stated, on which a claim still hangs: those known at once first, then in the table's order. */
    public static List<String> open(Law law, Matter matter, ClaimFile claim) {
        TreeSet<String> facts =
                new TreeSet<>(new ClaimScreen(law, matter, claim, Closures.NONE, Optional.empty()).hangsOn());
        return law.facts().list().stream()
                .filter(f -> facts.contains(f.id()))
                .sorted(java.util.Comparator.comparingInt(f -> f.cost()))
                .map(f -> f.id())
                .toList();
    }

    /** A matter of one claim in a place, against a local agency, with some facts. */
    public static Matter matter(String claim, String code, LocalDate asOf, Map<String, Matter.Value> facts) {
        Respondent local = new Respondent(Optional.empty(), Optional.empty(), Optional.of(Matter.Sovereign.LOCAL));
        return new Matter(List.of(claim), Law.code(code), local, asOf, facts);
    }
}
