package org.writwatch.law;

import java.util.Optional;

/**
 * One jurisdiction's public-records law.
 *
 * @param jurisdiction code
 * @param name name of the jurisdiction
 * @param statute how it is cited
 * @param whoMayRequest who
 * @param responseDeadline the rule in words
 * @param responseDays number of days to respond where the law has one, with how they are counted
 * @param administrativeAppeal step before suit, if any
 * @param enforcement the action
 * @param deadlineForSuit time to sue
 * @param fees copies
 * @param feeShifting attorney's fees
 */
public record RecordsLaw(
        String jurisdiction,
        String name,
        String statute,
        Datum whoMayRequest,
        Datum responseDeadline,
        Optional<DayCount> responseDays,
        Datum administrativeAppeal,
        Datum enforcement,
        Datum deadlineForSuit,
        Datum fees,
        Datum feeShifting) {
    /** A number of days and how they are counted. */
    public record DayCount(int days, Kind kind) {
        /** Whether weekends and holidays count. */
        public enum Kind {
            CALENDAR,
            BUSINESS
        }
    }
}
