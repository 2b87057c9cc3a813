package org.writwatch.agreements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.writwatch.agreements.history.Event;
import org.writwatch.agreements.history.EventKind;
import org.writwatch.facts.bundle.Bundle;
import org.writwatch.facts.bundle.Row;

/**
 * The register against what an eye saw in the raw rows of the workbooks: agencies drawn with seed 287 from seven strata,
 * each with its namesakes where they could be confused. {@code seen-by-eye.csv} has one row per agreement, with a note; an
 * empty {@code first_listed} says that it stood on the first spreadsheet and earlier lists were not looked at.
 */
class SeenByEyeTest {
    private static final LocalDate LAST = LocalDate.of(2026, 5, 18);
    private static final Set<EventKind> AWAY = Set.of(EventKind.ABSENT, EventKind.GONE, EventKind.MODEL_DROPPED);

    private final Registry registry = Registry.bundled();

    @Test
    void theRegisterSaysOfEachAgencyWhatTheEyeSaw() {
        List<String> wrong = new ArrayList<>();
        Map<String, List<Row>> byAgency = new LinkedHashMap<>();
        rows().forEach(r -> byAgency.computeIfAbsent(r.text("agency") + ", " + r.text("state"), k -> new ArrayList<>())
                .add(r));
        assertTrue(byAgency.size() >= 117, byAgency.size() + " agencies");
        byAgency.forEach((name, rows) -> {
            List<Agreement> held = registry.history(registry.agency(name).id()).stream()
                    .filter(a -> !a.lastListed().isBefore(LocalDate.of(2025, 2, 21)))
                    .filter(a -> !(a.status() instanceof AgreementStatus.Pending))
                    .toList();
            if (held.size() != rows.size()) {
                wrong.add(name + ": " + rows.size() + " agreements seen, held "
                        + held.stream().map(Agreement::id).toList());
                return;
            }
            rows.forEach(r -> check(name, r, held, wrong));
        });
        assertEquals(List.of(), wrong);
    }

    private void check(String name, Row r, List<Agreement> held, List<String> wrong) {
        LocalDate last = LocalDate.parse(r.text("last_listed"));
        List<Agreement> same = held.stream()
                .filter(a -> a.model().name().equalsIgnoreCase(r.text("model")))
                .filter(a -> a.lastListed().equals(last))
                .filter(a -> r.text("first_listed").isEmpty()
                        || a.firstListed().toString().equals(r.text("first_listed")))
                .filter(a -> a.signed().map(LocalDate::toString).orElse("").equals(r.text("signed")))
                .toList();
        if (same.size() != 1) {
            wrong.add(name + ": seen " + r.text("model") + " " + r.text("first_listed") + " to " + last + " signed "
                    + r.text("signed") + "; held "
                    + held.stream()
                            .map(a -> a.id() + " " + a.firstListed() + " to " + a.lastListed() + " signed "
                                    + a.signed().orElse(null))
                            .toList());
            return;
        }
        Agreement agreement = same.get(0);
        boolean active = agreement.status() instanceof AgreementStatus.Active;
        if (active != last.equals(LAST)) {
            wrong.add(agreement.id() + ": " + agreement.status());
        }
        List<Event> events = registry.events().stream()
                .filter(e -> e.agreementId().equals(agreement.id()))
                .toList();
        if (active
                && events.stream()
                        .anyMatch(e -> e.date().isAfter(LocalDate.of(2025, 2, 21)) && AWAY.contains(e.kind()))) {
            wrong.add(agreement.id() + ": never seen away, and has a departure");
        }
        boolean left = events.stream()
                .anyMatch(
                        e -> !e.date().isBefore(last) && (AWAY.contains(e.kind()) || e.kind() == EventKind.RELABELLED));
        if (!active && !left) {
            wrong.add(agreement.id() + ": seen to leave after " + last + ", and no event says so");
        }
        if (!r.text("event").isEmpty()
                && events.stream()
                        .noneMatch(e -> e.kind().code().equals(r.text("event"))
                                && e.date().toString().equals(r.text("event_date")))) {
            wrong.add(agreement.id() + ": no event \"" + r.text("event") + "\" on " + r.text("event_date") + " in "
                    + events.stream().map(e -> e.date() + " " + e.kind().code()).toList());
        }
    }

    /** What the lists leave open is flagged for a person and left apart. */
    @Test
    void whatTheEyeCouldNotTellIsFlaggedAndNotMerged() {
        Set<String> flagged = new HashSet<>();
        registry.events().stream()
                .filter(e -> e.kind() == EventKind.RELABELLED && e.flag().contains("not merged"))
                .forEach(e -> flagged.add(e.agreementId()));
        for (String id : List.of(
                "pasco-county-board-of-county-commissioners-pasco-county-corrections-fl/tfm/2025-02-26",
                "pinal-county-sheriffs-office-az/tfm/2025-08-28")) {
            assertTrue(flagged.contains(id), id);
        }
    }

    private static List<Row> rows() {
        try (Stream<Row> rows =
                Bundle.rows(SeenByEyeTest.class.getResourceAsStream("seen-by-eye.csv"), "seen-by-eye.csv")) {
            return rows.toList();
        }
    }
}
