package org.writwatch.law.calendar;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A day-by-day oracle on plain arithmetic: weekday from the epoch day, holidays by month, day and count of Mondays. */
final class Walk {
    private static final Set<Long> KNOWN = new HashSet<>();

    static {
        for (long day = 7305 - 40; day < 33238 + 200; day++) {
            if (holiday(day)) {
                KNOWN.add(day);
                int w = weekday(day);
                if (fixed(day) && w == 5) {
                    KNOWN.add(day - 1);
                } else if (fixed(day) && w == 6) {
                    KNOWN.add(day + 1);
                }
            }
        }
    }

    static long business(String code, long start, int days, boolean all) {
        long end = start;
        for (int left = days; left > 0; ) {
            end++;
            boolean off = weekday(end) > 4 || (all && (KNOWN.contains(end) || own(code, end, true)));
            left -= off ? 0 : 1;
        }
        return end;
    }

    static long roll(String code, long last, boolean sunday, boolean saturday, boolean holiday, boolean doubtful) {
        long end = last;
        while ((weekday(end) == 6 && sunday)
                || (weekday(end) == 5 && saturday)
                || (holiday && KNOWN.contains(end))
                || own(code, end, doubtful)) {
            end++;
        }
        return end;
    }

    /**
     * Ohio R.C. 1.14, N.Y. Gen. Constr. Law 24, Tex. Gov't Code 662.003 and .021, C.R.C.P. 6(a)(2), N.M. Stat. 12-5-2,
     * Wyo. Stat. 8-4-101, Iowa Code 1C.1, Idaho Code 73-108, SDCL 1-5-1, Neb. Rev. Stat. 25-2221, ORS 187.010, Va. Code
     * 2.2-3300, RCW 1.16.050, Tenn. Code 15-1-101, HRS 8-1 and 8-2, Ala. Code 1-3-8, Ark. Code 1-5-101, Cal. Code Civ. Proc.
     * 135, Conn. Gen. Stat. 1-4, Fla. Stat. 110.117, K.S.A. 35-107, KRS 2.110 and 18A.190, MCL 435.101, Miss. Code 3-3-7, Mo.
     * Rev. Stat. 9.010, Mont. Code 1-1-216, N.C.G.S. 103-4, S.C. Code 53-5-10 and 53-5-30, day by day.
     */
    private static boolean own(String code, long day, boolean doubtful) {
        boolean kept = listed(code, day, doubtful);
        boolean friday = List.of(
                        "ID", "SD", "NE", "OR", "VA", "WA", "TN", "HI", "AL", "AR", "CA", "CT", "FL", "KY", "MT", "SC")
                .contains(code);
        boolean moves = friday
                || List.of("OH", "NY", "NM", "WY", "IA", "MO", "MS", "NC").contains(code);
        return kept
                || (moves && weekday(day) == 0 && listed(code, day - 1, doubtful))
                || (friday && weekday(day) == 4 && listed(code, day + 1, doubtful));
    }

