package org.writwatch.law;

import java.util.List;
import java.util.Optional;
import org.writwatch.facts.phrase.Phrase;

/**
 * One jurisdiction's public-records law: the words, each with its flag, and our structured reading of them. Each part
 * of the reading is as good as the datum it reads, never better.
 *
 * @param jurisdiction code
 * @param name name of the jurisdiction
 * @param asOf date of the snapshot, year-month-day
 * @param statute how it is cited
 * @param whoMayRequest who
 * @param responseDeadline the rule in words
 * @param responseDays days within which the agency must answer; present only where verified text has a number
 * @param administrativeAppeal step before suit, if any
 * @param enforcement the action
 * @param deadlineForSuit time to sue
 * @param fees copies
 * @param feeShifting attorney's fees
 * @param requester our reading of {@code whoMayRequest}
 * @param appeal our reading of {@code administrativeAppeal}
 * @param suitTime our reading of {@code deadlineForSuit}
 * @param before steps the law demands before suit, other than the appeal
 * @param feesOnly notices without which suit stands and attorney's fees do not
 * @param after steps that must follow filing
 * @param crossCheckDays days to respond as a secondary, partly machine-made table has them; never used, only compared
 * @param notes what to beware of
 */
public record RecordsLaw(
        String jurisdiction,
        String name,
        String asOf,
        String statute,
        Datum whoMayRequest,
        Datum responseDeadline,
        Optional<DayCount> responseDays,
        Datum administrativeAppeal,
        Datum enforcement,
        Datum deadlineForSuit,
        Datum fees,
        Datum feeShifting,
        Requester requester,
        Appeal appeal,
        SuitTime suitTime,
        List<Step> before,
        List<Step> feesOnly,
        List<Step> after,
        Optional<Integer> crossCheckDays,
        List<String> notes) {
    public RecordsLaw {
        before = List.copyOf(before);
        feesOnly = List.copyOf(feesOnly);
        after = List.copyOf(after);
        notes = List.copyOf(notes);
    }

    /** The data of a records law by their keys in its file, in that order. */
    public static final List<String> KEYS = List.of(
            "who_may_request",
            "response_deadline",
            "administrative_appeal",
            "enforcement_action",
            "deadline_for_suit",
            "fees",
            "fee_shifting");

    /** The statement under one of {@link #KEYS}. */
    public Datum get(String key) {
        return switch (key) {
            case "who_may_request" -> whoMayRequest;
            case "response_deadline" -> responseDeadline;
            case "administrative_appeal" -> administrativeAppeal;
            case "enforcement_action" -> enforcement;
            case "deadline_for_suit" -> deadlineForSuit;
            case "fees" -> fees;
            case "fee_shifting" -> feeShifting;
            default -> throw new IllegalArgumentException("a records law has no '" + key + "'");
        };
    }

    /** A number of days and how they are counted. */
    public record DayCount(int days, DayCount.Kind kind) {
        /** Whether weekends and holidays count. */
        public enum Kind {
            CALENDAR,
            BUSINESS
        }

        public DayCount {
            if (days < 1 || days > 3660) {
                throw new IllegalArgumentException("a count of days is 1 to 3660: " + days);
            }
        }
    }

    /** Who may ask. */
    public enum Requester {
        ANY_PERSON,
        /** Residents of the state. */
        RESIDENT,
        /** Citizens of the state. */
        CITIZEN,
        /** Residents of the United States. */
        US_RESIDENT,
        /** The words leave it open. */
        UNCLEAR
    }

    /**
     * The appeal inside the administration.
     *
     * @param kind whether suit has to wait for it
     * @param within days to appeal, counted from the denial
     * @param decided days within which it must be decided
     * @param excusedByLapse whether suit need not wait for it when the time to answer ran out without an answer
     */
    public record Appeal(
            Appeal.Kind kind, Optional<DayCount> within, Optional<DayCount> decided, boolean excusedByLapse) {
        /** Whether suit has to wait for the appeal. */
        public enum Kind {
            NONE,
            OPTIONAL,
            MANDATORY,
            /** The words name one and leave open whether suit has to wait. */
            UNCLEAR
        }
    }

    /** How long there is to sue. */
    public sealed interface SuitTime {
        /** The words name a period, counted from a start. */
        record Within(int amount, Unit unit, Start start) implements SuitTime {}

        /** The act states none; laches and general limits remain. */
        record NoneStated() implements SuitTime {}

        /** The words leave it open. */
        record Unclear() implements SuitTime {}

        /** What the amount counts. */
        enum Unit {
            DAYS,
            MONTHS,
            YEARS
        }

        /** What starts the period. */
        enum Start {
            DENIAL,
            APPEAL_DECIDED,
            ACCRUAL
        }
    }

    /**
     * A step before or after suit.
     *
     * @param id stable id, "nc-mediation"
     * @param what the step, in a sentence
     * @param basis the datum it is read from
     * @param days days that belong to it, when there are any
     */
    public record Step(String id, Phrase what, Datum basis, Optional<DayCount> days) {}
}