    private static boolean listed(String code, long day, boolean doubtful) {
        int[] d = civil(day);
        int md = d[1] * 100 + d[2];
        int week = (d[2] - 1) / 7 + 1;
        boolean monday = weekday(day) == 0;
        boolean third = monday && week == 3 && (d[1] == 1 || d[1] == 2);
        boolean spring = monday && d[1] == 5 && d[2] > 24;
        boolean labor = monday && d[1] == 9 && week == 1;
        boolean columbus = monday && d[1] == 10 && week == 2;
        boolean thanks = weekday(day) == 3 && d[1] == 11 && week == 4;
        boolean most = md == 101 || md == 704 || md == 1111 || md == 1225 || third || spring || labor;
        boolean common = most || thanks;
        boolean dayAfter = weekday(day) == 4 && d[1] == 11 && d[2] > 22 && d[2] < 30;
        return switch (code) {
            case "AL" ->
                most
                        || columbus
                        || (monday && d[1] == 4 && week == 4)
                        || (monday && d[1] == 6 && week == 1)
                        || (doubtful && thanks);
            case "AR" -> common || md == 1224;
            case "CA" ->
                common
                        || md == 212
                        || (md == 331 && d[0] >= 2008)
                        || (weekday(day) == 4 && d[1] == 9 && week == 4 && d[0] >= 2022)
                        || dayAfter;
            case "CT" -> most || columbus || md == 212 || (md == 619 && d[0] >= 2023) || (doubtful && thanks);
            case "FL" -> (common && !(third && d[1] == 2)) || dayAfter || (doubtful && goodFriday(day));
            case "KS" -> d[0] >= 2006 && (common || columbus);
            case "KY" ->
                (most && !(third && d[1] == 2))
                        || (doubtful
                                && (common
                                        || columbus
                                        || List.of(119, 130, 212, 603).contains(md)
                                        || dayAfter
                                        || goodFriday(day)));
            case "MI" -> common || (doubtful && (columbus || md == 212 || (md == 619 && d[0] >= 2023)));
            case "MO" -> common || columbus || md == 212 || md == 508;
            case "MS" -> most || (monday && d[1] == 4 && d[2] > 23) || (doubtful && thanks);
            case "MT" -> common || columbus || (doubtful && november(day, d));
            case "NC" ->
                doubtful
                        && (common
                                || columbus
                                || List.of(119, 325, 412, 510, 520).contains(md)
                                || goodFriday(day)
                                || november(day, d));
            case "SC" -> common || md == 510 || md == 1224 || md == 1226 || dayAfter;
            case "OH" -> common || columbus || (md == 619 && d[0] >= 2025);
            case "NY" ->
                common
                        || columbus
                        || md == 212
                        || (md == 619 && d[0] >= 2021)
                        || (doubtful && d[1] == 11 && weekday(day) == 1 && d[2] > 1 && d[2] < 9);
            case "TX" ->
                common
                        || List.of(119, 302, 421, 619, 827).contains(md)
                        || (weekday(day) == 4 && d[1] == 11 && d[2] > 22 && d[2] < 30);
            case "CO" -> common || (md == 619 && d[0] >= 2024) || (monday && d[1] == 10 && week == 1 && d[0] >= 2021);
            case "NM", "ID" -> common || columbus;
            case "WY" -> common;
            case "IA" -> common || md == 212;
            case "SD" -> common || columbus || (md == 619 && d[0] >= 2023);
            case "OR" -> common || (md == 619 && d[0] >= 2026);
            case "NE" ->
                common
                        || columbus
                        || (weekday(day) == 4 && d[1] == 4 && d[2] > 23)
                        || (weekday(day) == 4 && d[1] == 11 && d[2] > 22 && d[2] < 30);
            case "VA" ->
                common
                        || columbus
                        || (md == 619 && d[0] >= 2021)
                        || (d[0] >= 2020 && november(day, d))
                        || (weekday(day) == 4 && d[1] == 11 && d[2] > 22 && d[2] < 30);
            case "WA" ->
                common || (md == 619 && d[0] >= 2026) || (weekday(day) == 4 && d[1] == 11 && d[2] > 22 && d[2] < 30);
            case "TN" ->
                common || columbus || (md == 619 && d[0] >= 2023) || goodFriday(day) || (doubtful && november(day, d));
            case "HI" ->
                common
                        || md == 326
                        || md == 611
                        || (weekday(day) == 4 && d[1] == 8 && week == 3)
                        || goodFriday(day)
                        || (doubtful && november(day, d));
            default -> false;
        };
    }

    /** The Tuesday after the first Monday of November. */
    private static boolean november(long day, int[] d) {
        return d[1] == 11 && weekday(day) == 1 && d[2] > 1 && d[2] < 9;
    }

    /** The Friday before the Sunday after the first ecclesiastical full moon from March 21 on (epacts of 1900 to 2199). */
    private static boolean goodFriday(long day) {
        int[] d = civil(day);
        if (weekday(day) != 4 || d[1] < 3 || d[1] > 4) {
            return false;
        }
        int golden = d[0] % 19;
        int full = (19 * golden + 24) % 30;
        full -= full == 29 || (full == 28 && golden > 10) ? 1 : 0;
        long sunday = day + 2;
        int[] e = civil(sunday);
        int fromMarch21 = e[2] - 21 + (e[1] == 4 ? 31 : e[1] == 3 ? 0 : 1000);
        return fromMarch21 > full && fromMarch21 <= full + 7;
    }

    /** 0 is Monday; January 1, 1970 was a Thursday. */
    private static int weekday(long day) {
        return (int) Math.floorMod(day + 3, 7L);
    }

    private static boolean fixed(long day) {
        int[] d = civil(day);
        int md = d[1] * 100 + d[2];
        return md == 101 || (md == 619 && d[0] >= 2021) || md == 704 || md == 1111 || md == 1225;
    }

    private static boolean holiday(long day) {
        int[] d = civil(day);
        int week = (d[2] - 1) / 7 + 1;
        boolean monday = weekday(day) == 0;
        boolean third = week == 3 && (d[1] == 1 || d[1] == 2);
        boolean other = (d[1] == 9 && week == 1) || (d[1] == 10 && week == 2) || (d[1] == 5 && d[2] > 24);
        boolean thanksgiving = weekday(day) == 3 && d[1] == 11 && week == 4;
        return fixed(day) || thanksgiving || (monday && (third || other));
    }

    /** Year, month, day of an epoch day (days-to-civil over 400-year eras). */
    private static int[] civil(long epochDay) {
        long z = epochDay + 719468;
        long era = Math.floorDiv(z, 146097L);
        long doe = z - era * 146097;
        long yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
        long doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
        long mp = (5 * doy + 2) / 153;
        int month = (int) (mp < 10 ? mp + 3 : mp - 9);
        int year = (int) (yoe + era * 400 + (month <= 2 ? 1 : 0));
        return new int[] {year, month, (int) (doy - (153 * mp + 2) / 5 + 1)};
    }
}
